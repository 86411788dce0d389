import type { Calendar } from "./calendar.ts";
import type { Dialogue } from "./dialogue.ts";
import { finalDecision, startDecision } from "./permissions.ts";
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

/** The dates the law sets for the minutes of the decision that started the dialogue, or of the one in the matter itself (process.md §13.2). */
export function statutoryOf(
  state: Dialogue,
  calendar: Calendar,
  matter: "start" | "final" = "start",
): StatutoryDates {
  const minutes = state.items[matter === "start" ? "decide.minutes" : "final.minutes"]?.values;
  const decision = matter === "start" ? startDecision(state) : finalDecision(state);
  const meeting = dateIn(decision?.facts.meetingDate);
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
