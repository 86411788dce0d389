import BetterSqlite3 from "better-sqlite3";
import { describe, expect, test } from "vitest";
import { migrate, schemaVersion } from "../../src/store/sqlite-migrate.ts";
import { openTestStore } from "../support/store.ts";
import { startChild } from "./child.ts";
import { newPath, openRaw } from "./files.ts";
import { change, recorded } from "./given.ts";

describe("F2: a process killed in the middle of a save", () => {
  test("leaves nothing of it before the commit, all of it afterwards, at every statement", async () => {
    const [count = ""] = await startChild("dieAt", newPath(), "0").ended();
    const statements = Number(count);
    expect(statements).toBeGreaterThan(10);
    for (let point = 1; point <= statements + 1; point++) {
      const path = newPath();
      await startChild("dieAt", path, String(point)).ended();
      const store = await openTestStore({ path });
      const saved = point > statements;
      expect([point, (await store.dialogues.load("d1")).version]).toEqual([point, saved ? 3 : 1]);
      expect(await store.dialogues.seen("second")).toBe(saved);
      expect((await store.outbox.peek()).length).toBe(saved ? 2 : 1);
      expect(await store.dialogues.verify("d1")).toMatchObject({ ok: true });
      const again = change("d1", { version: saved ? 3 : 1, events: [recorded("om igen")] });
      await store.dialogues.save(again);
      await store.close();
    }
  }, 120_000);

  test("at any moment loses nothing it had acknowledged", async () => {
    const path = newPath();
    let acknowledged = 0;
    for (let round = 1; round <= 5; round++) {
      const child = startChild("saveOn", path);
      const enough = acknowledged + round * 7;
      while (acknowledged < enough) acknowledged = Number(await child.line());
      await child.kill();
      const said = await child.ended();
      acknowledged = Number(said.at(-1) ?? acknowledged);
      const store = await openTestStore({ path });
      const { version } = await store.dialogues.load("d1");
      expect(version).toBeGreaterThanOrEqual(acknowledged);
      expect(version).toBeLessThanOrEqual(acknowledged + 1);
      expect(await store.dialogues.verify("d1")).toMatchObject({ ok: true });
      await store.close();
    }
  }, 120_000);
});

describe("F14: a migration", () => {
  const one = { number: 1, name: "0001-one.sql", sql: "create table one (id integer)" };
  const two = { number: 2, name: "0002-two.sql", sql: "create table two (id integer)" };
  const tables = (database: BetterSqlite3.Database) =>
    database.prepare("select name from sqlite_schema order by name").pluck().all();

  test("that the process was killed in is not begun, and is done at the next start", async () => {
    const path = newPath();
    await startChild("dieMigrating", path).ended();
    const database = openRaw(path);
    expect([schemaVersion(database), tables(database)]).toEqual([1, ["one"]]);
    migrate(database, [one, two]);
    expect([schemaVersion(database), tables(database)]).toEqual([2, ["one", "two"]]);
  });

  test("that fails says why, and leaves the one before it", () => {
    const database = new BetterSqlite3(newPath());
    const broken = { ...two, sql: "create table two (id integer); insert into nowhere values (1)" };
    expect(() => migrate(database, [one, broken])).toThrow("no such table: nowhere");
    expect([schemaVersion(database), tables(database)]).toEqual([1, ["one"]]);
  });

  test("is run once", () => {
    const database = new BetterSqlite3(newPath());
    migrate(database, [one]);
    migrate(database, [one, two]);
    migrate(database, [one, two]);
    expect(schemaVersion(database)).toBe(2);
  });
});
