import { createHash } from "node:crypto";
import { sql } from "kysely";
import { canonicalJson } from "./canonical.ts";
import { hasReplicas } from "./row-locks.ts";
import type { Database, Queries, Tables } from "./schema.ts";
import { StoreUnusable } from "./unusable.ts";

type Table = keyof Tables;

/** Every table that holds something, each after those its rows point at, with what puts its rows in order. */
const TABLES = [
  ["template", ["hash"]],
  ["organisation", ["id"]],
  ["clock", ["id"]],
  ["person", ["id"]],
  ["membership", ["team_id", "person_id"]],
  ["team", ["id"]],
  ["channel", ["id"]],
  ["dialogue", ["id"]],
  ["event", ["dialogue_id", "version"]],
  ["content", ["ref"]],
  ["round_link", ["public_id"]],
  ["response", ["dialogue_id", "round_id", "id"]],
  ["dialogue_person", ["person_id", "dialogue_id"]],
  ["thread", ["dialogue_id"]],
  ["message", ["id"]],
  ["reminder", ["dialogue_id", "key"]],
  ["evaluation_round", ["dialogue_id", "round_id"]],
  ["ballot", ["dialogue_id", "round_id", "person_id"]],
  ["sealed_answer", ["dialogue_id", "round_id", "slot"]],
  ["internal_response", ["dialogue_id", "round_id", "id"]],
  ["inbound", ["id"]],
  ["restored", ["id"]],
] as const satisfies readonly (readonly [Table, readonly string[]])[];

/** Hold nothing between two transactions, or nothing another database would want. */
type Passing = "departure" | "deletion_permit" | "probe" | "address_book";
const _everyTableIsNamed: Exclude<Table, (typeof TABLES)[number][0] | Passing> extends never
  ? true
  : never = true;
void _everyTableIsNamed;

/** Rows and a checksum of each table, the same on both databases when they hold the same. */
export type Checksums = {
  readonly [table: string]: { readonly rows: number; readonly sha256: string };
};

const READ_AT_ONCE = 5_000;
/** A statement takes so many values and no more. */
const WRITTEN_AT_ONCE = 500;

/**
 * Copies everything one database holds into another one that is empty, whichever kind they are, and compares them
 * afterwards table by table: either all of it is there and the same, or nothing. Refuses a database that is not empty.
 * A file may have no other user meanwhile; of a server one moment is copied.
 */
export async function copyDatabase(from: Database, to: Database): Promise<Checksums> {
  return from.snapshot((source) => to.write((target) => copyAll(source, target)));
}

async function copyAll(source: Queries, target: Queries): Promise<Checksums> {
  await refuseUnlessEmpty(target);
  for (const [table, key] of TABLES) await copyTable(source, target, table, key);
  await afterNumbers(target);
  const [before, after] = [await checksumsOf(source), await checksumsOf(target)];
  const other = Object.keys(before).find(
    (table) => canonicalJson(before[table]) !== canonicalJson(after[table]),
  );
  if (other !== undefined)
    throw new Error(
      `The table ${other} is not the same in both databases. Nothing has been copied.`,
    );
  return after;
}

/** The checksums of everything the database holds. */
export async function checksumsOf(queries: Queries): Promise<Checksums> {
  const sums: { [table: string]: { rows: number; sha256: string } } = {};
  for (const [table, key] of TABLES) {
    const hash = createHash("sha256");
    let rows = 0;
    for await (const batch of batches(queries, table, key)) {
      rows += batch.length;
      for (const row of batch) hash.update(canonicalJson(row)).update("\n");
    }
    sums[table] = { rows, sha256: hash.digest("hex") };
  }
  return sums;
}

async function copyTable(
  from: Queries,
  to: Queries,
  table: Table,
  key: readonly string[],
): Promise<void> {
  for await (const batch of batches(from, table, key)) {
    for (let first = 0; first < batch.length; first += WRITTEN_AT_ONCE) {
      // The rows were read from the very table they are put into.
      const rows = batch.slice(first, first + WRITTEN_AT_ONCE) as never[];
      await to.insertInto(table).values(rows).execute();
    }
  }
}

async function* batches(
  queries: Queries,
  table: Table,
  key: readonly string[],
): AsyncIterable<readonly object[]> {
  for (let offset = 0; ; offset += READ_AT_ONCE) {
    const order = sql.join(key.map((column) => sql.ref(column)));
    const { rows } = await sql<object>`select * from ${sql.table(table)} order by ${order}
      limit ${READ_AT_ONCE} offset ${offset}`.execute(queries);
    if (rows.length > 0) yield rows;
    if (rows.length < READ_AT_ONCE) return;
  }
}

async function refuseUnlessEmpty(target: Queries): Promise<void> {
  for (const [table] of TABLES) {
    const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(target);
    if (rows.length > 0)
      throw new StoreUnusable(
        `The database to copy into holds something already (in ${table}). Give it an empty one; nothing has been changed.`,
      );
  }
}

/** New messages are numbered on from the copied ones. */
async function afterNumbers(target: Queries): Promise<void> {
  if (!hasReplicas(target)) return;
  await sql`select setval(pg_get_serial_sequence('message', 'id'), (select coalesce(max(id), 0) + 1 from message), false)`.execute(
    target,
  );
}
