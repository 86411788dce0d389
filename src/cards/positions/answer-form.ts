import type { IAdaptiveCard } from "@microsoft/teams.cards";
import type { Position, PositionId } from "../../domain/position.ts";
import { ownAnswer, positionOf } from "../../domain/position-state.ts";
import { isRecused } from "../../domain/seats.ts";
import type { PositionAnswer } from "../../domain/tally.ts";
import { wordsOf } from "../../domain/text.ts";
import { submitButton } from "../actions.ts";
import { closing } from "../confirm-initiator.ts";
import { neutral } from "../drawable.ts";
import type { Told } from "../forms/faults.ts";
import { formCard } from "../forms/form-card.ts";
import { WHOLE } from "../forms/prefill.ts";
import { formatsOf } from "../formats.ts";
import { personName, shortTitle } from "../naming.ts";
import { textsOf } from "../texts/texts.ts";
import type { View } from "../view.ts";
import { positionCard } from "./position-card.ts";
import { FIELDS } from "./position-fields.ts";
import { positionInputs } from "./position-inputs.ts";
import { rightsIn } from "./position-rights.ts";

/**
 * The member's answer with its reason, filled in with what they have answered; it may be changed until the position
 * closes. Jäv is asked about on a page of its own, since it cannot be taken back. Others are told kindly that they can read.
 */
export function answerForm(
  view: View,
  positionId: PositionId,
  answer: PositionAnswer | undefined,
  told: Told = {},
): IAdaptiveCard {
  const position = positionOf(view.state, positionId);
  if (!position) return positionCard(view, positionId, { place: "dialog", told });
  if (!rightsIn(view, position).answers) return cannotAnswer(view, position, told);
  return answer === "recuse" && told.inputs === undefined
    ? recuseForm(view, position, told)
    : reasonForm(view, position, answer, told);
}

function frame(view: View, position: Position) {
  const { positions } = textsOf(view.language);
  return {
    kicker: `${positions.kicker} · ${shortTitle(view)}`,
    title: neutral(wordsOf(position.question, view.language)),
  };
}

function reasonForm(
  view: View,
  position: Position,
  answer: PositionAnswer | undefined,
  told: Told,
): IAdaptiveCard {
  const { positions, forms } = textsOf(view.language);
  const own = ownAnswer(view.state, position, view.viewer ?? "", view.directory);
  const about = { dialogueId: view.state.id, positionId: position.id };
  const given = own ? wordsOf(own.answer) : "";
  const moment = formatsOf(view.language).moment(position.closesAt);
  const isOral = own?.oral === "logged";
  const oral =
    own && isOral
      ? [
          positions.ask1.oralText(
            personName(view, own.by),
            positions.answers[given as PositionAnswer],
          ),
        ]
      : [];
  return formCard(view, {
    ...frame(view, position),
    told,
    intro: oral[0] ?? positions.answer.dissent,
    fields: positionInputs(
      view,
      told,
      {
        field: FIELDS.answer,
        label: positions.answer.label,
        required: true,
        parts: { [WHOLE]: answer ?? given },
      },
      {
        field: FIELDS.reason,
        label: positions.answer.reason,
        hints: [positions.answer.reasonHint],
        parts: { [WHOLE]: own?.reason ? wordsOf(own.reason) : "" },
      },
    ),
    notes: [positions.ask1.change(moment), positions.notDecision, forms.privacy],
    actions: [
      ...(isOral
        ? [
            submitButton(
              positions.buttons.confirmOral,
              { verb: "confirmOral", ...about, revision: own?.revision ?? 0 },
              { main: true },
            ),
          ]
        : []),
      submitButton(
        positions.buttons.send,
        { verb: "saveAnswer", ...about, revision: own?.revision ?? 0 },
        { main: !isOral },
      ),
      submitButton(positions.buttons.show, { verb: "openPosition", ...about }),
      ...closing(view),
    ],
  });
}

function recuseForm(view: View, position: Position, told: Told): IAdaptiveCard {
  const { positions } = textsOf(view.language);
  const own = ownAnswer(view.state, position, view.viewer ?? "", view.directory);
  const about = { dialogueId: view.state.id, positionId: position.id };
  return formCard(view, {
    kicker: frame(view, position).kicker,
    title: positions.answer.recuseTitle,
    told,
    intro: positions.answer.recuseText,
    fields: [],
    actions: [
      submitButton(
        positions.answers.recuse,
        { verb: "answerPosition", ...about, answer: "recuse", revision: own?.revision ?? 0 },
        { main: true },
      ),
      submitButton(positions.buttons.back, { verb: "openAnswer", ...about }),
      ...closing(view),
    ],
  });
}

function cannotAnswer(view: View, position: Position, told: Told): IAdaptiveCard {
  const { positions } = textsOf(view.language);
  if (position.closed || told.problems)
    return positionCard(view, position.id, { place: "dialog", told, page: 0 });
  const recused = isRecused(position, view.viewer ?? "");
  const notice = recused ? positions.ask1.recusedText : positions.answer.membersOnly;
  return formCard(view, {
    ...frame(view, position),
    intro: notice,
    fields: [],
    notes: [positions.hidden, positions.notDecision],
    actions: [
      submitButton(positions.buttons.show, {
        verb: "openPosition",
        dialogueId: view.state.id,
        positionId: position.id,
      }),
      ...closing(view),
    ],
  });
}
