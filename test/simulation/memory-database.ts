import { setImmediate as nextTurn } from "node:timers/promises";
import BetterSqlite3 from "better-sqlite3";
import { type DatabaseConnection, type Dialect, Kysely } from "kysely";
import { groupCommit } from "../../src/store/group-commit.ts";
import type { Database, Tables } from "../../src/store/schema.ts";
import { sqliteDialect } from "../../src/store/sqlite-dialect.ts";
import { migrate } from "../../src/store/sqlite-migrate.ts";
import { type Glance, glanceAt } from "./glance.ts";

export type MemoryDatabase = {
  readonly database: Database;
  readonly glance: Glance;
  /** So many requests have left for that place before the run begins. */
  readonly haveLeft: (place: string, instants: readonly string[]) => void;
  /** Resolves when nobody can go on but by the clock or the network. */
  readonly quiet: () => Promise<void>;
  /** As new, with every statement still prepared. */
  readonly clear: () => void;
};

/** The real schema, triggers, queries and commits, without a file: all replicas of a run share it. */
export function openMemoryDatabase(): MemoryDatabase {
  const sqlite = new BetterSqlite3(":memory:");
  migrate(sqlite);
  const queries = new Kysely<Tables>({ dialect: oneAtATime(sqliteDialect(sqlite, 0)) });
  const commits = groupCommit(queries);
  let writing = 0;
  const database: Database = {
    read: queries,
    snapshot: (work) => work(queries),
    aheadMs: async () => 0,
    async write(work) {
      writing += 1;
      try {
        return await commits.write(work);
      } finally {
        writing -= 1;
      }
    },
    isUniqueViolation: () => false,
    scrub: async () => {},
    close: async () => void sqlite.close(),
  };
  const departure = sqlite.prepare("insert into departure (place, at) values (?, ?)");
  return {
    database,
    glance: glanceAt(sqlite),
    haveLeft: sqlite.transaction((place, instants) => {
      for (const at of instants) departure.run(place, at);
    }),
    clear: clearing(sqlite),
    async quiet() {
      do await nextTurn();
      while (writing > 0);
    },
  };
}

/** One connection: what reads waits for a transaction under way, and so sees only what is committed. */
function oneAtATime(dialect: Dialect): Dialect {
  const driver = dialect.createDriver();
  const waiting: (() => void)[] = [];
  let taken = false;
  const acquire = driver.acquireConnection.bind(driver);
  driver.acquireConnection = async (): Promise<DatabaseConnection> => {
    if (taken) await new Promise<void>((resolve) => waiting.push(resolve));
    taken = true;
    return acquire();
  };
  driver.releaseConnection = async () => {
    const next = waiting.shift();
    if (next) next();
    else taken = false;
  };
  return { ...dialect, createDriver: () => driver };
}

const EMPTIED = [
  "reminder",
  "message",
  "thread",
  "departure",
  "inbound",
  "content",
  "event",
  "dialogue_person",
  "dialogue",
  "deletion_permit",
] as const;

function clearing(sqlite: BetterSqlite3.Database): () => void {
  // No dialogue may ever be deleted but an example; between runs all of them are.
  sqlite.exec("drop trigger deletion_permit_is_for_examples");
  const permit = sqlite.prepare(
    "insert or ignore into deletion_permit (dialogue_id) select id from dialogue",
  );
  const deletions = EMPTIED.map((table) => sqlite.prepare(`delete from ${table}`));
  return sqlite.transaction(() => {
    permit.run();
    for (const deletion of deletions) deletion.run();
  });
}
