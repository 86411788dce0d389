import type { IAdaptiveCard } from "@microsoft/teams.cards";
import { CORRECTION, type CorrectionAbout, recordOf } from "../../domain/correction.ts";
import { findItem, type Field } from "../../domain/template.ts";
import { submitButton } from "../actions.ts";
import { closing } from "../confirm-initiator.ts";
import { FORM_ITSELF } from "../input-ids.ts";
import { decisionMark, itemTitle, shortTitle } from "../naming.ts";
import { neutral } from "../drawable.ts";
import { textsOf } from "../texts/texts.ts";
import type { View } from "../view.ts";
import { faultWords, type Told } from "./faults.ts";
import { fieldInputs } from "./field-inputs.ts";
import { formCard } from "./form-card.ts";
import { writtenParts } from "./page-fields.ts";

const NO_LABEL = { sv: "", en: "" };
const FIELDS = [
  { name: "was", type: "text", label: NO_LABEL },
  { name: "shouldBe", type: "longtext", label: NO_LABEL },
  { name: "why", type: "text", label: NO_LABEL },
] as const satisfies readonly Field[];

/** Asks what stands there, what it should be and why; the record itself is never touched (legal.md §2.2). `newId` becomes the correction's id. */
export function correctionForm(
  view: View,
  about: CorrectionAbout,
  newId: string,
  told: Told = {},
): IAdaptiveCard {
  const { forms, lifecycle } = textsOf(view.language);
  const { correction } = lifecycle;
  return formCard(view, {
    kicker: `${shortTitle(view)} · ${neutral(nameOf(view, about))}`,
    title: correction.title,
    told,
    intro: correction.intro,
    fields: FIELDS.flatMap((field) =>
      fieldInputs(view, {
        field,
        place: FORM_ITSELF,
        label: correction[field.name],
        required: true,
        parts: told.inputs ? writtenParts({ item: { id: FORM_ITSELF }, field }, told.inputs) : {},
        hints: [],
        faults: faultWords(view.language, told.problems, { itemId: CORRECTION, field: field.name }),
      }),
    ),
    notes: [forms.privacy],
    actions: [
      submitButton(
        correction.send,
        {
          verb: "saveCorrection",
          dialogueId: view.state.id,
          kind: about.kind,
          id: recordOf(about),
          correctionId: newId,
        },
        { main: true },
      ),
      ...closing(view),
    ],
  });
}

function nameOf(view: View, about: CorrectionAbout): string {
  switch (about.kind) {
    case "item": {
      const found = findItem(view.template, about.itemId);
      return found ? itemTitle(view, found.item) : about.itemId;
    }
    case "decision": {
      const decision = view.state.decisions.find(({ id }) => id === about.decisionId);
      return decision ? decisionMark(view, decision) : "";
    }
    case "position": {
      const { positions } = textsOf(view.language).timeline;
      const position = view.state.positions.find(({ id }) => id === about.positionId);
      return positions[position?.matter ?? "other"];
    }
  }
}
