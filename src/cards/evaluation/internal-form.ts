import type { IAdaptiveCard } from "@microsoft/teams.cards";
import {
  INTERNAL_ITEM,
  isInvited,
  mayReadInternalTexts,
} from "../../domain/evaluation/internal-answer.ts";
import { plannedRound } from "../../domain/evaluation/internal-round-time.ts";
import type { InternalRound } from "../../domain/evaluation/internal-round.ts";
import { type Question, QUESTIONNAIRES } from "../../domain/evaluation/questions.ts";
import { SCALES } from "../../domain/evaluation/scales.ts";
import type { Field } from "../../domain/template.ts";
import { rolesOf } from "../../domain/permissions.ts";
import { submitButton } from "../actions.ts";
import { closing } from "../confirm-initiator.ts";
import { banner, icon, line, run, strong } from "../elements.ts";
import { faultWords, type Told } from "../forms/faults.ts";
import { fieldInputs, NO_CHOICE } from "../forms/field-inputs.ts";
import { formCard } from "../forms/form-card.ts";
import { writtenParts } from "../forms/page-fields.ts";
import { formatsOf } from "../formats.ts";
import { readInputId } from "../input-ids.ts";
import { shortTitle } from "../naming.ts";
import { textsOf } from "../texts/texts.ts";
import type { View } from "../view.ts";

/** The place in the inputs' ids. */
const PLACE = INTERNAL_ITEM;

/**
 * The internal evaluation as its viewer may have it: the form for one who is invited and has not answered, and kind words
 * for everybody else. Never what anybody has answered, and never who (decisions.md §11.3).
 */
export function internalEvaluationPage(view: View, told: Told = {}): IAdaptiveCard {
  const round = view.state.internalRound;
  const may = isInvited(view.state, view.viewer ?? "", view.directory);
  if (round?.status === "open" && view.state.status === "active" && may && !view.hasAnswered)
    return answerForm(view, round, told);
  return statusPage(view, told);
}

/** What the form is replaced with: the same words whatever was answered (reliability.md §9). */
export function thanksPage(view: View): IAdaptiveCard {
  const { thanks, kicker } = textsOf(view.language).internalEvaluation;
  return formCard(view, {
    kicker: `${kicker} · ${shortTitle(view)}`,
    title: thanks.title,
    intro: thanks.text,
    fields: [],
    actions: closing(view),
  });
}

/** One page with all thirteen inputs, sent once: an answer half given would have to be kept somewhere (decisions.md §5.3). */
function answerForm(
  view: View,
  { closesOn }: Extract<InternalRound, { status: "open" }>,
  told: Told,
): IAdaptiveCard {
  const words = textsOf(view.language).internalEvaluation;
  return formCard(view, {
    kicker: `${words.kicker} · ${shortTitle(view)}`,
    title: words.title,
    told,
    banners: [
      banner("emphasis", icon("Info", "i"), [strong(words.honest)], [line(run(words.promise))]),
    ],
    intro: words.form.intro(formatsOf(view.language).date(closesOn)),
    fields: QUESTIONNAIRES.internal.flatMap((question) => inputsOf(view, question, told)),
    notes: [words.form.once, textsOf(view.language).forms.privacy],
    actions: [
      submitButton(
        words.form.send,
        { verb: "answerEvaluation", dialogueId: view.state.id },
        { main: true },
      ),
      ...closing(view),
    ],
  });
}

function inputsOf(view: View, question: Question, told: Told) {
  const field = fieldOf(view, question, told);
  return fieldInputs(view, {
    field,
    place: PLACE,
    label: question.words[view.language],
    required: false,
    parts: told.inputs ? writtenParts({ item: { id: PLACE }, field }, told.inputs) : {},
    hints:
      question.scale === "free" ? [textsOf(view.language).internalEvaluation.form.textHint] : [],
    faults: faultWords(view.language, told.problems, { itemId: PLACE, field: field.name }),
  });
}

/** The scale as a field: what one cannot say otherwise once something is chosen is a choice of its own. */
function fieldOf(view: View, { id, scale, words: label }: Question, told: Told): Field {
  if (scale === "free") return { name: id, type: "longtext", label };
  const { skip } = textsOf(view.language).internalEvaluation.form;
  const options = SCALES[scale].map(({ value, input, label: said }) => ({
    value: input,
    label:
      typeof value === "number" ? { sv: `${value} ${said.sv}`, en: `${value} ${said.en}` } : said,
  }));
  // On a form that comes back the chosen one can be unmade already.
  const skips = scale === "redo3" && told.inputs === undefined;
  const skipping = skips ? [{ value: NO_CHOICE, label: { sv: skip, en: skip } }] : [];
  return { name: id, type: "enum", label, options: [...options, ...skipping] };
}

/** The answers as the form sent them, by question. */
export function readEvaluationInputs(inputs: { readonly [inputId: string]: string }): {
  readonly [question: string]: string;
} {
  const read = Object.entries(inputs).flatMap(([id, said]): [string, string][] => {
    const place = readInputId(id);
    if (place === undefined || said === NO_CHOICE) return [];
    return [[place.itemId === PLACE ? place.field : id, said]];
  });
  return Object.fromEntries(read);
}

function statusPage(view: View, told: Told): IAdaptiveCard {
  const words = textsOf(view.language).internalEvaluation;
  return formCard(view, {
    kicker: `${words.kicker} · ${shortTitle(view)}`,
    told,
    fields: [],
    actions: [
      ...(mayReadInternalTexts(view.state, view.viewer ?? "", view.directory)
        ? [
            submitButton(words.texts.read, {
              verb: "openInternalTexts",
              dialogueId: view.state.id,
            }),
          ]
        : []),
      ...closing(view),
      submitButton(textsOf(view.language).cards.buttons.toDialogue, {
        verb: "openDialogue",
        dialogueId: view.state.id,
      }),
    ],
    ...standing(view),
  });
}

function standing(view: View): { title: string; intro?: string; notes: readonly string[] } {
  const words = textsOf(view.language).internalEvaluation;
  const { date, number } = formatsOf(view.language);
  const round = view.state.internalRound;
  if (round === undefined) {
    const planned = plannedRound(view.state, view);
    const opens = planned ? [words.status.opens(date(planned.opensOn))] : [];
    return { title: words.status.title, intro: words.status.before, notes: opens };
  }
  switch (round.status) {
    case "joint":
      return {
        title: words.channel.joint,
        intro: words.joint[round.why],
        notes: [words.channel.jointText],
      };
    case "open":
      if (view.hasAnswered)
        return {
          title: words.already.title,
          intro: words.already.text,
          notes: [...countNotes(view), words.channel.hidden],
        };
      return {
        title: words.channel.open(date(round.closesOn)),
        intro: words.status.onlyInvited,
        notes: [...countNotes(view), words.channel.hidden],
      };
    case "closed": {
      const answered = words.channel.closedText(
        number(round.answered),
        number(round.invited.length),
      );
      return {
        title: words.channel.closed(date(round.closesOn)),
        intro: answered,
        notes: round.joint === undefined ? [] : [words.joint[round.joint], words.channel.jointText],
      };
    }
  }
}

/** How many, to the civil servant alone, and only from five (decisions.md §11.3). */
function countNotes(view: View): readonly string[] {
  const { status } = textsOf(view.language).internalEvaluation;
  if (!rolesOf(view.state, view.viewer ?? "", view.directory).has("civilServant")) return [];
  return view.answerCount === undefined
    ? [status.countLater]
    : [status.count(formatsOf(view.language).number(view.answerCount))];
}
