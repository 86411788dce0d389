import type { CardElementArray, IChoice, IChoiceSetInput } from "@microsoft/teams.cards";
import { DUE, ownerField, TASK } from "../../domain/task-fields.ts";
import type { Field } from "../../domain/template.ts";
import { type LocalDate, localDateOf } from "../../domain/time.ts";
import { formatsOf } from "../formats.ts";
import { inputId } from "../input-ids.ts";
import { QUICK } from "../task-commands.ts";
import { textsOf } from "../texts/texts.ts";
import type { View } from "../view.ts";
import { faultWords, type Told } from "./faults.ts";
import { fieldInputs, NO_CHOICE } from "./field-inputs.ts";
import { writtenParts } from "./page-fields.ts";
import { type Parts, WHOLE } from "./prefill.ts";

/** So many working days on can be chosen without looking in a calendar. */
const QUICK_DAYS: readonly number[] = [5, 10, 20];

export type TaskInput = {
  readonly label: string;
  readonly hints?: readonly string[];
  readonly required?: boolean;
  /** What stands there before anybody has written anything. */
  readonly value?: string;
};

/** One field of a task's form, as it was written or as it stands. */
export function taskInput(
  view: View,
  field: Field,
  { label, hints = [], required = false, value = "" }: TaskInput,
  told: Told,
): CardElementArray {
  const parts: Parts = told.inputs
    ? writtenParts({ item: { id: TASK }, field }, told.inputs)
    : { [WHOLE]: value };
  return fieldInputs(view, {
    field,
    place: TASK,
    label,
    required,
    parts,
    hints,
    faults: faultWords(view.language, told.problems, { itemId: TASK, field: field.name }),
  });
}

export function ownerInput(view: View, input: TaskInput, told: Told): CardElementArray {
  return taskInput(view, ownerField(view.template), { ...input, required: true }, told);
}

/** When it is to be done: a few working days on, or any day. */
export function dueInputs(
  view: View,
  { when, other }: { readonly when: string; readonly other: TaskInput },
  told: Told,
): CardElementArray {
  const chosen = told.inputs?.[inputId(TASK, QUICK)];
  return [
    choiceInput(view, { name: QUICK, label: when, value: chosen ?? NO_CHOICE }, quickChoices(view)),
    ...taskInput(view, DUE, other, told),
  ];
}

function quickChoices(view: View): readonly IChoice[] {
  const { form } = textsOf(view.language).tasks;
  const { date } = formatsOf(view.language);
  const today = localDateOf(view.now);
  const days = QUICK_DAYS.map((count) => {
    const due: LocalDate = view.calendar.addWorkingDays(today, count);
    return { title: form.inDays(count, date(due)), value: due };
  });
  return [{ title: form.noDate, value: NO_CHOICE }, ...days];
}

/** A choice that is no field of the process. */
export function choiceInput(
  { language }: Pick<View, "language">,
  { name, label, value }: { readonly name: string; readonly label: string; readonly value: string },
  choices: readonly IChoice[],
): IChoiceSetInput {
  const known = choices.some((one) => one.value === value);
  return {
    type: "Input.ChoiceSet",
    id: inputId(TASK, name),
    label,
    choices: [...choices],
    style: choices.length <= 4 ? "expanded" : "compact",
    wrap: true,
    errorMessage: textsOf(language).forms.check(label),
    ...(known ? { value } : {}),
  };
}
