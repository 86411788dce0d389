import type { FieldFault } from "./rejection.ts";
import type { Condition, Field } from "./template.ts";
import { isText } from "./text.ts";
import type { Input, Row, Value, Values } from "./value.ts";

/** How many characters each kind of words may hold (process.md §0.4); UTF-16 units, as the maxLength of an input counts them. */
export const CHARACTER_LIMITS = {
  text: 300,
  longtext: 5_000,
  linkTitle: 300,
  linkUrl: 2_000,
  version: 50,
} as const;

/** Who may be chosen in a person field; undefined when the person may. */
export type PersonCheck = (person: string, field: Field) => FieldFault["fault"] | undefined;

/** What reading a field needs to know of the world around it. */
export type Surroundings = {
  readonly bodies: readonly string[];
  readonly checkPerson: PersonCheck;
  /** The ids of the rows another item's field holds now, for a choice among them. */
  readonly rowIds: (from: NonNullable<Field["choicesFrom"]>) => readonly string[];
};

export type Fault = Pick<FieldFault, "fault" | "limit" | "actual">;

/** True when the field's value is kept as rows that are put and removed one at a time (decisions.md §5.4). */
export function isRows(field: Field): boolean {
  if (field.map) return true;
  if (!field.list) return false;
  return !CHOSEN_TYPES.has(field.type);
}
const CHOSEN_TYPES: ReadonlySet<string> = new Set([
  "enum",
  "userRef",
  "bodyRef",
  "lang",
  "role",
  "int",
  "lessonRef",
]);

/** The fields of one row: those of the record, or one field named `value` for a list of simple values. */
export function rowFields(field: Field): readonly Field[] {
  if (field.type === "record") return field.fields ?? [];
  const { list: _list, map: _map, min: _min, max: _max, ...rest } = field;
  return [{ ...rest, name: "value", required: true }];
}

/** Whether the field is asked for, given the other values of its item or row. */
export function isShown(field: Field, values: Values): boolean {
  if (field.computed || field.constant !== undefined) return false;
  return field.when === undefined || holds(field.when, values);
}

/** Whether the field must be filled in and is not. Fields the bot works out are never missing. */
export function isMissing(field: Field, values: Values): boolean {
  if (!isShown(field, values) || !isRequired(field, values)) return false;
  if (field.prefill) return prefilledRows(field, values) < (field.min ?? 1);
  return isBlank(values[field.name], field.min);
}

/** Rows that say something: those written, and those filled in beforehand that nobody has changed (decisions.md §5.4). */
function prefilledRows(field: Field, values: Values): number {
  const written = rowsOf(values[field.name]).map(({ id }) => id);
  return new Set([...written, ...Object.keys(field.prefill ?? {})]).size;
}

export function isRequired(field: Field, values: Values): boolean {
  if (field.required === undefined) return false;
  return field.required === true || holds(field.required, values);
}

function holds(condition: Condition, values: Values): boolean {
  const value = values[condition.field];
  if (Array.isArray(value)) return value.some((one) => condition.is.includes(one as string));
  return condition.is.includes(value as string | boolean);
}

/** Nothing, no words, or fewer values than the field's least number. */
export function isBlank(value: Value | undefined, least = 1): boolean {
  if (value === undefined || value === null || value === "") return true;
  if (Array.isArray(value)) return value.length < least;
  if (isText(value)) return "text" in value && value.text.trim() === "";
  if (typeof value === "object" && "chosen" in value)
    return value.chosen.length === 0 && isBlank(value.other);
  return false;
}

/** Whether two values say the same, whatever content their words are stored under. */
export function isSameValue(one: Value | undefined, other: Value | undefined): boolean {
  return canonical(one) === canonical(other);
}

function canonical(value: unknown): string {
  return JSON.stringify(value ?? null, (key, part: unknown) => {
    if (key === "ref") return undefined;
    if (part && typeof part === "object" && !Array.isArray(part))
      return Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)));
    return part;
  });
}

/** A copy whose words will be stored as content of their own, so that a draft can be erased without its record. */
export function withoutReferences<T>(value: T): T {
  return JSON.parse(
    JSON.stringify(value, (key, part: unknown) => (key === "ref" ? undefined : part)),
  ) as T;
}

/** The rows a field holds; none when it holds something else. */
export function rowsOf(value: Value | undefined): readonly Row[] {
  if (!Array.isArray(value)) return [];
  return value.filter((row): row is Row => typeof row === "object" && "id" in row);
}

/** What a form sent for a field, as plain text; parts of a several-part input by name. */
export function partOf(input: Input, part?: string): string {
  if (input === null || input === undefined) return "";
  if (typeof input === "object" && !Array.isArray(input))
    return part === undefined ? "" : ((input as Record<string, string | undefined>)[part] ?? "");
  return part === undefined ? String(input as string | number | boolean) : "";
}
