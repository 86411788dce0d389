import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTown, type RunningBot, startBot, type Town } from "../support/bot.ts";
import { openPostgres } from "../support/postgres.ts";
import { crowdOf } from "./crowd.ts";
import { confirmAct, doAct, groupAct, startAct } from "./dialogue-acts.ts";

const crowd = crowdOf({ registrars: 24, elected: 2, channels: 3 });
const [starter = "", initiator = ""] = crowd.elected;
const [channel = "", second = ""] = crowd.channels;

/** Two processes on one PostgreSQL database, behind one Teams that talks to either (issue C: several machines). */
describe("two replicas", () => {
  let server: Awaited<ReturnType<typeof openPostgres>> | undefined;
  let town: Town;
  let other: RunningBot;
  let database: pg.Client;

  beforeAll(async () => {
    server = await openPostgres();
    const env = { DATABASE_URL: await server.database() };
    const { world, organisation } = crowd;
    town = await openTown({ world, organisation, env });
    other = await twin(env);
    database = new pg.Client({ connectionString: env.DATABASE_URL });
    await database.connect();
  });
  afterAll(async () => {
    await database.end();
    await other.stop();
    await town.close();
    await server?.stop();
  });

  const twin = (env: Readonly<Record<string, string>>) =>
    startBot({
      emulatorUrl: town.emulator.url,
      directory: town.directory,
      world: crowd.world,
      env: { ...env, ORGANISATION: `${town.directory}/organisation.json` },
    });
  const talkTo = (bot: RunningBot) => town.emulator.setBot(bot.url);
  const bots = () => [town.bot(), other] as const;
  const ask = async <Row extends object>(sql: string, ...values: readonly string[]) =>
    (await database.query<Row>(sql, [...values])).rows;
  const personId = async (entraId: string) => {
    const [row] = await ask<{ id: string }>("select id from person where entra_id = $1", entraId);
    return row?.id ?? "";
  };
  const eventsOf = (dialogueId: string) =>
    ask<{ type: string }>(
      "select type from event where dialogue_id = $1 order by version",
      dialogueId,
    );
  /** Everything is out and shows its last state, whichever of the two sees to it. */
  async function settled(): Promise<void> {
    const { now } = await town.emulator.clock();
    for (const bot of bots()) {
      await talkTo(bot);
      await town.emulator.moveClock(now);
    }
  }

  async function opened(conversation: string): Promise<string> {
    const dialogueId = randomUUID();
    const act = startAct(starter, {
      conversation,
      dialogueId,
      initiator: await personId(initiator),
    });
    await talkTo(town.bot());
    expect((await doAct(town.emulator, act)).status).toBe(200);
    await talkTo(other);
    expect((await doAct(town.emulator, confirmAct(initiator, dialogueId))).status).toBe(200);
    return dialogueId;
  }

  test("what one has saved the other shows and goes on from", async () => {
    const dialogueId = await opened(channel);
    await settled();
    expect((await eventsOf(dialogueId)).map(({ type }) => type)).toContain("InitiatorConfirmed");
    const roots = (await town.emulator.messages(channel)).filter(({ deleted }) => !deleted);
    expect(roots.filter(({ rootId }) => rootId === undefined)).toHaveLength(1);
  });

  test("24 orders at once, given to both in turn, are 24 events and no refusal", async () => {
    const dialogueId = await opened(second);
    const before = (await eventsOf(dialogueId)).length;
    const answers: Promise<{ readonly status: number; readonly body: unknown }>[] = [];
    for (const [index, person] of crowd.registrars.entries()) {
      await talkTo(bots()[index % 2] as RunningBot);
      const row = {
        conversation: second,
        dialogueId,
        rowId: randomUUID(),
        words: `Grupp ${index}`,
      };
      answers.push(doAct(town.emulator, groupAct(person, row)));
    }
    const told = await Promise.all(answers);
    expect(told.map(({ status }) => status)).toEqual(told.map(() => 200));
    expect(JSON.stringify(told)).not.toMatch(/E-STALE|E-FORBIDDEN/u);
    const added = (await eventsOf(dialogueId)).slice(before);
    expect(added.map(({ type }) => type)).toEqual(crowd.registrars.map(() => "RowPut"));
    await settled();
  });

  test("each message is out once, and nothing waits", async () => {
    await settled();
    const rows = await ask<{ status: string; attempts: number; key: string }>(
      "select key, status, attempts from message order by id",
    );
    expect(rows.length).toBeGreaterThan(5);
    expect(rows.filter(({ status, attempts }) => status === "sent" && attempts !== 1)).toEqual([]);
    expect(rows.filter(({ status }) => status !== "sent")).toEqual([]);
    const [outdated] = await ask<{ count: string }>(
      "select count(*) as count from message where shown < wanted",
    );
    expect(outdated).toEqual({ count: "0" });
  });

  test("the clock is one: moved by one, it is what both go by", async () => {
    const { now } = await town.emulator.clock();
    const later = Temporal.Instant.from(now)
      .add({ hours: 26 })
      .toString({ fractionalSecondDigits: 3 });
    await talkTo(town.bot());
    await town.emulator.moveClock(later);
    const shown = await (await fetch(`${other.url}/dev/clock`)).json();
    expect(shown).toEqual({ now: later });
  });

  test("somebody who has left is refused by both at once", async () => {
    const dialogueId = await opened(crowd.channels[2] ?? "");
    const [person = ""] = crowd.registrars;
    await talkTo(town.bot());
    await town.emulator.roster({ teamId: crowd.teamId, remove: [person] });
    await talkTo(other);
    const row = {
      conversation: crowd.channels[2] ?? "",
      dialogueId,
      rowId: randomUUID(),
      words: "Grupp",
    };
    const { body } = await doAct(town.emulator, groupAct(person, row));
    expect(JSON.stringify(body)).toContain("E-FORBIDDEN");
  });

  test("when one is killed the other goes on, and what the first held is taken over", async () => {
    await town.bot().kill();
    await talkTo(other);
    const dialogueId = randomUUID();
    const act = startAct(starter, {
      conversation: channel,
      dialogueId,
      initiator: await personId(initiator),
    });
    expect((await doAct(town.emulator, act)).status).toBe(200);
    const { now } = await town.emulator.clock();
    expect(await town.emulator.moveClock(now)).toMatchObject({ failed: 0 });
    const rows = await ask<{ status: string }>(
      "select status from message where dialogue_id = $1",
      dialogueId,
    );
    expect(rows.map(({ status }) => status)).toContain("sent");
    await town.restart("kill", {}).catch(() => undefined);
  });
});
