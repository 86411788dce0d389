import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Ballot,
  POSITION_ANSWERS,
  type PositionAnswer,
  tally,
} from "../../src/domain/tally.ts";

/** The first is the chair's. */
const ballots = (...answers: PositionAnswer[]): Ballot[] =>
  answers.map((answer, i) => ({ answer, isChair: i === 0 }));

describe("counting a position", () => {
  test("four yes and one no of five is approved", () => {
    expect(tally(5, ballots("approve", "approve", "approve", "approve", "return"))).toMatchObject({
      result: "approve",
      yes: 4,
      no: 1,
      quorum: true,
      castingVote: false,
    });
  });
  test("scenario 2: one absent and one recused of eight, three against three, the chair decides", () => {
    const given = [
      ...ballots("approve", "approve", "approve", "return", "return", "return"),
      { answer: "recuse", isChair: false } as const,
    ];
    expect(tally(8, given)).toMatchObject({
      present: 6,
      quorum: true,
      result: "approve",
      castingVote: true,
    });
  });
  test("half of the seats is no quorum: a recused member counts among the seats", () => {
    expect(tally(4, ballots("approve", "approve", "recuse"))).toMatchObject({
      present: 2,
      quorum: false,
    });
    expect(tally(4, ballots("approve", "approve", "recuse")).result).toBeUndefined();
  });
  test("a tie with an abstaining chair gives no result", () => {
    expect(tally(3, ballots("abstain", "approve", "return")).result).toBeUndefined();
  });
  test("among those who said no the larger part decides how", () => {
    expect(tally(5, ballots("approve", "refer", "refer", "return", "approve")).result).toBe(
      "refer",
    );
    expect(tally(5, ballots("return", "refer", "return", "refer", "approve")).result).toBe(
      "return",
    );
    expect(
      tally(5, ballots("approve", "refer", "return", "refer", "return")).result,
    ).toBeUndefined();
  });
  test("never decides against most of the votes, and never without quorum", () => {
    const answer = fc.constantFrom(...POSITION_ANSWERS);
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 9 }), fc.nat(3), (answers, absent) => {
        const counted = tally(answers.length + absent, ballots(...answers));
        expect(counted.quorum).toBe(counted.present * 2 > counted.seats);
        const { result, yes, no } = counted;
        const decidedAgainstMost =
          result === "approve" ? yes < no : result !== undefined && no < yes;
        expect([decidedAgainstMost, !counted.quorum && result !== undefined]).toEqual([
          false,
          false,
        ]);
        expect(counted.yes + counted.no + counted.abstained).toBe(counted.present);
      }),
    );
  });
});
