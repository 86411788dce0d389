import type { Texts } from "./sv.ts";

/** The participants' evaluation as the civil servant looks after it, in English. */
export const enSurvey: Texts["survey"] = {
  secondWave: "After the feedback",
  did: {
    closed: (round, count) =>
      `The participants’ evaluation closed (${round}). Number of answers: ${count}.`,
    form: (round, form) =>
      form === "short"
        ? `chose the short survey for ${round}.`
        : `chose the full survey for ${round}.`,
    background: {
      none: "took the background question out of the survey.",
      age: "added a question about age to the survey.",
      place: "added a question about the relation to the place to the survey.",
    },
    secondWave: "opened the second survey, after the feedback.",
    theme: "wrote a theme from what participants said in their own words.",
    themeRemoved: "removed a theme from what participants said in their own words.",
  },
};
