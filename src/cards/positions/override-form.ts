import type { IAdaptiveCard } from "@microsoft/teams.cards";
import { problemsAt } from "../../domain/gates.ts";
import { rolesOf } from "../../domain/permissions.ts";
import { submitButton } from "../actions.ts";
import { closing } from "../confirm-initiator.ts";
import { faultsIn, type Told } from "../forms/faults.ts";
import { formCard, problemBanner } from "../forms/form-card.ts";
import { shortTitle, whoHas } from "../naming.ts";
import { textsOf } from "../texts/texts.ts";
import type { View } from "../view.ts";
import { FIELDS } from "./position-fields.ts";
import { positionInputs } from "./position-inputs.ts";

/** The chair goes on without a part of the plan that should be there, and says why (process.md §3 G4c); others read what is missing. */
export function overrideForm(view: View, told: Told = {}): IAdaptiveCard {
  const { positions, forms } = textsOf(view.language);
  const { override } = positions;
  const { state, viewer, directory, template } = view;
  const dialogueId = state.id;
  const missing = problemsAt(state, "G4c", template);
  const may = viewer !== undefined && rolesOf(state, viewer, directory).has("steeringChair");
  const asks = may && missing.length > 0 && state.status === "active";
  const tellsElsewhere = missing.map((problem) => problemBanner(view, problem));
  const only = override.only(whoHas(view, ["steeringChair"]));
  return formCard(view, {
    kicker: shortTitle(view),
    title: override.title,
    told: { ...told, problems: besideField(told.problems ?? []) },
    banners: tellsElsewhere,
    intro: asks ? override.intro : missing.length === 0 ? override.nothing : only,
    fields: asks
      ? positionInputs(view, told, {
          field: FIELDS.reason,
          label: override.reason,
          required: true,
        })
      : [],
    notes: asks ? [forms.privacy] : [],
    actions: [
      ...(asks
        ? [submitButton(override.send, { verb: "overrideGate", dialogueId }, { main: true })]
        : []),
      submitButton(textsOf(view.language).cards.buttons.toDialogue, {
        verb: "openDialogue",
        dialogueId,
      }),
      ...closing(view),
    ],
  });
}

/** What is missing is said already by the page itself. */
function besideField(problems: NonNullable<Told["problems"]>): NonNullable<Told["problems"]> {
  return problems.filter(
    (problem) => !problem.code.startsWith("W-PLAN") || faultsIn([problem]).length > 0,
  );
}
