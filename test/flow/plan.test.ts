import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Action } from "../../src/cards/actions.ts";
import { inputId, ROW } from "../../src/cards/input-ids.ts";
import { buttonsOf } from "../support/card-reading.ts";
import { type Outcome, readOn, type Seat } from "../support/seat.ts";
import { dataOf, dialogueIdOn } from "./acts.ts";
import { type Cast, castOf, TITLE, untilConfirmed } from "./stationstorget.ts";
import { lines, openStory, overviewOf, stopsAtFirstFailure, type Story } from "./story.ts";

type Values = Readonly<Record<string, string>>;

/** The groups of scenario 1: name, affected, heard, and the shares of variant 1v. */
const GROUPS = [
  ["Unga 13–18 som rör sig på torget", "4", "1", "15"],
  ["Personer med funktionsnedsättning som reser kollektivt", "4", "2", "15"],
  ["Kvällsresenärer och skiftarbetare", "3", "1", "15"],
  ["Boende i kvarteren intill", "3", "3", "10"],
  ["Näringsidkare vid torget", "4", "4", "45"],
] as const;

/** The map of scenario 1 with the shares of its variant, the plan read as text, and the guard before sensitive words. */
describe("Planning Otrygghet på Stationstorget", () => {
  let story: Story;
  let cast: Cast;

  stopsAtFirstFailure();
  beforeAll(async () => {
    story = await openStory("Stationstorget");
    cast = castOf(story);
    await untilConfirmed(story, cast);
    await story.at("2027-02-04 10:00");
    await cast.head.press("Utse tjänsteperson", "personal");
    await cast.head.submit("Spara och stäng", {
      Tjänsteperson: "Tove Johansson",
      "Utsedd den": "2027-02-04",
    });
    await story.settled();
  });
  afterAll(() => story.close());

  /** A row of a list or map with many fields, sent as its form would. */
  async function putRow(
    who: Seat,
    at: { readonly item: string; readonly field: string; readonly rowId: string },
    values: Values,
  ): Promise<Outcome> {
    const on = await overviewOf(who, TITLE);
    const inputs = Object.fromEntries(
      Object.entries(values).map(([cell, words]) => [inputId(ROW, cell), words]),
    );
    const action: Action = {
      verb: "putRow",
      dialogueId: dialogueIdOn(on),
      itemId: at.item,
      field: at.field,
      rowId: at.rowId,
      revision: 0,
      asked: Object.keys(inputs),
      after: "rows",
    };
    return who.send(dataOf(action), inputs, on);
  }

  test("the map is written a group at a time, and asks who is missing until somebody seldom heard is on it", async () => {
    await cast.tove.press("Kartlägg vilka grupper som berörs och hur ofta de brukar höras");
    await cast.tove.submit("Lägg till");
    const alone = await cast.tove.submit("Spara", {
      Gruppen: "Näringsidkare vid torget",
      "Hur mycket berörs gruppen?": "4",
      "På vilket sätt berörs gruppen?": "Har butik vid torget",
      "Hur ofta hörs gruppen?": "4",
    });
    expect(alone.words).toContain("Ingen grupp i kartan berörs mycket men hörs sällan.");
    await cast.tove.submit("Ta bort rad 1");
    for (const [index, [name, affected, heard]] of GROUPS.entries())
      await putRow(
        cast.tove,
        { item: "plan.target-map", field: "groups", rowId: `group-${index}` },
        { name, affected, heard, affectedHow: "Rör sig på torget" },
      );
    await cast.anna.press("Kartlägg vilka grupper som berörs och hur ofta de brukar höras");
    expect(readOn(cast.anna.dialog().card)).not.toContain(
      "Ingen grupp i kartan berörs mycket men hörs sällan.",
    );
  });

  test("variant 1v: the shares are kept and warned about, in the form, on the step's card and on the map", async () => {
    let last: Outcome | undefined;
    for (const [index, [, , , share]] of GROUPS.entries())
      last = await putRow(
        cast.anna,
        { item: "plan.target-priority", field: "resourceShare", rowId: `group-${index}` },
        { value: share },
      );
    expect(last?.words).toContain(
      lines(
        "Insatsen går mest till andra än dem som sällan hörs",
        "45 % går till dem som berörs mest och hörs minst. 55 % går till övriga.",
      ),
    );
    expect(last?.words).toContain("W-RESOURCE-PRIORITY");
    await story.settled();
    const card = await cast.behzad.see("Insatsen går mest till andra än dem som sällan hörs");
    expect(readOn(card.card)).not.toContain("Näringsidkare");
    await cast.anna.pressOn(card, "Läs planen");
    const map = await cast.anna.submit("Målgruppskartan");
    expect(map.words).toContain("A. Berörs mycket, hörs sällan · 3 grupper");
    expect(map.words).toContain(
      lines(
        "Unga 13–18 som rör sig på torget",
        "Berörs väldigt mycket, hörs nästan aldrig · Prioritet A, 16 av 16 poäng",
        "Ingen har bestämt hur gruppen ska nås",
        "15 %",
      ),
    );
  });

  test("words that look like a private person's are asked about; nothing is kept until somebody says so", async () => {
    const tomorrow = "Vi ringer 070-123 45 67 om något händer.";
    await cast.tove.press("Öppna steg 4");
    await cast.tove.submit("Visa fler");
    await cast.tove.submit("Visa fler");
    await cast.tove.submit("Bedöm risk för hot eller störning");
    const asked = await story.unchanged(() =>
      cast.tove.submit("Spara och visa steget", { "Så förebygger ni hot och störning": tomorrow }),
    );
    expect(asked.words).toContain("Ska det här verkligen sparas");
    expect(asked.words).toContain("Texten ser ut att innehålla ett telefonnummer.");
    const titles = buttonsOf(cast.tove.dialog().card).map(({ title }) => title);
    expect(titles).toEqual(expect.arrayContaining(["Ändra och spara", "Spara ändå"]));
    const again = await story.unchanged(() => cast.tove.submit("Ändra och spara"));
    expect(again.words).toContain("Ska det här verkligen sparas");
    const changed = await cast.tove.submit("Ändra och spara", {
      "Så förebygger ni hot och störning": "Två värdar från kommunen är med hela tiden.",
    });
    expect(changed.words).toContain("Sparat.");
    await cast.tove.submit("Bedöm risk för hot eller störning");
    await cast.tove.submit("Spara och visa steget", {
      "Så förebygger ni hot och störning": tomorrow,
    });
    const kept = await cast.tove.submit("Spara ändå");
    expect(kept.words).toContain("Sparat.");
    await cast.tove.submit("Bedöm risk för hot eller störning");
    expect(JSON.stringify(cast.tove.dialog().card)).toContain(tomorrow);
  });

  test("a communication plan that is not whole says what it lacks, and refuses an invitation on the notice board", async () => {
    const row = (rowId: string) => ({ item: "plan.communication", field: "commItems", rowId });
    const page = await putRow(cast.tove, row(randomUUID()), {
      message: "Kom och prata om torget",
      purpose: "invite",
      channel: "web",
    });
    expect(page.words).toContain("Kommunikationsplanen är inte hel än");
    expect(page.words).toContain("Det här saknas: påminnelse, besked om ändrat");
    expect(page.words).toContain("”Unga 13–18 som rör sig på torget” nås bara digitalt.");
    const refused = await story.unchanged(() =>
      putRow(cast.tove, row(randomUUID()), {
        message: "Kom och prata om torget",
        purpose: "invite",
        channel: "notice_board",
      }),
    );
    expect(refused.words).toContain(
      "Anslagstavlan får bara användas till det som lagen räknar upp.",
    );
  });

  test("the plan in work is read as text by those with a role, with what is missing and who does it, and by nobody else", async () => {
    const card = await cast.behzad.see("Insatsen går mest till andra än dem som sällan hörs");
    const first = await cast.behzad.pressOn(card, "Läs planen");
    expect(first.words).toContain("Planen är under arbete");
    expect(first.words).toContain("Saknas: ”Frågor till deltagarna”");
    const second = await cast.behzad.submit("Nästa sida");
    expect(second.words).toContain("Kom och prata om torget");
    const other = await story.person("Fredrik Ståhl").pressOn(card, "Läs planen");
    expect(other.words).toContain("Planen är inte godkänd än.");
    expect(other.words).not.toContain("Kom och prata om torget");
  });
});
