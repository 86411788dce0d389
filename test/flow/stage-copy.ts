import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Moment, Stage } from "./stage.ts";
import { bootBot, type BootedBot } from "./stage-bot.ts";
import { type Watch, type Watching, watchTables } from "./every-button-checksum.ts";

/** What is put back a thousand times need not outlive a power cut, so it lies in memory where the machine offers that. */
const FAST = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();

/** The bot on a copy of the moment, which can be put back as it was. */
export async function openCopy(
  { emulator }: Pick<Stage, "emulator">,
  { database }: Pick<Moment, "database">,
  watching: Watching = {},
) {
  const directory = mkdtempSync(join(FAST, "dialoglotsen-"));
  const path = join(directory, "moment.db");
  let bot: BootedBot;
  let watch: Watch;
  let told = 0;
  const open = async () => {
    writeFileSync(path, database);
    bot = await bootBot({ emulatorUrl: emulator.url, path });
    watch = watchTables(path, watching);
    told = 0;
  };
  const close = async () => {
    watch.close();
    await bot.close();
  };
  const logged = () => {
    const lines = bot.lines.slice(told);
    told = bot.lines.length;
    return lines;
  };
  await open();
  return {
    path,
    bot: () => bot,
    changed: () => watch.changed(),
    errors: () => logged().filter((line) => /"level":"error"/u.test(line)),
    /** What it has logged since the last time it was asked for that, or for its errors. */
    logged,
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
