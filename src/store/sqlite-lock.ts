import { existsSync } from "node:fs";
import BetterSqlite3 from "better-sqlite3";
import { hasCode } from "./sqlite-dialect.ts";
import { StoreUnusable } from "./unusable.ts";

export type FileLock = {
  /** From now on the database is in use: were the process to end here, its write-ahead log would be needed. */
  noteOpened(): void;
  /** Lets go; `clean` when everything has been written to the database file itself. */
  release(clean: boolean): void;
};

/**
 * Keeps every other process away from the database by an exclusive transaction on a file beside it, which the system
 * lets go of when this process ends, however it ends. Refuses with StoreUnusable when another process has it, and when
 * the last one ended in the middle and the write-ahead log it left is gone.
 */
export function lockFile(path: string): FileLock {
  const side = `${path}.lock`;
  const database = begin(path, side);
  try {
    assertLogIsThere(database, path, side);
  } catch (error) {
    database.close();
    throw error;
  }
  const note = (open: number) => {
    database.prepare("insert or replace into state (id, open) values (1, ?)").run(open);
    database.exec("commit");
  };
  return {
    noteOpened() {
      note(1);
      database.exec("begin exclusive");
    },
    release(clean) {
      if (!database.open) return;
      if (clean) note(0);
      database.close();
    },
  };
}

/** Exclusive locking mode keeps the lock also between transactions. */
function begin(path: string, side: string): BetterSqlite3.Database {
  let database: BetterSqlite3.Database | undefined;
  try {
    database = new BetterSqlite3(side, { timeout: 0 });
    database.pragma("locking_mode = exclusive");
    database.pragma("journal_mode = delete");
    database.exec("begin exclusive");
    database.exec("create table if not exists state (id integer primary key, open integer)");
    return database;
  } catch (cause) {
    database?.close();
    throw refusal(path, side, cause);
  }
}

function assertLogIsThere(database: BetterSqlite3.Database, path: string, side: string): void {
  const open = database.prepare("select open from state").pluck().get();
  if (open !== 1 || !existsSync(path) || existsSync(`${path}-wal`)) return;
  throw new StoreUnusable(
    `${path}-wal is gone, though the program did not end cleanly: what was saved last is in it. Put it back, or restore the newest backup. If ${path} is that backup, delete ${side} and start again.`,
  );
}

function refusal(path: string, side: string, cause: unknown): StoreUnusable {
  if (hasCode(cause, "SQLITE_BUSY"))
    return new StoreUnusable(
      `Another process is using ${path}. Only one may: stop the other one, or give this one another DATABASE_URL.`,
      { cause },
    );
  if (hasCode(cause, "SQLITE_NOTADB", "SQLITE_CORRUPT"))
    return new StoreUnusable(
      `${side} is not the lock file of ${path}. Look at what it is, move it away, and start again.`,
      { cause },
    );
  return new StoreUnusable(
    `${side} cannot be made or locked. The process must be allowed to write in that directory, and the disk must not be full.`,
    { cause },
  );
}
