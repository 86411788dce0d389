import type { Calendar } from "./calendar.ts";
import type { Context } from "./context.ts";
import { isOpen } from "./deadline.ts";
import { deadlinesOf } from "./deadlines-of.ts";
import type { Dialogue, Event } from "./dialogue.ts";
import { holdersOf, isExample } from "./permissions.ts";
import { Rejection } from "./rejection.ts";
import type { Reminder } from "./reminders.ts";
import { openTasks } from "./task.ts";
import { REASON, taskReader } from "./task-fields.ts";
import { ownersOf } from "./task-rights.ts";
import type { Text } from "./text.ts";
import { type Instant, type LocalDate, localDateOf, reminderInstant } from "./time.ts";
import type { PersonId } from "./value.ts";

export type SnoozeCommand = {
  readonly type: "SnoozeReminders";
  /** Ids as in `subjectsOf`, joined with commas as a form hands them in. */
  readonly subjects: string;
  readonly until: string;
  readonly reason: string;
};
export type SnoozeFact = {
  readonly type: "RemindersSnoozed";
  readonly subjects: readonly string[];
  readonly until: LocalDate;
  readonly reason: Text;
};

/** What one person asked to be reminded of later. */
export type Snooze = {
  readonly person: PersonId;
  readonly subjects: readonly string[];
  readonly until: LocalDate;
  readonly at: Instant;
};

/** At most so many working days later, and so many times for each thing (decisions.md §9.4). */
export const MOST_WORKING_DAYS = 5;
export const MOST_SNOOZES = 2;

/** What a person can be reminded of later. */
export type Subject = { readonly due: LocalDate } & (
  | { readonly id: string; readonly type: "deadline"; readonly code: string }
  | { readonly id: string; readonly type: "task"; readonly taskId: string }
);

type Around = Pick<Context, "template" | "calendar" | "directory">;

/** What the person is reminded of before its day is over: their open deadlines and tasks, earliest first. */
export function subjectsOf(
  state: Dialogue,
  person: PersonId,
  today: LocalDate,
  { template, calendar, directory }: Around,
): readonly Subject[] {
  if (isExample(state)) return [];
  const deadlines = deadlinesOf(state, template, calendar)
    .filter((one) => isOpen(one) && one.automatic === undefined)
    .filter(
      ({ responsible }) =>
        responsible !== "system" && holdersOf(state, responsible, directory).includes(person),
    )
    .map(({ code, due }): Subject => ({ id: `deadline:${code}`, type: "deadline", code, due }));
  const tasks = openTasks(state).flatMap(({ id: taskId, due, owner }): Subject[] =>
    due !== undefined && ownersOf(state, owner, directory).includes(person)
      ? [{ id: `task:${taskId}`, type: "task", taskId, due }]
      : [],
  );
  return [...deadlines, ...tasks]
    .filter(({ due }) => due >= today)
    .toSorted((one, other) => one.due.localeCompare(other.due) || one.id.localeCompare(other.id));
}

/** The working mornings that can be chosen. */
export function snoozeDays(today: LocalDate, calendar: Calendar): readonly LocalDate[] {
  return Array.from({ length: MOST_WORKING_DAYS }, (_, index) =>
    calendar.addWorkingDays(today, index + 1),
  );
}

export function timesSnoozed({ snoozes }: Dialogue, person: PersonId, subject: string): number {
  return snoozes.filter((one) => one.person === person && one.subjects.includes(subject)).length;
}

/**
 * Whoever is reminded is reminded later, of what they choose: only their own things, before the day is over, to one of
 * the next working mornings, with a reason, twice at most. The same again changes nothing.
 */
export function snoozeReminders(
  state: Dialogue,
  { subjects: chosen, until, reason }: SnoozeCommand,
  context: Context,
): SnoozeFact[] {
  const { actor, now, calendar } = context;
  const today = localDateOf(now);
  const subjects = [...new Set(chosen.split(",").filter((one) => one !== ""))].toSorted();
  const known = new Set(subjectsOf(state, actor, today, context).map(({ id }) => id));
  if (known.size === 0) throw new Rejection({ code: "E-FORBIDDEN" });
  // Done or moved meanwhile, or never theirs: answered alike.
  if (subjects.some((id) => !known.has(id))) throw new Rejection({ code: "E-STALE" });
  const again = state.snoozes.findLast(({ person }) => person === actor);
  if (again?.until === until && again.subjects.join() === subjects.join()) return [];
  const read = taskReader(state, { reason }, context);
  const why = read.text(REASON, true);
  if (subjects.length === 0) read.fault("subjects", "missing");
  if (subjects.some((id) => timesSnoozed(state, actor, id) >= MOST_SNOOZES))
    read.fault("subjects", "snoozedTwice");
  if (!snoozeDays(today, calendar).includes(until)) read.fault("until", "notAChoice");
  read.end();
  return [{ type: "RemindersSnoozed", subjects, until, reason: why ?? { text: "" } }];
}

/** The dialogue's snoozes after one more. */
export function evolveSnoozes(
  snoozes: readonly Snooze[],
  { by: person, at, subjects, until }: Extract<Event, { type: "RemindersSnoozed" }>,
): readonly Snooze[] {
  return [...snoozes, { person, subjects, until, at }];
}

const BEFORE_IT_IS_LATE: ReadonlySet<string> = new Set(["R1", "R2", "R3"]);

/**
 * The reminders as people have asked for them: from the moment of asking until that morning nothing of R1–R3, and then
 * one. What says that it is late comes all the same (decisions.md §9.4).
 */
export function afterSnoozes(
  reminders: readonly Reminder[],
  snoozes: readonly Snooze[],
): readonly Reminder[] {
  return snoozes.reduce(afterOne, reminders);
}

function afterOne(reminders: readonly Reminder[], snooze: Snooze): readonly Reminder[] {
  const { person, subjects, until, at } = snooze;
  const dueAt = reminderInstant(until);
  return subjects.reduce((before: readonly Reminder[], subject) => {
    const early = before
      .filter((one) => concerns(one, person, subject))
      .toSorted((one, other) => one.dueAt.localeCompare(other.dueAt));
    const newest = early.filter((one) => one.dueAt <= dueAt).at(-1) ?? early[0];
    const kept = before.filter(
      (one) => !(concerns(one, person, subject) && one.dueAt > at && one.dueAt < dueAt),
    );
    // Nobody is told twice the same morning.
    const told = before.some(
      (one) => one.person === person && subjectIdOf(one.about) === subject && one.dueAt === dueAt,
    );
    if (!newest || told) return kept;
    const { about } = newest;
    return [...kept, { key: `${subject}:${until}:${person}:later`, about, person, dueAt }];
  }, reminders);
}

function concerns(one: Reminder, person: PersonId, subject: string): boolean {
  const early = "rung" in one.about && BEFORE_IT_IS_LATE.has(one.about.rung);
  return early && one.person === person && subjectIdOf(one.about) === subject;
}

/** What the reminder is about, whichever rung it is; undefined of what cannot come later. */
export function subjectIdOf(about: Reminder["about"]): string | undefined {
  switch (about.type) {
    case "deadline":
      return `deadline:${about.code}`;
    case "task":
      return `task:${about.taskId}`;
    case "occasion":
    case "evaluation":
      return undefined;
  }
}
