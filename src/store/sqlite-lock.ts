import BetterSqlite3 from "better-sqlite3";
import { hasCode } from "./sqlite-dialect.ts";
import { StoreUnusable } from "./store.ts";

export type FileLock = { release(): void };

/**
 * Keeps every other process away from the database by an exclusive transaction on a file beside it, which the system
 * lets go of when this process ends, however it ends. Refuses with StoreUnusable when another process has it.
 */
export function lockFile(path: string): FileLock {
  const side = `${path}.lock`;
  let database: BetterSqlite3.Database | undefined;
  try {
    database = new BetterSqlite3(side, { timeout: 0 });
    database.pragma("journal_mode = delete");
    database.exec("begin exclusive");
  } catch (cause) {
    database?.close();
    throw refusal(path, side, cause);
  }
  const held = database;
  return { release: () => void held.close() };
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
