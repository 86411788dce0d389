import type { Calendar } from "./calendar.ts";
import { type Instant, type LocalDate, localDateOf, reminderInstant } from "./time.ts";

/** R1 and R2 before the day, R3 on it, R4 when it is late, R5 when it has been late for a week (process.md §13.4). */
export type Rung = "R1" | "R2" | "R3" | "R4" | "R5";

const WORKING_DAYS: { readonly [rung in Rung]: number } = { R1: -5, R2: -1, R3: 0, R4: 1, R5: 5 };
export const RUNGS = Object.keys(WORKING_DAYS) as readonly Rung[];

export type RungAt = { readonly rung: Rung; readonly at: Instant };

/**
 * When each rung of a day that is due is to be sent: 08:30 in Sweden, on working days alone, so a day due when nobody
 * works has no R3 (decisions.md §9.7). What would have been sent before the day was set is left out; of a day set when
 * it had passed the first word is R4, the next working morning.
 */
export function ladderOf(due: LocalDate, setAt: Instant, calendar: Calendar): readonly RungAt[] {
  const setOn = localDateOf(setAt);
  return RUNGS.flatMap((rung): RungAt[] => {
    const on = dayOf(rung, due, calendar);
    if (on === undefined) return [];
    const at = reminderInstant(on);
    if (at > setAt) return [{ rung, at }];
    return rung === "R4" ? [{ rung, at: reminderInstant(calendar.addWorkingDays(setOn, 1)) }] : [];
  });
}

function dayOf(rung: Rung, due: LocalDate, calendar: Calendar): LocalDate | undefined {
  if (rung === "R3") return calendar.isWorkingDay(due) ? due : undefined;
  return calendar.addWorkingDays(due, WORKING_DAYS[rung]);
}
