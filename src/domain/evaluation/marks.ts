import { Rejection } from "../rejection.ts";
import { written } from "../text.ts";
import type { Question } from "./questions.ts";
import { DONT_KNOW_INPUT, FREE_TEXT_MAX, SCALES } from "./scales.ts";
import type { SurveyAnswers } from "./survey-answers.ts";
import { type Background, BACKGROUND_CLASSES } from "./survey.ts";

/** Where faults of a paper are told: no item of the process, but the form itself. */
export const SURVEY = "survey";

/** What is asked in a round: its questions, and who one is. */
export type AskedIn = {
  readonly questions: readonly Question[];
  readonly background: Background | undefined;
};
export type PaperAnswers = { readonly answers: SurveyAnswers; readonly words?: string };

/** The questions that are crossed on a paper, in their order. */
export function crossed({ questions }: Pick<AskedIn, "questions">): readonly Question[] {
  return questions.filter(({ scale }) => scale !== "free");
}

/**
 * The answer a mark stands for: the number of the choice, 0 for "Vet inte", - or nothing for a row without a cross;
 * undefined for anything else.
 */
export function readMark(
  { scale }: Question,
  mark: string,
): { readonly value?: number | string | null } | undefined {
  if (scale === "free") return undefined;
  const choices = SCALES[scale];
  const known = mark.trim().toLowerCase();
  if (known === "" || known === "-" || known === "–") return {};
  const isUnknown = ["0", "vet inte", "don’t know", "don't know", DONT_KNOW_INPUT.toLowerCase()];
  if (isUnknown.includes(known))
    return choices.some(({ value }) => value === null) ? { value: null } : undefined;
  const at = /^[1-9]$/u.test(known) ? Number(known) - 1 : -1;
  const choice = choices[at];
  return choice && choice.value !== null ? { value: choice.value } : undefined;
}

/** The class a number stands for; undefined for anything but a number of a class or nothing. */
export function readClass(
  background: Background | undefined,
  mark: string,
): { readonly name?: string } | undefined {
  const known = mark.trim();
  if (known === "" || known === "-") return {};
  const name =
    background && /^[1-5]$/u.test(known)
      ? BACKGROUND_CLASSES[background][Number(known) - 1]
      : undefined;
  return name === undefined ? undefined : { name };
}

/**
 * One paper as the civil servant has typed it: a mark for each question in a row, what is written, and who one is.
 * Throws Rejection that says which field is wrong; an empty paper is one.
 */
export function readPaper(
  asked: AskedIn,
  {
    marks,
    words,
    background,
  }: { readonly marks: string; readonly words: string; readonly background: string },
): PaperAnswers {
  const rows = crossed(asked);
  const each = marks.replace(/[\s.,;|/]/gu, "").split("");
  const faulty = (
    field: string,
    fault: "tooFew" | "tooMany" | "notAChoice" | "tooLong" | "missing",
    more = {},
  ) => new Rejection({ code: "E-FIELD", faults: [{ itemId: SURVEY, field, fault, ...more }] });
  const text = written(words.trim()).text;
  const numbers = { limit: rows.length, actual: each.length };
  if (each.length > rows.length) throw faulty("marks", "tooMany", numbers);
  if (each.length < rows.length && !(each.length === 0 && text !== ""))
    throw faulty("marks", each.length === 0 ? "missing" : "tooFew", numbers);
  const answers: [string, number | string | null][] = [];
  for (const [index, question] of rows.entries()) {
    const read = readMark(question, each[index] ?? "");
    if (!read) throw faulty("marks", "notAChoice");
    if (read.value !== undefined) answers.push([question.id, read.value]);
  }
  const limit = FREE_TEXT_MAX;
  if (text.length > limit) throw faulty("words", "tooLong", { limit, actual: text.length });
  const who = readClass(asked.background, background);
  if (!who) throw faulty("background", "notAChoice");
  if (answers.length === 0 && text === "") throw faulty("marks", "missing");
  const named = who.name === undefined ? [] : [["background", who.name]];
  return {
    // Every key is a question of the round, every value one of its scale's.
    answers: Object.fromEntries([...answers, ...named]) as SurveyAnswers,
    ...(text === "" ? {} : { words: text }),
  };
}
