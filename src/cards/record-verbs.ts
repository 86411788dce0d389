import type { ActionOf, Verb } from "./actions.ts";
import { amongVerbs } from "./among-verbs.ts";

/** Pages about later decisions, pause and reopening, and corrections. */
const OPENINGS = [
  "openMatters",
  "openMatter",
  "openDecisions",
  "openLifecycle",
  "openCorrection",
] as const satisfies readonly Verb[];
export type RecordOpening = ActionOf<(typeof OPENINGS)[number]>;

const ORDERS = [
  "registerMatter",
  "orderLifecycle",
  "saveCorrection",
] as const satisfies readonly Verb[];
export type RecordOrdering = ActionOf<(typeof ORDERS)[number]>;

export const isRecordOpening = amongVerbs(OPENINGS);
export const isRecordOrdering = amongVerbs(ORDERS);
