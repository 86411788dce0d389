import type { ActionOf, Verb } from "../actions.ts";
import { amongVerbs } from "../among-verbs.ts";

const VERBS = [
  "openSurvey",
  "openRound",
  "openBackground",
  "openPapers",
  "openPaste",
  "openThemes",
  "openTexts",
  "openTheme",
  "beginPapers",
  "savePaper",
  "pasteAnswers",
  "chooseForm",
  "chooseBackground",
  "startSecondWave",
  "putTheme",
  "removeTheme",
] as const satisfies readonly Verb[];

/** What is about the participants' evaluation: its pages show what only the store can tell. */
export type SurveyAction = ActionOf<(typeof VERBS)[number]>;

/** Forms whose inputs are read. */
export const SURVEY_FORMS = [
  "beginPapers",
  "savePaper",
  "pasteAnswers",
  "chooseBackground",
  "putTheme",
] as const satisfies readonly Verb[];

export const isSurveyAction = amongVerbs(VERBS);
