import { CHARACTER_LIMITS, isRows, isShown } from "../../domain/fields.ts";
import { type Field, findItem, type Item, stepOf } from "../../domain/template.ts";
import type { Values } from "../../domain/value.ts";
import type { View } from "../view.ts";
import { choicesOf } from "./choices.ts";
import { partsOf } from "./prefill.ts";

export type FieldAt = { readonly item: Item; readonly field: Field };
export type FieldsPage = { readonly kind: "fields"; readonly fields: readonly FieldAt[] };
export type RowsPage = { readonly kind: "rows"; readonly item: Item; readonly field: Field };
/** One dialog of a walk: inputs of some fields, or the rows of one list or map (decisions.md §5.3, §5.4). */
export type Page = FieldsPage | RowsPage;

const MOST_INPUTS = 8;
/** What all inputs of a page may take when everything is filled in; the rest of the 28 kB is the frame around them. */
export const MOST_FIELD_BYTES = 21_000;
const INPUT_FRAME_BYTES = 450;
/** The most bytes one UTF-16 unit of drawn text takes in JSON. */
const BYTES_PER_UNIT = 3;

/**
 * The pages of one item: its fields, those that depend on an answer last, and a page for each list, which come first
 * when the item begins with one: nobody is asked about questions that are still to be written.
 */
export function itemPages(view: View, item: Item): readonly Page[] {
  const pages = pagesOf(view, [item], MOST_INPUTS);
  const [first] = item.fields;
  if (first === undefined || !isRows(first)) return pages;
  return [
    ...pages.filter(({ kind }) => kind === "rows"),
    ...pages.filter(({ kind }) => kind === "fields"),
  ];
}

/** The questions of step 0, a few at a time. */
export function triagePages(view: View): readonly Page[] {
  const asked = stepOf(view.template, "triage").items.filter(({ id }) => id !== "triage.result");
  return pagesOf(view, asked, 5);
}

/** What the minutes say, in the order one reads them; lists come last and may be left empty. */
const FROM_THE_MINUTES: readonly string[] = [
  "decide.register",
  "decide.budget",
  "decide.steering-group",
  "decide.level",
  "decide.assignment",
  "decide.collaboration",
  "decide.proposal",
];
const NOT_REGISTERED: ReadonlySet<string> = new Set(["decide.minutes", "decide.confirm"]);

/** The items a registration is made from; a template's own come after ours. */
export function registeredItems(view: View): readonly Item[] {
  const items = stepOf(view.template, "decide-dialogue").items;
  const known = FROM_THE_MINUTES.flatMap((id) => findItem(view.template, id)?.item ?? []);
  return [
    ...known,
    ...items.filter(({ id }) => !FROM_THE_MINUTES.includes(id) && !NOT_REGISTERED.has(id)),
  ];
}

/** The pages of fields a registration is written on; its lists are filled in from the summary. */
export function registerPages(view: View): readonly FieldsPage[] {
  const pages = pagesOf(view, registeredItems(view), MOST_INPUTS);
  return pages.filter((page): page is FieldsPage => page.kind === "fields");
}
/** Any page after the last one is the summary. */
export const SUMMARY_PAGE = 99;

function pagesOf(view: View, items: readonly Item[], mostInputs: number): readonly Page[] {
  const all = items.flatMap((item) => item.fields.map((field) => ({ item, field })));
  const shown = all.filter(({ item, field }) => isShown(field, valuesOf(view, item)));
  const plain = shown.filter(({ field }) => !isRows(field) && canBeAsked(view, field));
  const always = plain.filter(({ field }) => field.when === undefined);
  const depending = plain.filter(({ field }) => field.when !== undefined);
  const rows = shown.filter(({ field }) => isRows(field));
  return [
    ...packed(view, always, mostInputs),
    ...packed(view, depending, mostInputs),
    ...rows.map(({ item, field }): RowsPage => ({ kind: "rows", item, field })),
  ];
}

/** A field that offers nothing to choose yet, such as lessons before the first dialogue has any, is not asked for. */
function canBeAsked(view: View, field: Field): boolean {
  const choices = choicesOf(view, field, []);
  return choices === undefined || choices.picker || choices.choices.length > 0;
}

/** As many fields to a page as may be, in order: few enough to see over, small enough when everything is filled in, an item kept together where it can be. */
export function packed(
  view: View,
  fields: readonly FieldAt[],
  mostInputs: number,
): readonly FieldsPage[] {
  const pages: Weighed[][] = [];
  for (const group of byItem(view, fields)) {
    const current = pages.at(-1);
    if (current && fits([...current, ...group], mostInputs)) current.push(...group);
    else pages.push(...split(group, mostInputs));
  }
  return pages.map((page) => ({ kind: "fields", fields: page.map(({ at }) => at) }));
}

type Weighed = { readonly at: FieldAt; readonly inputs: number; readonly bytes: number };

function byItem(view: View, fields: readonly FieldAt[]): readonly (readonly Weighed[])[] {
  const weighed = fields.map((at) => ({
    at,
    inputs: partsOf(at.field).length,
    bytes: weightOf(view, at.field),
  }));
  const items = [...new Set(fields.map(({ item }) => item))];
  return items.map((item) => weighed.filter(({ at }) => at.item === item));
}

/** One item's fields on as few pages as they take. */
function split(fields: readonly Weighed[], mostInputs: number): Weighed[][] {
  const pages: Weighed[][] = [];
  for (const one of fields) {
    const current = pages.at(-1);
    if (current && fits([...current, one], mostInputs)) current.push(one);
    else pages.push([one]);
  }
  return pages;
}

function fits(fields: readonly Weighed[], mostInputs: number): boolean {
  const inputs = fields.reduce((sum, one) => sum + one.inputs, 0);
  const bytes = fields.reduce((sum, one) => sum + one.bytes, 0);
  const long = fields.filter(({ at }) => at.field.type === "longtext").length;
  return inputs <= mostInputs && bytes <= MOST_FIELD_BYTES && long <= 1;
}

/** What the field's inputs take at most, its label, hint and a fault included. */
function weightOf(view: View, field: Field): number {
  const frame = INPUT_FRAME_BYTES * partsOf(field).length;
  const choices = choicesOf(view, field, []);
  const other = field.other ? BYTES_PER_UNIT * CHARACTER_LIMITS.text : 0;
  if (choices) return frame + other + Buffer.byteLength(JSON.stringify(choices.choices), "utf8");
  return frame + BYTES_PER_UNIT * unitsOf(field);
}

/** Dates, numbers and codes are short, whatever is typed there. */
const SHORT_UNITS = 100;

function unitsOf({ type }: Field): number {
  if (type === "text" || type === "longtext") return CHARACTER_LIMITS[type];
  if (type !== "docRef") return SHORT_UNITS;
  return CHARACTER_LIMITS.linkTitle + CHARACTER_LIMITS.linkUrl + CHARACTER_LIMITS.version;
}

export function valuesOf({ state }: Pick<View, "state">, item: Pick<Item, "id">): Values {
  return state.items[item.id]?.values ?? {};
}
