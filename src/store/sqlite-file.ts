import { closeSync, existsSync, openSync, readSync, renameSync, rmSync, statSync } from "node:fs";
import { fsyncSync, realpathSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import BetterSqlite3 from "better-sqlite3";
import { APPLICATION_ID, connect } from "./sqlite-connection.ts";
import { hasCode } from "./sqlite-dialect.ts";
import { type Migration, migrate, schemaVersion } from "./sqlite-migrate.ts";
import { StoreUnusable } from "./store.ts";

const HEADER_BYTES = 100;
const MAGIC = "SQLite format 3\0";
const RESTORE =
  "Nothing has been changed. Restore the newest backup, with its -wal file if it has one.";

/** The one name of the file, so that two paths to it are not two databases. Refuses a directory that cannot hold it. */
export function resolvePath(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  const directory = dirname(path);
  if (!existsSync(directory))
    throw new StoreUnusable(
      `${path}: the directory ${directory} does not exist. Create it, or correct DATABASE_URL.`,
    );
  if (!statSync(directory).isDirectory())
    throw new StoreUnusable(`${path}: ${directory} is no directory. Correct DATABASE_URL.`);
  return join(realpathSync(directory), basename(path));
}

/**
 * Makes a new database when there is none, under another name until it is whole, so that an empty or half file is
 * never ours. Refuses with StoreUnusable, and without writing, what is there and is not a database of ours.
 */
export function prepareFile(path: string, steps: readonly Migration[]): void {
  if (existsSync(path)) return assertOurs(path);
  if (existsSync(`${path}-wal`))
    throw new StoreUnusable(
      `${path} is missing, but ${path}-wal, which belongs to it, is there. ${RESTORE}`,
    );
  const unfinished = `${path}.new`;
  for (const suffix of ["", "-wal", "-shm", "-journal"])
    rmSync(unfinished + suffix, { force: true });
  const database = new BetterSqlite3(unfinished);
  database.pragma(`application_id = ${APPLICATION_ID}`);
  migrate(database, steps);
  database.close();
  sync(unfinished);
  renameSync(unfinished, path);
  sync(dirname(path));
}

function assertOurs(path: string): void {
  const file = statSync(path);
  if (!file.isFile()) throw new StoreUnusable(`${path} is no file. Correct DATABASE_URL.`);
  if (file.size === 0)
    throw new StoreUnusable(`${path} is empty: its contents have been lost. ${RESTORE}`);
  const header = Buffer.alloc(HEADER_BYTES);
  const descriptor = openSync(path, "r");
  const bytes = readSync(descriptor, header, 0, HEADER_BYTES, 0);
  closeSync(descriptor);
  if (bytes < HEADER_BYTES || header.toString("latin1", 0, MAGIC.length) !== MAGIC)
    throw new StoreUnusable(
      `${path} is no SQLite database, or its beginning is damaged. ${RESTORE}`,
    );
  const applicationId = header.readUInt32BE(68);
  if (applicationId !== APPLICATION_ID)
    throw new StoreUnusable(
      `${path} belongs to another program (application_id ${applicationId}). Correct DATABASE_URL.`,
    );
}

/** The writing connection to a file that has been looked through: newer, damaged and half-restored ones are refused. */
export function openWriter(
  path: string,
  steps: readonly Migration[],
  maxPages: number | undefined,
): BetterSqlite3.Database {
  let database: BetterSqlite3.Database | undefined;
  try {
    database = connect(path, { maxPages });
    assertSchema(database, path, steps.length);
    assertWhole(database, path);
    migrate(database, steps);
    return database;
  } catch (error) {
    database?.close();
    throw unusable(path, error);
  }
}

function assertSchema(database: BetterSqlite3.Database, path: string, known: number): void {
  const version = schemaVersion(database);
  if (version > known)
    throw new StoreUnusable(
      `${path} was written by a newer version: it has schema ${version}, this program knows ${known}. Start the version that wrote it, or a newer one.`,
    );
  if (version < 1)
    throw new StoreUnusable(`${path} has no tables: its contents have been lost. ${RESTORE}`);
}

/** Also finds a write-ahead log that belongs to another database: its pages do not fit together with these. */
function assertWhole(database: BetterSqlite3.Database, path: string): void {
  const [first] = database.pragma("quick_check(1)") as { readonly quick_check: string }[];
  if (first?.quick_check !== "ok") throw damaged(path, first?.quick_check ?? "no answer");
  const [orphan] = database.pragma("foreign_key_check") as { readonly table: string }[];
  if (orphan) throw damaged(path, `rows of ${orphan.table} have lost what they belong to`);
}

function damaged(path: string, what: string, cause?: unknown): StoreUnusable {
  return new StoreUnusable(`${path} is damaged (${what}). ${RESTORE}`, { cause });
}

/** What SQLite says, as what to do. */
export function unusable(path: string, error: unknown): unknown {
  if (hasCode(error, "SQLITE_CORRUPT", "SQLITE_NOTADB"))
    return damaged(path, (error as Error).message, error);
  if (hasCode(error, "SQLITE_FULL"))
    return new StoreUnusable(
      `${path}: the disk is full, so nothing was saved. Make room; no restart is needed.`,
      { cause: error },
    );
  if (hasCode(error, "SQLITE_BUSY"))
    return new StoreUnusable(
      `${path} is locked by another program, a backup perhaps, so nothing was saved. Try again when it is done.`,
      { cause: error },
    );
  if (hasCode(error, "SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM"))
    return new StoreUnusable(
      `${path} cannot be written. The process must own the file and be allowed to write in its directory.`,
      { cause: error },
    );
  if (hasCode(error, "SQLITE_IOERR"))
    return new StoreUnusable(
      `${path}: the disk answers with errors (${(error as { code: string }).code}). Look at the disk before anything else.`,
      { cause: error },
    );
  return error;
}

function sync(path: string): void {
  const descriptor = openSync(path, "r");
  fsyncSync(descriptor);
  closeSync(descriptor);
}
