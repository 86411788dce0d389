import type { ActionOf, Verb } from "../actions.ts";
import { amongVerbs } from "../among-verbs.ts";

/** Shows a page of lessons; what is shown comes from other dialogues too. */
const OPENINGS = [
  "openLessons",
  "openLessonSearch",
  "searchLessons",
  "openLesson",
  "openDeclineLesson",
  "openOwnLessons",
  "openOwnLesson",
] as const satisfies readonly Verb[];
export type LessonOpening = ActionOf<(typeof OPENINGS)[number]>;

const ORDERS = ["takeLesson", "declineLesson", "settleLesson"] as const satisfies readonly Verb[];
export type LessonOrdering = ActionOf<(typeof ORDERS)[number]>;

export const isLessonOpening = amongVerbs(OPENINGS);
export const isLessonOrdering = amongVerbs(ORDERS);
