import { describe, expect, test } from "vitest";
import type { FormalDecision } from "../../src/domain/dialogue.ts";
import { decidedBudget } from "../../src/domain/gates-plan.ts";
import { rolesOf } from "../../src/domain/permissions.ts";
import { statutoryOf } from "../../src/domain/statutory.ts";
import { wantedMessages } from "../../src/domain/wanted.ts";
import { warningsOf } from "../../src/domain/warnings.ts";
import { confirm, decided, minutesOf, register } from "../support/decided.ts";
import {
  after,
  appointed,
  calendar,
  directory,
  given,
  purposed,
  put,
  record,
  type Step,
  template,
} from "../support/given.ts";
import { answer, close, goOn, open, planned } from "../support/planned.ts";
import { compiled, heldOnce, reasons } from "../support/whole-plan.ts";

const money = minutesOf("§ 22", "2027-03-23", {
  budgetSek: "175 000",
  budgetSource: "Nämndens driftbudget",
});
const voted: readonly Step[] = [
  ...planned("170 000"),
  goOn,
  open,
  ...["a", "b", "c"].map((who) => answer(who, "approve")),
  close,
];

describe("more money", () => {
  test("is needed before the invitation when the plan costs more than the board has given", () => {
    const costly = given(...voted);
    const invite = record("event.invite", { publishedAt: "2027-04-20" });
    expect(costly.when("kom", invite).problems()).toEqual([
      { code: "E-BUDGET-EXCEEDED", plannedSek: 170_000, decidedSek: 150_000 },
    ]);
  });
  test("opens the way as soon as the chair has confirmed it", () => {
    const richer = after(...voted, ...decided("budget", money));
    expect(decidedBudget(richer)).toBe(175_000);
    expect(richer.gates.G5).toBeDefined();
  });
  test("is registered by the registrar or the civil servant, and nobody else", () => {
    const before = given(...appointed);
    before.when("tjp", register("budget", money)).types("ItemRecorded", "DecisionRegistered");
    before.when("reg", register("budget", money)).types("ItemRecorded", "DecisionRegistered");
    for (const who of ["a", "b", "head", "kom", "other", "adm"])
      before.when(who, register("budget", money)).rejects("E-FORBIDDEN");
  });
  test("names every field that is missing", () => {
    const draft = given(...appointed, [
      "reg",
      record("decision.budget", { budgetSek: "0", paragraph: "§ 22" }),
    ]);
    expect(draft.when("reg", register("budget")).problems()).toEqual([
      {
        code: "E-DECISION-INCOMPLETE",
        draft: "decision.budget",
        missing: [
          "budgetSource",
          "budgetNote",
          "body",
          "meetingDate",
          "dnr",
          "decidedUnder",
          "decisionText",
        ],
      },
    ]);
  });
  test("is locked while the chair has it, and begins anew after", () => {
    const waiting = given(...appointed, ["reg", register("budget", money)]);
    const more = record("decision.budget", { budgetSek: "1" }, 1);
    waiting.when("reg", more).rejects("E-LOCKED-RECORD");
    waiting.when("reg", register("budget", money, "budget-2")).rejects("E-LOCKED-RECORD");
    const state = after(...appointed, ...decided("budget", money));
    expect(state.items["decision.budget"]?.values).toEqual({});
  });
  test("keeps its draft when the chair sends it back", () => {
    const back = given(
      ...appointed,
      ["reg", register("budget", money)],
      ["a", { type: "SendBackDecision", decisionId: "budget-1", reason: "Fel belopp" }],
    );
    back.when("reg", register("budget", undefined, "budget-2")).types("DecisionRegistered");
  });
});

describe("two persons", () => {
  test("are needed for every matter: who registered cannot confirm", () => {
    const waiting = given(...appointed, ["tjp", register("budget", money)]);
    for (const who of ["tjp", "b", "reg"])
      waiting.when(who, confirm("budget-1")).rejects("E-FORBIDDEN");
    expect(waiting.when("tjp", confirm("budget-1")).problems()).toEqual([
      { code: "E-FORBIDDEN", who: ["steeringChair"], why: "two-persons" },
    ]);
    waiting.when("a", confirm("budget-1")).types("DecisionConfirmed");
  });
  test("the chair there is asked, in a card of their own", () => {
    const state = after(...appointed, ["reg", register("budget", money)]);
    expect(wantedMessages(state, template, directory)).toContainEqual(
      expect.objectContaining({
        key: "confirmDecision:budget-1",
        to: { type: "person", person: "a" },
      }),
    );
  });
});

describe("a changed steering group", () => {
  const group = minutesOf("§ 30", "2027-03-23", {
    members: "b,c,d",
    chair: "b",
    substitutes: "e",
  });
  test("has its roles once the chair it names has confirmed", () => {
    const waiting = given(...appointed, ["reg", register("group", group)]);
    waiting.when("a", confirm("group-1")).rejects("E-FORBIDDEN");
    const state = after(...appointed, ["reg", register("group", group)], ["b", confirm("group-1")]);
    expect([...rolesOf(state, "b", directory)]).toEqual(["steeringChair", "steeringMember"]);
    expect(rolesOf(state, "a", directory).has("steeringMember")).toBe(false);
    expect([...rolesOf(state, "e", directory)]).toEqual(["substitute"]);
  });
  test("has its chair among its members", () => {
    const wrong = { ...group, chair: "a" };
    given(...appointed)
      .when("reg", register("group", wrong))
      .rejects("E-FIELD");
  });
});

describe("the level", () => {
  const confirmedAt = (level: string) => record("plan.level", { level });
  const delegated: readonly Step[] = [
    ...purposed,
    ["reg", record("decide.budget", { budgetSek: "1", budgetSource: "x" })],
    ["reg", record("decide.steering-group", { members: "a,b", chair: "a" })],
    ["reg", record("decide.level", { levelDelegated: "true" })],
    ["reg", record("decide.assignment", { headAssigned: true, departmentHead: "head" })],
    ["reg", record("decide.register", minutesOf("§ 7", "2027-01-26"))],
    ["reg", { type: "RegisterDecision", decisionId: "decision-1", matter: "start" }],
    ["a", confirm("decision-1")],
    ["head", record("plan.appoint", { civilServant: "tjp", appointedAt: "2027-02-04" })],
  ];
  test("is the board's when the board has decided it", () => {
    const before = given(...appointed);
    before.when("a", confirmedAt("inflytande")).rejects("E-SCOPE-CHANGED");
    before.when("a", confirmedAt("dialog")).types("ItemRecorded", "ItemFixed");
  });
  test("is the group's when the board has left it to them, but never joint decision making", () => {
    const before = given(...delegated);
    before.when("a", confirmedAt("inflytande")).types("ItemRecorded", "ItemFixed");
    before.when("a", confirmedAt("medbeslutande")).rejects("E-SCOPE-CHANGED");
  });
  test("of joint decision making says its frame, and that the board decides", () => {
    const bare = minutesOf("§ 31", "2027-03-23", { level: "medbeslutande" });
    const before = given(...appointed);
    const missing = before.when("reg", register("level", bare)).problems();
    const about = { code: "E-DECISION-INCOMPLETE", draft: "decision.level" };
    expect(missing).toEqual([{ ...about, missing: ["frame", "boardConfirms"] }]);
    const denied = { ...bare, frame: "500 000 kr till torget", boardConfirms: "false" };
    const unsaid = before.when("reg", register("level", denied)).problems();
    expect(unsaid).toEqual([{ ...about, missing: ["boardConfirms"] }]);
    const whole = given(...appointed, ...decided("level", { ...denied, boardConfirms: "true" }));
    whole.when("a", confirmedAt("medbeslutande")).types("ItemRecorded", "ItemFixed");
    whole.when("a", confirmedAt("dialog")).rejects("E-SCOPE-CHANGED");
  });
  test("decided anew after the group has confirmed one keeps the invitation back until the plan follows", () => {
    const steps: readonly Step[] = [
      ...planned(),
      goOn,
      ...decided("level", minutesOf("§ 31", "2027-03-23", { level: "inflytande" })),
      open,
      ...["a", "b", "c"].map((who) => answer(who, "approve")),
      close,
    ];
    given(...steps)
      .when("kom", record("event.invite", { publishedAt: "2027-04-20" }))
      .rejects("E-SCOPE-CHANGED");
  });
  test("needs the frame in the first decision too", () => {
    const joint = given(
      ...delegated.slice(0, -5),
      ["reg", record("decide.level", { level: "medbeslutande", levelDelegated: "false" }, 1)],
      ...delegated.slice(-5, -3),
    );
    const problems = joint
      .when("reg", { type: "RegisterDecision", decisionId: "d", matter: "start" })
      .problems();
    expect(problems).toEqual([
      expect.objectContaining({ missing: expect.arrayContaining(["frame", "boardConfirms"]) }),
    ]);
  });
});

describe("the final decision", () => {
  const final = minutesOf("§ 88", "2027-06-22");
  test("is made by the body it was meant for", () => {
    given(...compiled)
      .when("reg", register("final", { ...final, body: "ks" }))
      .rejects("E-BOARD-ONLY");
  });
  test("may move to another body by a decision on the purpose", () => {
    const moved = given(
      ...compiled,
      ...decided(
        "purpose",
        minutesOf("§ 60", "2027-06-01", { purpose: "Samma syfte", finalDecisionBody: "kf" }),
      ),
    );
    moved.when("reg", register("final", final)).rejects("E-BOARD-ONLY");
    moved
      .when("reg", register("final", { ...final, body: "kf" }))
      .types("ItemRecorded", "DecisionRegistered");
  });
  test("is stored although a reason is missing, and opens what comes after when it is there", () => {
    const steps: readonly Step[] = [...compiled, ...reasons(4), ...decided("final", final)];
    const state = after(...steps);
    expect(state.decisions.at(-1)?.status).toBe("confirmed");
    expect(state.gates.G8).toBeUndefined();
    const told = given(...steps).when("a", record("feedback.decision", { sentAt: "2027-08-13" }));
    expect(told.problems()).toEqual([{ code: "E-REASONS-MISSING", missing: ["vakter"] }]);
    expect(after(...steps, ...reasons().slice(4)).gates.G8).toBeDefined();
  });
  test("is refused while the dialogue goes on", () => {
    given(...heldOnce)
      .when("reg", register("final", final))
      .rejects("E-ALREADY-DECIDED");
  });
  test("is not registered twice", () => {
    const steps = given(...compiled, ...decided("final", final));
    steps.when("reg", register("final", final, "final-2")).rejects("E-LOCKED-RECORD");
    steps
      .when("reg", record("final.register", { paragraph: "§ 89" }, 1))
      .rejects("E-LOCKED-RECORD");
  });
});

describe("minutes", () => {
  const steps: readonly Step[] = [...appointed, ...decided("budget", money)];
  test("are followed for each decision by itself", () => {
    expect(warningsOf(after(...steps)).map(({ decisionId }) => decisionId)).toEqual([
      "decision-1",
      "budget-1",
    ]);
    const approved = after(...steps, [
      "reg",
      record("minutes.budget-1", {
        minutesApproved: "2027-03-30",
        minutesAnnounced: "2027-03-31",
      }),
    ]);
    expect(warningsOf(approved).map(({ decisionId }) => decisionId)).toEqual(["decision-1"]);
    expect(statutoryOf(approved, approved.decisions[1] as FormalDecision, calendar)).toEqual({
      st1: "2027-04-06",
      approved: "2027-03-30",
      st2: "2027-04-01",
      announced: "2027-03-31",
      st3: "2027-04-21",
    });
  });
  test("belong to a decision there is", () => {
    given(...steps)
      .when("reg", record("minutes.other", { minutesApproved: "2027-03-30" }))
      .rejects("E-FORBIDDEN");
  });
});

test("rows of a registration are put into its draft", () => {
  given(...appointed)
    .when("reg", put("decision.budget", "reservations", "r-1", "E (S) reserverar sig."))
    .types("RowPut");
});
