import type { IAdaptiveCard } from "@microsoft/teams.cards";
import { INTERNAL_ITEM } from "../domain/evaluation/internal-answer.ts";
import type { Problem } from "../domain/rejection.ts";
import type { Action, Pressed, Verb } from "./actions.ts";
import { confirmDecisionCard } from "./confirm-decision.ts";
import { confirmInitiatorCard } from "./confirm-initiator.ts";
import { dialogueDialog } from "./dialogue-card.ts";
import { internalEvaluationPage } from "./evaluation/internal-form.ts";
import type { Told } from "./forms/faults.ts";
import { itemForm } from "./forms/item-form.ts";
import { SUMMARY_PAGE } from "./forms/pages.ts";
import { registerForm } from "./forms/register-form.ts";
import { rowForm } from "./forms/row-form.ts";
import { sendBackForm } from "./forms/send-back-form.ts";
import { snoozeForm } from "./forms/snooze-form.ts";
import { triageForm } from "./forms/triage-form.ts";
import { afterItem, afterRow, refusedRow, stepOfItem } from "./item-screens.ts";
import { personName } from "./naming.ts";
import { planPages } from "./plan-pages.ts";
import {
  positionScreen,
  positionScreenAfter,
  positionScreenRefused,
} from "./positions/position-screens.ts";
import { PRECONDITIONS, preconditionsPage } from "./positions/preconditions.ts";
import {
  isPositionOpening,
  isPositionOrdering,
  type PositionOpening,
  type PositionOrdering,
} from "./positions/position-verbs.ts";
import { promisesPage } from "./promises.ts";
import { publicPages } from "./public-pages.ts";
import {
  decisionScreen,
  recordScreen,
  recordScreenAfter,
  recordScreenRefused,
} from "./record-screens.ts";
import {
  isRecordOpening,
  isRecordOrdering,
  type RecordOpening,
  type RecordOrdering,
} from "./record-verbs.ts";
import { stepDialog } from "./step.ts";
import { targetMap } from "./target-map.ts";
import { taskScreen, taskScreenAfter, taskScreenRefused } from "./task-screens.ts";
import {
  isTaskOpening,
  isTaskOrdering,
  type TaskOpening,
  type TaskOrdering,
} from "./task-verbs.ts";
import { textsOf } from "./texts/texts.ts";
import { timeScreen, timeScreenAfter, timeScreenRefused } from "./time-screens.ts";
import {
  isTimeOpening,
  isTimeOrdering,
  type TimeOpening,
  type TimeOrdering,
} from "./time-verbs.ts";
import { roleScreen, roleScreenAfter, roleScreenRefused } from "./role-screens.ts";
import {
  isRoleOpening,
  isRoleOrdering,
  type RoleOpening,
  type RoleOrdering,
} from "./role-verbs.ts";
import { triageResultCard } from "./triage-result.ts";
import type { View } from "./view.ts";

type ActionWith<V extends Verb> = Extract<Action, { verb: V }>;
/** What shows a page of one dialogue's dialog. */
export type Opening =
  | ActionWith<
      | "openTriage"
      | "openStep"
      | "openItem"
      | "openRow"
      | "openRegister"
      | "openSendBack"
      | "openInitiator"
      | "openDecision"
      | "openDialogue"
      | "openPlan"
      | "openMap"
      | "openText"
      | "openPromises"
      | "openSnooze"
    >
  | RecordOpening
  | TaskOpening
  | PositionOpening
  | TimeOpening
  | RoleOpening;
/** What changes one dialogue, from a page of a dialog or from a card. */
export type Ordering =
  | ActionWith<
      | "saveTriage"
      | "saveItem"
      | "saveRegister"
      | "putRow"
      | "removeRow"
      | "fixItem"
      | "registerDecision"
      | "sendBackDecision"
      | "confirmDecision"
      | "confirmInitiator"
      | "withdrawDialogue"
      | "playRole"
      | "snoozeReminders"
    >
  | RecordOrdering
  | TaskOrdering
  | PositionOrdering
  | TimeOrdering
  | RoleOrdering;

/** The page a button opens, as the viewer may have it. `newId` becomes the id of what is made there, a row or a decision. */
export function screenOf(
  view: View,
  action: Opening,
  newId: string,
  told: Told = {},
): IAdaptiveCard {
  if (isTaskOpening(action)) return taskScreen(view, action, newId, told);
  if (isPositionOpening(action)) return positionScreen(view, action, newId, told);
  if (isTimeOpening(action)) return timeScreen(view, action, told);
  if (isRoleOpening(action)) return roleScreen(view, action, told);
  if (isRecordOpening(action)) return recordScreen(view, action, newId, told);
  switch (action.verb) {
    case "openTriage":
      return triageForm(view, action.page, told);
    case "openStep":
      return action.stepId === "triage" && view.state.triage
        ? triageResultCard(view, "dialog", told)
        : stepDialog(view, action.stepId, action.page, told);
    case "openItem":
      if (action.itemId === PRECONDITIONS) return preconditionsPage(view, told);
      return action.itemId === INTERNAL_ITEM
        ? internalEvaluationPage(view, told)
        : itemForm(view, placeOf(action), newId, told);
    case "openRow":
      return (
        rowForm(view, { ...action, page: action.page ?? 0, back: action.back ?? 0 }, told) ??
        dialogueDialog(view, told)
      );
    case "openRegister":
      return registerForm(view, action.page, newId, told);
    case "openSendBack":
      return sendBackForm(view, action.decisionId, told);
    case "openInitiator":
      return confirmInitiatorCard(view, "dialog", told);
    case "openDecision":
      return decisionScreen(view, action.decisionId, told);
    case "openDialogue":
      return dialogueDialog(view, told);
    case "openPlan":
      return planPages(view, action.page);
    case "openMap":
      return targetMap(view, action.page);
    case "openText":
      return publicPages(view, action.text);
    case "openPromises":
      return promisesPage(view);
    case "openSnooze":
      return snoozeForm(view, told);
  }
}

function placeOf(action: ActionWith<"openItem">) {
  const { itemId, page, row } = action;
  return { itemId, ...(page === undefined ? {} : { page }), ...(row === undefined ? {} : { row }) };
}

/** The page after an order went through, on the dialogue as it is now; undefined closes the dialog. */
export function screenAfter(
  view: View,
  action: Ordering,
  newId: string,
): IAdaptiveCard | undefined {
  if (isTaskOrdering(action)) return taskScreenAfter(view, action);
  if (isPositionOrdering(action)) return positionScreenAfter(view, action, newId);
  if (isTimeOrdering(action)) return timeScreenAfter(view, action);
  if (isRoleOrdering(action)) return roleScreenAfter(view, action);
  if (isRecordOrdering(action)) return recordScreenAfter(view, action);
  const { views, forms } = textsOf(view.language);
  const dialogueId = view.state.id;
  const saved: Told = { notice: views.step.saved };
  switch (action.verb) {
    case "saveTriage":
      if (action.after === "close") return undefined;
      return triageForm(view, action.page + 1, saved);
    case "saveItem":
      return afterItem(view, action, newId, saved);
    case "saveRegister":
      return action.after === "close"
        ? undefined
        : registerForm(view, action.page + 1, newId, saved);
    case "putRow":
      return afterRow(view, action, newId, saved);
    case "removeRow":
      return itemForm(view, { itemId: action.itemId, page: action.back ?? 0 }, newId, saved);
    case "fixItem":
      return stepOfItem(view, action.itemId, { notice: views.step.fixed });
    case "registerDecision": {
      const chair = view.state.decisions.find(({ id }) => id === action.decisionId)?.facts.chair;
      const who = typeof chair === "string" ? personName(view, chair) : "";
      const notice = `${forms.register.registeredTitle}. ${forms.register.registeredText(who)}`;
      return screenOf(view, { verb: "openDialogue", dialogueId }, newId, { notice });
    }
    case "sendBackDecision":
    case "confirmDecision":
      return confirmDecisionCard(view, action.decisionId, "dialog");
    case "confirmInitiator":
    case "withdrawDialogue":
      return confirmInitiatorCard(view, "dialog");
    case "snoozeReminders":
      return dialogueDialog(view, { notice: textsOf(view.language).reach.snooze.done });
    case "playRole":
      return dialogueDialog(view);
  }
}

/** The page a refused order was sent from, filled in as it was, with what was wrong beside the fields (decisions.md §5.7). */
export function screenRefused(
  view: View,
  { action, inputs }: Pressed & { readonly action: Ordering },
  problems: readonly Problem[],
  newId: string,
): IAdaptiveCard {
  if (isTaskOrdering(action)) return taskScreenRefused(view, { action, inputs }, problems);
  if (isPositionOrdering(action)) return positionScreenRefused(view, { action, inputs }, problems);
  if (isRecordOrdering(action)) return recordScreenRefused(view, { action, inputs }, problems);
  const told: Told = { problems, inputs };
  if (isTimeOrdering(action)) return timeScreenRefused(view, action, told);
  if (isRoleOrdering(action)) return roleScreenRefused(view, action, told);
  const refusal: Told = { problems };
  const dialogueId = view.state.id;
  switch (action.verb) {
    case "saveTriage":
      return triageForm(view, action.page, told);
    case "saveItem":
      return itemForm(view, { itemId: action.itemId, page: action.page }, newId, told);
    case "saveRegister":
      return registerForm(view, action.page, newId, told);
    case "putRow":
      return refusedRow(view, action, told);
    case "sendBackDecision":
      return sendBackForm(view, action.decisionId, told);
    case "snoozeReminders":
      return snoozeForm(view, told);
    case "registerDecision":
      return registerForm(view, SUMMARY_PAGE, action.decisionId, refusal);
    case "removeRow":
    case "fixItem":
      return itemForm(view, { itemId: action.itemId }, newId, refusal);
    case "confirmDecision":
      return confirmDecisionCard(view, action.decisionId, "dialog", refusal);
    case "confirmInitiator":
      return confirmInitiatorCard(view, "dialog", refusal);
    case "withdrawDialogue":
    case "playRole":
      return screenOf(view, { verb: "openDialogue", dialogueId }, newId, refusal);
  }
}
