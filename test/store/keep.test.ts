import { spawn } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import BetterSqlite3 from "better-sqlite3";
import { Kysely } from "kysely";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { checksumsOf, copyDatabase } from "../../src/store/copy.ts";
import { openPostgresDatabase, openPostgresStore } from "../../src/store/postgres.ts";
import { openSqliteDatabase } from "../../src/store/sqlite.ts";
import { sqliteDialect } from "../../src/store/sqlite-dialect.ts";
import { backUpSqlite, restoreSqlite } from "../../src/store/sqlite-backup.ts";
import { heldUntil, markRestored } from "../../src/store/restored.ts";
import { verifyAll } from "../../src/store/verify-all.ts";
import { openHandled, startedBy } from "../support/handled.ts";
import { openPostgres } from "../support/postgres.ts";
import { openTestStore, temporaryDirectory } from "../support/store.ts";
import { plannedReminders } from "../../src/store/planned-reminders.ts";
import { AT, change } from "./given.ts";

/** A closed database with two dialogues, one of which has lost words by law, and its path. */
async function lived(): Promise<string> {
  const path = join(temporaryDirectory(), "dialog.db");
  const store = await openTestStore({ path });
  const { run } = await openHandled(store);
  await run("dialogue-1", startedBy("a"));
  await run("dialogue-2", startedBy("b"));
  const { events } = await store.dialogues.load("dialogue-1");
  const ref = (events[0] as { readonly title: { readonly ref: string } }).title.ref;
  await store.dialogues.erase({
    dialogueId: "dialogue-1",
    ref,
    ground: "gdpr-17",
    by: "p",
    at: AT,
  });
  await store.close();
  return path;
}

async function sqlite(path: string) {
  const database = await openSqliteDatabase({ path });
  onTestFinished(() => database.close().catch(() => undefined));
  return database;
}

/** Changes the file past all triggers, as who has the disk can. */
function tamper(path: string, ...statements: readonly string[]): void {
  const database = new BetterSqlite3(path);
  const triggers = database
    .prepare("select name from sqlite_master where type = 'trigger'")
    .pluck();
  for (const name of triggers.all()) database.exec(`drop trigger ${String(name)}`);
  for (const statement of statements) database.exec(statement);
  database.close();
}

async function findings(path: string, heads: Awaited<ReturnType<typeof verifyAll>>["heads"] = []) {
  const database = await sqlite(path);
  const verified = await verifyAll(database.read, heads);
  await database.close();
  return verified;
}

describe("the chains of all dialogues", () => {
  test("are whole, also after words were erased by law", async () => {
    const { findings: found, heads } = await findings(await lived());
    expect(found).toEqual([]);
    expect(heads.map(({ dialogueId }) => dialogueId)).toEqual(["dialogue-1", "dialogue-2"]);
  });
  test.each([
    ["changed", `update event set body = replace(body, 'elected', 'officials') where version = 4`],
    ["deleted", `delete from event where version = 3`],
    [
      "put in another order",
      `update event set version = -version where dialogue_id = 'dialogue-2' and version in (3, 4); update event set version = 7 + version where version < 0`,
    ],
    ["cut off, its index left", `delete from event where version > 5`],
  ])("tell of an event that was %s", async (_how, statement) => {
    const path = await lived();
    tamper(path, statement);
    const raw = new BetterSqlite3(path, { readonly: true });
    onTestFinished(() => void raw.close());
    const { findings: found } = await verifyAll(new Kysely({ dialect: sqliteDialect(raw, 0) }));
    expect(found.map(({ dialogueId }) => dialogueId)).toContain("dialogue-2");
  });
  test("tell of a tail that was cut off together with its index only against heads kept elsewhere", async () => {
    const path = await lived();
    const { heads } = await findings(path);
    tamper(
      path,
      "delete from content where version > 5 and dialogue_id = 'dialogue-2'",
      "delete from event where version > 5 and dialogue_id = 'dialogue-2'",
      "update dialogue set version = 5 where id = 'dialogue-2'",
    );
    expect((await findings(path)).findings).toEqual([]);
    expect((await findings(path, heads)).findings).toMatchObject([{ dialogueId: "dialogue-2" }]);
  });
});

describe("a backup", () => {
  test("taken while the bot saves is whole, and laid out anew it is the same database", async () => {
    const path = join(temporaryDirectory(), "dialog.db");
    const store = await openTestStore({ path });
    const { run } = await openHandled(store);
    await run("dialogue-1", startedBy("a"));
    const backup = join(temporaryDirectory(), "backup.db");
    const saving = run("dialogue-2", startedBy("b"));
    await backUpSqlite(path, backup);
    await saving;
    await store.close();
    const restored = join(temporaryDirectory(), "restored.db");
    await restoreSqlite(backup, restored);
    const { findings: found, heads } = await findings(restored);
    expect(found).toEqual([]);
    expect(heads[0]).toEqual((await findings(path)).heads[0]);
    const again = await openTestStore({ path: restored });
    const kept = await again.dialogues.load("dialogue-1");
    expect(kept.events.length).toBe(kept.version);
  });
  test("overwrites nothing, neither when it is taken nor when it is laid out", async () => {
    const path = await lived();
    const there = join(temporaryDirectory(), "there.db");
    writeFileSync(there, "mine");
    await expect(backUpSqlite(path, there)).rejects.toThrow("is there already");
    await expect(restoreSqlite(path, there)).rejects.toThrow("is there already");
    expect(readFileSync(there, "utf8")).toBe("mine");
  });
  test("that is damaged is not laid out", async () => {
    const backup = join(temporaryDirectory(), "backup.db");
    await backUpSqlite(await lived(), backup);
    const bytes = readFileSync(backup);
    bytes.fill(0x5a, 8_192, 12_288);
    writeFileSync(backup, bytes);
    const target = join(temporaryDirectory(), "restored.db");
    await expect(restoreSqlite(backup, target)).rejects.toThrow("damaged");
    expect(existsSync(target)).toBe(false);
  });
});

describe("a copy in PostgreSQL", () => {
  let server: Awaited<ReturnType<typeof openPostgres>> | undefined;
  beforeAll(async () => {
    server = await openPostgres();
  });
  afterAll(() => server?.stop());
  const newDatabase = () => server?.database() ?? Promise.reject(new Error("no server"));

  test("holds every row, goes on from there, and can be brought back the same", async () => {
    const path = await lived();
    const url = await newDatabase();
    const from = await sqlite(path);
    await markRestored(from);
    const to = await openPostgresDatabase({ url });
    const sums = await copyDatabase(from, to);
    expect(sums["event"]?.rows).toBeGreaterThan(15);
    // What a backup would send waits to be decided on, wherever it is copied.
    expect(await heldUntil(to)).toBe(await heldUntil(from));
    expect(await heldUntil(to)).toMatch(/^\d{4}-/u);
    expect((await verifyAll(to.read)).findings).toEqual([]);
    const back = await sqlite(join(temporaryDirectory(), "back.db"));
    expect(await copyDatabase(to, back)).toEqual(await checksumsOf(from.read));
    await to.close();
    const store = await openPostgresStore({ url, instance: "test" });
    onTestFinished(() => store.close());
    const { run } = await openHandled(store);
    await run("dialogue-3", startedBy("c"));
    expect((await store.dialogues.load("dialogue-3")).version).toBeGreaterThan(5);
    expect(await store.dialogues.verify("dialogue-1")).toMatchObject({ ok: true });
  });
  test("is of every table there is, on either side, but for those that hold nothing between two changes", async () => {
    const url = await newDatabase();
    const schema = /search_path%3D(\w+)/u.exec(url)?.[1];
    const to = await openPostgresDatabase({ url });
    onTestFinished(() => to.close());
    const path = await lived();
    const from = await sqlite(path);
    const copied = Object.keys(await copyDatabase(from, to));
    const raw = new BetterSqlite3(path, { readonly: true });
    onTestFinished(() => void raw.close());
    const here = raw
      .prepare("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'")
      .pluck()
      .all();
    const there = await server?.ask<{ name: string }>(
      "select table_name as name from information_schema.tables where table_schema = $1",
      schema,
    );
    const passing = ["deletion_permit", "departure", "nowhere", "probe"];
    expect((here as string[]).toSorted()).toEqual([...copied, ...passing].toSorted());
    expect(there?.map(({ name }) => name).toSorted()).toEqual(
      [...copied, ...passing, "address_book", "schema_version"].toSorted(),
    );
  });
  test.each([
    ["changed", `update event set body = replace(body, 'elected', 'officials') where version = 4`],
    ["deleted", `delete from event where version = 3`],
    [
      "put in another order",
      `update event set version = -version where version in (3, 4); update event set version = 7 + version where version < 0`,
    ],
  ])(
    "tells by the command of an event that was %s there, and of which dialogue",
    async (_how, statements) => {
      const url = await newDatabase();
      const schema = /search_path%3D(\w+)/u.exec(url)?.[1] ?? "";
      const to = await openPostgresDatabase({ url });
      await copyDatabase(await sqlite(await lived()), to);
      await to.close();
      // Past all triggers, as the owner of the server can.
      await server?.ask(`alter table ${schema}.event disable trigger all`);
      await server?.ask(`alter table ${schema}.content disable trigger all`);
      for (const statement of statements.split("; "))
        await server?.ask(
          `${statement.replace("event", `${schema}.event`)} and dialogue_id = 'dialogue-2'`,
        );
      const told = await keep("verify", "--database", url);
      expect(told).toMatch(/^dialogue-2: .*event [34]/mu);
      expect(told).toMatch(/1 chains are whole, 1 faults/);
    },
  );
  test("is not made in a database that holds something", async () => {
    const url = await newDatabase();
    const to = await openPostgresDatabase({ url });
    onTestFinished(() => to.close());
    await copyDatabase(await sqlite(await lived()), to);
    const before = await checksumsOf(to.read);
    await expect(copyDatabase(await sqlite(await lived()), to)).rejects.toThrow(
      "holds something already",
    );
    expect(await checksumsOf(to.read)).toEqual(before);
  });
  test("is made by the command, which tells what it has done", async () => {
    const path = await lived();
    const url = await newDatabase();
    expect(await keep("copy", "--database", `sqlite:${path}`, "--to", url)).toMatch(
      /Copied \d+ rows/,
    );
    expect(await keep("verify", "--database", url)).toMatch(/2 chains are whole, 0 faults/);
    const file = join(temporaryDirectory(), "backup.db");
    expect(await keep("backup", "--database", url, "--to", file)).toMatch(
      /whole and looked through/,
    );
    expect(await keep("verify", "--database", `sqlite:${file}`)).toMatch(/2 chains are whole/);
    expect(await keep("copy", "--database", "mysql://x")).toMatch(/--to is missing/);
  });
});

/** What the command prints, on either stream. */
function keep(...words: readonly string[]): Promise<string> {
  const script = join(import.meta.dirname, "../../scripts/keep.ts");
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...words], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    let told = "";
    const hear = (chunk: Buffer) => {
      told += chunk.toString();
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("close", () => resolve(told));
  });
}

test("what is planned for the next days is listed by the database's clock, in ids and codes alone", async () => {
  const path = join(temporaryDirectory(), "dialog.db");
  const store = await openTestStore({ path });
  await store.clock.set(AT);
  const about = { type: "deadline", code: "D01", rung: "R1" } as const;
  const at = (day: string) => `2027-${day}T07:30:00.000Z`;
  const reminders = ["01-20", "03-20"].map((day) => ({
    key: `D01:${day}`,
    about,
    person: "p-a",
    dueAt: at(day),
  }));
  await store.dialogues.save(change("d-1", { reminders }));
  await store.close();
  const database = await sqlite(path);
  expect(await plannedReminders(database.read, 30)).toEqual([`${at("01-20")} d-1 p-a D01:01-20`]);
});
