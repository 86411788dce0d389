import type { Calendar } from "./calendar.ts";
import { decisionDeadlines } from "./decision-deadlines.ts";
import type { Milestones } from "./milestones.ts";
import { occasionDeadlines } from "./occasion-deadlines.ts";
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

/** Every deadline that has come to be, by the facts there are (process.md §13.3). Dates follow the day things happened, not the day they were written down. */
export function deadlinesFrom(milestones: Milestones, counting: Counting): readonly Deadline[] {
  return [
    ...planningDeadlines(milestones, counting),
    ...occasionDeadlines(milestones, counting),
    ...decisionDeadlines(milestones, counting),
  ];
}

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

function planningDeadlines(m: Milestones, counting: Counting): readonly Deadline[] {
  const { D01, D02, D03, D04 } = counting.counts;
  const deadlines: Deadline[] = [];
  const { startDecision, appointed, kickoff } = m;
  if (startDecision)
    deadlines.push({
      code: "D01",
      ...discretionaryAfter(startDecision.on, D01.wd, counting),
      responsible: "departmentHead",
      createdAt: startDecision.at,
      ...done(appointed?.on),
    });
  if (appointed)
    deadlines.push({
      code: "D02",
      ...discretionaryAfter(appointed.on, D02.wd, counting),
      responsible: "civilServant",
      createdAt: appointed.at,
      ...done(kickoff?.on),
    });
  if (kickoff)
    deadlines.push(
      {
        code: "D03",
        ...discretionaryAfter(kickoff.on, D03.wd, counting),
        responsible: "steeringChair",
        createdAt: kickoff.at,
        ...done(m.feedbackFixed?.on),
      },
      {
        code: "D04",
        ...discretionaryAfter(kickoff.on, D04.wd, counting),
        responsible: "civilServant",
        createdAt: kickoff.at,
        ...done(m.proposal?.on),
      },
    );
  return deadlines;
}

/** True when the deadline is still open after its day has ended. */
export function isLate(deadline: Deadline, now: Instant): boolean {
  return isOpen(deadline) && localDateOf(now) > deadline.due;
}

export function isOpen({ doneOn, cancelledOn }: Deadline): boolean {
  return doneOn === undefined && cancelledOn === undefined;
}
