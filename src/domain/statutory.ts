import type { Calendar } from "./calendar.ts";
import { minutesItemOf } from "./decision-matters.ts";
import type { Dialogue, FormalDecision } from "./dialogue.ts";
import type { LocalDate } from "./time.ts";

export type StatutoryDates = {
  /** Minutes approved no later than, and on. */
  readonly st1?: LocalDate;
  readonly approved?: LocalDate;
  /** Announced no later than, and on. */
  readonly st2?: LocalDate;
  readonly announced?: LocalDate;
  /** Can be appealed through this day. */
  readonly st3?: LocalDate;
};

/** The dates the law sets for the minutes of a confirmed decision (process.md §13.2). */
export function statutoryOf(
  state: Dialogue,
  decision: FormalDecision,
  calendar: Calendar,
): StatutoryDates {
  const minutes = state.items[minutesItemOf(decision)]?.values;
  const meeting = dateIn(decision.facts.meetingDate);
  const approved = dateIn(minutes?.minutesApproved);
  const announced = dateIn(minutes?.minutesAnnounced);
  return {
    ...(meeting ? { st1: calendar.st1(meeting) } : {}),
    ...(approved ? { approved, st2: calendar.st2(approved) } : {}),
    ...(announced ? { announced, st3: calendar.st3(announced) } : {}),
  };
}

function dateIn(value: unknown): LocalDate | undefined {
  return typeof value === "string" ? value : undefined;
}
