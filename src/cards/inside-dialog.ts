import { type Action, submitButton } from "./actions.ts";
import type { RowData } from "./elements.ts";

/** What opens a dialog from a message shows the next page inside one. */
export function insideDialog(one: RowData): RowData {
  if (one.open === null || typeof one.open.data !== "object") return one;
  const { dl: _mark, msteams: _opens, ...action } = one.open.data;
  return { ...one, open: submitButton(one.open.title ?? "", action as Action) };
}
