import type { Action, ActionOf } from "./actions.ts";

/** Pages about later decisions, pause and reopening, and corrections. */
export type RecordOpening = ActionOf<
  "openMatters" | "openMatter" | "openDecisions" | "openLifecycle" | "openCorrection"
>;
export type RecordOrdering = ActionOf<"registerMatter" | "orderLifecycle" | "saveCorrection">;

const OPENINGS: ReadonlySet<string> = new Set([
  "openMatters",
  "openMatter",
  "openDecisions",
  "openLifecycle",
  "openCorrection",
]);
const ORDERINGS: ReadonlySet<string> = new Set([
  "registerMatter",
  "orderLifecycle",
  "saveCorrection",
]);

export function isRecordOpening(action: Action): action is RecordOpening {
  return OPENINGS.has(action.verb);
}

export function isRecordOrdering(action: Action): action is RecordOrdering {
  return ORDERINGS.has(action.verb);
}
