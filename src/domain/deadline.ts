import type { Calendar } from "./calendar.ts";
import type { Role } from "./roles.ts";
import type { DeadlineCounts } from "./template.ts";
import { type Instant, type LocalDate, localDateOf } from "./time.ts";

export type Deadline = {
  /** "D01" … "D20"; for what repeats with its number: "D08.1", "D13.2", "D18.3". */
  readonly code: string;
  /** Due at the end of this day. */
  readonly due: LocalDate;
  /** Where the date would have been without the quiet period or a day off. */
  readonly movedFrom?: LocalDate;
  readonly responsible: Role | "system";
  /** When its trigger happened in the bot. */
  readonly createdAt: Instant;
  /** The day the thing was done, as recorded. */
  readonly doneOn?: LocalDate;
  /** No longer needed, since this day. */
  readonly cancelledOn?: LocalDate;
  /** D15: the day it opens. */
  readonly opensOn?: LocalDate;
  /** An automatic date or queue: it sends no reminders of its own (process.md §13.3). */
  readonly automatic?: true;
};

export type Counting = {
  readonly counts: DeadlineCounts;
  readonly calendar: Calendar;
};

/** A day so many working days on, moved out of the quiet period; with where it would have been. */
export function discretionaryAfter(
  from: LocalDate,
  workingDays: number,
  { calendar }: Counting,
): Pick<Deadline, "due" | "movedFrom"> {
  return discretionary(calendar.addWorkingDays(from, workingDays), calendar);
}

export function discretionary(
  nominal: LocalDate,
  calendar: Calendar,
): Pick<Deadline, "due" | "movedFrom"> {
  const due = calendar.discretionary(nominal);
  return due === nominal ? { due } : { due, movedFrom: nominal };
}

export function done(on: LocalDate | undefined): { readonly doneOn?: LocalDate } {
  return on === undefined ? {} : { doneOn: on };
}

/** How many working days after its day it was done; 0 when it was in time or is not done. */
export function workingDaysLate({ due, doneOn }: Deadline, calendar: Calendar): number {
  if (doneOn === undefined) return 0;
  let days = 0;
  while (calendar.addWorkingDays(due, days) < doneOn) days += 1;
  return days;
}

/** True when the deadline is still open after its day has ended. */
export function isLate(deadline: Deadline, now: Instant): boolean {
  return isOpen(deadline) && localDateOf(now) > deadline.due;
}

export function isOpen({ doneOn, cancelledOn }: Deadline): boolean {
  return doneOn === undefined && cancelledOn === undefined;
}
