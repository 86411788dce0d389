import { expect, test } from "vitest";
import { enterInDiary } from "./diary-acts.ts";
import { buttonsOf, inputsOf } from "../support/card-reading.ts";
import { GROUPS, MEMBERS, THEMES, TITLE, type Told } from "./ny-grundskola.ts";
import { codesIn, fillPages, openItem } from "./plan-acts.ts";
import { countPeople, noteWhoWasThere, openTheTalk, writeDown } from "./holding-acts.ts";
import { compileReport, debrief, hold, INVITATION, TELLS } from "./stationstorget-later.ts";
import { linked } from "./stationstorget-plan.ts";
import { lines, overviewOf } from "./story.ts";
import { answerSurvey, openRounds, readResults, spread } from "./survey-acts.ts";

const CONDUCT = 6;
const CHAIR = "ordföranden (Anna Lindqvist)";
const TJP = "tjänstepersonen (Tove Johansson)";
const STANDING = ["W-LEGAL-CONSULTATION", "W-MULTI-BOARD"] as const;

/** scenarios.md, scenario 2, from 2027-10-26 to 2027-12-13. */
export function occasionRows(told: Told): void {
  test("2027-10-26 10:00 KOM invites with the five compulsory parts: D06 is done, the invitation is a record for the diary", async () => {
    const { story, cast } = told;
    await story.at("2027-10-26 10:00");
    await openItem(cast.kom, CONDUCT, INVITATION);
    await fillPages(cast.kom, {
      "Publicerad den": "2027-10-26",
      Kanaler: "Webbsida; Skola",
      ...linked("Länk till inbjudan", "Inbjudan på svenska, arabiska, somaliska och lättläst"),
      ...TELLS,
    });
    expect(await told.codes()).toEqual(STANDING);
    expect(await told.dates("Att göra")).toEqual([
      "Påminn de inbjudna: senast tisdag 9 november 2027 · kommunikatören (Samira Haddad)",
    ]);
    await cast.registrar.press("Öppna dialogen");
    const queue = await cast.registrar.submit("Att diarieföra");
    expect(queue.words).toContain(
      lines(INVITATION, "Från 26 oktober 2027. Senast 27 oktober 2027."),
    );
    expect(await enterInDiary(cast.registrar)).toEqual([INVITATION]);
  });

  test("2027-11-09 10:00 KOM reminds those invited: D07 is done", async () => {
    const { story, cast } = told;
    await story.at("2027-11-09 10:00");
    await openItem(cast.kom, CONDUCT, "E1: Påminn inbjudna grupper");
    await fillPages(cast.kom, { "Skickat den": "2027-11-09" });
    await story.settled();
    expect(await told.dates("Att göra")).toEqual([]);
  });

  test("2027-11-16 21:00 E1 ends, with A, C and E and 41 participants: D08.1 and D09.1 begin", async () => {
    const { story, cast } = told;
    await story.at("2027-11-16 20:59");
    expect(await told.dates("Att göra")).toEqual([]);
    await story.at("2027-11-16 21:00");
    const present = [MEMBERS.a, MEMBERS.c, MEMBERS.e].join("; ");
    await hold(cast, { number: "E1", present, count: "41" });
    await story.settled();
    expect(await told.dates("Att göra")).toEqual([
      `Genomgång efter tillfälle 1: senast torsdag 18 november 2027 · ${TJP}`,
      `Deltagarnas enkät stänger, tillfälle 1: senast fredag 26 november 2027 · ${TJP}`,
    ]);
    await story.at("2027-11-18 10:00");
    await debrief(cast.tove, "E1", "2027-11-18");
  });

  test("2027-11-18 12:30 TJP may not say that E2 was held without anybody elected: E-NO-ELECTED-PRESENT", async () => {
    const { story, cast } = told;
    await story.at("2027-11-18 12:30");
    const present = "E2: Minst en förtroendevald deltar hela tiden";
    const page = await openItem(cast.tove, CONDUCT, present);
    const save = buttonsOf(page.card ?? {}).find(({ title }) => title === "Spara och visa steget");
    const nobody = Object.fromEntries(inputsOf(page.card ?? {}).map(({ id }) => [String(id), ""]));
    const on = await overviewOf(cast.tove, TITLE);
    const refused = await story.unchanged(() =>
      cast.tove.send((save?.["data"] ?? {}) as object, nobody, on),
    );
    expect(codesIn(refused.words)).toEqual(["E-NO-ELECTED-PRESENT"]);
  });

  test("2027-11-18 13:00 B takes the place of H, who is ill: E2 is held with 24 pupils", async () => {
    const { story, cast } = told;
    await story.at("2027-11-18 13:00");
    await openItem(cast.tove, CONDUCT, "E2: Gå igenom roller, material och lokal");
    await fillPages(cast.tove, {
      "Förtroendevald värd": MEMBERS.b,
      Samtalsledare: "Processledaren",
      Antecknar: "Samira Haddad",
      "Materialet är klart": "Ja",
    });
    await story.at("2027-11-18 14:30");
    await openTheTalk(cast.member("b"), "E2");
    await noteWhoWasThere(cast.anna, "E2", MEMBERS.b);
    await writeDown(cast.kom, "E2");
    await countPeople(cast.tove, "E2", "24");
    await story.settled();
    expect(await told.dates("Att göra")).toEqual([
      `Genomgång efter tillfälle 2: senast måndag 22 november 2027 · ${TJP}`,
      `Deltagarnas enkät stänger, tillfälle 1: senast fredag 26 november 2027 · ${TJP}`,
      `Deltagarnas enkät stänger, tillfälle 2: senast måndag 29 november 2027 · ${TJP}`,
    ]);
    await story.at("2027-11-22 10:00");
    await debrief(cast.tove, "E2", "2027-11-22");
  });

  test("2027-11-23 20:00 E3 ends, the last one, with D and H and 6 participants: D08.3, D09.3, D10, D11 and D13.1 begin", async () => {
    const { story, cast } = told;
    await story.at("2027-11-23 20:00");
    const present = [MEMBERS.d, MEMBERS.h].join("; ");
    await hold(cast, { number: "E3", present, count: "6" });
    await story.settled();
    expect(await told.dates("Att göra")).toEqual([
      `Genomgång efter tillfälle 3: senast torsdag 25 november 2027 · ${TJP}`,
      `Deltagarnas enkät stänger, tillfälle 1: senast fredag 26 november 2027 · ${TJP}`,
      `Deltagarnas enkät stänger, tillfälle 2: senast måndag 29 november 2027 · ${TJP}`,
      `Deltagarnas enkät stänger, tillfälle 3: senast fredag 3 december 2027 · ${TJP}`,
      `Sammanställning: senast tisdag 14 december 2027 · ${TJP}`,
      `Återkoppling 1: det här sa ni: senast tisdag 21 december 2027 · ${CHAIR}`,
      `Lägesbesked 1: senast måndag 21 februari 2028 · ${TJP}`,
    ]);
    await story.at("2027-11-25 10:00");
    await debrief(cast.tove, "E3", "2027-11-25");
    expect(await told.overview()).toContain("6 steg klara. Du är här: 7. Sammanställa resultat");
    expect(await told.codes()).toEqual(STANDING);
  });

  test("2027-11-26, 11-29 and 12-03 23:59 the rounds close with 22, 19 and 4 answers: D09 is done on each day", async () => {
    const { story, cast } = told;
    await answerSurvey(cast.tove, 1, spread(1, 2, 4, 9, 6), "P4", "P2");
    await answerSurvey(cast.tove, 2, spread(0, 2, 3, 8, 6), "P4");
    await answerSurvey(cast.tove, 3, [4, 4, 5, 2], "P4", "P2");
    await story.at("2027-12-04 10:00");
    await story.settled();
    const { words: rounds } = await openRounds(cast.tove);
    for (const count of [22, 19, 4]) expect(rounds).toContain(`Antal svar: ${count}`);
    const results = await readResults(cast.anna);
    expect(results).toContain("32 av 45 (71 %) instämmer. Median 4. Kvartiler 3 och 5.");
    expect(await told.dates("Klart eller utgått")).toEqual(
      expect.arrayContaining([
        `Deltagarnas enkät stänger, tillfälle 1: klart 26 november 2027 · ${TJP}`,
        `Deltagarnas enkät stänger, tillfälle 2: klart 29 november 2027 · ${TJP}`,
        `Deltagarnas enkät stänger, tillfälle 3: klart 3 december 2027 · ${TJP}`,
      ]),
    );
  });

  test("2027-12-13 10:00 TJP fixes the report v1.0 with three themes: D10 is done, step 7 is done", async () => {
    const { story, cast } = told;
    await story.at("2027-12-13 10:00");
    await compileReport(cast.tove, {
      on: "2027-12-13",
      dnr: "KS 2027-0312",
      groups: GROUPS.length,
      themes: THEMES,
    });
    await story.settled();
    expect(await enterInDiary(cast.registrar)).toEqual(["Fastställ rapporten"]);
    expect(await told.overview()).toContain("7 steg klara. Du är här: 8. Beslut");
    expect(await told.codes()).toEqual(STANDING);
    expect(await told.dates("Att göra")).toEqual([
      `Återkoppling 1: det här sa ni: senast tisdag 21 december 2027 · ${CHAIR}`,
      `Lägesbesked 1: senast måndag 21 februari 2028 · ${TJP}`,
    ]);
  });
}
