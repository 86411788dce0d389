import { randomUUID } from "node:crypto";
import { Kysely } from "kysely";
import { createAddressBook } from "./address-book.ts";
import { createDialogues } from "./dialogues.ts";
import { groupCommit } from "./group-commit.ts";
import { createOutbox } from "./outbox.ts";
import type { Database, Tables } from "./schema.ts";
import { connect } from "./sqlite-connection.ts";
import { hasCode, sqliteDialect } from "./sqlite-dialect.ts";
import { openWriter, prepareFile, resolvePath, unusable } from "./sqlite-file.ts";
import { lockFile } from "./sqlite-lock.ts";
import { migrations } from "./sqlite-migrate.ts";
import { createClock, createTemplates, probe } from "./small-tables.ts";
import type { Store } from "./store.ts";

export type SqliteOptions = {
  /** The database file. Its directory must exist; the file is made when there is none. */
  readonly path: string;
  /** Names this process's place among several; the same after a restart. */
  readonly instance: string;
  /** The most pages (of 4 KiB) the file may grow to; none when absent. */
  readonly maxPages?: number;
};

/**
 * Opens the store in one SQLite file, new or brought up to date. Refuses with StoreUnusable, and changes nothing, when
 * the file is damaged, somebody else's, from a newer version or in use by another process (decisions.md §10.5).
 */
export async function openSqliteStore({ path, instance, maxPages }: SqliteOptions): Promise<Store> {
  const file = resolvePath(path);
  const lock = lockFile(file);
  try {
    const database = openDatabase(file, maxPages);
    return {
      dialogues: createDialogues(database),
      outbox: createOutbox(database, { instance, session: randomUUID() }),
      addressBook: createAddressBook(database),
      templates: createTemplates(database),
      clock: createClock(database),
      check: () => probe(database),
      async close() {
        await database.close();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

function openDatabase(file: string, maxPages: number | undefined): Database {
  const steps = migrations();
  prepareFile(file, steps);
  const writer = new Kysely<Tables>({ dialect: sqliteDialect(openWriter(file, steps, maxPages)) });
  const read = new Kysely<Tables>({ dialect: sqliteDialect(connect(file, { readonly: true })) });
  const write = groupCommit(writer);
  return {
    read,
    write: (work) =>
      write(work).catch((error: unknown) => {
        throw unusable(file, error);
      }),
    isUniqueViolation: (error) =>
      hasCode(error, "SQLITE_CONSTRAINT_UNIQUE", "SQLITE_CONSTRAINT_PRIMARYKEY"),
    async close() {
      await read.destroy();
      await writer.destroy();
    },
  };
}
