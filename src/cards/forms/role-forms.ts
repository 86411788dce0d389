import type { IAdaptiveCard } from "@microsoft/teams.cards";
import { ROLES_FORM, whyNot } from "../../domain/role-orders.ts";
import type { RecordedRole } from "../../domain/role-records.ts";
import type { Field } from "../../domain/template.ts";
import { localDateOf } from "../../domain/time.ts";
import type { PersonId } from "../../domain/value.ts";
import { submitButton } from "../actions.ts";
import { neutral } from "../drawable.ts";
import { FORM_ITSELF } from "../input-ids.ts";
import { personName, shortTitle } from "../naming.ts";
import type { ShownRole } from "../role-holders.ts";
import { textsOf } from "../texts/texts.ts";
import type { View } from "../view.ts";
import { faultWords, type Told } from "./faults.ts";
import { fieldInputs } from "./field-inputs.ts";
import { formCard } from "./form-card.ts";
import { writtenParts } from "./page-fields.ts";
import { type Parts, WHOLE } from "./prefill.ts";

const noLabel = { sv: "", en: "" };
const PERSON: Field = { name: "person", type: "userRef", label: noLabel };
const REASON: Field = { name: "reason", type: "text", label: noLabel };
const FROM: Field = { name: "from", type: "date", label: noLabel };
const UNTIL: Field = { name: "until", type: "date", label: noLabel };

/** Chooses who is given the role; only those who may hold it are offered. */
export function giveRoleForm(view: View, role: RecordedRole, told: Told): IAdaptiveCard {
  const { holding, forms } = textsOf(view.language);
  const words = holding.forms[role];
  const reasoned = role === "departmentHead" || role === "actingChair";
  const dialogueId = view.state.id;
  const shown = role === "actingChair" ? "steeringChair" : role;
  return formCard(view, {
    kicker: `${holding.title} · ${shortTitle(view)}`,
    title: words.title,
    told,
    intro: words.intro,
    fields: [
      ...asked(view, told, { field: PERSON, label: words.person, people: eligible(view, role) }),
      ...(reasoned
        ? asked(view, told, { field: REASON, label: holding.reason, hint: holding.reasonHint })
        : []),
    ],
    notes: reasoned ? [forms.privacy] : [],
    actions: [
      submitButton(forms.save, { verb: "giveRole", dialogueId, role }, { main: true }),
      submitButton(forms.back, { verb: "openRole", dialogueId, role: shown }),
    ],
  });
}

function eligible(view: View, role: RecordedRole): readonly PersonId[] {
  const { state, directory, viewer = "" } = view;
  return [...directory.people.keys()].filter(
    (person) => whyNot(state, role, person, { actor: viewer, directory }) === undefined,
  );
}

/** From when to when somebody is away; never why. */
export function absenceForm(
  view: View,
  { person, role }: { readonly person: PersonId; readonly role: ShownRole },
  told: Told,
): IAdaptiveCard {
  const { holding, forms } = textsOf(view.language);
  const words = holding.absence;
  const dialogueId = view.state.id;
  const known = view.state.roles.absences[person];
  return formCard(view, {
    kicker: `${words.title} · ${shortTitle(view)}`,
    title: neutral(personName(view, person)),
    told,
    intro: words.intro,
    fields: [
      ...asked(view, told, {
        field: FROM,
        label: words.from,
        kept: { [WHOLE]: known?.from ?? localDateOf(view.now) },
      }),
      ...asked(view, told, {
        field: UNTIL,
        label: words.until,
        hint: words.untilHint,
        optional: true,
        kept: known?.until === undefined ? {} : { [WHOLE]: known.until },
      }),
    ],
    actions: [
      submitButton(words.save, { verb: "recordAbsence", dialogueId, role, person }, { main: true }),
      ...(known === undefined
        ? []
        : [submitButton(words.back, { verb: "endAbsence", dialogueId, role, person })]),
      submitButton(forms.back, { verb: "openRole", dialogueId, role }),
    ],
  });
}

type Ask = {
  readonly field: Field;
  readonly label: string;
  readonly hint?: string;
  readonly people?: readonly PersonId[];
  readonly kept?: Parts;
  readonly optional?: true;
};

function asked(view: View, told: Told, { field, label, hint, people, kept = {}, optional }: Ask) {
  return fieldInputs(view, {
    field,
    place: FORM_ITSELF,
    label,
    required: optional !== true,
    parts: told.inputs ? writtenParts({ item: { id: FORM_ITSELF }, field }, told.inputs) : kept,
    hints: hint === undefined ? [] : [hint],
    faults: faultWords(view.language, told.problems, { itemId: ROLES_FORM, field: field.name }),
    ...(people === undefined ? {} : { people }),
  });
}
