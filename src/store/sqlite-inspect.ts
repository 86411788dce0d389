import { statSync } from "node:fs";
import type BetterSqlite3 from "better-sqlite3";
import { APPLICATION_ID, connect } from "./sqlite-connection.ts";
import { damaged, RESTORE, unusable } from "./sqlite-errors.ts";
import { schemaVersion } from "./sqlite-migrate.ts";
import { StoreUnusable } from "./unusable.ts";

/**
 * Looks a file through before anything may write to it, on a connection that cannot, so that a write-ahead log of
 * another database is not taken into it. Refuses with StoreUnusable what is damaged, half restored or from a newer version.
 */
export function inspect(path: string, knownSchema: number): void {
  try {
    const database = connect(path, { readonly: true, inspecting: true });
    try {
      assertLogIsOurs(database.pragma("application_id", { simple: true }) as number, path);
      assertSchema(database, path, knownSchema);
      assertWhole(database, path);
      assertHeads(database, path);
    } finally {
      database.close();
    }
  } catch (error) {
    throw unusable(path, error);
  }
}

/** The file itself has been looked at: what makes it another's now is its log. */
function assertLogIsOurs(applicationId: number, path: string): void {
  const log = statSync(`${path}-wal`, { throwIfNoEntry: false });
  if (applicationId === APPLICATION_ID || !log?.size) return assertOurs(applicationId, path);
  throw new StoreUnusable(`${path}-wal belongs to another database. ${RESTORE}`);
}

/** Asked of the file's first bytes, before SQLite touches it. */
export function assertOurs(applicationId: number, path: string): void {
  if (applicationId === APPLICATION_ID) return;
  throw new StoreUnusable(
    `${path} belongs to another program (application_id ${applicationId}). Correct DATABASE_URL.`,
  );
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

function assertWhole(database: BetterSqlite3.Database, path: string): void {
  const [first] = database.pragma("quick_check(1)") as { readonly quick_check: string }[];
  if (first?.quick_check !== "ok") throw damaged(path, first?.quick_check ?? "no answer");
  const [orphan] = database.pragma("foreign_key_check") as { readonly table: string }[];
  if (orphan) throw damaged(path, `rows of ${orphan.table} have lost what they belong to`);
}

/** Pages of two databases may fit together by chance; their dialogues do not. */
function assertHeads(database: BetterSqlite3.Database, path: string): void {
  const broken = database
    .prepare(
      `select id from dialogue where version <>
         (select coalesce(max(version), 0) from event where dialogue_id = dialogue.id) limit 1`,
    )
    .pluck()
    .get() as string | undefined;
  if (broken !== undefined) throw damaged(path, `events of dialogue ${broken} are missing`);
}
