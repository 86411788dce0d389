import type { SnoozeCommand } from "../domain/snooze.ts";
import { REASON, TASK } from "../domain/task-fields.ts";
import type { Pressed } from "./actions.ts";
import { inputId } from "./input-ids.ts";

export const SUBJECTS = "subjects";
export const UNTIL = "until";

/** What stands in the inputs of the form; everything is checked by the domain. */
export function readSnooze(inputs: Pressed["inputs"]): Omit<SnoozeCommand, "type"> {
  const at = (field: string) => inputs[inputId(TASK, field)] ?? "";
  return { subjects: at(SUBJECTS), until: at(UNTIL), reason: at(REASON.name) };
}
