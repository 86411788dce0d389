import type { ActionOf } from "../cards/actions.ts";
import { internalTextsPage } from "../cards/evaluation/internal-texts.ts";
import {
  internalEvaluationPage,
  readEvaluationInputs,
  thanksPage,
} from "../cards/evaluation/internal-form.ts";
import { askedFirst, sensitiveProblem } from "../cards/sensitive-guard.ts";
import type { View } from "../cards/view.ts";
import { mayReadInternalTexts } from "../domain/evaluation/internal-answer.ts";
import { type Problem, Rejection } from "../domain/rejection.ts";
import type { Reply } from "./answers.ts";
import type { BotOptions } from "./bot-options.ts";
import { openView } from "./open-view.ts";
import { page } from "./pages.ts";
import type { Press } from "./pressed.ts";
import { viewOf } from "./views.ts";

/**
 * The page of the internal evaluation, and the answer to its form. What was answered lives in this press alone: it is
 * taken, and replaced by thanks that are the same for everybody (evaluation.md §5.5). Throws Rejection.
 */
export async function evaluationPage(
  press: Press,
  action: ActionOf<"openEvaluation" | "openInternalTexts" | "answerEvaluation">,
  options: BotOptions,
): Promise<Reply> {
  const view = await openView(action, press, options);
  const { language } = press;
  if (action.verb === "openEvaluation") return page(language, internalEvaluationPage(view));
  if (action.verb === "openInternalTexts")
    return page(language, internalTextsPage(view, await textsFor(view, options), action.page));
  const asked = press.inDialog ? sensitiveProblem(view, press) : undefined;
  if (asked) {
    const form = internalEvaluationPage(view, { problems: [asked], inputs: press.inputs });
    return page(language, askedFirst(form, action, language));
  }
  const problems = await answer(press, action.dialogueId, options);
  if (problems === undefined) return page(language, thanksPage(view));
  const code = problems.map((problem) => problem.code).join(",");
  options.log.info("press.refused", { command: action.verb, code });
  const now = (await viewOf(action.dialogueId, press, options)) ?? view;
  return page(language, internalEvaluationPage(now, { problems, inputs: press.inputs }));
}

async function answer(
  { presser, inputs }: Press,
  dialogueId: string,
  { handle }: BotOptions,
): Promise<readonly Problem[] | undefined> {
  try {
    const actor = presser.person;
    await handle.answer({ dialogueId, actor, inputs: readEvaluationInputs(inputs) });
    return undefined;
  } catch (error) {
    if (error instanceof Rejection) return error.problems;
    throw error;
  }
}

/** What was written in the closed round, for the civil servant alone. */
async function textsFor(view: View, { store }: BotOptions): Promise<readonly string[]> {
  const { state, viewer = "", directory } = view;
  const round = state.internalRound;
  if (!mayReadInternalTexts(state, viewer, directory) || round?.status !== "closed")
    throw new Rejection({ code: "E-FORBIDDEN", who: ["civilServant"] });
  return store.evaluation.texts({ dialogueId: state.id, roundId: round.id });
}
