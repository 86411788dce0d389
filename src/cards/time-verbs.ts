import type { Action, ActionOf, Verb } from "./actions.ts";

/** Shows a page about tillfällen, dates or the diary. */
const OPENINGS = [
  "openOccasion",
  "openMoveOccasion",
  "openCancelOccasion",
  "openDates",
  "openDiary",
  "openRegistration",
] as const satisfies readonly Verb[];
export type TimeOpening = ActionOf<(typeof OPENINGS)[number]>;

/** Changes a tillfälle, or says that a record is in the diary. */
const ORDERS = [
  "moveOccasion",
  "cancelOccasion",
  "registerRecord",
] as const satisfies readonly Verb[];
export type TimeOrdering = ActionOf<(typeof ORDERS)[number]>;

export function isTimeOpening(action: Action): action is TimeOpening {
  return (OPENINGS as readonly Verb[]).includes(action.verb);
}

export function isTimeOrdering(action: Action): action is TimeOrdering {
  return (ORDERS as readonly Verb[]).includes(action.verb);
}
