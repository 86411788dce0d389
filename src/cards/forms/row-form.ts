import type { CardElementArray, IAdaptiveCard, ISubmitAction } from "@microsoft/teams.cards";
import { isRows, isShown, rowFields, rowsOf } from "../../domain/fields.ts";
import { type Field, findItem, type Item, type Step } from "../../domain/template.ts";
import type { Row, Values } from "../../domain/value.ts";
import { submitButton } from "../actions.ts";
import { neutral, oneLine } from "../drawable.ts";
import { ROW } from "../input-ids.ts";
import { itemTitle, shortTitle, stepTitle } from "../naming.ts";
import { textsOf } from "../texts/texts.ts";
import type { View } from "../view.ts";
import { faultsIn, faultWords, type Told } from "./faults.ts";
import { fieldInputs, inputIdsOf } from "./field-inputs.ts";
import { formCard } from "./form-card.ts";
import { mapKeys } from "./map-keys.ts";
import { packed } from "./pages.ts";
import { prefilled, type Parts } from "./prefill.ts";
import { writtenParts } from "./page-fields.ts";
import { readOnlyItem } from "./read-only.ts";
import { answeredTheme, answerPrefill } from "./theme-answers.ts";
import { whyNotWrite } from "./why-not-write.ts";

const MOST_INPUTS = 8;

export type RowPlace = {
  readonly itemId: string;
  readonly field: string;
  readonly rowId: string;
  /** Which page of the row's fields, from 0. */
  readonly page?: number;
  /** The item's page the row belongs to, to come back to. */
  readonly back?: number;
};

/** A list of plain words is added to without leaving the list. */
export function isQuick(field: Field): boolean {
  return field.list === true && (field.type === "text" || field.type === "longtext");
}

/**
 * The form of one row, new or kept (decisions.md §5.4); for whoever may not write it, the item to read as far as they may.
 * Undefined when the item has no such list.
 */
export function rowForm(view: View, place: RowPlace, told: Told = {}): IAdaptiveCard | undefined {
  const at = rowAt(view, place);
  if (!at) return undefined;
  const { item, step, field, row } = at;
  const problem = whyNotWrite(view, item, step);
  if (problem) return readOnlyItem(view, item, step, problem, told);
  const { forms } = textsOf(view.language);
  const pages = rowPages(view, field);
  const number = Math.min(place.page ?? 0, pages.length - 1);
  const cells = pages[number] ?? [];
  const label = neutral(titleOf(view, field, place.rowId));
  return formCard(view, {
    kicker: `${shortTitle(view)} · ${stepTitle(view, step)} · ${neutral(itemTitle(view, item))}`,
    title: row || field.map ? forms.rows.editTitle(label) : forms.rows.newTitle(label),
    ...(pages.length > 1 ? { mark: forms.page(number + 1, pages.length) } : {}),
    told,
    fields: cells.flatMap((cell) => cellInputs(view, at, cell, told)),
    notes: cells.some(({ type }) => type === "text" || type === "longtext") ? [forms.privacy] : [],
    actions: actionsOf(view, place, at, number, pages.length),
  });
}

export type RowAt = {
  readonly item: Item;
  readonly step: Step;
  readonly field: Field;
  readonly rowId: string;
  readonly row: Row | undefined;
};

/** The list a row belongs to and the row as it is kept, if it is; undefined when there is no such list. */
export function rowAt(
  { state, template }: Pick<View, "state" | "template">,
  { itemId, field: name, rowId }: Pick<RowPlace, "itemId" | "field" | "rowId">,
): RowAt | undefined {
  const found = findItem(template, itemId);
  const field = found?.item.fields.find((one) => one.name === name);
  if (!found || !field || field.computed || !isRows(field)) return undefined;
  const row = rowsOf(state.items[itemId]?.values[name]).find(({ id }) => id === rowId);
  const prefill = { ...field.prefill, ...answerPrefill(state, itemId, name) };
  return { ...found, field: { ...field, prefill }, rowId, row };
}

/** The row's fields page by page; what must be filled in comes first, so that the first page makes the row. */
export function rowPages(view: View, field: Field): readonly (readonly Field[])[] {
  const cells = rowFields(field).filter((cell) => isShown(cell, {}) && !isRows(cell));
  const few = cells.length <= MOST_INPUTS;
  const ordered = few
    ? cells
    : [...cells.filter(({ required }) => required), ...cells.filter(({ required }) => !required)];
  const place = { id: ROW } as Item;
  return packed(
    view,
    ordered.map((cell) => ({ item: place, field: cell })),
    MOST_INPUTS,
  ).map(({ fields }) => fields.map(({ field: cell }) => cell));
}

/** What the row holds, or what a map says before anybody has changed it. */
export function rowValues({ field, row, rowId }: Pick<RowAt, "field" | "row" | "rowId">): Values {
  return row?.values ?? field.prefill?.[rowId] ?? {};
}

function cellInputs(view: View, at: RowAt, cell: Field, told: Told): CardElementArray {
  return fieldInputs(view, {
    field: cell,
    place: ROW,
    label: oneLine(cell.label[view.language]),
    required: cell.required === true,
    parts: cellParts(view, at, cell, told),
    hints: cell.hint ? [cell.hint[view.language]] : [],
    faults: told.problems
      ? [
          ...new Set(
            faultsOfRow(told).flatMap((rowId) =>
              faultWords(view.language, told.problems, {
                itemId: at.item.id,
                field: cell.name,
                rowId,
              }),
            ),
          ),
        ]
      : [],
  });
}

function faultsOfRow({ problems }: Told): readonly string[] {
  const rowIds = faultsIn(problems).flatMap(({ rowId }) => rowId ?? []);
  return [...new Set(rowIds)];
}

function cellParts(view: View, at: RowAt, cell: Field, told: Told): Parts {
  if (told.inputs) return writtenParts({ item: { id: ROW }, field: cell }, told.inputs);
  return prefilled(cell, rowValues(at)[cell.name], view.language);
}

function titleOf(view: View, field: Field, rowId: string): string {
  const key = field.map && mapKeys(view, field.map).find(({ key: one }) => one === rowId);
  return key?.title || answeredTheme(view, rowId) || oneLine(field.label[view.language]);
}

function actionsOf(
  view: View,
  place: RowPlace,
  { field, row, item }: RowAt,
  number: number,
  pages: number,
): ISubmitAction[] {
  const { forms } = textsOf(view.language);
  const back = place.back === undefined ? {} : { back: place.back };
  const at = {
    dialogueId: view.state.id,
    itemId: place.itemId,
    field: place.field,
    rowId: place.rowId,
    ...back,
  };
  const cells = rowPages(view, field)[number] ?? [];
  const save = {
    verb: "putRow" as const,
    ...at,
    page: number,
    revision: row?.revision ?? 0,
    asked: cells.flatMap((cell) => inputIdsOf(view, { field: cell, place: ROW, parts: {} })),
  };
  const more = number + 1 < pages;
  return [
    submitButton(
      more ? forms.saveNext : forms.save,
      { ...save, after: more ? "next" : "rows" },
      { main: true },
    ),
    ...(more ? [submitButton(forms.save, { ...save, after: "rows" })] : []),
    ...(row || field.map || more
      ? []
      : [submitButton(forms.addAnother, { ...save, after: "another" })]),
    ...(row && !field.map ? [submitButton(forms.remove, { verb: "removeRow", ...at })] : []),
    submitButton(forms.back, {
      verb: "openItem",
      dialogueId: view.state.id,
      itemId: item.id,
      ...(place.back === undefined ? {} : { page: place.back }),
    }),
  ];
}
