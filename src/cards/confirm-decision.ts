import type { ActionArray, IAdaptiveCard } from "@microsoft/teams.cards";
import { isApproved } from "../domain/decision-matters.ts";
import { maySettle } from "../domain/decisions.ts";
import type { FormalDecision } from "../domain/dialogue.ts";
import { confirmerOf } from "../domain/group.ts";
import type { DecisionId } from "../domain/value.ts";
import { executeButton, openButton, submitButton } from "./actions.ts";
import { closing, opening } from "./confirm-initiator.ts";
import { decisionFacts } from "./decision-facts.ts";
import { paragraphs } from "./elements.ts";
import type { Told } from "./forms/faults.ts";
import { formatsOf } from "./formats.ts";
import { dialogueTitle, personName, shortTitle, withShortNames } from "./naming.ts";
import { requestCard } from "./request-card.ts";
import { shortened } from "./drawable.ts";
import { textsOf } from "./texts/texts.ts";
import { wordsOf } from "../domain/text.ts";
import type { Place, View } from "./view.ts";
import { warningBanner } from "./warning-banners.ts";

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
  const asked = (words: number, names: number) => () =>
    question(withShortNames(view, names), decision, { place, told, words });
  return requestCard(view, asked(5_000, 80)(), asked(2_000, 80), asked(500, 40), asked(80, 20));
}

type Asked = { readonly place: Place; readonly told: Told; readonly words: number };

/** The whole decision to read, its long texts cut only as far as one card demands. */
function question(view: View, decision: FormalDecision, { place, told, words: most }: Asked) {
  const words = textsOf(view.language).requests.confirmDecision;
  const mayAct = place === "message" || maySettles(view, decision);
  const registrar = personName(view, decision.registeredBy);
  return {
    ...(mayAct ? { ask: words.ask } : {}),
    kicker: shortTitle(view),
    title: mayAct ? words.title : words.readTitle,
    lines: [mayAct ? words.text(registrar) : words.readText(registrar, chairOf(view, decision))],
    facts: decisionFacts(view, decision, most),
    notes: mayAct ? [meansOf(view, decision)] : [],
    warnings: isApproved(view.state, decision) ? [] : [warningBanner(view.language, "W-NOT-FINAL")],
    told,
    actions: actionsOf(view, decision, place, mayAct),
  };
}

/** What follows when the chair confirms, by what the decision is about. */
function meansOf({ language }: View, { matter }: FormalDecision): string {
  const { requests, decisions } = textsOf(language);
  return matter === "start" ? requests.confirmDecision.means : decisions.matters[matter].follows;
}

function doneOf({ language }: View, { matter }: FormalDecision): string {
  const { requests, decisions } = textsOf(language);
  return matter === "start" ? requests.confirmDecision.yesText : decisions.matters[matter].done;
}

/** The chair the registration names, or its role where that is no person. */
function chairOf(view: View, decision: FormalDecision): string {
  const chair = confirmerOf(view.state, decision);
  return chair !== undefined ? personName(view, chair) : textsOf(view.language).roles.steeringChair;
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

function settled(view: View, decision: FormalDecision, place: Place, told: Told): IAdaptiveCard {
  const { requests, cards } = textsOf(view.language);
  const words = requests.confirmDecision;
  const confirmed = decision.status === "confirmed";
  const when = decision.settledAt;
  const mine = view.viewer === undefined || decision.settledBy === view.viewer;
  const yes = mine ? words.yesTitle : words.yesReadTitle;
  const no = mine ? words.noTitle : words.noReadTitle;
  return requestCard(view, {
    receipt: confirmed ? yes : no,
    kicker: cards.citizenDialogue,
    title: dialogueTitle(view),
    lines: [confirmed ? doneOf(view, decision) : words.noText],
    boxes:
      decision.reason === undefined
        ? []
        : [
            {
              label: requests.decisionSentBack.reason,
              lines: paragraphs(shortened(wordsOf(decision.reason, view.language), 1_000)),
            },
          ],
    facts: confirmed ? decisionFacts(view, decision, 200).slice(0, 6) : [],
    notes: when === undefined ? [] : [words.when(formatsOf(view.language).moment(when))],
    told,
    actions: place === "dialog" ? closing(view) : opening(view),
  });
}

function gone(view: View, place: Place, told: Told): IAdaptiveCard {
  const { requests, cards } = textsOf(view.language);
  const words = requests.confirmDecision;
  return requestCard(view, {
    gone: words.goneTitle,
    kicker: cards.citizenDialogue,
    title: dialogueTitle(view),
    lines: [words.goneText],
    told,
    actions: place === "dialog" ? closing(view) : [],
  });
}
