import type { ActionOf, Verb } from "../actions.ts";
import { amongVerbs } from "../among-verbs.ts";

/** Shows a page about the steering group's positions. */
const OPENINGS = [
  "openPositions",
  "openPosition",
  "openAsk",
  "openConsensus",
  "openAnswer",
  "openComments",
  "openOral",
  "openSubstitute",
  "openClosePosition",
  "openReopen",
  "openOverride",
] as const satisfies readonly Verb[];
export type PositionOpening = ActionOf<(typeof OPENINGS)[number]>;

/** Changes a position, from a page of a dialog or from the card in somebody's own chat. */
const ORDERS = [
  "answerPosition",
  "confirmOral",
  "saveAnswer",
  "askPosition",
  "recordConsensus",
  "commentPosition",
  "logOral",
  "callSubstitute",
  "closePosition",
  "reopenPosition",
  "overrideGate",
] as const satisfies readonly Verb[];
export type PositionOrdering = ActionOf<(typeof ORDERS)[number]>;

/** Those whose page has inputs to be read. */
export const POSITION_FORMS = [
  "saveAnswer",
  "askPosition",
  "recordConsensus",
  "commentPosition",
  "logOral",
  "callSubstitute",
  "reopenPosition",
  "overrideGate",
] as const satisfies readonly Verb[];

export const isPositionOpening = amongVerbs(OPENINGS);
export const isPositionOrdering = amongVerbs(ORDERS);
