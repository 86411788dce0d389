import type { Client, Outcome } from "../support/seat.ts";
import { fillPages, openItem } from "./plan-acts.ts";
import { linked } from "./stationstorget-plan.ts";

/** What is written about a tillfälle once it is held, each by whose it is. */
const CONDUCT = 6;

export async function noteWhoWasThere(
  anna: Client,
  number: string,
  present: string,
): Promise<Outcome> {
  await openItem(anna, CONDUCT, `${number}: Minst en förtroendevald deltar hela tiden`);
  return fillPages(anna, { "Förtroendevalda på plats": present });
}

export async function openTheTalk(host: Client, number: string): Promise<Outcome> {
  await openItem(
    host,
    CONDUCT,
    `${number}: Berätta vad som går att påverka, vad som händer sedan och hur svaren sparas`,
  );
  return fillPages(host, { "Deltagarna har fått veta det": "Ja" });
}

export async function writeDown(noteTaker: Client, number: string): Promise<Outcome> {
  await openItem(noteTaker, CONDUCT, `${number}: Skriv ner vad som sägs, utan namn`);
  return fillPages(noteTaker, linked("Länk till anteckningarna", "Anteckningar"));
}

export async function countPeople(tove: Client, number: string, count: string): Promise<Outcome> {
  await openItem(tove, CONDUCT, `${number}: Räkna deltagare och uppskatta vilka grupper som kom`);
  return fillPages(tove, { "Antal deltagare": count });
}
