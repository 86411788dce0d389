import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buttonsOf } from "../support/card-reading.ts";
import { readOn } from "../support/seat.ts";
import { CHANNELS, openTwoTeams, PEOPLE, TEAMS } from "./moving-world.ts";

/** F49: the channel a dialogue lives in is gone, through a real process: it is told, waits, comes back or is moved with `flytta hit`. */
describe("F49: a dialogue whose channel is gone", () => {
  const { starter, anna, bertil } = PEOPLE;
  const name = "Fråga 0";
  let here: Awaited<ReturnType<typeof openTwoTeams>>;
  let dialogueId: string;

  beforeAll(async () => {
    here = await openTwoTeams();
    dialogueId = await here.begun(CHANNELS.first);
  });
  afterAll(() => here.town.close());

  const deleteChannel = async (id: string) => {
    await here.town.emulator.channel({ teamId: TEAMS.old, delete: id });
    await here.settled();
  };
  const restoreChannel = async (id: string, called: string) => {
    await here.town.emulator.channel({ teamId: TEAMS.old, restore: { id, name: called } });
    await here.settled();
  };
  const page = async (person: string, id = dialogueId) => {
    const { body } = await here.press(person, { verb: "openDialogue", dialogueId: id });
    return JSON.stringify(body).replaceAll("\u00a0", " ");
  };
  const notices = (words: string) => here.saying(anna, words, "personal");
  const GONE = "Dialogens kanal är borta";
  const rows = () => here.ledger().messages(dialogueId);
  const livingRows = () => rows().filter(({ key }) => !key.includes(".moved."));

  test("tells who can move it once, with how to go on, and shows it on its page", async () => {
    await deleteChannel(CHANNELS.first);
    await here.settled();
    const [told, ...more] = await notices(GONE);
    expect(more).toEqual([]);
    expect(told).toContain("Skriv @Dialoglotsen flytta hit i kanalen.");
    expect(await here.saying(starter, GONE, "personal")).toEqual([]);
    expect(await page(anna)).toContain("Dialogens kanal är borta sedan 20 september");
  });

  test("goes on where it was when the channel is back, and the notice becomes a receipt", async () => {
    await restoreChannel(CHANNELS.first, name);
    expect(await notices(GONE)).toEqual([]);
    expect(await notices("Kanalen är tillbaka")).toHaveLength(1);
    expect(await page(anna)).not.toContain(GONE);
    expect(await here.saying(anna, GONE, CHANNELS.first)).toEqual([]);
  });

  test("is not moved while its channel is there, and not by who may not", async () => {
    await here.town.emulator.install({ teamId: TEAMS.new, add: true, by: bertil });
    expect(await here.told(anna, "flytta hit", CHANNELS.new)).toContain(
      "Dialogens kanal finns kvar, så den flyttas inte.",
    );
    await deleteChannel(CHANNELS.first);
    const refused = await here.told(bertil, "flytta hit", CHANNELS.new);
    expect(refused).toContain("E-FORBIDDEN");
    for (const id of [dialogueId, randomUUID()]) {
      const data = { verb: "moveDialogue", dialogueId: id, channelId: CHANNELS.new };
      expect(JSON.stringify((await here.press(bertil, data)).body)).toContain("E-FORBIDDEN");
    }
    expect(
      here
        .ledger()
        .events(dialogueId)
        .map(({ type }) => type),
    ).not.toContain("DialogueMoved");
  });

  test("is moved by its initiator to the channel where they write it: one Översikt at the top of a new thread, each card once, and who is missing", async () => {
    const title = "Ring hyresvärden";
    const task = { verb: "addTask", dialogueId, taskId: randomUUID() };
    await here.press(anna, task, {
      "in:task:title": title,
      "in:task:owner": here.ledger().personId(anna),
      "in:task:due": "2027-10-20",
    });
    await here.settled();
    expect(livingRows().filter(({ status }) => status === "failed")).toEqual([]);
    const since = await here.lastSeen();
    const answer = await here.told(anna, "flytta hit", CHANNELS.new);
    expect(answer).toContain("Dialogen är flyttad");
    expect(answer).toContain("Person 001");
    const cards = await here.at(anna).cards(CHANNELS.new);
    const roots = cards.filter(({ rootId, card }) => !rootId && readOn(card).includes("Torget"));
    expect(roots.map(({ card }) => readOn(card).split("\n")[0])).toEqual([
      expect.stringContaining("Medborgardialog"),
    ]);
    const replies = cards.filter(({ rootId }) => rootId === roots[0]?.id);
    expect(replies.length).toBe(livingRows().filter(({ key }) => key.startsWith("step:")).length);
    expect(await here.callsTo(CHANNELS.first, since)).toEqual([]);
    expect(livingRows().map(({ status }) => status)).not.toContain("failed");
    expect(await page(anna)).not.toContain(GONE);
    expect(await notices("Den fortsätter i en annan kanal.")).toHaveLength(1);
    // Who is not in the new team has left, as the dialogue knows it.
    expect(here.ledger().events(dialogueId).at(-1)?.type).toBe("PersonLeft");
  });

  test("is moved once, however often it is asked for", async () => {
    const count = (await here.at(anna).cards(CHANNELS.new)).length;
    expect(await here.told(anna, "Flytta hit.", CHANNELS.new)).toContain(
      "Dialogen ligger i den här kanalen.",
    );
    expect(await here.at(anna).cards(CHANNELS.new)).toHaveLength(count);
  });

  test("lives on in the new channel: its thread is known, cards are edited there, reminders and old buttons go on", async () => {
    const overview = (await here.at(anna).cards(CHANNELS.new)).find(({ rootId, card }) => {
      return !rootId && readOn(card).includes("Närmast på tur");
    });
    const thread = `${CHANNELS.new};messageid=${overview?.id}`;
    expect(await here.told(bertil, "vem gör vad", thread)).toContain("Ring hyresvärden");
    const [input, itemId] = ["in:identify.statement:issueStatement", "identify.statement"];
    const saved = { page: 0, revisions: { [itemId]: 0 }, asked: [input], after: "close" };
    await here.press(
      anna,
      { verb: "saveItem", dialogueId, itemId, ...saved },
      { [input]: "Blir det tryggare?" },
    );
    await here.settled();
    expect(
      livingRows().filter(({ wanted, shown, status }) => status === "sent" && shown < wanted),
    ).toEqual([]);
    const living = await here.saying(anna, "1 av 4 punkter klara", CHANNELS.new);
    expect(living.length).toBeGreaterThan(0);
    await here.town.emulator.moveClock("2027-10-20T08:00:00.000Z");
    expect(await here.saying(anna, "Det här väntar på dig", "personal")).not.toEqual([]);
    expect(await here.saying(anna, "Ring hyresvärden", "personal")).not.toEqual([]);
  });

  test("leaves a pointer where it was when that channel comes back", async () => {
    await restoreChannel(CHANNELS.first, name);
    const shown = await here.at(starter).cards(CHANNELS.first);
    expect(shown.length).toBeGreaterThan(1);
    for (const { card } of shown)
      expect(readOn(card)).toContain("Dialogen har flyttat till en annan kanal");
    await here.settled();
    expect((await page(starter)).includes("E-FORBIDDEN")).toBe(true);
  });

  test("is one of several: the initiator chooses in their own chat, and only that one moves", async () => {
    const [one, other] = [await here.begun(CHANNELS.second), await here.begun(CHANNELS.third)];
    await deleteChannel(CHANNELS.second);
    await deleteChannel(CHANNELS.third);
    expect(await here.told(anna, "flytta hit", CHANNELS.new)).toBe(
      "Jag har svarat i vår egen chatt.",
    );
    const choice = await here.at(anna).see("Vilken dialog ska flytta?", "personal");
    const titles = buttonsOf(choice.card).map(({ title }) => title);
    expect(titles).toHaveLength(2);
    const chosen = titles.find((title) => title.includes(one)) ?? "";
    const pressed = await here.at(anna).pressOn(choice, chosen);
    expect(pressed.words).toContain("Dialogen är flyttad");
    await here.settled();
    const moves = (id: string) =>
      here
        .ledger()
        .events(id)
        .filter(({ type }) => type === "DialogueMoved").length;
    expect([moves(one), moves(other)]).toEqual([1, 0]);
    expect(await here.saying(anna, one, CHANNELS.new)).not.toEqual([]);
    expect(await here.saying(anna, other, CHANNELS.new)).toEqual([]);
  });

  test.each(["deleted and restored", "archived and opened again"])(
    "whose whole team is %s is told of once, and goes on there",
    async (how) => {
      const fourth = await here.begun(CHANNELS.fourth);
      const [team] = here.world.teams;
      const change = async (away: boolean) => {
        const wish = how.startsWith("archived")
          ? { archive: away }
          : away
            ? { delete: true }
            : { restore: team as never };
        await here.town.emulator.team({ teamId: TEAMS.old, ...wish });
        await here.settled();
      };
      const told = async (words: string) =>
        (await notices(words)).filter((text) => text.includes(fourth)).length;
      await change(true);
      await here.settled();
      expect(await page(anna, fourth)).toContain(GONE);
      expect(await told(GONE)).toBe(1);
      await change(false);
      expect(await page(anna, fourth)).not.toContain(GONE);
      expect([await told(GONE), await told("Kanalen är tillbaka")]).toEqual([0, 1]);
    },
  );
});
