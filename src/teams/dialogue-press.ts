import type { Action } from "../cards/actions.ts";
import { commandsOf } from "../cards/commands.ts";
import { confirmDecisionCard } from "../cards/confirm-decision.ts";
import { confirmInitiatorCard } from "../cards/confirm-initiator.ts";
import type { Told } from "../cards/forms/faults.ts";
import { overviewCard } from "../cards/overview.ts";
import { answerCard } from "../cards/positions/answer-card.ts";
import { isPositionOrdering } from "../cards/positions/position-verbs.ts";
import { refusalWords } from "../cards/refusal-words.ts";
import {
  type Opening,
  type Ordering,
  screenAfter,
  screenOf,
  screenRefused,
} from "../cards/screens.ts";
import { taskCard } from "../cards/task-card.ts";
import { isTaskOrdering } from "../cards/task-verbs.ts";
import { askedFirst, sensitiveProblem } from "../cards/sensitive-guard.ts";
import { textsOf } from "../cards/texts/texts.ts";
import type { View } from "../cards/view.ts";
import { type Problem, Rejection } from "../domain/rejection.ts";
import { taskOf } from "../domain/task.ts";
import type { Reply } from "./answers.ts";
import type { BotOptions } from "./bot-options.ts";
import { openView } from "./open-view.ts";
import { newId } from "./new-id.ts";
import { page } from "./pages.ts";
import { pickedPeople } from "./people.ts";
import type { Press } from "./pressed.ts";
import { viewOf } from "./views.ts";

/** A press that is about one dialogue: shows a page, or orders a change and shows what comes after it. Throws Rejection for what is not for the presser. */
export async function inDialogue(
  press: Press,
  action: Opening | Ordering,
  options: BotOptions,
): Promise<Reply> {
  const view = await openView(action, press, options);
  if (isOpening(action)) return page(view.language, screenOf(view, action, newId()));
  const asked = askFirst(press, action, view, options);
  if (asked) return asked;
  const problems = await carriedOut(press, view, options);
  const now = (await viewOf(action.dialogueId, press, options)) ?? view;
  return problems ? refused(press, action, now, problems, options) : done(press, action, now);
}

/** The page again, when its words look like a private person's data and nobody has said to save them; a card has no page to come back to. */
function askFirst(
  press: Press,
  action: Ordering,
  view: View,
  { log }: BotOptions,
): Reply | undefined {
  const problem = press.inDialog ? sensitiveProblem(view, press) : undefined;
  if (!problem) return undefined;
  log.info("press.asked", { command: action.verb, code: problem.code });
  const { language } = press;
  const form = screenRefused(view, { ...press, action }, [problem], newId());
  return page(language, askedFirst(form, action, language));
}

export function isOpening(action: Action): action is Opening {
  return action.verb.startsWith("open");
}

/** Gives the orders of the press; what was refused comes back, anything else that fails is a bug. */
export async function carriedOut(
  press: Press,
  view: View,
  { handle, addressBook }: BotOptions,
): Promise<readonly Problem[] | undefined> {
  const commands = commandsOf(view, press, await pickedPeople(press, addressBook));
  if (commands.length === 0) return undefined;
  const { presser, inboundId } = press;
  try {
    await handle.order({ dialogueId: view.state.id, commands, actor: presser.person, inboundId });
    return undefined;
  } catch (error) {
    if (error instanceof Rejection) return error.problems;
    throw error;
  }
}

function done(press: Press, action: Ordering, view: View): Reply {
  const { language } = press;
  if (!press.inDialog)
    return { ...page(language, pressedCard(press, action, view)), kind: "card" } as Reply;
  const next = screenAfter(view, action, newId());
  return next ? page(language, next) : { kind: "words", words: textsOf(language).told.saved };
}

/** Inside a dialog the page again with what was wrong; on a card words, so that the card stays for the presser too. */
function refused(
  press: Press,
  action: Ordering,
  view: View,
  problems: readonly Problem[],
  { log }: BotOptions,
): Reply {
  log.info("press.refused", {
    command: action.verb,
    code: problems.map(({ code }) => code).join(","),
  });
  const { language } = press;
  if (press.inDialog)
    return page(language, screenRefused(view, { ...press, action }, problems, newId()));
  // The card was older than the state: the newest one is the answer (reliability.md F22), where it can say so.
  if (isRequest(press, view) && problems.some(({ code }) => code === "E-STALE"))
    return {
      ...page(language, pressedCard(press, action, view, { problems })),
      kind: "card",
    } as Reply;
  const words = problems.map((problem) => {
    const { title, fix, code } = refusalWords(view, problem);
    return `${title}. ${fix} (${code})`;
  });
  return { kind: "words", words: words.join(" ") };
}

/** Pressed on what asks one person, in their own chat. */
function isRequest({ presser }: Press, { state }: View): boolean {
  return presser.place.type === "personal" && state.home.type === "channel";
}

/** The card a button was pressed on, as it is now: the request in a 1:1 chat, the Översikt in a channel or an example. */
function pressedCard(press: Press, action: Ordering, view: View, told: Told = {}) {
  const request = isRequest(press, view);
  if (request && (action.verb === "confirmDecision" || action.verb === "sendBackDecision"))
    return confirmDecisionCard(view, action.decisionId, "message", told);
  if (request && isPositionOrdering(action) && "positionId" in action)
    return answerCard(view, action.positionId, told);
  if (request && isTaskOrdering(action) && "taskId" in action) {
    const round = taskOf(view.state, action.taskId)?.round ?? 0;
    return taskCard(view, action.taskId, round, told);
  }
  if (request) return confirmInitiatorCard(view, "message", told);
  return overviewCard(view);
}
