import type {
  CardElementArray,
  IChoiceSetInput,
  IDateInput,
  IRichTextBlock,
  ITextInput,
} from "@microsoft/teams.cards";
import type { Field } from "../../domain/template.ts";
import type { PersonId } from "../../domain/value.ts";
import { oneLine } from "../drawable.ts";
import { subtle } from "../elements.ts";
import { inputId } from "../input-ids.ts";
import { textsOf } from "../texts/texts.ts";
import type { View } from "../view.ts";
import { type Choices, choicesOf } from "./choices.ts";
import { type Parts, partsOf, WHOLE } from "./prefill.ts";

/** One field as it is to be asked for. */
export type Asked = {
  readonly field: Field;
  /** The item id in the inputs' ids, or what stands for it in a row. */
  readonly place: string;
  readonly label: string;
  readonly required: boolean;
  readonly parts: Parts;
  readonly hints: readonly string[];
  readonly faults: readonly string[];
  /** Whom a person field offers, where that is not for the field to say. */
  readonly people?: readonly PersonId[];
};

/** Chosen to say "nothing after all"; a choice once made cannot be unmade otherwise. */
export const NO_CHOICE = "~";
/** At most so many choices stand open side by side. */
const MOST_RADIO = 4;
const MOST_BOXES = 14;

/** The field's inputs with its hint and its faults under them. A field nobody can answer yet gives none. */
export function fieldInputs(view: View, asked: Asked): CardElementArray {
  const inputs = inputsFor(view, asked);
  if (inputs.length === 0) return [];
  return [
    ...inputs,
    ...asked.hints.map((hint) => small(hint)),
    ...asked.faults.map((fault) => faultBlock(fault)),
  ];
}

/** Ids of the inputs a field is asked with; also how one knows later that an input was left empty. */
export function inputIdsOf(view: View, asked: Pick<Asked, "field" | "place" | "parts">): string[] {
  const { field, place } = asked;
  const choices = choicesFor(view, asked);
  if (choices?.choices.length === 0 && !choices.picker) return [];
  return partsOf(field).map((part) => {
    if (part === WHOLE) return inputId(place, field.name, choices?.picker ? "picked" : undefined);
    return inputId(place, field.name, part);
  });
}

function choicesFor(
  view: View,
  { field, parts, people }: Pick<Asked, "field" | "parts" | "people">,
) {
  const current = (parts.chosen ?? parts[WHOLE] ?? "").split(",").filter((one) => one !== "");
  return choicesOf(view, field, field.other ? [] : current, people);
}

function inputsFor(view: View, asked: Asked): CardElementArray {
  const { field } = asked;
  const choices = choicesFor(view, asked);
  if (choices) return choiceInputs(view, asked, choices);
  if (field.list) return [textInput(view, asked)];
  if (field.type === "docRef") return linkInputs(view, asked);
  if (field.type === "datetime") return momentInputs(view, asked);
  return [field.type === "date" ? dayInput(view, asked) : textInput(view, asked)];
}

function dayInput(view: View, { field, place, label, required, parts }: Asked): IDateInput {
  return {
    type: "Input.Date",
    id: inputId(place, field.name),
    label,
    ...needed(view, label, required),
    ...filled(parts[WHOLE]),
  };
}

function textInput(view: View, asked: Asked): ITextInput {
  return words(view, asked, asked.label, undefined, asked.required);
}

/** No maxLength: a client would cut what is pasted, and too long is refused, never cut (decisions.md §5.8). */
function words(
  view: View,
  { field, place, parts }: Asked,
  label: string,
  part: string | undefined,
  required: boolean,
): ITextInput {
  const value = parts[part ?? WHOLE] ?? "";
  // A line break would be lost in an input of one line.
  const several = (field.type === "longtext" && part === undefined) || /[\r\n]/u.test(value);
  return {
    type: "Input.Text",
    id: inputId(place, field.name, part),
    label,
    ...(several ? { isMultiline: true } : {}),
    ...needed(view, label, required),
    ...filled(value),
  };
}

function linkInputs(view: View, asked: Asked): CardElementArray {
  const { forms } = textsOf(view.language);
  const labelled = (part: "title" | "url" | "version") => `${asked.label}: ${forms.parts[part]}`;
  return [
    words(view, asked, labelled("title"), "title", asked.required),
    {
      ...words(view, asked, labelled("url"), "url", asked.required),
      placeholder: forms.urlHint,
      style: "Url",
    },
    words(view, asked, labelled("version"), "version", false),
  ];
}

function momentInputs(
  view: View,
  { field, place, label, required, parts }: Asked,
): CardElementArray {
  const { forms } = textsOf(view.language);
  const dateLabel = `${label}: ${forms.parts.date}`;
  const timeLabel = `${label}: ${forms.parts.time}`;
  return [
    {
      type: "Input.Date",
      id: inputId(place, field.name, "date"),
      label: dateLabel,
      ...needed(view, dateLabel, required),
      ...filled(parts.date),
    },
    {
      type: "Input.Time",
      id: inputId(place, field.name, "time"),
      label: timeLabel,
      ...needed(view, timeLabel, required),
      ...filled(parts.time),
    },
  ];
}

function choiceInputs(view: View, asked: Asked, { choices, picker }: Choices): CardElementArray {
  const { field, place, label, required, parts } = asked;
  const { forms } = textsOf(view.language);
  if (choices.length === 0 && !picker) return [];
  const chosen = field.other ? parts.chosen : parts[WHOLE];
  const most = field.list ? MOST_BOXES : MOST_RADIO;
  // What was chosen before must also be possible to leave out again.
  const unmade = !required && !field.list && (chosen ?? "") !== "";
  const all = unmade ? [{ title: forms.notChosen, value: NO_CHOICE }, ...choices] : choices;
  const set: IChoiceSetInput = {
    type: "Input.ChoiceSet",
    id: inputId(place, field.name, field.other ? "chosen" : picker ? "picked" : undefined),
    label,
    choices: [...all],
    style: picker ? "filtered" : choices.length <= most ? "expanded" : "compact",
    ...(field.list ? { isMultiSelect: true } : {}),
    ...(choices.length > most || picker ? { placeholder: forms.choose } : {}),
    ...(picker
      ? {
          "choices.data": {
            type: "Data.Query",
            dataset: "graph.microsoft.com/users?scope=currentContext",
          },
        }
      : {}),
    wrap: true,
    ...needed(view, label, required && !field.other),
    ...filled(chosen),
  };
  if (!field.other) return [set];
  return [set, words(view, asked, `${label}: ${forms.parts.other}`, "other", false)];
}

function needed({ language }: View, label: string, required: boolean) {
  return required
    ? { isRequired: true, errorMessage: textsOf(language).forms.required(label) }
    : { errorMessage: textsOf(language).forms.check(label) };
}

function filled(value: string | undefined) {
  return value === undefined || value === "" ? {} : { value };
}

function small(text: string): IRichTextBlock {
  return { type: "RichTextBlock", spacing: "None", inlines: [subtle(oneLine(text))] };
}

/** Words, a mark and a colour: a fault is never told by the colour alone. */
export function faultBlock(text: string): IRichTextBlock {
  return {
    type: "RichTextBlock",
    spacing: "None",
    inlines: [
      { type: "TextRun", text: `⚠ ${text}`, color: "Attention", weight: "Bolder", size: "Small" },
    ],
  };
}
