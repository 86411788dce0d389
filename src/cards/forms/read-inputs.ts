import { rowFields } from "../../domain/fields.ts";
import { findItem, type Field } from "../../domain/template.ts";
import type { Input, Inputs, PersonId, Values } from "../../domain/value.ts";
import type { ActionOf } from "../actions.ts";
import { type InputPlace, readInputId } from "../input-ids.ts";
import type { View } from "../view.ts";
import { NO_CHOICE } from "./field-inputs.ts";
import { asKept, prefilled, WHOLE } from "./prefill.ts";
import { rowAt, rowValues } from "./row-form.ts";

/** Whom an Entra id of Teams' people picker is among us; undefined for somebody we have never seen. */
export type PersonOf = (entraId: string) => PersonId | undefined;

export type Submitted = { readonly [inputId: string]: string };

/**
 * What a form's inputs say, by item and field: raw words, read and checked by the domain. Every asked input counts, also
 * one the client left out because it was empty. People from Teams' picker become our own; an unknown one stays as it
 * was sent, and the domain refuses it. Without a view (a dialogue still to be made) nothing is kept to compare with.
 */
export function readItemInputs(
  view: Pick<View, "state" | "template" | "language"> | undefined,
  asked: readonly string[],
  inputs: Submitted,
  personOf: PersonOf = unknownPerson,
): { readonly [itemId: string]: Inputs } {
  const items: { [itemId: string]: { [field: string]: Input } } = {};
  for (const id of asked) {
    const place = readInputId(id);
    if (!place) continue;
    const values = (items[place.itemId] ??= {});
    const field = view && fieldAt(view, place);
    const kept = view?.state.items[place.itemId]?.values;
    put(values, place, wordsOf(place, inputs[id] ?? "", personOf, { field, kept, view }));
  }
  return items;
}

/** What the form of one row says, together with what its other pages hold: a row is written whole (decisions.md §5.4). */
export function readRowInputs(
  view: Pick<View, "state" | "template" | "language">,
  action: ActionOf<"putRow">,
  inputs: Submitted,
  personOf: PersonOf = unknownPerson,
): Inputs {
  const at = rowAt(view, action);
  const cells = at ? rowFields(at.field).filter(({ computed }) => !computed) : [];
  const kept = at ? rowValues(at) : {};
  const written: { [field: string]: Input } = {};
  for (const id of action.asked) {
    const place = readInputId(id);
    if (!place) continue;
    const field = cells.find(({ name }) => name === place.field);
    put(written, place, wordsOf(place, inputs[id] ?? "", personOf, { field, kept, view }));
  }
  return { ...asInputs(cells, kept, view.language), ...written };
}

/** Klar under an empty line for a new row: there is nothing to add. */
export function isNoRow(action: ActionOf<"putRow">, inputs: Submitted): boolean {
  return action.after === "done" && action.asked.every((id) => (inputs[id] ?? "").trim() === "");
}

const unknownPerson: PersonOf = () => undefined;

/** Inputs as they would be sent for values that are kept: what a page leaves untouched is handed in unchanged. */
function asInputs(cells: readonly Field[], kept: Values, language: View["language"]): Inputs {
  const entries = cells.map((cell) => {
    const parts = prefilled(cell, kept[cell.name], language);
    return [cell.name, WHOLE in parts ? parts[WHOLE] : parts] as const;
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

type Known = {
  readonly field: Field | undefined;
  readonly kept: Values | undefined;
  readonly view: Pick<View, "language"> | undefined;
};

function wordsOf(place: InputPlace, sent: string, personOf: PersonOf, known: Known): string {
  if (sent === NO_CHOICE) return "";
  if (place.part === "picked")
    return sent
      .split(",")
      .map((one) => one.trim())
      .filter((one) => one !== "")
      .map((one) => personOf(one) ?? one)
      .join(",");
  const { field, kept, view } = known;
  if (!field || !view) return sent;
  return asKept(sent, prefilled(field, kept?.[field.name], view.language)[place.part ?? WHOLE]);
}

function put(values: { [field: string]: Input }, place: InputPlace, words: string): void {
  if (place.part === undefined || place.part === "picked") {
    values[place.field] = words;
    return;
  }
  const before = values[place.field];
  const parts = typeof before === "object" && !Array.isArray(before) ? before : {};
  values[place.field] = { ...(parts as { [part: string]: string }), [place.part]: words };
}

function fieldAt({ template }: Pick<View, "template">, place: InputPlace): Field | undefined {
  return findItem(template, place.itemId)?.item.fields.find(({ name }) => name === place.field);
}
