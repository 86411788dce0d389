import type { Target, Wanted } from "../domain/messages.ts";
import type { Instant } from "../domain/time.ts";
import type { DialogueId } from "../domain/value.ts";
import { canonicalJson } from "./canonical.ts";
import { giveUpOldPlaces, isElsewhere, leaveThread, moveMessage } from "./move.ts";
import { heldBack } from "./row-locks.ts";
import type { MessageTable, Queries } from "./schema.ts";

type Known = {
  readonly id: number;
  readonly key: string;
  readonly status: MessageTable["status"];
  readonly withdrawn: number;
  readonly wish: string;
};

/**
 * Makes the outbox of a dialogue what it now wants: new messages wait to be posted, unsent ones it no longer wants are
 * cancelled, cards already out are to be drawn again, and those no longer wanted one last time. Rows are changed in
 * place, so that one being sent right now keeps its id.
 */
export async function reconcile(
  queries: Queries,
  dialogueId: DialogueId,
  version: number,
  messages: readonly Wanted[],
  at: Instant,
): Promise<void> {
  const all = queries
    .selectFrom("message")
    .select(["id", "key", "status", "withdrawn", "wish"])
    .where("dialogue_id", "=", dialogueId);
  const rows: readonly Known[] = await heldBack(queries, all).execute();
  const known = new Map(rows.map((row) => [row.key, row]));
  const wanted = new Set<string>();
  const moved = new Set(
    messages.filter((message) => isElsewhere(known.get(message.key)?.wish, message)),
  );
  if (moved.size > 0) await leaveThread(queries, dialogueId);
  for (const message of messages) {
    if (wanted.has(message.key))
      throw new Error(`Dialogue ${dialogueId} wants two messages with the key ${message.key}.`);
    wanted.add(message.key);
    const row = known.get(message.key);
    if (!row)
      await queries
        .insertInto("message")
        .values(newMessage(message, dialogueId, version, at))
        .execute();
    else if (moved.has(message))
      await moveMessage(queries, row.id, wishOf(message, dialogueId, at));
    else await takeUp(queries, row, message, dialogueId, at);
  }
  const dropped = rows.filter((row) => row.withdrawn === 0 && !wanted.has(row.key));
  for (const row of dropped) await withdraw(queries, row, version);
  if (moved.size > 0) await giveUpOldPlaces(queries, dialogueId);
  if (rows.length > dropped.length)
    await queries
      .updateTable("message")
      .set({ wanted: version })
      .where("dialogue_id", "=", dialogueId)
      .where("withdrawn", "=", 0)
      .execute();
}

/** A message as it lies in the outbox before anybody has tried to post it. */
export function newMessage(
  message: Wanted,
  dialogueId: DialogueId | null,
  version: number,
  at: Instant,
) {
  return {
    dialogue_id: dialogueId,
    key: message.key,
    ...wishOf(message, dialogueId, at),
    status: "pending" as const,
    wanted: version,
  };
}

function wishOf({ key: _key, ...wish }: Wanted, dialogueId: DialogueId | null, at: Instant) {
  const dueAt = wish.dueAt ?? at;
  const inThread = wish.to.type === "channel" && wish.to.thread === "reply" && dialogueId !== null;
  return {
    wish: canonicalJson(wish),
    conversation: conversationOf(wish.to, dialogueId),
    in_thread: Number(inThread),
    repeats: Number(wish.delivery === "repeat"),
    due_at: dueAt,
    next_at: dueAt,
  };
}

function conversationOf(to: Target, dialogueId: DialogueId | null): string {
  switch (to.type) {
    case "person":
      return `person:${to.person}`;
    case "channel":
      return dialogueId === null ? `channel:${to.channelId}` : `thread:${dialogueId}`;
  }
}

/** A known message that is wanted: again, or otherwise than before. What has been posted stays where it is. */
async function takeUp(
  queries: Queries,
  row: Known,
  message: Wanted,
  dialogueId: DialogueId,
  at: Instant,
): Promise<void> {
  const again = row.withdrawn === 1;
  const unsent = row.status === "pending" || (again && row.status === "cancelled");
  const { key: _key, ...wish } = message;
  const changed = unsent && canonicalJson(wish) !== row.wish;
  if (!again && !changed) return;
  await queries
    .updateTable("message")
    .set({
      withdrawn: 0,
      ...(unsent ? { status: "pending" as const, ...wishOf(message, dialogueId, at) } : {}),
      // Not its doubts: what may have arrived has arrived once, however often it was wanted since.
      ...(again && unsent ? { code: null, attempts: 0 } : {}),
    })
    .where("id", "=", row.id)
    .execute();
}

async function withdraw(queries: Queries, row: Known, version: number): Promise<void> {
  await queries
    .updateTable("message")
    .set({
      withdrawn: 1,
      wanted: version,
      ...(row.status === "pending" ? { status: "cancelled" as const, code: "not wanted" } : {}),
    })
    .where("id", "=", row.id)
    .execute();
}
