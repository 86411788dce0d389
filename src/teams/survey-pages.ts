import type { IAdaptiveCard } from "@microsoft/teams.cards";
import type { Told } from "../cards/forms/faults.ts";
import { askedIn, paperForm, papersForm, pasteForm } from "../cards/survey/entry-forms.ts";
import {
  backgroundForm,
  looksAfter,
  roundPage,
  roundsPage,
  type RoundsTold,
} from "../cards/survey/round-pages.ts";
import { said } from "../cards/survey/survey-inputs.ts";
import { MOST_PAPERS } from "../cards/survey/survey-shapes.ts";
import type { SurveyAction } from "../cards/survey/survey-verbs.ts";
import { textsPage, themeForm, themesPage } from "../cards/survey/theme-pages.ts";
import { formatsOf } from "../cards/formats.ts";
import { textsOf } from "../cards/texts/texts.ts";
import type { View } from "../cards/view.ts";
import type { Command } from "../domain/dialogue.ts";
import { readPaper, SURVEY } from "../domain/evaluation/marks.ts";
import { readPasted } from "../domain/evaluation/pasted-rows.ts";
import { type Round, roundsOf, roundStatus } from "../domain/evaluation/rounds.ts";
import { mayReadTexts, roundNamed } from "../domain/evaluation/survey-orders.ts";
import { type Problem, Rejection } from "../domain/rejection.ts";
import type { Text } from "../domain/text.ts";
import type { NewResponse } from "../store/response.ts";
import type { Reply } from "./answers.ts";
import type { BotOptions } from "./bot-options.ts";
import { openView } from "./open-view.ts";
import { newId } from "./new-id.ts";
import { page } from "./pages.ts";
import type { Press } from "./pressed.ts";
import { viewOf } from "./views.ts";

type Survey = { readonly press: Press; readonly view: View; readonly options: BotOptions };
type Of<V extends SurveyAction["verb"]> = Extract<SurveyAction, { readonly verb: V }>;

/**
 * The participants' evaluation for who looks after it. Everybody in the team sees how the rounds stand; links, numbers,
 * papers and what people wrote are the civil servant's (evaluation.md §5.4, §5.7, reliability.md S34). Throws Rejection.
 */
export async function surveyPage(
  press: Press,
  action: SurveyAction,
  options: BotOptions,
): Promise<Reply> {
  const view = await openView(action, press, options);
  if (action.verb !== "openSurvey" && !looksAfter(view))
    throw new Rejection({ code: "E-FORBIDDEN", who: ["civilServant"] });
  return page(view.language, await cardFor({ press, view, options }, action));
}

async function cardFor(survey: Survey, action: SurveyAction): Promise<IAdaptiveCard> {
  const { view, press } = survey;
  switch (action.verb) {
    case "openSurvey":
      return rounds(survey, {}, action.page);
    case "openRound":
      return one(survey, action.roundId);
    case "openBackground":
      return backgroundForm(view);
    case "openPapers":
      return papersForm(view, openRound(view, action.roundId));
    case "openPaste":
      return pasteForm(view, openRound(view, action.roundId), newId());
    case "openThemes":
      return themes(survey, {}, action.page);
    case "openTexts":
      return textsPage(view, await readable(survey), action.page);
    case "openTheme":
      return themeForm(view, action.themeId ?? newId());
    case "beginPapers":
      return beginPapers(survey, action);
    case "savePaper":
      return savePaper(survey, action);
    case "pasteAnswers":
      return pasteAnswers(survey, action);
    case "chooseForm":
    case "chooseBackground":
    case "startSecondWave":
    case "putTheme":
    case "removeTheme":
      return ordered(survey, action, said(press.inputs, "background"));
  }
}

async function rounds(survey: Survey, told: Told = {}, number = 0): Promise<IAdaptiveCard> {
  return roundsPage(survey.view, await toldOf(survey), number, told);
}

async function one(survey: Survey, roundId: string, told: Told = {}): Promise<IAdaptiveCard> {
  const round = roundNamed(survey.view.state, roundId, survey.view);
  return roundPage(survey.view, round, await toldOf(survey, roundId), told);
}

/** How many have answered, for who may know, and where one round is reached. */
async function toldOf({ view, options }: Survey, roundId?: string): Promise<RoundsTold> {
  const { responses } = options.store;
  const dialogueId = view.state.id;
  if (!looksAfter(view)) return { answers: {} };
  const all = roundsOf(view.state, view.template, view.calendar);
  const counted = await Promise.all(
    all.map(async ({ id, closed }) => [
      id,
      closed?.answers ?? (await responses.count(dialogueId, id)),
    ]),
  );
  const url = options.surveyUrl();
  if (roundId === undefined || url === undefined) return { answers: Object.fromEntries(counted) };
  const link = `${url}/u/${await responses.linkOf(dialogueId, roundId)}`;
  return { answers: Object.fromEntries(counted), link };
}

/** The round while answers are taken; on whatever way they come they stop at the same moment. */
function openRound(view: View, roundId: string): Round {
  const round = roundNamed(view.state, roundId, view);
  if (roundStatus(view.state, round, view.now) !== "open")
    throw new Rejection({ code: "E-LOCKED-RECORD", itemId: "eval.participants" });
  return round;
}

function beginPapers({ view, press }: Survey, { roundId }: Of<"beginPapers">): IAdaptiveCard {
  const round = openRound(view, roundId);
  const count = said(press.inputs, "count").trim();
  const of = /^[1-9]\d{0,2}$/u.test(count) ? Number(count) : 0;
  if (of >= 1 && of <= MOST_PAPERS)
    return paperForm(view, round, { paperId: newId(), number: 1, of });
  const fault = count === "" ? "missing" : of > MOST_PAPERS ? "tooLarge" : "notANumber";
  const faults = [{ itemId: SURVEY, field: "count", fault, limit: MOST_PAPERS }] as const;
  return papersForm(view, round, { inputs: press.inputs, problems: [{ code: "E-FIELD", faults }] });
}

async function savePaper(
  survey: Survey,
  { roundId, paperId, number, of, last }: Of<"savePaper">,
): Promise<IAdaptiveCard> {
  const { view, press } = survey;
  const round = openRound(view, roundId);
  const written = {
    marks: said(press.inputs, "marks"),
    words: said(press.inputs, "words"),
    background: said(press.inputs, "background"),
  };
  const { papers } = textsOf(view.language).survey;
  try {
    const read = readPaper(askedIn(view, round), written);
    const stored = await receive(survey, roundId, [{ token: `paper ${paperId}`, ...read }]);
    const notice =
      stored === 0 ? papers.already : papers.done(formatsOf(view.language).number(number));
    if (last === true || number >= of) return await one(survey, roundId, { notice });
    return paperForm(view, round, { paperId: newId(), number: number + 1, of }, { notice });
  } catch (error) {
    const problems = problemsIn(error);
    return paperForm(view, round, { paperId, number, of }, { inputs: press.inputs, problems });
  }
}

/** All rows or none: a table that is mended and pasted again brings nothing twice. */
async function pasteAnswers(
  survey: Survey,
  { roundId, pasteId }: Of<"pasteAnswers">,
): Promise<IAdaptiveCard> {
  const { view, press } = survey;
  const round = openRound(view, roundId);
  const reports = readPasted(askedIn(view, round), said(press.inputs, "table"));
  const read = reports.flatMap((report) => ("read" in report ? [report] : []));
  if (read.length === 0 || read.length < reports.length)
    return pasteForm(view, round, pasteId, { inputs: press.inputs, reports });
  const rows = read.map(({ row, read: answer }) => ({
    token: `paste ${pasteId} ${row}`,
    ...answer,
  }));
  const stored = await receive(survey, roundId, rows);
  const { paste } = textsOf(view.language).survey;
  const notice = stored === 0 ? paste.already : paste.done(formatsOf(view.language).number(stored));
  return one(survey, roundId, { notice });
}

/** Keeps the answers with those that came by the page; nothing tells which came how. */
async function receive(
  { view, options }: Survey,
  roundId: string,
  answers: readonly NewResponse[],
): Promise<number> {
  const received = await options.store.responses.receive(view.state.id, roundId, answers);
  if (received === "closed")
    throw new Rejection({ code: "E-LOCKED-RECORD", itemId: "eval.participants" });
  return received.stored;
}

/** What participants wrote in all first rounds, when it may be read; in no order. */
async function readable({ view, options }: Survey): Promise<readonly Text[]> {
  const all = roundsOf(view.state, view.template, view.calendar);
  if (!mayReadTexts(all)) throw new Rejection({ code: "E-FORBIDDEN", who: ["civilServant"] });
  const first = all.filter(({ wave }) => wave === 1);
  const kept = await Promise.all(
    first.map(({ id }) => options.store.responses.responsesOf(view.state.id, id)),
  );
  return kept
    .flat()
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap(({ words }) => (words ? [words] : []));
}

async function themes(survey: Survey, told: Told = {}, number = 0): Promise<IAdaptiveCard> {
  const { view } = survey;
  const may = mayReadTexts(roundsOf(view.state, view.template, view.calendar));
  return themesPage(view, may ? (await readable(survey)).length : undefined, number, told);
}

type Ordered = Of<
  "chooseForm" | "chooseBackground" | "startSecondWave" | "putTheme" | "removeTheme"
>;

/** Gives the order and shows the page after it; a refused one shows the page it came from, with what was wrong. */
async function ordered(
  survey: Survey,
  action: Ordered,
  background: string,
): Promise<IAdaptiveCard> {
  const { press, options } = survey;
  const command = commandOf(action, press, background);
  const { dialogueId } = action;
  const { presser, inboundId } = press;
  const order = { dialogueId, commands: [command], actor: presser.person, inboundId };
  try {
    await options.handle.order(order);
  } catch (error) {
    const problems = problemsIn(error);
    const code = problems.map((problem) => problem.code).join(",");
    options.log.info("press.refused", { command: action.verb, code });
    return pageOf(survey, action, { inputs: press.inputs, problems }, false);
  }
  const view = (await viewOf(dialogueId, press, options)) ?? survey.view;
  return pageOf({ ...survey, view }, action, { notice: noticeOf(view, action) }, true);
}

function commandOf(action: Ordered, { inputs }: Press, background: string): Command {
  switch (action.verb) {
    case "chooseForm":
      return { type: "ChooseRoundForm", roundId: action.roundId, form: action.form };
    case "chooseBackground": {
      const chosen = background === "age" || background === "place" ? background : "none";
      return { type: "ChooseBackground", background: chosen };
    }
    case "startSecondWave":
      return { type: "OpenSecondWave" };
    case "putTheme": {
      const { themeId, revision } = action;
      const [title, mentions] = [said(inputs, "title"), said(inputs, "mentions")];
      return { type: "PutTheme", themeId, title, mentions, revision };
    }
    case "removeTheme":
      return { type: "RemoveTheme", themeId: action.themeId };
  }
}

function noticeOf({ language }: View, action: Ordered): string {
  const { survey } = textsOf(language);
  switch (action.verb) {
    case "chooseForm":
      return action.form === "short" ? survey.round.shortChosen : survey.round.fullChosen;
    case "chooseBackground":
      return survey.background.saved;
    case "startSecondWave":
      return survey.list.secondOpened;
    case "putTheme":
      return survey.themes.saved;
    case "removeTheme":
      return survey.themes.removed;
  }
}

async function pageOf(
  survey: Survey,
  action: Ordered,
  told: Told,
  isDone: boolean,
): Promise<IAdaptiveCard> {
  switch (action.verb) {
    case "chooseForm":
      // The round's own page makes its link when it is first shown: nothing is written by what is refused.
      return isDone ? one(survey, action.roundId, told) : rounds(survey, told);
    case "chooseBackground":
      return isDone ? rounds(survey, told) : backgroundForm(survey.view, told);
    case "startSecondWave":
      return rounds(survey, told);
    case "putTheme":
      return isDone ? themes(survey, told) : themeForm(survey.view, action.themeId, told);
    case "removeTheme":
      return themes(survey, told);
  }
}

/** Why it was refused; anything else that fails is a bug. */
function problemsIn(error: unknown): readonly Problem[] {
  if (error instanceof Rejection) return error.problems;
  throw error;
}
