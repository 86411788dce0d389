import type { Action, ActionOf, Verb } from "../actions.ts";

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

export function isPositionOpening(action: Action): action is PositionOpening {
  return (OPENINGS as readonly Verb[]).includes(action.verb);
}

export function isPositionOrdering(action: Action): action is PositionOrdering {
  return (ORDERS as readonly Verb[]).includes(action.verb);
}
