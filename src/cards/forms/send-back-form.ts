import type { IAdaptiveCard } from "@microsoft/teams.cards";
import type { Field } from "../../domain/template.ts";
import type { DecisionId } from "../../domain/value.ts";
import { submitButton } from "../actions.ts";
import { FORM_ITSELF } from "../input-ids.ts";
import { shortTitle } from "../naming.ts";
import { textsOf } from "../texts/texts.ts";
import type { View } from "../view.ts";
import { faultWords, type Told } from "./faults.ts";
import { fieldInputs } from "./field-inputs.ts";
import { formCard } from "./form-card.ts";
import { writtenParts } from "./page-fields.ts";

const REASON: Field = {
  name: "reason",
  type: "longtext",
  label: { sv: "", en: "" },
  required: true,
};

/** Asks the chair what does not agree with the minutes; the reason goes to the one who registered (decisions.md §8.5). */
export function sendBackForm(view: View, decisionId: DecisionId, told: Told = {}): IAdaptiveCard {
  const { forms } = textsOf(view.language);
  const dialogueId = view.state.id;
  return formCard(view, {
    kicker: shortTitle(view),
    title: forms.sendBack.title,
    told,
    intro: forms.sendBack.intro,
    fields: fieldInputs(view, {
      field: REASON,
      place: FORM_ITSELF,
      label: forms.sendBack.reason,
      required: true,
      parts: told.inputs
        ? writtenParts({ item: { id: FORM_ITSELF }, field: REASON }, told.inputs)
        : {},
      hints: [],
      faults: faultWords(view.language, told.problems, {
        itemId: "decide.confirm",
        field: REASON.name,
      }),
    }),
    notes: [forms.privacy],
    actions: [
      submitButton(
        forms.sendBack.send,
        { verb: "sendBackDecision", dialogueId, decisionId },
        { main: true },
      ),
      submitButton(forms.back, { verb: "openDecision", dialogueId, decisionId }),
    ],
  });
}
