import type { Calendar } from "../calendar.ts";
import type { Deadline } from "../deadline.ts";
import { deadlinesOf } from "../deadlines-of.ts";
import type { Dialogue } from "../dialogue.ts";
import type { Template } from "../template.ts";
import type { LocalDate } from "../time.ts";

/** A date that was promised, and how it went. */
export type KeptPromise = {
  /** As the deadline's: D03, D13.1 … */
  readonly code: string;
  readonly planned: LocalDate;
  readonly actual?: LocalDate;
  /** Working days from the planned day to the actual one, minus when early; absent while it is not done. */
  readonly days?: number;
};

const PROMISED = /^D(?:03|06|10|11|14|13\.\d+|18\.\d+)$/u;

/** "Löften vi gav – höll vi dem?": every promised date but the cancelled ones, in the order of the days (evaluation.md §6). */
export function promisesKept(
  state: Dialogue,
  template: Template,
  calendar: Calendar,
): readonly KeptPromise[] {
  return deadlinesOf(state, template, calendar)
    .filter(({ code, cancelledOn }) => PROMISED.test(code) && cancelledOn === undefined)
    .toSorted((a, b) => a.due.localeCompare(b.due) || a.code.localeCompare(b.code))
    .map((deadline) => keptPromise(deadline, calendar));
}

function keptPromise({ code, due, doneOn }: Deadline, calendar: Calendar): KeptPromise {
  if (doneOn === undefined) return { code, planned: due };
  return { code, planned: due, actual: doneOn, days: workingDaysBetween(due, doneOn, calendar) };
}

/** The `n` for which so many working days from the planned day are the actual one; a day off counts as the next working day. */
function workingDaysBetween(planned: LocalDate, actual: LocalDate, calendar: Calendar): number {
  const day = calendar.nextWorkingDay(actual);
  const step = day < planned ? -1 : 1;
  for (let days = 0; ; days += step) {
    const reached = calendar.addWorkingDays(planned, days);
    if (reached === day || (step === 1 ? reached > day : reached < day)) return days;
  }
}
