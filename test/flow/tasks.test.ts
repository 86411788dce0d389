import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readOn, type Seat } from "../support/seat.ts";
import { type Cast, castOf, TITLE, untilConfirmed } from "./stationstorget.ts";
import {
  lines,
  openStory,
  overviewOf,
  personNamed,
  stopsAtFirstFailure,
  type Story,
  TEAM,
} from "./story.ts";

const ROLE = "Utsedd tjänsteperson (processledare)";
const FIRST = "Kontakta fritidsgården";

/** Tasks from the board's decision on: to a role nobody holds yet, done from the card, handed over and moved. */
describe("Tasks in Otrygghet på Stationstorget", () => {
  let story: Story;
  let cast: Cast;
  let cecilia: Seat;

  stopsAtFirstFailure();
  beforeAll(async () => {
    story = await openStory("Stationstorget");
    cast = castOf(story);
    cecilia = story.person("Cecilia Nyström");
    await untilConfirmed(story, cast);
  });
  afterAll(() => story.close());

  /** What is due is out; the cards of somebody who has left cannot be drawn anew, and that is no fault. */
  const sent = async () => {
    const { now } = await story.town.emulator.clock();
    await story.town.emulator.moveClock(now);
  };
  const planning = async () => readOn((await cast.anna.see("Steg 4 av 10")).card);

  test("A gives one from the step's card to the civil servant, whom nobody has appointed yet", async () => {
    await story.at("2027-01-28 10:00");
    await cast.anna.press("Ny uppgift");
    const saved = await cast.anna.submit("Spara uppgiften", {
      "Vad ska göras?": FIRST,
      "Vem gör det?": ROLE,
      "Eller ett annat datum": "2027-02-12",
      Anteckning: "Fråga efter Selma.",
    });
    expect(saved.words).toContain("Uppgiften är sparad.");
    expect(saved.words).toContain(lines("Ansvarig", "Tjänstepersonen (ingen utsedd än)"));
    await story.settled();
    const words = await planning();
    expect(words).toContain(
      lines("Uppgifter", FIRST, "Tjänstepersonen (ingen utsedd än)", "Senast 12 februari"),
    );
    // What was written beside it is for those with a part in the dialogue.
    expect(words).not.toContain("Selma");
    expect(await cast.tove.cards("personal")).toEqual([]);
  });

  test("words that may tell of a private person are asked about before they are kept, as everywhere", async () => {
    await cast.anna.press("Ny uppgift");
    const values = {
      "Vad ska göras?": "Ring tillbaka till den som klagade",
      "Vem gör det?": "Anna Lindqvist",
      Anteckning: "Personnummer 19800101-1239",
    };
    const asked = await story.unchanged(() => cast.anna.submit("Spara uppgiften", values));
    expect(asked.words).toContain("W-SENSITIVE");
  });

  test("who holds no role may not add one, and is told so before anything is written", async () => {
    const refused = await story.unchanged(() => story.person("Emily Carter").press("Ny uppgift"));
    expect(refused.words).toContain("E-FORBIDDEN");
  });

  test("when TJP is appointed the task is theirs, and its card is in their own chat", async () => {
    await story.at("2027-02-04 10:00");
    await cast.head.press("Utse tjänsteperson", "personal");
    await cast.head.submit("Spara och stäng", {
      Tjänsteperson: "Tove Johansson",
      "Utsedd den": "2027-02-04",
    });
    await story.settled();
    const card = readOn((await cast.tove.see(FIRST, "personal")).card);
    expect(card).toContain(
      lines(
        TITLE,
        FIRST,
        "Anna Lindqvist har gett dig uppgiften.",
        "Uppgiften är din som tjänstepersonen.",
      ),
    );
    expect(card).toContain(lines("Anteckning", "Fråga efter Selma."));
    expect(await planning()).toContain(lines(FIRST, "Tjänstepersonen (Tove Johansson)"));
  });

  test("the day after it was due it stands first, as late, among what waits for TJP", async () => {
    await story.at("2027-02-15 09:00");
    await cast.tove.say("mina uppgifter", "personal");
    await story.settled();
    const mine = readOn((await cast.tove.see("Mina uppgifter", "personal")).card);
    expect(mine).toContain(
      lines(
        "Försenat",
        FIRST,
        "Skulle ha varit klart fredag 12 februari 2027",
        TITLE,
        "Försenat",
        "Den här veckan",
        "Håll startmöte med styrgruppen",
        "Senast torsdag 18 februari 2027",
      ),
    );
  });

  test("Klart on the card does it: the card is a receipt, and the step's card has it no more", async () => {
    const done = await cast.tove.press("Klart", "personal");
    expect(done.words).toContain(lines("Uppgiften är klar", TITLE, FIRST));
    await story.settled();
    const receipt = readOn((await cast.tove.see("Uppgiften är klar", "personal")).card);
    expect(receipt).toContain("Markerad som klar av Tove Johansson 15 februari 2027 kl. 09.00.");
    expect(await planning()).not.toContain(FIRST);
  });

  test("asked for in words, the way to the form is in the thread; two are given to B", async () => {
    for (const [what, due] of [
      ["Ring hyresgästerna", "2027-02-19"],
      ["Läs trygghetsmätningen", "2027-03-05"],
    ] as const) {
      await cast.tove.say("ny uppgift");
      await story.settled();
      await cast.tove.pressOn(await cast.tove.see("Ny uppgift i"), "Ny uppgift");
      await cast.tove.submit("Spara uppgiften", {
        "Vad ska göras?": what,
        "Vem gör det?": "Behzad Karimi",
        "Eller ett annat datum": due,
      });
    }
    await story.settled();
    const asked = await cast.behzad.see("Läs trygghetsmätningen", "personal");
    expect(readOn(asked.card)).toContain("Tove Johansson har gett dig uppgiften.");
  });

  test("when B leaves the team nobody has them: B may do nothing more, and TJP gives all of them to C at once", async () => {
    const old = await cast.behzad.see("Läs trygghetsmätningen", "personal");
    await story.town.emulator.roster({ teamId: TEAM.id, remove: [personNamed("Behzad Karimi")] });
    const refused = await story.unchanged(() => cast.behzad.pressOn(old, "Klart"));
    expect(refused.words).toContain("E-FORBIDDEN");
    const page = await cast.tove.pressOn(await overviewOf(cast.tove, TITLE), "Öppna dialogen");
    expect(page.words).toContain(
      lines(
        "Närmast på tur",
        "Lämna över uppgifter från Behzad Karimi",
        "Görs av tjänstepersonen (Tove Johansson) eller ordföranden (Anna Lindqvist)",
      ),
    );
    const form = await cast.tove.submit("Lämna över uppgifter från Behzad Karimi");
    expect(form.words).toContain("Det gäller 2 uppgifter.");
    const list = await cast.tove.submit("Lämna över", {
      "Vem gör det i stället?": "Cecilia Nyström",
      "Hälsning till den som tar över": "Behzad har slutat.",
    });
    expect(list.words).toContain("Uppgifterna är överlämnade.");
    await sent();
    const card = readOn((await cecilia.see("Läs trygghetsmätningen", "personal")).card);
    expect(card).toContain("Tove Johansson har lämnat över uppgiften.");
    expect(card).toContain(lines("Hälsning", "Behzad har slutat."));
  });

  test("who does what is in the thread for all; there TJP moves every date five working days for one reason", async () => {
    await cast.tove.say("vem gör vad");
    await sent();
    const who = await cast.anna.see("Vem gör vad");
    expect(readOn(who.card)).toContain(
      lines(
        "Cecilia Nyström",
        "Ring hyresgästerna",
        "Senast 19 februari",
        "Läs trygghetsmätningen",
      ),
    );
    await cast.tove.pressOn(await cast.tove.see("Vem gör vad"), "Visa uppgifter");
    const form = await cast.tove.submit("Flytta alla datum");
    expect(form.words).toContain("Det gäller 2 uppgifter med datum.");
    const moved = await cast.tove.submit("Flytta", {
      "Så många arbetsdagar framåt": "5",
      "Varför flyttas det?": "Nämndens sammanträde är flyttat.",
    });
    expect(moved.words).toContain("Datumen är flyttade.");
    expect(moved.words).toContain(
      lines("Ring hyresgästerna", "Cecilia Nyström", "Senast 26 februari"),
    );
    expect(moved.words).toContain(
      lines("Läs trygghetsmätningen", "Cecilia Nyström", "Senast 12 mars"),
    );
    await sent();
    const card = readOn((await cecilia.see("Ring hyresgästerna", "personal")).card);
    expect(card).toContain(lines("Klart senast", "Fredag 26 februari 2027"));
  });

  test("a date on a klämdag is taken with its warning; a form that comes too late comes back with what was written", async () => {
    // The same person, with the form open on the telephone too.
    const telephone = story.person("Cecilia Nyström");
    for (const client of [telephone, cecilia])
      await client.pressOn(await client.see("Ring hyresgästerna", "personal"), "Flytta datum");
    const first = await cecilia.submit("Flytta", {
      "Nytt datum": "2027-05-07",
      "Varför flyttas det?": "De är bortresta.",
    });
    expect(first.words).toContain("Dagen är en klämdag");
    const stale = await telephone.submit("Flytta", {
      "Nytt datum": "2027-05-10",
      "Varför flyttas det?": "De kommer hem då.",
    });
    expect(stale.words).toContain("E-STALE");
    expect(stale.words).toContain("Just nu: senast fredag 7 maj 2027.");
    const again = await telephone.submit("Flytta");
    expect(again.words).toContain(lines("Klart senast", "Måndag 10 maj 2027"));
  });

  test("handed over from the card to somebody else, it is a receipt for the one and asks the other", async () => {
    await cecilia.pressOn(await cecilia.see("Läs trygghetsmätningen", "personal"), "Lämna över");
    await cecilia.submit("Lämna över", { "Vem gör det i stället?": "Elif Demir" });
    await sent();
    const receipt = readOn((await cecilia.see("Läs trygghetsmätningen", "personal")).card);
    expect(receipt).toContain("Uppgiften ligger hos någon annan");
    expect(receipt).toContain("Den görs av Elif Demir. Du behöver inte göra något.");
    const asked = await story.person("Elif Demir").see("Läs trygghetsmätningen", "personal");
    expect(readOn(asked.card)).toContain("Cecilia Nyström har lämnat över uppgiften.");
  });
});
