import type { ActionArray, IAdaptiveCard } from "@microsoft/teams.cards";
import { maySettle } from "../domain/decisions.ts";
import type { FormalDecision } from "../domain/dialogue.ts";
import type { DecisionId } from "../domain/value.ts";
import { isFinal } from "../domain/warnings.ts";
import { executeButton, openButton, submitButton } from "./actions.ts";
import { closing, opening } from "./confirm-initiator.ts";
import { decisionFacts } from "./decision-facts.ts";
import { paragraphs } from "./elements.ts";
import type { Told } from "./forms/faults.ts";
import { formatsOf } from "./formats.ts";
import { dialogueTitle, personName, shortTitle } from "./naming.ts";
import { bytesOf } from "./render.ts";
import { requestCard } from "./request-card.ts";
import { shortened } from "./drawable.ts";
import { textsOf } from "./texts/texts.ts";
import { wordsOf } from "../domain/text.ts";
import type { Place, View } from "./view.ts";
import { warningBanner } from "./warning-banners.ts";

const MOST_FACT_BYTES = 17_000;

/**
 * Asks the chair named in a registration whether it agrees with the minutes: all its facts to read, Stämmer or Stämmer
 * inte (decisions.md §8.5). Once settled or replaced, a receipt. In a dialog others read the same without the buttons.
 */
export function confirmDecisionCard(
  view: View,
  decisionId: DecisionId,
  place: Place,
  told: Told = {},
): IAdaptiveCard {
  const decision = view.state.decisions.find(({ id }) => id === decisionId);
  if (!decision || view.state.status === "withdrawn") return gone(view, place, told);
  if (decision.status !== "registered") return settled(view, decision, place, told);
  const { requests } = textsOf(view.language);
  const words = requests.confirmDecision;
  const mayAct = place === "message" || maySettles(view, decision);
  return requestCard(view, {
    ...(mayAct ? { ask: words.ask } : {}),
    kicker: shortTitle(view),
    title: words.title,
    lines: [words.text(personName(view, decision.registeredBy))],
    facts: factsThatFit(view, decision),
    notes: mayAct ? [words.means] : [],
    warnings: isFinal(view.state) ? [] : [warningBanner(view.language, "W-NOT-FINAL")],
    told,
    actions: actionsOf(view, decision, place, mayAct),
  });
}

function maySettles({ state, viewer, directory }: View, decision: FormalDecision): boolean {
  return viewer !== undefined && maySettle(state, decision, viewer, { directory });
}

function actionsOf(
  view: View,
  decision: FormalDecision,
  place: Place,
  mayAct: boolean,
): ActionArray {
  const { buttons } = textsOf(view.language).cards;
  const ids = { dialogueId: view.state.id, decisionId: decision.id };
  if (place === "message")
    return [
      executeButton(buttons.right, { verb: "confirmDecision", ...ids }, { main: true }),
      openButton(buttons.wrong, { verb: "openSendBack", ...ids }),
      ...opening(view),
    ];
  if (!mayAct) return closing(view);
  return [
    submitButton(buttons.right, { verb: "confirmDecision", ...ids }, { main: true }),
    submitButton(buttons.wrong, { verb: "openSendBack", ...ids }),
    ...closing(view),
  ];
}

/** The whole decision to read, its long texts cut only as far as one card demands. */
function factsThatFit(view: View, { facts }: FormalDecision) {
  const attempts = [5_000, 2_500, 1_000, 300, 80].map((most) => decisionFacts(view, facts, most));
  return attempts.find((one) => bytesOf(one) <= MOST_FACT_BYTES) ?? attempts.at(-1) ?? [];
}

function settled(view: View, decision: FormalDecision, place: Place, told: Told): IAdaptiveCard {
  const { requests } = textsOf(view.language);
  const words = requests.confirmDecision;
  const confirmed = decision.status === "confirmed";
  const when = decision.settledAt;
  return requestCard(view, {
    receipt: confirmed ? words.yesTitle : words.noTitle,
    kicker: shortTitle(view),
    title: dialogueTitle(view),
    lines: [confirmed ? words.yesText : words.noText],
    boxes:
      decision.reason === undefined
        ? []
        : [
            {
              label: requests.decisionSentBack.reason,
              lines: paragraphs(shortened(wordsOf(decision.reason, view.language), 1_000)),
            },
          ],
    facts: confirmed ? decisionFacts(view, decision.facts, 200).slice(0, 6) : [],
    notes: when === undefined ? [] : [words.when(formatsOf(view.language).moment(when))],
    told,
    actions: place === "dialog" ? closing(view) : opening(view),
  });
}

function gone(view: View, place: Place, told: Told): IAdaptiveCard {
  const words = textsOf(view.language).requests.confirmDecision;
  return requestCard(view, {
    receipt: words.goneTitle,
    kicker: shortTitle(view),
    title: dialogueTitle(view),
    lines: [words.goneText],
    told,
    actions: place === "dialog" ? closing(view) : [],
  });
}
