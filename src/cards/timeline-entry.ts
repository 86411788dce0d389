import { findItem } from "../domain/template.ts";
import type { PersonId } from "../domain/value.ts";
import type { Icon, Line } from "./elements.ts";
import { itemTitle } from "./naming.ts";
import type { View } from "./view.ts";

/** One event as it is told: who, what, and the particulars the viewer may read. */
export type Entry = {
  readonly icon: Icon;
  /** Whose name comes before the words; absent where the words are a whole sentence. */
  readonly who?: PersonId;
  readonly words: string;
  readonly lines: readonly Line[];
};
/** The item's words; of one that is done for each occasion, which one it was. */
export function titleOf(view: View, itemId: string): string {
  const found = findItem(view.template, itemId);
  if (!found) return itemId;
  const occasion = found.of === undefined ? undefined : view.state.occasions[found.of];
  const title = itemTitle(view, found.item);
  return occasion === undefined ? title : `${title} (${occasion.number})`;
}
