import { randomUUID } from "node:crypto";
import type { IAdaptiveCard } from "@microsoft/teams.cards";
import { appointCard } from "../cards/appoint.ts";
import { confirmDecisionCard } from "../cards/confirm-decision.ts";
import { confirmInitiatorCard } from "../cards/confirm-initiator.ts";
import { decisionSentBackCard } from "../cards/decision-sent-back.ts";
import { internalEvaluationCard } from "../cards/evaluation/internal-card.ts";
import { helloCard } from "../cards/hello.ts";
import { type MorningPart, morningCard } from "../cards/morning.ts";
import { overviewCard } from "../cards/overview.ts";
import { movedAwayCard, placeLostCard } from "../cards/moving.ts";
import { pointerCard, shortCard } from "../cards/notices.ts";
import { answerCard } from "../cards/positions/answer-card.ts";
import { personLeftCard, roleToldCard, standInCard } from "../cards/role-told.ts";
import { positionCard } from "../cards/positions/position-card.ts";
import { stepCard } from "../cards/step.ts";
import { taskCard } from "../cards/task-card.ts";
import { triageResultCard } from "../cards/triage-result.ts";
import type { Language, View } from "../cards/view.ts";
import { welcomeCard } from "../cards/welcome.ts";
import type { State } from "../domain/dialogue.ts";
import type { DialogueId } from "../domain/value.ts";
import type { Reminders } from "../store/reminders-kept.ts";
import type { AddressBook, Message } from "../store/store.ts";
import type { DrawnCard } from "./delivery.ts";
import { languageOf, type See } from "./see.ts";

export type DrawOptions = {
  readonly load: (dialogueId: DialogueId) => Promise<State>;
  readonly see: See;
  readonly addressBook: Pick<AddressBook, "person">;
  readonly reminders: Pick<Reminders, "in">;
};
export type Draw = (
  message: Message,
  how?: { readonly short: boolean },
) => Promise<DrawnCard | undefined>;

/** Draws a message from fresh state, in the dialogue's language for a channel and the person's own for a chat (decisions.md §7.1). */
export function createDraw({ load, see, addressBook, reminders }: DrawOptions): Draw {
  return async (message, how) => {
    const { to, about, dialogueId } = message;
    const drawn = (language: Language, card: IAdaptiveCard) =>
      asDrawn(how?.short ? shortCard(language, card.fallbackText ?? "", dialogueId) : card);
    const person = to.type === "person" ? await addressBook.person(to.person) : undefined;
    const own = languageOf(person?.locale);
    if (about.kind === "welcome") return asDrawn(welcomeCard(own, randomUUID()));
    if (about.kind === "morning") {
      const told = await reminders.in(message.id);
      const parts = await partsOf(told, { load, see, language: own });
      return parts.length === 0 ? undefined : drawn(own, morningCard(own, about.date, parts));
    }
    if (dialogueId === null) return undefined;
    const state = await load(dialogueId);
    if (state.status === "none") return undefined;
    const language: Language = to.type === "person" ? own : state.language;
    const view = await see(state, {
      language,
      ...(to.type === "person" ? { viewer: to.person } : {}),
    });
    return drawn(language, cardOf(message, view));
  };
}

/** The dialogues a morning's message tells of, each as it is now for the person it is to. */
async function partsOf(
  told: Awaited<ReturnType<Reminders["in"]>>,
  { load, see, language }: Pick<DrawOptions, "load" | "see"> & { readonly language: Language },
): Promise<readonly MorningPart[]> {
  const parts: MorningPart[] = [];
  for (const [dialogueId, reminders] of Map.groupBy(told, (one) => one.dialogueId)) {
    const state = await load(dialogueId);
    const [first] = reminders;
    if (state.status === "none" || !first) continue;
    const view = await see(state, { language, viewer: first.person });
    parts.push({ view, reminders });
  }
  return parts;
}

function asDrawn(card: IAdaptiveCard): DrawnCard {
  return { card, summary: card.fallbackText ?? "" };
}

function cardOf(message: Message, view: View): IAdaptiveCard {
  const { about, to, withdrawn } = message;
  if (isLeftBehind(message, view)) return movedAwayCard(view.language);
  switch (about.kind) {
    case "overview":
      // Where the Översikt was before it was posted anew (decisions.md §2.2).
      if (withdrawn) return pointerCard(view.language);
      return view.state.status === "triaged_out"
        ? triageResultCard(view, "message")
        : overviewCard(view);
    case "step":
      return stepCard(view, about.stepId);
    case "confirmInitiator":
      return confirmInitiatorCard(view, "message");
    case "confirmDecision":
      return confirmDecisionCard(view, about.decisionId, "message");
    case "decisionSentBack":
      return decisionSentBackCard(view, about.decisionId);
    case "appoint":
      return appointCard(view);
    case "hello":
      return helloCard(view, to.type === "person" ? to.person : "");
    case "position":
      return positionCard(view, about.positionId, { place: "message" });
    case "answerPosition":
      return answerCard(view, about.positionId);
    case "evaluation":
      return internalEvaluationCard(view);
    case "role":
      return roleToldCard(view, about.role, to.type === "person" ? to.person : "");
    case "standIn":
      return standInCard(view, about.role, to.type === "person" ? to.person : "");
    case "left":
      return personLeftCard(view, about.person);
    case "placeLost":
      return placeLostCard(view, about.time);
    case "task":
      return taskCard(view, about.taskId, about.round);
    case "welcome":
    case "morning":
      throw new Error(`A message about ${about.kind} is drawn from no dialogue.`);
  }
}

/** In a channel the dialogue has moved away from (decisions.md §2.2). */
function isLeftBehind({ to }: Message, { state: { home } }: View): boolean {
  return to.type === "channel" && home.type === "channel" && to.channelId !== home.channelId;
}
