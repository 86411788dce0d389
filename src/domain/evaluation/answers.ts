import { written } from "../text.ts";
import {
  type Question,
  QUESTIONNAIRES,
  type QuestionnaireId,
  type QuestionOf,
} from "./questions.ts";
import { type AnswerOn, FREE_TEXT_MAX, SCALES } from "./scales.ts";

/** One person's answers to one form, by question; a skipped question has no key. Nothing here tells who or when. */
export type Answers<Q extends QuestionnaireId> = {
  readonly [One in QuestionOf<Q> as One["id"]]?: AnswerOn[One["scale"]];
};

/** Why a form is not taken, question by question; never the words themselves. */
export type AnswerFault =
  /** No question of this form. */
  | { readonly question: string; readonly fault: "unknown" }
  /** No choice of the question's scale. */
  | { readonly question: string; readonly fault: "noChoice"; readonly choices: readonly string[] }
  | {
      readonly question: string;
      readonly fault: "tooLong";
      readonly max: number;
      readonly actual: number;
    };

export type ReadAnswers<Q extends QuestionnaireId> =
  | { readonly answers: Answers<Q> }
  | { readonly faults: readonly [AnswerFault, ...AnswerFault[]] };

/**
 * Reads what a form, a paper's batch or a CSV row says, each answer as the scale's `input` or as free text. Blank is
 * skipped; all faults are told at once, and nothing is taken then. Free text is kept in NFC, and is never cut.
 */
export function readAnswers<Q extends QuestionnaireId>(
  questionnaire: Q,
  inputs: { readonly [question: string]: string | undefined },
): ReadAnswers<Q> {
  const questions: readonly Question[] = QUESTIONNAIRES[questionnaire];
  const given = Object.entries(inputs).filter(([, said]) => said !== undefined) as [
    string,
    string,
  ][];
  const faults: AnswerFault[] = [];
  const answers: [string, AnswerOn[keyof AnswerOn]][] = [];
  for (const [id, said] of given) {
    const question = questions.find((one) => one.id === id);
    if (!question) faults.push({ question: id, fault: "unknown" });
    else if (said.trim() !== "") {
      const read = readAnswer(question, said);
      if (read.fault) faults.push(read.fault);
      else answers.push([id, read.answer]);
    }
  }
  const [first, ...more] = faults;
  if (first) return { faults: [first, ...more] };
  const order = questions.map(({ id }) => id);
  answers.sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  // Every key is a question of the form and every value one of its scale's: the loop above has made sure.
  return { answers: Object.fromEntries(answers) as Answers<Q> };
}

type Read =
  | { readonly fault: AnswerFault }
  | { readonly fault?: undefined; readonly answer: AnswerOn[keyof AnswerOn] };

function readAnswer({ id, scale }: Question, said: string): Read {
  if (scale === "free") {
    const { text } = written(said);
    return text.length > FREE_TEXT_MAX
      ? { fault: { question: id, fault: "tooLong", max: FREE_TEXT_MAX, actual: text.length } }
      : { answer: text };
  }
  const choice = SCALES[scale].find(({ input }) => input === said.trim());
  return choice
    ? { answer: choice.value }
    : {
        fault: {
          question: id,
          fault: "noChoice",
          choices: SCALES[scale].map(({ input }) => input),
        },
      };
}

/** Whether anything was answered at all: a form sent empty is no answer. */
export function isEmpty(answers: Answers<QuestionnaireId>): boolean {
  return Object.keys(answers).length === 0;
}
