import type { CardElementArray, IAdaptiveCard } from "@microsoft/teams.cards";
import type { Dialogue } from "../../domain/dialogue.ts";
import { NO_LESSONS } from "../../domain/lesson.ts";
import { noRecords } from "../../domain/role-records.ts";
import { NEW_DIALOGUE } from "../../domain/start.ts";
import { NO_SURVEY } from "../../domain/evaluation/survey.ts";
import { NO_TASKS } from "../../domain/task.ts";
import type { Field } from "../../domain/template.ts";
import type { DialogueId, PersonId } from "../../domain/value.ts";
import { submitButton } from "../actions.ts";
import { FORM_ITSELF } from "../input-ids.ts";
import { textsOf } from "../texts/texts.ts";
import type { View } from "../view.ts";
import { faultWords, type Told } from "./faults.ts";
import { fieldInputs } from "./field-inputs.ts";
import { formCard } from "./form-card.ts";
import { askedOn, pageFields, writtenParts } from "./page-fields.ts";
import { type FieldsPage, triagePages } from "./pages.ts";
import { type Parts, WHOLE } from "./prefill.ts";

/** What the form is drawn from: as a view, but of a dialogue that is still to be. */
export type NewView = Omit<View, "state"> & { readonly home: Dialogue["home"] };

/**
 * The form that starts a dialogue: a short title, the elected official who takes the initiative, and the first questions
 * of step 0. `newId` becomes the dialogue's id, so that sending it twice starts one (decisions.md §5.6).
 */
export function newDialogueForm(
  around: NewView,
  newId: DialogueId,
  told: Told = {},
): IAdaptiveCard {
  const view = viewOfNone(around, newId);
  const { cards, forms } = textsOf(view.language);
  const first = triagePages(view).find((page): page is FieldsPage => page.kind === "fields");
  const page: FieldsPage = first ?? { kind: "fields", fields: [] };
  return formCard(view, {
    kicker: cards.citizenDialogue,
    title: forms.newDialogue.title,
    told,
    intro: forms.newDialogue.intro,
    fields: [...ownInputs(view, told), ...pageFields(view, page, told)],
    notes: [forms.privacy],
    actions: [
      submitButton(
        forms.newDialogue.save,
        { verb: "saveNewDialogue", dialogueId: newId, asked: askedOn(view, page) },
        { main: true },
      ),
      submitButton(forms.cancel, { verb: "closeDialog" }),
    ],
  });
}

const TITLE: Field = { name: "title", type: "text", label: { sv: "", en: "" } };
const INITIATOR: Field = { name: "initiator", type: "userRef", label: { sv: "", en: "" } };

function ownInputs(view: View, told: Told): CardElementArray {
  const { newDialogue } = textsOf(view.language).forms;
  const people = initiators(view);
  // An elected official who starts a dialogue most often takes the initiative too.
  const self = people.includes(view.viewer ?? "") ? { [WHOLE]: view.viewer ?? "" } : {};
  const own = (field: Field, words: readonly [string, string], parts: Parts) =>
    fieldInputs(view, {
      field,
      place: FORM_ITSELF,
      label: words[0],
      required: true,
      parts: told.inputs ? writtenParts({ item: { id: FORM_ITSELF }, field }, told.inputs) : parts,
      hints: [words[1]],
      faults: faultWords(view.language, told.problems, {
        itemId: NEW_DIALOGUE,
        field: field.name,
      }),
      people,
    });
  return [
    ...own(TITLE, [newDialogue.name, newDialogue.nameHint], {}),
    ...own(INITIATOR, [newDialogue.initiator, newDialogue.initiatorHint], self),
  ];
}

/** Only those the organisation file names can take the initiative, and only from inside the team (decisions.md §1.2, §1.4). */
function initiators({ directory, state }: View): readonly PersonId[] {
  const team = state.home.type === "channel" ? state.home.teamId : undefined;
  const elected = directory.organisation?.elected ?? [];
  return elected.filter(
    (person) => team === undefined || directory.people.get(person)?.teams.includes(team) === true,
  );
}

/** A dialogue without a past, so that its first questions are drawn as any others. */
function viewOfNone({ home, ...around }: NewView, id: DialogueId): View {
  const person = around.viewer ?? "";
  return {
    ...around,
    state: {
      id,
      status: "draft",
      template: { id: around.template.id, version: around.template.version, hash: "" },
      language: around.language,
      home,
      lostPlaces: [],
      title: { text: "" },
      starter: person,
      starterEmployed: false,
      initiator: person,
      initiatorConfirmed: false,
      startedAt: around.now,
      items: {},
      decisions: [],
      gates: {},
      positions: [],
      occasions: {},
      tasks: NO_TASKS,
      waiting: [],
      replaced: [],
      corrections: [],
      overrides: {},
      purges: [],
      registered: {},
      lessons: NO_LESSONS,
      roles: noRecords,
      snoozes: [],
      survey: NO_SURVEY,
    },
  };
}
