import type { TaskCommand } from "../domain/task.ts";
import { DAYS, DUE, LINK, NOTE, REASON, TASK, TITLE, WORD } from "../domain/task-fields.ts";
import type { Pressed } from "./actions.ts";
import type { PersonOf } from "./forms/read-inputs.ts";
import { NO_CHOICE } from "./forms/field-inputs.ts";
import { inputId } from "./input-ids.ts";
import type { TaskOrdering } from "./task-verbs.ts";

/** A date chosen as so many working days on stands in an input of its own, beside the one for any date. */
export const QUICK = "quick";

/** The order a pressed button gives; everything in it is read and checked by the domain. */
export function taskCommandOf(
  action: TaskOrdering,
  inputs: Pressed["inputs"],
  personOf: PersonOf | undefined,
): TaskCommand {
  const { title, owner, due, note, link, about, reason, word, days } = readForm(inputs, personOf);
  switch (action.verb) {
    case "addTask":
      return {
        type: "AddTask",
        taskId: action.taskId,
        values: { title, owner, due, note, link, about },
      };
    case "completeTask":
      return { type: "CompleteTask", taskId: action.taskId };
    case "reopenTask":
      return { type: "ReopenTask", taskId: action.taskId };
    case "handOverTask": {
      const { taskId, revision } = action;
      return { type: "HandOverTask", taskId, revision, values: { owner, word } };
    }
    case "moveTask": {
      const { taskId, revision } = action;
      return { type: "MoveTask", taskId, revision, values: { due, reason } };
    }
    case "cancelTask":
      return { type: "CancelTask", taskId: action.taskId, reason };
    case "moveTasks": {
      const { bulkId, person, seen } = action;
      const of = person === undefined ? {} : { person };
      return { type: "MoveTasks", bulkId, ...of, seen, values: { days, due, reason } };
    }
    case "handOverTasks": {
      const { bulkId, person, seen } = action;
      return { type: "HandOverTasks", bulkId, person, seen, values: { owner, word } };
    }
  }
}

/** What stands in the inputs of any form about tasks; what a form does not ask for is empty. */
function readForm(inputs: Pressed["inputs"], personOf: PersonOf | undefined) {
  const at = (field: string, part?: string) => inputs[inputId(TASK, field, part)] ?? "";
  const picked = at("owner", "picked");
  return {
    title: at(TITLE.name),
    owner: picked === "" ? chosen(at("owner")) : (personOf?.(picked) ?? picked),
    // A day of one's own goes before one of those offered.
    due: at(DUE.name) || chosen(at(QUICK)),
    note: at(NOTE.name),
    link: { title: at(LINK.name, "title"), url: at(LINK.name, "url") },
    about: chosen(at("about")),
    reason: at(REASON.name),
    word: at(WORD.name),
    days: at(DAYS.name),
  };
}

function chosen(value: string): string {
  return value === NO_CHOICE ? "" : value;
}
