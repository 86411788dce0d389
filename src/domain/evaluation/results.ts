import type { Answers } from "./answers.ts";
import { type Question, QUESTIONNAIRES, type QuestionnaireId } from "./questions.ts";
import type { ChoiceScale } from "./scales.ts";
import { brokenDown, type Group } from "./breakdown.ts";
import { bandOf, sum, type Table, THRESHOLD, tableOf, type Valid } from "./tables.ts";

/** A closed round and its answers; those of the short form are answers to the long one too. */
export type ClosedRound = {
  readonly id: string;
  readonly answers: readonly Answers<QuestionnaireId>[];
};

/** Why something is not shown; told to the reader beside what is (evaluation.md §5.12). */
export type Withheld =
  /** Fewer than five have answered, all rounds together. */
  | "few_answers"
  /** A round with one to four answers could be found by subtraction: only the total of all. */
  | "small_round"
  /** The same, for this item alone. */
  | "small_item"
  /** A round with five to nine answers would be known to the number by subtraction: only the rounds. */
  | "total_tells_round";

/** What is shown of one question. */
export type ItemResult = {
  readonly question: string;
  readonly total?: Table;
  readonly rounds?: readonly { readonly id: string; readonly table: Table }[];
  readonly withheld: readonly Withheld[];
  /** By the background question, where it was asked and enough have answered. */
  readonly groups?: readonly Group[];
};

/** Everything that is ever shown of the answers of one release: the rounds that have closed together. */
export type Results = {
  readonly questionnaire: QuestionnaireId;
  readonly responses: readonly { readonly id: string; readonly n: number }[];
  readonly items: readonly ItemResult[];
};

/** How many have answered, all rounds together; shown whatever they have answered. */
export function answeredIn({ responses }: Results): number {
  return sum(responses.map(({ n }) => n));
}

/**
 * What may be shown of the rounds of one questionnaire, item by item, after the last of them has closed (evaluation.md
 * §4, §5.1, §5.2, §5.4). What is left out depends on how many have answered, never on what: else it would tell. Text
 * answers are not here. Refuses nothing; the caller gives all rounds that close together, once.
 */
export function resultsOf(questionnaire: QuestionnaireId, rounds: readonly ClosedRound[]): Results {
  const questions: readonly Question[] = QUESTIONNAIRES[questionnaire];
  const sizes = rounds.map(({ answers }) => answers.length);
  return {
    questionnaire,
    responses: rounds.map(({ id, answers }) => ({ id, n: answers.length })),
    items: questions.flatMap(({ id, scale }) => {
      if (scale === "free") return [];
      const item = itemResult(id, scale, rounds, sizes);
      const groups = brokenDown(item, scale, rounds);
      return [groups.length === 0 ? item : { ...item, groups }];
    }),
  };
}

function itemResult(
  question: string,
  scale: ChoiceScale,
  rounds: readonly ClosedRound[],
  sizes: readonly number[],
): ItemResult {
  const perRound = rounds.map(({ id, answers }) => ({ id, valid: validOf(answers, question) }));
  const asked = perRound.filter(({ valid }) => valid.length > 0);
  const all = asked.flatMap(({ valid }) => valid);
  if (all.length < THRESHOLD) return { question, total: { band: "B0" }, withheld: ["few_answers"] };
  const total = (hides: boolean) => tableOf(scale, all, hides);
  if (rounds.length === 1) return { question, total: total(false), withheld: [] };
  const small = sizes.some(isSmall)
    ? "small_round"
    : asked.some(({ valid }) => isSmall(valid.length))
      ? "small_item"
      : undefined;
  if (small) return { question, total: total(true), withheld: [small] };
  const tables = asked.map(({ id, valid }) => ({ id, table: tableOf(scale, valid) }));
  const tells = asked.length > 1 && asked.some(({ valid }) => bandOf(valid.length) === "B1");
  return tells
    ? { question, rounds: tables, withheld: ["total_tells_round"] }
    : { question, total: total(false), rounds: tables, withheld: [] };
}

function isSmall(n: number): boolean {
  return n > 0 && n < THRESHOLD;
}

function validOf(answers: readonly Answers<QuestionnaireId>[], question: string): readonly Valid[] {
  return answers.flatMap((one) => {
    const answer = (one as { readonly [id: string]: Valid | null | undefined })[question];
    return answer === null || answer === undefined ? [] : [answer];
  });
}

/** How often a theme of the text answers was mentioned: a number from three, else "enstaka" (evaluation.md §5.7). */
export function mentionsShown(mentions: number): number | "a_few" {
  return mentions >= 3 ? mentions : "a_few";
}
