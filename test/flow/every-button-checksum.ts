import { createHash } from "node:crypto";
import Database from "better-sqlite3";

/** Noted of a person, a team or the clock as they are seen; nothing of a dialogue. */
const SEEN: { readonly [table: string]: readonly string[] } = {
  person: ["name", "locale", "teams_user_id", "conversation_id", "service_url", "unreachable"],
  clock: ["at"],
  probe: ["body"],
};

export type Watch = {
  /** Whether anything but seen-data has changed since the last call that said so, or since it was opened. */
  readonly changed: () => boolean;
  readonly close: () => void;
};

export type Watching = {
  /** Nothing is left out: not what is noted of people as they are seen, not the clock. */
  readonly everything?: true;
};

/** Watches every table of a database file through a connection of its own. */
export function watchTables(path: string, { everything }: Watching = {}): Watch {
  const leftOut = everything ? {} : SEEN;
  const database = new Database(path, { readonly: true });
  const version = () => database.pragma("data_version", { simple: true }) as number;
  let seen = version();
  let sum = checksum(database, leftOut);
  return {
    changed: () => {
      const now = version();
      // No other connection has committed anything since: nothing can have changed.
      if (now === seen) return false;
      seen = now;
      const before = sum;
      sum = checksum(database, leftOut);
      return sum !== before;
    },
    close: () => database.close(),
  };
}

/** One hash of every row of every table, in a fixed order. */
export function checksum(database: Database.Database, leftOut = SEEN): string {
  const hash = createHash("sha256");
  const tables = database
    .prepare("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'")
    .pluck()
    .all() as string[];
  for (const table of tables.toSorted()) {
    const rows = database.prepare(`select * from "${table}"`).all() as Record<string, unknown>[];
    const kept = rows.map((row) => JSON.stringify(without(row, leftOut[table] ?? [])));
    hash.update(`${table}\n${kept.toSorted().join("\n")}\n`);
  }
  return hash.digest("hex");
}

function without(row: Record<string, unknown>, columns: readonly string[]) {
  return Object.entries(row).filter(([name]) => !columns.includes(name));
}

/** Every id of that form anywhere in the database: of people, dialogues, decisions, rows. */
export function idsIn(path: string): ReadonlySet<string> {
  const database = new Database(path, { readonly: true });
  const text = database.serialize().toString("latin1");
  database.close();
  return new Set(text.match(UUID) ?? []);
}
export const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gu;
