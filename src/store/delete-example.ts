import type { DialogueId } from "../domain/value.ts";
import { sentOf } from "./message-rows.ts";
import { heldBack } from "./row-locks.ts";
import type { Queries } from "./schema.ts";
import type { SentMessage } from "./store.ts";

/**
 * Deletes an example whole and returns where its messages are. The database itself refuses when the first event is not
 * that of an example. A message being sent right now is kept without its dialogue, so that it is taken up once it is out.
 */
export async function deleteExample(
  queries: Queries,
  dialogueId: DialogueId,
): Promise<readonly SentMessage[]> {
  const row = await queries
    .selectFrom("dialogue")
    .select("example")
    .where("id", "=", dialogueId)
    .executeTakeFirst();
  if (row?.example !== 1)
    throw new Error(`Dialogue ${dialogueId} is no example, so it cannot be deleted.`);
  const all = queries.selectFrom("message").selectAll().where("dialogue_id", "=", dialogueId);
  const messages = await heldBack(queries, all).execute();
  await queries.insertInto("deletion_permit").values({ dialogue_id: dialogueId }).execute();
  await queries.deleteFrom("event").where("dialogue_id", "=", dialogueId).execute();
  await queries.deleteFrom("deletion_permit").where("dialogue_id", "=", dialogueId).execute();
  for (const message of messages) {
    if (message.status !== "sending") continue;
    await queries
      .updateTable("message")
      .set({
        dialogue_id: null,
        key: `deleted.${dialogueId}.${message.key}`,
        withdrawn: 1,
        wanted: message.drawn + 1,
      })
      .where("id", "=", message.id)
      .execute();
  }
  for (const table of [
    "response",
    "round_link",
    "reminder",
    "message",
    "content",
    "thread",
    "dialogue_person",
    "inbound",
    "evaluation_round",
    "ballot",
    "sealed_answer",
    "internal_response",
  ] as const)
    await queries.deleteFrom(table).where("dialogue_id", "=", dialogueId).execute();
  await queries.deleteFrom("dialogue").where("id", "=", dialogueId).execute();
  return messages.map(sentOf).filter((sent) => sent !== undefined);
}
