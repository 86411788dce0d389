import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import BetterSqlite3 from "better-sqlite3";
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from "kysely";

const PAUSE_MS = 20;
const MOST_STATEMENTS = 500;

/**
 * SQLite for Kysely. Unlike Kysely's own dialect it begins every transaction immediately, prepares each statement once,
 * waits for a foreign lock (a backup, say) so many milliseconds without blocking the event loop, and lets a failed commit
 * keep its cause.
 */
export function sqliteDialect(database: BetterSqlite3.Database, patienceMs: number): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => sqliteDriver(database, patienceMs),
    createIntrospector: (queries) => new SqliteIntrospector(queries),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

function sqliteDriver(database: BetterSqlite3.Database, patienceMs: number): Driver {
  const connection = sqliteConnection(database, patienceMs);
  return {
    async init() {},
    acquireConnection: async () => connection,
    beginTransaction: () => unlessBusy(() => void database.exec("begin immediate"), patienceMs),
    async commitTransaction() {
      database.exec("commit");
    },
    async rollbackTransaction() {
      // SQLite has rolled back by itself after a full disk or a failed commit; a second one would hide why.
      if (database.inTransaction) database.exec("rollback");
    },
    async releaseConnection() {},
    async destroy() {
      database.close();
    },
  };
}

function sqliteConnection(
  database: BetterSqlite3.Database,
  patienceMs: number,
): DatabaseConnection {
  const statements = new Map<string, BetterSqlite3.Statement>();
  const prepared = (text: string) => {
    const known = statements.get(text);
    if (known) return known;
    // Lists of ids make a statement for every length; what is used often is back at once.
    if (statements.size >= MOST_STATEMENTS) statements.clear();
    const statement = database.prepare(text);
    statements.set(text, statement);
    return statement;
  };
  function run<Row>({ sql, parameters }: CompiledQuery): QueryResult<Row> {
    const statement = prepared(sql);
    if (statement.reader) return { rows: statement.all(...parameters) as Row[] };
    return { rows: [], numAffectedRows: BigInt(statement.run(...parameters).changes) };
  }
  return {
    async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
      return database.inTransaction
        ? run<Row>(query)
        : unlessBusy(() => run<Row>(query), patienceMs);
    },
    // oxlint-disable-next-line require-yield -- the interface asks for a generator; nothing here is large enough to stream
    async *streamQuery() {
      throw new Error("The store reads whole results; streaming is not supported.");
    },
  };
}

async function unlessBusy<T>(attempt: () => T, patienceMs: number): Promise<T> {
  const giveUpAt = performance.now() + patienceMs;
  for (;;) {
    try {
      return attempt();
    } catch (error) {
      if (!hasCode(error, "SQLITE_BUSY") || performance.now() >= giveUpAt) throw error;
    }
    await sleep(PAUSE_MS);
  }
}

/** True when the SQLite error's code is the given one or a finer one of the same kind. */
export function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  if (!(error instanceof BetterSqlite3.SqliteError)) return false;
  return codes.some((code) => error.code === code || error.code.startsWith(`${code}_`));
}
