import type { Calendar } from "../domain/calendar.ts";
import {
  type Instant,
  instantOf,
  type LocalDate,
  localDateOf,
  reminderInstant,
} from "../domain/time.ts";
import type { DialogueId } from "../domain/value.ts";
import type { Reminders } from "../store/reminders-kept.ts";

export type Mornings = {
  /** Puts what is due in one message for each person, on working days from 08:30 to 17:00; at other times it waits. */
  readonly run: (stopping: () => boolean) => Promise<void>;
  /** When somebody is to be reminded of something next, after now. */
  readonly next: () => Promise<Instant | undefined>;
};

export type MorningsOptions = {
  readonly reminders: Reminders;
  /** Looks at what the dialogue wants anew: roles may have gone to others since it was last saved. */
  readonly plan: (dialogueId: DialogueId, now: Instant) => Promise<void>;
  readonly now: () => Promise<Instant>;
  readonly calendar: Calendar;
  /** Called between every two steps, for tests that end the process there. */
  readonly step?: (step: MorningStep) => void;
};
export type MorningStep = "morning.due" | "morning.made";

/** Nothing that was missed is sent later on a day than this (decisions.md §9.6). */
const LATEST = "17:00";
const AT_ONCE = 50;

/**
 * One message for each person and morning, across dialogues (process.md §13.4, decisions.md §9.4). What was missed while
 * the service was down comes the same way: at once in working hours, else the next working morning.
 */
export function createMornings(options: MorningsOptions): Mornings {
  const { reminders, plan, now, calendar, step } = options;

  async function run(stopping: () => boolean): Promise<void> {
    const at = await now();
    const morning = morningAt(at, calendar);
    if (morning === undefined) return;
    for (const dialogueId of await reminders.dialoguesDue(at)) await plan(dialogueId, at);
    for (;;) {
      if (stopping()) return;
      const people = await reminders.peopleDue(at, morning, AT_ONCE);
      if (people.length > 0) step?.("morning.due");
      // Together, so that they share a commit where the database lets them.
      await Promise.all(
        people.map((person) => reminders.makeMorning(person, { morning, now: at })),
      );
      if (people.length > 0) step?.("morning.made");
      if (people.length < AT_ONCE) return;
    }
  }

  async function next(): Promise<Instant | undefined> {
    const at = await now();
    const due = await reminders.next(at);
    const missed =
      (await reminders.dialoguesDue(at)).length > 0 ? nextMorning(at, calendar) : undefined;
    return [due, missed].filter((one) => one !== undefined).toSorted()[0];
  }

  return { run, next };
}

/** The day whose morning message may be sent at that moment; none at night, in the evening or when nobody works. */
function morningAt(at: Instant, calendar: Calendar): LocalDate | undefined {
  const day = localDateOf(at);
  const open = at >= reminderInstant(day) && at < instantOf(day, LATEST);
  return open && calendar.isWorkingDay(day) ? day : undefined;
}

/** The next moment at which a morning message may be sent. */
function nextMorning(at: Instant, calendar: Calendar): Instant {
  const day = calendar.nextWorkingDay(localDateOf(at));
  const morning = reminderInstant(day);
  return morning > at ? morning : reminderInstant(calendar.addWorkingDays(day, 1));
}
