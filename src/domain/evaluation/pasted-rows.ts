import { written } from "../text.ts";
import { FREE_TEXT_MAX } from "./scales.ts";
import type { SurveyAnswers } from "./survey-answers.ts";
import { type AskedIn, crossed, type PaperAnswers, readClass, readMark } from "./marks.ts";

/** What a class of who one is stands under. */
const BACKGROUND_COLUMN = "BG";
/** Rows that are taken at once. */
export const MOST_PASTED = 500;

/** Why a row was refused; the column when it is about one. */
export type RowFault =
  | { readonly fault: "empty" | "columns" | "quote" | "tooManyRows" }
  | { readonly fault: "noChoice" | "tooLong"; readonly column: string }
  | { readonly fault: "header"; readonly wanted: readonly string[] };
export type RowReport = {
  /** As a spreadsheet numbers it: the headings are row 1. */
  readonly row: number;
} & ({ readonly read: PaperAnswers } | { readonly refused: RowFault });

/** The headings a pasted table of the round may have. */
export function columnsOf(asked: AskedIn): readonly string[] {
  const ids = asked.questions.map(({ id }) => id);
  return asked.background ? [...ids, BACKGROUND_COLUMN] : ids;
}

/**
 * A table as it is pasted from a spreadsheet or a CSV file, with headings in its first row: one answer a row, each row
 * read or refused with why. Blank rows are passed over. Never throws, whatever is pasted (reliability.md S50).
 */
export function readPasted(asked: AskedIn, pasted: string): readonly RowReport[] {
  const text = pasted.replace(/^\uFEFF/u, "");
  const [headings, ...rows] = cellsOf(text);
  const known = columnsOf(asked);
  const columns = (headings?.cells ?? []).map((cell) =>
    known.find((one) => one === cell.trim().toUpperCase()),
  );
  const isTable =
    columns.length > 0 &&
    columns.every((one) => one !== undefined) &&
    new Set(columns).size === columns.length;
  if (!isTable) return [{ row: 1, refused: { fault: "header", wanted: known } }];
  const some = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  return some.map(({ row, cells, isBroken }, index): RowReport => {
    if (index >= MOST_PASTED) return { row, refused: { fault: "tooManyRows" } };
    if (isBroken) return { row, refused: { fault: "quote" } };
    if (cells.length > columns.length) return { row, refused: { fault: "columns" } };
    return { row, ...readCells(asked, columns as readonly string[], cells) };
  });
}

function readCells(
  asked: AskedIn,
  columns: readonly string[],
  cells: readonly string[],
): { readonly read: PaperAnswers } | { readonly refused: RowFault } {
  const answers: { [column: string]: number | string | null } = {};
  let words = "";
  for (const [index, column] of columns.entries()) {
    const cell = cells[index] ?? "";
    const question = crossed(asked).find(({ id }) => id === column);
    const read = question ? readMark(question, cell) : undefined;
    if (question && !read) return { refused: { fault: "noChoice", column } };
    if (read?.value !== undefined) answers[column] = read.value;
    if (column === BACKGROUND_COLUMN) {
      const who = readClass(asked.background, cell);
      if (!who) return { refused: { fault: "noChoice", column } };
      if (who.name !== undefined) answers.background = who.name;
    } else if (!question) words = written(cell.trim()).text;
    if (words.length > FREE_TEXT_MAX) return { refused: { fault: "tooLong", column } };
  }
  const isEmpty = words === "" && Object.keys(answers).length === 0;
  if (isEmpty) return { refused: { fault: "empty" } };
  // Every key is a question of the round, every value one of its scale's.
  return { read: { answers: answers as SurveyAnswers, ...(words === "" ? {} : { words }) } };
}

type Cells = {
  readonly row: number;
  readonly cells: readonly string[];
  readonly isBroken: boolean;
};

/** Rows of cells; a cell in quotes may hold separators, line breaks and doubled quotes (RFC 4180). */
function cellsOf(text: string): readonly Cells[] {
  const firstLine = text.slice(0, Math.max(text.search(/[\r\n]/u), 0) || undefined);
  const separator = ["\t", ";", ","].find((one) => firstLine.includes(one)) ?? ";";
  const rows: Cells[] = [];
  let cells: string[] = [];
  let cell = "";
  let isQuoted = false;
  const endRow = (isBroken = false) => {
    rows.push({ row: rows.length + 1, cells: [...cells, cell], isBroken });
    cells = [];
    cell = "";
  };
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (isQuoted) {
      if (character !== '"') cell += character;
      else if (text.charAt(at + 1) === '"') cell += text.charAt(++at);
      else isQuoted = false;
    } else if (character === '"' && cell.trim() === "") {
      isQuoted = true;
      cell = "";
    } else if (character === separator) {
      cells.push(cell);
      cell = "";
    } else if (character === "\n" || character === "\r") {
      if (character === "\r" && text.charAt(at + 1) === "\n") at += 1;
      endRow();
    } else cell += character;
  }
  if (cell !== "" || cells.length > 0 || isQuoted) endRow(isQuoted);
  return rows;
}
