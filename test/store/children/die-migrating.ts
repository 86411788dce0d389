import BetterSqlite3 from "better-sqlite3";
import { migrate } from "../../../src/store/sqlite-migrate.ts";

// Is killed half-way through the second migration.
const [, , path = ""] = process.argv;
const database = new BetterSqlite3(path);
database.pragma("journal_mode = wal");
database.function("die", () => process.kill(process.pid, "SIGKILL"));
migrate(database, [
  { number: 1, name: "0001-one.sql", sql: "create table one (id integer)" },
  { number: 2, name: "0002-two.sql", sql: "create table two (id integer); select die();" },
]);
