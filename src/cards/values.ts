import { rowFields, rowsOf } from "../domain/fields.ts";
import { type Field, findItem } from "../domain/template.ts";
import { isText, wordsOf } from "../domain/text.ts";
import { localDateOf } from "../domain/time.ts";
import type { ChosenOrOther, Link, Row, Value } from "../domain/value.ts";
import { neutral, shortened } from "./drawable.ts";
import { type Line, line, paragraphs, type Run, run, subtle } from "./elements.ts";
import { formatsOf } from "./formats.ts";
import { bodyName, personName } from "./naming.ts";
import { textsOf } from "./texts/texts.ts";
import type { View } from "./view.ts";

const MOST_LINK_WORDS = 150;
/** A longer address stands as text: a card with several would be too large to send. */
const MOST_LINK_UNITS = 500;
/** Rows shown of one list; the item itself has all. */
const MOST_ROWS = 10;
/** Characters shown of one text, so that a card with several stays small. */
export const MOST_WORDS = 1_500;

/** A kept value as lines to read; none when it holds nothing. What people wrote stands in runs, where no Markdown is read. */
export function valueLines(
  view: View,
  field: Field,
  value: Value | undefined,
  mostWords = MOST_WORDS,
): readonly Line[] {
  if (value === undefined || value === null) return [];
  const rows = rowsOf(value);
  if (rows.length > 0) return rowLines(view, field, rows, mostWords);
  if (isText(value)) return paragraphs(shortened(wordsOf(value, view.language), mostWords));
  if (isLink(value)) return [line(...linkRuns(view, value))];
  const sentences = sentencesOf(view, field, value);
  if (sentences.length > 1)
    return sentences.map((one) => line(run(`• ${shortened(one, mostWords)}`)));
  const words = plainWords(view, field, value);
  return words === "" ? [] : [line(run(shortened(words, mostWords)))];
}

/** What is chosen when the choices are too long to be told in one phrase. */
function sentencesOf(view: View, field: Field, value: Value): readonly string[] {
  if (!Array.isArray(value) || !field.options) return [];
  const chosen = (value as readonly (string | number | Row)[]).filter(
    (one) => typeof one === "string",
  );
  const words = chosen.map((one) => idWords(view, field, one));
  return words.some((one) => one.length > MOST_IN_PHRASE) ? words : [];
}
/** A longer choice is told on a line of its own. */
const MOST_IN_PHRASE = 40;

/** A kept value in one phrase of plain text. */
export function plainWords(view: View, field: Field, value: Value | undefined): string {
  const formats = formatsOf(view.language);
  const { cards } = textsOf(view.language);
  if (value === undefined || value === null) return "";
  if (typeof value === "boolean") return value ? cards.yes : cards.no;
  if (typeof value === "number") {
    if (field.type === "money") return formats.money(value);
    return field.type === "percent" ? formats.percent(value) : formats.number(value);
  }
  if (typeof value === "string") return idWords(view, field, value);
  if (isText(value)) return wordsOf(value, view.language);
  // Lessons of other dialogues are told apart on their own page; here they are counted.
  if (field.type === "lessonRef" && Array.isArray(value)) {
    const { one, other } = textsOf(view.language).lessons.earlier;
    return formats.counted(value.length, one, other);
  }
  if (Array.isArray(value)) {
    const parts = (value as readonly (string | number | Row)[]).map((one) => {
      if (typeof one === "object") return rowWords(view, field, one);
      return typeof one === "number" ? formats.number(one) : idWords(view, field, one);
    });
    return formats.and(parts);
  }
  if (isLink(value)) return wordsOf(value.title, view.language);
  const { chosen, other } = value as ChosenOrOther;
  const named = chosen.map((one) => idWords(view, field, one));
  return formats.and(other ? [...named, wordsOf(other, view.language)] : named);
}

function idWords(view: View, field: Field, value: string): string {
  const formats = formatsOf(view.language);
  const option = field.options?.find((one) => one.value === value);
  if (option) return option.label[view.language];
  if (field.type === "date") return formats.date(value);
  if (field.type === "datetime")
    return `${formats.date(localDateOf(value))} ${formats.time(value)}`;
  if (field.type === "userRef" || field.type === "role") return personName(view, value);
  if (field.type === "bodyRef") return bodyName(view, value);
  return field.choicesFrom ? chosenRow(view, field.choicesFrom, value) : value;
}

function chosenRow(
  view: View,
  from: { readonly item: string; readonly field: string },
  rowId: string,
): string {
  const field = findItem(view.template, from.item)?.item.fields.find(
    ({ name }) => name === from.field,
  );
  const row = rowsOf(view.state.items[from.item]?.values[from.field]).find(
    ({ id }) => id === rowId,
  );
  const first = field ? rowFields(field)[0] : undefined;
  return row && first ? plainWords(view, first, row.values[first.name]) : rowId;
}

function rowLines(
  view: View,
  field: Field,
  rows: readonly Row[],
  mostWords: number,
): readonly Line[] {
  const shown = rows.slice(0, MOST_ROWS);
  const each = Math.max(60, Math.floor(mostWords / shown.length));
  const rest = rows.length - shown.length;
  const more = textsOf(view.language).cards.moreOf(formatsOf(view.language).number(rest));
  return [
    ...shown.map((row) => line(run(`• ${shortened(rowWords(view, field, row), each)}`))),
    ...(rest > 0 ? [line(subtle(more))] : []),
  ];
}

/** One row in one phrase: its value, or each of its fields that holds something. */
export function rowWords(view: View, field: Field, row: Row): string {
  const cells = rowFields(field);
  const words = cells
    .map((cell) => [cell, plainWords(view, cell, row.values[cell.name])] as const)
    .filter(([, text]) => text !== "");
  if (cells.length === 1) return words[0]?.[1] ?? "";
  return words
    .map(([cell, text], index) =>
      index === 0 ? text : `${cell.label[view.language].toLocaleLowerCase("sv")}: ${text}`,
    )
    .join("; ");
}

/** The title of a paper; a link one may follow only where the municipality has named the host (decisions.md §5.5). */
function linkRuns(view: View, link: Link): readonly Run[] {
  const title = shortened(wordsOf(link.title, view.language), MOST_LINK_WORDS);
  const url = wordsOf(link.url, view.language);
  const version = link.version ? [subtle(` (${wordsOf(link.version, view.language)})`)] : [];
  if (url.length > MOST_LINK_UNITS || !isTrusted(view, url))
    return [run(title), ...version, subtle(` – ${shortened(url, MOST_LINK_WORDS)}`)];
  return [
    {
      ...run(title),
      color: "Accent",
      selectAction: { type: "Action.OpenUrl", url, title: neutral(title) },
    },
    ...version,
  ];
}

/** https, on a host of the organisation file or in the municipality's SharePoint; nothing else becomes something to press. */
export function isTrusted({ directory }: Pick<View, "directory">, address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, password } = new URL(address);
  if (protocol !== "https:" || username !== "" || password !== "") return false;
  const hosts = directory.organisation?.linkHosts ?? [];
  return (
    hostname.endsWith(".sharepoint.com") ||
    hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`))
  );
}

function isLink(value: Value): value is Link {
  return typeof value === "object" && value !== null && "url" in value;
}
