import { builtInTemplate } from "../../src/domain/process/built-in.ts";
import { checkTemplate } from "../../src/domain/template-check.ts";
import { granasaTemplate } from "./granasa-template.ts";
import type { JsonObject } from "./weakenings.ts";

/** The faults of a candidate; none when it is taken. */
export function check(candidate: unknown): readonly string[] {
  const checked = checkTemplate(candidate, builtInTemplate);
  return checked.ok ? [] : checked.faults;
}

const sampleText = JSON.stringify(granasaTemplate());

/** The sample with one change, as a file would hold it. */
export function sampleWith(change: (template: Editable) => void): unknown {
  const template = JSON.parse(sampleText) as Editable;
  change(template);
  return template;
}

export type EditableField = JsonObject & { name: string };
type EditableItem = JsonObject & { id: string; fields: EditableField[] };
export type EditableStep = JsonObject & { id: string; items: EditableItem[] };
export type Editable = JsonObject & { steps: EditableStep[] };

/** The item with this id, wherever it stands; throws when there is none. */
export function itemOf(template: Editable, id: string): EditableItem {
  const item = template.steps.flatMap(({ items }) => items).find((one) => one.id === id);
  if (!item) throw new Error(`The sample has no item ${id}.`);
  return item;
}

/** The field of the item; throws when there is none. */
export function fieldOf(template: Editable, id: string, name: string): EditableField {
  const field = itemOf(template, id).fields.find((one) => one.name === name);
  if (!field) throw new Error(`${id} has no field ${name}.`);
  return field;
}
