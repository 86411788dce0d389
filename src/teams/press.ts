import { type ActionOf, readPressed } from "../cards/actions.ts";
import { isLessonOpening, isLessonOrdering } from "../cards/lessons/lesson-verbs.ts";
import { isEvaluationAction } from "../cards/evaluation/evaluation-verbs.ts";
import { refusalCard } from "../cards/notices.ts";
import { bareRefusalWords, refusalWords } from "../cards/refusal-words.ts";
import { isSurveyAction } from "../cards/survey/survey-verbs.ts";
import { textsOf } from "../cards/texts/texts.ts";
import { READ } from "../domain/lesson.ts";
import type { View } from "../cards/view.ts";
import { type Problem, Rejection } from "../domain/rejection.ts";
import { languageOf } from "../outbox/see.ts";
import type { InboundCardAction, InboundTask } from "./activity-shape.ts";
import { type Answer, answered, type Reply, unreadable } from "./answers.ts";
import type { BotOptions } from "./bot-options.ts";
import { inDialogue } from "./dialogue-press.ts";
import { evaluationPage } from "./evaluation-pages.ts";
import { deleteExample, startExample } from "./examples.ts";
import { moveChosen } from "./move.ts";
import { openPage, page } from "./pages.ts";
import { notePresser } from "./people.ts";
import type { Press } from "./pressed.ts";
import { lessonPage } from "./lesson-pages.ts";
import { surveyPage } from "./survey-pages.ts";
import { reachPage } from "./reach-pages.ts";
import { resultsPage } from "./results-pages.ts";
import { startFromForm } from "./start-form.ts";
import { timelinePage } from "./timeline-page.ts";
import { viewOf } from "./views.ts";

/** Answers a pressed button, an opened dialog or a sent page. Never empty; a refusal is told to the presser and changes nothing. */
export async function onInvoke(
  activity: InboundCardAction | InboundTask,
  options: BotOptions,
): Promise<Answer> {
  const presser = await notePresser(activity, options);
  const language = languageOf(activity.locale);
  const isCard = activity.name === "adaptiveCard/action";
  const pressed = readPressed(isCard ? activity.value.action.data : activity.value.data);
  if (!pressed) return unreadable(activity.name, textsOf(language).told.unreadable);
  const press = { ...pressed, presser, language, inboundId: activity.id, inDialog: !isCard };
  const automatic = isCard && activity.value.trigger === "automatic";
  return answered(activity.name, await respond(automatic ? onlyLooking(press) : press, options));
}

/** A refresh by the client itself shows, and never acts (reliability.md F24). */
function onlyLooking(press: Press): Press {
  const { action } = press;
  if (!("dialogueId" in action)) return { ...press, action: { verb: "openHelp", topic: "how" } };
  return { ...press, action: { verb: "openDialogue", dialogueId: action.dialogueId } };
}

/** Does what the press asks and says what to show. A refusal becomes a reply of its own; anything else that fails is a bug. */
export async function respond(press: Press, options: BotOptions): Promise<Reply> {
  try {
    return await reply(press, options);
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
    const code = error.problems.map((problem) => problem.code).join(",");
    options.log.info("press.refused", { command: press.action.verb, code });
    return refusedOutside(press, error.problems, await viewNaming(press, error.problems, options));
  }
}

/** What only the store can tell of, not the dialogue. */
function isReach(
  action: Press["action"],
): action is ActionOf<"openReminders" | "openUndelivered" | "sendAgain"> {
  return ["openReminders", "openUndelivered", "sendAgain"].includes(action.verb);
}

async function reply(press: Press, options: BotOptions): Promise<Reply> {
  const { action, language } = press;
  if (action.verb === "startExample") return startExample({ ...press, action }, options);
  if (action.verb === "deleteExample") return deleteExample({ ...press, action }, options);
  if (action.verb === "moveDialogue") return moveChosen(press, action, options);
  if (action.verb === "saveNewDialogue") return startFromForm({ ...press, action }, options);
  if (action.verb === "closeDialog") return { kind: "words", words: textsOf(language).told.closed };
  if (action.verb === "openTimeline") return timelinePage(press, action, options);
  if (isEvaluationAction(action)) return evaluationPage(press, action, options);
  if (action.verb === "openResults" || action.verb === "openEvaluationReport")
    return resultsPage(press, action, options);
  if (isSurveyAction(action)) return surveyPage(press, action, options);
  if (isReach(action)) return reachPage(press, action, options);
  if (isLessonOpening(action) || isLessonOrdering(action))
    return lessonPage(press, action, options);
  if (action.verb === "openItem" && action.itemId === READ)
    return lessonPage(press, { verb: "openLessons", dialogueId: action.dialogueId }, options);
  // Rounds close by themselves: where their item is opened, they are shown (evaluation.md §3).
  if (action.verb === "openItem" && action.itemId === "eval.participants")
    return surveyPage(press, { verb: "openSurvey", dialogueId: action.dialogueId }, options);
  return "dialogueId" in action
    ? inDialogue(press, action, options)
    : openPage(press, action, options);
}

/** The dialogue, where the refusal says whose the act is; it never does to somebody who may not know of the dialogue. */
async function viewNaming(
  press: Press,
  problems: readonly Problem[],
  options: BotOptions,
): Promise<View | undefined> {
  const { action } = press;
  if (!("dialogueId" in action) || !problems.some((one) => "who" in one)) return undefined;
  return viewOf(action.dialogueId, press, options);
}

/** A refusal that no form or card of a dialogue has shown already. */
function refusedOutside(
  { language, inDialog }: Press,
  problems: readonly Problem[],
  view?: View,
): Reply {
  if (inDialog)
    return page(language, refusalCard(problems, view ? { view } : { language }, "dialog"));
  return refusedInWords(language, problems, view);
}

/** What was refused, why and who can do it, in a few words: the pressed card stays as it is for everybody. */
export function refusedInWords(
  language: Press["language"],
  problems: readonly Problem[],
  view?: View,
): Reply {
  const words = problems.map((problem) => {
    const { title, fix, code } = view
      ? refusalWords(view, problem)
      : bareRefusalWords(language, problem);
    return `${title}. ${fix} (${code})`;
  });
  return { kind: "words", words: words.join(" ") };
}
