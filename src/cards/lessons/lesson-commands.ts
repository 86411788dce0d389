import type { Command } from "../../domain/dialogue.ts";
import { READ } from "../../domain/lesson.ts";
import { REASON, TASK } from "../../domain/task-fields.ts";
import type { Pressed } from "../actions.ts";
import type { PersonOf } from "../forms/read-inputs.ts";
import { inputId } from "../input-ids.ts";
import { taskCommandOf } from "../task-commands.ts";
import type { LessonOrdering } from "./lesson-verbs.ts";

/** The orders a button about lessons gives: a task of its own and the lesson gone through, or a word on it. */
export function lessonCommands(
  action: LessonOrdering,
  inputs: Pressed["inputs"],
  personOf: PersonOf | undefined,
): readonly Command[] {
  const word = inputs[inputId(TASK, REASON.name)] ?? "";
  switch (action.verb) {
    case "takeLesson": {
      const { dialogueId, taskId, lesson } = action;
      const add = taskCommandOf({ verb: "addTask", dialogueId, taskId }, inputs, personOf);
      const task =
        add.type === "AddTask" ? { ...add, values: { ...add.values, about: READ } } : add;
      return [task, { type: "ReviewLesson", lesson, taskId }];
    }
    case "declineLesson":
      return [{ type: "ReviewLesson", lesson: action.lesson, word }];
    case "settleLesson": {
      const { rowId, status } = action;
      return [{ type: "SettleLesson", rowId, status, word }];
    }
  }
}
