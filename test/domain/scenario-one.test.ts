import { describe, expect, test } from "vitest";
import { decide } from "../../src/domain/decide.ts";
import { deadlinesOf } from "../../src/domain/deadlines-of.ts";
import type { Command } from "../../src/domain/dialogue.ts";
import { Rejection } from "../../src/domain/rejection.ts";
import type { FormalDecision } from "../../src/domain/dialogue.ts";
import { finalDecision, startDecision } from "../../src/domain/permissions.ts";
import { statutoryOf } from "../../src/domain/statutory.ts";
import { calendar, contextOf, DIALOGUE, record, template } from "../support/given.ts";
import { momentOf, played } from "../support/played.ts";
import { SCENARIO_ONE_DATES } from "./scenario-dates.ts";
import { scenarioOne } from "../support/scenario-one.ts";

const END = "2028-07-24 08:30";
/** Code, due, day done or cancelled, and from where it was moved. */
const table = (until: string) =>
  deadlinesOf(played(scenarioOne, until).state, template, calendar).map(
    ({ code, due, doneOn, cancelledOn, movedFrom }) =>
      [
        code,
        due,
        doneOn ?? (cancelledOn === undefined ? "open" : `cancelled ${cancelledOn}`),
        ...(movedFrom === undefined ? [] : [`from ${movedFrom}`]),
      ].join(" "),
  );
const codes = (when: string, actor: string, command: Command) => {
  try {
    decide(played(scenarioOne, when).state, DIALOGUE, command, contextOf(actor, momentOf(when)));
  } catch (error) {
    if (error instanceof Rejection) return error.problems.map(({ code }) => code);
    throw error;
  }
  throw new Error("The order was not refused.");
};
const gates = (when: string) => Object.keys(played(scenarioOne, when).state.gates);

describe("scenario 1, from the decision to the last date", () => {
  test("every deadline is due, done and cancelled on the day the table says", () => {
    expect(table(END)).toEqual(SCENARIO_ONE_DATES);
  });
  test("deadlines come to be when their facts do", () => {
    expect(table("2027-02-04 10:00")).toEqual(["D01 2027-02-09 2027-02-04", "D02 2027-02-18 open"]);
    expect(table("2027-05-12 20:29").at(-1)).toBe("D07 2027-05-04 2027-05-04");
    expect(table("2027-05-12 20:30").slice(-2)).toEqual([
      "D08.1 2027-05-14 open",
      "D09.1 2027-05-24 open",
    ]);
    expect(table("2027-05-22 14:00").slice(-3)).toEqual([
      "D10 2027-06-11 open",
      "D11 2027-06-18 open",
      "D13.1 2027-08-20 open",
    ]);
  });
  test("the dates of both minutes are the law's", () => {
    const { state } = played(scenarioOne);
    expect(statutoryOf(state, startDecision(state) as FormalDecision, calendar)).toEqual({
      st1: "2027-02-09",
      approved: "2027-02-02",
      st2: "2027-02-04",
      announced: "2027-02-03",
      st3: "2027-02-24",
    });
    expect(statutoryOf(state, finalDecision(state) as FormalDecision, calendar)).toEqual({
      st1: "2027-07-06",
      approved: "2027-06-29",
      st2: "2027-07-01",
      announced: "2027-07-01",
      st3: "2027-07-22",
    });
  });
  test("each gate is passed when the scenario says", () => {
    expect(gates("2027-02-04 10:00")).toContain("G4a");
    expect(gates("2027-04-08 17:29")).not.toContain("G5");
    expect(gates("2027-04-08 17:30")).toEqual(expect.arrayContaining(["G4b", "G4c", "G5"]));
    expect(gates("2027-05-22 13:00")).not.toContain("G6");
    expect(gates("2027-05-25 10:00")).toContain("G6");
    expect(gates("2027-06-10 10:00")).toContain("G7");
    expect(gates("2027-06-29 12:00")).toContain("G8");
    expect(gates("2027-08-13 10:00")).toContain("G9");
    expect(gates("2027-09-09 10:00")).toContain("G10");
  });
  test("the contact list goes at 08:30 of its day, and with it the dialogue is closed", () => {
    const before = played(scenarioOne, "2028-07-24 08:29").state;
    expect([before.status, before.purges]).toEqual(["active", []]);
    const { state, events } = played(scenarioOne, END);
    expect(state.status).toBe("closed");
    expect(state.purges).toEqual([
      { what: "contactList", meant: "2028-07-24T06:30:00.000Z", at: "2028-07-24T06:30:00.000Z" },
    ]);
    expect(events.slice(-3)).toMatchObject([
      { type: "ContactListPurged", by: "system" },
      { type: "GatePassed", gate: "G11", by: "system" },
      { type: "DialogueClosed", by: "system" },
    ]);
  });
  test("a disposal decision that comes late is followed at once", () => {
    const rows = scenarioOne.map((row) =>
      row[0] === "2028-06-27 10:00" ? (["2028-09-01 10:00", ...row.slice(1)] as never) : row,
    );
    expect(played(rows, "2028-08-31 10:00").state.purges).toEqual([]);
    expect(played(rows, "2028-09-01 10:00").state.purges).toMatchObject([
      { meant: "2028-07-24T06:30:00.000Z", at: "2028-09-01T08:00:00.000Z" },
    ]);
  });
  test("refusals on the way", () => {
    const invite = record("event.invite", { publishedAt: "2027-03-23" });
    expect(codes("2027-03-23 10:00", "kom", invite)).toEqual(["E-NOT-APPROVED"]);
    const late = { type: "AnswerPosition", positionId: "p1", answer: "approve" } as const;
    expect(codes("2027-04-09 09:00", "e", { ...late, reason: "", revision: 1 })).toEqual([
      "E-LOCKED-RECORD",
    ]);
    const poll = { type: "OpenPosition", positionId: "p2", matter: "other" } as const;
    const question = "Slutligt beslut om torget";
    expect(codes("2027-06-16 10:00", "tjp", { ...poll, question })).toEqual(["E-BOARD-ONLY"]);
    expect(codes(END, "tjp", record("eval.meeting", { heldAt: "2028-07-01" }, 1))).toEqual([
      "E-NOT-ACTIVE",
    ]);
  });
});
