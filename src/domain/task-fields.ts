import { type Context, surroundings } from "./context.ts";
import type { Dialogue } from "./dialogue.ts";
import { isBlank, partOf } from "./fields.ts";
import { readField } from "./read-field.ts";
import { type FieldFault, Rejection } from "./rejection.ts";
import type { Role } from "./roles.ts";
import type { TaskOwner, TaskPlace } from "./task.ts";
import { type Field, findItem, type Template } from "./template.ts";
import type { Text } from "./text.ts";
import type { Inputs, Link, Value } from "./value.ts";

/** What faults of a task's form are told under; no item has this id. */
export const TASK = "task";

/** Roles that can be given a task, also before anybody holds them. */
const OWNING_ROLES: readonly Role[] = [
  "steeringChair",
  "steeringMember",
  "departmentHead",
  "civilServant",
  "communicator",
  "registrar",
];

type Words = Field["label"];
const field = (name: string, type: Field["type"], sv: string, en: string): Field => ({
  name,
  type,
  label: { sv, en },
});

export const TITLE = field("title", "text", "Vad ska göras?", "What is to be done?");
export const DUE = field("due", "date", "Klart senast", "To be done by");
export const NOTE = field("note", "longtext", "Anteckning", "Note");
export const LINK = field("link", "docRef", "Länk", "Link");
export const WORD = field("word", "longtext", "Hälsning med uppgiften", "A word with it");
export const REASON = field("reason", "longtext", "Motivering", "Reason");
export const DAYS: Field = {
  ...field("days", "int", "Så många arbetsdagar framåt", "So many working days later"),
  min: 1,
  max: 250,
};

/** The field behind an input of a form about tasks; what is no field of words is chosen, not written. */
export function taskField(name: string): Field {
  return [TITLE, NOTE, LINK, WORD, REASON].find((one) => one.name === name) ?? DUE;
}

/** A person of the team or a role; roles are named as in the process. */
export function ownerField({ roles }: Pick<Template, "roles">): Field {
  const label = (role: Role): Words => roles[role];
  return {
    ...field("owner", "role", "Vem gör det?", "Who does it?"),
    from: "anyone",
    options: OWNING_ROLES.map((role) => ({ value: role, label: label(role) })),
  };
}

/** Reads the fields of a task's form one by one, and refuses with every fault at once. */
export function taskReader(state: Dialogue, inputs: Inputs, context: Context) {
  const around = surroundings(state, context);
  const faults: FieldFault[] = [];
  const fault = (name: string, wrong: FieldFault["fault"]) =>
    void faults.push({ itemId: TASK, field: name, fault: wrong });

  function value(one: Field, required = false): Value {
    const read = readField(one, inputs[one.name], around);
    if ("faults" in read) {
      faults.push(...read.faults.map((wrong) => ({ itemId: TASK, field: one.name, ...wrong })));
      return null;
    }
    if (required && isBlank(read.value)) fault(one.name, "missing");
    return read.value;
  }

  return {
    text: (one: Field, required = false) => value(one, required) as Text | null,
    date: (one: Field, required = false) => value(one, required) as string | null,
    number: (one: Field) => value(one) as number | null,
    link: (one: Field) => value(one) as Link | null,
    owner: (): TaskOwner => ownerOf((value(ownerField(context.template), true) ?? "") as string),
    place: (): TaskPlace => {
      const place = placeOf(partOf(inputs.about), context.template);
      if (!place) fault("about", "notAChoice");
      return place ?? {};
    },
    fault,
    /** Ends the reading: throws E-FIELD for everything found, or E-REASON when only a reason is missing. */
    end: () => {
      if (faults.length === 0) return;
      const onlyReason = faults.every(
        (one) => one.fault === "missing" && one.field === REASON.name,
      );
      throw new Rejection({ code: onlyReason ? "E-REASON" : "E-FIELD", faults });
    },
  };
}

function ownerOf(chosen: string): TaskOwner {
  const role = OWNING_ROLES.find((one) => one === chosen);
  return role ? { type: "role", role } : { type: "person", person: chosen };
}

/** A step, an item, or the dialogue as a whole (an empty choice); undefined for what the process does not have. */
export function placeOf(chosen: string, template: Template): TaskPlace | undefined {
  if (chosen === "") return {};
  const step = template.steps.find(({ id }) => id === chosen);
  if (step) return { stepId: step.id };
  const found = findItem(template, chosen);
  return found && { stepId: found.step.id, itemId: found.item.id };
}
