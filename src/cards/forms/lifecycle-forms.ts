import type { IAdaptiveCard } from "@microsoft/teams.cards";
import { isResting } from "../../domain/lifecycle.ts";
import { rolesOf } from "../../domain/permissions.ts";
import { reopenable } from "../../domain/reopening.ts";
import type { Role } from "../../domain/roles.ts";
import type { Field } from "../../domain/template.ts";
import { submitButton } from "../actions.ts";
import { closing } from "../confirm-initiator.ts";
import { FORM_ITSELF } from "../input-ids.ts";
import { shortTitle, whoHas } from "../naming.ts";
import { textsOf } from "../texts/texts.ts";
import type { View } from "../view.ts";
import { faultWords, type Told } from "./faults.ts";
import { fieldInputs } from "./field-inputs.ts";
import { formCard } from "./form-card.ts";
import { writtenParts } from "./page-fields.ts";

export type Lifecycle = "pause" | "resume" | "reopen";

/** Asks why the dialogue rests, goes on, or is opened again; whoever may not is told who may. */
export function lifecycleForm(view: View, what: Lifecycle, told: Told = {}): IAdaptiveCard {
  const { forms, lifecycle } = textsOf(view.language);
  const words = lifecycle[what];
  const may = mayOrder(view, what);
  const gates = what === "reopen" ? reopenable(view.state) : [];
  const asks = may && (what !== "reopen" || gates.length > 0);
  const gate: Field = {
    name: "gate",
    type: "enum",
    label: { sv: "", en: "" },
    options: gates.map((value) => ({
      value,
      label: { sv: lifecycle.gates[value], en: lifecycle.gates[value] },
    })),
  };
  const reason: Field = { name: "reason", type: "longtext", label: { sv: "", en: "" } };
  const dialogueId = view.state.id;
  return formCard(view, {
    kicker: shortTitle(view),
    title: words.title,
    told,
    intro: may ? introOf(view, what, gates.length) : lifecycle.only(whoHas(view, ORDERED_BY[what])),
    fields: asks
      ? [
          ...(what === "reopen" ? input(view, gate, lifecycle.reopen.gate, told) : []),
          ...input(view, reason, words.reason, told),
        ]
      : [],
    notes: asks ? [forms.privacy] : [],
    actions: [
      ...(asks
        ? [submitButton(words.send, { verb: "orderLifecycle", dialogueId, what }, { main: true })]
        : []),
      ...closing(view),
    ],
  });
}

function introOf({ language }: View, what: Lifecycle, gates: number): string {
  const { lifecycle } = textsOf(language);
  if (what !== "reopen") return lifecycle[what].intro;
  const { intro, none, board } = lifecycle.reopen;
  return `${gates > 0 ? intro : none} ${board}`;
}

const ORDERED_BY: { readonly [what in Lifecycle]: readonly Role[] } = {
  pause: ["steeringChair", "civilServant"],
  resume: ["steeringChair", "civilServant"],
  reopen: ["steeringChair"],
};

/** Whether the viewer has the right; the dialogue's status is another matter. */
export function mayOrder({ state, viewer, directory }: View, what: Lifecycle): boolean {
  if (viewer === undefined) return false;
  const held = rolesOf(state, viewer, directory);
  return ORDERED_BY[what].some((role) => held.has(role));
}

/** What of it makes sense as things stand, for the one who may. */
export function lifecycleOffers(view: View): readonly Lifecycle[] {
  const { state } = view;
  const offered: Lifecycle[] =
    state.status === "active" ? ["pause", "reopen"] : state.status === "paused" ? ["resume"] : [];
  return offered
    .filter((what) => mayOrder(view, what))
    .filter((what) => what !== "reopen" || (!isResting(state) && reopenable(state).length > 0));
}

function input(view: View, field: Field, label: string, told: Told) {
  return fieldInputs(view, {
    field,
    place: FORM_ITSELF,
    label,
    required: true,
    parts: told.inputs ? writtenParts({ item: { id: FORM_ITSELF }, field }, told.inputs) : {},
    hints: [],
    faults: faultWords(view.language, told.problems, { itemId: "lifecycle", field: field.name }),
  });
}
