import type { Action, ActionOf, Verb } from "../actions.ts";

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

export function isLessonOpening(action: Action): action is LessonOpening {
  return (OPENINGS as readonly Verb[]).includes(action.verb);
}

export function isLessonOrdering(action: Action): action is LessonOrdering {
  return (ORDERS as readonly Verb[]).includes(action.verb);
}
