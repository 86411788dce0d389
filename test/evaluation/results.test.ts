import { describe, expect, test } from "vitest";
import type { Answers } from "../../src/domain/evaluation/answers.ts";
import { type ClosedRound, mentionsShown, resultsOf } from "../../src/domain/evaluation/results.ts";
import { mayBreakDown } from "../../src/domain/evaluation/breakdown.ts";
import {
  clearDifference,
  percentOf,
  tableOf,
  verdictOf,
} from "../../src/domain/evaluation/tables.ts";

type Agree = 1 | 2 | 3 | 4 | 5 | null;

/** So many of each answer from 1 to 5. */
const counted = (...counts: readonly number[]): readonly Agree[] =>
  counts.flatMap((count, index) => Array<Agree>(count).fill((index + 1) as Agree));

const round = (id: string, answers: readonly Agree[], item = "P4"): ClosedRound => ({
  id,
  answers: answers.map((answer) => ({ [item]: answer }) as Answers<"participant">),
});

const item = (rounds: readonly ClosedRound[], question = "P4") =>
  resultsOf("participant", rounds).items.find((one) => one.question === question);

describe("the worked examples of evaluation.md §4", () => {
  test.each([
    { of: [4, 4, 5, 3, 4, 2, 5], shows: { band: "B1", n: 7, positive: 5, median: 4 } },
    {
      of: [4, 4, 4, 5, 5],
      shows: { band: "B1", n: 5, positive: "all_or_nearly", median: 4 },
    },
    { of: [1, 2, 2, 1, 3], shows: { band: "B1", n: 5, positive: "few_or_none", median: 2 } },
    {
      of: [2, 3, 3, 4, 4, 4, 4, 4, 4, 5, 5, 5],
      shows: { band: "B2", n: 12, positive: 9, median: 4, counts: [0, 1, 2, 6, 3] },
    },
    {
      of: [3, 3, 3, 3, 3, 4, 4, 4, 4, 4],
      shows: { band: "B2", n: 10, positive: 5, median: [3, 4], counts: [0, 0, 5, 5, 0] },
    },
    {
      of: counted(1, 3, 6, 13, 8),
      shows: {
        band: "B3",
        n: 31,
        positive: 21,
        positivePercent: 68,
        median: 4,
        counts: [1, 3, 6, 13, 8],
        percentages: [3, 10, 19, 42, 26],
        quartiles: [3, 5],
      },
    },
    { of: [5, 5, 4, null], shows: { band: "B0" } },
  ])("$of", ({ of, shows }) => {
    expect(tableOf("agree5", of)).toEqual(shows);
  });

  test("the expected items of scenarios 1 and 2", () => {
    expect(tableOf("agree5", [2, 3, 2, 4, 3, 2, 1])).toEqual({
      band: "B1",
      n: 7,
      positive: "few_or_none",
      median: 2,
    });
    expect(tableOf("agree5", [5, 4, 4, 3, 5, 4, 4, 2, 4])).toEqual({
      band: "B1",
      n: 9,
      positive: 7,
      median: 4,
    });
    const rounds = [
      round("E1", counted(1, 2, 4, 9, 6)),
      round("E2", counted(0, 2, 3, 8, 6)),
      round("E3", [4, 4, 5, 2]),
    ];
    expect(item(rounds)).toEqual({
      question: "P4",
      withheld: ["small_round"],
      total: {
        band: "B3",
        n: 45,
        positive: 32,
        positivePercent: 71,
        median: 4,
        counts: [1, 5, 7, 19, 13],
        percentages: [2, 11, 16, 42, 29],
        quartiles: [3, 5],
      },
    });
  });
});

describe("anonymity and statistics", () => {
  test("N3: of rounds with 12, 8 and 3 answers only the total of 23 is shown", () => {
    const of = item([
      round("a", counted(1, 2, 3, 4, 2)),
      round("b", counted(1, 1, 2, 2, 2)),
      round("c", [1, 5, 5]),
    ]);
    expect(of).toMatchObject({ withheld: ["small_round"], total: { band: "B3", n: 23 } });
    expect(of).not.toHaveProperty("rounds");
  });

  test("N4: of rounds with 3 and 1 answers nothing is shown but how many they are", () => {
    const { responses, items } = resultsOf("participant", [round("a", [1, 2, 5]), round("b", [4])]);
    expect(responses.map(({ n }) => n)).toEqual([3, 1]);
    expect(items.map(({ total }) => total)).toEqual(items.map(() => ({ band: "B0" })));
    expect(items.flatMap(({ rounds = [] }) => rounds)).toEqual([]);
  });

  test("N5, N6: a breakdown needs twenty answers, five in every group and five in the rest", () => {
    expect(mayBreakDown([9, 8, 4, 3])).toBe(false);
    expect(mayBreakDown([19, 5])).toBe(true);
    expect(mayBreakDown([18, 6])).toBe(true);
    expect(mayBreakDown([20, 4])).toBe(false);
    expect(mayBreakDown([10, 9])).toBe(false);
    expect(mayBreakDown([24])).toBe(false);
  });

  test("N5, N6: where it may, the median of each class is shown and nothing else; where not, nothing", () => {
    const answering = (...classes: readonly (readonly [string, number])[]): ClosedRound => ({
      id: "a",
      answers: classes.flatMap(([background, n]) =>
        Array.from({ length: n }, (_, index) => ({
          P4: index % 2 === 0 ? 4 : 2,
          ...(background === "" ? {} : { background }),
        })),
      ) as readonly Answers<"participant">[],
    });
    const groups = (...classes: readonly (readonly [string, number])[]) =>
      item([answering(...classes)])?.groups;
    expect(groups(["18-29", 19], ["65plus", 5])).toEqual([
      { group: "18-29", n: 19, median: 4 },
      { group: "65plus", n: 5, median: 4 },
    ]);
    expect(groups(["18-29", 14], ["65plus", 6], ["", 5])).toHaveLength(2);
    expect(groups(["18-29", 20], ["65plus", 4])).toBeUndefined();
    expect(groups(["18-29", 14], ["65plus", 6], ["", 4])).toBeUndefined();
    expect(groups(["18-29", 9], ["30-49", 8], ["50-64", 4], ["65plus", 3])).toBeUndefined();
  });

  test("N7: all seven answer 5: it is said in words", () => {
    expect(tableOf("agree5", counted(0, 0, 0, 0, 7))).toEqual({
      band: "B1",
      n: 7,
      positive: "all_or_nearly",
      median: 5,
    });
  });

  test("rounds with ten answers or more are shown each and together; with five to nine, each alone", () => {
    const large = round("a", counted(1, 2, 3, 4, 2));
    expect(item([large, round("b", counted(2, 2, 2, 2, 2))])).toMatchObject({
      withheld: [],
      total: { n: 22 },
      rounds: [{ table: { n: 12 } }, { table: { n: 10 } }],
    });
    const beside = item([large, round("b", counted(1, 1, 2, 2, 2))]);
    expect(beside).toMatchObject({
      withheld: ["total_tells_round"],
      rounds: [{ id: "a" }, { id: "b", table: { band: "B1", n: 8 } }],
    });
    expect(beside).not.toHaveProperty("total");
  });

  test("an item that few have answered in one round is shown only as total; the others are shown by round", () => {
    const both = (p4: Agree, p5: Agree): Answers<"participant"> => ({ P4: p4, P5: p5 });
    const many = counted(2, 2, 2, 3, 3);
    const rounds: readonly ClosedRound[] = [
      { id: "a", answers: many.map((answer) => both(answer, answer)) },
      { id: "b", answers: many.map((answer, index) => both(answer, index < 3 ? 5 : null)) },
    ];
    expect(item(rounds, "P4")?.rounds).toHaveLength(2);
    expect(item(rounds, "P5")).toMatchObject({ withheld: ["small_item"], total: { n: 15 } });
  });

  test("what only some rounds were asked about is a total of those", () => {
    const rounds = [
      round("E1", counted(1, 2, 4, 9, 6), "P2"),
      round("E2", counted(0, 2, 3, 8, 6)),
      round("E3", [4, 4, 5, 2], "P2"),
    ];
    expect(item(rounds, "P2")).toMatchObject({ total: { n: 26 }, withheld: ["small_round"] });
  });
});

test("percentages are whole and rounded half up", () => {
  expect([percentOf(1, 8), percentOf(31, 46), percentOf(12, 120), percentOf(7, 8)]).toEqual([
    13, 67, 10, 88,
  ]);
});

test("what is to be improved and what worked well is read from what is shown", () => {
  const verdict = (...counts: readonly number[]) =>
    verdictOf(tableOf("agree5", counted(...counts)));
  expect(verdict(2, 3, 2, 1, 0)).toBe("to_improve");
  expect(verdict(0, 0, 1, 4, 3)).toBe("worked_well");
  expect(verdict(0, 1, 3, 2, 2)).toBeUndefined();
  expect(verdict(0, 0, 6, 5, 0)).toBe("to_improve");
  expect(verdict(0, 0, 2, 4, 4)).toBe("worked_well");
  expect(verdict(1, 1, 1, 0, 0)).toBeUndefined();
});

test("two dialogues differ clearly when the medians do by a whole step, with ten answers or more in both", () => {
  const table = (...counts: readonly number[]) => tableOf("agree5", counted(...counts));
  expect(clearDifference(table(0, 0, 8, 4, 0), table(0, 0, 2, 9, 3))).toBe(true);
  expect(clearDifference(table(0, 0, 5, 5, 0), table(0, 0, 2, 9, 3))).toBe(false);
  expect(clearDifference(table(0, 0, 4, 1, 0), table(0, 0, 2, 9, 3))).toBeUndefined();
});

test("choices without order have no median; yes with changes is a yes; trust counts what has grown", () => {
  expect(tableOf("redo3", ["a", "b", "b", "c", "c", "a", "b"])).toEqual({
    band: "B1",
    n: 7,
    positive: 5,
  });
  expect(tableOf("change3", [1, 1, 0, -1, 0, 1, 0])).toEqual({
    band: "B1",
    n: 7,
    positive: 3,
    median: 0,
  });
});

test("a theme gets a number from three mentions", () => {
  expect([1, 2, 3, 9].map(mentionsShown)).toEqual(["a_few", "a_few", 3, 9]);
});
