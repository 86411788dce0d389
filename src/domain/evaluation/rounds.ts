import type { Calendar } from "../calendar.ts";
import type { Dialogue } from "../dialogue.ts";
import { rowsOf } from "../fields.ts";
import type { Template } from "../template.ts";
import { addDays, endOfDay, type Instant, type LocalDate, localDateOf } from "../time.ts";
import { QUESTIONNAIRES, type Question, type QuestionnaireId } from "./questions.ts";
import {
  type Background,
  type ClosedRound,
  type RoundId,
  SECOND_WAVE,
  type SurveyFact,
} from "./survey.ts";

/** One round of the participants' evaluation, by the dialogue as it is now. */
export type Round = {
  readonly id: RoundId;
  readonly wave: 1 | 2;
  /** Of the first wave: the occasion's number, E1, E2 … */
  readonly number?: number;
  readonly form: Exclude<QuestionnaireId, "internal">;
  /** When the occasion ends; of the second wave when it was opened. */
  readonly opensAt: Instant;
  /** Its last day, and the moment that day ends. */
  readonly lastDay: LocalDate;
  readonly closesAt: Instant;
  readonly closed?: ClosedRound;
  /** The occasion has been cancelled: nobody is asked. */
  readonly cancelled?: true;
};
export type RoundStatus = "planned" | "open" | "closed" | "cancelled";

/** Every round there is or will be, in the occasions' order, the second wave last (evaluation.md §3). */
export function roundsOf(
  state: Dialogue,
  template: Template,
  calendar: Calendar,
): readonly Round[] {
  const lastDayAfter = (opensAt: Instant) =>
    calendar.nextWorkingDay(addDays(localDateOf(opensAt), template.deadlines.D09.days));
  const first = Object.values(state.occasions)
    .toSorted((a, b) => a.number - b.number)
    .map(({ id, number, end, status }): Round => {
      const form = state.survey.short.includes(id) ? "short" : "participant";
      const cancelled = status === "cancelled" ? { cancelled: true as const } : {};
      return { ...roundOpening(state, id, end, lastDayAfter), wave: 1, number, form, ...cancelled };
    });
  const { secondWaveAt } = state.survey;
  if (secondWaveAt === undefined) return first;
  const again = roundOpening(state, SECOND_WAVE, secondWaveAt, lastDayAfter);
  return [...first, { ...again, wave: 2, form: "wave2" }];
}

function roundOpening(
  state: Dialogue,
  id: RoundId,
  opensAt: Instant,
  lastDayAfter: (opensAt: Instant) => LocalDate,
) {
  const lastDay = lastDayAfter(opensAt);
  const closed = closedRound(state, id);
  return { id, opensAt, lastDay, closesAt: endOfDay(lastDay), ...(closed ? { closed } : {}) };
}

/** How the round was closed; one that was recorded by hand before rounds closed by themselves counts as well. */
function closedRound(state: Dialogue, id: RoundId): ClosedRound | undefined {
  const byItself = state.survey.closed[id];
  if (byItself) return byItself;
  const row = rowsOf(state.items["eval.participants"]?.values.rounds).find(
    ({ values }) => values.eventId === id && typeof values.closedAt === "string",
  );
  if (!row) return undefined;
  const { closedAt, n } = row.values;
  return {
    closedOn: typeof closedAt === "string" ? closedAt : "",
    answers: typeof n === "number" ? n : 0,
  };
}

/**
 * The results that can be shown now: of the rounds that have closed and are not shown yet, once no round of the wave is
 * waited for (evaluation.md §5.2, §5.4). A round that is planned later is shown for itself.
 */
export function releases(
  state: Dialogue,
  template: Template,
  calendar: Calendar,
): readonly Extract<SurveyFact, { type: "ResultsReleased" }>[] {
  const shown = new Set(state.survey.released.flat());
  const rounds = roundsOf(state, template, calendar).filter(({ cancelled }) => !cancelled);
  return ([1, 2] as const).flatMap((wave) => {
    const own = rounds.filter((round) => round.wave === wave);
    const fresh = own.filter(({ id }) => !shown.has(id)).map(({ id }) => id);
    const waits = own.some(({ closed }) => closed === undefined);
    return waits || fresh.length === 0 ? [] : [{ type: "ResultsReleased", roundIds: fresh }];
  });
}

/** How the round stands at that moment. It opens and closes by the clock, whether or not the bot was there (decisions.md §9.2). */
export function roundStatus(state: Dialogue, round: Round, now: Instant): RoundStatus {
  if (round.cancelled) return "cancelled";
  if (round.closed || now >= round.closesAt) return "closed";
  const isOn = state.status === "active" || state.status === "paused";
  // A dialogue that has been stopped or ended asks nobody any more.
  if (!isOn) return "closed";
  return state.gates.G5 !== undefined && now >= round.opensAt ? "open" : "planned";
}

/** The questions of the round as they are asked: those the evaluation plan chose, all of them when it chose none. */
export function questionsOf(state: Dialogue, form: Round["form"]): readonly Question[] {
  const all: readonly Question[] = QUESTIONNAIRES[form];
  const chosen = state.items["plan.evaluation"]?.values.participantQuestions;
  if (form === "wave2" || !Array.isArray(chosen) || chosen.length === 0) return all;
  const some = all.filter(({ id }) => (chosen as readonly unknown[]).includes(id));
  // A plan that chose none of the short form's questions has not thought of it.
  return some.length > 0 ? some : all;
}

/** What is asked about the respondent: nothing in the short form, which is for children, or in the second wave (evaluation.md §5.11). */
export function backgroundOf(state: Dialogue, form: Round["form"]): Background | undefined {
  return form === "participant" ? state.survey.background : undefined;
}
