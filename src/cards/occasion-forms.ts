import type { CardElementArray, IAdaptiveCard } from "@microsoft/teams.cards";
import type { Occasion } from "../domain/occasion.ts";
import type { Field } from "../domain/template.ts";
import { submitButton } from "./actions.ts";
import { faultWords, type Told } from "./forms/faults.ts";
import { fieldInputs } from "./forms/field-inputs.ts";
import { formCard } from "./forms/form-card.ts";
import { writtenParts } from "./forms/page-fields.ts";
import { prefilled } from "./forms/prefill.ts";
import { FORM_ITSELF } from "./input-ids.ts";
import { occasionName } from "./plan-names.ts";
import { textsOf } from "./texts/texts.ts";
import type { View } from "./view.ts";

const NO_LABEL = { sv: "", en: "" };
const START: Field = { name: "start", type: "datetime", label: NO_LABEL, required: true };
const END: Field = { name: "end", type: "datetime", label: NO_LABEL, required: true };
const REASON: Field = { name: "reason", type: "longtext", label: NO_LABEL, required: true };

/** Another time for a tillfälle of the approved plan, and why. */
export function moveForm(
  view: View,
  occasionId: string,
  told: Told = {},
): IAdaptiveCard | undefined {
  const occasion = view.state.occasions[occasionId];
  if (!occasion) return undefined;
  const { time, forms } = textsOf(view.language);
  const dialogueId = view.state.id;
  return formCard(view, {
    kicker: occasionName(view, occasionId),
    title: time.occasion.moveTitle,
    told,
    intro: time.occasion.moveIntro,
    fields: [
      ...asked(view, occasion, START, time.occasion.start, told),
      ...asked(view, occasion, END, time.occasion.end, told),
      ...asked(view, occasion, REASON, time.occasion.reason, told),
    ],
    notes: [time.occasion.reasonShown, forms.privacy],
    actions: [
      submitButton(
        time.occasion.move,
        { verb: "moveOccasion", dialogueId, occasionId },
        { main: true },
      ),
      submitButton(forms.back, { verb: "openOccasion", dialogueId, occasionId }),
    ],
  });
}

/** Why a tillfälle of the approved plan is cancelled. */
export function cancelForm(
  view: View,
  occasionId: string,
  told: Told = {},
): IAdaptiveCard | undefined {
  const occasion = view.state.occasions[occasionId];
  if (!occasion) return undefined;
  const { time, forms } = textsOf(view.language);
  const dialogueId = view.state.id;
  return formCard(view, {
    kicker: occasionName(view, occasionId),
    title: time.occasion.cancelTitle,
    told,
    intro: time.occasion.cancelIntro,
    fields: asked(view, occasion, REASON, time.occasion.reason, told),
    notes: [time.occasion.reasonShown, forms.privacy],
    actions: [
      submitButton(
        time.occasion.cancel,
        { verb: "cancelOccasion", dialogueId, occasionId },
        { main: true },
      ),
      submitButton(forms.back, { verb: "openOccasion", dialogueId, occasionId }),
    ],
  });
}

function asked(
  view: View,
  occasion: Occasion,
  field: Field,
  label: string,
  told: Told,
): CardElementArray {
  const kept = { start: occasion.start, end: occasion.end, reason: null };
  return fieldInputs(view, {
    field,
    place: FORM_ITSELF,
    label,
    required: true,
    parts: told.inputs
      ? writtenParts({ item: { id: FORM_ITSELF }, field }, told.inputs)
      : prefilled(field, kept[field.name as keyof typeof kept], view.language),
    hints: [],
    faults: [
      ...faultWords(view.language, told.problems, {
        itemId: "plan.events",
        field: field.name,
        rowId: occasion.id,
      }),
      ...faultWords(view.language, told.problems, { itemId: "plan.events", field: field.name }),
    ],
  });
}
