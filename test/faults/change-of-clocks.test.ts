import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openSqliteStore } from "../../src/store/sqlite.ts";
import { nameEverybody, runsIn } from "../flow/lived.ts";
import { bootBot } from "../flow/stage-bot.ts";
import { CHANNEL, TEAM } from "../flow/stage-people.ts";
import { exampleWorld, type RunningBot, startBot } from "../support/bot.ts";
import { type EmulatorClient, openEmulator } from "../support/emulator.ts";
import { invited } from "../support/whole-plan.ts";

const dialogueId = "dialogue-clocks";
const directory = mkdtempSync(join(tmpdir(), "dialoglotsen-"));
const path = join(directory, "dialog.db");
let emulator: EmulatorClient & { readonly close: () => Promise<void> };
let bot: RunningBot;

/** A dialogue whose plan is approved has been lived; from then on it is a process of its own, asked over HTTP. */
beforeAll(async () => {
  await (await openSqliteStore({ path, instance: "test" })).close();
  nameEverybody(path);
  emulator = await openEmulator({ world: exampleWorld as never });
  const before = await bootBot({ emulatorUrl: emulator.url, path });
  await emulator.setBot(before.url);
  await emulator.limits(false);
  await emulator.install({ teamId: TEAM, add: true });
  await before.moveClock("2026-10-20T08:00:00.000Z");
  for (const { actor, at, commands } of runsIn(invited))
    await before.live(at, { dialogueId, commands, actor });
  await before.close();
  bot = await startBot({ emulatorUrl: emulator.url, directory });
  await emulator.setBot(bot.url);
});
afterAll(async () => {
  await bot.stop();
  await emulator.close();
  rmSync(directory, { recursive: true, force: true });
});

/** The civil servant fills in the form that moves an occasion. */
async function movesTo(occasionId: string, date: string): Promise<string> {
  const inputs = {
    "in:form:start:date": date,
    "in:form:start:time": "01:30",
    "in:form:end:date": date,
    "in:form:end:time": "02:30",
    "in:form:reason": "Natten då klockan ställs om.",
  };
  const data = { dl: 1, verb: "moveOccasion", dialogueId, occasionId };
  const person = exampleWorld.people.find(({ name }) => name === "Tove Johansson")?.id ?? "";
  const { body } = await emulator.dialogSubmit(person, { conversation: CHANNEL, data, inputs });
  return JSON.stringify(body).replaceAll("\u00a0", " ");
}

/** When each end of that occasion was meant to be, as it is kept. */
function ends(occasionId: string): string[] {
  const database = new Database(path, { readonly: true });
  try {
    const rows = database
      .prepare("select body from event where dialogue_id = ? and type = 'OccasionEnded'")
      .all(dialogueId) as { body: string }[];
    return rows
      .map(({ body }) => JSON.parse(body) as { occasionId: string; meant: string })
      .filter((one) => one.occasionId === occasionId)
      .map(({ meant }) => meant);
  } finally {
    database.close();
  }
}

test.each([
  [
    "F29: in the hour that comes twice, it ends in the first of them",
    { occasionId: "e1", date: "2026-10-25", shown: "01.30–02.30", end: "2026-10-25T00:30:00.000Z" },
  ],
  [
    "F28: in the hour that is missing, it ends at half past three, and the page says so",
    { occasionId: "e2", date: "2027-03-28", shown: "01.30–03.30", end: "2027-03-28T01:30:00.000Z" },
  ],
])(
  "%s: an occasion that a form says is to end at half past two at night ends once",
  async (_, { occasionId, date, shown, end }) => {
    expect(await movesTo(occasionId, date)).toContain(shown);
    const to = (minutes: number, how = {}) =>
      emulator.moveClock(new Date(Date.parse(end) + minutes * 60_000).toISOString(), how);
    await to(-24 * 60, { jump: true });
    await to(-1);
    expect(ends(occasionId)).toEqual([]);
    for (const minutes of [0, 30, 60, 61, 120, 24 * 60]) {
      await to(minutes);
      expect(ends(occasionId)).toEqual([end]);
    }
  },
);
