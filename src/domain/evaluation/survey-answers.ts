import type { Answers } from "./answers.ts";

/** A participant's answers as they are kept: the questions' by id, without the words, and the class of the background question. */
export type SurveyAnswers = Omit<Answers<"participant">, "PF"> &
  Answers<"wave2"> & { readonly background?: string };
