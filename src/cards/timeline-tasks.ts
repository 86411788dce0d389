import type { WarningCode } from "../domain/dialogue.ts";
import { type TaskFact, type TaskId, taskOf } from "../domain/task.ts";
import type { PersonId } from "../domain/value.ts";
import { oneLine, shortened } from "./drawable.ts";
import { type Icon, icon, type Line, line, subtle } from "./elements.ts";
import { formatsOf } from "./formats.ts";
import { ownerName, taskTitle } from "./task-words.ts";
import { textsOf } from "./texts/texts.ts";
import { reasonLines, type Room } from "./timeline-details.ts";
import type { View } from "./view.ts";

const MOST_TITLE = 80;
const task = icon("TaskListLtr", "☑", "Accent");
const done = icon("CheckmarkCircle", "✓", "Good", "Filled");

type TaskEntry = {
  readonly icon: Icon;
  readonly who: PersonId;
  readonly words: string;
  readonly lines: readonly Line[];
};

/** What somebody did about a task, as it is told. Titles, names and dates are for everybody, reasons for those with a role. */
export function taskEntry(
  view: View,
  event: TaskFact & { readonly by: PersonId },
  room: Room,
): TaskEntry {
  const words = textsOf(view.language).tasks.timeline;
  const { date } = formatsOf(view.language);
  const by = (mark: Icon, said: string, lines: readonly Line[] = []): TaskEntry => ({
    icon: mark,
    who: event.by,
    words: said,
    lines,
  });
  const due = (day: string | undefined) =>
    day === undefined ? [] : [line(subtle(words.due(date(day))))];
  switch (event.type) {
    case "TaskAdded":
      return by(task, words.added(titleOf(view, event.taskId), ownerName(view, event.owner)), [
        ...due(event.due),
        ...warningLines(view, event.warnings),
      ]);
    case "TaskCompleted":
      return by(done, words.done(titleOf(view, event.taskId)));
    case "TaskReopened":
      return by(task, words.reopened(titleOf(view, event.taskId)));
    case "TaskHandedOver":
      return by(
        task,
        words.handedOver(titleOf(view, event.taskId), ownerName(view, event.owner)),
        reasonLines(view, event.word, room),
      );
    case "TaskMoved":
      return by(task, words.moved(titleOf(view, event.taskId)), [
        ...due(event.due),
        ...warningLines(view, event.warnings),
        ...reasonLines(view, event.reason, room),
      ]);
    case "TaskCancelled":
      return by(
        task,
        words.cancelled(titleOf(view, event.taskId)),
        reasonLines(view, event.reason, room),
      );
    case "TasksMoved":
      return by(task, words.allMoved(counted(view, event.moves.length)), [
        ...warningLines(view, event.warnings),
        ...reasonLines(view, event.reason, room),
      ]);
    case "TasksHandedOver":
      return by(
        task,
        words.allHandedOver(counted(view, event.taskIds.length), ownerName(view, event.owner)),
        reasonLines(view, event.word, room),
      );
  }
}

function titleOf(view: View, taskId: TaskId): string {
  const found = taskOf(view.state, taskId);
  return found ? shortened(oneLine(taskTitle(view, found)), MOST_TITLE) : "";
}

function counted(view: View, count: number): string {
  const { list } = textsOf(view.language).tasks;
  return formatsOf(view.language).counted(count, list.task, list.tasks);
}

function warningLines({ language }: View, codes: readonly WarningCode[]): readonly Line[] {
  const { warnings } = textsOf(language);
  return codes.map((code) => line(subtle(`! ${warnings[code].title} (${code})`)));
}
