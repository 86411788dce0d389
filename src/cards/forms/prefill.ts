import { drawable } from "../drawable.ts";
import { formatsOf } from "../formats.ts";
import type { Language } from "../view.ts";
import type { Field } from "../../domain/template.ts";
import { isText, type Text } from "../../domain/text.ts";
import { localDateOf, localTimeOf } from "../../domain/time.ts";
import type { ChosenOrOther, Link, Value } from "../../domain/value.ts";

/** What stands in a field's inputs, by part; a field of one input has the one part `whole`. */
export type Parts = { readonly [part: string]: string };
export const WHOLE = "whole";

/** The inputs that together make the field, in the order they are asked. */
export function partsOf(field: Field): readonly string[] {
  if (field.other) return ["chosen", "other"];
  if (field.list || field.map) return [WHOLE];
  if (field.type === "docRef") return ["title", "url", "version"];
  if (field.type === "datetime") return ["date", "time"];
  return [WHOLE];
}

/** What a kept value looks like in the field's inputs, so that saving it unchanged changes nothing. Erased words leave it empty. */
export function prefilled(field: Field, value: Value | undefined, language: Language): Parts {
  if (value === undefined || value === null) return {};
  if (typeof value === "boolean") return { [WHOLE]: String(value) };
  if (typeof value === "number") return { [WHOLE]: formatsOf(language).number(value) };
  if (typeof value === "string") return prefilledId(field, value);
  if (isText(value)) return { [WHOLE]: words(value) };
  if (Array.isArray(value)) return { [WHOLE]: value.filter(isPlain).join(",") };
  if ("chosen" in (value as object)) {
    const { chosen, other } = value as ChosenOrOther;
    return { chosen: chosen.join(","), other: other ? words(other) : "" };
  }
  const { title, url, version } = value as Link;
  return { title: words(title), url: words(url), version: version ? words(version) : "" };
}

function prefilledId(field: Field, value: string): Parts {
  return field.type === "datetime"
    ? { date: localDateOf(value), time: localTimeOf(value) }
    : { [WHOLE]: value };
}

/** The words themselves, as they are kept; drawing makes them drawable. */
function words(text: Text): string {
  return "erased" in text ? "" : text.text;
}

function isPlain(one: unknown): one is string | number {
  return typeof one === "string" || typeof one === "number";
}

/**
 * What was kept, where the sent text is only how it was drawn: control characters are drawn as U+FFFD, and a form that
 * is saved unchanged must not write that over the words (decisions.md §5.8).
 */
export function asKept(sent: string, kept: string | undefined): string {
  return kept !== undefined && sent !== kept && drawable(sent) === drawable(kept) ? kept : sent;
}
