import type { Command } from "../domain/dialogue.ts";
import type { ActionOf, Pressed } from "./actions.ts";
import { FORM_ITSELF, inputId } from "./input-ids.ts";

const REASON = inputId(FORM_ITSELF, "reason");
const REGISTER_ID = inputId(FORM_ITSELF, "registerId");

/** The order to move or cancel a tillfälle, or to say that a record is in the diary, as its form was filled in. */
export function timeCommand(
  action: ActionOf<"moveOccasion" | "cancelOccasion" | "registerRecord">,
  inputs: Pressed["inputs"],
): Command {
  switch (action.verb) {
    case "moveOccasion":
      return {
        type: "MoveOccasion",
        occasionId: action.occasionId,
        start: moment(inputs, "start"),
        end: moment(inputs, "end"),
        reason: inputs[REASON] ?? "",
      };
    case "cancelOccasion":
      return {
        type: "CancelOccasion",
        occasionId: action.occasionId,
        reason: inputs[REASON] ?? "",
      };
    case "registerRecord":
      return {
        type: "RegisterRecord",
        record: action.record,
        registerId: inputs[REGISTER_ID] ?? "",
      };
  }
}

function moment(inputs: Pressed["inputs"], field: string) {
  return {
    date: inputs[inputId(FORM_ITSELF, field, "date")],
    time: inputs[inputId(FORM_ITSELF, field, "time")],
  };
}
