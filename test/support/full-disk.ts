import { existsSync } from "node:fs";
import BetterSqlite3 from "better-sqlite3";

/**
 * Loaded before a program (NODE_OPTIONS=--import …), it lets no SQLite file grow by a single page while the file exists
 * that FULL_DISK names, as a disk without room does. What the pages there are have room for still fits.
 */
const sign = process.env["FULL_DISK"] ?? "";
const ROOM = 1_073_741_823;
type Exec = (this: BetterSqlite3.Database, sql: string) => BetterSqlite3.Database;
const exec = Reflect.get(BetterSqlite3.prototype, "exec") as Exec;

BetterSqlite3.prototype.exec = function (this: BetterSqlite3.Database, sql: string) {
  // No file is made smaller by it: the least it can be is what it is.
  if (sql.startsWith("begin") && !this.readonly)
    this.pragma(`max_page_count = ${existsSync(sign) ? 1 : ROOM}`);
  return exec.call(this, sql);
};
