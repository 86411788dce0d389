import type { Selectable } from "kysely";
import type { Wanted } from "../domain/messages.ts";
import type { MessageTable, Queries, Tables } from "./schema.ts";
import type { Message, SentMessage } from "./store.ts";

export type MessageRow = Selectable<MessageTable>;
type Place = Pick<MessageRow, "conversation_id" | "activity_id" | "service_url">;

/** Where a message is in Teams; undefined when it has not been sent. */
export function sentOf(row: Place): SentMessage | undefined {
  if (row.conversation_id === null || row.service_url === null) return undefined;
  return {
    conversationId: row.conversation_id,
    serviceUrl: row.service_url,
    ...(row.activity_id === null ? {} : { activityId: row.activity_id }),
  };
}

export function toMessage(row: MessageRow, thread: Tables["thread"] | undefined): Message {
  // reconcile.ts writes the wish, canonically, from a Wanted.
  const wish = JSON.parse(row.wish) as Omit<Wanted, "key">;
  const sent = sentOf(row);
  const root = wish.to.type === "channel" && thread ? sentOf(thread) : undefined;
  return {
    key: row.key,
    ...wish,
    id: row.id,
    dialogueId: row.dialogue_id,
    status: row.status,
    attempts: row.status === "sent" && row.owner !== null ? row.edit_attempts : row.attempts,
    fence: row.fence,
    withdrawn: row.withdrawn === 1,
    ...(sent ? { sent } : {}),
    ...(root ? { thread: root } : {}),
    ...(row.shown_hash === null ? {} : { shownHash: row.shown_hash }),
  };
}

/** The rows as messages, each with its dialogue's thread, in the order given. */
export async function toMessages(
  queries: Queries,
  rows: readonly MessageRow[],
): Promise<Message[]> {
  const ids = [...new Set(rows.map((row) => row.dialogue_id).filter((id) => id !== null))];
  const found =
    ids.length === 0
      ? []
      : await queries.selectFrom("thread").selectAll().where("dialogue_id", "in", ids).execute();
  const threads = new Map(found.map((thread) => [thread.dialogue_id, thread]));
  return rows.map((row) =>
    toMessage(row, row.dialogue_id === null ? undefined : threads.get(row.dialogue_id)),
  );
}

export function threadOf(
  queries: Queries,
  dialogueId: string,
): Promise<Tables["thread"] | undefined> {
  return queries
    .selectFrom("thread")
    .selectAll()
    .where("dialogue_id", "=", dialogueId)
    .executeTakeFirst();
}

/** Where a message is; for a message that has no place just now but is the root of a thread, where that is. */
export async function placeOf(
  queries: Queries,
  dialogueId: string,
  key: string,
): Promise<SentMessage | undefined> {
  const row = await queries
    .selectFrom("message")
    .selectAll()
    .where("dialogue_id", "=", dialogueId)
    .where("key", "=", key)
    .executeTakeFirst();
  if (!row) return undefined;
  const thread = await threadOf(queries, dialogueId);
  const message = toMessage(row, thread);
  const isRoot = message.to.type === "channel" && message.to.thread === "root";
  return message.sent ?? (isRoot ? message.thread : undefined);
}
