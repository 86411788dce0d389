import type { SurveyCommand } from "../../src/domain/evaluation/survey.ts";
import type { Situation } from "./dialogue-values.ts";

type SurveyOrders = {
  readonly [T in SurveyCommand["type"]]: (s: Situation) => Extract<SurveyCommand, { type: T }>;
};

/** Any order about the participants' evaluation. */
export const SURVEY_ORDERS: SurveyOrders = {
  CloseRound: (situation) => ({
    type: "CloseRound",
    roundId: anyRound(situation),
    answers: situation.dice.once(3) ? 0 : 12,
  }),
  ChooseRoundForm: (situation) => ({
    type: "ChooseRoundForm",
    roundId: anyRound(situation),
    form: situation.dice.of(["full", "short"] as const) ?? "full",
  }),
  ChooseBackground: ({ dice }) => ({
    type: "ChooseBackground",
    background: dice.of(["none", "age", "place"] as const) ?? "none",
  }),
  OpenSecondWave: () => ({ type: "OpenSecondWave" }),
  PutTheme: ({ state, dice }) => {
    const themeId = dice.of(["t1", "t2"] as const) ?? "t1";
    const known = state.survey.themes.find(({ id }) => id === themeId);
    return {
      type: "PutTheme",
      themeId,
      title: dice.once(6) ? " " : "Belysningen",
      mentions: dice.of(["1", "3", "", "många"]) ?? "3",
      revision: dice.once(6) ? 7 : (known?.revision ?? 0),
    };
  },
  RemoveTheme: ({ dice }) => ({
    type: "RemoveTheme",
    themeId: dice.of(["t1", "t2"] as const) ?? "t1",
  }),
};

function anyRound({ state, dice }: Situation): string {
  return dice.of([...Object.keys(state.occasions), "wave2"]) ?? "wave2";
}
