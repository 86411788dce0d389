import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import BetterSqlite3 from "better-sqlite3";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTown, type Town } from "../support/bot.ts";
import { crowdOf } from "./crowd.ts";
import { begin } from "./dialogue-acts.ts";
import { ledgerOf } from "./ledger.ts";

const KEEP = join(import.meta.dirname, "../../scripts/keep.ts");
const crowd = crowdOf({ registrars: 0, elected: 2, channels: 1 });
const [starter = "", anna = ""] = crowd.elected;
const [conversation = ""] = crowd.channels;
const dialogueId = randomUUID();
let town: Town;
beforeAll(async () => {
  town = await openTown({ world: crowd.world, organisation: crowd.organisation });
});
afterAll(() => town.close());

type Line = { readonly what: string; readonly at: string; readonly version: number };
const heads = () =>
  town
    .bot()
    .lines.map((line) => JSON.parse(line) as Line)
    // On the first day there may be nothing yet when it is written.
    .filter(({ what, at }) => what === "chain.head" && at >= "2027-10-12")
    .map(({ at, version }) => `${at.slice(0, 10)} ${version > 0 ? "event" : "nothing"}`);

test("each day the end of every chain is in the log, and finds what was cut off together with its index", async () => {
  await town.emulator.moveClock("2027-10-11T08:00:00Z");
  const initiator = ledgerOf(town.directory).personId(anna);
  await begin(town.emulator, starter, { conversation, dialogueId, initiator, confirmer: anna });
  await town.emulator.moveClock("2027-10-12T06:00:00Z");
  await expect.poll(heads, { timeout: 10_000 }).toEqual(["2027-10-12 event"]);
  await town.emulator.moveClock("2027-10-12T20:00:00Z");
  await town.emulator.moveClock("2027-10-13T08:00:00Z");
  await expect.poll(heads, { timeout: 10_000 }).toEqual(["2027-10-12 event", "2027-10-13 event"]);
  const log = join(town.directory, "bot.log");
  writeFileSync(log, town.bot().lines.join("\n"));
  await town.bot().stop();

  const path = join(town.directory, "dialog.db");
  const verify = () =>
    promisify(execFile)(
      process.execPath,
      [KEEP, "verify", "--database", `sqlite:${path}`, "--log", log],
      { env: { PATH: process.env["PATH"] ?? "" } },
    );
  expect((await verify()).stdout).toBe("1 chains are whole, 0 faults.\n");
  cutOffNewest(path);
  await expect(verify()).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(
      `${dialogueId}: event \\d+, which was there when the heads were written down, is gone`,
    ),
  });
});

/** Past every trigger, with its words and its place in the index, as who has the disk can. */
function cutOffNewest(path: string): void {
  const database = new BetterSqlite3(path);
  database.pragma("foreign_keys = off");
  const triggers = database
    .prepare("select name from sqlite_master where type = 'trigger'")
    .pluck();
  for (const name of triggers.all()) database.exec(`drop trigger ${String(name)}`);
  const newest = "version = (select version from dialogue)";
  database.exec(`delete from content where ${newest}; delete from event where ${newest}`);
  database.exec("update dialogue set version = version - 1");
  database.close();
}
