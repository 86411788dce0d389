import { expect, test } from "vitest";
import { enterInDiary } from "./diary-acts.ts";
import { readOn } from "../support/seat.ts";
import { codesIn, openItem } from "./plan-acts.ts";
import {
  askTheGroup,
  INVITATION,
  INVITED,
  publishInvitation,
  QUESTION,
  remindInvited,
  sendBack,
} from "./stationstorget-later.ts";
import type { Told } from "./stationstorget-told.ts";
import { lines } from "./story.ts";

/** scenarios.md, scenario 1, from 2027-04-08 to 2027-05-04. */
export function checkpointRows(told: Told): void {
  test("2027-03-23 TJP asks the group, and each member in the own chat; what they answer is not seen while it is open", async () => {
    const { story, cast } = told;
    await askTheGroup(cast.tove);
    await story.settled();
    await story.person("Behzad Karimi").press("Tillstyrk", "personal");
    await sendBack(cast.elif, "Kostnaden är för hög.");
    await story.settled();
    const card = await cast.tove.see(QUESTION);
    expect(readOn(card.card)).toContain("2 av 5 har svarat");
    expect(readOn(card.card)).not.toMatch(/Elif|Kostnaden är för hög/u);
    await cast.tove.pressOn(card, "Visa mer");
    await cast.tove.submit("Stäng ställningstagandet");
    const early = await story.unchanged(() => cast.tove.submit("Stäng ställningstagandet"));
    expect(codesIn(early.words)).toEqual(["E-QUORUM"]);
  });

  test("2027-04-08 17:30 A, B, C and D approve, E does not: D05 is done, the plan is a record, D06 is due 21 April", async () => {
    const { story, cast } = told;
    await story.at("2027-04-08 10:00");
    for (const name of ["Anna Lindqvist", "Cecilia Nyström", "David Holmgren"])
      await story.person(name).press("Tillstyrk", "personal");
    await cast.elif.press("Återremittera", "personal");
    await story.at("2027-04-08 17:30");
    await story.settled();
    const words = await told.overview();
    expect(words).toContain("5 steg klara. Du är här: 6. Genomföra dialog");
    expect(await told.dates("Att göra")).toEqual([
      "Inbjudan publicerad: senast onsdag 21 april 2027 · kommunikatören (Oskar Blom)",
      "Påminn de inbjudna: senast tisdag 4 maj 2027 · kommunikatören (Oskar Blom)",
    ]);
    expect(await told.codes()).toEqual([]);
    const record = readOn((await cast.tove.see(QUESTION)).card);
    expect(record).toContain("Styrgruppen tillstyrker 4–1");
    expect(record).toContain("Avvikande mening: Elif Demir");
    expect(record).toContain("Kostnaden är för hög.");
    const plan = await openItem(told.cast.tove, 4, "Planera tillfällen: tid, plats, form");
    expect(plan.words).toContain("E-LOCKED-RECORD");
  });

  test("2027-04-09 09:00 E may not change the answer: E-LOCKED-RECORD", async () => {
    const { story, cast } = told;
    await story.at("2027-04-09 09:00");
    const late = await story.unchanged(() =>
      cast.elif.submit("Skicka svaret", { Motivering: "Jag har ändrat mig." }),
    );
    expect(codesIn(late.words)).toEqual(["E-LOCKED-RECORD"]);
    expect(await enterInDiary(cast.registrar)).toEqual([`Ställningstagande: ${QUESTION}`]);
  });

  test("2027-04-20 10:00 KOM publishes the invitation with the five compulsory parts: D06 is done", async () => {
    const { story, cast } = told;
    await story.at("2027-04-20 10:00");
    await openItem(cast.kom, 6, INVITATION);
    await expect(cast.kom.submit("Spara och visa steget", INVITED)).rejects.toThrow(
      "Inbjudan berättar",
    );
    await publishInvitation(cast.kom);
    await story.settled();
    expect(await told.dates("Att göra")).toEqual([
      "Påminn de inbjudna: senast tisdag 4 maj 2027 · kommunikatören (Oskar Blom)",
    ]);
    await cast.registrar.press("Öppna dialogen");
    const queue = await cast.registrar.submit("Att diarieföra");
    expect(queue.words).toContain(lines(INVITATION, "Från 20 april 2027. Senast 21 april 2027."));
    await story.at("2027-04-22 09:00");
    await cast.tove.say("översikt");
    expect(await told.codes()).toEqual(["W-NOT-REGISTERED"]);
    expect(await enterInDiary(cast.registrar)).toEqual([INVITATION]);
    expect(await told.codes()).toEqual([]);
    const record = await openItem(cast.kom, 6, INVITATION);
    expect(record.words).toContain("E-LOCKED-RECORD");
  });

  test("2027-05-04 10:00 KOM reminds those invited: D07 is done", async () => {
    const { story, cast } = told;
    await story.at("2027-05-04 10:00");
    await remindInvited(cast.kom);
    await story.settled();
    expect(await told.dates("Att göra")).toEqual([]);
    expect(await told.codes()).toEqual([]);
  });
}
