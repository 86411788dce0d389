import type { Client, Outcome } from "../support/seat.ts";
import { fillIn } from "./acts.ts";
import { addRows, fillMap, fillPages, openItem } from "./plan-acts.ts";

/** Name, affected, heard, share of the resources. */
export type Group = readonly [name: string, affected: string, heard: string, share: string];
/** The groups of scenario 1 (scenarios.md). */
export const GROUPS: readonly Group[] = [
  ["Unga 13–18 som rör sig på torget", "4", "1", "35"],
  ["Personer med funktionsnedsättning som reser kollektivt", "4", "2", "20"],
  ["Kvällsresenärer och skiftarbetare", "3", "1", "20"],
  ["Boende i kvarteren intill", "3", "3", "10"],
  ["Näringsidkare vid torget", "4", "4", "15"],
];
/** Variant 1v: those who are heard already get the most. */
export const VARIANT_SHARES = ["15", "15", "15", "10", "45"] as const;

const PLANNING = 4;
const STEPS = 8;
const LINK = { url: "https://granasa.se/torget", version: "1" };

/** A link as the three inputs that ask for it. */
export function linked(label: string, title: string): Readonly<Record<string, string>> {
  return {
    [`${label}: rubrik`]: title,
    [`${label}: länk`]: LINK.url,
    [`${label}: version`]: LINK.version,
  };
}

/** E: how, when and by whom people are told, fixed on 1 March. */
export function fixFeedback(anna: Client): Promise<Outcome> {
  return fillIn(anna, "Bestäm hur, när och av vem deltagarna får veta resultatet", {
    "Kanaler för återkoppling":
      "Webbsida; Affischer på platsen; Bibliotek; Sms till frivillig lista",
    Avsändare: "Anna Lindqvist",
    "Uppföljning efter antal månader": "6, 12",
    "Bestämt den": "2027-03-01",
  });
}

/** B: two questions, read through. */
export async function writeQuestions(tove: Client): Promise<void> {
  await openItem(tove, PLANNING, "Skriv två till fem frågor till deltagarna på enkelt språk");
  await tove.submit("Lägg till", { "Ny rad": "Var på torget är det otryggt på kvällen?" });
  await tove.submit("Klar", { "Ny rad": "Vad skulle få dig att stanna kvar en stund?" });
  await fillPages(tove, { "Språket är kontrollerat": "Ja" });
}

/** E: the words of the invitation. */
export async function promiseFeedback(tove: Client): Promise<Outcome> {
  await openItem(tove, PLANNING, "Skriv den text om återkoppling som ska stå i inbjudan");
  return fillPages(tove, {
    "Text om återkoppling": "Vi berättar vad ni sa och vad nämnden beslutade, här på torget.",
  });
}

/** C: the map of groups; what comes back is the list. */
export async function mapGroups(
  tove: Client,
  groups: readonly Group[] = GROUPS,
  how = "Går över torget på kvällen",
): Promise<Outcome> {
  await openItem(tove, PLANNING, "Kartlägg vilka grupper som berörs och hur ofta de brukar höras");
  return addRows(
    tove,
    ...groups.map(([name, affected, heard]) => ({
      Gruppen: name,
      "Hur mycket berörs gruppen?": affected,
      "På vilket sätt berörs gruppen?": how,
      "Hur ofta hörs gruppen?": heard,
    })),
  );
}

export async function shareOut(anna: Client, shares: readonly string[]): Promise<Outcome> {
  await openItem(anna, PLANNING, "Lägg mest resurser på dem som berörs mest men sällan hörs");
  return fillMap(anna, "Andel av resurserna i procent", ...shares);
}

/** How each of the A groups is reached, those that are mapped first. */
export async function reachOut(
  tove: Client,
  groups: readonly Group[] = GROUPS.slice(0, 3),
  who = "Fritidsgården och resenärsrådet",
): Promise<Outcome> {
  await openItem(tove, PLANNING, "Bestäm hur varje prioriterad grupp ska nås");
  return addRows(
    tove,
    ...groups.map(([name]) => ({
      Grupp: name,
      Kanal: "Samtal på plats",
      "Den som öppnar dörren": who,
      Ansvarig: "Tove Johansson",
    })),
  );
}

/** D: level by the chair, methods drafted by the civil servant. */
export async function chooseMethod(tove: Client, anna: Client): Promise<void> {
  await openItem(anna, PLANNING, "Bekräfta graden av inflytande");
  await fillPages(anna, { "Grad av inflytande": "Dialog – resonera" });
  await openItem(tove, PLANNING, "Välj metod som passar graden och grupperna");
  await fillPages(tove, {
    Metoder: "Dialogcafé",
    "Därför passar metoden": "Samtal i små grupper ger plats åt alla.",
  });
}

/** F–H: seven messages, how it is written down, and how it is evaluated. */
export async function planTheRest(tove: Client, kom: Client): Promise<void> {
  await openItem(kom, PLANNING, "Gör en kommunikationsplan: vem får vilket budskap, när och var?");
  const messages = MESSAGES.map(([message, purpose, channel]) => ({
    Budskap: message,
    Syfte: purpose,
    Kanal: channel,
  }));
  await addRows(kom, ...messages);
  await openItem(tove, PLANNING, "Bestäm hur samtalen ska dokumenteras och var underlaget sparas");
  await fillMap(tove, "Så dokumenterar ni", "Anteckningar", "Fotograferade blädderblad");
  await tove.submit("Klar");
  await fillMap(tove, "Antecknar", "Tove Johansson", "Oskar Blom");
  await tove.submit("Klar");
  await tove.submit("Klar");
  await fillPages(tove, { "Plats för underlaget": "I ärendet SBN 2027-0041" });
  await openItem(tove, PLANNING, "Bestäm hur ni ska utvärdera, både internt och med deltagarna");
  await fillPages(tove, {
    "Frågor till deltagarna": QUESTIONS.join("; "),
    "Så lämnas enkäten ut": "QR-kod; Papper",
    "Intern utvärdering": "Var och en svarar utan namn",
    "Inbjudna till den interna utvärderingen": INVITED.join("; "),
  });
}

const QUESTIONS = [
  "Det var lätt att förstå vad dialogen handlade om.",
  "De förtroendevalda lyssnade på mig.",
] as const;
/** The eight who are asked in the internal evaluation. */
const INVITED = [
  "Anna Lindqvist",
  "Behzad Karimi",
  "Cecilia Nyström",
  "David Holmgren",
  "Elif Demir",
  "Tove Johansson",
  "Oskar Blom",
  "Linnea Sandberg",
] as const;

const MESSAGES = [
  ["Kom och prata om Stationstorget", "Bjuda in", "Affisch"],
  ["Vi ses på torget nästa vecka", "Påminna", "Sms"],
  ["Tack, och så svarar du på enkäten", "Tacka", "Sms"],
  ["Det här sa ni", "Återkoppla", "Affisch"],
  ["Det här beslutades, och därför", "Återkoppla", "Affisch"],
  ["Det här har hänt på torget", "Följa upp", "Webb"],
  ["Tillfället är ändrat", "Informera", "Webb"],
] as const;

/** I: every step has somebody, and time and money are enough. */
export async function checkResources(tove: Client, cost: string): Promise<Outcome> {
  await openItem(tove, PLANNING, "Kontrollera att tid, pengar och kompetens räcker för alla steg");
  await fillMap(tove, "Tid och kompetens i varje steg", ...Array<string>(STEPS).fill("Räcker"));
  await tove.submit("Klar");
  return fillPages(tove, { "Planerad kostnad i kronor": cost });
}

/** J: accessibility and privacy. */
export async function safeguard(tove: Client): Promise<void> {
  await planSafeguards(tove, {
    need: "Hörslinga",
    measure: "Finns på plats",
    data: "Mobilnummer på frivillig lista",
    children: "Vi träffar dem på fritidsgården.",
  });
}

/** D: the tillfällen, each with its first page; what comes back is the list. */
export async function planOccasions(
  tove: Client,
  ...occasions: readonly Readonly<Record<string, string>>[]
): Promise<Outcome> {
  await openItem(tove, PLANNING, "Planera tillfällen: tid, plats, form");
  return addRows(tove, ...occasions);
}
export const E1 = {
  "Börjar: datum": "2027-05-07",
  "Börjar: tid": "18:00",
  "Slutar: datum": "2027-05-07",
  "Slutar: tid": "20:30",
  Plats: "Biblioteket",
  Form: "På plats",
  "Förtroendevald värd": "Anna Lindqvist",
} as const;
export const E2 = {
  "Börjar: datum": "2027-05-22",
  "Börjar: tid": "11:00",
  "Slutar: datum": "2027-05-22",
  "Slutar: tid": "14:00",
  Plats: "Stationstorget",
  Form: "Uppsökande",
  "Förtroendevald värd": "Cecilia Nyström",
} as const;

/** Onto the Wednesday, when people are at work the day after. */
export const E1_MOVED = { "Börjar: datum": "2027-05-12", "Slutar: datum": "2027-05-12" } as const;

/** What waits for the chair alone: fixed as it stands, one after the other. */
export async function fixAll(anna: Client, items: readonly string[] = CHAIRS_ITEMS): Promise<void> {
  for (const item of items) {
    await openItem(anna, PLANNING, item);
    await anna.submit("Fastställ som det står");
  }
}
/** Drafted by the civil servant, fixed by the chair (decisions.md §1.8). */
const CHAIRS_ITEMS = [
  "Skriv två till fem frågor till deltagarna på enkelt språk",
  "Kartlägg vilka grupper som berörs och hur ofta de brukar höras",
  "Lägg mest resurser på dem som berörs mest men sällan hörs",
  "Välj metod som passar graden och grupperna",
  "Skriv vem som ansvarar för vad i varje steg",
] as const;

/** K: all of it in one proposal. */
export async function propose(tove: Client, on = "2027-03-22"): Promise<Outcome> {
  await openItem(
    tove,
    PLANNING,
    "Samla allt i ett förslag till genomförande och skicka det till styrgruppen",
  );
  return fillPages(tove, {
    ...linked("Länk till förslaget", "Förslag till genomförande"),
    Version: "1",
    "Skickat till styrgruppen den": on,
  });
}

/** Accessibility, personal data and children, as both scenarios plan them with their own words. */
export async function planSafeguards(
  tove: Client,
  words: SafeguardWords & { readonly children: string },
): Promise<void> {
  await planAccessAndData(tove, words);
  await openItem(tove, PLANNING, "Om barn berörs: hur får de komma till tals?");
  await fillPages(tove, {
    "Barn berörs av frågan": "Ja",
    "Så får barnen komma till tals": words.children,
  });
}

type SafeguardWords = Readonly<Record<"need" | "measure" | "data", string>>;

/** What is done so that everybody can take part, and which personal data is kept. */
export async function planAccessAndData(tove: Client, words: SafeguardWords): Promise<void> {
  await openItem(tove, PLANNING, "Planera för språk, funktionsnedsättning, tider och barnpassning");
  await addRows(tove, { Behov: words.need, Åtgärd: words.measure });
  await openItem(tove, PLANNING, "Bestäm vilka personuppgifter ni behöver, varför och hur länge");
  await addRows(tove, {
    Uppgift: words.data,
    Ändamål: "Återkoppling",
    "Rättslig grund": "Allmänt intresse",
    "Så länge sparas den": "30 dagar efter sista utskicket",
  });
  await tove.submit("Klar");
  await fillPages(tove, {
    ...linked("Länk till informationen till deltagarna", "Så hanterar vi uppgifterna"),
    "Konsekvensbedömning behövs": "Nej",
  });
}
