import { expect, test } from "vitest";
import { addRows, fillMap, fillPages, openItem } from "./plan-acts.ts";
import { GROUPS, linked } from "./stationstorget-plan.ts";
import type { Told } from "./stationstorget-told.ts";
import { lines } from "./story.ts";

const CONDUCT = 6;
const COMPILE = 7;

/** scenarios.md, scenario 1, from 2027-05-12 to 2027-06-10. */
export function occasionRows(told: Told): void {
  test("2027-05-12 20:30 E1 ends, with A, B and D and 46 participants: D08.1 and D09.1 begin", async () => {
    const { story } = told;
    await story.at("2027-05-12 20:29");
    expect(await told.overview()).not.toContain("Genomgång efter tillfälle 1");
    await story.at("2027-05-12 20:30");
    await hold(told, "E1", "Anna Lindqvist; Behzad Karimi; David Holmgren", "46");
    await story.settled();
    expect(await told.overview()).toContain(
      lines(
        "Genomgång efter tillfälle 1",
        "senast fredag 14 maj 2027 · tjänstepersonen (Tove Johansson)",
        "Senast 14 maj",
        "Deltagarnas enkät stänger, tillfälle 1",
        "senast måndag 24 maj 2027 · tjänstepersonen (Tove Johansson)",
      ),
    );
  });

  test("2027-05-14 10:00 TJP writes the debrief of E1: D08.1 is done", async () => {
    await told.story.at("2027-05-14 10:00");
    await debrief(told, "E1", "2027-05-14");
    await told.story.settled();
    expect(await told.overview()).not.toContain("Genomgång efter tillfälle 1\nsenast");
  });

  test("2027-05-22 14:00 E2 ends, the last one: D08.2, D09.2, D10, D11 and D13.1 begin", async () => {
    const { story } = told;
    await story.at("2027-05-22 14:00");
    await hold(told, "E2", "Cecilia Nyström; Elif Demir", "120");
    await story.settled();
    const words = await told.overview();
    // The Översikt has room for the nearest; the two that come last are read on 10 June.
    for (const [name, due, who] of AFTER_LAST.slice(0, 3))
      expect(words).toContain(lines(name, `senast ${due} 2027 · ${who}`));
  });

  test("2027-05-24 and 06-01 the rounds close, recorded with their answers: D09 is done", async () => {
    const { story, cast } = told;
    await story.at("2027-05-25 08:00");
    await closeRound(told, "onsdag 12 maj 2027 kl. 18.00", "2027-05-24", "31");
    await story.at("2027-06-02 08:00");
    await closeRound(told, "lördag 22 maj 2027 kl. 11.00", "2027-06-01", "12");
    await story.settled();
    expect(await told.overview()).not.toContain("Deltagarnas enkät stänger, tillfälle 1\nsenast");
    expect(cast.tove.dialog()).toBeDefined();
  });

  test("2027-05-25 10:00 TJP writes the debrief of E2: every tillfälle is held and documented, step 6 is done", async () => {
    await debrief(told, "E2", "2027-05-25");
    await told.story.settled();
    expect(await told.overview()).toContain("6 steg klara. Du är här: 7. Sammanställa resultat");
  });

  test("2027-06-10 10:00 TJP fixes the report v1.0 with five themes: D10 is done, step 7 is done", async () => {
    const { story, cast } = told;
    const { tove } = cast;
    await story.at("2027-06-10 10:00");
    await openItem(tove, COMPILE, "Samla allt underlag från tillfällena");
    await addRows(tove, linked("Länkar till underlaget", "Anteckningar"));
    await openItem(tove, COMPILE, "Ta bort namn och känsliga uppgifter");
    await fillPages(tove, { "Gjort av": "Tove Johansson", "Gjort den": "2027-06-09" });
    await openItem(tove, COMPILE, "Gruppera synpunkterna i teman, också de som är få");
    await addRows(tove, ...THEMES.map((Tema) => ({ Tema, "Så många tog upp temat": "Många" })));
    await openItem(tove, COMPILE, "Redovisa vilka grupper som hördes och vilka som saknas");
    await fillMap(tove, "Nådde ni gruppen?", ...GROUPS.map(() => "Ja"));
    await tove.submit("Klar");
    await fillPages(tove, { "Det här gör bilden skev": "Få med synnedsättning kom." });
    await openItem(tove, COMPILE, "Fastställ rapporten");
    await fillPages(tove, {
      ...linked("Länk till rapporten", "Sammanställning"),
      Version: "1.0",
      "Fastställd den": "2027-06-10",
    });
    await openItem(tove, COMPILE, "Lämna rapporten till styrgruppen och till nämndens ärende");
    await fillPages(tove, { "Lämnad den": "2027-06-10", Diarienummer: "SBN 2027-0041" });
    await story.settled();
    const words = await told.overview();
    expect(words).toContain("7 steg klara. Du är här: 8. Beslut");
    expect(words).not.toContain("Sammanställning\nsenast");
    for (const [name, due, who] of AFTER_LAST.slice(3))
      expect(words).toContain(lines(name, `senast ${due} 2027 · ${who}`));
    const report = await openItem(tove, COMPILE, "Fastställ rapporten");
    expect(report.words).toContain("E-LOCKED-RECORD");
  });
}

export const THEMES = [
  "Belysning",
  "Något att göra",
  "Väntsalens öppettider",
  "Häckar och siktlinjer",
  "Vakter varje kväll",
] as const;
const TJP = "tjänstepersonen (Tove Johansson)";
const AFTER_LAST = [
  ["Genomgång efter tillfälle 2", "tisdag 25 maj", TJP],
  ["Deltagarnas enkät stänger, tillfälle 2", "tisdag 1 juni", TJP],
  ["Sammanställning", "fredag 11 juni", TJP],
  ["Återkoppling 1: det här sa ni", "fredag 18 juni", "ordföranden (Anna Lindqvist)"],
  ["Lägesbesked 1", "fredag 20 augusti", TJP],
] as const;

/** Who was there, what was told, written down, counted and handed out. */
async function hold({ cast }: Told, number: string, present: string, count: string): Promise<void> {
  const { anna, tove } = cast;
  await openItem(anna, CONDUCT, `${number}: Minst en förtroendevald deltar hela tiden`);
  await fillPages(anna, { "Förtroendevalda på plats": present });
  await openItem(
    tove,
    CONDUCT,
    `${number}: Berätta vad som går att påverka, vad som händer sedan och hur svaren sparas`,
  );
  await fillPages(tove, { "Deltagarna har fått veta det": "Ja" });
  await openItem(tove, CONDUCT, `${number}: Skriv ner vad som sägs, utan namn`);
  await fillPages(tove, linked("Länk till anteckningarna", "Anteckningar"));
  await openItem(tove, CONDUCT, `${number}: Räkna deltagare och uppskatta vilka grupper som kom`);
  await fillPages(tove, { "Antal deltagare": count });
}

async function debrief({ cast }: Told, number: string, on: string): Promise<void> {
  const item = `${number}: Gör en kort genomgång: vad fungerade, vad ändrar vi?`;
  await openItem(cast.tove, CONDUCT, item);
  await fillPages(cast.tove, { "Det här ändrar vi": "Fler ljusförslag per bord", "Gjord den": on });
}

/** The survey itself comes later: what is known of it now is how many answered. */
async function closeRound(
  { cast }: Told,
  occasion: string,
  on: string,
  answers: string,
): Promise<void> {
  await openItem(cast.tove, 10, "Stäng deltagarnas utvärdering och visa resultatet");
  await addRows(cast.tove, { Tillfälle: occasion, "Stängd den": on, "Antal svar": answers });
}
