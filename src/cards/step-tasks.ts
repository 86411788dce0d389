import type { ISubmitAction } from "@microsoft/teams.cards";
import { isWorkedOn } from "../domain/task-rights.ts";
import type { Step } from "../domain/template.ts";
import { openButton } from "./actions.ts";
import { icon, type RowData, row, run } from "./elements.ts";
import { countWords, stepTasks, taskRow } from "./task-words.ts";
import { textsOf } from "./texts/texts.ts";
import type { View } from "./view.ts";

export type StepTasks = {
  readonly heading: string;
  readonly rows: readonly RowData[];
  /** Leads to all of them, where not all are shown. */
  readonly way: readonly RowData[];
  readonly count: number;
};

/** The step's open tasks, the first due first, at most so many. */
export function taskRows(view: View, { id: about }: Step, most: number): StepTasks {
  const { list, buttons } = textsOf(view.language).tasks;
  const tasks = stepTasks(view, about);
  const all = countWords(view, tasks);
  const way = row({
    icon: icon("TaskListLtr", "☑", "Accent"),
    runs: [run(all, { isSubtle: true })],
    open: openButton(`${buttons.list}: ${all}`, {
      verb: "openTaskList",
      dialogueId: view.state.id,
      about,
    }),
    leadsOn: true,
  });
  return {
    heading: list.onStep,
    rows: tasks.slice(0, most).map((task) => taskRow(view, task)),
    way: tasks.length > most ? [way] : [],
    count: tasks.length,
  };
}

/** In a channel for everybody: who may not add one is told so in the form. */
export function addTaskButton(
  { state, language }: View,
  { id: about }: Step,
  button: typeof openButton,
): readonly ISubmitAction[] {
  if (!isWorkedOn(state)) return [];
  const { add } = textsOf(language).tasks.buttons;
  return [button(add, { verb: "openNewTask", dialogueId: state.id, about })];
}
