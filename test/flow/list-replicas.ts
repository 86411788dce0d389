import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, expect, onTestFinished, vi } from "vitest";
import { type RunningBot, startBot } from "../support/bot.ts";
import { openPostgres } from "../support/postgres.ts";
import { heldMornings, refuseForAWhile, untilOut, WAITING, type Waiting } from "./list-held.ts";
import type { Passing } from "./list-play.ts";
import { daysOf, type Tables } from "./list-tables.ts";
import type { Story } from "./story.ts";

/** What a connection of the test's own to the bots' database reads. */
export type Reading = <Row extends object>(sql: string) => Promise<Row[]>;

async function readingOf(address: string): Promise<Reading> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  onTestFinished(() => client.end());
  return async <Row extends object>(sql: string) => (await client.query<Row>(sql)).rows;
}

/** A server for the tests of the file; what is given is a database of its own, read from outside, for two replicas that take turns. */
export function onPostgres() {
  let server: Awaited<ReturnType<typeof openPostgres>> | undefined;
  beforeAll(async () => {
    server = await openPostgres();
  });
  afterAll(() => server?.stop());
  return async () => {
    const address = (await server?.database()) ?? "";
    const read = await readingOf(address);
    // Whichever of them an answer came to, the other can open it.
    const env = { DATABASE_URL: address, EVALUATION_KEY: randomBytes(32).toString("base64") };
    const passing = (story: Story, tables: Tables) => inTurns(story, tables, env, read);
    return { env, read, passing };
  };
}

/**
 * Two replicas of one database take turns with everything that comes in, the clock among it. On the days on which
 * somebody is reminded of something, by turns: both are there; the one that has no turn is killed before, and started
 * again after; the one that moves the clock is killed when the messages are due and none is out, and the other goes on.
 */
async function inTurns(
  story: Story,
  tables: Tables,
  env: Readonly<Record<string, string>>,
  read: Reading,
): Promise<Passing> {
  const { town, at } = story;
  const { emulator, directory } = town;
  const start = () => startBot({ emulatorUrl: emulator.url, directory, env });
  const bots: [RunningBot, RunningBot] = [town.bot(), await start()];
  onTestFinished(async () => void (await Promise.all(bots.map((bot) => bot.stop()))));
  const left = [...daysOf(tables)];
  let mornings = 0;
  let mover: 0 | 1 = 0;

  const other = () => (mover === 0 ? 1 : 0);
  async function change(): Promise<void> {
    mover = other();
    await emulator.setBot(bots[mover].url);
    await emulator.clock();
  }
  const whenOut = (day: string) =>
    untilOut(
      () => at(`${day} 08:30`),
      () => read<Waiting>(WAITING),
    );

  const ways = {
    "both there": whenOut,
    "the other is away": async (day: string) => {
      await bots[other()].kill();
      await whenOut(day);
      bots[other()] = await start();
    },
    "the other goes on": async (day: string) => {
      await refuseForAWhile(emulator);
      const moving = at(`${day} 08:30`).catch((error: unknown) => error);
      await vi.waitFor(async () => expect(heldMornings(await read<Waiting>(WAITING))).toBe(true), {
        timeout: 30_000,
      });
      const killed = mover;
      await bots[killed].kill();
      expect(String(await moving)).toContain("does not answer");
      await change();
      await emulator.clearFaults();
      await whenOut(day);
      bots[killed] = await start();
    },
  } as const;
  const turns = [
    "both there",
    "both there",
    "both there",
    "the other is away",
    "both there",
    "both there",
    "both there",
    "the other goes on",
  ] as const;

  return async (to) => {
    while (left[0] !== undefined && `${left[0]} 08:30` <= to) {
      const day = left.shift() ?? "";
      await change();
      await at(`${day} 08:29`);
      await ways[turns[mornings % turns.length] ?? "both there"](day);
      mornings += 1;
    }
    await change();
    await at(to);
  };
}
