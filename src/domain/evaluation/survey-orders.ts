import type { Context } from "../context.ts";
import type { Dialogue } from "../dialogue.ts";
import { CHARACTER_LIMITS } from "../fields.ts";
import { isDone } from "../item-progress.ts";
import { rolesOf } from "../permissions.ts";
import { type FieldFault, Rejection } from "../rejection.ts";
import { isText, wordsOf, written } from "../text.ts";
import type { Instant } from "../time.ts";
import { SURVEY } from "./marks.ts";
import { type Round, roundsOf, roundStatus } from "./rounds.ts";
import { type RoundId, SECOND_WAVE, type SurveyCommand, type SurveyFact } from "./survey.ts";

type Of<T extends SurveyCommand["type"]> = Extract<SurveyCommand, { type: T }>;

/** Themes the civil servant can make of what participants have written. */
const MOST_THEMES = 50;

/**
 * The participants' evaluation: rounds close by time with the number of answers the store counted; everything else is the
 * civil servant's (evaluation.md §3, §5). Refuses what would change the questions of somebody who is answering already.
 */
export function decideSurvey(
  state: Dialogue,
  command: SurveyCommand,
  context: Context,
): SurveyFact[] {
  if (state.status !== "active")
    throw new Rejection({ code: "E-NOT-ACTIVE", status: state.status });
  if (command.type === "CloseRound") return closeRound(state, command, context);
  refuseUnlessCivilServant(state, context);
  switch (command.type) {
    case "ChooseRoundForm":
      return chooseForm(state, command, context);
    case "ChooseBackground":
      return chooseBackground(state, command, context);
    case "OpenSecondWave":
      return openSecondWave(state, context);
    case "PutTheme":
      return putTheme(state, command, context);
    case "RemoveTheme":
      return state.survey.themes.some(({ id }) => id === command.themeId)
        ? [{ type: "ThemeRemoved", themeId: command.themeId }]
        : [];
  }
}

/** Papers are entered, the texts read and the rounds looked after by the civil servant alone (evaluation.md §5.7). */
export function refuseUnlessCivilServant(
  state: Dialogue,
  { actor, directory }: Pick<Context, "actor" | "directory">,
): void {
  if (!rolesOf(state, actor, directory).has("civilServant"))
    throw new Rejection({ code: "E-FORBIDDEN", who: ["civilServant"] });
}

/** The round with that id; what does not exist and what one may not know of answer alike. */
export function roundNamed(
  state: Dialogue,
  roundId: RoundId,
  { template, calendar }: Pick<Context, "template" | "calendar">,
): Round {
  const round = roundsOf(state, template, calendar).find(({ id }) => id === roundId);
  if (!round) throw new Rejection({ code: "E-FORBIDDEN", who: ["civilServant"] });
  return round;
}

function closeRound(
  state: Dialogue,
  { roundId, answers }: Of<"CloseRound">,
  { actor, now, template, calendar }: Context,
): SurveyFact[] {
  if (actor !== "system") throw new Rejection({ code: "E-FORBIDDEN" });
  const round = roundsOf(state, template, calendar).find(({ id }) => id === roundId);
  if (!round || !isDue(round, now)) return [];
  if (answers === undefined)
    throw new Error(`Nobody has counted the answers of the round ${roundId} before it is closed.`);
  return [{ type: "RoundClosed", roundId, closedOn: round.lastDay, answers }];
}

/** Whether the round's last day is over and nobody has closed it. */
export function isDue(round: Round, now: Instant): boolean {
  return !round.cancelled && round.closed === undefined && now >= round.closesAt;
}

/** Only before it opens: what people have been asked is not changed behind them. */
function refuseOnceOpen(state: Dialogue, round: Round, now: Instant): void {
  if (roundStatus(state, round, now) !== "planned")
    throw new Rejection({ code: "E-LOCKED-RECORD", itemId: "eval.participants" });
}

function chooseForm(
  state: Dialogue,
  { roundId, form }: Of<"ChooseRoundForm">,
  context: Context,
): SurveyFact[] {
  const round = roundNamed(state, roundId, context);
  if ((round.form === "short") === (form === "short") && round.wave === 1) return [];
  refuseOnceOpen(state, round, context.now);
  return round.wave === 1 ? [{ type: "RoundFormChosen", roundId, form }] : [];
}

/** One question for the whole dialogue, and the same in every round (evaluation.md §3). */
function chooseBackground(
  state: Dialogue,
  { background }: Of<"ChooseBackground">,
  context: Context,
): SurveyFact[] {
  if ((state.survey.background ?? "none") === background) return [];
  for (const round of roundsOf(state, context.template, context.calendar))
    if (!round.cancelled) refuseOnceOpen(state, round, context.now);
  return [{ type: "BackgroundChosen", background }];
}

function openSecondWave(state: Dialogue, { template }: Context): SurveyFact[] {
  if (state.survey.secondWaveAt !== undefined) return [];
  if (!isDone(state, template, "feedback.decision"))
    throw new Rejection({ code: "E-NO-FEEDBACK", missing: ["feedback.decision"] });
  return [{ type: "SecondWaveOpened" }];
}

/** Whether what people have written may be read: when every first round has closed, and at least five have answered (evaluation.md §5.4, §5.7). */
export function mayReadTexts(rounds: readonly Round[]): boolean {
  const asked = rounds.filter(({ wave, cancelled }) => wave === 1 && !cancelled);
  const answers = asked.reduce((sum, { closed }) => sum + (closed?.answers ?? 0), 0);
  return asked.length > 0 && asked.every(({ closed }) => closed) && answers >= FEWEST;
}

/** Nothing about the answers of fewer is shown to anybody (evaluation.md §5.1). */
const FEWEST = 5;

function putTheme(
  state: Dialogue,
  { themeId, title, mentions, revision }: Of<"PutTheme">,
  { template, calendar }: Context,
): SurveyFact[] {
  if (!mayReadTexts(roundsOf(state, template, calendar)))
    throw new Rejection({ code: "E-FORBIDDEN", who: ["civilServant"] });
  const read = readTheme(title, mentions);
  const { themes } = state.survey;
  const before = themes.find(({ id }) => id === themeId);
  if (
    before &&
    before.mentions === read.mentions &&
    isText(before.title) &&
    wordsOf(before.title) === read.title.text
  )
    return [];
  if ((before?.revision ?? 0) !== revision)
    throw new Rejection({ code: "E-STALE", itemId: "eval.participants", rowId: themeId });
  if (!before && themes.length >= MOST_THEMES)
    throw faulty("title", { fault: "tooMany", limit: MOST_THEMES });
  return [{ type: "ThemePut", themeId, ...read }];
}

function readTheme(words: string, count: string) {
  const title = written(words.trim());
  const limit = CHARACTER_LIMITS.text;
  if (title.text === "") throw faulty("title", { fault: "missing" });
  if (title.text.length > limit)
    throw faulty("title", { fault: "tooLong", limit, actual: title.text.length });
  if (!/^[1-9]\d{0,4}$/u.test(count.trim()))
    throw faulty("mentions", { fault: count.trim() === "" ? "missing" : "notANumber" });
  return { title, mentions: Number(count.trim()) };
}

function faulty(field: string, fault: Pick<FieldFault, "fault" | "limit" | "actual">): Rejection {
  return new Rejection({ code: "E-FIELD", faults: [{ itemId: SURVEY, field, ...fault }] });
}

/** When rounds close by themselves. */
export function roundClosings(
  state: Dialogue,
  rounds: readonly Round[],
): readonly { readonly at: Instant; readonly command: Of<"CloseRound"> }[] {
  return rounds
    .filter(({ id, cancelled, closed }) => !cancelled && !closed && hasOpened(state, id))
    .map(({ id: roundId, closesAt: at }) => ({ at, command: { type: "CloseRound", roundId } }));
}

/** The round of an occasion begins with the order that ends it. */
function hasOpened(state: Dialogue, id: RoundId): boolean {
  return id === SECOND_WAVE || state.occasions[id]?.endedAt !== undefined;
}
