import { expect } from "vitest";
import { buttonsOf } from "../support/card-reading.ts";
import type { Client, Outcome, Seat } from "../support/seat.ts";
import { draftDecision, fillIn, list, type Minutes, sendRow, triage } from "./acts.ts";
import { overviewOf, type Story } from "./story.ts";

/** What is said in scenario 1, and what people do in it (scenarios.md). */
export const TITLE = "Otrygghet på Stationstorget";
export const MEMBERS: readonly string[] = [
  "Anna Lindqvist",
  "Behzad Karimi",
  "Cecilia Nyström",
  "David Holmgren",
  "Elif Demir",
];
export const MINUTES: Minutes = {
  decision: {
    "Nämnd, styrelse eller fullmäktige": "Samhällsbyggnadsnämnden",
    Sammanträdesdag: "2027-01-26",
    Paragraf: "§ 7",
    Diarienummer: "SBN 2027-0041",
    "Så fattades beslutet": "Vid sammanträdet",
    "Beslutet, ord för ord": "Nämnden beslutar att hålla en medborgardialog om torget.",
  },
  budget: { "Budget i kronor": "150 000", "Pengarna tas från": "Nämndens driftbudget" },
  group: {
    Ledamöter: MEMBERS.join("; "),
    Ordförande: "Anna Lindqvist",
    "Grad av inflytande": "Dialog – resonera",
  },
  assignment: { "Uppdraget står i beslutet": "Ja", Förvaltningschef: "Johan Wallin" },
};

/** Where the scenario is told: who takes part, and what time it is. */
export type Stage<C extends Client = Client> = Pick<Story, "at" | "settled"> & {
  readonly person: (name: string) => C;
};
export type CastOf<C extends Client> = ReturnType<typeof castOf<C>>;
export type Cast = CastOf<Seat>;

export function castOf<C extends Client>(story: Stage<C>) {
  return {
    anna: story.person("Anna Lindqvist"),
    behzad: story.person("Behzad Karimi"),
    registrar: story.person("Linnea Sandberg"),
    head: story.person("Johan Wallin"),
    tove: story.person("Tove Johansson"),
    kom: story.person("Oskar Blom"),
    elif: story.person("Elif Demir"),
  };
}

export function enterCaseNumber(registrar: Client): Promise<Outcome> {
  return fillIn(registrar, "Ange diarienummer för ärendet", { Diarienummer: "SBN 2027-0041" });
}

/** The question, what belongs to it and the boards; what comes back is the step. */
export async function writeIssue(anna: Client): Promise<Outcome> {
  await fillIn(anna, "Skriv den fråga dialogen ska handla om", {
    "Dialogens fråga": "Hur kan Stationstorget bli tryggare kvällstid?",
  });
  await list(
    anna,
    "Ange vilka delar av frågan som ingår och vilka som inte gör det",
    ["Belysning", "Möblering", "Siktlinjer", "Aktiviteter", "Väntsalens öppettider"],
    ["Polisens arbete", "Tågtrafiken"],
  );
  return fillIn(anna, "Vilka nämnder berörs?", {
    "Nämnder som berörs": "Samhällsbyggnadsnämnden",
    "Nämnd eller styrelse som leder": "Samhällsbyggnadsnämnden",
  });
}

/** Purpose, use, room for influence, level and willingness; what comes back is the step. */
export async function writePurpose(anna: Client): Promise<Outcome> {
  await fillIn(anna, "Varför vill ni ha dialogen?", {
    "Syftet med dialogen": "Vi vill veta vad som gör torget tryggt.",
  });
  await fillIn(anna, "Hur ska resultatet användas i beslutet?", {
    "Så används resultatet": "I underlaget till nämndens beslut.",
    "De som fattar det slutliga beslutet": "Samhällsbyggnadsnämnden",
    "Planerad dag för beslutet": "2027-06-22",
  });
  await list(
    anna,
    "Vad kan medborgarna påverka, och vad ligger fast?",
    ["Belysning", "Möblering", "Siktlinjer", "Aktiviteter", "Väntsalens öppettider"],
    ["Polisens arbete", "Tågtrafiken"],
  );
  await fillIn(anna, "Föreslå grad av inflytande", {
    "Föreslagen grad av inflytande": "Dialog – resonera",
  });
  return fillIn(anna, "Är ni beredda att ändra er utifrån det som kommer fram?", {
    "Ja, vi är beredda att ändra oss": "Ja",
  });
}

/** From 11 January until the board can decide, on 21 January. */
export async function untilPurposed(
  story: Stage,
  { anna, registrar }: CastOf<Client>,
): Promise<void> {
  await story.at("2027-01-11 09:00");
  await triage(anna, TITLE);
  await story.at("2027-01-14 10:00");
  await enterCaseNumber(registrar);
  await writeIssue(anna);
  await story.at("2027-01-21 10:00");
  await writePurpose(anna);
  await story.settled();
}

/** From 11 January until A has confirmed the board's decision on 27 January. */
export async function untilConfirmed(story: Stage, cast: CastOf<Client>): Promise<void> {
  await untilPurposed(story, cast);
  await story.at("2027-01-27 15:45");
  await draftDecision(cast.registrar, MINUTES);
  await cast.registrar.submit("Registrera");
  await story.at("2027-01-27 16:00");
  await cast.anna.press("Stämmer", "personal");
  await story.settled();
}

/** Somebody tries to write a question for the participants: the page says why it is closed, and what is sent all the same is refused with the same code. */
export async function refusedQuestion(
  story: Story,
  who: Seat,
  { step, code }: { readonly step: string; readonly code: string },
): Promise<void> {
  await who.press(step);
  const page = await who.submit("Skriv två till fem frågor till deltagarna på enkelt språk");
  expect(page.words).toContain(`Kod: ${code}`);
  expect(buttonsOf(who.dialog().card).map(({ title }) => title)).toEqual([
    "Tillbaka till steget",
    "Stäng",
  ]);
  const on = await overviewOf(who, TITLE);
  const question = { item: "plan.questions", field: "questions", words: "Var är det mörkt?" };
  const refused = await story.unchanged(() => sendRow(who, question, on));
  expect(refused.words).toContain(`Kod: ${code}`);
}
