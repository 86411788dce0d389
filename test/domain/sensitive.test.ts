import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type SensitiveKind, sensitiveIn } from "../../src/domain/sensitive.ts";

const ASKED_ABOUT: readonly (readonly [string, ...SensitiveKind[]])[] = [
  ["Ring 811228-9874 så vet ni mer.", "personalNumber"],
  ["Hennes nummer är 19811228-9874.", "personalNumber"],
  ["8112289874", "personalNumber"],
  ["Samordningsnummer 811288-9873", "personalNumber"],
  ["121212+1212 föddes på torget", "personalNumber"],
  ["Ring mig på 070-123 45 67.", "phone"],
  ["Mobil 0701234567", "phone"],
  ["+46 70 123 45 67", "phone"],
  ["Hemnumret är 0322-12 34 56", "phone"],
  ["08-123 456 78", "phone"],
  ["Skriv till fatima.ali@gmail.com", "email"],
  ["kalle@hotmail.se vill vara med", "email"],
  ["Mannen heter Karl och står vid kiosken.", "person"],
  ["En kvinna vid namn Hodan öppnar dörren.", "person"],
  ["Fru Andersson har nyckeln.", "person"],
  ["Herr Ek hämtar affischerna", "person"],
  ["Anna Svensson bor på Storgatan 3.", "person"],
  ["Prata med Erik Johansson, 67 år", "person"],
  ["Sara Nyman (42 år) har en affär", "person"],
  ["Karin Berg är sjuk och kan inte komma.", "health"],
  ["Grannen har demens.", "health"],
  ["En deltagare berättade att han har en diagnos.", "health"],
  ["Fatima har diabetes och behöver mat.", "health"],
  ["Eleven har adhd.", "health"],
  ["Mannen är alkoholist", "health"],
  ["She is pregnant and cannot stand.", "health"],
  ["Lars Holm tycker att torget är farligt.", "opinion"],
  ["Maria Ek röstade nej i gruppen.", "opinion"],
  ["Per-Olof Lind klagade på hunden.", "opinion"],
  ["Kvinnan är muslim.", "opinion"],
  ["Han är sverigedemokrat", "opinion"],
  ["Grannen är fackligt aktiv", "opinion"],
  [
    "Anna Svensson bor på Storgatan 3.\nHon är deprimerad. Ring 070-123 45 67",
    "phone",
    "person",
    "health",
  ],
];

/** What people write in plans, and what nobody should be asked about. */
const ORDINARY: readonly string[] = [
  "Hur kan Stationstorget bli tryggare kvällstid?",
  "Personer med funktionsnedsättning som reser kollektivt",
  "Unga 13–18 som rör sig på torget",
  "Boende i kvarteren intill",
  "Näringsidkare vid torget tycker att ljuset är för svagt.",
  "SBN 2027-0041",
  "§ 7 och § 88, SBN 2027-0041, dnr 2026-0003",
  "Budgeten är 150 000 kr, varav 138 000 kr är planerade.",
  "onsdag 12 maj 2027 kl. 18.00–20.30",
  "2027-05-12 18:00",
  "2027-05-12 till 2027-05-22",
  "Tidigare diarienummer 20270041",
  "1 200 000 kronor är avsatta i investeringsbudgeten.",
  "Gallringsbeslut SBN 2026-0003",
  "Anna Lindqvist är värd och Behzad Karimi leder samtalen.",
  "Anna Lindqvist",
  "Ordföranden Anna Lindqvist hälsar välkommen.",
  "Fritidsledaren på Navet öppnar dörren.",
  "Föreningen Hopp och Kommunal är inbjudna.",
  "Region Uppsala anser att hållplatsen ska flyttas.",
  "Trafikverket äger perrongen. Polisen ansvarar för ordningen.",
  "Några tycker att vakter behövs. Andra är emot.",
  "Deltagarna tycker att belysningen ska byggas om.",
  "En del äldre vill ha fler bänkar.",
  "Två deltagare kontrollerade sammanställningen.",
  "Hörslinga och rullstolsramp finns på plats.",
  "Personer med demens och deras anhöriga nås genom dagverksamheten.",
  "Diabetesföreningen och Autism Sverige är inbjudna.",
  "Alla ska kunna delta, också den som är sjuk hemma.",
  "Vi träffar barn på lågstadiet och deras föräldrar.",
  "Skriv till registrator@granasa.se eller dataskyddsombud@granasa.se.",
  "Frågor: kommunen@granasa.se",
  "sbn@granasa.se",
  "Läs mer på https://granasa.se/dialog/2027-0041",
  "Öppet till 22 på prov i ett år. Ett tak byggs vid norra gaveln.",
  "Dialogen ersätter inte samrådet enligt 5 kap. 11 § plan- och bygglagen (2010:900).",
  "Lag 2009:724, 5 och 5 a §§",
  "Grupper: 13–18 år, 19–25 år och 65 år och äldre",
  "Kvinnan på affischen är en illustration.",
  "Han som håller i ljudet kommer från förvaltningen.",
  "Sankt Eriks gata och Karl Johans torg",
  "Sara Hjort Plats är torgets nya namn",
  "Enkäten är öppen till 24 maj 2027.",
  "Rum 0301, plan 3, 60 platser",
  "Ljusstyrka 20-30 lux, höjd 08-12 meter",
  "A: 75 %, B: 25 %",
  "Vi vill nå muslimska församlingen, Svenska kyrkan och judiska församlingen.",
  "Socialdemokraterna, Moderaterna och Vänsterpartiet är representerade.",
  "The platform belongs to the state; SEK 1,200,000 is set aside.",
  "Participants think the lights are too weak.",
];

describe("words that may tell of a private person", () => {
  test.each(ASKED_ABOUT.map(([text, ...kinds]) => ({ text, kinds })))(
    "are asked about: $text",
    ({ text, kinds }) => {
      expect(sensitiveIn(text)).toEqual(kinds);
    },
  );
  test.each(ORDINARY)("are not: %s", (text) => {
    expect(sensitiveIn(text)).toEqual([]);
  });
  test("no text of the scenarios' own plan is asked about", () => {
    const source = readFileSync(new URL("../support/whole-plan.ts", import.meta.url), "utf8");
    const texts = [...source.matchAll(/"([^"\n]*)"/gu)].map(([, text = ""]) => text);
    expect(texts.length).toBeGreaterThan(100);
    expect(texts.filter((text) => sensitiveIn(text).length > 0)).toEqual([]);
  });
});
