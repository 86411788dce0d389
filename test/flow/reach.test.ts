import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readOn, type Seat } from "../support/seat.ts";
import { type Cast, castOf, untilConfirmed } from "./stationstorget.ts";
import { lines, openStory, stopsAtFirstFailure, type Story } from "./story.ts";

/** What will be sent, what has not arrived, and what is put off, from the board's decision on. */
describe("Reaching people in Otrygghet på Stationstorget", () => {
  let story: Story;
  let cast: Cast;

  stopsAtFirstFailure();
  beforeAll(async () => {
    story = await openStory("Stationstorget");
    cast = castOf(story);
    await untilConfirmed(story, cast);
  });
  afterAll(() => story.close());

  const newest = async (seat: Seat) =>
    readOn((await seat.cards("personal")).at(-1)?.card ?? { type: "AdaptiveCard" });
  const mornings = async (seat: Seat) =>
    (await seat.cards("personal"))
      .map(({ card }) => readOn(card))
      .flatMap((words) => /väntar på dig \S+ (\d+ \S+) \d{4}/u.exec(words)?.[1] ?? []);

  test("the chair is told what will be sent to whom, and why; a member is refused", async () => {
    await story.at("2027-01-28 10:00");
    await cast.anna.say("påminnelser", "personal");
    expect(await newest(cast.anna)).toContain(
      lines(
        "tisdag 2 februari 2027",
        "Tjänsteperson utsedd",
        "Till Johan Wallin",
        "Fem arbetsdagar före. Ansvarar: förvaltningschefen (Johan Wallin)",
      ),
    );
    const shown = await cast.anna.press("Visa 90 dagar", "personal");
    expect(shown.words).toContain("De närmaste 90 dagarna");
    const refused = await story.person("Cecilia Nyström").press("Öppna dialogen");
    expect(refused.words).not.toContain("Påminnelser som kommer");
  });

  test("what did not arrive is told to the registrar and sent again, once", async () => {
    await story.town.emulator.fault({
      match: { method: "POST", pathIncludes: "/conversations/a:" },
      answer: { status: 403, body: { error: { code: "ConversationBlockedByUser" } } },
    });
    await story.at("2027-02-02 09:00");
    expect(await mornings(cast.head)).toEqual([]);
    const opened = await cast.registrar.press("Öppna dialogen");
    expect(opened.words).toContain("Något har inte nått fram");
    await cast.registrar.submit("Något har inte nått fram");
    const page = cast.registrar.dialog();
    expect(readOn(page.card)).toContain(
      lines("Till Johan Wallin", "Personen har blockerat boten i Teams."),
    );
    const again = await cast.registrar.submit("Skicka igen");
    expect(again.words).toContain("Meddelandet skickas igen nu.");
    await story.settled();
    expect(await mornings(cast.head)).toEqual(["2 februari"]);
    const twice = await cast.registrar.submitOn(page, "Skicka igen");
    expect(twice.words).toContain("redan på väg eller har kommit fram");
    expect(twice.words).toContain("Allt har nått fram");
    await story.settled();
    expect(await mornings(cast.head)).toEqual(["2 februari"]);
  });

  test("who may not look after it is refused, whatever they send", async () => {
    const kom = story.person("Oskar Blom");
    await kom.press("Öppna dialogen");
    const [shown] = await kom.cards();
    if (!shown) throw new Error("There is no card.");
    const dialogueId = JSON.stringify(shown.card).match(/"dialogueId":"([^"]+)"/u)?.[1];
    for (const data of [
      { dl: 1, verb: "openReminders", dialogueId },
      { dl: 1, verb: "openUndelivered", dialogueId },
      { dl: 1, verb: "sendAgain", dialogueId, messageId: 1 },
    ])
      await story.unchanged(async () => {
        expect((await kom.send(data, {}, shown)).words).toContain("E-FORBIDDEN");
      });
  });

  test("the head puts his reminder off with a reason: nothing on 8 February, and it is late all the same on the 10th", async () => {
    await cast.head.press("Påminn mig senare", "personal");
    const without = await cast.head.submit("Skjut upp påminnelsen", {
      "Påminn mig morgonen": "tisdag 9\u00a0februari 2027",
    });
    expect(without.words).toContain("E-REASON");
    const done = await cast.head.submit("Skjut upp påminnelsen", {
      "Påminn mig morgonen": "tisdag 9\u00a0februari 2027",
      "Varför skjuter du upp påminnelsen?": "Rekryteringen pågår.",
    });
    expect(done.words).toContain("Påminnelsen är uppskjuten.");
    await story.at("2027-02-10 09:00");
    expect(await mornings(cast.head)).toEqual(["2 februari", "9 februari", "10 februari"]);
    await cast.anna.say("historik", "personal");
    expect(await newest(cast.anna)).toContain(
      "sköt upp påminnelsen om ”Tjänsteperson utsedd” till tisdag 9 februari 2027.",
    );
    expect(await newest(cast.anna)).toContain("Rekryteringen pågår.");
  });
});
