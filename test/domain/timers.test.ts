import { describe, expect, test } from "vitest";
import { timersOf } from "../../src/domain/timers.ts";
import type { Dialogue } from "../../src/domain/dialogue.ts";
import { after, calendar, given, type Step, template } from "../support/given.ts";
import { answer, close, goOn, open, planned } from "../support/planned.ts";

const asked = [...planned(), goOn, open];
const approved: readonly Step[] = [
  ...asked,
  answer("a", "approve"),
  answer("b", "approve"),
  answer("c", "approve"),
  close,
];
const told = (state: Dialogue) =>
  timersOf(state, template, calendar).map(({ at, command }) => [at, command.type]);

describe("what happens by time", () => {
  test("an open position closes at its time, one that is closed no more", () => {
    expect(told(after(...asked))).toEqual([["2027-04-09T15:00:00.000Z", "ClosePosition"]]);
    expect(told(after(...approved)).map(([, type]) => type)).not.toContain("ClosePosition");
  });
  test("occasions of an approved plan end at their planned ends, earliest first", () => {
    expect(told(after(...planned()))).toEqual([]);
    expect(told(after(...approved))).toEqual([
      ["2027-05-12T18:30:00.000Z", "EndOccasion"],
      ["2027-05-22T12:00:00.000Z", "EndOccasion"],
    ]);
  });
  test("one that is moved ends at its new time, one that is cancelled or has ended not again", () => {
    const move = {
      type: "MoveOccasion",
      occasionId: "e1",
      start: "2027-05-27T16:00:00.000Z",
      end: "2027-05-27T18:30:00.000Z",
      reason: "Lokalen var upptagen",
    } as const;
    const moved = after(...approved, ["tjp", move]);
    expect(told(moved).map(([at]) => at)).toEqual([
      "2027-05-22T12:00:00.000Z",
      "2027-05-27T18:30:00.000Z",
    ]);
    const cancel = { type: "CancelOccasion", occasionId: "e2", reason: "Ingen kom" } as const;
    const end = { type: "EndOccasion", occasionId: "e1" } as const;
    const over: readonly Step[] = [
      ...approved,
      ["tjp", cancel],
      ["system", end, "2027-05-12T18:30:00.000Z"],
    ];
    // What is left is its survey, which closes ten days later.
    expect(told(after(...over))).toEqual([["2027-05-24T22:00:00.000Z", "CloseRound"]]);
  });
  test("what comes late keeps the instant meant beside the one it happened", () => {
    const end = { type: "EndOccasion", occasionId: "e1" } as const;
    const late: Step = ["system", end, "2027-05-14T07:00:00.000Z"];
    expect(after(...approved, late).occasions["e1"]?.endedAt).toBe("2027-05-12T18:30:00.000Z");
    given(...approved, late)
      .when("system", end)
      .gives();
  });
});
