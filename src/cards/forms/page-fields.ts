import type { CardElementArray, IContainer, IRichTextBlock } from "@microsoft/teams.cards";
import { isRequired } from "../../domain/fields.ts";
import type { Item } from "../../domain/template.ts";
import { oneLine } from "../drawable.ts";
import { strong, subtle } from "../elements.ts";
import { inputId } from "../input-ids.ts";
import { itemTitle } from "../naming.ts";
import { bytesOf } from "../render.ts";
import { promiseOf } from "../public-facts.ts";
import { textsOf } from "../texts/texts.ts";
import { MOST_WORDS, valueLines } from "../values.ts";
import type { View } from "../view.ts";
import { faultWords, type Told } from "./faults.ts";
import { type Asked, fieldInputs, inputIdsOf } from "./field-inputs.ts";
import { type FieldAt, type FieldsPage, MOST_FIELD_BYTES, valuesOf } from "./pages.ts";
import { prefilled, type Parts, partsOf, WHOLE } from "./prefill.ts";

/** The inputs of a page with what is kept or what the person had written, its faults, and for a form that came too late what is kept now beside it. */
export function pageFields(view: View, page: FieldsPage, told: Told = {}): CardElementArray {
  const attempts = [MOST_WORDS, 400, 80].map((most) => drawn(view, page, told, most));
  return (
    attempts.find((elements) => bytesOf(elements) <= MOST_FIELD_BYTES + 2_000) ??
    shortest(view, page, told)
  );
}

/** The ids of every input on the page, so that one that comes back empty is known to have been asked (a client may leave it out). */
export function askedOn(view: View, { fields }: FieldsPage): string[] {
  return fields.flatMap((at) =>
    inputIdsOf(view, { field: at.field, place: at.item.id, parts: keptParts(view, at) }),
  );
}

/** The revisions the page was drawn from, by item. */
export function revisionsOn(view: View, { fields }: FieldsPage): { [itemId: string]: number } {
  return Object.fromEntries(
    fields.map(({ item }) => [item.id, view.state.items[item.id]?.revision ?? 0]),
  );
}

function drawn(view: View, page: FieldsPage, told: Told, mostWords: number): CardElementArray {
  const several = new Set(page.fields.map(({ item }) => item.id)).size > 1;
  const isStale = told.problems?.some(({ code }) => code === "E-STALE") ?? false;
  let last: Item | undefined;
  return page.fields.flatMap((at) => {
    const alone = at.item.fields.filter(isAsked).length === 1;
    const heading = several && !alone && last !== at.item ? [itemHeading(view, at.item)] : [];
    last = at.item;
    const asked = askedFor(view, at, told, several && alone);
    return [
      ...heading,
      ...fieldInputs(view, asked),
      ...(isStale ? keptNow(view, at, asked.parts, mostWords) : []),
    ];
  });
}

function isAsked({ computed, constant }: FieldAt["field"]): boolean {
  return !computed && constant === undefined;
}

/** Written texts too long to be sent back whole are cut where they are shown; that they were too long is said beside them. */
function shortest(view: View, page: FieldsPage, told: Told): CardElementArray {
  const inputs = Object.entries(told.inputs ?? {});
  const room = Math.floor(MOST_FIELD_BYTES / 3 / Math.max(1, page.fields.length));
  const cut = inputs.map(([id, text]) => [id, text.slice(0, room)] as const);
  const notice = textsOf(view.language).forms.cut;
  return [small(notice), ...drawn(view, page, { ...told, inputs: Object.fromEntries(cut) }, 80)];
}

function askedFor(view: View, at: FieldAt, told: Told, byTitle: boolean): Asked {
  const { item, field } = at;
  const values = valuesOf(view, item);
  return {
    field,
    place: item.id,
    label: byTitle ? itemTitle(view, item) : oneLine(field.label[view.language]),
    required: isRequired(field, values) && field.required === true,
    parts: told.inputs ? writtenParts(at, told.inputs) : keptParts(view, at),
    hints: hintsOf(view, at),
    faults: faultWords(view.language, told.problems, { itemId: item.id, field: field.name }),
  };
}

function keptParts(view: View, { item, field }: FieldAt): Parts {
  return prefilled(field, valuesOf(view, item)[field.name], view.language);
}

/** What the person had in the inputs when the form was sent. */
export function writtenParts(
  { item, field }: { readonly item: Pick<Item, "id">; readonly field: FieldAt["field"] },
  inputs: { readonly [id: string]: string },
): Parts {
  const parts = partsOf(field).map((part) => {
    const id = part === WHOLE ? inputId(item.id, field.name) : inputId(item.id, field.name, part);
    return [part, inputs[id] ?? inputs[inputId(item.id, field.name, "picked")] ?? ""] as const;
  });
  return Object.fromEntries(parts);
}

function hintsOf(view: View, { field, item }: FieldAt): readonly string[] {
  const { forms } = textsOf(view.language);
  const hint = field.hint?.[view.language];
  const condition = typeof field.required === "object" ? field.required : undefined;
  const about = condition && item.fields.find(({ name }) => name === condition.field);
  const promise = field.name === "promiseText" ? promiseOf(view) : "";
  return [
    ...(hint === undefined ? [] : [hint]),
    ...(promise === "" ? [] : [forms.forExample(promise)]),
    ...(hint === undefined && field.type === "money" ? [forms.whole] : []),
    ...(hint === undefined && field.type === "percent" ? [forms.percent] : []),
    ...(hint === undefined && field.list && field.type === "int" ? [forms.numbers] : []),
    ...(hint === undefined && condition && about?.options
      ? [forms.conditional(about.label[view.language], chosenLabels(view, about, condition.is))]
      : []),
  ];
}

function chosenLabels(
  { language }: View,
  { options = [] }: FieldAt["field"],
  is: readonly unknown[],
): string {
  const labels = options
    .filter(({ value }) => is.includes(value))
    .map(({ label }) => label[language]);
  return labels.length < options.length ? labels.join(", ") : "";
}

/** For a form that came too late: what somebody else has saved in the meantime, where it differs. */
function keptNow(view: View, at: FieldAt, written: Parts, mostWords: number): CardElementArray {
  const value = valuesOf(view, at.item)[at.field.name];
  const kept = keptParts(view, at);
  const same = partsOf(at.field).every((part) => (kept[part] ?? "") === (written[part] ?? ""));
  if (same) return [];
  const { forms, cards } = textsOf(view.language);
  const lines = valueLines(view, at.field, value, mostWords);
  const shown = lines.length === 0 ? [{ runs: [subtle(cards.notFilledIn)] }] : lines;
  const box: IContainer = {
    type: "Container",
    style: "emphasis",
    roundedCorners: true,
    spacing: "Small",
    items: [
      {
        type: "RichTextBlock",
        inlines: [strong(forms.stale.current(oneLine(at.field.label[view.language])))],
      },
      ...shown.map(
        ({ runs }): IRichTextBlock => ({
          type: "RichTextBlock",
          spacing: "None",
          inlines: [...runs],
        }),
      ),
    ],
  };
  return [box];
}

function itemHeading(view: View, item: Item): IRichTextBlock {
  return {
    type: "RichTextBlock",
    spacing: "Large",
    separator: true,
    inlines: [strong(itemTitle(view, item))],
  };
}

function small(text: string): IRichTextBlock {
  return { type: "RichTextBlock", spacing: "Small", inlines: [subtle(text)] };
}
