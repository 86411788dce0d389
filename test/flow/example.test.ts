import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readOn, type Seat } from "../support/seat.ts";
import { dataOf, dialogueIdOn, sendItem } from "./acts.ts";
import {
  lines,
  openStory,
  overviewOf,
  readDatabase,
  stopsAtFirstFailure,
  type Story,
} from "./story.ts";

const TITLE = "EXEMPEL: Lekplatsen i Kvarnparken";

/** decisions.md §2.4: fictional people in one's own chat, every role played by one, nothing left when it is deleted. */
describe("the example", () => {
  let story: Story;
  let rasmus: Seat;
  let tove: Seat;
  const overview = () => overviewOf(rasmus, TITLE, "personal");
  const read = async () => readOn((await overview()).card);
  const play = async (role: string) => rasmus.pressOn(await overview(), `Gör som ${role}`);

  stopsAtFirstFailure();
  beforeAll(async () => {
    story = await openStory("Stationstorget");
    rasmus = story.person("Rasmus Eklund");
    tove = story.person("Tove Johansson");
    // A Monday: the day before nobody held a meeting.
    await story.at("2027-01-11 09:00");
    await rasmus.say("ny dialog");
    await tove.say("hjälp", "personal");
  });
  afterAll(() => story.close());

  test("comes to the own chat, marked EXEMPEL, and nobody else sees or hears of it", async () => {
    const channel = await tove.cards();
    const answer = await rasmus.press("Prova med exempel");
    expect(answer.words).toBe("Exemplet ligger nu i vår egen chatt. Ingen annan ser det.");
    await story.settled();
    expect(await read()).toContain(lines("EXEMPEL · Medborgardialog · Exempelnämnden", TITLE));
    expect(await read()).toContain("Det här är ett exempel. Allt är påhittat och bara du ser det.");
    expect(await tove.cards()).toEqual(channel);
    const chats = (await story.town.emulator.conversations()).flatMap(
      ({ personId }) => personId ?? [],
    );
    expect(new Set(chats)).toEqual(new Set([rasmus.person, tove.person]));
    await rasmus.say("mina uppgifter", "personal");
    await rasmus.see("Du är inte med i någon medborgardialog ännu.", "personal");
  });

  test("its owner cannot confirm as the registrar, and can as the chair", async () => {
    await rasmus.press("Bekräfta beslutet", "personal");
    const asRegistrar = rasmus.dialog();
    expect(readOn(asRegistrar.card)).toContain(lines("Sammanträdesdag", "fredag 8 januari 2027"));
    const played = await play("ordföranden");
    expect(played.words).toContain("Du spelar Karin Exempelsson, ordföranden.");
    await rasmus.press("Bekräfta beslutet", "personal");
    const confirmed = await rasmus.submit("Stämmer");
    expect(confirmed.words).toContain("Du har bekräftat beslutet");
    await story.settled();
    expect(await read()).toContain("Kod: E-NO-CIVIL-SERVANT");
  });

  test("as the head its owner appoints, and the lock opens", async () => {
    const on = await overview();
    const values = { civilServant: "example-civil-servant", appointedAt: "2027-01-11" };
    const refused = await story.unchanged(() =>
      sendItem(rasmus, { item: "plan.appoint", values }, on),
    );
    expect(refused.words).toContain("Kod: E-FORBIDDEN");
    await play("förvaltningschefen");
    await rasmus.press("Utse tjänsteperson", "personal");
    await rasmus.submit("Spara och stäng", {
      Tjänsteperson: "Nadia Fiktiv",
      "Utsedd den": "2027-01-11",
    });
    await story.settled();
    expect(await read()).toContain(
      lines("Planeringen är öppen", "Låset öppnades 11 januari 2027."),
    );
  });

  test("as the civil servant its owner plans the first thing", async () => {
    await play("tjänstepersonen");
    await rasmus.press("Håll startmöte med styrgruppen", "personal");
    const step = await rasmus.submit("Spara och visa steget", {
      "Dag för startmötet": "2027-01-11",
    });
    expect(step.words).toContain("2 av 16 klara");
  });

  test("started again, it is the same one, shown at the end of the chat", async () => {
    const old = await overview();
    const answer = await rasmus.press("Prova med exempel");
    expect(answer.words).toBe("Du har redan ett exempel. Jag visar det igen i vår egen chatt.");
    await story.settled();
    const anew = await overview();
    expect(anew.id).not.toBe(old.id);
    expect(dialogueIdOn(anew)).toBe(dialogueIdOn(old));
    expect(await read()).toContain("Du är här · 2 av 16 punkter klara");
    const pointers = (await rasmus.cards("personal")).filter(({ card }) =>
      readOn(card).startsWith("Översikten har flyttat"),
    );
    expect(pointers.map(({ id }) => id)).toEqual([old.id]);
  });

  test("nobody else can look at it, play in it or delete it, even who knows its name", async () => {
    const dialogueId = dialogueIdOn(await overview());
    await story.unchanged(async () => {
      const help = await tove.see("Så fungerar det", "personal");
      for (const action of [
        { verb: "openDialogue", dialogueId },
        { verb: "openItem", dialogueId, itemId: "plan.kickoff" },
        { verb: "playRole", dialogueId, person: "example-chair" },
        { verb: "deleteExample", dialogueId },
      ] as const) {
        const sent = await tove.send(dataOf(action), {}, help);
        expect(`${action.verb}: ${sent.words}`).toContain("Kod: E-FORBIDDEN");
      }
      const on = { ...help, card: (await overview()).card };
      const values = { kickoffDate: "2027-01-12" };
      const saved = await sendItem(tove, { item: "plan.kickoff", values, revision: 1 }, on);
      expect(saved.words).toContain("Kod: E-FORBIDDEN");
    });
  });

  test("deleted, it leaves no card in the chat and no row or word in the database", async () => {
    const dialogueId = dialogueIdOn(await overview());
    expect(tablesNaming(dialogueId)).not.toEqual([]);
    const answer = await rasmus.pressOn(await overview(), "Ta bort exemplet");
    expect(answer.words).toBe("Exemplet är borttaget.");
    await story.settled();
    const left = (await rasmus.cards("personal")).map(({ card }) => readOn(card));
    expect(left.filter((words) => words.includes("EXEMPEL"))).toEqual([]);
    expect(left.filter((words) => words.includes("Översikten har flyttat"))).toEqual([]);
    expect(tablesNaming(dialogueId)).toEqual([]);
    const files = readdirSync(story.town.directory).filter((file) =>
      readFileSync(join(story.town.directory, file)).includes("Kvarnparken"),
    );
    expect(files).toEqual([]);
  });

  /** Every table with a row that holds the text in any column. */
  function tablesNaming(text: string): readonly string[] {
    return readDatabase(story.town.directory, (database) => {
      const tables = database
        .prepare("select name from sqlite_schema where type = 'table'")
        .pluck()
        .all() as string[];
      return tables.filter((table) =>
        JSON.stringify(database.prepare(`select * from "${table}"`).all()).includes(text),
      );
    });
  }
});
