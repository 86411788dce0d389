import type { Action, ActionOf } from "../actions.ts";

const VERBS = ["openEvaluation", "openInternalTexts", "answerEvaluation"] as const;

/** What is about the internal evaluation. Its answer is no order: it becomes no event of the dialogue (decisions.md §11). */
export function isEvaluationAction(action: Action): action is ActionOf<(typeof VERBS)[number]> {
  return VERBS.some((verb) => verb === action.verb);
}
