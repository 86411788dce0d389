import { randomUUID } from "node:crypto";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { crowdOf } from "../flow/crowd.ts";
import { confirmAct, doAct, startAct } from "../flow/dialogue-acts.ts";
import { ledgerOf } from "../flow/ledger.ts";
import { openTown, type Town } from "../support/bot.ts";
import type { CardNode } from "../support/card-reading.ts";
import { readOn } from "../support/seat.ts";

/** What comes in the morning, through a real process with its clock moved: a dialogue whose initiator and starter have tasks with dates. */
describe("mornings", () => {
  const crowd = crowdOf({ registrars: 0, elected: 3, channels: 1 });
  const [starter = "", anna = "", bertil = ""] = crowd.elected;
  const [conversation = ""] = crowd.channels;
  const dialogueId = randomUUID();
  let town: Town;

  beforeAll(async () => {
    town = await openTown({ world: crowd.world, organisation: crowd.organisation });
    await at("2027-09-20 10:00");
    const initiator = ledgerOf(town.directory).personId(anna);
    await doAct(town.emulator, startAct(starter, { conversation, dialogueId, initiator }));
    await doAct(town.emulator, confirmAct(anna, dialogueId));
  });
  afterAll(() => town.close());

  async function at(localTime: string, how: { jump?: boolean } = {}): Promise<void> {
    const moment = Temporal.PlainDateTime.from(localTime.replace(" ", "T"));
    const instant = moment.toZonedDateTime("Europe/Stockholm").toInstant().toString();
    await town.emulator.moveClock(instant, how);
  }
  const press = (person: string, data: object, inputs: Record<string, string> = {}) =>
    town.emulator.dialogSubmit(person, {
      conversation,
      data: { dl: 1, dialogueId, ...data },
      inputs,
    });
  /** A task with a date, for whoever it is. */
  async function task(title: string, owner: string, due: string): Promise<string> {
    const taskId = randomUUID();
    const answer = await press(
      anna,
      { verb: "addTask", taskId },
      {
        "in:task:title": title,
        "in:task:owner": ledgerOf(town.directory).personId(owner),
        "in:task:due": due,
      },
    );
    expect([answer.status, JSON.stringify(answer.body)]).toEqual([
      200,
      expect.not.stringMatching(/E-[A-Z]/u),
    ]);
    return taskId;
  }
  const done = (person: string, taskId: string) => press(person, { verb: "completeTask", taskId });

  type Morning = { readonly at: string; readonly words: string };
  /** The morning messages of a person, when they were posted and what they say now. */
  async function mornings(person: string): Promise<readonly Morning[]> {
    const chat = (await town.emulator.conversations()).find((one) => one.personId === person);
    const all = chat ? await town.emulator.messages(chat.id) : [];
    return all.flatMap(({ card, clock = "" }) => {
      const words = card ? readOn(card as CardNode) : "";
      return words.includes("Det här väntar på dig") ? [{ at: clock, words }] : [];
    });
  }
  const days = async (person: string) =>
    (await mornings(person)).map(({ words }) => /väntar på dig \S+ (\d+ \S+)/u.exec(words)?.[1]);
  function kept(sql: string, ...values: readonly string[]): unknown[] {
    const database = new Database(join(town.directory, "dialog.db"), { readonly: true });
    try {
      return database.prepare(sql).all(...values);
    } finally {
      database.close();
    }
  }

  test("K5: away from eight to twelve, the reminder of that morning comes once at the restart, and not the next day", async () => {
    await task("Boka lokal", anna, "2027-10-06");
    await at("2027-10-05 07:59");
    expect(await days(anna)).toEqual(["29 september"]);
    await town.bot().stop();
    await town.restart();
    await at("2027-10-05 12:00", { jump: true });
    expect(await days(anna)).toEqual(["29 september", "5 oktober"]);
    await at("2027-10-06 08:00");
    expect(await days(anna)).toEqual(["29 september", "5 oktober"]);
  });

  test("K7: done twenty minutes before, the reminder of that morning is not sent", async () => {
    await at("2027-10-06 08:10");
    const [row] = kept("select key from reminder where key like '%:R3:%'") as { key: string }[];
    await done(anna, row?.key.split(":")[1] ?? "");
    await at("2027-10-06 09:00");
    expect(await days(anna)).toEqual(["29 september", "5 oktober"]);
  });

  test("K8: three things the same morning are one card with three rows", async () => {
    const titles = ["Ringa skolan", "Skriva inbjudan", "Boka tolk"];
    const tasks: string[] = [];
    for (const title of titles) tasks.push(await task(title, anna, "2027-10-13"));
    await at("2027-10-12 09:00");
    expect(await days(anna)).toEqual(["29 september", "5 oktober", "12 oktober"]);
    const words = (await mornings(anna)).at(-1)?.words ?? "";
    for (const title of titles) expect(words.split(title)).toHaveLength(2);
    for (const id of tasks) await done(anna, id);
  });

  test("F31: a date moved to one that has been asks for nothing at once, then the next working morning; what was planned by the old date is cancelled", async () => {
    const taskId = await task("Hämta nycklar", bertil, "2027-10-29");
    await at("2027-10-13 10:00");
    const inputs = { "in:task:due": "2027-10-11", "in:task:reason": "Nycklarna behövs nu." };
    const moved = await press(anna, { verb: "moveTask", taskId, revision: 0 }, inputs);
    expect(JSON.stringify(moved.body)).not.toMatch(/E-[A-Z]/u);
    await at("2027-10-13 16:00");
    expect(await days(bertil)).toEqual([]);
    await at("2027-10-14 09:00");
    expect(await days(bertil)).toEqual(["14 oktober"]);
    const old = `task:${taskId}:2027-10-29:%`;
    expect(kept("select distinct status from reminder where key like ?", old)).toEqual([
      { status: "cancelled" },
    ]);
    await done(bertil, taskId);
  });

  test("F33: who has left the team before the morning gets nothing, and it is noted as cancelled with why", async () => {
    const taskId = await task("Sätta upp affischer", bertil, "2027-10-29");
    await at("2027-10-21 10:00");
    await town.emulator.roster({ teamId: crowd.teamId, remove: [bertil] });
    await at("2027-10-22 09:00");
    expect(await days(bertil)).toEqual(["14 oktober"]);
    const rows = kept(
      "select status, code from reminder where key like ? and person_id = ?",
      `task:${taskId}:%`,
      ledgerOf(town.directory).personId(bertil),
    );
    expect(rows.length).toBeGreaterThan(1);
    for (const row of rows) expect(row).toEqual({ status: "cancelled", code: expect.any(String) });
  });

  test("F32: three days away over several mornings, each person gets one message with each thing once", async () => {
    await task("Skriva rapport", anna, "2027-10-26");
    await task("Skicka fakturan", anna, "2027-10-27");
    await task("Fråga om lokalen", starter, "2027-10-26");
    const before = { anna: (await days(anna)).length, starter: (await days(starter)).length };
    await at("2027-10-22 17:30");
    await town.bot().stop();
    await town.restart();
    await at("2027-10-27 11:00", { jump: true });
    await at("2027-10-27 16:00");
    expect((await days(anna)).slice(before.anna)).toEqual(["27 oktober"]);
    expect((await days(starter)).slice(before.starter)).toEqual(["27 oktober"]);
    const words = (await mornings(anna)).at(-1)?.words ?? "";
    for (const title of ["Skriva rapport", "Skicka fakturan"])
      expect(words.split(title)).toHaveLength(2);
  });

  test("K6: through the night when clocks go back nothing comes twice, and the morning after it comes at 07:30 UTC", async () => {
    await task("Möte med rektor", starter, "2027-11-01");
    await at("2027-10-31 00:30");
    const before = (await days(starter)).length;
    for (let hour = 0; hour < 8; hour++) {
      const { now } = await town.emulator.clock();
      await town.emulator.moveClock(new Date(Date.parse(now) + 3_600_000).toISOString());
    }
    expect((await days(starter)).length).toBe(before);
    await at("2027-11-01 12:00");
    const after = (await mornings(starter)).slice(before);
    expect(after.map((one) => one.at)).toEqual(["2027-11-01T07:30:00.000Z"]);
  });

  test("F51: what was missed by somebody who had blocked the bot comes as one message when they write to it, and once", async () => {
    await at("2027-11-03 10:00");
    await task("Räkna svaren", anna, "2027-11-04");
    await task("Tacka värden", anna, "2027-11-05");
    await town.emulator.fault({
      match: { method: "POST", pathIncludes: "/conversations/a:" },
      answer: { status: 403, body: { error: { code: "ConversationBlockedByUser" } } },
    });
    const before = (await days(anna)).length;
    await at("2027-11-05 10:00");
    expect((await days(anna)).length).toBe(before);
    await town.emulator.message(anna, "personal", "hjälp");
    await at("2027-11-05 10:01");
    await town.emulator.message(anna, "personal", "hjälp");
    await at("2027-11-05 16:00");
    const offered = (await mornings(anna)).slice(before);
    expect(offered).toHaveLength(1);
    for (const title of ["Räkna svaren", "Tacka värden"])
      expect(offered[0]?.words).toContain(title);
  });

  describe("F49: what becomes of the place", () => {
    const channelCalls = async (since: number) =>
      (await town.emulator.received(since)).filter(
        ({ method, path }) => method !== "GET" && decodeURIComponent(path).includes(conversation),
      );
    const lastSeen = async () => (await town.emulator.received()).at(-1)?.seq ?? 0;
    const name = "Fråga 0";
    /** The page of an item of the first steps, which the thread's cards tell of. */
    const saved = (itemId: string, field: string) => {
      const input = `in:${itemId}:${field}`;
      const page = { page: 0, revisions: { [itemId]: 0 }, asked: [input], after: "close" };
      return {
        data: { dl: 1, verb: "saveItem", dialogueId, itemId, ...page },
        inputs: { [input]: "Torget ska kännas tryggt." },
      };
    };
    const settled = async () => {
      const { now } = await town.emulator.clock();
      await town.emulator.moveClock(now);
    };

    test.each([
      [
        "a channel that is deleted gets nothing until it is restored, then shows how things stand",
        {
          away: { channel: { delete: conversation } },
          back: { channel: { restore: { id: conversation, name } } },
          itemId: "identify.statement",
          words: "issueStatement",
        },
      ],
      [
        "a team that is archived gets nothing until it is opened again, then shows how things stand",
        {
          away: { team: { archive: true } },
          back: { team: { archive: false } },
          itemId: "purpose.statement",
          words: "purpose",
        },
      ],
    ])("%s; personal messages go on", async (_, { away, back, itemId, words }) => {
      const change = async (wish: {
        readonly team?: { readonly archive: boolean };
        readonly channel?: {
          readonly delete?: string;
          readonly restore?: { id: string; name: string };
        };
      }) => {
        const { teamId } = crowd;
        if (wish.team) await town.emulator.team({ teamId, ...wish.team });
        if (wish.channel) await town.emulator.channel({ teamId, ...wish.channel });
      };
      await change(away);
      const since = await lastSeen();
      const title = `Uppgift ${randomUUID()}`;
      const data = { dl: 1, dialogueId, verb: "addTask", taskId: randomUUID() };
      const inputs = {
        "in:task:title": title,
        "in:task:owner": ledgerOf(town.directory).personId(starter),
        "in:task:due": "2027-12-01",
      };
      await town.emulator.dialogSubmit(anna, { conversation: "personal", data, inputs });
      await town.emulator.dialogSubmit(anna, { conversation: "personal", ...saved(itemId, words) });
      await settled();
      expect(await channelCalls(since)).toEqual([]);
      const heard = await town.emulator.received(since);
      expect(JSON.stringify(heard.map(({ body }) => body ?? null))).toContain(title);
      await change(back);
      await settled();
      expect((await channelCalls(since)).filter(({ applied }) => applied).length).toBeGreaterThan(
        0,
      );
      expect(kept("select 1 from message where shown < wanted and status = 'sent'")).toEqual([]);
    });

    test("a team that is renamed is known by its new name", async () => {
      await town.emulator.team({ teamId: crowd.teamId, rename: "Nya Granåsa" });
      expect(kept("select name, installed from team where id = ?", crowd.teamId)).toEqual([
        { name: "Nya Granåsa", installed: 1 },
      ]);
    });
  });
});
