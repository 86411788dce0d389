import type { IAdaptiveCard } from "@microsoft/teams.cards";
import { isApproved, minutesItemOf } from "../domain/decision-matters.ts";
import type { FormalDecision } from "../domain/dialogue.ts";
import { isText, wordsOf } from "../domain/text.ts";
import { localDateOf } from "../domain/time.ts";
import { submitButton } from "./actions.ts";
import { closing } from "./confirm-initiator.ts";
import { correctButtons, correctionFacts } from "./corrections.ts";
import { factsOf } from "./deadline-rows.ts";
import { decisionFacts } from "./decision-facts.ts";
import { neutral } from "./drawable.ts";
import { banner, icon, strong } from "./elements.ts";
import type { Told } from "./forms/faults.ts";
import { formatsOf } from "./formats.ts";
import { decisionMark, personName, shortTitle, withShortNames } from "./naming.ts";
import { requestCard } from "./request-card.ts";
import { textsOf } from "./texts/texts.ts";
import type { View } from "./view.ts";
import { warningBanner } from "./warning-banners.ts";

/** A confirmed decision to read: all it says, how far its minutes have come, who registered and confirmed it, its corrections beside it. */
export function decisionRecord(
  view: View,
  decision: FormalDecision,
  told: Told = {},
): IAdaptiveCard {
  const drawn = (words: number, names: number) => () =>
    partsOf(withShortNames(view, names), decision, words, told);
  return requestCard(view, drawn(3_000, 80)(), drawn(1_000, 80), drawn(300, 40), drawn(80, 20));
}

function partsOf(view: View, decision: FormalDecision, words: number, told: Told) {
  const { decisions, requests } = textsOf(view.language);
  const { list, record } = decisions;
  const { shortDate, moment } = formatsOf(view.language);
  const number = view.state.decisions.indexOf(decision) + 1;
  const mark = decisionMark(view, decision);
  const meeting = decision.facts.meetingDate;
  const about = { kind: "decision", decisionId: decision.id } as const;
  return {
    kicker: `${shortTitle(view)} · ${list.formalMark(number)}`,
    title: neutral(typeof meeting === "string" ? `${mark}, ${shortDate(meeting)}` : mark),
    told,
    warnings: [
      ...(isApproved(view.state, decision) ? [] : [warningBanner(view.language, "W-NOT-FINAL")]),
      ...(decision.facts.decidedUnder === "urgent_chair"
        ? [banner("warning", icon("Warning", "!"), [strong(record.urgent)])]
        : []),
    ],
    lines: [matterTitle(view, decision)],
    boxes: correctionFacts(view, about),
    facts: [...decisionFacts(view, decision, words), ...factsOf(view, decision, false)],
    notes: [
      ...(decision.settledAt === undefined || decision.settledBy === undefined
        ? []
        : [
            textsOf(view.language).decisions.list.by(
              personName(view, decision.registeredBy),
              personName(view, decision.settledBy),
              shortDate(localDateOf(decision.settledAt)),
            ),
            requests.confirmDecision.when(moment(decision.settledAt)),
          ].slice(0, 1)),
      record.final,
    ],
    actions: [
      submitButton(record.followMinutes, {
        verb: "openItem",
        dialogueId: view.state.id,
        itemId: minutesItemOf(decision),
      }),
      ...correctButtons(view, about),
      submitButton(record.toList, { verb: "openDecisions", dialogueId: view.state.id }),
      ...closing(view),
    ],
  };
}

/** What the decision is about, in a few words. */
export function matterTitle(
  { language }: Pick<View, "language">,
  decision: FormalDecision,
): string {
  const { timeline, decisions } = textsOf(language);
  if (decision.matter === "start") return capital(timeline.matters.start);
  return decisions.matters[decision.matter].title;
}

export function dnrOf({ facts }: FormalDecision, language: View["language"]): string {
  return isText(facts.dnr) ? wordsOf(facts.dnr, language) : "";
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase("sv") + text.slice(1);
}
