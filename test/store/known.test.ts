import BetterSqlite3 from "better-sqlite3";
import { Kysely } from "kysely";
import { expect, onTestFinished, test } from "vitest";
import { createKnown } from "../../src/store/known.ts";
import { migrate } from "../../src/store/sqlite-migrate.ts";
import { sqliteDialect } from "../../src/store/sqlite-dialect.ts";
import type { Tables } from "../../src/store/schema.ts";

test("a look at the address book that failed is not remembered: the next one reads again", async () => {
  const database = new BetterSqlite3(":memory:");
  onTestFinished(() => void database.close());
  const known = createKnown(new Kysely<Tables>({ dialect: sqliteDialect(database, 0) }));
  await expect(known.get()).rejects.toThrow("no such table");
  migrate(database);
  expect((await known.get()).people.size).toBe(0);
});
