import { STEP_IDS } from "./template-shape.ts";
import type { Condition, Field, Step, Template } from "./template.ts";

type Where = { readonly template: Template; readonly faults: string[] };

/** Steps whose items are read as one: a name used twice would let one field speak for another. */
const READ_AS_ONE: readonly string[] = ["triage", "decide-dialogue", "final-decision"];
const COUNTED: readonly Field["type"][] = ["int", "money", "percent"];

/** What does not hang together inside a template that has the right shape: one line a fault, beginning with the path. */
export function incoherent(template: Template): string[] {
  const { steps } = template;
  const faults: string[] = [];
  const items = steps.flatMap((step) => step.items);
  for (const id of sameTwice(steps.map((step) => step.id)))
    faults.push(`steps[${id}]: is there twice`);
  for (const id of sameTwice(items.map((item) => item.id)))
    faults.push(`items[${id}]: is there twice`);
  for (const step of steps) checkStep(step, { template, faults });
  const [first, last] = template.calendar.quietWeeks;
  if (first > last) faults.push("calendar.quietWeeks: the first week must not come after the last");
  return faults;
}

function checkStep(step: Step, where: Where): void {
  const path = `steps[${step.id}]`;
  for (const item of step.items) checkFields(item.fields, `${path}.items[${item.id}]`, where);
  if (READ_AS_ONE.includes(step.id)) {
    const names = step.items.flatMap(({ fields }) => fields.map(({ name }) => name));
    for (const name of sameTwice(names))
      where.faults.push(`${path}: two fields are named ${name}; in this step names must differ`);
  }
  if (!step.sections) return;
  const shown = step.sections.flatMap(({ items }) => items);
  for (const id of sameTwice(shown)) where.faults.push(`${path}.sections: ${id} is there twice`);
  for (const { id } of step.items) {
    if (!shown.includes(id)) where.faults.push(`${path}.sections: ${id} is in no section`);
  }
  for (const id of shown) {
    if (!step.items.some((item) => item.id === id))
      where.faults.push(`${path}.sections: the step has no item ${id}`);
  }
}

function checkFields(fields: readonly Field[], path: string, where: Where): void {
  for (const name of sameTwice(fields.map((field) => field.name)))
    where.faults.push(`${path}.fields[${name}]: is there twice`);
  for (const field of fields) {
    const own = `${path}.fields[${field.name}]`;
    const wrong = (what: string): number => where.faults.push(`${own}: ${what}`);
    checkKind(field, wrong);
    checkBounds(field, wrong);
    checkChoices(field, wrong, where);
    for (const [key, condition] of conditionsOf(field))
      checkCondition(condition, fields, field, (what) => wrong(`${key} ${what}`));
    if (field.prefill) checkPrefill(field, wrong);
    if (field.fields) checkFields(field.fields, own, where);
  }
}

type Wrong = (what: string) => number;

/** Parts that make sense for some types only. */
function checkKind(field: Field, wrong: Wrong): void {
  const { type } = field;
  if ((type === "record") !== (field.fields !== undefined))
    wrong("a record has fields, and nothing else has");
  if (type === "record" && !field.list && !field.map) wrong("a record is a list or a map");
  if (field.list && field.map) wrong("is a list or a map, not both");
  if (field.other && (type !== "enum" || !field.list))
    wrong("only an enum with several choices takes other words");
  if (field.pattern !== undefined && type !== "text") wrong("only a text has a pattern");
  if (field.from && type !== "userRef" && type !== "role") wrong("only people come from somewhere");
  if (field.constant !== undefined && (field.computed || field.required || field.list || field.map))
    wrong("a constant is neither computed, required, a list nor a map");
  if (field.prefill && field.map !== "step")
    wrong("only a map by step can be filled in beforehand");
}

function checkBounds(field: Field, wrong: Wrong): void {
  const { min, max } = field;
  if (min === undefined && max === undefined) return;
  if (!COUNTED.includes(field.type) && !field.list && !field.map)
    wrong("min and max belong to numbers, lists and maps");
  if (min !== undefined && max !== undefined && min > max) wrong("min is above max");
}

function checkChoices(field: Field, wrong: Wrong, { template }: Where): void {
  const { type, options, choicesFrom } = field;
  if (type === "enum" && (options === undefined) === (choicesFrom === undefined))
    wrong("an enum has either options or choicesFrom");
  if (type !== "enum" && choicesFrom) wrong("only an enum has choicesFrom");
  if (type !== "enum" && type !== "role" && options) wrong("only an enum or a role has options");
  for (const value of sameTwice(options?.map((option) => option.value) ?? []))
    wrong(`the option ${value} is there twice`);
  if (!choicesFrom) return;
  const items = template.steps.flatMap((step) => step.items);
  const source = items
    .find(({ id }) => id === choicesFrom.item)
    ?.fields.find(({ name }) => name === choicesFrom.field);
  if (source?.type !== "record" || !source.list)
    wrong(`choicesFrom: ${choicesFrom.item} has no list of records named ${choicesFrom.field}`);
}

function conditionsOf(field: Field): readonly (readonly [string, Condition])[] {
  const { required, when } = field;
  return [
    ...(required !== undefined && required !== true ? [["required", required] as const] : []),
    ...(when ? [["when", when] as const] : []),
  ];
}

function checkCondition(
  { field: name, is }: Condition,
  fields: readonly Field[],
  asking: Field,
  wrong: Wrong,
): void {
  const read = fields.find((field) => field.name === name);
  if (!read || read === asking) {
    wrong(`reads the field ${name}, which must be another field of the same item or row`);
    return;
  }
  for (const value of is) {
    const fits =
      read.type === "bool"
        ? typeof value === "boolean"
        : read.type === "enum"
          ? read.options?.some((option) => option.value === value)
          : COUNTED.includes(read.type) && typeof value === "number";
    if (!fits) wrong(`waits for ${String(value)}, which ${name} can never be`);
  }
}

function checkPrefill(field: Field, wrong: Wrong): void {
  const planning = STEP_IDS.indexOf("planning");
  for (const [key, row] of Object.entries(field.prefill ?? {})) {
    if (STEP_IDS.indexOf(key) < planning) wrong(`prefill: ${key} is no step from planning on`);
    for (const [name, value] of Object.entries(row)) {
      const filled = field.fields?.find((one) => one.name === name);
      if (!filled) wrong(`prefill[${key}]: there is no field ${name}`);
      for (const one of Array.isArray(value) ? (value as readonly unknown[]) : [value]) {
        if (filled?.options && !filled.options.some((option) => option.value === one))
          wrong(`prefill[${key}].${name}: ${String(one)} is none of its options`);
      }
    }
  }
}

function sameTwice(names: readonly string[]): readonly string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}
