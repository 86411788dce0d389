/** The participants' evaluation as the civil servant looks after it, in Swedish. */
export const svSurvey = {
  secondWave: "Efter återkopplingen",
  /** In the history. */
  did: {
    closed: (round: string, count: string) =>
      `Deltagarnas utvärdering stängde (${round}). Antal svar: ${count}.`,
    form: (round: string, form: "full" | "short") =>
      form === "short"
        ? `valde den korta enkäten för ${round}.`
        : `valde den vanliga enkäten för ${round}.`,
    background: {
      none: "tog bort bakgrundsfrågan ur enkäten.",
      age: "lade till en fråga om ålder i enkäten.",
      place: "lade till en fråga om relation till platsen i enkäten.",
    },
    secondWave: "öppnade den andra enkäten, efter återkopplingen.",
    theme: "skrev ett tema ur deltagarnas egna ord.",
    themeRemoved: "tog bort ett tema ur deltagarnas egna ord.",
  },
};
