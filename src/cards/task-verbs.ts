import type { Action, ActionOf, Verb } from "./actions.ts";

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

export function isTaskOpening(action: Action): action is TaskOpening {
  return (OPENINGS as readonly Verb[]).includes(action.verb);
}

export function isTaskOrdering(action: Action): action is TaskOrdering {
  return (ORDERS as readonly Verb[]).includes(action.verb);
}
