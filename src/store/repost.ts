import type { Instant } from "../domain/time.ts";
import type { DialogueId } from "../domain/value.ts";
import { deleteLeftover } from "./leftover.ts";
import { claimed } from "./mark.ts";
import { type MessageRow, sentOf } from "./message-rows.ts";
import { heldBack } from "./row-locks.ts";
import type { Queries } from "./schema.ts";
import type { Message, SentMessage } from "./store.ts";

/** A message that has no place yet. */
export const NOWHERE = {
  owner: null,
  lease_until: null,
  conversation_id: null,
  activity_id: null,
  service_url: null,
  shown_hash: null,
  shown: 0,
  attempts: 0,
  edit_attempts: 0,
  doubts: 0,
  code: null,
  hold_until: "",
  edited_at: "",
} as const;

/**
 * Puts a message that is out back in the outbox. Its old place is kept as a withdrawn message of its own, so that it is
 * drawn one last time; the thread keeps its root. Nothing happens to one that is waiting or being sent already.
 */
export async function repost(
  queries: Queries,
  dialogueId: DialogueId,
  key: string,
  at: Instant,
): Promise<SentMessage | undefined> {
  const found = queries
    .selectFrom("message")
    .selectAll()
    .where("dialogue_id", "=", dialogueId)
    .where("key", "=", key);
  const row = await heldBack(queries, found).executeTakeFirst();
  if (!row)
    throw new Error(`Dialogue ${dialogueId} has no message ${key}, so it cannot be posted anew.`);
  if (row.status === "pending" || row.status === "sending") return undefined;
  const old = sentOf(row);
  if (old) await keepOldPlace(queries, row);
  await queries
    .updateTable("message")
    .set((message) => ({
      ...NOWHERE,
      status: "pending" as const,
      next_at: at,
      due_at: at,
      fence: message("fence", "+", 1),
    }))
    .where("id", "=", row.id)
    .execute();
  return old;
}

/** The place of a message that is to be posted elsewhere, as a withdrawn message of its own. */
export async function keepOldPlace(queries: Queries, row: MessageRow): Promise<void> {
  const { id: _id, ...rest } = row;
  await queries
    .insertInto("message")
    .values({
      ...rest,
      key: `${row.key}.moved.${row.fence}`,
      owner: null,
      lease_until: null,
      withdrawn: 1,
      wanted: row.wanted + 1,
    })
    .execute();
}

/** Somebody deleted the message in Teams: it is posted again, or never more. A thread whose root is gone has none. */
export async function forgetSent(
  queries: Queries,
  message: Message,
  again: boolean,
): Promise<boolean> {
  const row = await claimed(queries, message);
  if (!row || row.status !== "sent") return false;
  if (await deleteLeftover(queries, row)) return true;
  if (row.dialogue_id !== null && row.activity_id !== null)
    await queries
      .deleteFrom("thread")
      .where("dialogue_id", "=", row.dialogue_id)
      .where("activity_id", "=", row.activity_id)
      .execute();
  const pending = again && row.withdrawn === 0;
  await queries
    .updateTable("message")
    .set((columns) => ({
      ...NOWHERE,
      status: pending ? ("pending" as const) : ("cancelled" as const),
      code: pending ? null : "gone",
      fence: columns("fence", "+", 1),
    }))
    .where("id", "=", row.id)
    .execute();
  return true;
}
