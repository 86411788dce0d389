import type { Event, FormalDecision } from "../domain/dialogue.ts";
import { isSameValue } from "../domain/fields.ts";
import { rolesOf } from "../domain/permissions.ts";
import { type Field, findItem, type Item } from "../domain/template.ts";
import { type Text, wordsOf } from "../domain/text.ts";
import type { Value, Values } from "../domain/value.ts";
import { oneLine, shortened } from "./drawable.ts";
import { type Line, line, type Run, strong, subtle } from "./elements.ts";
import { mayReadContent } from "./forms/read-only.ts";
import { mapKeys } from "./forms/map-keys.ts";
import { formatsOf } from "./formats.ts";
import { bodyName } from "./naming.ts";
import { textsOf } from "./texts/texts.ts";
import { plainWords, rowWords } from "./values.ts";
import type { View } from "./view.ts";

/** How much is shown of what was written: lines of an event, characters of a line. */
export type Room = { readonly lines: number; readonly words: number };

type Recorded = Extract<Event, { type: "ItemRecorded" }>;
type RowPut = Extract<Event, { type: "RowPut" }>;

/** The fields that were written, as the viewer may read them on the item's own page (decisions.md §3.2). */
export function recordedLines(view: View, event: Recorded, room: Room): readonly Line[] {
  const item = findItem(view.template, event.itemId)?.item;
  if (!item || !mayReadContent(view, item)) return [];
  const written = item.fields.filter(
    ({ name }) => name in event.values && mayReadThen(view, item, name, event.values[name]),
  );
  const shown = written.slice(0, room.lines);
  const rest = written.length - shown.length;
  const { timeline } = textsOf(view.language);
  return [
    ...shown.map((field) => valueLine(view, field, event.values[field.name], room)),
    ...(rest > 0 ? [line(subtle(timeline.more(rest, formatsOf(view.language))))] : []),
  ];
}

/** What the row said then; nothing for a viewer who may only read what it says now. */
export function rowLines(view: View, event: RowPut, room: Room): readonly Line[] {
  const item = findItem(view.template, event.itemId)?.item;
  const field = item?.fields.find(({ name }) => name === event.field);
  if (!item || !field || room.lines === 0 || !mayReadContent(view, item)) return [];
  const row = { id: event.rowId, revision: 0, values: event.values };
  if (!hasRole(view) && !isRowNow(view, event)) return [];
  const words = shortened(oneLine(rowWords(view, field, row)), room.words);
  const key = field.map && mapKeys(view, field.map).find(({ key: id }) => id === event.rowId);
  if (words === "") return [];
  return [key ? line(...pair(shortened(key.title, room.words), words)) : line(subtle(words))];
}

/** A reason somebody gave: for those with a role, since it is no record of its own. */
export function reasonLines(view: View, reason: Text | undefined, room: Room): readonly Line[] {
  if (reason === undefined || room.lines === 0 || !hasRole(view)) return [];
  return [labelled(view, textsOf(view.language).timeline.reason, reason, room)];
}

/** Which decision: body, paragraph and day of the meeting, once it is confirmed or to those who register it. */
export function decisionLines(view: View, decision: FormalDecision | undefined): readonly Line[] {
  if (!decision || (decision.status !== "confirmed" && !hasRole(view))) return [];
  const { body, meetingDate, paragraph } = decision.facts;
  if (typeof body !== "string" || typeof meetingDate !== "string") return [];
  const { timeline } = textsOf(view.language);
  const words = timeline.decision(
    bodyName(view, body),
    oneLine(textOf(view, paragraph)),
    formatsOf(view.language).shortDate(meetingDate),
  );
  return [line(subtle(words.replaceAll(/\s+,/gu, ",")))];
}

/** Has a part in the dialogue now, so drafts are for their eyes too. */
export function hasRole({ state, viewer, directory }: View): boolean {
  return viewer !== undefined && rolesOf(state, viewer, directory).size > 0;
}

function labelled(view: View, label: string, text: Text, room: Room): Line {
  const words = shortened(oneLine(wordsOf(text, view.language)), room.words);
  return line(...pair(label, words));
}

function valueLine(view: View, field: Field, value: Value | undefined, room: Room): Line {
  const { timeline } = textsOf(view.language);
  const words = shortened(oneLine(plainWords(view, field, value)), room.words);
  return line(
    ...pair(oneLine(field.label[view.language]), words === "" ? timeline.cleared : words),
  );
}

function pair(label: string, words: string): readonly Run[] {
  return [{ ...strong(`${label}: `), size: "Small", isSubtle: true }, subtle(words)];
}

function textOf(view: View, value: Value | undefined): string {
  return typeof value === "object" && value !== null && ("text" in value || "erased" in value)
    ? wordsOf(value as Text, view.language)
    : "";
}

/** Without a role one reads records, and a draft that was written over is none. */
function mayReadThen(view: View, item: Item, field: string, then: Value | undefined): boolean {
  return hasRole(view) || isSameValue(view.state.items[item.id]?.values[field], then);
}

function isRowNow({ state }: View, { itemId, field, rowId, values }: RowPut): boolean {
  const rows = state.items[itemId]?.values[field];
  if (!Array.isArray(rows)) return false;
  return (rows as readonly { id: string; values: Values }[]).some(
    (row) =>
      row.id === rowId &&
      Object.keys(values).every((name) => isSameValue(row.values[name], values[name])),
  );
}
