import type { ActionOf, Verb } from "./actions.ts";
import { amongVerbs } from "./among-verbs.ts";

/** Shows a page about tasks. */
const OPENINGS = [
  "openNewTask",
  "openTask",
  "openTaskList",
  "openWho",
  "openHandOverTask",
  "openMoveTask",
  "openCancelTask",
  "openMoveTasks",
  "openHandOverTasks",
] as const satisfies readonly Verb[];
export type TaskOpening = ActionOf<(typeof OPENINGS)[number]>;

/** Changes tasks, from a page of a dialog or from a task's own card. */
const ORDERS = [
  "addTask",
  "completeTask",
  "reopenTask",
  "handOverTask",
  "moveTask",
  "cancelTask",
  "moveTasks",
  "handOverTasks",
] as const satisfies readonly Verb[];
export type TaskOrdering = ActionOf<(typeof ORDERS)[number]>;

export const isTaskOpening = amongVerbs(OPENINGS);
export const isTaskOrdering = amongVerbs(ORDERS);
