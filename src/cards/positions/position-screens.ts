import type { IAdaptiveCard } from "@microsoft/teams.cards";
import { positionOf } from "../../domain/position-state.ts";
import type { Problem } from "../../domain/rejection.ts";
import type { Pressed } from "../actions.ts";
import { dialogueDialog } from "../dialogue-card.ts";
import type { Told } from "../forms/faults.ts";
import { textsOf } from "../texts/texts.ts";
import type { View } from "../view.ts";
import { answerForm } from "./answer-form.ts";
import { commentsPage } from "./comments.ts";
import { closeForm, oralForm, reopenForm, substituteForm } from "./lead-forms.ts";
import { overrideForm } from "./override-form.ts";
import { positionCard } from "./position-card.ts";
import { positionList } from "./position-list.ts";
import type { PositionOpening, PositionOrdering } from "./position-verbs.ts";
import { askForm, consensusForm } from "./put-forms.ts";

/** A page about the group's positions. `newId` becomes the id of the position or comment that is made there. */
export function positionScreen(
  view: View,
  action: PositionOpening,
  newId: string,
  told: Told = {},
): IAdaptiveCard {
  switch (action.verb) {
    case "openPositions":
      return positionList(view, action.page, told);
    case "openPosition":
      return positionCard(view, action.positionId, {
        place: "dialog",
        told,
        page: action.page ?? 0,
      });
    case "openAsk":
      return askForm(view, { newId, matter: action.matter, told });
    case "openConsensus":
      return consensusForm(view, { newId, matter: action.matter, told });
    case "openAnswer":
      return answerForm(view, action.positionId, action.answer, told);
    case "openComments":
      return commentsPage(view, { ...action, newId }, told);
    case "openOral":
      return oralForm(view, { positionId: action.positionId, told });
    case "openSubstitute":
      return substituteForm(view, { positionId: action.positionId, told });
    case "openClosePosition":
      return closeForm(view, { positionId: action.positionId, told });
    case "openReopen":
      return reopenForm(view, { positionId: action.positionId, told });
    case "openOverride":
      return overrideForm(view, told);
  }
}

/** After an order the position as it is now, with what was done. */
export function positionScreenAfter(
  view: View,
  action: PositionOrdering,
  newId: string,
): IAdaptiveCard {
  const { positions } = textsOf(view.language);
  if (action.verb === "overrideGate")
    return dialogueDialog(view, { notice: positions.override.done });
  const { positionId } = action;
  const shown = (notice?: string) =>
    positionCard(view, positionId, {
      place: "dialog",
      page: 0,
      ...(notice === undefined ? {} : { told: { notice } }),
    });
  switch (action.verb) {
    case "answerPosition":
    case "saveAnswer":
    case "confirmOral":
      return shown(positionOf(view.state, positionId)?.closed ? undefined : positions.ask1.saved);
    case "commentPosition":
      return commentsPage(view, { positionId, newId }, { notice: positions.comments.sent });
    case "askPosition":
      return shown(positions.ask.sent);
    case "logOral":
      return shown(positions.oral.sent);
    case "callSubstitute":
      return shown(positions.substitute.sent);
    case "reopenPosition":
      return shown(positions.reopen.sent);
    case "recordConsensus":
    case "closePosition":
      return shown();
  }
}

/** The page a refused order was sent from, as it was filled in, on the position as it is now. */
export function positionScreenRefused(
  view: View,
  { action, inputs }: Pressed & { readonly action: PositionOrdering },
  problems: readonly Problem[],
): IAdaptiveCard {
  const told: Told = { problems, inputs };
  if (action.verb === "overrideGate") return overrideForm(view, told);
  const { positionId } = action;
  switch (action.verb) {
    case "answerPosition":
    case "confirmOral":
      return answerForm(view, positionId, undefined, { problems });
    case "saveAnswer":
      return answerForm(view, positionId, undefined, told);
    case "askPosition":
      return askForm(view, { newId: positionId, matter: undefined, told });
    case "recordConsensus":
      return consensusForm(view, { newId: positionId, matter: undefined, told });
    case "commentPosition":
      return commentsPage(view, { positionId, newId: action.commentId }, told);
    case "logOral":
      return oralForm(view, { positionId, told });
    case "callSubstitute":
      return substituteForm(view, { positionId, told });
    case "closePosition":
      return closeForm(view, { positionId, told: { problems } });
    case "reopenPosition":
      return reopenForm(view, { positionId, told });
  }
}
