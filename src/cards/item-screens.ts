import type { IAdaptiveCard } from "@microsoft/teams.cards";
import { matterOfDraft } from "../domain/decision-matters.ts";
import { findItem } from "../domain/template.ts";
import type { ActionOf } from "./actions.ts";
import { dialogueDialog } from "./dialogue-card.ts";
import type { Told } from "./forms/faults.ts";
import { itemForm } from "./forms/item-form.ts";
import { itemPages, SUMMARY_PAGE } from "./forms/pages.ts";
import { registerForm } from "./forms/register-form.ts";
import { isQuick, rowAt, rowForm } from "./forms/row-form.ts";
import { matterPage } from "./matters.ts";
import { itemWarnings } from "./plan-banners.ts";
import { stepDialog } from "./step.ts";
import { pageOfItem } from "./step-pages.ts";
import type { View } from "./view.ts";

/** The page after an item was saved; undefined closes the dialog. */
export function afterItem(
  view: View,
  { after, itemId, page }: ActionOf<"saveItem">,
  newId: string,
  saved: Told,
): IAdaptiveCard | undefined {
  switch (after) {
    case "close":
      // What is allowed and yet to be thought over is said before the dialog goes away.
      return itemWarnings(view, itemId).length > 0
        ? itemForm(view, { itemId, page }, newId, saved)
        : undefined;
    case "next":
      return itemForm(view, { itemId, page: page + 1 }, newId, saved);
    case "step":
      return stepOfItem(view, itemId, saved, newId);
  }
}

/** The page after a row was kept: its list, the next of it, or what comes after the list. */
export function afterRow(
  view: View,
  { after, itemId, field, rowId, page = 0, back = 0 }: ActionOf<"putRow">,
  newId: string,
  saved: Told,
): IAdaptiveCard {
  const rows = () =>
    itemForm(view, { itemId, page: back, row: lastRows(view, itemId, field) }, newId, saved);
  switch (after) {
    case "rows":
      return rows();
    case "another":
      return rowForm(view, { itemId, field, rowId: newId, back }, saved) ?? rows();
    case "next":
      return rowForm(view, { itemId, field, rowId, page: page + 1, back }, saved) ?? rows();
    case "done":
      return afterRows(view, itemId, back, newId);
  }
}

/** The page of rows that shows the last one. */
function lastRows(view: View, itemId: string, field: string): number {
  const value = view.state.items[itemId]?.values[field];
  const count = Array.isArray(value) ? value.length : 0;
  return Math.max(0, Math.ceil(count / 10) - 1);
}

function afterRows(view: View, itemId: string, page: number, newId: string): IAdaptiveCard {
  const found = findItem(view.template, itemId);
  const matter = matterOfDraft(itemId);
  if (matter !== undefined && !hasPage(view, itemId, page + 1))
    return matterPage(view, matter, newId);
  if (matter === undefined && found?.step.id === "decide-dialogue")
    return registerForm(view, SUMMARY_PAGE, newId);
  return hasPage(view, itemId, page + 1)
    ? itemForm(view, { itemId, page: page + 1 }, newId)
    : stepOfItem(view, itemId, {});
}

/** The step an item belongs to, at its page; the registration it is drafted for. */
export function stepOfItem(view: View, itemId: string, told: Told, newId = ""): IAdaptiveCard {
  const matter = matterOfDraft(itemId);
  if (matter !== undefined && newId !== "") return matterPage(view, matter, newId, told);
  const found = findItem(view.template, itemId);
  return found
    ? stepDialog(view, found.step.id, pageOfItem(view, found.step, itemId), told)
    : dialogueDialog(view, told);
}

function hasPage(view: View, itemId: string, page: number): boolean {
  const found = findItem(view.template, itemId);
  return found !== undefined && page < itemPages(view, found.item).length;
}

/** A quick row stays in its list; any other in its form. Its id goes along, so that sending it again makes one row. */
export function refusedRow(view: View, action: ActionOf<"putRow">, told: Told): IAdaptiveCard {
  const { itemId, field, rowId, page = 0, back = 0 } = action;
  const at = rowAt(view, action);
  if (at && isQuick(at.field) && !at.row)
    return itemForm(view, { itemId, page: back }, rowId, told);
  return rowForm(view, { itemId, field, rowId, page, back }, told) ?? dialogueDialog(view, told);
}
