import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Dialogue } from "../../src/domain/dialogue.ts";
import { openSqliteStore } from "../../src/store/sqlite.ts";
import { exampleWorld } from "../support/bot.ts";
import { openEmulator } from "../support/emulator.ts";
import type { Step } from "../support/given.ts";
import { nameEverybody, runsIn } from "./lived.ts";
import { bootBot } from "./stage-bot.ts";
import { openCopy } from "./stage-copy.ts";
import { entraId, EVERYBODY, TEAM } from "./stage-people.ts";
import { openPresser } from "./stage-press.ts";
import { copyOf, meet } from "./stage.ts";

/** The day it is for everybody who presses. */
const TODAY = "2027-05-03T08:00:00.000Z";
export const DIALOGUE = "dialog-1";

export type World = Awaited<ReturnType<typeof openWorld>>;

/** Granåsa where everybody has written to the bot once, so that meeting them is no change; people have the ids of test/support. */
export async function openWorld() {
  const directory = mkdtempSync(join(tmpdir(), "dialoglotsen-"));
  const path = join(directory, "matrix.db");
  await (await openSqliteStore({ path, instance: "test" })).close();
  nameEverybody(path);
  const emulator = await openEmulator({ world: exampleWorld as never });
  const bot = await bootBot({ emulatorUrl: emulator.url, path });
  await emulator.setBot(bot.url);
  await emulator.limits(false);
  await emulator.install({ teamId: TEAM, add: true });
  await emulator.install({ personId: entraId("outsider"), add: true });
  for (const who of EVERYBODY) await meet(emulator, entraId(who));
  await bot.moveClock(TODAY);
  await bot.close();
  const empty = copyOf(path);
  const presser = await openPresser(emulator, "1");
  return {
    presser,
    /** A bot on a database of its own in which that has happened; what a press changes can be put back. */
    lived: async (steps: readonly Step[]) => {
      const past = await openCopy({ emulator }, { database: empty });
      for (const { actor, at, commands } of runsIn(steps))
        await past.bot().live(at, { dialogueId: DIALOGUE, commands, actor });
      const state = (await past.bot().load(DIALOGUE)) as Dialogue;
      const database = copyOf(past.path);
      await past.close();
      return { state, ...(await openCopy({ emulator }, { database }, { everything: true })) };
    },
    close: async () => {
      await emulator.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
