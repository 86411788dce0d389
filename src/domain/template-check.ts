import { incoherent } from "./template-coherence.ts";
import { templateShape } from "./template-shape.ts";
import type { Field, Item, Step, Strength, Template } from "./template.ts";

export type Checked =
  | { readonly ok: true; readonly template: Template }
  | { readonly ok: false; readonly faults: string[] };

/**
 * Whether a municipality's own template may take the built-in one's place (decisions.md §12.1). It may change words,
 * lanes, day counts and who is responsible, add items and fields, and make S and O stronger. Refuses unknown keys, what
 * does not hang together and everything that takes away or weakens; names every fault by its path. Faults of shape come
 * alone, because nothing else can be read before they are mended.
 */
export function checkTemplate(candidate: unknown, builtIn: Template): Checked {
  const misshapen: string[] = [];
  templateShape(candidate, "template", misshapen);
  if (misshapen.length > 0) return { ok: false, faults: misshapen };
  // The shape has just been checked, key by key.
  const template = candidate as Template;
  const faults = [...incoherent(template), ...weakened(template, builtIn)];
  return faults.length > 0 ? { ok: false, faults } : { ok: true, template };
}

/** The template as one text that does not depend on the order of keys: what its hash is made of. */
export function hashInput(template: Template): string {
  return canonical(template);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part !== "object" || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  });
}

const STRENGTHS: readonly Strength[] = ["O", "S", "M"];

/** Acts the law or the two-person rule ties to one role; a template cannot hand them to another (process.md §12). */
const TIED_TO_ROLE: ReadonlySet<string> = new Set([
  "triage.result",
  "decide.register",
  "decide.confirm",
  "plan.appoint",
  "check.preconditions",
  "check.vote",
  "final.register",
  "final.confirm",
  "follow.finish",
]);

function weakened(template: Template, builtIn: Template): string[] {
  const faults: string[] = [];
  const { id, version } = builtIn;
  if (template.id === id && template.version === version && !isSame(template, builtIn))
    faults.push(`version: ${id} v${version} is the built-in template; give this one a new version`);
  if (!isSame(stepOrder(template), stepOrder(builtIn)))
    faults.push("steps: must be the built-in twelve in their order");
  for (const step of builtIn.steps) {
    const own = template.steps.find((one) => one.id === step.id);
    if (own) weakenedStep(own, step, faults);
  }
  return faults;
}

function stepOrder({ steps }: Template): readonly unknown[] {
  return steps.map(({ id, order }) => [id, order]);
}

function weakenedStep(step: Step, builtIn: Step, faults: string[]): void {
  const path = `steps[${step.id}]`;
  for (const item of builtIn.items) {
    const own = step.items.find(({ id }) => id === item.id);
    if (own) weakenedItem(own, item, `${path}.items[${item.id}]`, faults);
    else faults.push(`${path}.items[${item.id}]: may not be removed or moved to another step`);
  }
  for (const item of step.items) {
    if (builtIn.items.some(({ id }) => id === item.id)) continue;
    refuseComputed(item.fields, `${path}.items[${item.id}]`, faults);
    refuseBot(item, `${path}.items[${item.id}]`, faults);
  }
}

function weakenedItem(item: Item, builtIn: Item, path: string, faults: string[]): void {
  if (STRENGTHS.indexOf(item.strength) < STRENGTHS.indexOf(builtIn.strength))
    faults.push(`${path}.strength: may not be weaker than ${builtIn.strength}`);
  if (TIED_TO_ROLE.has(item.id) && !isSame(item.responsible, builtIn.responsible))
    faults.push(`${path}.responsible: must be ${builtIn.responsible.join(", ")}`);
  if (!builtIn.responsible.includes("bot")) refuseBot(item, path, faults);
  for (const key of ["each", "fixedByChair"] as const) {
    if (item[key] !== builtIn[key]) faults.push(`${path}.${key}: may not be changed`);
  }
  weakenedFields(item.fields, builtIn.fields, path, faults);
}

function weakenedFields(
  fields: readonly Field[],
  builtIn: readonly Field[],
  path: string,
  faults: string[],
): void {
  for (const field of builtIn) {
    const own = fields.find(({ name }) => name === field.name);
    if (own) weakenedField(own, field, `${path}.fields[${field.name}]`, faults);
    else faults.push(`${path}.fields[${field.name}]: may not be removed`);
  }
  const added = fields.filter(({ name }) => !builtIn.some((field) => field.name === name));
  refuseComputed(added, path, faults);
}

/** Parts of a field that gates, reminders and forms rely on. */
const FIXED_PARTS = [
  "type",
  "when",
  "list",
  "map",
  "choicesFrom",
  "other",
  "min",
  "max",
  "from",
  "computed",
  "constant",
] as const;

function weakenedField(field: Field, builtIn: Field, path: string, faults: string[]): void {
  for (const key of FIXED_PARTS) {
    if (!isSame(field[key], builtIn[key])) faults.push(`${path}.${key}: may not be changed`);
  }
  if (!isAsRequired(field.required, builtIn.required))
    faults.push(`${path}.required: may not be weaker than built in`);
  // The form of a case number is the municipality's own (process.md §4.1), but it has one.
  if ((field.pattern === undefined) !== (builtIn.pattern === undefined))
    faults.push(`${path}.pattern: may be changed, not added or removed`);
  weakenedOptions(field, builtIn, path, faults);
  if (builtIn.fields) weakenedFields(field.fields ?? [], builtIn.fields, path, faults);
}

function isAsRequired(required: Field["required"], builtIn: Field["required"]): boolean {
  return builtIn === undefined || required === true || isSame(required, builtIn);
}

function weakenedOptions(field: Field, builtIn: Field, path: string, faults: string[]): void {
  const values = (one: Field): readonly string[] => one.options?.map(({ value }) => value) ?? [];
  for (const value of values(builtIn)) {
    if (!values(field).includes(value))
      faults.push(`${path}.options[${value}]: may not be removed`);
  }
  // A new value of a closed list would fall through the rules that read it.
  for (const value of builtIn.other ? [] : values(field)) {
    if (!values(builtIn).includes(value))
      faults.push(`${path}.options[${value}]: may not be added to a closed list`);
  }
}

function refuseComputed(fields: readonly Field[], path: string, faults: string[]): void {
  for (const { name, computed, fields: inner } of fields) {
    if (computed) faults.push(`${path}.fields[${name}].computed: nothing works this field out`);
    if (inner) refuseComputed(inner, `${path}.fields[${name}]`, faults);
  }
}

/** What only the bot may write nobody can, and the step would never be done. */
function refuseBot({ responsible }: Item, path: string, faults: string[]): void {
  if (responsible.includes("bot"))
    faults.push(`${path}.responsible: the bot writes nothing here; name a role`);
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other || canonical(one) === canonical(other);
}
