import { describe, expect, test } from "vitest";
import { type Event, nothing, type State } from "../../src/domain/dialogue.ts";
import { evolve } from "../../src/domain/evolve.ts";
import type { Directory } from "../../src/domain/organisation.ts";
import { type Reminder, type ReminderAbout, remindersOf } from "../../src/domain/reminders.ts";
import { localDateOf, localTimeOf } from "../../src/domain/time.ts";
import { calendar, directory, template } from "../support/given.ts";
import { played, type Row } from "../support/played.ts";
import { scenarioOne } from "../support/scenario-one.ts";
import { scenarioTwo } from "../support/scenario-two.ts";
import { schoolDirectory } from "../support/scenario-two-plan.ts";

/** Everything that becomes due while the dialogue is as it is: what a bot that never sleeps would send. */
function sent(events: readonly Event[], people: Directory): readonly Reminder[] {
  const moments = [...new Set(events.map(({ at }) => at))].toSorted();
  return moments.flatMap((moment, index) => {
    const state = events.filter(({ at }) => at <= moment).reduce<State>(evolve, nothing);
    const until = moments[index + 1] ?? "2100";
    if (state.status === "none") return [];
    return remindersOf(state, { template, calendar, directory: people }).filter(
      ({ dueAt }) => dueAt > moment && dueAt <= until,
    );
  });
}

function subject(about: Exclude<ReminderAbout, { readonly type: "occasion" }>): string {
  if (about.type === "evaluation") return "D15";
  return about.type === "task" ? about.taskId : about.code;
}

/** When each who is invited answered the internal evaluation; only the store knows. */
type Answered = { readonly [person: string]: string };

/** As the tables of scenarios.md have it: day, rung, what about, to whom; all at 08:30. */
function table(rows: readonly Row[], answered: Answered, people = directory): readonly string[] {
  const { events, state } = played(rows, undefined, people);
  const lines = new Map<string, string[]>();
  for (const { about, person, dueAt, unlessAnswered } of sent(events, people)) {
    if (unlessAnswered && (answered[person] ?? "2100") < dueAt) continue;
    expect(localTimeOf(dueAt)).toBe("08:30");
    const what =
      about.type === "occasion"
        ? `E-påm E${state.occasions[about.occasionId]?.number}`
        : `${about.rung} ${subject(about)}`;
    const line = `${localDateOf(dueAt)} ${what}`;
    lines.set(line, [...(lines.get(line) ?? []), person]);
  }
  return [...lines].map(([line, persons]) => `${line}: ${persons.toSorted().join(" ")}`).toSorted();
}

const on = (day: string, ...people: readonly string[]) =>
  Object.fromEntries(people.map((person) => [person, `${day}T08:00:00.000Z`]));
/** Seven of eight answer: four before the first nudge, two more before the second. */
const FIRST_ROUND: Answered = {
  ...on("2027-08-17", "a", "b", "c", "kom"),
  ...on("2027-08-24", "d", "reg"),
  ...on("2027-08-30", "tjp"),
};
/** Nine of eleven: five before the first nudge, three more before the second. */
const SECOND_ROUND: Answered = {
  ...on("2028-02-22", "a", "b", "c", "d", "kom"),
  ...on("2028-02-29", "e", "f", "g"),
  ...on("2028-03-06", "h"),
};

describe("what is to be sent, in full", () => {
  test("scenario 1", () => {
    expect(table(scenarioOne, FIRST_ROUND)).toEqual([
      "2027-02-02 R1 D01: head",
      "2027-02-11 R1 D02: tjp",
      "2027-02-23 R1 D03: a",
      "2027-03-01 R2 D03: a",
      "2027-04-05 R1 D05: a",
      "2027-04-14 R1 D06: kom",
      "2027-04-20 R2 D06: kom",
      "2027-05-10 E-påm E1: a b c d e tjp",
      "2027-05-13 R2 D08.1: tjp",
      "2027-05-14 R3 D08.1: tjp",
      "2027-05-20 E-påm E2: a b c d e tjp",
      "2027-05-24 R2 D08.2: tjp",
      "2027-05-25 R3 D08.2: tjp",
      "2027-06-04 R1 D10: tjp",
      "2027-06-10 R2 D10: tjp",
      "2027-06-11 R1 D11: a",
      "2027-06-17 R2 D11: a",
      "2027-08-09 R1 D14: a",
      "2027-08-13 R2 D14: a",
      "2027-08-16 open D15: a b c d e kom reg tjp",
      "2027-08-23 R1 D15: d e reg tjp",
      "2027-08-27 R2 D15: e tjp",
      "2027-09-06 R1 D16: a",
      "2027-12-15 R1 D18.1: a",
      "2027-12-21 R2 D18.1: a",
      "2028-06-15 R1 D18.2: a",
      "2028-06-21 R2 D18.2: a",
      "2028-06-22 R3 D18.2: a",
    ]);
  });
  test("scenario 2", () => {
    const group = "a b c d e f g h tjp";
    expect(table(scenarioTwo, SECOND_ROUND, schoolDirectory)).toEqual([
      "2027-09-13 R1 D01: head",
      "2027-09-21 R1 D02: tjp",
      "2027-09-29 R1 D03: a",
      "2027-10-05 R2 D03: a",
      "2027-10-06 R3 D03: a",
      "2027-10-07 R4 D03: a tjp",
      "2027-10-14 R2 D05: a",
      "2027-10-19 R1 D06: kom",
      "2027-10-25 R2 D06: kom",
      "2027-10-26 R3 D06: kom",
      `2027-11-12 E-påm E1: ${group}`,
      `2027-11-16 E-påm E2: ${group}`,
      "2027-11-17 R2 D08.1: tjp",
      "2027-11-18 R3 D08.1: tjp",
      `2027-11-19 E-påm E3: ${group}`,
      "2027-11-19 R2 D08.2: tjp",
      "2027-11-22 R3 D08.2: tjp",
      "2027-11-24 R2 D08.3: tjp",
      "2027-11-25 R3 D08.3: tjp",
      "2027-12-07 R1 D10: tjp",
      "2027-12-13 R2 D10: tjp",
      "2027-12-14 R1 D11: a",
      "2027-12-20 R2 D11: a",
      "2028-02-14 R1 D14: a",
      "2028-02-18 R2 D14: a",
      "2028-02-21 open D15: a b c d e f g h head kom tjp",
      "2028-02-28 R1 D15: e f g h head tjp",
      "2028-03-03 R2 D15: h head tjp",
      "2028-03-13 R1 D16: a",
      "2028-04-06 R1 D17: tjp",
      "2028-08-07 R1 D18.1: a",
      "2028-08-11 R2 D18.1: a",
      "2028-08-14 R3 D18.1: a",
      "2029-01-24 R1 D18.2: a",
      "2029-01-30 R2 D18.2: a",
      "2029-01-31 R3 D18.2: a",
    ]);
  });
});
