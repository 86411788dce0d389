import type { Instant } from "../domain/time.ts";
import type { Queries } from "./schema.ts";

const DAY_MS = 86_400_000;

/** The time the database goes by: that of its development clock when there is one. */
export async function timeOf(read: Queries): Promise<Instant> {
  const clock = await read.selectFrom("clock").select("at").executeTakeFirst();
  return clock?.at ?? new Date().toISOString();
}

/** What is planned for the next days, a line each: when, dialogue, person and key; by the clock the database goes by. */
export async function plannedReminders(read: Queries, days: number): Promise<readonly string[]> {
  const now = await timeOf(read);
  const until = new Date(Date.parse(now) + days * DAY_MS).toISOString();
  const rows = await read
    .selectFrom("reminder")
    .select(["due_at", "dialogue_id", "person_id", "key"])
    .where("status", "=", "planned")
    .where("due_at", "<=", until)
    .orderBy("due_at")
    .orderBy("dialogue_id")
    .orderBy("key")
    .execute();
  return rows.map((row) => `${row.due_at} ${row.dialogue_id} ${row.person_id} ${row.key}`);
}
