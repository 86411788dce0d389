import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readOn } from "../support/seat.ts";
import { fillIn } from "./acts.ts";
import { type Cast, castOf, untilConfirmed } from "./stationstorget.ts";
import { openStory, stopsAtFirstFailure, type Story } from "./story.ts";

/** scenarios.md, scenario 1, "Påminnelser som ska skickas" from the confirmed decision on. */
describe("Otrygghet på Stationstorget: one message a morning to those who are to do something", () => {
  let story: Story;
  let cast: Cast;

  async function mornings(name: string): Promise<readonly string[]> {
    const cards = await story.person(name).cards("personal");
    return cards
      .map(({ card }) => readOn(card))
      .filter((words) => words.includes("Det här väntar på dig"));
  }

  stopsAtFirstFailure();
  beforeAll(async () => {
    story = await openStory("Stationstorget");
    cast = castOf(story);
    await untilConfirmed(story, cast);
  });
  afterAll(() => story.close());

  test("R1 of D01 reaches the head on 2 February, and nobody else is reminded of anything", async () => {
    await story.at("2027-02-02 08:29");
    expect(await mornings("Johan Wallin")).toEqual([]);
    await story.at("2027-02-03 12:00");
    const [first = "", ...more] = await mornings("Johan Wallin");
    expect(more).toEqual([]);
    expect(first).toContain("Det här väntar på dig tisdag 2 februari 2027");
    expect(first).toContain("Tjänsteperson utsedd");
    expect(first).toContain("senast tisdag 9 februari 2027");
    for (const other of ["Anna Lindqvist", "Linnea Sandberg", "Behzad Karimi"])
      expect(await mornings(other)).toEqual([]);
  });

  test("what is done since is ticked off in the card, and nothing more of it is sent", async () => {
    await story.at("2027-02-04 10:00");
    await cast.head.press("Utse tjänsteperson", "personal");
    await cast.head.submit("Spara och stäng", {
      Tjänsteperson: "Tove Johansson",
      "Utsedd den": "2027-02-04",
    });
    await story.at("2027-02-11 12:00");
    const [first = "", ...more] = await mornings("Johan Wallin");
    expect(more).toEqual([]);
    expect(first).toContain("Allt är klart. Du behöver inte göra något mer.");
    const [toTove = ""] = await mornings("Tove Johansson");
    expect(toTove).toContain("Det här väntar på dig torsdag 11 februari 2027");
    expect(toTove).toContain("Startmöte");
  });

  test("in one big step come the same mornings as in small ones: R1 and R2 of D03 to the chair", async () => {
    await story.at("2027-02-16 10:00");
    await fillIn(cast.tove, "Håll startmöte med styrgruppen", {
      "Dag för startmötet": "2027-02-16",
    });
    await story.at("2027-03-01 10:00");
    const titles = (await mornings("Anna Lindqvist")).map(
      (words) => /väntar på dig (.*?)\n/u.exec(words)?.[1],
    );
    expect(titles).toEqual(["tisdag 23 februari 2027", "måndag 1 mars 2027"]);
    expect(await mornings("Tove Johansson")).toHaveLength(1);
  });
});
