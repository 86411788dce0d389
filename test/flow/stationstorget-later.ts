import type { Client, Outcome } from "../support/seat.ts";
import { countPeople, noteWhoWasThere, openTheTalk, writeDown } from "./holding-acts.ts";
import { addRows, fillMap, fillPages, openItem } from "./plan-acts.ts";
import { GROUPS, linked } from "./stationstorget-plan.ts";

const CONDUCT = 6;
const COMPILE = 7;
const DECISION = 8;
const FEEDBACK = 9;
const LEARN = 10;
const FOLLOW = 11;

/** What people do in scenario 1 once the plan is proposed (scenarios.md). */
export const QUESTION = "Tillstyrker ni förslaget till genomförande, version 1?";
export const INVITATION =
  "Publicera inbjudan: fråga, inflytande, hur återkoppling sker, hur personuppgifter hanteras";
const PARTS = [
  "Vilken frågan är",
  "Vad som går att påverka och inte, med löftet",
  "Vem som beslutar och när",
  "Hur och när återkopplingen kommer",
  "Hur personuppgifter hanteras, och vem som hjälper till med tillgänglighet",
] as const;
export const INVITED = {
  "Publicerad den": "2027-04-20",
  Kanaler: "Affischer på platsen; Webbsida; Skola",
  ...linked("Länk till inbjudan", "Inbjudan"),
};
export const TELLS = { "Inbjudan berättar": PARTS.join("; ") };
const THEMES = [
  "Belysning",
  "Något att göra",
  "Väntsalens öppettider",
  "Häckar och siktlinjer",
  "Vakter varje kväll",
] as const;
const OUTCOMES = ["Följs", "Följs", "Följs delvis", "Följs", "Följs inte"] as const;
/** § 88 as it stands in the minutes. */
export const FINAL = {
  "Nämnd, styrelse eller fullmäktige": "Samhällsbyggnadsnämnden",
  Sammanträdesdag: "2027-06-22",
  Paragraf: "§ 88",
  Diarienummer: "SBN 2027-0041",
  "Så fattades beslutet": "Vid sammanträdet",
  "Beslutet, ord för ord": "Nämnden bygger om belysningen och klipper häckarna.",
} as const;
const LESSONS = [
  ["Unga nåddes först på plats.", "Börja med uppsökande tillfälle."],
  ["Dialogkaféet fungerade.", "Gör likadant."],
  ["Sammanställningen kom sent.", "Sammanställ före midsommar."],
] as const;

/** The group is asked for its position on the plan, until the evening of 8 April. */
export async function askTheGroup(tove: Client): Promise<Outcome> {
  await tove.press("Be styrgruppen ta ställning till planen");
  return tove.submit("Fråga styrgruppen", {
    "Stänger: datum": "2027-04-08",
    "Stänger: tid": "17:30",
  });
}

/** Anybody may answer against it, with a reason. */
export async function sendBack(member: Client, reason: string): Promise<Outcome> {
  await member.press("Återremittera", "personal");
  return member.submit("Skicka svaret", { Motivering: reason });
}

export async function publishInvitation(kom: Client): Promise<Outcome> {
  await openItem(kom, CONDUCT, INVITATION);
  return fillPages(kom, { ...INVITED, ...TELLS });
}

export async function remindInvited(kom: Client): Promise<Outcome> {
  await openItem(kom, CONDUCT, "E1: Påminn inbjudna grupper");
  return fillPages(kom, { "Skickat den": "2027-05-04" });
}

type Held = { readonly number: string; readonly present: string; readonly count: string };

/** Who was there, what was told, written down and counted. */
export async function hold(
  { anna, tove }: { readonly anna: Client; readonly tove: Client },
  { number, present, count }: Held,
): Promise<void> {
  await noteWhoWasThere(anna, number, present);
  await openTheTalk(tove, number);
  await writeDown(tove, number);
  await countPeople(tove, number, count);
}

export const E1_HELD = {
  number: "E1",
  present: "Anna Lindqvist; Behzad Karimi; David Holmgren",
  count: "46",
} as const;
export const E2_HELD = {
  number: "E2",
  present: "Cecilia Nyström; Elif Demir",
  count: "120",
} as const;

export async function debrief(tove: Client, number: string, on: string): Promise<Outcome> {
  const item = `${number}: Gör en kort genomgång: vad fungerade, vad ändrar vi?`;
  await openItem(tove, CONDUCT, item);
  return fillPages(tove, { "Det här ändrar vi": "Fler ljusförslag per bord", "Gjord den": on });
}

type Compiled = {
  readonly on: string;
  readonly dnr: string;
  readonly groups: number;
  readonly themes: readonly string[];
};
const TORGET: Compiled = {
  on: "2027-06-10",
  dnr: "SBN 2027-0041",
  groups: GROUPS.length,
  themes: THEMES,
};

/** Step 7 in one day: from the notes to the report that is handed over. */
export async function compileReport(
  tove: Client,
  { on, dnr, groups, themes } = TORGET,
): Promise<void> {
  await openItem(tove, COMPILE, "Samla allt underlag från tillfällena");
  await addRows(tove, linked("Länkar till underlaget", "Anteckningar"));
  await maskReport(tove, on);
  await openItem(tove, COMPILE, "Gruppera synpunkterna i teman, också de som är få");
  await addRows(tove, ...themes.map((Tema) => ({ Tema, "Så många tog upp temat": "Många" })));
  await openItem(tove, COMPILE, "Redovisa vilka grupper som hördes och vilka som saknas");
  await fillMap(tove, "Nådde ni gruppen?", ...Array<string>(groups).fill("Ja"));
  await tove.submit("Klar");
  await fillPages(tove, { "Det här gör bilden skev": "Få med synnedsättning kom." });
  await fixReport(tove, { on, dnr });
}

export async function maskReport(tove: Client, on: string): Promise<void> {
  await openItem(tove, COMPILE, "Ta bort namn och känsliga uppgifter");
  await fillPages(tove, { "Gjort av": "Tove Johansson", "Gjort den": on });
}

/** Fixes the report and hands it over. */
export async function fixReport(
  tove: Client,
  { on, dnr }: Pick<Compiled, "on" | "dnr">,
): Promise<void> {
  await openItem(tove, COMPILE, "Fastställ rapporten");
  await fillPages(tove, {
    ...linked("Länk till rapporten", "Sammanställning"),
    Version: "1.0",
    "Fastställd den": on,
  });
  await openItem(tove, COMPILE, "Lämna rapporten till styrgruppen och till nämndens ärende");
  await fillPages(tove, { "Lämnad den": on, Diarienummer: dnr });
}

/** What the board made of each theme, and why. */
export async function giveReasons(
  who: Client,
  themes: readonly string[] = THEMES,
  outcomes: readonly string[] = OUTCOMES,
): Promise<Outcome> {
  await openItem(
    who,
    DECISION,
    "Beskriv för varje tema hur det har påverkat förslaget, eller varför inte",
  );
  return addRows(
    who,
    ...themes.map((Tema, index) => ({
      Tema,
      "Så blev det": outcomes[index] ?? "",
      Motivering: "Nämnden har vägt det mot kostnaden.",
    })),
  );
}

export async function followMinutes(
  registrar: Client,
  values: Readonly<Record<string, string>>,
): Promise<Outcome> {
  await openItem(registrar, DECISION, "Följ protokollet");
  return fillPages(registrar, values);
}

export async function tellWhatWasSaid(anna: Client, on = "2027-06-17"): Promise<Outcome> {
  await openItem(anna, FEEDBACK, "Återkoppling 1 – det här sa ni");
  return fillPages(anna, sent(on, "Det här sa ni"));
}

export async function tellWhatWasDecided(anna: Client, on = "2027-08-13"): Promise<Outcome> {
  await openItem(anna, FEEDBACK, "Återkoppling 2 – det här beslutades och varför");
  return fillPages(anna, {
    ...sent(on, "Det här beslutades"),
    "Texten svarar på varje tema": "Ja",
  });
}

function sent(on: string, title: string): Readonly<Record<string, string>> {
  return {
    "Skickat den": on,
    Kanaler: "Webbsida; Affischer på platsen",
    ...linked("Länk till texten", title),
    Avsändare: "Anna Lindqvist",
  };
}

/** The meeting with its three lessons, fixed by the chair. */
export async function learn(anna: Client, on = "2027-09-09"): Promise<Outcome> {
  await openItem(anna, LEARN, "Håll lärandemöte");
  await fillPages(anna, { "Hölls den": on });
  await openItem(anna, LEARN, "Skriv lärdomar som nästa dialog kan använda");
  await addRows(
    anna,
    ...LESSONS.map(([happened, next]) => ({
      "Det här hände": happened,
      "Det här visar det": "Genomgång efter tillfälle",
      "Gör så här nästa gång": next,
    })),
  );
  return anna.submit("Fastställ som det står");
}

export async function reportEvaluation(
  tove: Client,
  on = "2027-09-28",
  paragraph = "§ 102",
): Promise<Outcome> {
  await openItem(tove, LEARN, "Rapportera utvärderingen till nämnden");
  return fillPages(tove, {
    ...linked("Länk till rapporten", "Utvärdering"),
    "Rapporterad den": on,
    Paragraf: paragraph,
  });
}

/** One follow-up to the citizens: the nearest that has not been sent. */
export async function tellWhatHappened(anna: Client, status: string, on: string): Promise<Outcome> {
  await openItem(anna, FOLLOW, "Berätta vad som har hänt med frågan");
  return fillPages(anna, {
    Läge: status,
    "Det här har hänt": "Belysningen byggs om.",
    "Skickat den": on,
  });
}

export async function endFollowUp(anna: Client, on = "2028-06-22"): Promise<Outcome> {
  await openItem(anna, FOLLOW, "Förtroendevalda bestämmer att uppföljningen är klar");
  return fillPages(anna, { "Klar den": on, "Bestämt av": "Anna Lindqvist" });
}

/** The archive has it, and what is not to be kept may go. */
export async function handOver(
  registrar: Client,
  { exportId, disposal } = { exportId: "EXP-1", disposal: "SBN 2026-0003" },
): Promise<Outcome> {
  await openItem(registrar, FOLLOW, "Lämna över handlingarna till diariet och arkivet");
  await fillPages(registrar, { "Exportens nummer": exportId, "Mottaget av": "Kommunarkivet" });
  await openItem(registrar, FOLLOW, "Ta bort det som inte ska sparas");
  return fillPages(registrar, { Gallringsbeslut: disposal });
}
