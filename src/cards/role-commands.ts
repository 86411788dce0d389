import type { RoleCommand } from "../domain/role-records.ts";
import type { ActionOf, Pressed } from "./actions.ts";
import type { PersonOf } from "./forms/read-inputs.ts";
import { FORM_ITSELF, inputId } from "./input-ids.ts";

/** The inputs of the forms about roles. */
export const ROLE_PERSON = inputId(FORM_ITSELF, "person");
const ROLE_PERSON_PICKED = inputId(FORM_ITSELF, "person", "picked");
const REASON = inputId(FORM_ITSELF, "reason");
const FROM = inputId(FORM_ITSELF, "from");
const UNTIL = inputId(FORM_ITSELF, "until");

/** The order a button about roles gives; every value is checked by the domain. */
export function roleCommand(
  action: ActionOf<"giveRole" | "endRole" | "recordAbsence" | "endAbsence">,
  inputs: Pressed["inputs"],
  personOf?: PersonOf,
): RoleCommand {
  switch (action.verb) {
    case "giveRole": {
      const picked = inputs[ROLE_PERSON_PICKED];
      const person =
        picked === undefined ? (inputs[ROLE_PERSON] ?? "") : (personOf?.(picked) ?? picked);
      return { type: "GiveRole", role: action.role, person, reason: inputs[REASON] ?? "" };
    }
    case "endRole":
      return { type: "EndRole", role: action.role, person: action.person };
    case "recordAbsence": {
      const { person } = action;
      return {
        type: "RecordAbsence",
        person,
        from: inputs[FROM] ?? "",
        until: inputs[UNTIL] ?? "",
      };
    }
    case "endAbsence":
      return { type: "EndAbsence", person: action.person };
  }
}
