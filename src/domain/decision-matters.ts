import type { DecisionMatter, Dialogue, FormalDecision } from "./dialogue.ts";
import { isBlank } from "./fields.ts";
import { startDecision } from "./permissions.ts";
import type { BodyId, Values } from "./value.ts";

/** What may be registered once the dialogue has begun, in the order it is offered. */
export const LATER_MATTERS = ["budget", "level", "group", "purpose", "stop", "final"] as const;
export type LaterMatter = (typeof LATER_MATTERS)[number];

/** The item a registration is drafted in; the first decision is drafted in the items of its own step. */
export function draftItemOf(matter: LaterMatter): string {
  return matter === "final" ? "final.register" : `decision.${matter}`;
}

/** The matter whose registration is drafted in this item. */
export function matterOfDraft(itemId: string): LaterMatter | undefined {
  return LATER_MATTERS.find((matter) => draftItemOf(matter) === itemId);
}

/** Where the way of its minutes is written down. */
export function minutesItemOf({ id, matter }: Pick<FormalDecision, "id" | "matter">): string {
  if (matter === "start") return "decide.minutes";
  return matter === "final" ? "final.minutes" : `minutes.${id}`;
}

/** The minutes are approved, so the decision is not going to be worded differently. */
export function isApproved(
  state: Dialogue,
  decision: Pick<FormalDecision, "id" | "matter">,
): boolean {
  return !isBlank(state.items[minutesItemOf(decision)]?.values.minutesApproved);
}

/** Confirmed decisions, oldest first. */
export function confirmedDecisions(state: Dialogue): readonly FormalDecision[] {
  return state.decisions.filter(({ status }) => status === "confirmed");
}

/** The newest confirmed decision that says something about the field. */
function newestSaying(state: Dialogue, field: string, ...matters: readonly DecisionMatter[]) {
  return confirmedDecisions(state).findLast(
    ({ matter, facts }) => matters.includes(matter) && !isBlank(facts[field]),
  )?.facts;
}

/** The body that makes the final decision: as it was meant from the start, or as the board has changed it since (process.md §4.8). */
export function finalBody(state: Dialogue): BodyId | undefined {
  const facts = newestSaying(state, "finalDecisionBody", "purpose");
  const body = facts?.finalDecisionBody ?? state.items["purpose.use"]?.values.finalDecisionBody;
  return typeof body === "string" ? body : undefined;
}

/** The level the board has decided; undefined while it has left it to the steering group. */
export function decidedLevel(state: Dialogue): string | undefined {
  const level = newestSaying(state, "level", "start", "level")?.level;
  return typeof level === "string" ? level : undefined;
}

/** Whether the level goes beyond what the board has decided or left to the group (process.md R-BUDGET, R-LEVEL5, Q12). */
export function changesScope(state: Dialogue, level: Values[string] | undefined): boolean {
  if (isBlank(level) || startDecision(state) === undefined) return false;
  const decided = decidedLevel(state);
  return decided === undefined ? level === "medbeslutande" : level !== decided;
}

/** Somebody has been invited, so that a stop must be told (process.md R-STOP). */
export function hasInvited(state: Dialogue): boolean {
  return (
    !isBlank(state.items["event.invite"]?.values.publishedAt) ||
    state.replaced.some(({ itemId }) => itemId === "event.invite")
  );
}
