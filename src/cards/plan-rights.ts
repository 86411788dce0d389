import type { IAdaptiveCard } from "@microsoft/teams.cards";
import { rolesOf } from "../domain/permissions.ts";
import { submitButton } from "./actions.ts";
import { icon } from "./elements.ts";
import { banner, strong } from "./elements.ts";
import { formCard } from "./forms/form-card.ts";
import { shortTitle } from "./naming.ts";
import { textsOf } from "./texts/texts.ts";
import type { View } from "./view.ts";

/** While the plan is in work it is for those with a role; once approved it is for everybody in the channel (decisions.md §3.1). */
export function mayReadPlan({ state, viewer, directory }: View): boolean {
  if (state.gates.G5 !== undefined) return true;
  return viewer !== undefined && rolesOf(state, viewer, directory).size > 0;
}

/** What everybody else is shown meanwhile. */
export function planHidden(view: View): IAdaptiveCard {
  const { planPages, cards } = textsOf(view.language);
  const dialogueId = view.state.id;
  return formCard(view, {
    kicker: shortTitle(view),
    title: planPages.title,
    banners: [banner("emphasis", icon("LockClosed", "🔒"), [strong(planPages.inWork)])],
    intro: planPages.hidden,
    fields: [],
    actions: [
      submitButton(cards.buttons.toDialogue, { verb: "openDialogue", dialogueId }),
      submitButton(cards.buttons.close, { verb: "closeDialog" }),
    ],
  });
}
