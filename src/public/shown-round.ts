import type { Calendar } from "../domain/calendar.ts";
import type { Dialogue } from "../domain/dialogue.ts";
import {
  backgroundOf,
  questionsOf,
  type Round,
  roundsOf,
  type RoundStatus,
  roundStatus,
} from "../domain/evaluation/rounds.ts";
import type { Question } from "../domain/evaluation/questions.ts";
import type { Background } from "../domain/evaluation/survey.ts";
import type { Directory } from "../domain/organisation.ts";
import { leadBody } from "../domain/permissions.ts";
import type { Template } from "../domain/template.ts";
import { wordsOf } from "../domain/text.ts";
import type { Instant } from "../domain/time.ts";

/** What the public pages show of a round; nothing else of the dialogue leaves the house. */
export type ShownRound = {
  readonly publicId: string;
  readonly round: Round;
  readonly status: RoundStatus;
  /** The dialogue has ended, so the day it could be answered until says nothing. */
  readonly isEnded: boolean;
  readonly title: string;
  /** The board whose dialogue it is, as the organisation file calls it. */
  readonly controller: string | undefined;
  readonly language: "sv" | "en";
  /** The form a visitor gets: the round's own, or the short one when they ask for it. */
  readonly form: Round["form"];
  readonly mayBeShort: boolean;
  readonly questions: readonly Question[];
  readonly background: Background | undefined;
};

type Around = {
  readonly publicId: string;
  readonly template: Template;
  readonly calendar: Calendar;
  readonly directory: Directory;
  readonly now: Instant;
  readonly askedShort: boolean;
};

/** The round as it is shown now; undefined when the dialogue has no such round any more. */
export function shownRound(
  state: Dialogue,
  roundId: string,
  { publicId, template, calendar, directory, now, askedShort }: Around,
): ShownRound | undefined {
  const round = roundsOf(state, template, calendar).find(({ id }) => id === roundId);
  if (!round) return undefined;
  const lead = leadBody(state);
  const mayBeShort = round.form === "participant";
  const form = mayBeShort && askedShort ? "short" : round.form;
  return {
    publicId,
    round,
    status: roundStatus(state, round, now),
    isEnded: state.status !== "active" && state.status !== "paused",
    title: wordsOf(state.title, state.language),
    controller: directory.organisation?.bodies.find(({ id }) => id === lead)?.name,
    language: state.language,
    form,
    mayBeShort,
    questions: questionsOf(state, form),
    background: backgroundOf(state, form),
  };
}
