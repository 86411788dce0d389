import { readAnswers } from "../domain/evaluation/answers.ts";
import type { SurveyAnswers } from "../domain/evaluation/survey-answers.ts";
import { BACKGROUND_CLASSES } from "../domain/evaluation/survey.ts";
import type { Filled, FormFault } from "./form-page.ts";
import type { ShownRound } from "./shown-round.ts";

/** Made when the form is drawn, so that the same form sent twice is one answer. */
const TOKEN = /^[0-9a-f]{32}$/u;

export type ReadForm =
  | {
      readonly token: string;
      readonly answers: SurveyAnswers;
      readonly words?: string;
    }
  | { readonly fault: FormFault; readonly said: Filled; readonly token?: string };

/** The answers of a form that was sent. Only what was asked is looked at; a form that says nothing is no answer. */
export function readForm(
  fields: URLSearchParams,
  { form, questions, background }: Pick<ShownRound, "form" | "questions" | "background">,
): ReadForm {
  const names = [...questions.map(({ id }) => id), ...(background ? ["background"] : [])];
  const said: Filled = Object.fromEntries(
    names.flatMap((name) => {
      const value = fields.get(name);
      return value === null ? [] : [[name, value.replaceAll("\r\n", "\n")]];
    }),
  );
  const given = fields.get("token") ?? "";
  const token = TOKEN.test(given) ? given : undefined;
  const refused = (fault: FormFault) => ({
    fault,
    said,
    ...(token === undefined ? {} : { token }),
  });
  if (token === undefined) return refused("faultChoice");
  const { background: chosen, ...inputs } = said;
  if (chosen !== undefined && !(background && BACKGROUND_CLASSES[background].includes(chosen)))
    return refused("faultChoice");
  const read = readAnswers(form, inputs);
  if ("faults" in read)
    return refused(
      read.faults.some(({ fault }) => fault === "tooLong") ? "faultText" : "faultChoice",
    );
  const { PF: words, ...answers } = read.answers as SurveyAnswers & { readonly PF?: string };
  const isEmpty = Object.keys(answers).length === 0 && words === undefined;
  if (isEmpty) return refused("faultEmpty");
  return {
    token,
    answers: { ...answers, ...(chosen === undefined ? {} : { background: chosen }) },
    ...(words === undefined ? {} : { words }),
  };
}
