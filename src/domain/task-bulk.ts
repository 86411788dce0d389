import type { Context } from "./context.ts";
import type { Dialogue } from "./dialogue.ts";
import { hasAccess } from "./permissions.ts";
import { Rejection } from "./rejection.ts";
import { isSameOwner, type OpenTask, openTasks, type TaskCommand, type TaskFact } from "./task.ts";
import { DAYS, DUE, REASON, taskReader, WORD } from "./task-fields.ts";
import { coordinates, coordinators, refuseInactive } from "./task-rights.ts";
import { dateWarnings } from "./warnings.ts";
import type { PersonId } from "./value.ts";

type Of<T extends TaskCommand["type"]> = Extract<TaskCommand, { type: T }>;

/** The open tasks a person has been given themselves; without a person all of the dialogue. */
export function tasksInBulk(state: Dialogue, person?: PersonId): readonly OpenTask[] {
  return openTasks(state).filter(
    ({ owner }) => person === undefined || isSameOwner(owner, { type: "person", person }),
  );
}

/** One number for what a form on many tasks was drawn from: it is another as soon as one comes, goes or changes. */
export function seenOf(tasks: readonly OpenTask[]): number {
  return tasks.reduce((sum, { revision }) => sum + revision + 1, 0);
}

/** Moves every open task that has a date, by working days or to a day, for one reason; those without a date stay so. */
export function moveTasks(state: Dialogue, command: Of<"MoveTasks">, context: Context): TaskFact[] {
  refuseOthers(state, command.person, context);
  if (state.tasks.bulks.includes(command.bulkId)) return [];
  const read = taskReader(state, command.values, context);
  const days = read.number(DAYS);
  const date = read.date(DUE);
  const reason = read.text(REASON, true);
  if (days === null && date === null) read.fault(DAYS.name, "missing");
  read.end();
  const all = tasksInBulk(state, command.person);
  const dueOf = (due: string) => date ?? context.calendar.addWorkingDays(due, days ?? 0);
  const moves = all.flatMap(({ id, due }) =>
    due === undefined || dueOf(due) === due ? [] : [{ taskId: id, due: dueOf(due) }],
  );
  if (moves.length === 0) return [];
  if (seenOf(all) !== command.seen) throw new Rejection({ code: "E-STALE" });
  const warnings = moves.flatMap(({ due }) => dateWarnings(due, context.calendar));
  return [
    {
      type: "TasksMoved",
      bulkId: command.bulkId,
      moves,
      reason: reason ?? { text: "" },
      warnings: [...new Set(warnings)],
    },
  ];
}

/** Hands over every open task of a person who leaves, or whom an election has replaced. */
export function handOverTasks(
  state: Dialogue,
  command: Of<"HandOverTasks">,
  context: Context,
): TaskFact[] {
  refuseOthers(state, command.person, context);
  if (state.tasks.bulks.includes(command.bulkId)) return [];
  const read = taskReader(state, command.values, context);
  const owner = read.owner();
  const word = read.text(WORD);
  read.end();
  const all = tasksInBulk(state, command.person);
  if (all.length === 0 || isSameOwner(owner, { type: "person", person: command.person })) return [];
  if (seenOf(all) !== command.seen) throw new Rejection({ code: "E-STALE" });
  return [
    {
      type: "TasksHandedOver",
      bulkId: command.bulkId,
      taskIds: all.map(({ id }) => id),
      owner,
      ...(word === null ? {} : { word }),
    },
  ];
}

/** Whether the person may move or hand over all tasks of another, or of the dialogue. */
export function mayInBulk(
  state: Dialogue,
  of: PersonId | undefined,
  person: PersonId,
  context: Pick<Context, "directory">,
): boolean {
  if (coordinates(state, person, context)) return true;
  return of === person && hasAccess(state, person, context.directory);
}

function refuseOthers(state: Dialogue, of: PersonId | undefined, context: Context): void {
  if (!mayInBulk(state, of, context.actor, context))
    throw new Rejection({ code: "E-FORBIDDEN", who: coordinators(state) });
  refuseInactive(state);
}
