import type { Client } from "../support/seat.ts";
import { fillIn, list } from "./acts.ts";
import { noteWhoWasThere, writeDown } from "./holding-acts.ts";
import { fillPages, openItem } from "./plan-acts.ts";
import {
  checkResources,
  fixAll,
  type Group,
  mapGroups,
  planAccessAndData,
  reachOut,
  shareOut,
} from "./stationstorget-plan.ts";
import { fixReport, maskReport } from "./stationstorget-later.ts";

/** What a scenario says where the dates come from, in as few forms as they can be said in. */
type Values = Readonly<Record<string, string>>;

const GROUPS: readonly Group[] = [
  ["De som bor intill", "4", "1", "40"],
  ["De som arbetar där", "4", "1", "30"],
  ["De som går förbi", "4", "1", "30"],
];
const PLANNING = 4;

/** The question, what belongs to it, and which boards it concerns. */
export async function nameIssue(anna: Client, registrar: Client, values: Values): Promise<void> {
  const { Diarienummer: dnr = "", ...boards } = values;
  await fillIn(registrar, "Ange diarienummer för ärendet", { Diarienummer: dnr });
  await fillIn(anna, "Skriv den fråga dialogen ska handla om", {
    "Dialogens fråga": "Var ska det byggas?",
  });
  await list(
    anna,
    "Ange vilka delar av frågan som ingår och vilka som inte gör det",
    ["Platsen"],
    ["Att det byggs"],
  );
  await fillIn(anna, "Vilka nämnder berörs?", boards);
}

export async function namePurpose(anna: Client, use: Values): Promise<void> {
  await fillIn(anna, "Varför vill ni ha dialogen?", { "Syftet med dialogen": "Vi vill veta." });
  await fillIn(anna, "Hur ska resultatet användas i beslutet?", {
    "Så används resultatet": "I underlaget.",
    ...use,
  });
  await list(anna, "Vad kan medborgarna påverka, och vad ligger fast?", ["Platsen"], ["Bygget"]);
  await fillIn(anna, "Föreslå grad av inflytande", {
    "Föreslagen grad av inflytande": "Dialog – resonera",
  });
  await fillIn(anna, "Är ni beredda att ändra er utifrån det som kommer fram?", {
    "Ja, vi är beredda att ändra oss": "Ja",
  });
}

/** What every plan must have, and who is asked in the internal evaluation. */
export async function plan(
  { anna, tove }: { readonly anna: Client; readonly tove: Client },
  { cost, invited }: { readonly cost: string; readonly invited: readonly string[] },
): Promise<void> {
  await mapGroups(tove, GROUPS);
  await shareOut(
    anna,
    GROUPS.map(([, , , share]) => share),
  );
  await reachOut(tove, GROUPS);
  await openItem(anna, PLANNING, "Bekräfta graden av inflytande");
  await fillPages(anna, { "Grad av inflytande": "Dialog – resonera" });
  await checkResources(tove, cost);
  await planAccessAndData(tove, {
    need: "Hörslinga",
    measure: "Finns på plats",
    data: "Mejladress",
  });
  await openItem(tove, PLANNING, "Bestäm hur ni ska utvärdera, både internt och med deltagarna");
  await fillPages(tove, {
    "Frågor till deltagarna": "De förtroendevalda lyssnade på mig.",
    "Så lämnas enkäten ut": "Papper",
    "Intern utvärdering": "Var och en svarar utan namn",
    "Inbjudna till den interna utvärderingen": invited.join("; "),
  });
  await fixAll(anna, [
    "Kartlägg vilka grupper som berörs och hur ofta de brukar höras",
    "Lägg mest resurser på dem som berörs mest men sällan hörs",
    "Skriv vem som ansvarar för vad i varje steg",
  ]);
}

/** The chair goes on without the plans for communication and documentation. */
export async function goOn(anna: Client): Promise<void> {
  await anna.press("Gå vidare ändå");
  await anna.submit("Gå vidare ändå", { Motivering: "Planerna kommer snart." });
}

export async function ask(tove: Client, date: string, time: string): Promise<void> {
  await tove.press("Be styrgruppen ta ställning till planen");
  await tove.submit("Fråga styrgruppen", { "Stänger: datum": date, "Stänger: tid": time });
}

export async function hold(
  { anna, noteTaker }: { readonly anna: Client; readonly noteTaker: Client },
  number: string,
  present: string,
): Promise<void> {
  await noteWhoWasThere(anna, number, present);
  await writeDown(noteTaker, number);
}

/** Only what the report must have. */
export async function report(tove: Client, on: string, dnr: string): Promise<void> {
  await maskReport(tove, on);
  await fixReport(tove, { on, dnr });
}
