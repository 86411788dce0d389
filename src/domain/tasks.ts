import type { Context } from "./context.ts";
import type { Dialogue, WarningCode } from "./dialogue.ts";
import { Rejection } from "./rejection.ts";
import {
  isSameOwner,
  type Task,
  type TaskCommand,
  type TaskFact,
  type TaskId,
  taskOf,
} from "./task.ts";
import { handOverTasks, moveTasks } from "./task-bulk.ts";
import { DUE, LINK, NOTE, REASON, taskReader, TITLE, WORD } from "./task-fields.ts";
import { adders, coordinators, mayAddTask, mayChangeTask, refuseInactive } from "./task-rights.ts";
import { type LocalDate, localDateOf } from "./time.ts";
import { dateWarnings } from "./warnings.ts";

type Of<T extends TaskCommand["type"]> = Extract<TaskCommand, { type: T }>;

/**
 * What the order changes about tasks; rights are the table in task-rights.ts. Refuses E-NOT-ACTIVE where nothing goes on,
 * E-FIELD and E-REASON for what is written, and E-STALE for what overwrites a task that has moved. Saying the same again
 * changes nothing; nothing is ever deleted.
 */
export function decideTask(state: Dialogue, command: TaskCommand, context: Context): TaskFact[] {
  switch (command.type) {
    case "AddTask":
      return addTask(state, command, context);
    case "CompleteTask":
      return completeTask(state, command, context);
    case "ReopenTask":
      return reopenTask(state, command, context);
    case "HandOverTask":
      return handOverTask(state, command, context);
    case "MoveTask":
      return moveTask(state, command, context);
    case "CancelTask":
      return cancelTask(state, command, context);
    case "MoveTasks":
      return moveTasks(state, command, context);
    case "HandOverTasks":
      return handOverTasks(state, command, context);
  }
}

function addTask(state: Dialogue, { taskId, values }: Of<"AddTask">, context: Context): TaskFact[] {
  if (!mayAddTask(state, context.actor, context))
    throw new Rejection({ code: "E-FORBIDDEN", who: adders(state).slice(-4) });
  refuseInactive(state);
  if (taskOf(state, taskId)) return [];
  const read = taskReader(state, values, context);
  const title = read.text(TITLE, true);
  const owner = read.owner();
  const due = read.date(DUE);
  const note = read.text(NOTE);
  const link = read.link(LINK);
  const place = read.place();
  read.end();
  return [
    {
      type: "TaskAdded",
      taskId,
      // What is missing has been refused above.
      title: title ?? { text: "" },
      owner,
      ...(due === null ? {} : { due }),
      ...(note === null ? {} : { note }),
      ...(link === null ? {} : { link }),
      ...place,
      warnings: dueWarnings(due, context),
    },
  ];
}

function completeTask(state: Dialogue, command: Of<"CompleteTask">, context: Context): TaskFact[] {
  const task = toChange(state, command.taskId, context);
  if (task.status === "done") return [];
  // Taken away while somebody still had its card before them.
  if (task.status === "cancelled") throw new Rejection({ code: "E-STALE" });
  return [{ type: "TaskCompleted", taskId: task.id }];
}

function reopenTask(state: Dialogue, command: Of<"ReopenTask">, context: Context): TaskFact[] {
  const task = toChange(state, command.taskId, context);
  return task.status === "open" ? [] : [{ type: "TaskReopened", taskId: task.id }];
}

function cancelTask(state: Dialogue, command: Of<"CancelTask">, context: Context): TaskFact[] {
  const task = toChange(state, command.taskId, context);
  if (task.status === "cancelled") return [];
  if (task.status === "done") throw new Rejection({ code: "E-STALE" });
  const read = taskReader(state, { reason: command.reason }, context);
  const reason = read.text(REASON, true);
  read.end();
  return [{ type: "TaskCancelled", taskId: task.id, reason: reason ?? { text: "" } }];
}

function handOverTask(state: Dialogue, command: Of<"HandOverTask">, context: Context): TaskFact[] {
  const known = taskOf(state, command.taskId);
  // Who has just handed it over may say so again, though it is no longer theirs to change.
  const again = known?.handedOver?.by === context.actor ? known : undefined;
  const task = again ?? toChange(state, command.taskId, context);
  const read = taskReader(state, command.values, context);
  const owner = read.owner();
  const word = read.text(WORD);
  if (again && isSameOwner(owner, task.owner)) return [];
  toChange(state, command.taskId, context);
  read.end();
  if (isSameOwner(owner, task.owner)) return [];
  refuseMoved(task, command.revision);
  return [{ type: "TaskHandedOver", taskId: task.id, owner, ...(word === null ? {} : { word }) }];
}

/** Another date, or none; always with a reason, so that whoever waits for it can read why. */
function moveTask(state: Dialogue, command: Of<"MoveTask">, context: Context): TaskFact[] {
  const task = toChange(state, command.taskId, context);
  const read = taskReader(state, command.values, context);
  const due = read.date(DUE);
  const reason = read.text(REASON, true);
  read.end();
  if ((due ?? undefined) === task.due) return [];
  refuseMoved(task, command.revision);
  return [
    {
      type: "TaskMoved",
      taskId: task.id,
      ...(due === null ? {} : { due }),
      reason: reason ?? { text: "" },
      warnings: dueWarnings(due, context),
    },
  ];
}

/** The task, for somebody who may change it; everybody else is refused alike whether it exists or not (decisions.md §5.9). */
function toChange(state: Dialogue, taskId: TaskId, context: Context): Task {
  const task = taskOf(state, taskId);
  if (!task || !mayChangeTask(state, task, context.actor, context))
    throw new Rejection({ code: "E-FORBIDDEN", who: coordinators(state) });
  refuseInactive(state);
  return task;
}

/** What overwrites is decided on what its form showed; a task that is closed meanwhile has moved too. */
function refuseMoved(task: Task, revision: number): void {
  if (task.revision !== revision || task.status !== "open")
    throw new Rejection({ code: "E-STALE" });
}

/** What to be aware of about the day; allowed all the same (process.md §13.1). */
export function dueWarnings(
  due: LocalDate | null | undefined,
  { calendar, now }: Pick<Context, "calendar" | "now">,
): WarningCode[] {
  if (due === null || due === undefined) return [];
  return [...(due < localDateOf(now) ? (["W-LATE"] as const) : []), ...dateWarnings(due, calendar)];
}
