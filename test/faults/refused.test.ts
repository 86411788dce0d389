import { createHash, randomBytes, randomUUID } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { crowdOf } from "../flow/crowd.ts";
import { begin } from "../flow/dialogue-acts.ts";
import { ledgerOf } from "../flow/ledger.ts";
import { openTown, startBot, startRefused, type Town } from "../support/bot.ts";

/** What a bot that is started meets instead of its database: it ends with 3, says which file and what to do, and touches nothing. */
const crowd = crowdOf({ registrars: 0, elected: 2, channels: 1 });
const [starter = "", anna = ""] = crowd.elected;
const [conversation = ""] = crowd.channels;
const dialogueId = randomUUID();
const FILES = ["dialog.db", "dialog.db-wal", "dialog.db-shm", "dialog.db.lock"] as const;
let town: Town;
let acknowledged: readonly object[] = [];
/** The files a bot left when it was killed, and when it was stopped: folders that are copied from. */
let killed = "";
let stopped = "";

beforeAll(async () => {
  const { world, organisation } = crowd;
  town = await openTown({ world, organisation });
  const initiator = ledgerOf(town.directory).personId(anna);
  await begin(town.emulator, starter, { conversation, dialogueId, initiator, confirmer: anna });
  await town.bot().kill();
  killed = keep("killed", town.directory);
  await town.restart("stop");
  acknowledged = ledgerOf(town.directory).events(dialogueId);
  await town.bot().stop();
  stopped = keep("stopped", town.directory);
});
afterAll(() => town.close());

/** A folder with a copy of the files of another one, of which some may be left out. */
function keep(name: string, from: string, without: readonly string[] = []): string {
  const folder = join(town.directory, name);
  mkdirSync(folder);
  for (const file of FILES)
    if (existsSync(join(from, file)) && !without.includes(file))
      cpSync(join(from, file), join(folder, file));
  return folder;
}
let made = 0;
const laidOut = (from: string, without: readonly string[] = []) => {
  made += 1;
  return keep(`case-${made}`, from, without);
};
const start = (directory: string, path = join(directory, "dialog.db")) =>
  startRefused({
    emulatorUrl: town.emulator.url,
    directory,
    env: { DATABASE_URL: `sqlite:${path}` },
  });
/** Everything in the folder that holds something, but the lock and the index beside the database. */
const bytesIn = (folder: string) =>
  readdirSync(folder)
    .filter((file) => !/\.lock|-shm$/u.test(file) && statSync(join(folder, file)).size > 0)
    .map((file) => [
      file,
      createHash("sha256")
        .update(readFileSync(join(folder, file)))
        .digest("hex"),
    ]);

async function isRefused(folder: string, words: RegExp): Promise<void> {
  const before = bytesIn(folder);
  const { code, told } = await start(folder);
  expect([code, told]).toEqual([3, expect.stringMatching(words)]);
  expect(told).toContain(join(folder, "dialog.db"));
  expect(bytesIn(folder)).toEqual(before);
}
function change(folder: string, sql: string): void {
  const raw = new Database(join(folder, "dialog.db"));
  raw.exec(sql);
  raw.close();
}
const RESTORE = /Nothing has been changed\. Restore the newest backup/u;

describe("F8: a bot whose data directory", () => {
  test("is missing ends with 3, names it, says what to do, and makes nothing", async () => {
    const folder = join(town.directory, "nowhere");
    const { code, told } = await start(folder);
    expect([code, told]).toEqual([
      3,
      `${join(folder, "dialog.db")}: the directory ${folder} does not exist. Create it, or correct DATABASE_URL.\n`,
    ]);
    expect(existsSync(folder)).toBe(false);
  });

  test("is a file ends with 3, and the file is as it was", async () => {
    const file = join(town.directory, "a-file");
    writeFileSync(file, "somebody's");
    const { code, told } = await start(town.directory, join(file, "dialog.db"));
    expect([code, told]).toEqual([
      3,
      expect.stringContaining(`${file} is no directory. Correct DATABASE_URL.`),
    ]);
    expect(readFileSync(file, "utf8")).toBe("somebody's");
  });

  // The one directory nobody may write in, root either.
  test.runIf(process.platform === "linux")("cannot be written ends with 3", async () => {
    const { code, told } = await start(town.directory, "/proc/dialog.db");
    expect([code, told]).toEqual([
      3,
      expect.stringMatching(/\/proc\/dialog\.db.*must be allowed to write in that directory/u),
    ]);
  });
});

test("F61: a bot whose configuration is wrong in every way at once ends with 2, lists all of it, shows no value, and makes nothing", async () => {
  const directory = join(town.directory, "unconfigured");
  mkdirSync(directory);
  const tenant = crowd.world.tenantId;
  const { code, told } = await startRefused({
    emulatorUrl: town.emulator.url,
    directory,
    env: {
      // Asks for a key that is not there.
      NODE_ENV: "production",
      SERVICE_URL_HOST: "smba.trafficmanager.net",
      PORT: "http",
      ALLOWED_TENANTS: `${tenant},${tenant.toUpperCase()}`,
      CLIENT_SECRET: "hush-hush\n",
    },
  });
  expect(code).toBe(2);
  for (const fault of [
    /EVALUATION_KEY: is required in production/u,
    /SERVICE_URL_HOST: is unknown; SERVICE_URL_HOSTS was meant/u,
    /PORT: .*0 to 65535/u,
    /ALLOWED_TENANTS: .*twice/u,
    /CLIENT_SECRET: .*newline/u,
    /TEAMS_CLOUD_URL: is refused in production/u,
  ])
    expect(told).toMatch(fault);
  expect(told).not.toContain("hush");
  expect(readdirSync(directory)).toEqual([]);
});

describe("F9: a bot whose database", () => {
  test("is random bytes ends with 3", async () => {
    const folder = laidOut(stopped);
    writeFileSync(join(folder, "dialog.db"), randomBytes(200_000));
    await isRefused(folder, RESTORE);
  });

  test("has a page of random bytes ends with 3", async () => {
    const folder = laidOut(stopped);
    const path = join(folder, "dialog.db");
    const raw = new Database(path, { readonly: true });
    const page = raw
      .prepare("select rootpage from sqlite_schema where name = 'event'")
      .pluck()
      .get() as number;
    raw.close();
    const bytes = readFileSync(path);
    // A kind of page there is not, whatever the rest says.
    randomBytes(4_096).copy(bytes, (page - 1) * 4_096);
    bytes[(page - 1) * 4_096] = 0xff;
    writeFileSync(path, bytes);
    await isRefused(folder, RESTORE);
  });

  test("is cut off ends with 3", async () => {
    const folder = laidOut(stopped);
    truncateSync(join(folder, "dialog.db"), 40_960);
    await isRefused(folder, RESTORE);
  });

  test("has no length ends with 3, and no new one is made over it", async () => {
    const folder = laidOut(stopped);
    truncateSync(join(folder, "dialog.db"), 0);
    await isRefused(folder, RESTORE);
    expect(statSync(join(folder, "dialog.db")).size).toBe(0);
  });

  test("is another program's ends with 3", async () => {
    const folder = laidOut(stopped);
    change(folder, "pragma application_id = 4711");
    await isRefused(folder, /belongs to another program .*Correct DATABASE_URL/u);
  });
});

test("F13: a bot whose database is from a newer version ends with 3, and names both versions and the way", async () => {
  const folder = laidOut(stopped);
  change(folder, "pragma user_version = 99");
  await isRefused(folder, /schema 99, this program knows \d+\. Start the version that wrote it/u);
});

describe("F10: a bot that was killed, and whose write-ahead log", () => {
  test("is gone ends with 3: what was acknowledged last is in it", async () => {
    const folder = laidOut(killed, ["dialog.db-wal", "dialog.db-shm"]);
    await isRefused(folder, /dialog\.db-wal is gone.*Put it back, or restore/u);
  });

  test("is there without its database ends with 3, and no new one is made", async () => {
    const folder = laidOut(killed, ["dialog.db"]);
    await isRefused(folder, RESTORE);
    expect(existsSync(join(folder, "dialog.db"))).toBe(false);
  });

  test("is another database's ends with 3, and is not taken in", async () => {
    const folder = laidOut(stopped);
    const other = new Database(join(town.directory, "other.db"));
    other.pragma("journal_mode = wal");
    other.exec("create table other (words); insert into other values (zeroblob(100000))");
    cpSync(join(town.directory, "other.db-wal"), join(folder, "dialog.db-wal"));
    other.close();
    await isRefused(
      folder,
      /dialog\.db-wal belongs to another database\. Nothing has been changed/u,
    );
  });

  test("has lost its index, or not, goes on with everything that was acknowledged", async () => {
    expect(acknowledged.length).toBeGreaterThan(5);
    for (const without of [[], ["dialog.db-shm"]]) {
      const directory = laidOut(killed, without);
      const env = { ORGANISATION: join(town.directory, "organisation.json") };
      const { world } = crowd;
      const bot = await startBot({ emulatorUrl: town.emulator.url, directory, world, env });
      expect((await fetch(`${bot.url}/readyz`)).status).toBe(200);
      expect(await bot.stop()).toBe(0);
      expect(ledgerOf(directory).events(dialogueId)).toEqual(acknowledged);
    }
  });
});
