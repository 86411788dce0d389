import { randomBytes } from "node:crypto";
import type BetterSqlite3 from "better-sqlite3";
import { Kysely } from "kysely";
import { groupCommit } from "./group-commit.ts";
import { type Life, storeOn } from "./on-database.ts";
import type { Database, Tables } from "./schema.ts";
import { connect } from "./sqlite-connection.ts";
import { hasCode, sqliteDialect } from "./sqlite-dialect.ts";
import { unusable } from "./sqlite-errors.ts";
import { prepareFile, resolvePath } from "./sqlite-file.ts";
import { inspect } from "./sqlite-inspect.ts";
import { lockFile } from "./sqlite-lock.ts";
import { migrate, migrations } from "./sqlite-migrate.ts";
import type { Store } from "./store.ts";
import { createVault } from "./vault.ts";

export type SqliteOptions = Life & {
  /** The database file. Its directory must exist; the file is made when there is none. */
  readonly path: string;
  /** The most pages (of 4 KiB) the file may grow to; none when absent. */
  readonly maxPages?: number;
  /** How long another program's lock is waited for before the one who saves is told; 5 seconds when absent. */
  readonly patienceMs?: number;
  /** EVALUATION_KEY, 32 bytes, without which no answer is read, or what finds it once the file is known to be ours; a passing one when absent, for tests that ask nobody. */
  readonly evaluationKey?: Uint8Array | (() => Promise<Uint8Array | undefined>) | undefined;
};

/** Half of what Teams waits for an answer. */
const PATIENCE_MS = 5_000;

/**
 * Opens the store in one SQLite file, new or brought up to date. Refuses with StoreUnusable, and changes nothing, when
 * the file is damaged, somebody else's, from a newer version or in use by another process (decisions.md §10.5).
 */
export async function openSqliteStore(options: SqliteOptions): Promise<Store> {
  const database = await openSqliteDatabase(options);
  const { evaluationKey } = options;
  try {
    const key = typeof evaluationKey === "function" ? await evaluationKey() : evaluationKey;
    return storeOn(database, createVault(key ?? randomBytes(32)), options);
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** The database alone, for commands that copy or check it while no other process has it. Refuses like openSqliteStore. */
export async function openSqliteDatabase(
  options: Pick<SqliteOptions, "path" | "maxPages" | "patienceMs">,
): Promise<Database> {
  const file = resolvePath(options.path);
  const lock = lockFile(file);
  try {
    const database = openDatabase(file, options);
    lock.noteOpened();
    return {
      ...database,
      async close() {
        await database.close();
        lock.release(true);
      },
    };
  } catch (error) {
    lock.release(false);
    throw error;
  }
}

function openDatabase(
  file: string,
  options: Pick<SqliteOptions, "maxPages" | "patienceMs">,
): Database {
  const { maxPages, patienceMs = PATIENCE_MS } = options;
  const { writer, reader } = openConnections(file, maxPages);
  const read = new Kysely<Tables>({ dialect: sqliteDialect(reader, patienceMs) });
  const commits = groupCommit(new Kysely<Tables>({ dialect: sqliteDialect(writer, patienceMs) }));
  const scrubber = createScrubber(writer);
  return {
    read,
    snapshot: (work) => work(read),
    aheadMs: async () => 0,
    write: (work) =>
      commits.write(work).then(
        (value) => {
          scrubber.goOn();
          return value;
        },
        (error: unknown) => {
          throw unusable(file, error);
        },
      ),
    isUniqueViolation: (error) =>
      hasCode(error, "SQLITE_CONSTRAINT_UNIQUE", "SQLITE_CONSTRAINT_PRIMARYKEY"),
    async scrub() {
      scrubber.scrub();
    },
    async close() {
      await commits.settled();
      // The writer last: it empties the write-ahead log into the file.
      reader.close();
      writer.close();
    },
  };
}

/**
 * Empties the write-ahead log, which holds what was deleted. What was saved is saved whether that succeeds or not: a disk
 * without room or somebody who reads puts it off, and it is done with one of the next saves (reliability.md F7).
 */
function createScrubber(writer: BetterSqlite3.Database) {
  let isOwed = false;
  function goOn(): void {
    if (!isOwed || writer.inTransaction) return;
    try {
      const [done] = writer.pragma("wal_checkpoint(truncate)") as { readonly busy: number }[];
      isOwed = done?.busy !== 0;
    } catch (error) {
      if (!hasCode(error, "SQLITE_FULL", "SQLITE_IOERR", "SQLITE_BUSY")) throw error;
    }
  }
  function scrub(): void {
    isOwed = true;
    goOn();
  }
  // An earlier life may have ended with it undone.
  scrub();
  return { scrub, goOn };
}

function openConnections(file: string, maxPages: number | undefined) {
  const steps = migrations();
  prepareFile(file, steps);
  inspect(file, steps.length);
  const writer = connect(file, { maxPages });
  try {
    migrate(writer, steps);
    return { writer, reader: connect(file, { readonly: true }) };
  } catch (error) {
    writer.close();
    throw unusable(file, error);
  }
}
