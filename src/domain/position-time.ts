import type { Context } from "./context.ts";
import type { Dialogue } from "./dialogue.ts";
import type { LocalMoment } from "./position.ts";
import { readField } from "./read-field.ts";
import { type FieldFault, Rejection } from "./rejection.ts";
import type { Field } from "./template.ts";
import { addDays, type Instant, instantOf, localDateOf } from "./time.ts";

const CLOSES: Field = {
  name: "closesAt",
  type: "datetime",
  label: { sv: "Stänger", en: "Closes" },
};

/** When a position closes, as the form says it or by the rule; refuses a moment that is none or has gone by. */
export function closingTime(
  state: Dialogue,
  input: LocalMoment | undefined,
  context: Context,
): Instant {
  const around = { bodies: [], checkPerson: () => undefined, rowIds: () => [] };
  const read = readField(CLOSES, { ...input }, around);
  if (!("value" in read)) throw closesFault("notADate");
  if (typeof read.value !== "string") return defaultClosing(state, context);
  if (read.value <= context.now) throw closesFault("gone");
  return read.value;
}

function closesFault(fault: FieldFault["fault"]): Rejection {
  return new Rejection({
    code: "E-FIELD",
    faults: [{ itemId: "position", field: CLOSES.name, fault }],
  });
}

/** 17:00 the working day before the checkpoint is due, at the earliest the next working day (decisions.md §8.7). */
export function defaultClosing(
  state: Dialogue,
  { now, calendar }: Pick<Context, "now" | "calendar">,
): Instant {
  const next = calendar.addWorkingDays(localDateOf(now), 1);
  const first = firstOccasionDate(state);
  if (first === undefined) return instantOf(next, "17:00");
  const checkpoint = calendar.previousWorkingDay(addDays(first, -30));
  const before = calendar.addWorkingDays(checkpoint, -1);
  return instantOf(before > next ? before : next, "17:00");
}

function firstOccasionDate(state: Dialogue): string | undefined {
  const dates = Object.values(state.occasions)
    .filter(({ status }) => status !== "cancelled")
    .map(({ start }) => localDateOf(start));
  return dates.toSorted()[0];
}
