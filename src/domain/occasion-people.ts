import type { Dialogue } from "./dialogue.ts";
import { rowsOf } from "./fields.ts";
import type { OccasionId } from "./occasion.ts";
import type { PersonId } from "./value.ts";

/** Who hosts the occasion: as it was prepared, else as it was planned; another may take over until it is held. */
export function hostOf(state: Dialogue, id: OccasionId): PersonId | undefined {
  const prepared = state.items[`event.prepare.${id}`]?.values.hostElected;
  return typeof prepared === "string" ? prepared : state.occasions[id]?.host;
}

/** Who takes notes there: as it was prepared, else as the documentation plan says. */
export function noteTakerOf(state: Dialogue, id: OccasionId): PersonId | undefined {
  const prepared = state.items[`event.prepare.${id}`]?.values.noteTaker;
  if (typeof prepared === "string") return prepared;
  const planned = rowsOf(state.items["plan.documentation"]?.values.noteTaker);
  const value = planned.find((row) => row.id === id)?.values.value;
  return typeof value === "string" ? value : undefined;
}
