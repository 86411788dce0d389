import type { IAdaptiveCard } from "@microsoft/teams.cards";
import type { Problem } from "../domain/rejection.ts";
import type { Pressed } from "./actions.ts";
import type { Told } from "./forms/faults.ts";
import {
  cancelTaskForm,
  handOverForm,
  handOverTasksForm,
  moveTaskForm,
  moveTasksForm,
} from "./forms/task-change-forms.ts";
import { newTaskForm } from "./forms/task-form.ts";
import { taskDialog } from "./task-card.ts";
import { taskListDialog } from "./task-lists.ts";
import type { TaskOpening, TaskOrdering } from "./task-verbs.ts";
import { textsOf } from "./texts/texts.ts";
import type { View } from "./view.ts";
import { whoCard } from "./who-does-what.ts";

/** A page about tasks. `newId` becomes the id of the task, or of the order on many, that is made there. */
export function taskScreen(
  view: View,
  action: TaskOpening,
  newId: string,
  told: Told = {},
): IAdaptiveCard {
  switch (action.verb) {
    case "openNewTask":
      return newTaskForm(view, newId, action.about, told);
    case "openTask":
      return taskDialog(view, action.taskId, told);
    case "openTaskList":
      return taskListDialog(view, action, told);
    case "openWho":
      return whoCard(view, "dialog", action.page);
    case "openHandOverTask":
      return handOverForm(view, action.taskId, told);
    case "openMoveTask":
      return moveTaskForm(view, action.taskId, told);
    case "openCancelTask":
      return cancelTaskForm(view, action.taskId, told);
    case "openMoveTasks":
      return moveTasksForm(view, action.person, newId, told);
    case "openHandOverTasks":
      return handOverTasksForm(view, action.person, newId, told);
  }
}

/** After an order on one task the task as it is now; after one on many the list. */
export function taskScreenAfter(view: View, action: TaskOrdering): IAdaptiveCard {
  const { told } = textsOf(view.language).tasks.card;
  switch (action.verb) {
    case "addTask":
      return taskDialog(view, action.taskId, { notice: told.added });
    case "completeTask":
      // The receipt says so itself.
      return taskDialog(view, action.taskId);
    case "reopenTask":
      return taskDialog(view, action.taskId, { notice: told.reopened });
    case "handOverTask":
      return taskDialog(view, action.taskId, { notice: told.handedOver });
    case "moveTask":
      return taskDialog(view, action.taskId, { notice: told.moved });
    case "cancelTask":
      return taskDialog(view, action.taskId);
    case "moveTasks": {
      const of = action.person === undefined ? {} : { person: action.person };
      return taskListDialog(view, of, { notice: told.allMoved });
    }
    case "handOverTasks":
      return taskListDialog(view, {}, { notice: told.allHandedOver });
  }
}

/** The form a refused order was sent from, filled in as it was and drawn from the tasks as they are now. */
export function taskScreenRefused(
  view: View,
  { action, inputs }: Pick<Pressed, "inputs"> & { readonly action: TaskOrdering },
  problems: readonly Problem[],
): IAdaptiveCard {
  const told: Told = { problems, inputs };
  switch (action.verb) {
    case "addTask":
      return newTaskForm(view, action.taskId, action.about, told);
    case "completeTask":
    case "reopenTask":
      return taskDialog(view, action.taskId, { problems });
    case "handOverTask":
      return handOverForm(view, action.taskId, told);
    case "moveTask":
      return moveTaskForm(view, action.taskId, told);
    case "cancelTask":
      return cancelTaskForm(view, action.taskId, told);
    case "moveTasks":
      return moveTasksForm(view, action.person, action.bulkId, told);
    case "handOverTasks":
      return handOverTasksForm(view, action.person, action.bulkId, told);
  }
}
