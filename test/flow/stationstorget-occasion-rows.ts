import { expect, test } from "vitest";
import { enterInDiary } from "./diary-acts.ts";
import { openItem } from "./plan-acts.ts";
import { compileReport, debrief, E1_HELD, E2_HELD, hold } from "./stationstorget-later.ts";
import { lines } from "./story.ts";
import { answerSurvey, openRound, openRounds, readResults, spread } from "./survey-acts.ts";
import type { Told } from "./stationstorget-told.ts";

const COMPILE = 7;

/** scenarios.md, scenario 1, from 2027-05-12 to 2027-06-10. */
export function occasionRows(told: Told): void {
  test("2027-05-12 20:30 E1 ends, with A, B and D and 46 participants: D08.1 and D09.1 begin", async () => {
    const { story } = told;
    await story.at("2027-05-12 20:29");
    expect(await told.overview()).not.toContain("Genomgång efter tillfälle 1");
    await story.at("2027-05-12 20:30");
    await hold(told.cast, E1_HELD);
    await story.settled();
    expect(await told.dates("Att göra")).toEqual([
      `Genomgång efter tillfälle 1: senast fredag 14 maj 2027 · ${TJP}`,
      `Deltagarnas enkät stänger, tillfälle 1: senast måndag 24 maj 2027 · ${TJP}`,
    ]);
  });

  test("2027-05-14 10:00 TJP writes the debrief of E1: D08.1 is done", async () => {
    await told.story.at("2027-05-14 10:00");
    await debrief(told.cast.tove, "E1", "2027-05-14");
    await told.story.settled();
    expect(await told.overview()).not.toContain("Genomgång efter tillfälle 1\nsenast");
  });

  test("2027-05-22 14:00 E2 ends, the last one: D08.2, D09.2, D10, D11 and D13.1 begin", async () => {
    const { story } = told;
    await story.at("2027-05-22 14:00");
    await hold(told.cast, E2_HELD);
    await story.settled();
    expect(await told.dates("Att göra")).toEqual([
      `Deltagarnas enkät stänger, tillfälle 1: senast måndag 24 maj 2027 · ${TJP}`,
      `Genomgång efter tillfälle 2: senast tisdag 25 maj 2027 · ${TJP}`,
      `Deltagarnas enkät stänger, tillfälle 2: senast tisdag 1 juni 2027 · ${TJP}`,
      ...AFTER_LAST,
    ]);
  });

  test("31 and 12 answer by the public page; only how many is seen", async () => {
    const { cast } = told;
    await answerSurvey(cast.tove, 1, spread(1, 3, 6, 13, 8), "P5");
    await answerSurvey(cast.tove, 2, spread(0, 1, 2, 6, 3), "P5");
    expect((await openRound(cast.tove, 1)).words).toContain("Antal svar: 31");
  });

  test("2027-05-25 10:00 TJP writes the debrief of E2: every tillfälle is held and documented, step 6 is done", async () => {
    await told.story.at("2027-05-25 10:00");
    await debrief(told.cast.tove, "E2", "2027-05-25");
    await told.story.settled();
    expect(await told.overview()).toContain("6 steg klara. Du är här: 7. Sammanställa resultat");
  });

  test("2027-05-24 and 06-01 the rounds close by themselves: D09 is done", async () => {
    const { story, cast } = told;
    await story.at("2027-06-02 08:00");
    await story.settled();
    const { words: rounds } = await openRounds(cast.tove);
    expect(rounds).toContain(lines("Stängde måndag 24 maj 2027", "Antal svar: 31"));
    expect(rounds).toContain(lines("Stängde tisdag 1 juni 2027", "Antal svar: 12"));
    expect((await openRounds(cast.anna)).words).not.toContain("Antal svar");
    expect(await told.overview()).not.toContain("Deltagarnas enkät stänger, tillfälle 1\nsenast");
    const results = await readResults(cast.anna);
    expect(results).toContain("21 av 31 (68 %) instämmer. Median 4. Kvartiler 3 och 5.");
    expect(results).toContain("9 av 12 instämmer. Median 4.");
  });

  test("2027-06-10 10:00 TJP fixes the report v1.0 with five themes: D10 is done, step 7 is done", async () => {
    const { story, cast } = told;
    await story.at("2027-06-10 10:00");
    await compileReport(cast.tove);
    await story.settled();
    const words = await told.overview();
    expect(words).toContain("7 steg klara. Du är här: 8. Beslut");
    expect(words).not.toContain("Sammanställning\nsenast");
    expect(await told.dates("Att göra")).toEqual(AFTER_LAST.slice(1));
    expect(await told.codes()).toEqual([]);
    const report = await openItem(cast.tove, COMPILE, "Fastställ rapporten");
    expect(report.words).toContain("E-LOCKED-RECORD");
    expect(await enterInDiary(cast.registrar)).toEqual(["Fastställ rapporten"]);
  });
}

const TJP = "tjänstepersonen (Tove Johansson)";
const AFTER_LAST = [
  `Sammanställning: senast fredag 11 juni 2027 · ${TJP}`,
  "Återkoppling 1: det här sa ni: senast fredag 18 juni 2027 · ordföranden (Anna Lindqvist)",
  `Lägesbesked 1: senast fredag 20 augusti 2027 · ${TJP}`,
] as const;
