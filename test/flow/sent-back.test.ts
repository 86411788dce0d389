import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readOn } from "../support/seat.ts";
import { draftDecision } from "./acts.ts";
import { type Cast, castOf, MINUTES, TITLE, untilPurposed } from "./stationstorget.ts";
import { lines, openStory, readOverview, stopsAtFirstFailure, type Story } from "./story.ts";

const QUESTION = "Stämmer uppgifterna om nämndens beslut?";
const REASON = "I protokollet står 150 000 kronor.";

/** decisions.md §8.5: what the chair does not agree with goes back with a reason, is mended and registered again. */
describe("a registration that does not agree with the minutes", () => {
  let story: Story;
  let cast: Cast;

  stopsAtFirstFailure();
  beforeAll(async () => {
    story = await openStory("Stationstorget");
    cast = castOf(story);
    await untilPurposed(story, cast);
    await story.at("2027-01-27 15:45");
    const budget = { ...MINUTES.budget, "Budget i kronor": "15 000" };
    await draftDecision(cast.registrar, { ...MINUTES, budget });
    await cast.registrar.submit("Registrera");
    await story.settled();
  });
  afterAll(() => story.close());

  test("cannot be changed while the chair is asked", async () => {
    const page = await cast.registrar.press("Ange budget och var pengarna finns");
    expect(page.words).toContain("E-LOCKED-RECORD");
    expect(page.words).toContain(lines("Budget i kronor", "15 000 kr"));
  });

  test("is sent back by nobody but the chair", async () => {
    await cast.anna.press("Bekräfta det registrerade beslutet");
    await cast.anna.submit("Stämmer inte");
    const page = cast.anna.dialog();
    for (const who of [cast.registrar, cast.behzad]) {
      const refused = await story.unchanged(() =>
        who.submitOn(page, "Skicka tillbaka", { Motivering: REASON }),
      );
      expect(refused.words).toContain("Kod: E-FORBIDDEN");
    }
  });

  test("goes back with the chair's reason, in the registrar's own chat", async () => {
    await cast.anna.press("Stämmer inte", "personal");
    const answer = await cast.anna.submit("Skicka tillbaka", { Motivering: REASON });
    expect(answer.words).toContain("Du har skickat tillbaka registreringen");
    await story.settled();
    const told = await cast.registrar.see("Registreringen av beslutet kom tillbaka", "personal");
    expect(readOn(told.card)).toContain(lines("Motivering", REASON));
    const words = await readOverview(cast.anna, TITLE);
    expect(words).toContain(lines("Registrera nämndens beslut", "Görs av registratorn"));
    expect(words).not.toContain(REASON);
  });

  test("is mended where it was wrong, registered again and asked about anew", async () => {
    await cast.registrar.press("Registrera beslutet", "personal");
    await cast.registrar.submit("Ändra del 2");
    await cast.registrar.submit("Spara och fortsätt", MINUTES.budget);
    await cast.registrar.submit("Hoppa till sammanfattningen");
    await cast.registrar.submit("Registrera");
    await story.settled();
    await cast.registrar.see("Beslutet är registrerat igen", "personal");
    const asked = await cast.anna.see(QUESTION, "personal");
    expect(readOn(asked.card)).toContain(lines("Budget i kronor", "150 000 kr"));
    const answer = await cast.anna.pressOn(asked, "Stämmer");
    expect(answer.words).toContain("Du har bekräftat beslutet");
    await story.settled();
    expect(await readOverview(cast.anna, TITLE)).toContain("Kod: E-NO-CIVIL-SERVANT");
  });

  test("is not confirmed by the old card of the one that was sent back", async () => {
    const chat = await cast.anna.cards("personal");
    const old = chat.find(({ card }) => readOn(card).includes("Du har skickat tillbaka"));
    expect(readOn(old?.card ?? {})).toContain(lines("Motivering", REASON));
    expect(chat.filter(({ card }) => readOn(card).includes(QUESTION))).toEqual([]);
  });
});
