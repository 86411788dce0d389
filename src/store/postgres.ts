import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { Kysely, PostgresDialect, sql } from "kysely";
import pg from "pg";
import { codeOf, isPassing, unusable } from "./postgres-errors.ts";
import { migrate } from "./postgres-migrate.ts";
import { forReading, forWriting } from "./postgres-pool.ts";
import { type Life, storeOn } from "./on-database.ts";
import type { Database, Queries, Tables } from "./schema.ts";
import type { Store } from "./store.ts";
import { createVault } from "./vault.ts";

export type PostgresOptions = Life & {
  /** postgres://user:password@host:port/database */
  readonly url: string;
  /** The most connections at once; 10 when absent. */
  readonly connections?: number;
  /** How long a statement, or a transaction that waits for us, may take; shorter than Teams waits when absent. */
  readonly patienceMs?: number;
  /** EVALUATION_KEY, 32 bytes, without which no answer is read; a passing one when absent, for tests that ask nobody. */
  readonly evaluationKey?: Uint8Array | undefined;
};

/** Shorter than Teams waits for an answer: a server that is silent is told about in time. */
const CONNECT_MS = 5_000;
const QUERY_MS = 8_000;
/** Shorter than a query is waited for: when one connection is found dead, others that nobody has used since are gone too. */
const IDLE_MS = 5_000;
/** A transaction that was in somebody's way is run again this many times (reliability.md F17). */
const TRIES = 8;

/**
 * Opens the store in a PostgreSQL database, new or brought up to date; several processes may. Refuses with StoreUnusable,
 * and changes nothing, when the server is not there, holds something else or is from a newer version.
 */
export async function openPostgresStore(options: PostgresOptions): Promise<Store> {
  const database = await openPostgresDatabase(options);
  const vault = createVault(options.evaluationKey ?? randomBytes(32));
  return storeOn(database, vault, options);
}

/** The database alone, for commands that copy or check it. Refuses like openPostgresStore. */
export async function openPostgresDatabase(
  options: Pick<PostgresOptions, "url" | "connections" | "patienceMs">,
): Promise<Database> {
  const where = nameOf(options.url);
  const pool = openPool(options);
  try {
    const client = await pool.connect();
    try {
      await migrate(client, where);
    } finally {
      client.release();
    }
  } catch (error) {
    await pool.end();
    throw unusable(where, error);
  }
  return openDatabase(pool, where);
}

/** Host and database, for people to read; never the password. */
function nameOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `postgres://${host}${pathname}`;
}

function openPool({
  url,
  connections = 10,
  patienceMs = QUERY_MS,
}: Pick<PostgresOptions, "url" | "connections" | "patienceMs">): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: CONNECT_MS,
    idleTimeoutMillis: IDLE_MS,
    query_timeout: patienceMs,
    statement_timeout: patienceMs,
    idle_in_transaction_session_timeout: patienceMs,
    keepAlive: true,
    application_name: "dialoglotsen",
  });
  // A connection that breaks while nobody uses it is simply replaced; the next query tells if the server is gone.
  pool.on("error", () => undefined);
  // One that breaks between two statements of a transaction would otherwise end the process; the next statement tells.
  pool.on("connect", (client) => void client.on("error", () => undefined));
  return pool;
}

function openDatabase(pool: pg.Pool, where: string): Database {
  const queries = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: forWriting(pool, where) }),
  });
  const read = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: forReading(pool, where) }),
  });
  return {
    read,
    write: (work) =>
      inTransaction(queries, work).catch((error: unknown) => {
        throw unusable(where, error);
      }),
    snapshot: (work) => queries.transaction().setIsolationLevel("repeatable read").execute(work),
    aheadMs: () => aheadMs(read),
    isUniqueViolation: (error) => codeOf(error) === "23505",
    // Where the server keeps what was deleted, and for how long, is the server's own care.
    scrub: async () => undefined,
    // Kysely ends no pool through which it was never asked anything, and that would outlive who only read.
    close: async () => {
      await Promise.all([queries.destroy(), read.destroy()]);
      await pool.end();
    },
  };
}

async function aheadMs(queries: Queries): Promise<number> {
  const asked = Date.now();
  const { rows } = await sql<{
    ms: number;
  }>`select extract(epoch from clock_timestamp())::float8 * 1000 as ms`.execute(queries);
  // Half of the time the question took it was on its way back.
  return Math.round((rows[0]?.ms ?? asked) - (asked + Date.now()) / 2);
}

async function inTransaction<T>(
  queries: Queries,
  work: (queries: Queries) => Promise<T>,
): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await queries.transaction().execute(work);
    } catch (error) {
      if (!isPassing(error) || tries === TRIES) throw error;
    }
    await sleep(Math.random() * 10 * 2 ** tries);
  }
}
