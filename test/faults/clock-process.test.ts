import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { openSqliteStore } from "../../src/store/sqlite.ts";
import { exampleWorld, openTown, type Town } from "../support/bot.ts";
import { openClockFile } from "../support/clock-file.ts";

const HOUR = 3_600_000;
const clock = openClockFile();
let town: Town;

beforeAll(async () => {
  town = await openTown({ env: { DEV_CLOCK: "0", ...clock.env } });
});
afterAll(async () => {
  await town.close();
  clock.close();
});

/** What was posted in channels, in the order it came. */
const posted = async () =>
  (await town.emulator.received()).filter(
    ({ method, path, applied }) => method === "POST" && path === "/v3/conversations" && applied,
  ).length;
const readiness = async () => {
  const answer = await fetch(`${town.bot().url}/readyz`);
  return `${answer.status} ${await answer.text()}`;
};

/** One message that is due, and one that is due in twelve hours. */
async function waiting(name: string): Promise<void> {
  const [team] = exampleWorld.teams;
  if (!team) throw new Error("The example has no team.");
  const path = join(town.directory, "dialog.db");
  const store = await openSqliteStore({ path, instance: "alone" });
  const to = { type: "channel", teamId: team.id, channelId: team.id, thread: "root" } as const;
  const message = { about: { kind: "welcome" }, to, delivery: "once" } as const;
  const dueAt = new Date(Date.now() + 12 * HOUR).toISOString();
  const now = new Date().toISOString();
  await store.outbox.post({ ...message, key: `welcome:${name}` }, now);
  await store.outbox.post({ ...message, key: `welcome:${name}:later`, dueAt }, now);
  await store.close();
}

test.each([
  ["a day ahead", () => 24 * HOUR],
  ["in 1970", () => -Date.now()],
])(
  "F27: a process that starts when its machine's clock is %s is not ready and says why, sends nothing, and goes on by itself when the clock is right: what is due once, what is not due not",
  async (name, offMs) => {
    await vi.waitFor(async () => expect(await posted()).toBeGreaterThan(0), { timeout: 10_000 });
    expect(await town.bot().stop()).toBe(0);
    await waiting(name);
    const before = await posted();
    clock.isOff(offMs());
    await town.restart();
    const told = () => town.bot().lines.join("\n");
    const stands = '"what":"outbox.stands-still","kind":"clock"';
    await vi.waitFor(() => expect(told()).toContain(stands), { timeout: 10_000 });
    expect(await readiness()).toMatch(/^503 .*clock: it is -?\d+ minutes from what/u);
    expect(await posted()).toBe(before);
    clock.isOff(0);
    await vi.waitFor(() => expect(told()).toContain('"what":"outbox.goes-on"'), {
      timeout: 10_000,
    });
    await vi.waitFor(async () => expect(await posted()).toBe(before + 1), { timeout: 10_000 });
    expect(await readiness()).toMatch(/^200/u);
  },
);
