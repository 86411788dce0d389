import { describe, expect, test } from "vitest";
import type { Command } from "../../src/domain/dialogue.ts";
import { remindersOf } from "../../src/domain/reminders.ts";
import { localDateOf } from "../../src/domain/time.ts";
import {
  after,
  appointed,
  calendar,
  directory,
  given,
  type Step,
  template,
} from "../support/given.ts";
import { add, complete } from "../support/tasks.ts";

const TODAY = "2027-01-11";
const task: Step = ["tjp", add("t1", { owner: "b", due: "2027-01-14" })];
const later = (until: string, reason = "Jag är bortrest.", subjects = "task:t1"): Command => ({
  type: "SnoozeReminders",
  subjects,
  until,
  reason,
});
const put = (...steps: Step[]) => given(...appointed, task, ...steps);
const snoozed = (until: string): Step => ["b", later(until)];

/** When whom is reminded of the task. */
function reminded(...steps: readonly Step[]): readonly string[] {
  return remindersOf(after(...appointed, task, ...steps), { template, calendar, directory })
    .filter(({ about }) => about.type === "task")
    .toSorted((one, other) => one.dueAt.localeCompare(other.dueAt))
    .map(({ dueAt, person, about }) => {
      const rung = about.type === "task" ? about.rung : "";
      return `${localDateOf(dueAt)} ${rung} ${person}`;
    });
}

describe("a reminder put off", () => {
  const late = ["2027-01-15 R4 b", "2027-01-15 R4 tjp", "2027-01-21 R5 b", "2027-01-21 R5 a"];

  test("is not sent until the morning asked for; what says that it is late comes all the same", () => {
    expect(reminded()).toEqual(["2027-01-13 R2 b", "2027-01-14 R3 b", ...late]);
    expect(reminded(snoozed("2027-01-14"))).toEqual(["2027-01-14 R3 b", ...late]);
    expect(reminded(snoozed("2027-01-18"))).toEqual([
      ...late.slice(0, 2),
      "2027-01-18 R3 b",
      ...late.slice(2),
    ]);
  });

  test("a second time comes on the later morning alone", () => {
    expect(reminded(snoozed("2027-01-12"), snoozed("2027-01-18"))).toEqual([
      ...late.slice(0, 2),
      "2027-01-18 R3 b",
      ...late.slice(2),
    ]);
  });

  test("of what is done is not sent", () => {
    expect(reminded(snoozed("2027-01-13"), ["b", complete("t1")])).toEqual([]);
  });
});

describe("who is reminded can put it off", () => {
  test("with a reason that is kept; saying the same again changes nothing", () => {
    put()
      .when("b", later("2027-01-13"))
      .gives({
        type: "RemindersSnoozed",
        subjects: ["task:t1"],
        until: "2027-01-13",
        reason: { text: "Jag är bortrest." },
      });
    put(snoozed("2027-01-13")).when("b", later("2027-01-13")).types();
  });

  test("to one of the next five working days", () => {
    put().when("b", later("2027-01-18")).types("RemindersSnoozed");
    for (const until of [TODAY, "2027-01-16", "2027-01-19", "2027-02-30", ""])
      expect(put().when("b", later(until)).problems()).toMatchObject([
        { code: "E-FIELD", faults: [{ field: "until", fault: "notAChoice" }] },
      ]);
  });

  test("twice, and not a third time", () => {
    const twice = [snoozed("2027-01-12"), snoozed("2027-01-13")];
    expect(
      put(...twice)
        .when("b", later("2027-01-14"))
        .problems(),
    ).toMatchObject([{ code: "E-FIELD", faults: [{ field: "subjects", fault: "snoozedTwice" }] }]);
  });

  test("not without a reason, and not without saying what", () => {
    put().when("b", later("2027-01-13", " ")).rejects("E-REASON");
    put()
      .when("b", later("2027-01-13", "Semester", ""))
      .rejects("E-FIELD");
  });

  test("not what is another's, does not exist or is done meanwhile", () => {
    put().when("tjp", later("2027-01-13")).rejects("E-STALE");
    put().when("other", later("2027-01-13")).rejects("E-FORBIDDEN");
    put()
      .when("b", later("2027-01-13", "Semester", "task:t9"))
      .rejects("E-STALE");
    put(["b", add("t2", { due: "2027-01-20" })], ["b", complete("t1")])
      .when("b", later("2027-01-13"))
      .rejects("E-STALE");
  });
});
