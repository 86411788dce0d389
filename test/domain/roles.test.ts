import { describe, expect, test } from "vitest";
import { maySettle } from "../../src/domain/decisions.ts";
import { holdersOf, rolesOf } from "../../src/domain/permissions.ts";
import { timersOf } from "../../src/domain/timers.ts";
import { wantedMessages } from "../../src/domain/wanted.ts";
import { away, give, regrouped, without } from "../support/absent.ts";
import {
  after,
  appointed,
  calendar,
  confirmed,
  directory,
  drafted,
  given,
  put,
  record,
  registered,
  type Step,
  template,
} from "../support/given.ts";

/** What the clock orders next. */
const byTime = (...steps: readonly Step[]): Step => {
  const [timer] = timersOf(after(...steps), template, calendar);
  if (!timer) throw new Error("time changes nothing");
  return ["system", timer.command, timer.at];
};
const holds = (state: ReturnType<typeof after>, person: string, people = directory) => [
  ...rolesOf(state, person, people),
];

describe("a new decision about the group", () => {
  const group = { members: ["a", "b", "f"], chair: "b", viceChair: "a", substitutes: ["c"] };
  const people = new Map([
    ...directory.people,
    ["f", { teams: ["19:team@thread.tacv2"], guest: false }],
  ]);
  const now = { ...directory, people };

  test("gives the new members their roles at once and takes the former ones'", () => {
    const state = regrouped(after(...appointed), group);
    expect(holds(state, "b", now)).toEqual(["steeringChair", "steeringMember"]);
    expect(holds(state, "f", now)).toEqual(["steeringMember"]);
    expect(holds(state, "c", now)).toEqual(["substitute"]);
    expect(holds(state, "d", now)).toEqual([]);
  });

  test("leaves the head the start decision named, and remembers who sat until when", () => {
    const state = regrouped(after(...appointed), group);
    expect(holdersOf(state, "departmentHead", now)).toEqual(["head"]);
    const former = state.roles.tenures.filter(({ until }) => until !== undefined);
    expect(former.map(({ role, person }) => `${role} ${person}`)).toEqual([
      "steeringChair a",
      "steeringMember c",
      "steeringMember d",
      "steeringMember e",
    ]);
  });

  test("greets the new member, and the former ones' hello becomes a receipt", () => {
    const keys = wantedMessages(regrouped(after(...appointed), group), template, now).map(
      ({ key }) => key,
    );
    expect(keys).toContain("hello:f");
    expect(keys).not.toContain("hello:d");
  });
});

describe("the civil servant", () => {
  const other = { civilServant: "other", appointedAt: "2027-03-01" };

  test("is replaced by the head in the middle; the former has no role from then on (Q7)", () => {
    const state = after(...appointed, ["head", record("plan.appoint", other, 1)]);
    expect(holds(state, "tjp")).toEqual([]);
    expect(holds(state, "other")).toEqual(["civilServant"]);
    given(...appointed, ["head", record("plan.appoint", other, 1)])
      .when("tjp", put("plan.questions", "questions", "q1", "Var är det mörkt?"))
      .rejects("E-FORBIDDEN");
  });

  test("is replaced by nobody else", () => {
    for (const who of ["a", "reg", "tjp", "adm", "ks-head"])
      given(...appointed)
        .when(who, record("plan.appoint", other, 1))
        .rejects("E-FORBIDDEN");
  });

  test("leaves the deadlines that were counted from the first appointment", () => {
    const state = after(...appointed, ["head", record("plan.appoint", other, 1)]);
    expect(state.roles.firstAppointed).toMatchObject({ person: "tjp", on: "2027-02-04" });
  });

  test("has a deputy who acts while the absence lasts, and only then", () => {
    const before: readonly Step[] = [
      ...appointed,
      ["head", record("plan.appoint", { deputy: "other" }, 1)],
      away("tjp", "tjp", "2027-03-01", "2027-03-05"),
    ];
    const rolesAfter = (...steps: readonly Step[]) =>
      ["tjp", "other"].map((person) => holds(after(...steps), person));
    expect(rolesAfter(...before)).toEqual([["civilServant"], ["deputy"]]);
    const begins = byTime(...before);
    expect(begins[2]).toBe("2027-02-28T23:00:00.000Z");
    const during: readonly Step[] = [...before, begins];
    expect(rolesAfter(...during)).toEqual([[], ["civilServant", "deputy"]]);
    const ends = byTime(...during);
    expect(ends[2]).toBe("2027-03-05T23:00:00.000Z");
    expect(rolesAfter(...during, ends)).toEqual([["civilServant"], ["deputy"]]);
  });

  test("is stood in for also while the dialogue rests: the days go on", () => {
    const state = after(...appointed, away("tjp", "tjp", "2027-03-01"), [
      "tjp",
      { type: "PauseDialogue", reason: "Väntar." },
    ]);
    expect(timersOf(state, template, calendar).map(({ command }) => command)).toEqual([
      { type: "BeginAbsence", person: "tjp" },
    ]);
  });

  test("is told who goes in for whom each time, and nobody while everybody is there", () => {
    const deputy: Step = ["head", record("plan.appoint", { deputy: "other" }, 1)];
    const asked = (...steps: readonly Step[]) =>
      wantedMessages(after(...appointed, deputy, ...steps), template, directory)
        .filter(({ about }) => about.kind === "standIn")
        .map(({ key }) => key);
    expect(asked()).toEqual([]);
    expect(asked(away("tjp", "tjp", "2027-03-01"))).toEqual([]);
    expect(asked(away("tjp", "tjp"))).toEqual(["standIn:civilServant:other:2027-01-11"]);
    expect(asked(away("tjp", "tjp"), away("other", "other"))).toEqual([]);
  });

  test("who has left the team is stood in for too, and nobody stands in for one without a deputy", () => {
    const state = after(...appointed, ["head", record("plan.appoint", { deputy: "other" }, 1)]);
    expect(holdersOf(state, "civilServant", without("tjp"))).toEqual(["other"]);
    expect(holdersOf(after(...appointed), "civilServant", without("tjp"))).toEqual([]);
  });
});

describe("the chair", () => {
  const vice: readonly Step[] = [
    ...drafted,
    ["reg", record("decide.steering-group", { viceChair: "b" }, 1)],
    ["reg", { type: "RegisterDecision", decisionId: "decision-1", matter: "start" }],
    ["a", { type: "ConfirmDecision", decisionId: "decision-1" }],
  ];

  test("is stood in for by the vice chair while absent, and is back when it is over", () => {
    const state = after(...vice, away("a", "a"));
    expect(holdersOf(state, "steeringChair", directory)).toEqual(["b"]);
    const back = after(...vice, away("a", "a"), ["a", { type: "EndAbsence", person: "a" }]);
    expect(holdersOf(back, "steeringChair", directory)).toEqual(["a"]);
  });

  test("without a vice chair is stood in for by whom the registrar records, with a reason", () => {
    given(...confirmed, away("a", "a"))
      .when("reg", { type: "GiveRole", role: "actingChair", person: "b", reason: " " })
      .rejects("E-REASON");
    const state = after(
      ...confirmed,
      away("a", "a"),
      give("reg", "actingChair", "b", "Gruppen valde B."),
    );
    expect(holdersOf(state, "steeringChair", directory)).toEqual(["b"]);
    const there = after(...confirmed, give("reg", "actingChair", "b", "Gruppen valde B."));
    expect(holdersOf(there, "steeringChair", directory)).toEqual(["a"]);
  });

  test("for now is one of the members, and recorded by nobody but the registrar", () => {
    const choose = (person: string) =>
      ({ type: "GiveRole", role: "actingChair", person, reason: "Valt." }) as const;
    given(...confirmed)
      .when("reg", choose("other"))
      .rejects("E-FIELD");
    given(...confirmed)
      .when("reg", choose("a"))
      .rejects("E-FIELD");
    for (const who of ["a", "b", "head", "adm"])
      given(...confirmed)
        .when(who, choose("b"))
        .rejects("E-FORBIDDEN");
  });

  test("with nobody to stand in keeps the role", () => {
    const state = after(...confirmed, away("a", "a"));
    expect(holdersOf(state, "steeringChair", directory)).toEqual(["a"]);
  });

  test("named in a registration lets the vice chair named there confirm while gone; never the one who registered", () => {
    const waiting = after(...vice.slice(0, -1));
    const [decision] = waiting.decisions;
    if (!decision) throw new Error("nothing was registered");
    const may = (person: string, people = directory) =>
      maySettle(waiting, decision, person, { directory: people });
    expect([may("a"), may("b")]).toEqual([true, false]);
    expect([may("a", without("a")), may("b", without("a"))]).toEqual([false, true]);
    expect(may("reg", without("a"))).toBe(false);
    const own = { ...decision, registeredBy: "b" };
    expect(maySettle(waiting, own, "b", { directory: without("a") })).toBe(false);
  });
});

describe("absence", () => {
  test("is recorded by the chair, the civil servant or the person, and by nobody else", () => {
    for (const who of ["a", "tjp", "c"]) after(...appointed, away(who, "c"));
    for (const who of ["b", "reg", "head", "other", "adm", "outsider"])
      given(...appointed)
        .when(who, away(who, "c")[1])
        .rejects("E-FORBIDDEN");
  });

  test("is of somebody with a part, has a first day, and does not end before it begins", () => {
    const absent = (person: string, from: string, until = "") =>
      ({ type: "RecordAbsence", person, from, until }) as const;
    given(...appointed)
      .when("a", absent("other", "2027-02-01"))
      .rejects("E-FIELD");
    given(...appointed)
      .when("a", absent("c", ""))
      .rejects("E-FIELD");
    given(...appointed)
      .when("a", absent("c", "i morgon"))
      .rejects("E-FIELD");
    given(...appointed)
      .when("a", absent("c", "2027-02-02", "2027-02-01"))
      .rejects("E-FIELD");
  });

  test("recorded twice is recorded once", () => {
    given(...appointed, away("a", "c"))
      .when("a", away("a", "c")[1])
      .gives();
    given(...appointed)
      .when("a", { type: "EndAbsence", person: "c" })
      .gives();
  });
});

describe("the head of department", () => {
  const replace = (person: string, reason = "Ny från 1 mars.") =>
    ({ type: "GiveRole", role: "departmentHead", person, reason }) as const;

  test("is replaced by the registrar with a reason, and appoints from then on", () => {
    const state = given(...appointed, ["reg", replace("ks-head")]);
    state.when("head", record("plan.appoint", { deputy: "other" }, 1)).rejects("E-FORBIDDEN");
    state.when("ks-head", record("plan.appoint", { deputy: "other" }, 1)).types("ItemRecorded");
    given(...appointed)
      .when("reg", replace("ks-head", ""))
      .rejects("E-REASON");
    for (const who of ["head", "a", "tjp", "adm"])
      given(...appointed)
        .when(who, replace("ks-head"))
        .rejects("E-FORBIDDEN");
  });

  test("is never elected, and not named here before the board has decided", () => {
    given(...appointed)
      .when("reg", replace("b"))
      .rejects("E-FIELD");
    given(...registered)
      .when("reg", replace("ks-head"))
      .rejects("E-NO-BOARD-DECISION");
  });
});

test("the communicator is changed by the civil servant alone, and is no elected official", () => {
  const state = after(...appointed, give("tjp", "communicator", "other"));
  expect(holdersOf(state, "communicator", directory)).toEqual(["other"]);
  const change = (person: string) =>
    ({ type: "GiveRole", role: "communicator", person, reason: "" }) as const;
  given(...appointed)
    .when("tjp", change("b"))
    .rejects("E-FIELD");
  for (const who of ["a", "reg", "head", "kom"])
    given(...appointed)
      .when(who, change("other"))
      .rejects("E-FORBIDDEN");
});

test("whoever is given an employee's role in the dialogue can no longer be chosen as elected", () => {
  given(...appointed, give("tjp", "communicator", "other"))
    .when("reg", { type: "GiveRole", role: "actingChair", person: "other", reason: "Valt." })
    .rejects("E-FIELD");
});
