import type { CardElementArray, IChoiceSetInput, ITextInput } from "@microsoft/teams.cards";
import { SURVEY } from "../../domain/evaluation/marks.ts";
import { subtle } from "../elements.ts";
import { faultWords, type Told } from "../forms/faults.ts";
import { faultBlock } from "../forms/field-inputs.ts";
import { FORM_ITSELF, inputId } from "../input-ids.ts";
import { textsOf } from "../texts/texts.ts";
import type { View } from "../view.ts";

export type SurveyField =
  | "count"
  | "marks"
  | "words"
  | "background"
  | "table"
  | "title"
  | "mentions";

/** What stands in the input. */
export function said(inputs: { readonly [id: string]: string }, field: SurveyField): string {
  return inputs[inputId(FORM_ITSELF, field)] ?? "";
}

/** A card has room for so many bytes of what somebody has pasted or written. */
const MOST_SHOWN_BYTES = 14_000;

/** Whether what was sent can be shown in its input again; what cannot is asked for anew, and never cut. */
export function canShow(text: string): boolean {
  return Buffer.byteLength(JSON.stringify(text)) <= MOST_SHOWN_BYTES;
}

type AskedWords = {
  readonly field: SurveyField;
  readonly label: string;
  readonly hint?: string;
  readonly isLong?: boolean;
  readonly required?: boolean;
  /** What it was before; what somebody has just sent comes first. */
  readonly value?: string;
};

/** An input for words with its hint and what was wrong with it. */
export function wordsInput(view: View, asked: AskedWords, told: Told): CardElementArray {
  const { forms } = textsOf(view.language);
  const { field, label, hint, isLong, required } = asked;
  const sent = told.inputs ? said(told.inputs, field) : (asked.value ?? "");
  const value = canShow(sent) ? sent : "";
  const input: ITextInput = {
    type: "Input.Text",
    id: inputId(FORM_ITSELF, field),
    label,
    ...(isLong ? { isMultiline: true } : {}),
    ...(required
      ? { isRequired: true, errorMessage: forms.required(label) }
      : { errorMessage: forms.check(label) }),
    ...(value === "" ? {} : { value }),
  };
  return [input, ...below(view, field, hint, told)];
}

export function choiceInput(
  view: View,
  asked: AskedWords & { readonly choices: IChoiceSetInput["choices"] },
  told: Told,
): CardElementArray {
  const { forms } = textsOf(view.language);
  const { field, label, hint, value = "", choices } = asked;
  const input: IChoiceSetInput = {
    type: "Input.ChoiceSet",
    id: inputId(FORM_ITSELF, field),
    label,
    style: "expanded",
    choices: [...(choices ?? [])],
    wrap: true,
    errorMessage: forms.check(label),
    ...(value === "" ? {} : { value }),
  };
  return [input, ...below(view, field, hint, told)];
}

function below(
  { language }: View,
  field: SurveyField,
  hint: string | undefined,
  told: Told,
): CardElementArray {
  const faults = faultWords(language, told.problems, { itemId: SURVEY, field });
  return [
    ...(hint === undefined
      ? []
      : [{ type: "RichTextBlock" as const, spacing: "None" as const, inlines: [subtle(hint)] }]),
    ...faults.map((fault) => faultBlock(fault)),
  ];
}
