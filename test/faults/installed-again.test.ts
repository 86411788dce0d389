import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test, describe } from "vitest";
import { readOn } from "../support/seat.ts";
import { CHANNELS, openTwoTeams, PEOPLE, TEAMS } from "./moving-world.ts";

/** F50: the bot taken out and added again, through a real process: the same dialogue goes on, with the addresses of now. */
describe("F50: the bot is uninstalled, then installed again", () => {
  const { anna, bertil } = PEOPLE;
  let here: Awaited<ReturnType<typeof openTwoTeams>>;
  let dialogueId: string;

  beforeAll(async () => {
    here = await openTwoTeams();
    // Whoever has the app for themselves is reached also when the team has it no more.
    await here.town.emulator.install({ personId: anna, add: true });
    dialogueId = await here.started(CHANNELS.first);
  });
  afterAll(() => here.town.close());

  async function task(title: string, owner: string): Promise<string> {
    const taskId = randomUUID();
    await here.press(
      anna,
      { verb: "addTask", dialogueId, taskId },
      {
        "in:task:title": title,
        "in:task:owner": here.ledger().personId(owner),
        "in:task:due": "2027-10-20",
      },
    );
    return taskId;
  }
  test("in a team: nothing is tried meanwhile, and the one who can move the dialogue is told", async () => {
    await here.town.emulator.install({ teamId: TEAMS.old, add: false });
    const since = await here.lastSeen();
    await here.confirmed(dialogueId);
    await here.settled();
    expect(await here.callsTo(CHANNELS.first, since)).toEqual([]);
    expect(await here.saying(anna, "Dialogens kanal är borta", "personal")).toHaveLength(1);
  });

  test("in a team, from another region: the same thread goes on, what was missed comes once, and all of it by the address of now", async () => {
    const before = await here.at(anna).cards(CHANNELS.first);
    const root = before.find(({ card }) => readOn(card).startsWith("Medborgardialog"));
    const since = await here.lastSeen();
    await here.town.emulator.region("emea");
    await here.town.emulator.install({ teamId: TEAMS.old, add: true });
    await here.settled();
    const cards = await here.at(anna).cards(CHANNELS.first);
    const missed = cards.slice(before.length);
    expect(missed.map(({ card, rootId }) => [rootId, readOn(card)])).toEqual(
      ["Steg 1 av 10", "Steg 2 av 10"].map((words) => [root?.id, expect.stringContaining(words)]),
    );
    const living = cards.find(({ id }) => id === root?.id);
    expect(living && readOn(living.card)).toContain("Skriv den fråga dialogen ska handla om");
    const calls = await here.callsTo(CHANNELS.first, since);
    expect(calls.length).toBeGreaterThan(1);
    for (const { path } of calls) expect(path).toMatch(/^\/emea\//u);
    expect(await here.saying(anna, "Kanalen är tillbaka", "personal")).toHaveLength(1);
    await here.town.emulator.install({ teamId: TEAMS.old, add: true });
    await here.settled();
    expect(await here.at(anna).cards(CHANNELS.first)).toHaveLength(cards.length);
  });

  test("for a person, whose chat was another: nothing is tried meanwhile, and what was missed comes once in the chat of now", async () => {
    await here.town.emulator.install({ personId: bertil, add: true });
    const known = await task("Boka lokal", bertil);
    await here.settled();
    const stale = { conversation: { id: "a:gammal-chatt" } };
    await here.town.emulator.message(bertil, "personal", "hjälp", { activity: stale });
    await here.town.emulator.install({ personId: bertil, add: false });
    const since = await here.lastSeen();
    await task("Sätta upp affischer", bertil);
    await here.press(anna, { verb: "completeTask", dialogueId, taskId: known });
    await here.settled();
    expect(await here.callsTo("a:", since)).toEqual([]);
    await here.town.emulator.install({ personId: bertil, add: true });
    await here.settled();
    await here.settled();
    expect(await here.callsTo("a:gammal-chatt", since)).toEqual([]);
    expect(await here.saying(bertil, "Sätta upp affischer", "personal")).toHaveLength(1);
    expect(await here.saying(bertil, "Boka lokal", "personal")).toEqual([
      expect.stringContaining("Uppgiften är klar"),
    ]);
  });

  test("in a team, when only the first word from there tells of it: the dialogue goes on", async () => {
    await here.town.emulator.install({ teamId: TEAMS.old, add: false });
    await here.settled();
    const { url } = here.town.bot();
    await here.town.emulator.setBot("http://127.0.0.1:9/api/messages");
    await here.town.emulator.install({ teamId: TEAMS.old, add: true });
    await here.town.emulator.setBot(url);
    expect(await here.saying(anna, "Kanalen är tillbaka", "personal")).toHaveLength(1);
    await here.town.emulator.message(anna, CHANNELS.first, "hjälp");
    await here.settled();
    expect(await here.saying(anna, "Kanalen är tillbaka", "personal")).toHaveLength(2);
  });
});
