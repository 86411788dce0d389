import type { IAdaptiveCard } from "@microsoft/teams.cards";
import { wordsOf } from "../domain/text.ts";
import type { DecisionId } from "../domain/value.ts";
import { openButton } from "./actions.ts";
import { opening } from "./confirm-initiator.ts";
import { shortened } from "./drawable.ts";
import { paragraphs } from "./elements.ts";
import { dialogueTitle, personName, shortTitle } from "./naming.ts";
import { requestCard } from "./request-card.ts";
import { textsOf } from "./texts/texts.ts";
import type { View } from "./view.ts";

/** Tells the one who registered a decision why it came back, and opens the same form again; a receipt once it is registered anew. */
export function decisionSentBackCard(view: View, decisionId: DecisionId): IAdaptiveCard {
  const { requests, cards } = textsOf(view.language);
  const words = requests.decisionSentBack;
  const { state } = view;
  const decision = state.decisions.find(({ id }) => id === decisionId);
  const anew = state.decisions
    .slice(state.decisions.findIndex(({ id }) => id === decisionId))
    .some(({ matter, status }) => matter === decision?.matter && status !== "sentBack");
  if (!decision || anew || state.status === "withdrawn")
    return requestCard(view, {
      ...(anew ? { receipt: words.doneTitle } : { gone: requests.confirmDecision.goneTitle }),
      kicker: cards.citizenDialogue,
      title: dialogueTitle(view),
      lines: [anew ? words.doneText : requests.confirmDecision.goneText],
      actions: opening(view),
    });
  const chair = decision.settledBy ?? state.initiator;
  return requestCard(view, {
    ask: words.ask,
    kicker: shortTitle(view),
    title: words.title,
    lines: [words.text(personName(view, chair))],
    boxes: decision.reason
      ? [
          {
            label: words.reason,
            lines: paragraphs(shortened(wordsOf(decision.reason, view.language), 3_000)),
          },
        ]
      : [],
    notes: [words.means],
    actions: [
      openButton(
        cards.buttons.register,
        decision.matter === "start"
          ? { verb: "openRegister", dialogueId: state.id }
          : { verb: "openMatter", dialogueId: state.id, matter: decision.matter },
        { main: true },
      ),
      ...opening(view),
    ],
  });
}
