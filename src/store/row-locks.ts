import { PostgresAdapter, type SelectQueryBuilder } from "kysely";
import type { Queries, Tables } from "./schema.ts";

type Selecting<Row> = SelectQueryBuilder<Tables, "message", Row>;

/**
 * Holds the messages that are found until the transaction ends, so that no other replica changes them in between. SQLite
 * has one writer at a time and needs none of it.
 */
export function heldBack<Row>(queries: Queries, found: Selecting<Row>): Selecting<Row> {
  return hasReplicas(queries) ? found.forUpdate() : found;
}

/** The same, passing over what another replica is holding just now. */
export function heldIfFree<Row>(queries: Queries, found: Selecting<Row>): Selecting<Row> {
  return hasReplicas(queries) ? found.forUpdate().skipLocked() : found;
}

/** The same of planned reminders. */
export function heldBackReminders<Row>(
  queries: Queries,
  found: SelectQueryBuilder<Tables, "reminder", Row>,
): SelectQueryBuilder<Tables, "reminder", Row> {
  return hasReplicas(queries) ? found.forUpdate() : found;
}

/** Whether other processes may write to the same database. */
export function hasReplicas(queries: Queries): boolean {
  return queries.getExecutor().adapter instanceof PostgresAdapter;
}
