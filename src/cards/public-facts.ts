import { rowsOf } from "../domain/fields.ts";
import { levelOf } from "../domain/ladder.ts";
import { finalDecision, leadBody } from "../domain/permissions.ts";
import { plannedLevel } from "../domain/plan-warnings.ts";
import { findItem } from "../domain/template.ts";
import { localDateOf } from "../domain/time.ts";
import type { Row, Value } from "../domain/value.ts";
import { formatsOf } from "./formats.ts";
import { bodyName } from "./naming.ts";
import { textsOf } from "./texts/texts.ts";
import { plainWords } from "./values.ts";
import type { View } from "./view.ts";

/** What texts for the citizens are made of. Whatever is not recorded yet stands as something to fill in. */
export function publicFacts(view: View) {
  const { public: words } = textsOf(view.language);
  const { blanks } = words;
  const blank = (what: keyof typeof blanks) => words.blank(blanks[what]);
  const said = (itemId: string, field: string) => wordsIn(view, itemId, field);
  const listed = (itemId: string, field: string, what: keyof typeof blanks) => {
    const rows = rowsIn(view, itemId, field).map(({ values }) =>
      cellWords(view, itemId, field, "value", values.value),
    );
    return rows.length > 0 ? rows : [blank(what)];
  };
  const body = bodyOf(view);
  return {
    blank,
    question: said("identify.statement", "issueStatement") || blank("question"),
    questions: listed("plan.questions", "questions", "questions"),
    canInfluence: listed("purpose.scope", "canInfluence", "canInfluence"),
    cannotInfluence: listed("purpose.scope", "cannotInfluence", "cannotInfluence"),
    promise: said("purpose.promise", "promiseText") || promiseOf(view),
    body: body === undefined ? blank("body") : bodyName(view, body),
    decisionDate: said("purpose.use", "plannedDecisionDate") || blank("date"),
    feedback: said("plan.feedback-promise", "feedbackPromise") || blank("feedback"),
    privacy: linkOf(view) || blank("privacy"),
    occasions: occasionsOf(view, blank("occasions")),
  };
}

/** The body that decides the matter, or the one that leads the dialogue. */
function bodyOf(view: View): string | undefined {
  const decided = finalDecision(view.state)?.facts.body;
  if (typeof decided === "string") return decided;
  const planned = view.state.items["purpose.use"]?.values.finalDecisionBody;
  return typeof planned === "string" ? planned : leadBody(view.state);
}

/** The promise that goes with the level, to begin from. */
export function promiseOf(view: View): string {
  const level = plannedLevel(view.state);
  return (level === undefined ? undefined : levelOf(level).promise?.[view.language]) ?? "";
}

function linkOf(view: View): string {
  const value = view.state.items["plan.privacy"]?.values.infoText;
  if (typeof value !== "object" || value === null || !("url" in value)) return "";
  return "text" in value.url ? value.url.text : "";
}

function occasionsOf(view: View, blank: string): readonly string[] {
  const { date, time } = formatsOf(view.language);
  const planned = Object.values(view.state.occasions)
    .filter(({ status }) => status === "planned")
    .toSorted((a, b) => a.start.localeCompare(b.start));
  if (planned.length === 0) return [blank];
  const rows = rowsIn(view, "plan.events", "events");
  return planned.map(({ id, start, end }) => {
    const day = date(localDateOf(start));
    const until = end > start ? `–${time(end).replace(/^\D+/u, "")}` : "";
    const row = rows.find((one) => one.id === id);
    const place = row ? cellWords(view, "plan.events", "events", "place", row.values.place) : "";
    return [`${day} ${time(start)}${until}`, place].filter((one) => one !== "").join(", ");
  });
}

/** What a field of an item says, in one phrase; nothing when it says nothing. */
export function wordsIn(view: View, itemId: string, name: string): string {
  const field = findItem(view.template, itemId)?.item.fields.find((one) => one.name === name);
  const value = view.state.items[itemId]?.values[name];
  return field ? plainWords(view, field, value) : "";
}

export function rowsIn(view: View, itemId: string, field: string): readonly Row[] {
  return rowsOf(view.state.items[itemId]?.values[field]);
}

/** One cell of a list's row in words. */
export function cellWords(
  view: View,
  itemId: string,
  name: string,
  cell: string,
  value: Value | undefined,
): string {
  const field = findItem(view.template, itemId)?.item.fields.find((one) => one.name === name);
  if (!field) return "";
  if (field.type !== "record") return plainWords(view, field, value);
  const column = field.fields?.find((one) => one.name === cell);
  return column ? plainWords(view, column, value) : "";
}
