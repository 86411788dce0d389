import type { ItemState } from "./item-state.ts";
import { type Context, surroundings } from "./context.ts";
import type { Command, Dialogue, NewFact } from "./dialogue.ts";
import { isMissing, isRows, isSameValue, isShown, type Surroundings } from "./fields.ts";
import { itemRules } from "./item-rules.ts";
import { guardItem } from "./item-guard.ts";
import { itemProgress } from "./item-progress.ts";
import { rolesOf } from "./permissions.ts";
import { readField } from "./read-field.ts";
import { type FieldFault, Rejection } from "./rejection.ts";
import type { Item } from "./template.ts";
import type { Inputs, Values } from "./value.ts";
import { warningsAfter } from "./warnings-after.ts";

type Of<T extends Command["type"]> = Extract<Command, { type: T }>;
type Entry = Of<"RecordItems">["entries"][number];

export const untouched: ItemState = { revision: 0, values: {} };

/**
 * Overwrites the given fields of one or several items, all or none; nothing when they already say the same.
 * Refuses by right, gate and lock, E-FIELD with every fault at once, E-STALE when an item has moved since its form was
 * drawn, E-REASON for an override without one.
 */
export function recordItems(
  state: Dialogue,
  command: Of<"RecordItems">,
  context: Context,
): NewFact[] {
  const around = surroundings(state, context);
  const read = command.entries.map((entry) => {
    const { item } = guardItem(state, entry.itemId, context);
    return { item, entry, ...readEntry(item, entry, state.items[item.id] ?? untouched, around) };
  });
  const faults = read.flatMap(({ faults: own }) => own);
  refuseFaults(faults);
  const moved = read.filter(({ item, entry, changed }) => {
    const current = (state.items[item.id] ?? untouched).revision;
    return Object.keys(changed).length > 0 && entry.revision !== current;
  });
  if (moved.length > 0)
    throw new Rejection(
      ...moved.map(({ item }) => ({ code: "E-STALE" as const, itemId: item.id })),
    );
  return read.flatMap(({ item, changed }) => recorded(state, item, changed, context));
}

/** Fields that hold a reason somebody must give; without it the refusal says so rather than naming a field. */
const REASONS: ReadonlySet<string> = new Set(["overrideReason"]);

function refuseFaults(faults: readonly FieldFault[]): void {
  if (faults.length === 0) return;
  const alone = faults.find(isNobodyPresent);
  if (alone)
    throw new Rejection({ code: "E-NO-ELECTED-PRESENT", missing: [occasionOf(alone.itemId)] });
  const onlyReasons = faults.every(({ field, fault }) => fault === "missing" && REASONS.has(field));
  throw new Rejection(onlyReasons ? { code: "E-REASON", faults } : { code: "E-FIELD", faults });
}

/** A tillfälle that no elected official has taken part in has not been held (process.md §3 G6). */
function isNobodyPresent({ itemId, field, fault }: FieldFault): boolean {
  const asked = itemId.startsWith("event.elected.") && field === "electedPresent";
  return asked && (fault === "missing" || fault === "tooFew");
}
function occasionOf(itemId: string): string {
  return itemId.slice("event.elected.".length);
}

function readEntry(
  item: Item,
  entry: Entry,
  kept: ItemState,
  around: Surroundings,
): { readonly changed: Values; readonly faults: readonly FieldFault[] } {
  const { values, faults } = readFields(item, entry.values, around);
  const after: Values = { ...kept.values, ...values };
  for (const field of item.fields) {
    // What was handed in and could not be read is one fault, not two.
    const faulty = faults.some(({ field: name }) => name === field.name);
    if (!faulty && field.name in entry.values && isMissing(field, after))
      faults.push({ itemId: item.id, field: field.name, fault: "missing" });
  }
  // A field that is no longer asked for keeps nothing: its answer would be read by nobody.
  const unasked = item.fields.filter(
    (field) => !isShown(field, after) && kept.values[field.name] != null,
  );
  const cleared = unasked
    .filter((field) => !field.computed && !isRows(field))
    .map((field) => [field.name, null] as const);
  const whole: Values = { ...values, ...Object.fromEntries(cleared) };
  // What has been opened again is said anew, also in the same words.
  const before = kept.superseded === undefined ? kept.values : {};
  const changed = Object.entries(whole).filter(
    ([name, value]) => !isSameValue(value, before[name]),
  );
  return { changed: Object.fromEntries(changed), faults };
}

function readFields(
  item: Item,
  inputs: Inputs,
  around: Surroundings,
): { values: Values; faults: FieldFault[] } {
  const faults: FieldFault[] = [];
  const values: { [field: string]: Values[string] } = {};
  for (const [name, input] of Object.entries(inputs)) {
    const field = item.fields.find((one) => one.name === name);
    if (!field || isRows(field)) {
      faults.push({ itemId: item.id, field: name, fault: "unknownField" });
      continue;
    }
    const read = readField(field, input, around);
    if ("value" in read) values[name] = read.value;
    else faults.push(...read.faults.map((one) => ({ itemId: item.id, field: name, ...one })));
  }
  return { values, faults };
}

function recorded(state: Dialogue, item: Item, changed: Values, context: Context): NewFact[] {
  if (Object.keys(changed).length === 0) return [];
  const after: Values = { ...state.items[item.id]?.values, ...changed };
  itemRules(state, item, after, context);
  const fact = { type: "ItemRecorded", itemId: item.id, values: changed } as const;
  const warned: NewFact = { ...fact, warnings: warningsAfter(state, fact, context) };
  return fixesAlong(state, item, after, context)
    ? [warned, { type: "ItemFixed", itemId: item.id }]
    : [warned];
}

/** What the chair writes whole is fixed at once; nobody needs to press twice (decisions.md §1.8). */
function fixesAlong(state: Dialogue, item: Item, after: Values, context: Context): boolean {
  if (!item.fixedByChair) return false;
  if (!rolesOf(state, context.actor, context.directory).has("steeringChair")) return false;
  return item.fields.every((field) => !isMissing(field, after));
}

/** The chair fixes an item as it stands; refuses anybody else, an unfinished item and one that has moved. */
export function fixItem(state: Dialogue, command: Of<"FixItem">, context: Context): NewFact[] {
  const forbidden = new Rejection({ code: "E-FORBIDDEN", who: ["steeringChair"] });
  if (!rolesOf(state, context.actor, context.directory).has("steeringChair")) throw forbidden;
  const { item } = guardItem(state, command.itemId, context);
  if (!item.fixedByChair) throw forbidden;
  const kept = state.items[item.id] ?? untouched;
  if (itemProgress(state, item) === "done") return [];
  const missing = item.fields.filter((field) => isMissing(field, kept.values));
  if (missing.length > 0) {
    const faults = missing.map(
      ({ name }): FieldFault => ({ itemId: item.id, field: name, fault: "missing" }),
    );
    throw new Rejection({ code: "E-FIELD", faults });
  }
  if (kept.revision !== command.revision) throw new Rejection({ code: "E-STALE", itemId: item.id });
  return [{ type: "ItemFixed", itemId: item.id }];
}
