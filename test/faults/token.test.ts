import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { crowdOf } from "../flow/crowd.ts";
import { doAct, groupAct, startAct } from "../flow/dialogue-acts.ts";
import { type Ledger, ledgerOf } from "../flow/ledger.ts";
import { untilQuiet } from "../flow/quiet.ts";
import { openTown, type Town } from "../support/bot.ts";
import { openClockFile } from "../support/clock-file.ts";

const MINUTE = 60_000;
const SECRET = "canary-secret-of-granasa";
const clock = openClockFile();
/** What waits for a minute in real time need not be waited for: the machine's clock is set on. */
let aheadMs = 0;
const passes = (ms: number) => clock.isOff((aheadMs += ms));
const crowd = crowdOf({ registrars: 1, elected: 2, channels: 11 });
const [starter = "", initiator = ""] = crowd.elected;
const [registrar = ""] = crowd.registrars;
const channels = [...crowd.channels];
let town: Town;
let ledger: Ledger;

beforeAll(async () => {
  const { world, organisation } = crowd;
  town = await openTown({ world, organisation, env: { ...clock.env, CLIENT_SECRET: SECRET } });
  ledger = ledgerOf(town.directory);
});
afterEach(() => {
  passes(-aheadMs);
  return town.emulator.clearFaults();
});
afterAll(async () => {
  await town.close();
  clock.close();
});

/** A dialogue is started, and its first messages wait. */
async function begun() {
  const dialogueId = randomUUID();
  const conversation = channels.pop() ?? "";
  const own = ledger.personId(initiator);
  const act = startAct(starter, { conversation, dialogueId, initiator: own });
  return { conversation, dialogueId, answer: await doAct(town.emulator, act) };
}
const calls = async (part: string) =>
  (await town.emulator.received()).filter(({ path }) => path.includes(part));
async function readiness(): Promise<string> {
  const answer = await fetch(`${town.bot().url}/readyz`);
  return `${answer.status} ${await answer.text()}`;
}
const becomes = (pattern: RegExp) =>
  vi.waitFor(async () => expect(await readiness()).toMatch(pattern), { timeout: 25_000 });
/** Everything the bot has said to anybody who operates it. */
const output = async () =>
  [...town.bot().lines, ...town.bot().errors, await readiness()].join("\n");
const waits = (dialogueId: string) =>
  ledger.messages(dialogueId).map(({ status, attempts }) => ({ status, attempts }));

/** Everything waited untried, and goes out by itself now that the token is taken again. */
async function goesOn(dialogueId: string): Promise<void> {
  const untried = { status: "pending", attempts: 0 };
  const all = () => waits(dialogueId);
  await vi.waitFor(() => expect(all()).toEqual(all().map(() => untried)), { timeout: 10_000 });
  expect(waits(dialogueId).length).toBeGreaterThan(1);
  await town.emulator.clearFaults();
  passes(61_000);
  await untilQuiet(ledger, dialogueId);
  for (const one of waits(dialogueId)) expect(one).toEqual({ status: "sent", attempts: 1 });
  await becomes(/^200/u);
}

test("F43: while the bot's own token is refused for an hour it is not ready and says why, tries nothing in vain, and sends everything by itself when the token is good again", async () => {
  const answer = { status: 401, body: { error: { code: "BotNotRegistered" } } };
  await town.emulator.fault({ match: { pathIncludes: "/v3/" }, times: 10_000, answer });
  const first = (await calls("/v3/")).length;
  const { dialogueId } = await begun();
  await becomes(/^503 .*token: the bot's own is refused \(BotNotRegistered\)/u);
  for (let minutes = 0; minutes < 60; minutes += 15) {
    const before = (await calls("/v3/")).length;
    passes(15 * MINUTE);
    // One message finds out whether the way is open, and asks once more with a new token.
    const probed = async () => expect((await calls("/v3/")).length).toBeGreaterThan(before + 1);
    await vi.waitFor(probed, { timeout: 10_000 });
  }
  expect((await calls("/v3/")).length - first).toBeLessThanOrEqual(2 * (8 + 4));
  expect(await readiness()).toMatch(/^503 .*BotNotRegistered/u);
  expect(await output()).toContain('"what":"outbox.stands-still","kind":"token"');
  await goesOn(dialogueId);
  expect(await output()).toContain('"what":"outbox.goes-on"');
});

describe("F44: while no token can be had since its place", () => {
  test.each([
    [
      "refuses the secret as expired",
      {
        status: 400,
        body: {
          error: "invalid_client",
          error_description: `AADSTS7000222: The provided client secret keys for app are expired: ${SECRET}`,
        },
      },
      "AADSTS7000222",
    ],
    ["is down", { closeAfterDeliver: true }, "UND_ERR_SOCKET"],
    ["never answers", { silent: true }, "NoToken"],
  ])(
    "%s, the bot is not ready and tells the code and never the secret; everything goes out by itself afterwards",
    async (_, answer, code) => {
      const match = { pathIncludes: "/oauth2/" };
      await town.emulator.fault({ match, times: 1_000, answer });
      await town.restart();
      const before = (await calls("/v3/")).length;
      const { dialogueId } = await begun();
      await becomes(new RegExp(`^503 .*the bot's own is refused \\(${code}\\)`, "u"));
      expect(await output()).toMatch(new RegExp(`"what":"outbox.failed".*"code":"${code}"`, "u"));
      expect((await calls("/v3/")).length).toBe(before);
      expect(await output()).not.toMatch(new RegExp(`${SECRET}|eyJ`, "u"));
      await goesOn(dialogueId);
      expect(await output()).not.toMatch(new RegExp(`${SECRET}|eyJ`, "u"));
    },
  );
});

describe("F45: a bot whose keys", () => {
  const keys = { pathIncludes: "/.well-known/keys" };

  test("are away at the start, and then an empty set, lets nobody in and is not ready, and goes on by itself when they are there", async () => {
    const away = async (answer: Parameters<Town["emulator"]["fault"]>[0]["answer"]) => {
      await town.emulator.clearFaults();
      await town.emulator.fault({ match: keys, times: 1_000, answer });
    };
    await away({ status: 503 });
    await town.restart();
    const notReady = /^503 .*keys: the Connector's signing keys have not been fetched/u;
    await becomes(notReady);
    const shut = await begun();
    expect([shut.answer.status, ledger.events(shut.dialogueId)]).toEqual([503, []]);
    await away({ status: 200, body: { keys: [] } });
    const before = (await calls("/keys")).length;
    await vi.waitFor(
      async () => {
        expect(await readiness()).toMatch(notReady);
        expect((await calls("/keys")).length).toBeGreaterThan(before);
      },
      { timeout: 10_000 },
    );
    expect((await begun()).answer.status).toBe(503);
    await town.emulator.clearFaults();
    await becomes(/^200/u);
    const open = await begun();
    expect([open.answer.status, ledger.events(open.dialogueId).length > 0]).toEqual([200, true]);
  });

  test("are away later knows those it has, and when they are rotated finds the new one at once", async () => {
    const { conversation, dialogueId } = await begun();
    const press = async () => {
      const wish = { conversation, dialogueId, rowId: randomUUID(), words: "Skolan" };
      return (await doAct(town.emulator, groupAct(registrar, wish))).status;
    };
    await town.emulator.fault({ match: keys, times: 1_000, answer: { status: 503 } });
    expect(await press()).toBe(200);
    await town.emulator.clearFaults();
    await town.emulator.rotateKeys();
    const before = (await calls("/keys")).length;
    expect([await press(), (await calls("/keys")).length]).toEqual([200, before + 1]);
  });
});
