import type { Dialogue } from "./dialogue.ts";
import {
  NEW_TASK,
  type OpenTask,
  type Task,
  type TaskFact,
  type TaskId,
  type TaskSubject,
  type Tasks,
  taskOf,
} from "./task.ts";
import type { Instant, LocalDate } from "./time.ts";
import type { PersonId } from "./value.ts";

type Happened = TaskFact & { readonly by: PersonId; readonly at: Instant };

/** The tasks after the event. A task nobody has written is kept from the first time somebody acts on it. */
export function evolveTasks(state: Dialogue, event: Happened): Tasks {
  const { tasks } = state;
  switch (event.type) {
    case "TaskAdded":
      return withTasks(tasks, [added(event)]);
    case "TaskCompleted":
      return changed(state, [event.taskId], (task) => ({
        ...open(task),
        status: "done",
        ...stamp(event),
      }));
    case "TaskReopened":
      return changed(state, [event.taskId], (task) => ({ ...open(task), round: task.round + 1 }));
    case "TaskCancelled":
      return changed(state, [event.taskId], (task) => ({
        ...open(task),
        status: "cancelled",
        reason: event.reason,
        ...stamp(event),
      }));
    case "TaskHandedOver":
      return changed(state, [event.taskId], (task) => handedOver(task, event));
    case "TaskMoved":
      return changed(state, [event.taskId], (task) => moved(task, event.due, event));
    case "TasksMoved": {
      const dues = new Map(event.moves.map(({ taskId, due }) => [taskId, due]));
      return {
        ...changed(state, [...dues.keys()], (task) => moved(task, dues.get(task.id), event)),
        bulks: [...tasks.bulks, event.bulkId],
      };
    }
    case "TasksHandedOver":
      return {
        ...changed(state, event.taskIds, (task) => handedOver(task, event)),
        bulks: [...tasks.bulks, event.bulkId],
      };
  }
}

function changed(state: Dialogue, taskIds: readonly TaskId[], change: (task: Task) => Task): Tasks {
  const after = taskIds.flatMap((taskId) => {
    const task = taskOf(state, taskId);
    return task ? [{ ...change(task), revision: task.revision + 1 }] : [];
  });
  return withTasks(state.tasks, after);
}

function withTasks(tasks: Tasks, some: readonly Task[]): Tasks {
  return {
    ...tasks,
    byId: { ...tasks.byId, ...Object.fromEntries(some.map((one) => [one.id, one])) },
  };
}

/** The task without what had become of it. */
function open(task: Task): OpenTask {
  if (task.status === "open") return task;
  const { by: _by, at: _at, ...rest } = task;
  if (rest.status === "done") return { ...rest, status: "open" };
  const { reason: _reason, ...facts } = rest;
  return { ...facts, status: "open" };
}

function stamp({ by, at }: Happened) {
  return { by, at };
}

function added(event: Extract<Happened, { type: "TaskAdded" }>): OpenTask {
  const { type: _type, taskId, title, warnings: _warnings, by, at, ...rest } = event;
  const subject: TaskSubject = { type: "written", title };
  return { ...rest, ...NEW_TASK, id: taskId, subject, createdBy: by, createdAt: at };
}

function handedOver(
  task: Task,
  { owner, word, by, at }: Extract<Happened, { type: "TaskHandedOver" | "TasksHandedOver" }>,
): Task {
  const said = word === undefined ? {} : { word };
  return {
    ...task,
    owner,
    round: task.round + 1,
    handedOver: { by, at, from: task.owner, ...said },
  };
}

function moved(
  { due: from, ...task }: Task,
  due: LocalDate | undefined,
  { reason, by, at }: Extract<Happened, { type: "TaskMoved" | "TasksMoved" }>,
): Task {
  const before = from === undefined ? {} : { from };
  const to = due === undefined ? {} : { due };
  return { ...task, ...to, moved: { by, at, reason, ...before } };
}
