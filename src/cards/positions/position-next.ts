import type { ISubmitAction } from "@microsoft/teams.cards";
import { problemsAt } from "../../domain/gates.ts";
import type { Dialogue } from "../../domain/dialogue.ts";
import type { PositionAction } from "../../domain/position-actions.ts";
import { whyNotPut } from "../../domain/position-rights.ts";
import { ownAnswer, positionOf } from "../../domain/position-state.ts";
import type { Step } from "../../domain/template.ts";
import type { Action, openButton, submitButton } from "../actions.ts";
import { textsOf } from "../texts/texts.ts";
import type { View } from "../view.ts";

/** What waits in a position, in a few words. A row in the channel says only that answers are waited for, never whose (decisions.md §3.3). */
export function positionTitle(view: View, action: PositionAction): string {
  const { next } = textsOf(view.language).positions;
  switch (action.what) {
    case "answerPosition":
      return confirmsOral(view, action.positionId) ? next.confirmOral : next.answer;
    case "closePosition":
      return next.close;
    case "reopenPosition":
      return next.reopen;
    case "askPosition":
      return next.ask;
    case "overrideGate":
      return next.override;
  }
}

function confirmsOral({ state, viewer, directory }: View, positionId: string): boolean {
  const position = positionOf(state, positionId);
  if (!position || viewer === undefined) return false;
  return ownAnswer(state, position, viewer, directory)?.oral === "logged";
}

/** The same on a button. */
export function positionButton(view: View, action: PositionAction): string {
  const { mainButtons, buttons } = textsOf(view.language).positions;
  switch (action.what) {
    case "answerPosition":
      return mainButtons.answer;
    case "closePosition":
      return buttons.close;
    case "reopenPosition":
      return buttons.reopen;
    case "askPosition":
      return mainButtons.ask;
    case "overrideGate":
      return buttons.override;
  }
}

/** The page where it is done. */
export function positionOpening({ state }: View, action: PositionAction): Action {
  const dialogueId = state.id;
  switch (action.what) {
    case "answerPosition":
      return { verb: "openAnswer", dialogueId, positionId: action.positionId };
    case "closePosition":
      return { verb: "openClosePosition", dialogueId, positionId: action.positionId };
    case "reopenPosition":
      return { verb: "openReopen", dialogueId, positionId: action.positionId };
    case "askPosition":
      return { verb: "openAsk", dialogueId, matter: "proposal" };
    case "overrideGate":
      return { verb: "openOverride", dialogueId };
  }
}

/** Items of the checkpoint whose facts are those of the group's position. */
export function checkpointOpening(state: Dialogue, itemId: string): Action | undefined {
  const dialogueId = state.id;
  if (itemId !== "check.vote" && itemId !== "check.review") return undefined;
  const newest = state.positions.findLast(({ matter }) => matter === "proposal");
  if (!newest)
    return itemId === "check.vote"
      ? { verb: "openAsk", dialogueId, matter: "proposal" }
      : undefined;
  const positionId = newest.id;
  return itemId === "check.vote"
    ? { verb: "openPosition", dialogueId, positionId }
    : { verb: "openComments", dialogueId, positionId };
}

/** On the cards of planning and checkpoint: going on without a part of the plan, and asking the group once it is whole. */
export function checkpointButtons(
  { state, template, language }: View,
  { id }: Step,
  button: typeof openButton | typeof submitButton,
): readonly ISubmitAction[] {
  const { buttons, mainButtons } = textsOf(language).positions;
  const dialogueId = state.id;
  const isAsked = state.positions.some(({ matter, closed }) => matter === "proposal" && !closed);
  if ((id !== "planning" && id !== "checkpoint") || state.gates.G4a === undefined) return [];
  if (state.gates.G5 !== undefined || isAsked || state.status !== "active") return [];
  if (problemsAt(state, "G4b", template).length > 0) return [];
  if (problemsAt(state, "G4c", template).length > 0)
    return [button(buttons.override, { verb: "openOverride", dialogueId })];
  return whyNotPut(state, template).length > 0
    ? []
    : [
        button(
          mainButtons.ask,
          { verb: "openAsk", dialogueId, matter: "proposal" },
          { main: true },
        ),
      ];
}
