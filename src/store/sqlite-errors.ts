import { hasCode } from "./sqlite-dialect.ts";
import { StoreUnusable } from "./unusable.ts";

/** What to do about a file whose contents cannot be trusted. */
export const RESTORE =
  "Nothing has been changed. Restore the newest backup, with its -wal file if it has one.";

export function damaged(path: string, what: string, cause?: unknown): StoreUnusable {
  return new StoreUnusable(`${path} is damaged (${what}). ${RESTORE}`, {
    cause,
    reason: "the file is damaged",
  });
}

/** What SQLite says, as what to do; other errors as they are. */
export function unusable(path: string, error: unknown): unknown {
  if (hasCode(error, "SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_IOERR_SHORT_READ"))
    return damaged(path, (error as Error).message, error);
  if (hasCode(error, "SQLITE_FULL"))
    return new StoreUnusable(
      `${path}: the disk is full, so nothing was saved. Make room; no restart is needed.`,
      { cause: error, reason: "the disk is full" },
    );
  if (hasCode(error, "SQLITE_BUSY"))
    return new StoreUnusable(
      `${path} is locked by another program, a backup perhaps, so nothing was saved. Try again when it is done.`,
      { cause: error, reason: "another program has locked it" },
    );
  if (hasCode(error, "SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM"))
    return new StoreUnusable(
      `${path} cannot be written. The process must own the file and be allowed to write in its directory.`,
      { cause: error, reason: "it cannot be written" },
    );
  if (hasCode(error, "SQLITE_IOERR"))
    return new StoreUnusable(
      `${path}: the disk answers with errors (${(error as { code: string }).code}). Look at the disk before anything else.`,
      { cause: error, reason: "the disk answers with errors" },
    );
  return error;
}
