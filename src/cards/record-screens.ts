import type { IAdaptiveCard } from "@microsoft/teams.cards";
import type { Problem } from "../domain/rejection.ts";
import type { Pressed } from "./actions.ts";
import { confirmDecisionCard } from "./confirm-decision.ts";
import { decisionList } from "./decision-list.ts";
import { decisionRecord } from "./decision-record.ts";
import { dialogueDialog } from "./dialogue-card.ts";
import { correctionForm } from "./forms/correction-form.ts";
import type { Told } from "./forms/faults.ts";
import { itemForm } from "./forms/item-form.ts";
import { lifecycleForm } from "./forms/lifecycle-forms.ts";
import { matterPage, mattersDialog } from "./matters.ts";
import { personName } from "./naming.ts";
import { positionCard } from "./positions/position-card.ts";
import { aboutOf } from "./record-commands.ts";
import type { RecordOpening, RecordOrdering } from "./record-verbs.ts";
import { textsOf } from "./texts/texts.ts";
import type { View } from "./view.ts";
import { confirmerOf } from "../domain/group.ts";

/** A page about later decisions, a rest or a correction. `newId` becomes the id of what is made there. */
export function recordScreen(
  view: View,
  action: RecordOpening,
  newId: string,
  told: Told = {},
): IAdaptiveCard {
  switch (action.verb) {
    case "openMatters":
      return mattersDialog(view);
    case "openMatter":
      return matterPage(view, action.matter, newId, told);
    case "openDecisions":
      return decisionList(view, action.page);
    case "openLifecycle":
      return lifecycleForm(view, action.what, told);
    case "openCorrection":
      return correctionForm(view, aboutOf(action), newId, told);
  }
}

/** After an order the record as it is now. */
export function recordScreenAfter(view: View, action: RecordOrdering): IAdaptiveCard {
  const { forms, lifecycle } = textsOf(view.language);
  switch (action.verb) {
    case "registerMatter": {
      const decision = view.state.decisions.find(({ id }) => id === action.decisionId);
      const chair = decision && confirmerOf(view.state, decision);
      const who = chair === undefined ? "" : personName(view, chair);
      const notice = `${forms.register.registeredTitle}. ${forms.register.registeredText(who)}`;
      return dialogueDialog(view, { notice });
    }
    case "orderLifecycle":
      return dialogueDialog(view, { notice: lifecycle[action.what].done });
    case "saveCorrection":
      return corrected(view, action, { notice: lifecycle.correction.done });
  }
}

function corrected(
  view: View,
  { kind, id, correctionId }: Extract<RecordOrdering, { verb: "saveCorrection" }>,
  told: Told,
): IAdaptiveCard {
  if (kind === "item") return itemForm(view, { itemId: id }, correctionId, told);
  const decision = view.state.decisions.find((one) => one.id === id);
  if (kind === "position") return positionCard(view, id, { place: "dialog", told });
  return decision ? decisionRecord(view, decision, told) : dialogueDialog(view, told);
}

/** The form a refused order was sent from, filled in as it was. */
export function recordScreenRefused(
  view: View,
  { action, inputs }: Pick<Pressed, "inputs"> & { readonly action: RecordOrdering },
  problems: readonly Problem[],
): IAdaptiveCard {
  const told: Told = { problems, inputs };
  switch (action.verb) {
    case "registerMatter":
      return matterPage(view, action.matter, action.decisionId, { problems });
    case "orderLifecycle":
      return lifecycleForm(view, action.what, told);
    case "saveCorrection":
      return correctionForm(view, aboutOf(action), action.correctionId, told);
  }
}

/** A decision opened from a list or a card: asked about while it waits, a record once it is confirmed. */
export function decisionScreen(view: View, decisionId: string, told: Told): IAdaptiveCard {
  const decision = view.state.decisions.find(({ id }) => id === decisionId);
  return decision?.status === "confirmed"
    ? decisionRecord(view, decision, told)
    : confirmDecisionCard(view, decisionId, "dialog", told);
}
