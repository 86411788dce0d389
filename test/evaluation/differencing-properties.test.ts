import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Answers } from "../../src/domain/evaluation/answers.ts";
import {
  type ClosedRound,
  type ItemResult,
  resultsOf,
} from "../../src/domain/evaluation/results.ts";
import { type Table, tableOf } from "../../src/domain/evaluation/tables.ts";
import { foundOut, type Seen } from "./attacker.ts";

/** What the four rounds answered to P4; the other questions are read in the same way. */
type Round = readonly (1 | 2 | 3 | 4 | 5)[];
const CHOICES = [false, false, false, true, true];

const closed = (rounds: readonly Round[]): readonly ClosedRound[] =>
  rounds.map((round, index) => ({
    id: `r${index + 1}`,
    answers: round.map((answer): Answers<"participant"> => ({ P4: answer })),
  }));

function shownOf(rounds: readonly ClosedRound[]): ItemResult {
  const item = resultsOf("participant", rounds).items.find(({ question }) => question === "P4");
  if (!item) throw new Error("P4 is not among the results.");
  return item;
}

function seenIn(table: Table, rounds: readonly string[]): readonly Seen[] {
  return table.band === "B0" ? [] : [{ ...table, rounds }];
}

function allSeen({ total, rounds = [] }: ItemResult, ids: readonly string[]): readonly Seen[] {
  return [
    ...rounds.flatMap(({ id, table }) => seenIn(table, [id])),
    ...(total ? seenIn(total, ids) : []),
  ];
}

const caseOf = (rounds: readonly ClosedRound[], seen: readonly Seen[]) => ({
  rounds: rounds.map(({ id, answers }) => ({ id, n: answers.length })),
  choices: CHOICES,
  seen,
});

function attack(rounds: readonly Round[]): readonly string[] {
  const all = closed(rounds);
  const ids = all.map(({ id }) => id);
  return foundOut(caseOf(all, allSeen(shownOf(all), ids)));
}

/** People who mostly agree with each other, as they do: among them the small numbers tell most. */
const answers = (max: number) =>
  fc
    .tuple(fc.constantFrom<Round[number]>(1, 2, 3, 4, 5), fc.integer({ min: 0, max }))
    .chain(([most, n]) =>
      fc.array(
        fc.oneof(
          { weight: 4, arbitrary: fc.constant(most) },
          { weight: 1, arbitrary: fc.constantFrom<Round[number]>(1, 2, 3, 4, 5) },
        ),
        { minLength: n, maxLength: n },
      ),
    );
const few = answers(4);
const some = answers(9);
const many = answers(12).filter((all) => all.length > 9);

describe("nothing about fewer than five people can be computed from what is shown", () => {
  test("of one round or two", () => {
    fc.assert(
      fc.property(fc.oneof(fc.tuple(some), fc.tuple(some, few), fc.tuple(few, few)), (rounds) => {
        expect(attack(rounds)).toEqual([]);
      }),
    );
  });

  test("of rounds with few, some and many answers, in any order", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.tuple(many, few), fc.tuple(few, many), fc.tuple(many, some)),
        (rounds) => {
          expect(attack(rounds)).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("the attacker can", () => {
  const GROUP: Round = [4, 2, 5, 4, 3, 5, 4, 1, 5, 4, 4, 2];

  test("with a table for every round and the total: the small one is found by subtraction", () => {
    const all = closed([GROUP, [5, 5, 1]]);
    const values = all.map(({ answers: given }) => given.map((one) => (one as { P4: number }).P4));
    const tables = [
      ...seenIn(tableOf("agree5", values[0] ?? []), ["r1"]),
      ...seenIn(tableOf("agree5", values.flat()), ["r1", "r2"]),
    ];
    expect(foundOut(caseOf(all, tables))).toEqual([
      "r2: what they answered",
      "r2: how many agree",
      "r2: their median",
    ]);
  });

  test("with the first round shown before the last has closed: the same, from two moments", () => {
    const [first, second] = closed([GROUP, [5, 5, 1]]);
    if (!(first && second)) throw new Error("Two rounds.");
    const before = allSeen(shownOf([first]), ["r1"]);
    const after = allSeen(shownOf([first, second]), ["r1", "r2"]);
    expect(foundOut(caseOf([first, second], [...before, ...after]))).toContain(
      "r2: what they answered",
    );
  });

  test("with the number instead of the words where all agree, and where nobody does", () => {
    const numbers = (round: Round, positive: number): Seen => ({
      rounds: ["r1"],
      n: round.length,
      positive,
      median: round[3] ?? 0,
    });
    const agreed: Round = [4, 4, 4, 5, 5, 5, 5];
    expect(foundOut(caseOf(closed([agreed]), [numbers(agreed, 7)]))).toEqual([
      "r1: each one agrees",
    ]);
    const refused: Round = [1, 1, 2, 2, 3, 3, 3];
    expect(foundOut(caseOf(closed([refused]), [numbers(refused, 0)]))).toEqual([
      "r1: nobody agrees",
    ]);
    expect(attack([agreed])).toEqual([]);
    expect(attack([refused])).toEqual([]);
  });

  test("with the numbers of a total in which everybody agrees: it tells about the few among them", () => {
    const all = closed([
      [4, 5, 4, 5, 4, 5, 4, 5, 4, 5],
      [5, 4],
    ]);
    const total = tableOf("agree5", [4, 5, 4, 5, 4, 5, 4, 5, 4, 5, 5, 4]);
    expect(foundOut(caseOf(all, seenIn(total, ["r1", "r2"])))).toContain("r2: how many agree");
    expect(foundOut(caseOf(all, allSeen(shownOf(all), ["r1", "r2"])))).toEqual([]);
  });

  test("with the total beside rounds of five to nine: each one of them is known to agree", () => {
    const all = closed([GROUP, [4, 4, 5, 5, 5]]);
    const tables = [
      ...allSeen(shownOf(all), ["r1", "r2"]),
      ...seenIn(tableOf("agree5", [...GROUP, 4, 4, 5, 5, 5]), ["r1", "r2"]),
    ];
    expect(foundOut(caseOf(all, tables))).toEqual(["r2: each one agrees"]);
  });
});
