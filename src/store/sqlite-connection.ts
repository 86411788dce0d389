import BetterSqlite3 from "better-sqlite3";
import { StoreUnusable } from "./unusable.ts";

/** Marks the file as ours: "Dlot". */
export const APPLICATION_ID = 0x446c6f74;
const OLDEST_SQLITE = [3, 51] as const;

/** What every connection must have, as SQLite reads it back (decisions.md §10.5). A lock held elsewhere is waited for outside SQLite, which would block the event loop. */
const PRAGMAS = [
  { name: "synchronous", set: "full", reads: 2 },
  { name: "foreign_keys", set: "on", reads: 1 },
  { name: "secure_delete", set: "on", reads: 1 },
  { name: "trusted_schema", set: "off", reads: 0 },
  { name: "busy_timeout", set: "5", reads: 5 },
] as const;

export type ConnectionOptions = {
  readonly readonly?: boolean;
  /** Only looks: also at a file, a backup perhaps, that is not in WAL mode yet. */
  readonly inspecting?: boolean;
  /** The most pages the file may grow to; a disk that fills up, in small. */
  readonly maxPages?: number | undefined;
};

/** A connection with every pragma set and read back. Refuses with StoreUnusable when one does not hold. */
export function connect(path: string, options: ConnectionOptions = {}): BetterSqlite3.Database {
  const database = new BetterSqlite3(path, {
    timeout: 5,
    fileMustExist: true,
    readonly: options.readonly ?? false,
  });
  try {
    assertVersion(database, path);
    if (!options.inspecting)
      assertPragma(database, path, "journal_mode", options.readonly ? undefined : "wal", "wal");
    for (const { name, set, reads } of PRAGMAS) assertPragma(database, path, name, set, reads);
    if (options.maxPages !== undefined) database.pragma(`max_page_count = ${options.maxPages}`);
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
}

function assertPragma(
  database: BetterSqlite3.Database,
  path: string,
  name: string,
  set: string | undefined,
  reads: string | number,
): void {
  if (set !== undefined) database.pragma(`${name} = ${set}`);
  const actual = database.pragma(name, { simple: true });
  if (actual === reads) return;
  throw new StoreUnusable(
    `${path}: ${name} is ${String(actual)} and must be ${reads}, so nothing would be safe. Is the file on a network drive, or the directory read-only?`,
  );
}

function assertVersion(database: BetterSqlite3.Database, path: string): void {
  const version = database.prepare("select sqlite_version()").pluck().get() as string;
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > OLDEST_SQLITE[0] || (major === OLDEST_SQLITE[0] && minor >= OLDEST_SQLITE[1])) return;
  throw new StoreUnusable(
    `SQLite ${version} is too old for ${path}; ${OLDEST_SQLITE.join(".")} is needed. Run npm ci again.`,
  );
}
