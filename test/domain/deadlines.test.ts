import { describe, expect, test } from "vitest";
import { createCalendar } from "../../src/domain/calendar.ts";
import { deadlinesFrom } from "../../src/domain/deadlines.ts";
import type { CountedOccasion, Milestone, Milestones } from "../../src/domain/milestones.ts";
import { builtInTemplate } from "../../src/domain/process/built-in.ts";
import { SCENARIO_ONE_DATES, SCENARIO_TWO_DATES } from "./scenario-dates.ts";

const counting = { counts: builtInTemplate.deadlines, calendar: createCalendar() };
const on = (date: string, told = date): Milestone => ({ on: date, at: `${told}T09:00:00.000Z` });
const occasion = (
  number: number,
  date: string,
  debriefed: string,
  surveyClosed: string,
): CountedOccasion => ({
  id: `e${number}`,
  number,
  starts: date,
  ends: date,
  endedAt: `${date}T19:00:00.000Z`,
  debriefed,
  surveyClosed,
});
/** Code, due date, day done or `cancelled DATE`, as in the tables "Deadlines" of scenarios.md. */
const table = (milestones: Milestones) =>
  deadlinesFrom(milestones, counting).map(({ code, due, doneOn, cancelledOn }) =>
    [code, due, doneOn ?? (cancelledOn === undefined ? "open" : `cancelled ${cancelledOn}`)].join(
      " ",
    ),
  );

const withoutMove = (row: string) => row.replace(/ from .*/u, "");

const scenario1: Milestones = {
  startDecision: on("2027-01-26", "2027-01-27"),
  appointed: on("2027-02-04"),
  kickoff: on("2027-02-16"),
  feedbackFixed: on("2027-03-01"),
  proposal: on("2027-03-22"),
  checkpoint: on("2027-04-08"),
  invited: "2027-04-20",
  reminded: "2027-05-04",
  occasions: [
    occasion(1, "2027-05-12", "2027-05-14", "2027-05-24"),
    occasion(2, "2027-05-22", "2027-05-25", "2027-06-01"),
  ],
  reportFixed: "2027-06-10",
  heard: on("2027-06-17"),
  statusNotices: [],
  finalDecision: on("2027-06-22", "2027-06-23"),
  decisionTold: on("2027-08-13"),
  internalClosed: on("2027-08-30"),
  learningMeeting: on("2027-09-09"),
  evaluationReported: "2027-09-28",
  followUps: [on("2027-12-21"), on("2028-06-22")],
  finished: on("2028-06-22"),
  contactListDeleted: "2028-07-24",
};

const scenario2: Milestones = {
  startDecision: on("2027-09-06", "2027-09-07"),
  appointed: on("2027-09-14"),
  kickoff: on("2027-09-22"),
  feedbackFixed: on("2027-10-08"),
  proposal: on("2027-10-11"),
  checkpoint: on("2027-10-14"),
  invited: "2027-10-26",
  reminded: "2027-11-09",
  occasions: [
    occasion(1, "2027-11-16", "2027-11-18", "2027-11-26"),
    occasion(2, "2027-11-18", "2027-11-22", "2027-11-29"),
    occasion(3, "2027-11-23", "2027-11-25", "2027-12-03"),
  ],
  reportFixed: "2027-12-13",
  heard: on("2027-12-20"),
  statusNotices: [],
  finalDecision: on("2028-01-31", "2028-02-01"),
  decisionTold: on("2028-02-18"),
  internalClosed: on("2028-03-06"),
  learningMeeting: on("2028-03-16"),
  evaluationReported: "2028-04-10",
  followUps: [on("2028-08-14"), on("2029-01-31")],
  finished: on("2029-01-31"),
  contactListDeleted: "2029-03-02",
};

describe("the deadlines of a whole dialogue", () => {
  test("scenario 1, to the day", () => {
    expect(table(scenario1)).toEqual(SCENARIO_ONE_DATES.map(withoutMove));
  });
  test("scenario 2, to the day", () => {
    expect(table(scenario2)).toEqual(SCENARIO_TWO_DATES.map(withoutMove));
  });
  test("what was moved out of the summer says from where", () => {
    const moved = deadlinesFrom(scenario1, counting).filter(
      ({ movedFrom }) => movedFrom !== undefined,
    );
    expect(moved.map(({ code, movedFrom }) => [code, movedFrom])).toEqual([["D14", "2027-07-14"]]);
  });
});

describe("small print", () => {
  const { finalDecision: _decision, finished: _finished, ...waiting } = scenario1;
  test("status notices go on each period while there is no decision, counted from the last event", () => {
    const undecided = {
      ...waiting,
      statusNotices: [on("2027-08-20"), on("2027-11-18")],
      followUps: [],
    };
    const notices = table(undecided).filter((row) => row.startsWith("D13"));
    expect(notices).toEqual([
      "D13.1 2027-08-20 2027-08-20",
      "D13.2 2027-11-18 2027-11-18",
      "D13.3 2028-02-16 open",
    ]);
  });
  test("follow-ups go on each half year until the issue is finished", () => {
    const { finished: _never, ...going } = scenario1;
    const ups = table(going).filter((row) => row.startsWith("D18"));
    expect(ups.at(-1)).toBe("D18.3 2028-12-22 open");
    expect(table(scenario1).some((row) => row.startsWith("D18.3"))).toBe(false);
  });
  test("feedback 1 is never due before the report, whatever the group has wished", () => {
    const due = (feedback1Due: string) =>
      table({ ...scenario1, feedback1Due })
        .find((row) => row.startsWith("D11"))
        ?.split(" ")[1];
    expect([due("2027-06-01"), due("2027-07-01")]).toEqual(["2027-06-11", "2027-07-01"]);
  });
  test("nothing after an event exists until its end has come", () => {
    const [first] = scenario1.occasions;
    const { endedAt: _end, ...planned } = first as CountedOccasion;
    const codes = table({
      ...scenario1,
      occasions: [planned, scenario1.occasions[1] as CountedOccasion],
    });
    expect(codes.some((row) => /^(D08\.1|D10|D11|D13)/u.test(row))).toBe(false);
    expect(codes.some((row) => row.startsWith("D08.2"))).toBe(true);
  });
});
