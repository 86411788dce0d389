import type { Action, ActionOf } from "../actions.ts";

type EvaluationVerb = "openEvaluation" | "answerEvaluation";

/** What is about the internal evaluation. Its answer is no order: it becomes no event of the dialogue (decisions.md §11). */
export function isEvaluationAction(action: Action): action is ActionOf<EvaluationVerb> {
  return action.verb === "openEvaluation" || action.verb === "answerEvaluation";
}
