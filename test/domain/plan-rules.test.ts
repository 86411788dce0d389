import { describe, expect, test } from "vitest";
import { decided, minutesOf } from "../support/decided.ts";
import {
  groupsReachedOnlyDigitally,
  missingMessages,
} from "../../src/domain/communication-plan.ts";
import type { Event } from "../../src/domain/dialogue.ts";
import { decide } from "../../src/domain/decide.ts";
import { missingKeys } from "../../src/domain/item-completeness.ts";
import { isDone } from "../../src/domain/item-progress.ts";
import { asksWhoIsMissing, planWarnings } from "../../src/domain/plan-warnings.ts";
import { effortFaults } from "../../src/domain/target-groups.ts";
import {
  after,
  appointed,
  contextOf,
  DIALOGUE,
  given,
  record,
  type Step,
  template,
} from "../support/given.ts";
import { occasion, open, planned, row, goOn } from "../support/planned.ts";
import {
  communicated,
  compiled,
  documented,
  evaluated,
  message,
  themed,
  wholePlan,
} from "../support/whole-plan.ts";

const group = (id: string, affected: number, heard: number, revision = 0): Step => [
  "tjp",
  row(
    "plan.target-map",
    "groups",
    id,
    {
      name: `Grupp ${id}`,
      affected: String(affected),
      heard: String(heard),
      affectedHow: "Rör sig där",
    },
    revision,
  ),
];
const share = (id: string, percent: number, revision = 0): Step => [
  "a",
  row("plan.target-priority", "resourceShare", id, { value: String(percent) }, revision),
];
const shared = (percents: readonly number[]) =>
  ["unga", "resenarer", "kvall", "boende", "naring"].map((id, index) =>
    share(id, percents[index] ?? 0, 1),
  );
const variant1v = shared([15, 15, 15, 10, 45]);
const codes = (...steps: readonly Step[]) => planWarnings(after(...steps)).map(({ code }) => code);
/** What one more order is warned about. */
function warnedOf(before: readonly Step[], [actor, command]: Step): unknown {
  const events: readonly Event[] = decide(after(...before), DIALOGUE, command, contextOf(actor));
  const [first] = events;
  return first && "warnings" in first ? first.warnings : undefined;
}

describe("the rules of the target-group map", () => {
  test("V1: shares that do not make 100 are named with their sum", () => {
    const state = after(...planned(), share("unga", 20, 1));
    expect(effortFaults(state)).toEqual([{ itemId: "plan.target-priority", why: "sum", sum: 85 }]);
  });
  test("V2: an A group without a share or without outreach is named", () => {
    const [, command] = group("nya", 4, 1);
    // What the chair has fixed the chair alone takes up again.
    const state = after(...planned(), ["a", command]);
    expect(effortFaults(state)).toEqual([
      { itemId: "plan.target-priority", why: "share", groupId: "nya" },
      { itemId: "plan.outreach", why: "outreach", groupId: "nya" },
    ]);
  });
  test("V3: variant 1v is warned about when it is saved and while it stands; the scenario is not", () => {
    expect(codes(...planned())).toEqual([]);
    expect(planWarnings(after(...planned(), ...variant1v))).toEqual([
      { code: "W-RESOURCE-PRIORITY", why: "shares", first: 45, others: 55 },
    ]);
    const last = variant1v.at(-1) as Step;
    expect(warnedOf([...planned(), ...variant1v.slice(0, -1)], last)).toEqual([
      "W-RESOURCE-PRIORITY",
    ]);
  });
  test("V3: nothing is said while the shares are still being written", () => {
    expect(codes(...planned(), ...variant1v.slice(0, 3))).toEqual([]);
  });
  test("V3: the checkpoint waits for the chair's reason, and for nothing else", () => {
    const misplaced = [...wholePlan, ...variant1v];
    given(...misplaced)
      .when("tjp", open[1])
      .rejects("W-RESOURCE-PRIORITY");
    given(...misplaced, goOn)
      .when("tjp", open[1])
      .types("PositionOpened");
    given(...wholePlan)
      .when("tjp", open[1])
      .types("PositionOpened");
  });
  test("V4: a little affected group that is heard anyway has the largest share of all", () => {
    const groups = [group("f", 4, 1), group("g", 3, 2), group("h", 1, 4)];
    const largest = [...appointed, ...groups, share("f", 30), share("g", 30), share("h", 40)];
    expect(planWarnings(after(...largest))).toEqual([
      { code: "W-RESOURCE-PRIORITY", why: "largest", groupId: "h" },
    ]);
    const even = [...appointed, ...groups, share("f", 40), share("g", 20), share("h", 40)];
    expect(codes(...even)).toEqual([]);
  });
  test("V5: a map without anybody much affected and seldom heard asks who is missing", () => {
    expect(asksWhoIsMissing(after(...appointed))).toBe(false);
    expect(asksWhoIsMissing(after(...appointed, group("f", 4, 4)))).toBe(true);
    expect(asksWhoIsMissing(after(...appointed, group("f", 4, 4), group("g", 3, 2)))).toBe(false);
  });
});

describe("level, methods and occasions", () => {
  const methods = (chosen: string, other = ""): Step => [
    "tjp",
    record("plan.method", { methods: { chosen, other }, methodReason: "Passar" }),
  ];
  const level = (code: string, revision = 0): Step => [
    "a",
    record("plan.level", { level: code }, revision),
  ];
  const board = decided("level", minutesOf("§ 31", "2027-03-23", { level: "inflytande" }));
  test("only a survey for influence is a mismatch, a survey beside a future workshop is none", () => {
    const only = [...appointed, ...board, level("inflytande")];
    expect(warnedOf(only, methods("survey"))).toEqual(["W-METHOD-LEVEL"]);
    expect(warnedOf(only, methods("survey,future_workshop"))).toEqual([]);
    expect(warnedOf(only, methods("survey", "Gåtur"))).toEqual([]);
  });
  test("the level is the board's until the group has confirmed one", () => {
    expect(warnedOf(appointed, methods("dialogue_cafe"))).toEqual([]);
    expect(warnedOf(appointed, methods("survey"))).toEqual(["W-METHOD-LEVEL"]);
  });
  test("influence with one occasion is warned about, with two it is not", () => {
    const one = [...appointed, ...board, level("inflytande")];
    const first = occasion("e1", "2027-05-12 18:00", "2027-05-12 20:30");
    const second = occasion("e2", "2027-05-24 18:00", "2027-05-24 20:30");
    expect(warnedOf(one, first)).toEqual(["W-LEVEL-ONE-EVENT"]);
    expect(codes(...one, first)).toEqual(["W-LEVEL-ONE-EVENT"]);
    expect(codes(...one, first, second)).toEqual([]);
    expect(warnedOf([...appointed, ...board, first], level("inflytande"))).toContain(
      "W-LEVEL-ONE-EVENT",
    );
  });
  test("an occasion on a squeeze day or a Saturday is said, and kept", () => {
    const on = (date: string) => occasion("e9", `${date} 18:00`, `${date} 20:00`);
    expect(warnedOf(appointed, on("2027-05-07"))).toEqual(["W-KLAMDAG"]);
    expect(warnedOf(appointed, on("2027-05-22"))).toEqual(["W-NONWORKING"]);
    expect(warnedOf(appointed, on("2027-05-12"))).toBeUndefined();
  });
});

describe("the communication plan", () => {
  test("is done with all seven compulsory messages, and names those it lacks", () => {
    expect(missingMessages(after(...appointed))).toHaveLength(7);
    const without = communicated.filter(
      ([, command]) => !/andrat|aterkoppling-2/u.test(JSON.stringify(command)),
    );
    const state = after(...planned(), ...without);
    expect(missingMessages(state)).toEqual(["changed", "feedback2"]);
    expect(isDone(state, template, "plan.communication")).toBe(false);
    const whole = after(...planned(), ...communicated);
    expect(missingMessages(whole)).toEqual([]);
    expect(isDone(whole, template, "plan.communication")).toBe(true);
  });
  test("takes no invitation on the notice board, and any other message there", () => {
    const [, command] = message("inbjudan");
    const on = (purpose: string) =>
      ({ ...command, values: { message: "Hej", purpose, channel: "notice_board" } }) as never;
    expect(
      given(...appointed)
        .when("kom", on("invite"))
        .problems(),
    ).toEqual([
      {
        code: "E-FIELD",
        faults: [
          {
            itemId: "plan.communication",
            field: "channel",
            rowId: "inbjudan",
            fault: "notOnNoticeBoard",
          },
        ],
      },
    ]);
    given(...appointed)
      .when("kom", on("inform"))
      .types("RowPut");
  });
  test("reaches every A group otherwise than digitally, or the chair says why not", () => {
    const digital = communicated
      .filter(([, command]) => !/poster|school|"sms"/u.test(JSON.stringify(command)))
      .concat([
        [
          "tjp",
          row("plan.communication", "commItems", "ny", {
            message: "Hej",
            purpose: "invite",
            channel: "letter",
            groups: "boende",
          }),
        ],
      ]);
    expect(groupsReachedOnlyDigitally(after(...planned(), ...digital))).toEqual([
      "unga",
      "resenarer",
      "kvall",
    ]);
    const some = [...planned(), ...documented, ...evaluated, ...communicated];
    expect(groupsReachedOnlyDigitally(after(...some))).toEqual([]);
    given(...some)
      .when("tjp", open[1])
      .types("PositionOpened");
  });
});

describe("plans and results that speak of each occasion or group", () => {
  test("a documentation plan says how and by whom for every occasion", () => {
    const half = [
      ...planned(),
      ...documented.filter(([, one]) => !JSON.stringify(one).includes('"e2"')),
    ];
    expect(missingKeys(after(...half), "plan.documentation")).toEqual(["e2"]);
    expect(isDone(after(...half), template, "plan.documentation")).toBe(false);
    expect(isDone(after(...planned(), ...documented), template, "plan.documentation")).toBe(true);
  });
  test("who was heard is told of every group", () => {
    const first: Step = ["tjp", row("compile.heard", "coverage", "unga", { value: "reached" })];
    const note: Step = ["tjp", record("compile.heard", { biasNote: "Få äldre" })];
    expect(isDone(after(...themed, first, note), template, "compile.heard")).toBe(false);
    expect(isDone(after(...compiled), template, "compile.heard")).toBe(true);
  });
  test("a report goes to the board as version 1.0 or later", () => {
    const report = (version: string) =>
      record("compile.report", {
        report: { title: "Rapport", url: "https://granasa.se/rapport" },
        version,
        fixedAt: "2027-06-10",
      });
    for (const draft of ["0.9", "utkast"])
      expect(
        given(...themed)
          .when("tjp", report(draft))
          .problems(),
      ).toMatchObject([{ code: "E-FIELD", faults: [{ field: "version" }] }]);
    for (const whole of ["1.0", "2", "v1.1"])
      given(...themed)
        .when("tjp", report(whole))
        .types("ItemRecorded");
  });
});
