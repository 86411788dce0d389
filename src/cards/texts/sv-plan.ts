import type { CompulsoryMessage } from "../../domain/communication-plan.ts";

/** Vad som är sagt om planen: fel, frågor och varningar med sina uppgifter. */
export const svPlan = {
  levels: {
    title: "Det här betyder graderna",
    line: (name: string, gets: string) => `${name}: medborgarna får ${gets}.`,
    board: "Kräver att nämnden själv har beslutat om ramen.",
  },
  faultsTitle: "Det här behöver ändras innan avstämningen",
  faults: {
    sum: (sum: string) => `Andelarna blir ${sum} tillsammans. Ändra så att de blir 100 %.`,
    share: (group: string) =>
      `Ange en andel för ”${group}”. Gruppen berörs mycket men hörs sällan.`,
    outreach: (group: string) => `Bestäm hur ni når ”${group}”.`,
  },
  whoIsMissing: {
    title: "Vilka saknas i kartan?",
    text: "Ingen grupp i kartan berörs mycket men hörs sällan. De finns nästan alltid.",
  },
  warned: {
    shares: (first: string, others: string) =>
      `${first} går till dem som berörs mest och hörs minst. ${others} går till övriga.`,
    largest: (group: string) => `Störst andel går till ”${group}”, som berörs lite och hörs ändå.`,
    largestUnnamed: "Störst andel går till en grupp som berörs lite och hörs ändå.",
    methods: (level: string, methods: string) => `Till graden ${level} passar ${methods}.`,
    occasions: (level: string, expected: string) =>
      `Graden ${level} brukar behöva minst ${expected} tillfällen.`,
    dates: (dates: string) => `Gäller: ${dates}.`,
  },
  messages: {
    title: "Kommunikationsplanen är inte hel än",
    missing: (messages: string) => `Det här saknas: ${messages}.`,
    digital: (group: string) =>
      `”${group}” nås bara digitalt. Lägg till ett brev, ett besök, en affisch eller ett möte.`,
    names: {
      invitation: "inbjudan",
      reminder: "påminnelse",
      changed: "besked om ändrat eller inställt tillfälle (syfte: Informera)",
      thanks: "tack med länk till enkäten",
      feedback1: "återkoppling 1",
      feedback2: "återkoppling 2",
      followUp: "uppföljning",
    } satisfies { readonly [message in CompulsoryMessage]: string },
  },
  incomplete: {
    title: "Några rader är inte ifyllda",
    text: (keys: string) => `Det här saknas: ${keys}.`,
  },
  money: {
    title: "Pengarna",
    within: (planned: string, decided: string, left: string) =>
      `Planen kostar ${planned} av de ${decided} som nämnden har beslutat. ${left} är kvar.`,
    over: (planned: string, decided: string, over: string) =>
      `Planen kostar ${planned}. Nämnden har beslutat ${decided}. Det är ${over} för mycket.`,
  },
  occasion: (number: number, when: string) => `Tillfälle ${number} · ${when}`,
  ofOccasion: (occasion: string, item: string) => `${occasion}: ${item}`,
  occasions: "Tillfällena",
  cancelled: "Inställt",
  optional: "Om det behövs",
};
