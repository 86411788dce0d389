import { describe, expect, test } from "vitest";
import { deadlinesOf } from "../../src/domain/deadlines-of.ts";
import {
  backgroundOf,
  questionsOf,
  roundsOf,
  roundStatus,
} from "../../src/domain/evaluation/rounds.ts";
import { mayReadTexts } from "../../src/domain/evaluation/survey-orders.ts";
import { timersOf } from "../../src/domain/timers.ts";
import { wordsOf } from "../../src/domain/text.ts";
import { after, calendar, given, type Step, template } from "../support/given.ts";
import { row } from "../support/planned.ts";
import { momentOf, played, type Row } from "../support/played.ts";
import { scenarioOne } from "../support/scenario-one.ts";
import { invited } from "../support/whole-plan.ts";
import { toldBoth } from "../support/after-decision.ts";

const rounds = (state: ReturnType<typeof after>) => roundsOf(state, template, calendar);
const close = (roundId: string, answers?: number, at = "2027-06-01T22:00:00.000Z"): Step => [
  "system",
  { type: "CloseRound", roundId, ...(answers === undefined ? {} : { answers }) },
  at,
];
const closed: readonly Step[] = [...invited, close("e1", 31), close("e2", 12)];
const few: readonly Step[] = [...invited, close("e1", 3), close("e2", 1)];

describe("a round of the participants' evaluation", () => {
  test("opens when its tillfälle ends and closes with the tenth day after, or the next working day", () => {
    const state = after(...invited);
    expect(
      rounds(state).map(({ id, opensAt, lastDay, closesAt }) => [id, opensAt, lastDay, closesAt]),
    ).toEqual([
      ["e1", momentOf("2027-05-12 20:30"), "2027-05-24", momentOf("2027-05-25 00:00")],
      ["e2", momentOf("2027-05-22 14:00"), "2027-06-01", momentOf("2027-06-02 00:00")],
    ]);
    const [first] = rounds(state);
    if (!first) throw new Error("There is no round.");
    const status = (when: string) => roundStatus(state, first, momentOf(when));
    expect(
      ["2027-05-12 20:29", "2027-05-12 20:30", "2027-05-24 23:59", "2027-05-25 00:00"].map(status),
    ).toEqual(["planned", "open", "open", "closed"]);
  });
  test("closes by itself with the number of its answers: D09 is done on its last day, and it stands in the item", () => {
    const { state } = played(scenarioOne, "2027-06-02 00:00");
    expect(state.survey.closed).toEqual({
      e1: { closedOn: "2027-05-24", answers: 31 },
      e2: { closedOn: "2027-06-01", answers: 12 },
    });
    const done = deadlinesOf(state, template, calendar).filter(({ code }) =>
      code.startsWith("D09"),
    );
    expect(done.map(({ code, doneOn }) => `${code} ${doneOn}`)).toEqual([
      "D09.1 2027-05-24",
      "D09.2 2027-06-01",
    ]);
    expect(state.items["eval.participants"]?.values.rounds).toMatchObject([
      { id: "e1", values: { eventId: "e1", closedAt: "2027-05-24", n: 31 } },
      { id: "e2", values: { eventId: "e2", closedAt: "2027-06-01", n: 12 } },
    ]);
    expect(timersOf(state, template, calendar).map(({ command }) => command.type)).not.toContain(
      "CloseRound",
    );
  });
  test("is closed by nobody but time, not before its time, once, and never uncounted", () => {
    const early = close("e1", 31, "2027-05-24T21:59:00.000Z");
    expect(after(...invited, early).survey.closed).toEqual({});
    expect(after(...closed, close("e1", 40)).survey.closed.e1?.answers).toBe(31);
    given(...invited)
      .when("tjp", { type: "CloseRound", roundId: "e1", answers: 3 })
      .rejects("E-FORBIDDEN");
    expect(() => after(...invited, close("e1"))).toThrow("counted");
  });
  test("has no answers that somebody writes down by hand", () => {
    const put = (rowId: string, revision: number) =>
      row(
        "eval.participants",
        "rounds",
        rowId,
        { eventId: "e1", closedAt: "2027-05-24", n: "31" },
        revision,
      );
    given(...invited)
      .when("tjp", put("r1", 0))
      .rejects("E-LOCKED-RECORD");
    given(...closed)
      .when("tjp", put("e1", 1))
      .rejects("E-LOCKED-RECORD");
  });
  test("of a tillfälle that is cancelled goes, and the others stay", () => {
    const cancel = { type: "CancelOccasion", occasionId: "e1", reason: "Storm." } as const;
    const state = after(...invited, ["tjp", cancel]);
    const status = rounds(state).map((one) =>
      roundStatus(state, one, momentOf("2027-05-23 10:00")),
    );
    expect(status).toEqual(["cancelled", "open"]);
    expect(after(...invited, ["tjp", cancel], close("e1", 3)).survey.closed).toEqual({});
  });
});

describe("what is asked", () => {
  const plan = (participantQuestions: string) =>
    ({
      ...after(...invited),
      items: {
        "plan.evaluation": {
          revision: 1,
          values: { participantQuestions: participantQuestions.split(",") },
        },
      },
    }) as ReturnType<typeof after>;
  const ids = (state: ReturnType<typeof after>, form: "participant" | "short" | "wave2") =>
    questionsOf(state, form)
      .map(({ id }) => id)
      .join(" ");
  test("is what the plan chose, in the order of the questionnaire; all of it when it chose nothing", () => {
    expect(ids(plan("PF,P5,P1"), "participant")).toBe("P1 P5 PF");
    expect(ids(plan("PF,P5,P1"), "short")).toBe("P1 P5");
    expect(ids(plan("P2"), "short")).toBe("P1 P4 P5 P8");
    expect(ids(plan("P2"), "wave2")).toBe("W1 W2");
  });
  test("of the short form is chosen for a round before it opens, and never asks who one is", () => {
    const short = { type: "ChooseRoundForm", roundId: "e2", form: "short" } as const;
    const age = { type: "ChooseBackground", background: "age" } as const;
    const state = after(...invited, ["tjp", short], ["tjp", age]);
    expect(rounds(state).map(({ form }) => [form, backgroundOf(state, form)])).toEqual([
      ["participant", "age"],
      ["short", undefined],
    ]);
    given(...invited, ["tjp", short])
      .when("tjp", short)
      .gives();
    given(...invited)
      .when("kom", short)
      .rejects("E-FORBIDDEN");
    given(...invited)
      .when("tjp", { ...short, roundId: "nowhere" })
      .rejects("E-FORBIDDEN");
    const late = (command: typeof short | typeof age): Step => [
      "tjp",
      command,
      "2027-05-22T12:00:00.000Z",
    ];
    expect(() => after(...invited, late(short))).toThrow("E-LOCKED-RECORD");
    expect(() => after(...invited, late(age))).toThrow("E-LOCKED-RECORD");
  });
});

describe("the second wave", () => {
  const open = { type: "OpenSecondWave" } as const;
  test("is opened after feedback 2 by the civil servant, once, and is no part of the evaluation that must be there", () => {
    given(...closed)
      .when("tjp", open)
      .rejects("E-NO-FEEDBACK");
    given(...toldBoth)
      .when("a", open)
      .rejects("E-FORBIDDEN");
    const opened: readonly Step[] = [...toldBoth, ["tjp", open, "2027-08-16T08:00:00.000Z"]];
    given(...opened)
      .when("tjp", open)
      .gives();
    expect(rounds(after(...opened)).at(-1)).toMatchObject({
      id: "wave2",
      form: "wave2",
      lastDay: "2027-08-26",
    });
    const over = after(...opened, close("wave2", 9, "2027-08-26T22:00:00.000Z"));
    expect(over.survey.closed.wave2).toEqual({ closedOn: "2027-08-26", answers: 9 });
    expect(over.items["eval.participants"]).toBeUndefined();
  });
});

describe("what participants wrote", () => {
  const put = (title: string, mentions: string, revision = 0) =>
    ({ type: "PutTheme", themeId: "t1", title, mentions, revision }) as const;
  test("is read when every round has closed and at least five have answered", () => {
    expect(mayReadTexts(rounds(after(...closed)))).toBe(true);
    expect(mayReadTexts(rounds(after(...invited, close("e1", 31))))).toBe(false);
    expect(mayReadTexts(rounds(after(...few)))).toBe(false);
    given(...few)
      .when("tjp", put("Ljuset", "3"))
      .rejects("E-FORBIDDEN");
  });
  test("becomes themes with a number of mentions, written by the civil servant alone", () => {
    const themed: readonly Step[] = [...closed, ["tjp", put("Ljuset", "3")]];
    given(...themed)
      .when("tjp", put(" Ljuset ", "3"))
      .gives();
    given(...themed)
      .when("tjp", put("Ljuset", "4"))
      .rejects("E-STALE");
    given(...closed)
      .when("a", put("Ljuset", "3"))
      .rejects("E-FORBIDDEN");
    const faults = (title: string, mentions: string) =>
      given(...closed)
        .when("tjp", put(title, mentions))
        .problems()
        .flatMap((one) => ("faults" in one ? one.faults : []))
        .map(({ field, fault }) => `${field} ${fault}`);
    expect(
      [
        faults(" ", "3"),
        faults("x".repeat(301), "3"),
        faults("x", ""),
        faults("x", "0"),
        faults("x", "tre"),
      ].flat(),
    ).toEqual([
      "title missing",
      "title tooLong",
      "mentions missing",
      "mentions notANumber",
      "mentions notANumber",
    ]);
    const changed = after(...themed, ["tjp", put("Belysningen", "4", 1)]);
    expect(changed.survey.themes.map(({ title, mentions }) => [wordsOf(title), mentions])).toEqual([
      ["Belysningen", 4],
    ]);
    const remove = { type: "RemoveTheme", themeId: "t1" } as const;
    expect(after(...themed, ["tjp", remove], ["tjp", remove]).survey.themes).toEqual([]);
  });
});

test("a round recorded by hand before rounds closed by themselves is closed already", () => {
  const values = { eventId: "e1", closedAt: "2027-05-24", n: 31 };
  const fact = {
    type: "RowPut",
    itemId: "eval.participants",
    field: "rounds",
    rowId: "r1",
    values,
  };
  const legacy: Row = ["2027-05-24 10:00", { by: "tjp", facts: [fact as never] }];
  const before = scenarioOne.filter(([when]) => when < "2027-05-24");
  const { state } = played([...before, legacy], "2027-05-25 10:00");
  expect(rounds(state)[0]?.closed).toEqual({ closedOn: "2027-05-24", answers: 31 });
  expect(state.survey.closed).toEqual({});
});
