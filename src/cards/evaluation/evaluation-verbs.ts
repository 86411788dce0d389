import { amongVerbs } from "../among-verbs.ts";

/** What is about the internal evaluation. Its answer is no order: it becomes no event of the dialogue (decisions.md §11). */
export const isEvaluationAction = amongVerbs([
  "openEvaluation",
  "openInternalTexts",
  "answerEvaluation",
]);
