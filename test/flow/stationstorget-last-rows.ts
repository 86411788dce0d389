import { expect, test } from "vitest";
import { enterInDiary } from "./diary-acts.ts";
import { sendItem } from "./acts.ts";
import { internalRoundRows } from "./internal-round-rows.ts";
import { codesIn } from "./plan-acts.ts";
import { TITLE } from "./stationstorget.ts";
import {
  endFollowUp,
  handOver,
  learn,
  reportEvaluation,
  tellWhatHappened,
} from "./stationstorget-later.ts";
import { morningsIn } from "./told-mornings.ts";
import type { Told } from "./stationstorget-told.ts";
import { lines, overviewOf } from "./story.ts";

/** scenarios.md, scenario 1, from 2027-08-16 to 2028-07-24. */
export function lastRows(told: Told): void {
  internalRoundRows(told);

  test("2027-09-09 10:00 A holds the learning meeting with three lessons: D16 is done, step 10 is done, D17 is due 7 October", async () => {
    const { story, cast } = told;
    await story.at("2027-09-09 10:00");
    await learn(cast.anna);
    await story.settled();
    expect(await told.overview()).toContain("10 steg klara");
    expect(await told.dates("Att göra")).toEqual([
      "Utvärderingen till nämnden: senast torsdag 7 oktober 2027 · tjänstepersonen (Tove Johansson)",
      ...FOLLOW_UPS,
    ]);
  });

  test("2027-09-28 13:00 the evaluation is reported, § 102: D17 is done", async () => {
    const { story, cast } = told;
    await story.at("2027-09-28 13:00");
    await reportEvaluation(cast.tove);
    await enterInDiary(cast.registrar);
    await story.settled();
    expect(await told.dates("Att göra")).toEqual(FOLLOW_UPS);
  });

  test("2027-12-21 10:00 A publishes follow-up 1: D18.1 is done", async () => {
    const { story, cast } = told;
    await story.at("2027-12-21 10:00");
    await tellWhatHappened(cast.anna, "Pågår", "2027-12-21");
    expect(await enterInDiary(cast.registrar)).toEqual(["Uppföljning 1"]);
    await story.settled();
    expect(await told.dates("Att göra")).toEqual(FOLLOW_UPS.slice(1));
  });

  test("2028-06-22 10:00 A publishes follow-up 2 and ends the follow-up: D18.2 is done, no D18.3, D19 is due 24 July", async () => {
    const { story, cast } = told;
    await story.at("2028-06-22 10:00");
    await tellWhatHappened(cast.anna, "Genomfört", "2028-06-22");
    await endFollowUp(cast.anna);
    expect(await enterInDiary(cast.registrar)).toEqual(["Uppföljning 2"]);
    await story.settled();
    expect(await told.dates("Att göra")).toEqual([
      "Kontaktlistan raderas: senast måndag 24 juli 2028 · sker av sig självt",
    ]);
    expect(await told.codes()).toEqual([]);
  });

  test("2028-06-27 10:00 REG hands over to the archive; the contact list is still there, and the dialogue open", async () => {
    const { story, cast } = told;
    await story.at("2028-06-27 10:00");
    await handOver(cast.registrar);
    await story.settled();
    expect(await told.overview()).toContain(
      lines("Kontaktlistan raderas", "senast måndag 24 juli 2028 · sker av sig självt"),
    );
  });

  test("2028-07-24 08:30 the contact list goes by itself, and with it the dialogue is closed for everybody", async () => {
    const { story, cast } = told;
    await story.at("2028-07-24 08:29");
    expect(await told.overview()).not.toContain("Dialogen avslutades");
    await story.at("2028-07-24 08:30");
    await story.settled();
    expect(await told.overview()).toContain("Dialogen avslutades 24 juli 2028");
    expect(await told.codes()).toEqual([]);
    expect(await told.dates("Klart eller utgått")).toEqual(TABLE);
    await cast.anna.press("Öppna dialogen");
    const history = await cast.anna.submit("Historik");
    expect(history.words.match(/Kontaktlistan raderades/gu)).toHaveLength(1);
    const on = await overviewOf(cast.tove, TITLE);
    const meeting = { item: "eval.meeting", values: { heldAt: "2028-07-24" }, revision: 1 };
    const refused = await story.unchanged(() => sendItem(cast.tove, meeting, on));
    expect(codesIn(refused.words)).toEqual(["E-NOT-ACTIVE"]);
  });

  test("what was to be reminded of came, each morning to whom it was for, and nothing else", async () => {
    expect(await morningsIn(told.story)).toEqual(MORNINGS);
  });
}

const CHAIR = "ordföranden (Anna Lindqvist)";
const TJP = "tjänstepersonen (Tove Johansson)";
const KOM = "kommunikatören (Oskar Blom)";
const FOLLOW_UPS = [
  `Uppföljning 1: senast onsdag 22 december 2027 · ${CHAIR}`,
  `Uppföljning 2: senast torsdag 22 juni 2028 · ${CHAIR}`,
] as const;

/** "Påminnelser som ska skickas" of scenario 1: one message a person and morning, at 08:30. */
const MORNINGS = [
  "2027-02-02: Johan",
  "2027-02-11: Tove",
  "2027-02-23: Anna",
  "2027-03-01: Anna",
  "2027-04-05: Anna",
  "2027-04-14: Oskar",
  "2027-04-20: Oskar",
  "2027-05-10: Anna Behzad Cecilia David Elif Tove",
  "2027-05-13: Tove",
  "2027-05-14: Tove",
  "2027-05-20: Anna Behzad Cecilia David Elif Tove",
  "2027-05-24: Tove",
  "2027-05-25: Tove",
  "2027-06-04: Tove",
  "2027-06-10: Tove",
  "2027-06-11: Anna",
  "2027-06-17: Anna",
  "2027-08-09: Anna",
  "2027-08-13: Anna",
  "2027-08-16: Anna Behzad Cecilia David Elif Linnea Oskar Tove",
  "2027-08-23: David Elif Linnea Tove",
  "2027-08-27: Elif Linnea",
  "2027-09-06: Anna",
  "2027-12-15: Anna",
  "2027-12-21: Anna",
  "2028-06-15: Anna",
  "2028-06-21: Anna",
  "2028-06-22: Anna",
] as const;

/** "Deadlines" of scenario 1, by the day they were due: what became of each. */
const TABLE = [
  "Tjänsteperson utsedd: klart 4 februari 2027 · förvaltningschefen (Johan Wallin)",
  `Startmöte: klart 16 februari 2027 · ${TJP}`,
  `Sättet att återkoppla bestämt: klart 1 mars 2027 · ${CHAIR}`,
  `Förslag till genomförande: klart 22 mars 2027 · ${TJP}`,
  `Avstämning godkänd: klart 8 april 2027 · ${CHAIR}`,
  `Inbjudan publicerad: klart 20 april 2027 · ${KOM}`,
  `Påminn de inbjudna: klart 4 maj 2027 · ${KOM}`,
  `Genomgång efter tillfälle 1: klart 14 maj 2027 · ${TJP}`,
  `Deltagarnas enkät stänger, tillfälle 1: klart 24 maj 2027 · ${TJP}`,
  `Genomgång efter tillfälle 2: klart 25 maj 2027 · ${TJP}`,
  `Deltagarnas enkät stänger, tillfälle 2: klart 1 juni 2027 · ${TJP}`,
  `Sammanställning: klart 10 juni 2027 · ${TJP}`,
  `Återkoppling 1: det här sa ni: klart 17 juni 2027 · ${CHAIR}`,
  `Återkoppling 2: det här beslutades: klart 13 augusti 2027 · ${CHAIR}`,
  `Lägesbesked 1: behövs inte sedan 23 juni 2027 · ${TJP}`,
  `Intern utvärdering stänger: klart 30 augusti 2027 · ${TJP}`,
  `Lärandemöte: klart 9 september 2027 · ${CHAIR}`,
  `Utvärderingen till nämnden: klart 28 september 2027 · ${TJP}`,
  `Uppföljning 1: klart 21 december 2027 · ${CHAIR}`,
  `Uppföljning 2: klart 22 juni 2028 · ${CHAIR}`,
  "Kontaktlistan raderas: klart 24 juli 2028 · sker av sig självt",
] as const;
