import { afterAll, beforeAll, expect, test } from "vitest";
import { crowdOf } from "../flow/crowd.ts";
import { overLimits } from "../flow/quiet.ts";
import { openTown, type Town } from "../support/bot.ts";

/** What Teams waits for an answer. */
const PATIENCE_MS = 15_000;
const crowd = crowdOf({ registrars: 24, elected: 0, channels: 1 });
const [channel = ""] = crowd.channels;
let town: Town;

/** The emulator counts as Teams does, and the bot keeps to it. */
beforeAll(async () => {
  town = await openTown({ world: crowd.world, organisation: crowd.organisation, paced: true });
});
afterAll(() => town.close());

const lastSeen = async () => (await town.emulator.received()).at(-1)?.seq ?? 0;

test("sixteen people who write to the bot in one channel at once are all answered there, while Teams waits, and Teams never says that it is too much", async () => {
  const since = await lastSeen();
  const answers = await Promise.all(
    crowd.registrars.slice(0, 16).map((person) => town.emulator.message(person, channel, "hjälp")),
  );
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  expect(Math.max(...answers.map(({ millis }) => millis))).toBeLessThan(PATIENCE_MS);
  const calls = await town.emulator.received(since);
  expect(calls.filter(({ status }) => status >= 400)).toEqual([]);
  expect(overLimits(calls)).toEqual([]);
  const replies = (await town.emulator.messages(channel)).filter(({ card }) => card);
  expect(new Set(replies.map(({ rootId }) => rootId)).size).toBe(16);
});

test("an answer that Teams has no room for all the same comes as soon as Teams says, and once", async () => {
  const [person = ""] = crowd.registrars;
  await town.emulator.fault({
    match: { method: "POST", pathIncludes: channel },
    answer: { status: 429, retryAfter: 1 },
  });
  const { status, messageId } = await town.emulator.message(person, channel, "hjälp");
  expect(status).toBe(200);
  const replies = (await town.emulator.messages(channel)).filter(
    ({ rootId, card }) => rootId === messageId && card,
  );
  expect(replies).toHaveLength(1);
});

test("twenty-four people who are added one by one at once have the roster read for each, and Teams never says that it is too much", async () => {
  const { teamId, registrars } = crowd;
  await town.emulator.roster({ teamId, remove: [...registrars] });
  const since = await lastSeen();
  const told = await Promise.all(
    registrars.map((person) => town.emulator.roster({ teamId, add: [person] })),
  );
  expect(told.flat().map(({ status }) => status)).toEqual(registrars.map(() => 200));
  const calls = await town.emulator.received(since);
  const reads = calls.filter(({ path }) => /pagedmembers/iu.test(path));
  expect(reads.length).toBeGreaterThan(16);
  expect(calls.filter(({ status }) => status >= 400)).toEqual([]);
});
