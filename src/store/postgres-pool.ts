import type { PostgresPool, PostgresPoolClient } from "kysely";
import type pg from "pg";
import { isConnectionLost, unusable } from "./postgres-errors.ts";

type Query = (sql: string, parameters: readonly unknown[]) => Promise<unknown>;

/**
 * Connections for transactions. One that broke or fell silent is asked nothing more and is thrown away, so that nobody
 * else waits for it; who used it is told with ConnectionLost (reliability.md F15).
 */
export function forWriting(pool: pg.Pool, where: string): PostgresPool {
  return {
    connect: async () => {
      const client = await told(where, () => pool.connect());
      let lost: Error | undefined;
      const query: Query = async (sql, parameters) => {
        if (lost) throw lost;
        try {
          return await client.query(sql, [...parameters]);
        } catch (error) {
          if (!isConnectionLost(error)) throw error;
          lost = unusable(where, error) as Error;
          throw lost;
        }
      };
      return asClient(query, () => client.release(lost));
    },
    end: async () => undefined,
    options: pool.options,
  };
}

/** For what only looks: asked once more on another connection when the first one broke or fell silent. */
export function forReading(pool: pg.Pool, where: string): PostgresPool {
  const query: Query = async (sql, parameters) => {
    const ask = () => pool.query(sql, [...parameters]);
    return told(where, () =>
      ask().catch((error: unknown) => {
        if (isConnectionLost(error)) return ask();
        throw error;
      }),
    );
  };
  return {
    connect: async () => asClient(query, () => undefined),
    end: async () => undefined,
    options: pool.options,
  };
}

async function told<T>(where: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw isConnectionLost(error) ? unusable(where, error) : error;
  }
}

function asClient(query: Query, release: () => void): PostgresPoolClient {
  // The two kinds of call that are named and not used here are for cursors.
  return { query, release } as PostgresPoolClient;
}
