import type { IAdaptiveCard } from "@microsoft/teams.cards";
import type { ActionOf } from "./actions.ts";
import { datesPage } from "./dates-page.ts";
import { dialogueDialog } from "./dialogue-card.ts";
import { diaryPage, registrationForm } from "./diary-page.ts";
import type { Told } from "./forms/faults.ts";
import { cancelForm, moveForm } from "./occasion-forms.ts";
import { occasionPage } from "./occasion-page.ts";
import { textsOf } from "./texts/texts.ts";
import type { TimeOpening, TimeOrdering } from "./time-verbs.ts";
import type { View } from "./view.ts";

/** The page; the dialogue's own when what it is about is gone. */
export function timeScreen(view: View, action: TimeOpening, told: Told = {}): IAdaptiveCard {
  switch (action.verb) {
    case "openOccasion":
      return occasionPage(view, action.occasionId, told) ?? dialogueDialog(view, told);
    case "openMoveOccasion":
      return moveForm(view, action.occasionId, told) ?? dialogueDialog(view, told);
    case "openCancelOccasion":
      return cancelForm(view, action.occasionId, told) ?? dialogueDialog(view, told);
    case "openDates":
      return datesPage(view, action.page);
    case "openDiary":
      return diaryPage(view, action.page, told);
    case "openRegistration":
      return registrationForm(view, action.record, action.page, told);
  }
}

/** The page after it went through. */
export function timeScreenAfter(view: View, action: TimeOrdering): IAdaptiveCard {
  const { occasion, diary } = textsOf(view.language).time;
  switch (action.verb) {
    case "moveOccasion":
      return timeScreen(view, opening(action), { notice: occasion.moved });
    case "cancelOccasion":
      return timeScreen(view, opening(action), { notice: occasion.wasCancelled });
    case "registerRecord":
      return diaryPage(view, action.page, { notice: diary.marked });
  }
}

function opening({ dialogueId, occasionId }: ActionOf<"moveOccasion" | "cancelOccasion">) {
  return { verb: "openOccasion", dialogueId, occasionId } as const;
}

/** The form again, as it was filled in, with what was wrong. */
export function timeScreenRefused(view: View, action: TimeOrdering, told: Told): IAdaptiveCard {
  const dialogueId = view.state.id;
  switch (action.verb) {
    case "moveOccasion":
      return timeScreen(view, { ...action, verb: "openMoveOccasion" }, told);
    case "cancelOccasion":
      return timeScreen(view, { ...action, verb: "openCancelOccasion" }, told);
    case "registerRecord": {
      const { record, page } = action;
      return timeScreen(view, { verb: "openRegistration", dialogueId, record, page }, told);
    }
  }
}
