import type { Desk } from "./desk.ts";

/** The day it is, which the demo's clock goes by until somebody moves it. */
export const TODAY = Temporal.Now.plainDateISO("Europe/Stockholm");

export const MEMBERS = [
  "Anna Lindqvist",
  "Behzad Karimi",
  "Cecilia Nyström",
  "David Holmgren",
  "Elif Demir",
] as const;

/** The first questions of a dialogue about the station square, but for what it concerns. */
export const ABOUT_THE_SQUARE = {
  "Kort rubrik": "Trygghet på Stationstorget",
  "Vem av de förtroendevalda tar initiativet?": "Anna Lindqvist",
  "Beskriv frågan i en eller två meningar": "Många undviker torget efter klockan 18.",
  "Varifrån kommer förslaget?": "Förtroendevalda",
  "Vilka ska möta medborgarna: förtroendevalda eller tjänstepersoner?": "Förtroendevalda",
};

/** The other questions of triage, answered for a question that is still open. */
export const OPEN_QUESTION = {
  "Frågan går att påverka": "Delvis",
  "Det här ligger fast": "Staten äger perrongen.",
  "Ja, beslutet återstår": "Ja",
  "Nämnd eller styrelse som beslutar": "Samhällsbyggnadsnämnden",
  "Finns det samråd som lagen kräver i samma fråga?": ["Inget"],
};

/** Starts the dialogue from the newest card that offers it, until triage has said what it is. */
export async function asksAboutTheSquare(desk: Desk): Promise<void> {
  await desk.press("Starta medborgardialog");
  await desk.answer({ ...ABOUT_THE_SQUARE, "Det handlar om": "Samhället i stort" }, "Fortsätt");
  await desk.answer(OPEN_QUESTION, "Spara och fortsätt");
}

/** From the open page of step 1, whose question is written: what is part of it and whom it concerns. */
export async function saysWhatItIsAbout(desk: Desk): Promise<void> {
  await desk.open("Ange vilka delar av frågan som ingår", desk.dialog);
  await desk.answer({ "Ny rad": "Belysningen" }, "Lägg till");
  await desk.answer({}, "Klar");
  await desk.answer({}, "Klar");
  await desk.open("Vilka nämnder berörs?", desk.dialog);
  await desk.answer(
    {
      "Nämnder som berörs": ["Samhällsbyggnadsnämnden"],
      "Nämnd eller styrelse som leder": "Samhällsbyggnadsnämnden",
    },
    "Spara och visa steget",
  );
}

/** Fills in step 2 from its card. */
export async function saysWhatFor(desk: Desk): Promise<void> {
  await desk.press("Öppna steg 2");
  await desk.open("Varför vill ni ha dialogen?", desk.dialog);
  await desk.answer(
    { "Syftet med dialogen": "Att veta vad som hjälper." },
    "Spara och visa steget",
  );
  await desk.open("Hur ska resultatet användas", desk.dialog);
  await desk.answer(
    {
      "Så används resultatet": "I underlaget till beslutet.",
      "De som fattar det slutliga beslutet": "Samhällsbyggnadsnämnden",
      "Planerad dag för beslutet": TODAY.add({ months: 5 }).toString(),
    },
    "Spara och visa steget",
  );
  await desk.open("Är ni beredda att ändra", desk.dialog);
  await desk.answer({ "Ja, vi är beredda att ändra oss": "Ja" }, "Spara och stäng");
}

/** On the open first page of a registration: the decision as the minutes have it. */
export async function saysWhatWasDecided(desk: Desk): Promise<void> {
  await desk.answer(
    {
      "Nämnd, styrelse eller fullmäktige": "Samhällsbyggnadsnämnden",
      Sammanträdesdag: TODAY.toString(),
      Paragraf: "§ 7",
      Diarienummer: "SBN 2027-0041",
      "Så fattades beslutet": "Vid sammanträdet",
      "Beslutet, ord för ord": "Nämnden beslutar att hålla en medborgardialog.",
    },
    "Spara och fortsätt",
  );
}

/** On the open second page of a registration: money, steering group and assignment, to the summary. */
export async function saysTheRestOfTheDecision(desk: Desk): Promise<void> {
  await desk.answer(
    { "Budget i kronor": "150 000", "Pengarna tas från": "Nämndens driftbudget" },
    "Spara och fortsätt",
  );
  await desk.answer(
    { Ledamöter: MEMBERS, Ordförande: "Anna Lindqvist", "Grad av inflytande": "Dialog – resonera" },
    "Spara och fortsätt",
  );
  await desk.answer(
    { "Uppdraget står i beslutet": "Ja", Förvaltningschef: "Johan Wallin" },
    "Spara och fortsätt",
  );
}

/** The head appoints the civil servant from what was asked in the own chat. */
export async function appointsACivilServant(desk: Desk): Promise<void> {
  await desk.be("Johan Wallin", "Dialoglotsen");
  await desk.press("Utse tjänsteperson");
  await desk.answer(
    { Tjänsteperson: "Tove Johansson", "Utsedd den": TODAY.toString() },
    "Spara och stäng",
  );
}
