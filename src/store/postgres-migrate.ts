import { readdirSync, readFileSync } from "node:fs";
import type { PoolClient } from "pg";
import { StoreUnusable } from "./unusable.ts";

const DIRECTORY = new URL("./migrations/postgres/", import.meta.url);
/** Only one replica at a time brings the schema up to date. */
const LOCK = 0x446c6f74;

/** The migrations in order. Their files are numbered from 0001 without a gap and are never edited once released. */
function migrations(): readonly { readonly number: number; readonly sql: string }[] {
  const names = readdirSync(DIRECTORY)
    .filter((name) => name.endsWith(".sql"))
    .toSorted();
  return names.map((name, index) => {
    const number = index + 1;
    if (!name.startsWith(`${String(number).padStart(4, "0")}-`))
      throw new Error(`The migration ${name} stands where number ${number} should.`);
    return { number, sql: readFileSync(new URL(name, DIRECTORY), "utf8") };
  });
}

/**
 * Runs what the schema has not had yet, each in a transaction together with its number: done or not begun. Refuses with
 * StoreUnusable a schema that is newer than this program, or that holds something else.
 */
export async function migrate(client: PoolClient, where: string): Promise<void> {
  await client.query("select pg_advisory_lock($1)", [LOCK]);
  try {
    const steps = migrations();
    const had = await versionOf(client, where);
    if (had > steps.length)
      throw new StoreUnusable(
        `${where} has schema ${had}, and this program knows ${steps.length}. Run the newer version of the program; nothing has been changed.`,
      );
    for (const step of steps.slice(had)) await run(client, step);
  } finally {
    await client.query("select pg_advisory_unlock($1)", [LOCK]);
  }
}

async function versionOf(client: PoolClient, where: string): Promise<number> {
  const { rows } = await client.query<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = current_schema()",
  );
  const names = rows.map(({ name }) => name);
  if (names.includes("schema_version")) {
    const version = await client.query<{ number: number }>("select number from schema_version");
    return version.rows[0]?.number ?? 0;
  }
  if (names.length > 0)
    throw new StoreUnusable(
      `${where} holds tables of something else (${names[0]}). Give the bot a database of its own; nothing has been changed.`,
    );
  return 0;
}

async function run(
  client: PoolClient,
  { number, sql }: { readonly number: number; readonly sql: string },
): Promise<void> {
  await client.query("begin");
  try {
    await client.query("create table if not exists schema_version (number integer not null)");
    await client.query(sql);
    await client.query("delete from schema_version");
    await client.query("insert into schema_version values ($1)", [number]);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  }
}
