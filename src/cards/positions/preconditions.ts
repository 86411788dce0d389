import type { IAdaptiveCard } from "@microsoft/teams.cards";
import { problemsAt } from "../../domain/gates.ts";
import { findItem } from "../../domain/template.ts";
import { submitButton } from "../actions.ts";
import { closing } from "../confirm-initiator.ts";
import { neutral } from "../drawable.ts";
import type { Told } from "../forms/faults.ts";
import { formCard, problemBanner } from "../forms/form-card.ts";
import { itemTitle, shortTitle } from "../naming.ts";
import { textsOf } from "../texts/texts.ts";
import type { View } from "../view.ts";

/** The item that nobody fills in: the gates say what it holds (process.md §4.5). */
export const PRECONDITIONS = "check.preconditions";

/** Everything that is missing before the invitation may go out, gate by gate, with who can put it right. */
export function preconditionsPage(view: View, told: Told = {}): IAdaptiveCard {
  const { cards, positions } = textsOf(view.language);
  const { state, template } = view;
  const item = findItem(template, PRECONDITIONS)?.item;
  const isDone = state.gates.G5 !== undefined;
  const problems = isDone
    ? []
    : (["G4b", "G4c", "G5"] as const).flatMap((gate) => problemsAt(state, gate, template));
  return formCard(view, {
    kicker: shortTitle(view),
    title: item ? neutral(itemTitle(view, item)) : positions.kicker,
    ...(isDone ? { mark: cards.done, markStyle: "Good" as const } : {}),
    told,
    banners: problems.map((problem) => problemBanner(view, problem)),
    intro: isDone ? positions.preconditions.done : positions.preconditions.intro,
    fields: [],
    actions: [
      submitButton(cards.buttons.toStep, {
        verb: "openStep",
        dialogueId: state.id,
        stepId: "checkpoint",
      }),
      ...closing(view),
    ],
  });
}
