import { type Context, surroundings } from "./context.ts";
import type { Command, Dialogue, NewFact } from "./dialogue.ts";
import { isMissing, isRows, isSameValue, rowFields, rowsOf } from "./fields.ts";
import { guardItem } from "./item-guard.ts";
import { readField } from "./read-field.ts";
import { type FieldFault, Rejection } from "./rejection.ts";
import { rowFaults } from "./row-rules.ts";
import type { Field } from "./template.ts";
import type { Values } from "./value.ts";
import { warningsAfter } from "./warnings-after.ts";

type Of<T extends Command["type"]> = Extract<Command, { type: T }>;

/** Rows a list may hold when its field names no limit of its own. */
const MOST_ROWS = 100;

/** Adds or changes one row; nothing when it already says the same. Two new rows never collide; a changed row must not have moved (E-STALE). */
export function putRow(state: Dialogue, command: Of<"PutRow">, context: Context): NewFact[] {
  const { itemId, rowId, revision } = command;
  const field = rowsField(state, command, context);
  const rows = rowsOf(state.items[itemId]?.values[field.name]);
  const current = rows.find(({ id }) => id === rowId);
  const { values, faults } = readRow(state, field, command, current?.values, context);
  const most = field.max ?? MOST_ROWS;
  if (!current && rows.length >= most)
    faults.push({
      itemId,
      field: field.name,
      rowId,
      fault: "tooMany",
      limit: most,
      actual: rows.length + 1,
    });
  if (current && isSameRow(current.values, values)) return [];
  if (faults.length > 0) throw new Rejection({ code: "E-FIELD", faults });
  if ((current?.revision ?? 0) !== revision)
    throw new Rejection({ code: "E-STALE", itemId, rowId });
  const fact = { type: "RowPut", itemId, field: field.name, rowId, values } as const;
  const warnings = warningsAfter(state, fact, context);
  return [warnings.length > 0 ? { ...fact, warnings } : fact];
}

/** Takes one row away; nothing when it is gone already. */
export function removeRow(state: Dialogue, command: Of<"RemoveRow">, context: Context): NewFact[] {
  const { itemId, rowId } = command;
  const field = rowsField(state, command, context);
  const rows = rowsOf(state.items[itemId]?.values[field.name]);
  if (!rows.some(({ id }) => id === rowId)) return [];
  return [{ type: "RowRemoved", itemId, field: field.name, rowId }];
}

function rowsField(
  state: Dialogue,
  { itemId, field: name }: { readonly itemId: string; readonly field: string },
  context: Context,
): Field {
  const { item } = guardItem(state, itemId, context);
  const field = item.fields.find((one) => one.name === name);
  if (field && isRows(field)) return field;
  throw new Rejection({
    code: "E-FIELD",
    faults: [{ itemId, field: name, fault: "unknownField" }],
  });
}

/** The row as it will be: what was sent laid over what was kept, so that a long row can be written a page at a time. */
function readRow(
  state: Dialogue,
  field: Field,
  { itemId, rowId, values: inputs }: Of<"PutRow">,
  kept: Values | undefined,
  context: Context,
): { values: Values; faults: FieldFault[] } {
  const around = surroundings(state, context);
  const values: { [name: string]: Values[string] } = { ...kept };
  const faults: FieldFault[] = [];
  const at = (name: string) => ({ itemId, field: name, rowId });
  const cells = rowFields(field);
  for (const [name, input] of Object.entries(inputs)) {
    const cell = cells.find((one) => one.name === name);
    const read = cell
      ? readField(cell, input, around)
      : { faults: [{ fault: "unknownField" as const }] };
    if ("faults" in read) faults.push(...read.faults.map((one) => ({ ...at(name), ...one })));
    else if (read.value === null) delete values[name];
    else values[name] = read.value;
  }
  // A new row is made whole; on a later page only what was asked there can be missing.
  const asked = kept ? cells.filter(({ name }) => name in inputs) : cells;
  const missing = asked.filter(
    (cell) => isMissing(cell, values) && !faults.some((one) => one.field === cell.name),
  );
  faults.push(...missing.map((cell): FieldFault => ({ ...at(cell.name), fault: "missing" })));
  faults.push(...rowFaults({ itemId, field: field.name, rowId }, values));
  return { values, faults };
}

function isSameRow(one: Values, other: Values): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => isSameValue(one[name], other[name]));
}
