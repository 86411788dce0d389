import type { ActionOf, Verb } from "./actions.ts";
import { amongVerbs } from "./among-verbs.ts";

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

export const isTimeOpening = amongVerbs(OPENINGS);
export const isTimeOrdering = amongVerbs(ORDERS);
