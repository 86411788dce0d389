import { openPostgresDatabase } from "../../src/store/postgres.ts";
import type { Database } from "../../src/store/schema.ts";
import { openSqliteDatabase } from "../../src/store/sqlite.ts";

/** What was asked for cannot be done as it was asked; says what can. */
export class KeepError extends Error {
  override readonly name = "KeepError";
}

/** The path in sqlite:<path>; undefined for an address of PostgreSQL. Refuses anything else. */
export function sqlitePathOf(address: string): string | undefined {
  const path = /^sqlite:(?:\/\/(?=\/))?([^?#]+)$/.exec(address)?.[1];
  if (path !== undefined) return path;
  if (/^postgres(?:ql)?:\/\//.test(address)) return undefined;
  throw new KeepError(
    `"${address}" is no database we know; write sqlite:<path> or postgres://user:password@host/database.`,
  );
}

/** A whole database is read and written in one transaction. */
const PATIENCE_MS = 3_600_000;

/** Opens either kind; of an SQLite file nobody else may have it open meanwhile. */
export function openDatabase(address: string): Promise<Database> {
  const path = sqlitePathOf(address);
  return path === undefined
    ? openPostgresDatabase({ url: address, patienceMs: PATIENCE_MS })
    : openSqliteDatabase({ path });
}
