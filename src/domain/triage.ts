import type { Dialogue, DialogueType } from "./dialogue.ts";
import { isMissing } from "./fields.ts";
import { stepOf, type Template } from "./template.ts";
import type { Values } from "./value.ts";

/** The answers the decision table reads (process.md §5). */
export type TriageAnswers = {
  readonly ledBy: "elected" | "officials";
  readonly scope: "societal" | "service" | "single_issue" | "standing_forum";
  readonly serviceRelation?: "users" | "customers";
  readonly isInfluenceable: "yes" | "partly" | "no";
  readonly decisionPending: boolean;
  readonly legalConsultation: readonly string[];
};

/** The dialogue form by the decision table T1–T8, first match wins (process.md §5). */
export function triage(answers: TriageAnswers): DialogueType {
  const { ledBy, scope, serviceRelation, isInfluenceable, decisionPending, legalConsultation } =
    answers;
  if (isInfluenceable === "no" || !decisionPending) return "information_only";
  if (scope === "standing_forum") return "user_council";
  if (scope === "service")
    return serviceRelation === "customers" ? "customer_dialogue" : "user_dialogue";
  const planning = legalConsultation.some((kind) => kind.startsWith("pbl_"));
  if (scope === "single_issue" && ledBy === "officials" && planning)
    return "statutory_consultation";
  if (ledBy === "officials" || scope === "single_issue") return "stakeholder_dialogue";
  return "citizen_dialogue";
}

/** The result the dialogue's answers give, with the chair's override; undefined while a question is unanswered. */
export function triageResult(
  state: Dialogue,
  template: Template,
): { readonly result: DialogueType; readonly overridden: boolean } | undefined {
  const answers = answersOf(state, template);
  if (!answers) return undefined;
  const result = triage(answers);
  const chosen = state.items["triage.result"]?.values.overrideType;
  // Nothing can be influenced: no reason turns that into a dialogue (decisions.md §8.4).
  if (result === "information_only" || typeof chosen !== "string" || chosen === result)
    return { result, overridden: false };
  return { result: chosen as DialogueType, overridden: true };
}

function answersOf(state: Dialogue, template: Template): TriageAnswers | undefined {
  const asked = stepOf(template, "triage").items.filter(({ id }) => id !== "triage.result");
  const all: Values = Object.assign({}, ...asked.map(({ id }) => state.items[id]?.values ?? {}));
  const complete = asked.every(({ id, fields }) =>
    fields.every((field) => !isMissing(field, state.items[id]?.values ?? {})),
  );
  // The fields are enums of the template, which may add questions but not change these (decisions.md §12.1).
  return complete ? (all as unknown as TriageAnswers) : undefined;
}

/** Consultations the law demands in the same matter; each is a warning and a linked task, never a stop (process.md §5). */
export function legalConsultations(state: Dialogue): readonly string[] {
  const kinds = state.items["triage.legal"]?.values.legalConsultation;
  return Array.isArray(kinds) ? (kinds as readonly string[]).filter((kind) => kind !== "none") : [];
}
