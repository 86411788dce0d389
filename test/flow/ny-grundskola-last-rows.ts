import { morningsIn } from "./told-mornings.ts";
import { expect, test } from "vitest";
import { enterInDiary } from "./diary-acts.ts";
import { registerDecision } from "./decision-acts.ts";
import { answerRound, nudgedOn } from "./internal-round-rows.ts";
import { finalMinutes, INTERNAL, THEMES, type Told } from "./ny-grundskola.ts";
import { codesIn, openItem } from "./plan-acts.ts";
import {
  endFollowUp,
  followMinutes,
  giveReasons,
  handOver,
  learn,
  reportEvaluation,
  tellWhatHappened,
  tellWhatWasDecided,
  tellWhatWasSaid,
} from "./stationstorget-later.ts";
import { lines } from "./story.ts";

const CHAIR = "ordföranden (Anna Lindqvist)";
const TJP = "tjänstepersonen (Tove Johansson)";
const KOM = "kommunikatören (Samira Haddad)";
const STANDING = ["W-LEGAL-CONSULTATION", "W-MULTI-BOARD"] as const;

/** scenarios.md, scenario 2, from 2027-12-20 to 2029-03-02. */
export function lastRows(told: Told): void {
  test("2027-12-20 10:00 A publishes feedback 1: D11 is done", async () => {
    const { story, cast } = told;
    await story.at("2027-12-20 10:00");
    await tellWhatWasSaid(cast.anna, "2027-12-20");
    await enterInDiary(cast.registrar);
    await story.settled();
    expect(await told.dates("Att göra")).toEqual([
      `Lägesbesked 1: senast måndag 21 februari 2028 · ${TJP}`,
    ]);
  });

  test("2028-01-17 13:00 KS only prepares the matter: its decision is not the final one, E-BOARD-ONLY", async () => {
    const { story, cast } = told;
    await story.at("2028-01-17 13:00");
    const kept = finalMinutes("Kommunstyrelsen", "2028-01-17", "§ 12");
    const refused = await registerDecision(cast.registrar, "Slutligt beslut i frågan", kept);
    expect(codesIn(refused.words)).toEqual(["E-BOARD-ONLY"]);
    expect(await told.overview()).toContain("7 steg klara. Du är här: 8. Beslut");
    const again = await story.unchanged(() => cast.registrar.submit("Registrera"));
    expect(codesIn(again.words)).toEqual(["E-BOARD-ONLY"]);
  });

  test("2028-02-01 16:00 KF's decision is confirmed, theme 3 has no reason: stored, and E-REASONS-MISSING; D13.1 goes", async () => {
    const { story, cast } = told;
    await story.at("2028-02-01 16:00");
    await giveReasons(cast.tove, THEMES.slice(0, 2), ["Följs", "Följs"]);
    const kept = finalMinutes("Kommunfullmäktige", "2028-01-31", "§ 9");
    await registerDecision(cast.registrar, "Slutligt beslut i frågan", kept);
    await story.settled();
    await cast.anna.press("Stämmer", "personal");
    const words = await told.overview();
    expect(words).toContain("7 steg klara. Du är här: 8. Beslut");
    expect(words).toContain(
      "Ordinarie datum 31 juli flyttas till 14 augusti. Skicka gärna före sommaren. W-QUIET-PERIOD",
    );
    expect(await told.codes()).toEqual([...STANDING, "W-NOT-FINAL", "W-QUIET-PERIOD"]);
    expect(await told.dates("Att göra")).toEqual([
      `Återkoppling 2: det här beslutades: senast måndag 21 februari 2028 · ${CHAIR}`,
      `Uppföljning 1: senast måndag 14 augusti 2028 · ${CHAIR}`,
      `Uppföljning 2: senast onsdag 31 januari 2029 · ${CHAIR}`,
    ]);
    expect(await told.dates("Klart eller utgått")).toContain(
      `Lägesbesked 1: behövs inte sedan 1 februari 2028 · ${TJP}`,
    );
    const page = await openItem(cast.anna, 9, "Återkoppling 2 – det här beslutades och varför");
    expect(codesIn(page.words)).toEqual(["E-REASONS-MISSING"]);
  });

  test("2028-02-02 10:00 TJP writes the reason: step 8 is done", async () => {
    const { story, cast } = told;
    await story.at("2028-02-02 10:00");
    await giveReasons(cast.tove, THEMES.slice(2), ["Följs inte"]);
    expect(await told.overview()).toContain(
      "8 steg klara. Du är här: 9. Återkoppling till medborgarna",
    );
    expect(await told.codes()).toEqual([...STANDING, "W-NOT-FINAL", "W-QUIET-PERIOD"]);
  });

  test("2028-02-10 and 02-11 REG enters approval and announcement: ST1 and ST2 14 February, appeals until 3 March", async () => {
    const { story, cast } = told;
    expect(await told.overview()).toContain(
      lines("Justera protokollet (KF § 9)", "senast 14 februari 2028"),
    );
    await story.at("2028-02-10 12:00");
    await followMinutes(cast.registrar, { Justerat: "2028-02-10" });
    // The second day after the approval is a Saturday.
    expect(await told.overview()).toContain(
      lines("Anslå på anslagstavlan (KF § 9)", "senast 14 februari 2028"),
    );
    expect(await told.codes()).toEqual([...STANDING, "W-QUIET-PERIOD"]);
    await story.at("2028-02-11 12:00");
    await followMinutes(cast.registrar, { Anslaget: "2028-02-11" });
    expect(await told.overview()).toContain(
      lines("Överklagandetiden går ut (KF § 9)", "3 mars 2028"),
    );
  });

  test("2028-02-18 10:00 A publishes feedback 2: D14 is done, D15 closes 6 March, the leap day counted", async () => {
    const { story, cast } = told;
    await story.at("2028-02-18 10:00");
    await tellWhatWasDecided(cast.anna, "2028-02-18");
    await enterInDiary(cast.registrar);
    expect(await told.overview()).toContain("9 steg klara");
    expect((await told.dates("Att göra"))[0]).toBe(
      `Intern utvärdering stänger: senast måndag 6 mars 2028 · ${TJP}`,
    );
  });

  test("2028-02-21 08:30 the internal evaluation opens for eleven; six, then three are nudged, and it closes on 6 March with nine answers: D15 is done, D16 is due 20 March", async () => {
    const { story } = told;
    const answer = (from: number, until: number) =>
      I4.slice(from, until).reduce<Promise<unknown>>(async (before, said, index) => {
        await before;
        return answerRound(story.person(INTERNAL[from + index] ?? ""), { I4: said });
      }, Promise.resolve());
    await story.at("2028-02-21 08:30");
    await answer(0, 5);
    await story.at("2028-02-28 08:30");
    expect(await nudgedOn(story, "måndag 28 februari", INTERNAL)).toEqual(INTERNAL.slice(5));
    await answer(5, 8);
    await story.at("2028-03-03 08:30");
    expect(await nudgedOn(story, "fredag 3 mars", INTERNAL)).toEqual(INTERNAL.slice(8));
    await answer(8, 9);
    await story.at("2028-03-06 23:59");
    await story.settled();
    expect((await told.dates("Att göra"))[0]).toBe(
      `Lärandemöte: senast måndag 20 mars 2028 · ${CHAIR}`,
    );
    await story.person("Margareta Öberg").see("9 av 11 svarade.");
  });

  test("2028-03-16 10:00 A holds the learning meeting: D16 is done, step 10 is done, D17 is due 13 April", async () => {
    const { story, cast } = told;
    await story.at("2028-03-16 10:00");
    await learn(cast.anna, "2028-03-16");
    expect(await told.overview()).toContain("10 steg klara");
    expect((await told.dates("Att göra"))[0]).toBe(
      `Utvärderingen till nämnden: senast torsdag 13 april 2028 · ${TJP}`,
    );
  });

  test("2028-04-10 13:00 TJP reports to KS: D17 is done", async () => {
    const { story, cast } = told;
    await story.at("2028-04-10 13:00");
    await reportEvaluation(cast.tove, "2028-04-10", "§ 58");
    await enterInDiary(cast.registrar);
    await story.settled();
    expect(await told.dates("Att göra")).toEqual([
      `Uppföljning 1: senast måndag 14 augusti 2028 · ${CHAIR}`,
      `Uppföljning 2: senast onsdag 31 januari 2029 · ${CHAIR}`,
    ]);
  });

  test("2028-08-14 10:00 A publishes follow-up 1: D18.1 is done on the day it was moved to", async () => {
    const { story, cast } = told;
    await story.at("2028-08-14 10:00");
    await tellWhatHappened(cast.anna, "Pågår", "2028-08-14");
    await enterInDiary(cast.registrar);
    await story.settled();
    expect(await told.dates("Att göra")).toEqual([
      `Uppföljning 2: senast onsdag 31 januari 2029 · ${CHAIR}`,
    ]);
  });

  test("2029-01-31 10:00 A publishes follow-up 2 and ends the follow-up: no D18.3, D19 is due 2 March", async () => {
    const { story, cast } = told;
    await story.at("2029-01-31 10:00");
    await tellWhatHappened(cast.anna, "Genomfört", "2029-01-31");
    await endFollowUp(cast.anna, "2029-01-31");
    await enterInDiary(cast.registrar);
    await handOver(cast.registrar, { exportId: "EXP-2", disposal: "KS 2026-0003" });
    await story.settled();
    expect(await told.dates("Att göra")).toEqual([
      "Kontaktlistan raderas: senast fredag 2 mars 2029 · sker av sig självt",
    ]);
    expect(await told.codes()).toEqual(STANDING);
  });

  test("2029-03-02 08:30 the contact list goes by itself, the dialogue is closed, and every date is as the table has it", async () => {
    const { story } = told;
    await story.at("2029-03-02 08:29");
    expect(await told.overview()).not.toContain("Dialogen avslutades");
    await story.at("2029-03-02 08:30");
    expect(await told.overview()).toContain("Dialogen avslutades 2 mars 2029");
    expect(await told.dates("Klart eller utgått")).toEqual(TABLE);
  });

  test("what was to be reminded of came, each morning to whom it was for, and nothing else", async () => {
    expect(await morningsIn(told.story)).toEqual(MORNINGS);
  });
}

/** scenarios.md, "Survey expectations": who answers what, in the order they do. */
const I4 = [5, 4, 4, 3, 5, 4, 4, 2, 4] as const;

/** "Deadlines" of scenario 2, by the day they were due: what became of each. */
const TABLE: readonly string[] = [
  "Tjänsteperson utsedd: klart 14 september 2027 · förvaltningschefen (Margareta Öberg)",
  `Startmöte: klart 22 september 2027 · ${TJP}`,
  `Sättet att återkoppla bestämt: klart 8 oktober 2027, 2 arbetsdagar sent · ${CHAIR}`,
  `Avstämning godkänd: klart 14 oktober 2027 · ${CHAIR}`,
  `Inbjudan publicerad: klart 26 oktober 2027 · ${KOM}`,
  `Förslag till genomförande: klart 11 oktober 2027 · ${TJP}`,
  `Påminn de inbjudna: klart 9 november 2027 · ${KOM}`,
  `Genomgång efter tillfälle 1: klart 18 november 2027 · ${TJP}`,
  `Genomgång efter tillfälle 2: klart 22 november 2027 · ${TJP}`,
  `Genomgång efter tillfälle 3: klart 25 november 2027 · ${TJP}`,
  `Deltagarnas enkät stänger, tillfälle 1: klart 26 november 2027 · ${TJP}`,
  `Deltagarnas enkät stänger, tillfälle 2: klart 29 november 2027 · ${TJP}`,
  `Deltagarnas enkät stänger, tillfälle 3: klart 3 december 2027 · ${TJP}`,
  `Sammanställning: klart 13 december 2027 · ${TJP}`,
  `Återkoppling 1: det här sa ni: klart 20 december 2027 · ${CHAIR}`,
  `Lägesbesked 1: behövs inte sedan 1 februari 2028 · ${TJP}`,
  `Återkoppling 2: det här beslutades: klart 18 februari 2028 · ${CHAIR}`,
  `Intern utvärdering stänger: klart 6 mars 2028 · ${TJP}`,
  `Lärandemöte: klart 16 mars 2028 · ${CHAIR}`,
  `Utvärderingen till nämnden: klart 10 april 2028 · ${TJP}`,
  `Uppföljning 1: klart 14 augusti 2028 · ${CHAIR}`,
  `Uppföljning 2: klart 31 januari 2029 · ${CHAIR}`,
  "Kontaktlistan raderas: klart 2 mars 2029 · sker av sig självt",
];

/** "Påminnelser som ska skickas" of scenario 2: one message a person and morning, at 08:30; on 19 November two things for Tove. */
const MORNINGS: readonly string[] = [
  "2027-09-13: Margareta",
  "2027-09-21: Tove",
  "2027-09-29: Anna",
  "2027-10-05: Anna",
  "2027-10-06: Anna",
  "2027-10-07: Anna Tove",
  "2027-10-14: Anna",
  "2027-10-19: Samira",
  "2027-10-25: Samira",
  "2027-10-26: Samira",
  "2027-11-12: Anna Behzad Cecilia David Elif Fredrik Gunilla Hodan Tove",
  "2027-11-16: Anna Behzad Cecilia David Elif Fredrik Gunilla Hodan Tove",
  "2027-11-17: Tove",
  "2027-11-18: Tove",
  "2027-11-19: Anna Behzad Cecilia David Elif Fredrik Gunilla Hodan Tove",
  "2027-11-22: Tove",
  "2027-11-24: Tove",
  "2027-11-25: Tove",
  "2027-12-07: Tove",
  "2027-12-13: Tove",
  "2027-12-14: Anna",
  "2027-12-20: Anna",
  "2028-02-14: Anna",
  "2028-02-18: Anna",
  "2028-02-21: Anna Behzad Cecilia David Elif Fredrik Gunilla Hodan Petra Samira Tove",
  "2028-02-28: Fredrik Gunilla Hodan Petra Samira Tove",
  "2028-03-03: Petra Samira Tove",
  "2028-03-13: Anna",
  "2028-04-06: Tove",
  "2028-08-07: Anna",
  "2028-08-11: Anna",
  "2028-08-14: Anna",
  "2029-01-24: Anna",
  "2029-01-30: Anna",
  "2029-01-31: Anna",
];
