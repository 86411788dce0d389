import type { IAdaptiveCard } from "@microsoft/teams.cards";
import { executeButton, openButton, submitButton } from "./actions.ts";
import { dialogueFacts } from "./decision-facts.ts";
import { fact } from "./elements.ts";
import type { Told } from "./forms/faults.ts";
import { dialogueTitle, personName, shortTitle } from "./naming.ts";
import { requestCard } from "./request-card.ts";
import { textsOf } from "./texts/texts.ts";
import type { Place, View } from "./view.ts";

/**
 * Asks the elected official named as initiator whether it is so (decisions.md §1.2); once answered or withdrawn, a
 * receipt. In a dialog everybody else is told whose answer is waited for.
 */
export function confirmInitiatorCard(view: View, place: Place, told: Told = {}): IAdaptiveCard {
  const { requests, cards } = textsOf(view.language);
  const words = requests.confirmInitiator;
  const { state } = view;
  const dialogueId = state.id;
  if (state.status === "withdrawn" || state.initiatorConfirmed) {
    const done = state.status !== "withdrawn";
    return requestCard(view, {
      ...(done ? { receipt: words.doneTitle } : { gone: words.goneTitle }),
      kicker: words.kicker,
      title: dialogueTitle(view),
      lines: [done ? words.doneText : words.goneText],
      told,
      actions: place === "dialog" ? closing(view) : done ? opening(view) : [],
    });
  }
  if (place === "dialog" && view.viewer !== state.initiator) return waiting(view, told);
  const act = place === "dialog" ? submitButton : executeButton;
  return requestCard(view, {
    ask: words.ask,
    kicker: `${words.kicker} · ${shortTitle(view)}`,
    title: words.title,
    lines: [words.text(personName(view, state.starter))],
    facts: [fact(requests.facts.dialogue, dialogueTitle(view)), ...dialogueFacts(view)],
    notes: [words.means, words.wrong],
    told,
    actions: [
      act(cards.buttons.thatIsRight, { verb: "confirmInitiator", dialogueId }, { main: true }),
      act(cards.buttons.withdraw, { verb: "withdrawDialogue", dialogueId }),
      ...(place === "dialog" ? closing(view) : opening(view)),
    ],
  });
}

function waiting(view: View, told: Told): IAdaptiveCard {
  const { requests, views, cards } = textsOf(view.language);
  const { state, viewer } = view;
  const withdraw = submitButton(cards.buttons.withdraw, {
    verb: "withdrawDialogue",
    dialogueId: state.id,
  });
  return requestCard(view, {
    kicker: requests.confirmInitiator.kicker,
    title: dialogueTitle(view),
    lines: [views.overview.waitingInitiator(personName(view, state.initiator))],
    told,
    actions: [...(viewer === state.starter ? [withdraw] : []), ...closing(view)],
  });
}

/** The way on from a card in a chat: the dialogue itself, in a dialog. */
export function opening({ state, language }: Pick<View, "state" | "language">) {
  const { buttons } = textsOf(language).cards;
  return [openButton(buttons.openDialogue, { verb: "openDialogue", dialogueId: state.id })];
}

export function closing({ language }: Pick<View, "language">) {
  return [submitButton(textsOf(language).cards.buttons.close, { verb: "closeDialog" })];
}
