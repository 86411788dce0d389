import { describe, expect, test } from "vitest";
import { decide } from "../../src/domain/decide.ts";
import { deadlinesOf } from "../../src/domain/deadlines-of.ts";
import type { Command } from "../../src/domain/dialogue.ts";
import { problemsAt } from "../../src/domain/gates.ts";
import { hostOf } from "../../src/domain/occasion-people.ts";
import { Rejection } from "../../src/domain/rejection.ts";
import type { FormalDecision } from "../../src/domain/dialogue.ts";
import { finalDecision, startDecision } from "../../src/domain/permissions.ts";
import { statutoryOf } from "../../src/domain/statutory.ts";
import { calendar, contextOf, DIALOGUE, record, template } from "../support/given.ts";
import { momentOf, played } from "../support/played.ts";
import { SCENARIO_TWO_DATES } from "./scenario-dates.ts";
import { scenarioTwo } from "../support/scenario-two.ts";
import { schoolDirectory } from "../support/scenario-two-plan.ts";

const END = "2029-03-02 08:30";
const play = (until?: string) => played(scenarioTwo, until, schoolDirectory);
const codes = (when: string, actor: string, command: Command) => {
  const context = contextOf(actor, momentOf(when), schoolDirectory);
  try {
    decide(play(when).state, DIALOGUE, command, context);
  } catch (error) {
    if (error instanceof Rejection) return error.problems.map(({ code }) => code);
    throw error;
  }
  throw new Error("The order was not refused.");
};

describe("scenario 2, from the decision to the last date", () => {
  test("every deadline is due, done and cancelled on the day the table says", () => {
    const table = deadlinesOf(play(END).state, template, calendar).map(
      ({ code, due, doneOn, cancelledOn, movedFrom }) =>
        [
          code,
          due,
          doneOn ?? `cancelled ${cancelledOn}`,
          ...(movedFrom === undefined ? [] : [`from ${movedFrom}`]),
        ].join(" "),
    );
    expect(table).toEqual(SCENARIO_TWO_DATES);
  });
  test("the dates of both minutes are the law's", () => {
    const { state } = play();
    expect(statutoryOf(state, startDecision(state) as FormalDecision, calendar)).toEqual({
      st1: "2027-09-20",
      approved: "2027-09-13",
      st2: "2027-09-15",
      announced: "2027-09-14",
      st3: "2027-10-05",
    });
    expect(statutoryOf(state, finalDecision(state) as FormalDecision, calendar)).toEqual({
      st1: "2028-02-14",
      approved: "2028-02-10",
      st2: "2028-02-14",
      announced: "2028-02-11",
      st3: "2028-03-03",
    });
  });
  test("three to three is settled by the chair's vote; one declared jäv, one did not come", () => {
    const { closed } = play("2027-10-14 17:00").state.positions[0] ?? {};
    expect(closed?.tally).toMatchObject({ result: "approve", present: 6, castingVote: true });
    expect(closed?.at).toBe("2027-10-14T15:00:00.000Z");
  });
  test("an invitation too early is refused for everything that is missing", () => {
    const invite = record("event.invite", { publishedAt: "2027-10-07" });
    expect(codes("2027-10-07 11:00", "kom", invite)).toEqual([
      "E-NOT-APPROVED",
      "E-FEEDBACK-NOT-FIXED",
    ]);
  });
  test("an occasion nobody elected took part in has not been held; another host takes over, for that occasion alone", () => {
    const nobody = record("event.elected.e2", { electedPresent: "" });
    expect(codes("2027-11-18 12:30", "tjp", nobody)).toEqual(["E-NO-ELECTED-PRESENT"]);
    const told = record("event.open.e2", { infoGiven: "true" });
    expect(codes("2027-11-18 12:30", "b", told)).toEqual(["E-FORBIDDEN"]);
    const { state } = play("2027-11-18 13:00");
    expect([hostOf(state, "e2"), hostOf(state, "e3")]).toEqual(["b", "d"]);
    const other = record("event.open.e3", { infoGiven: "true" });
    expect(codes("2027-11-18 13:00", "b", other)).toEqual(["E-FORBIDDEN"]);
    expect(codes("2027-11-18 13:00", "h", told)).toEqual(["E-FORBIDDEN"]);
  });
  test("the last reason opens the way to the feedback", () => {
    const { state } = play("2028-02-01 16:00");
    expect(problemsAt(state, "G8", template)).toEqual([
      { code: "E-REASONS-MISSING", missing: ["t3"] },
    ]);
    expect(play("2028-02-02 10:00").state.gates.G8).toBeDefined();
  });
  test("closes when the contact list is gone", () => {
    expect(play(END).state.status).toBe("closed");
  });
});
