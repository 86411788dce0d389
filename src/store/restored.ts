import type { Instant } from "../domain/time.ts";
import type { Database, Queries } from "./schema.ts";

/** Notes that this database is a backup laid out anew: nothing is sent from it until somebody has said what to do (reliability.md F62). */
export async function markRestored({ write }: Database): Promise<void> {
  await write(async (queries) => {
    const newest = await queries
      .selectFrom("event")
      .select(({ fn }) => fn.max<string>("at").as("at"))
      .executeTakeFirst();
    const row = { id: 1, until: newest?.at ?? "", held: 1 };
    await queries
      .insertInto("restored")
      .values(row)
      .onConflict((conflicting) => conflicting.column("id").doUpdateSet(row))
      .execute();
  });
}

/** The last moment the backup knows of, while what it would send is held. */
export async function heldUntil({ read }: Database): Promise<Instant | undefined> {
  const row = await read
    .selectFrom("restored")
    .select("until")
    .where("held", "=", 1)
    .executeTakeFirst();
  return row?.until;
}

/**
 * Every card that is out is drawn anew, and sending goes on. What waited when the backup was made, or has become due since,
 * may have been sent in the meantime: `again` sends it, else it is listed as in doubt, and reminders of it are left out.
 */
export async function reissue(
  { write }: Database,
  { again, now }: { readonly again: boolean; readonly now: Instant },
): Promise<{ readonly cards: number; readonly doubted: number }> {
  return write(async (queries) => {
    const doubted = again ? 0 : await doubtWhatWaits(queries, now);
    const cards = await queries
      .updateTable("message")
      .set((message) => ({ wanted: message("wanted", "+", 1), shown_hash: null }))
      .where("status", "=", "sent")
      .executeTakeFirst();
    await queries.updateTable("restored").set({ held: 0 }).execute();
    return { cards: Number(cards.numUpdatedRows), doubted };
  });
}

async function doubtWhatWaits(queries: Queries, now: Instant): Promise<number> {
  const messages = await queries
    .updateTable("message")
    .set({ status: "unknown", code: "Restored", owner: null, lease_until: null })
    .where("status", "in", ["pending", "sending"])
    .executeTakeFirst();
  const reminders = await queries
    .updateTable("reminder")
    .set({ status: "expired", code: "restored" })
    .where("status", "=", "planned")
    .where("due_at", "<=", now)
    .executeTakeFirst();
  return Number(messages.numUpdatedRows) + Number(reminders.numUpdatedRows);
}
