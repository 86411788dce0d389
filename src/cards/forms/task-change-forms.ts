import type { IAdaptiveCard } from "@microsoft/teams.cards";
import { type Task, type TaskId, taskOf } from "../../domain/task.ts";
import { mayInBulk, seenOf, tasksInBulk } from "../../domain/task-bulk.ts";
import { DAYS, DUE, REASON, WORD } from "../../domain/task-fields.ts";
import { coordinators, mayChangeTask } from "../../domain/task-rights.ts";
import type { PersonId } from "../../domain/value.ts";
import { submitButton } from "../actions.ts";
import { neutral, oneLine } from "../drawable.ts";
import { formatsOf } from "../formats.ts";
import { personName, shortTitle } from "../naming.ts";
import { taskDialog } from "../task-card.ts";
import { ownerName, taskTitle, whenWords } from "../task-words.ts";
import { textsOf } from "../texts/texts.ts";
import type { View } from "../view.ts";
import type { Told } from "./faults.ts";
import { type FormParts, formCard } from "./form-card.ts";
import { ownerInput, taskInput } from "./task-inputs.ts";

type ChangeParts = Pick<FormParts, "title" | "intro" | "fields" | "actions">;

/** Gives the task to somebody else, with a word if there is something to say. */
export function handOverForm(view: View, taskId: TaskId, told: Told = {}): IAdaptiveCard {
  const words = textsOf(view.language).tasks.handOver;
  return changeForm(view, taskId, told, (task) => ({
    title: words.title,
    intro: words.now(ownerName(view, task.owner)),
    fields: [
      ...ownerInput(view, { label: words.who }, told),
      ...taskInput(view, WORD, { label: words.word }, told),
    ],
    actions: [
      submitButton(
        words.save,
        { verb: "handOverTask", dialogueId: view.state.id, taskId, revision: task.revision },
        { main: true },
      ),
    ],
  }));
}

/** Another date, or none, with the reason. */
export function moveTaskForm(view: View, taskId: TaskId, told: Told = {}): IAdaptiveCard {
  const words = textsOf(view.language).tasks.move;
  return changeForm(view, taskId, told, (task) => ({
    title: words.title,
    intro: words.now(whenWords(view, task)),
    fields: [
      ...taskInput(
        view,
        DUE,
        { label: words.date, hints: [words.dateHint], value: task.due ?? "" },
        told,
      ),
      ...reasonInput(view, words.reason, told),
    ],
    actions: [
      submitButton(
        words.save,
        { verb: "moveTask", dialogueId: view.state.id, taskId, revision: task.revision },
        { main: true },
      ),
    ],
  }));
}

/** Closes a task that nobody is to do, with the reason. */
export function cancelTaskForm(view: View, taskId: TaskId, told: Told = {}): IAdaptiveCard {
  const words = textsOf(view.language).tasks.cancel;
  return changeForm(view, taskId, told, () => ({
    title: words.title,
    intro: words.text,
    fields: reasonInput(view, words.reason, told),
    actions: [
      submitButton(
        words.save,
        { verb: "cancelTask", dialogueId: view.state.id, taskId },
        { main: true },
      ),
    ],
  }));
}

/** A form about one open task; who may not change it, or comes too late, sees the task as it is. */
function changeForm(
  view: View,
  taskId: TaskId,
  told: Told,
  make: (task: Task) => ChangeParts,
): IAdaptiveCard {
  const { state, viewer = "", directory } = view;
  const task = taskOf(state, taskId);
  if (task?.status !== "open" || !mayChangeTask(state, task, viewer, { directory }))
    return taskDialog(view, taskId, { problems: told.problems ?? [] });
  const { buttons } = textsOf(view.language).tasks;
  const { actions, title, ...parts } = make(task);
  return formCard(view, {
    ...parts,
    kicker: `${shortTitle(view)} · ${title}`,
    title: neutral(taskTitle(view, task)),
    told,
    notes: [textsOf(view.language).forms.privacy],
    actions: [
      ...actions,
      submitButton(buttons.toTask, { verb: "openTask", dialogueId: state.id, taskId }),
    ],
  });
}

/** Moves every dated task of a person, or of the dialogue. `newId` names the order, so that sending it twice moves once. */
export function moveTasksForm(
  view: View,
  person: PersonId | undefined,
  newId: string,
  told: Told = {},
): IAdaptiveCard {
  const words = textsOf(view.language).tasks.move;
  const all = tasksInBulk(view.state, person);
  const dated = all.filter(({ due }) => due !== undefined).length;
  const of = person === undefined ? {} : { person };
  return bulkForm(view, person, told, {
    title: person === undefined ? words.allTitle : words.allOf(neutral(personName(view, person))),
    intro: words.allText(counted(view, dated)),
    fields: [
      ...taskInput(view, DAYS, { label: words.days, hints: [words.daysHint] }, told),
      ...taskInput(view, DUE, { label: words.orDate }, told),
      ...reasonInput(view, words.reason, told),
    ],
    actions: [
      submitButton(
        words.save,
        { verb: "moveTasks", dialogueId: view.state.id, bulkId: newId, ...of, seen: seenOf(all) },
        { main: true },
      ),
    ],
  });
}

/** Gives every open task of a person to somebody else: when they leave, or after an election. */
export function handOverTasksForm(
  view: View,
  person: PersonId,
  newId: string,
  told: Told = {},
): IAdaptiveCard {
  const words = textsOf(view.language).tasks.handOver;
  const all = tasksInBulk(view.state, person);
  return bulkForm(view, person, told, {
    title: words.allTitle(neutral(personName(view, person))),
    intro: words.allText(counted(view, all.length)),
    fields: [
      ...ownerInput(view, { label: words.who }, told),
      ...taskInput(view, WORD, { label: words.word }, told),
    ],
    actions: [
      submitButton(
        words.save,
        {
          verb: "handOverTasks",
          dialogueId: view.state.id,
          bulkId: newId,
          person,
          seen: seenOf(all),
        },
        { main: true },
      ),
    ],
  });
}

function bulkForm(
  view: View,
  person: PersonId | undefined,
  told: Told,
  { actions, ...parts }: ChangeParts,
): IAdaptiveCard {
  const { state, viewer = "", directory } = view;
  const { tasks, forms } = textsOf(view.language);
  const may = mayInBulk(state, person, viewer, { directory });
  const of = person === undefined ? {} : { person };
  return formCard(view, {
    ...parts,
    ...(may ? {} : { fields: [] }),
    kicker: shortTitle(view),
    told: may ? told : { problems: [{ code: "E-FORBIDDEN", who: coordinators(state) }] },
    notes: may ? [forms.privacy] : [],
    actions: [
      ...(may ? actions : []),
      submitButton(tasks.buttons.toList, { verb: "openTaskList", dialogueId: state.id, ...of }),
    ],
  });
}

function reasonInput(view: View, label: string, told: Told) {
  return taskInput(view, REASON, { label, required: true }, told);
}

function counted(view: View, count: number): string {
  const { list } = textsOf(view.language).tasks;
  return oneLine(formatsOf(view.language).counted(count, list.task, list.tasks));
}
