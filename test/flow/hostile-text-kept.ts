import type { State } from "../../src/domain/dialogue.ts";
import { placeOfInput } from "./hostile-text-limits.ts";
import type { Taken } from "./hostile-text-pages.ts";

/** Which of the words that were taken stand otherwise, or nowhere, in the dialogue as it was loaded. */
export function keptOtherwise(state: State, taken: readonly Taken[]): readonly string[] {
  return taken.flatMap(({ id, row, text }) => {
    const kept = wordsAt(state, id, row);
    return kept === text
      ? []
      : [`${id} ${row?.itemId ?? ""}: ${JSON.stringify(kept)?.slice(0, 200)}`];
  });
}

function wordsAt(state: State, id: string, row: Taken["row"]): unknown {
  if (state.status === "none") return undefined;
  const { item, field, part } = placeOfInput(id);
  if (item === "form" && field === "title") return textIn(state.title);
  if (item === "form")
    return textIn(state.decisions.find(({ reason }) => reason !== undefined)?.reason);
  if (!row) return textIn(partIn(state.items[item]?.values[field], part));
  const rows = state.items[row.itemId]?.values[row.field];
  const kept = Array.isArray(rows)
    ? (rows as readonly { id: string; values: Record<string, unknown> }[]).find(
        (one) => one.id === row.rowId,
      )
    : undefined;
  return textIn(partIn(kept?.values[field], part));
}

function partIn(value: unknown, part: string): unknown {
  return part === "" ? value : (value as Record<string, unknown> | undefined)?.[part];
}

function textIn(value: unknown): unknown {
  return (value as { text?: unknown } | undefined)?.text;
}
