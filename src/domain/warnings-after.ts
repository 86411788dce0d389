import type { Context } from "./context.ts";
import type { Dialogue, NewFact, WarningCode } from "./dialogue.ts";
import { evolve } from "./evolve.ts";
import { planWarningsOn } from "./plan-warnings.ts";
import { findItem } from "./template.ts";
import { localDateOf } from "./time.ts";
import { dateWarnings, warningsFor } from "./warnings.ts";

type Recorded = Omit<Extract<NewFact, { type: "ItemRecorded" }>, "warnings">;
type Put = Omit<Extract<NewFact, { type: "RowPut" }>, "warnings">;

/** The warnings that writing an item or a row gives rise to: of the values themselves, and of the plan as it then is. */
export function warningsAfter(
  state: Dialogue,
  fact: Recorded | Put,
  { template, calendar, actor, now }: Context,
): readonly WarningCode[] {
  const found = findItem(template, fact.itemId);
  if (!found) return [];
  const stamped = { ...fact, warnings: [], by: actor, at: now };
  const after = evolve(state, stamped);
  const planned =
    after.status === "none" ? [] : planWarningsOn(after, fact.itemId).map(({ code }) => code);
  const own =
    fact.type === "ItemRecorded"
      ? warningsFor(found.item, fact.values, calendar)
      : bookedWarnings(fact, calendar);
  return [...new Set([...own, ...planned])];
}

/** A tillfälle on a day when people are free (process.md §13.1). */
function bookedWarnings({ itemId, values }: Put, calendar: Context["calendar"]): WarningCode[] {
  if (itemId !== "plan.events" || typeof values.start !== "string") return [];
  return dateWarnings(localDateOf(values.start), calendar);
}
