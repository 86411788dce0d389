import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import BetterSqlite3 from "better-sqlite3";
import { APPLICATION_ID } from "./sqlite-connection.ts";
import { RESTORE } from "./sqlite-errors.ts";
import { assertOurs } from "./sqlite-inspect.ts";
import { type Migration, migrate } from "./sqlite-migrate.ts";
import { StoreUnusable } from "./unusable.ts";

const HEADER_BYTES = 100;
const MAGIC = "SQLite format 3\0";

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
  if (existsSync(path)) return assertDatabase(path);
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

function assertDatabase(path: string): void {
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
  assertOurs(header.readUInt32BE(68), path);
}

/** Windows neither needs nor allows this of a directory. */
function sync(path: string): void {
  const directory = statSync(path).isDirectory();
  if (directory && process.platform === "win32") return;
  const descriptor = openSync(path, directory ? "r" : "r+");
  fsyncSync(descriptor);
  closeSync(descriptor);
}
