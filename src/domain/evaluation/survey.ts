import { amongTypes } from "../among-types.ts";
import type { Text } from "../text.ts";
import type { Instant, LocalDate } from "../time.ts";
import type { PersonId } from "../value.ts";

/** A round of the participants' evaluation: the occasion it is about, or the one after feedback 2. */
export type RoundId = string;
/** Asked once in a dialogue, after feedback 2, with no link to the first answers (evaluation.md §3). */
export const SECOND_WAVE: RoundId = "wave2";

/** The one question about the respondent that may be asked (evaluation.md §3). */
export type Background = "age" | "place";

/** The classes of each background question, never more than five. */
export const BACKGROUND_CLASSES: { readonly [B in Background]: readonly string[] } = {
  age: ["under18", "18-29", "30-49", "50-64", "65plus"],
  place: ["lives", "works", "business", "visits", "other"],
};

export type ThemeId = string;
/** What several have written in their own words, as the civil servant has put it; nothing verbatim (evaluation.md §5.7). */
export type Theme = {
  readonly id: ThemeId;
  readonly revision: number;
  readonly title: Text;
  /** In how many answers it came up. */
  readonly mentions: number;
};

export type ClosedRound = { readonly closedOn: LocalDate; readonly answers: number };

/** What is recorded of the participants' evaluation; when rounds open and close follows from the occasions. */
export type Survey = {
  readonly background?: Background;
  /** Rounds in which only the short form is handed out, as to a school class. */
  readonly short: readonly RoundId[];
  readonly closed: { readonly [roundId: RoundId]: ClosedRound };
  readonly secondWaveAt?: Instant;
  /** Rounds whose results are shown, those that were shown at once together: never added to, or the difference would tell (evaluation.md §5.2). */
  readonly released: readonly (readonly RoundId[])[];
  readonly themes: readonly Theme[];
};
export const NO_SURVEY: Survey = { short: [], closed: {}, released: [], themes: [] };

export type SurveyCommand =
  /** By time, at the end of the round's last day. */
  | {
      readonly type: "CloseRound";
      readonly roundId: RoundId;
      /** How many have answered: the store knows, and whoever gives the order asks it first. */
      readonly answers?: number;
    }
  | {
      readonly type: "ChooseRoundForm";
      readonly roundId: RoundId;
      readonly form: "full" | "short";
    }
  | { readonly type: "ChooseBackground"; readonly background: Background | "none" }
  | { readonly type: "OpenSecondWave" }
  | {
      readonly type: "PutTheme";
      readonly themeId: ThemeId;
      readonly title: string;
      readonly mentions: string;
      /** The theme's revision when the form was drawn; 0 for a new one. */
      readonly revision: number;
    }
  | { readonly type: "RemoveTheme"; readonly themeId: ThemeId };

export type SurveyFact =
  | {
      readonly type: "RoundClosed";
      readonly roundId: RoundId;
      /** Its last day, not the midnight after it. */
      readonly closedOn: LocalDate;
      readonly answers: number;
    }
  | {
      readonly type: "RoundFormChosen";
      readonly roundId: RoundId;
      readonly form: "full" | "short";
    }
  | { readonly type: "BackgroundChosen"; readonly background: Background | "none" }
  | { readonly type: "SecondWaveOpened" }
  | { readonly type: "ResultsReleased"; readonly roundIds: readonly RoundId[] }
  | {
      readonly type: "ThemePut";
      readonly themeId: ThemeId;
      readonly title: Text;
      readonly mentions: number;
    }
  | { readonly type: "ThemeRemoved"; readonly themeId: ThemeId };

type Stamped<F> = F extends unknown ? F & { readonly by: PersonId; readonly at: Instant } : never;

export const isSurveyOrder = amongTypes<SurveyCommand>(
  "CloseRound",
  "ChooseRoundForm",
  "ChooseBackground",
  "OpenSecondWave",
  "PutTheme",
  "RemoveTheme",
);

export const isSurveyFact = amongTypes<SurveyFact>(
  "RoundClosed",
  "RoundFormChosen",
  "BackgroundChosen",
  "SecondWaveOpened",
  "ResultsReleased",
  "ThemePut",
  "ThemeRemoved",
);

/** The participants' evaluation after the fact. Never throws. */
export function evolveSurvey(survey: Survey, event: Stamped<SurveyFact>): Survey {
  switch (event.type) {
    case "RoundClosed": {
      const { roundId, closedOn, answers } = event;
      return { ...survey, closed: { ...survey.closed, [roundId]: { closedOn, answers } } };
    }
    case "RoundFormChosen": {
      const others = survey.short.filter((id) => id !== event.roundId);
      return { ...survey, short: event.form === "short" ? [...others, event.roundId] : others };
    }
    case "BackgroundChosen": {
      const { background: _before, ...rest } = survey;
      return event.background === "none" ? rest : { ...rest, background: event.background };
    }
    case "ResultsReleased":
      return { ...survey, released: [...survey.released, event.roundIds] };
    case "SecondWaveOpened":
      return { ...survey, secondWaveAt: event.at };
    case "ThemePut":
      return { ...survey, themes: withTheme(survey.themes, event) };
    case "ThemeRemoved":
      return { ...survey, themes: survey.themes.filter(({ id }) => id !== event.themeId) };
  }
}

function withTheme(
  themes: readonly Theme[],
  { themeId: id, title, mentions }: Extract<SurveyFact, { type: "ThemePut" }>,
): readonly Theme[] {
  const before = themes.find((one) => one.id === id);
  const theme: Theme = { id, revision: (before?.revision ?? 0) + 1, title, mentions };
  return before ? themes.map((one) => (one.id === id ? theme : one)) : [...themes, theme];
}
