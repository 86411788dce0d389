import type { Dialogue } from "../dialogue.ts";
import { rowsOf } from "../fields.ts";
import { targetGroups } from "../target-groups.ts";

export type Reached = "reached" | "partly" | "missed" | "unknown";

const ORDER = ["0", "few", "some", "many"];

/** Whether each A group came, by the largest estimate of any occasion: some or many, few, none (evaluation.md §6). */
export function groupsReached(
  state: Dialogue,
): readonly { readonly id: string; readonly reached: Reached }[] {
  const estimates = Object.entries(state.items)
    .filter(([itemId]) => itemId.startsWith("event.count."))
    .flatMap(([, { values }]) => rowsOf(values.groupEstimate));
  return targetGroups(state)
    .filter(({ priority }) => priority === "A")
    .map(({ id }) => {
      const own = estimates.flatMap((row) =>
        row.id === id && typeof row.values.value === "string"
          ? [ORDER.indexOf(row.values.value)]
          : [],
      );
      return { id, reached: reachedBy(own) };
    });
}

function reachedBy(estimates: readonly number[]): Reached {
  if (estimates.length === 0) return "unknown";
  const most = Math.max(...estimates);
  if (most <= 0) return "missed";
  return most === 1 ? "partly" : "reached";
}
