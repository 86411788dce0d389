import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Moment, Stage } from "./stage.ts";
import { bootBot, type BootedBot } from "./stage-bot.ts";
import { type Watch, watchTables } from "./every-button-checksum.ts";

/** What is put back a thousand times need not outlive a power cut, so it lies in memory where the machine offers that. */
const FAST = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();

/** The bot on a copy of the moment, which can be put back as it was. */
export async function openCopy(stage: Stage, moment: Moment) {
  const directory = mkdtempSync(join(FAST, "dialoglotsen-"));
  const path = join(directory, "moment.db");
  let bot: BootedBot;
  let watch: Watch;
  let told = 0;
  const open = async () => {
    writeFileSync(path, moment.database);
    bot = await bootBot({ emulatorUrl: stage.emulator.url, path });
    watch = watchTables(path);
    told = 0;
  };
  const close = async () => {
    watch.close();
    await bot.close();
  };
  await open();
  return {
    path,
    bot: () => bot,
    changed: () => watch.changed(),
    errors: () => {
      const lines = bot.lines.slice(told);
      told = bot.lines.length;
      return lines.filter((line) => /"level":"error"/u.test(line));
    },
    restore: async () => {
      await close();
      await open();
    },
    close: async () => {
      await close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
