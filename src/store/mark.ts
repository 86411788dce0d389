import { afterDoubt } from "./leases.ts";
import { deleteLeftover } from "./leftover.ts";
import { type MessageRow, threadOf } from "./message-rows.ts";
import { heldBack } from "./row-locks.ts";
import type { Queries } from "./schema.ts";
import type { Message, SentMessage, Times, Wait } from "./store.ts";

/** The row of a claim, while the claim is still the newest one of its message. */
export async function claimed(queries: Queries, message: Message): Promise<MessageRow | undefined> {
  const row = queries
    .selectFrom("message")
    .selectAll()
    .where("id", "=", message.id)
    .where("fence", "=", message.fence);
  return heldBack(queries, row).executeTakeFirst();
}

const FREE = { owner: null, lease_until: null } as const;

/**
 * An answer that comes after the lease ran out is still believed, as long as nobody else has claimed the message: the
 * one who posted it knows best where it is.
 */
export async function markSent(
  queries: Queries,
  message: Message,
  sent: SentMessage,
  shownHash: string,
): Promise<boolean> {
  const row = await claimed(queries, message);
  if (!row || row.status === "sent") return false;
  await queries
    .updateTable("message")
    .set({
      ...FREE,
      status: "sent",
      code: null,
      conversation_id: sent.conversationId,
      activity_id: sent.activityId ?? null,
      service_url: sent.serviceUrl,
      shown: row.drawn,
      shown_hash: shownHash,
      hold_until: "",
    })
    .where("id", "=", row.id)
    .execute();
  await noteThread(queries, row, message, sent);
  return true;
}

/**
 * The first root is the thread's; so is one that was posted outside the thread later. Without its id the replies still
 * go where it went.
 */
async function noteThread(
  queries: Queries,
  row: MessageRow,
  { to }: Message,
  sent: SentMessage,
): Promise<void> {
  if (to.type !== "channel" || to.thread !== "root") return;
  if (row.dialogue_id === null) return;
  const known = await threadOf(queries, row.dialogue_id);
  if (known?.conversation_id === sent.conversationId) return;
  const place = {
    channel_id: to.channelId,
    conversation_id: sent.conversationId,
    activity_id: sent.activityId ?? null,
    service_url: sent.serviceUrl,
  };
  await queries
    .insertInto("thread")
    .values({ dialogue_id: row.dialogue_id, ...place })
    .onConflict((conflicting) => conflicting.column("dialogue_id").doUpdateSet(place))
    .execute();
}

/** The card shows what was wanted when it was claimed. One that looked the same already may be edited again at once. */
export async function markEdited(
  queries: Queries,
  message: Message,
  shownHash: string,
  { real }: Times,
): Promise<boolean> {
  const row = await claimed(queries, message);
  if (!row || row.status !== "sent" || row.owner === null) return false;
  const changed = row.shown_hash !== shownHash;
  await queries
    .updateTable("message")
    .set({
      ...FREE,
      code: null,
      edit_attempts: 0,
      shown: row.drawn,
      shown_hash: shownHash,
      hold_until: "",
      edited_at: changed ? real : row.edited_at,
    })
    .where("id", "=", row.id)
    .execute();
  return true;
}

/** A post nobody wants any more is not tried again. */
export async function retryLater(
  queries: Queries,
  message: Message,
  wait: Wait,
  code: string,
): Promise<boolean> {
  const row = await claimed(queries, message);
  if (!row || row.owner === null) return false;
  if (row.status === "sending" && (await deleteLeftover(queries, row))) return true;
  const back = wait.countAttempt ? 0 : 1;
  const post = row.withdrawn === 1 ? ("cancelled" as const) : ("pending" as const);
  await queries
    .updateTable("message")
    .set({
      ...FREE,
      code,
      hold_until: wait.holdUntil ?? "",
      next_at: wait.dueAt ?? row.next_at,
      ...(row.status === "sending"
        ? { status: post, attempts: row.attempts - back }
        : { edit_attempts: row.edit_attempts - back }),
    })
    .where("id", "=", row.id)
    .execute();
  return true;
}

/** A post may have arrived all the same: its class decides. An edit is not for this: it can simply be made again. */
export async function markUnanswered(
  queries: Queries,
  message: Message,
  code: string,
  { now }: Times,
): Promise<boolean> {
  const row = await claimed(queries, message);
  if (!row || row.owner === null || row.status !== "sending") return false;
  if (await deleteLeftover(queries, row)) return true;
  await queries
    .updateTable("message")
    .set({ ...FREE, ...afterDoubt(row, now, code), hold_until: "" })
    .where("id", "=", row.id)
    .execute();
  return true;
}

/** A post ends; an edit is given up until the dialogue changes again, because the message is still there. */
export async function markEnded(
  queries: Queries,
  message: Message,
  status: "failed" | "unknown" | "cancelled",
  code: string,
): Promise<boolean> {
  const row = await claimed(queries, message);
  if (!row || row.owner === null) return false;
  if (await deleteLeftover(queries, row)) return true;
  await queries
    .updateTable("message")
    .set({ ...FREE, ...ended(row, status, code) })
    .where("id", "=", row.id)
    .execute();
  return true;
}

function ended(row: MessageRow, status: "failed" | "unknown" | "cancelled", code: string) {
  if (row.status === "sent") return { code, shown: row.drawn, edit_attempts: 0 };
  return { code, status };
}
