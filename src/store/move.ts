import type { Wanted } from "../domain/messages.ts";
import type { DialogueId } from "../domain/value.ts";
import type { Queries } from "./schema.ts";
import { keepOldPlace, NOWHERE } from "./repost.ts";

/** Why a card that is left behind in another channel is shown no more there, until that channel can be used again. */
export const MOVED_AWAY = "MovedAway";

/** Whether the message is, or was to be, in another channel than where it is wanted now. */
export function isElsewhere(wish: string | undefined, { to }: Pick<Wanted, "to">): boolean {
  if (wish === undefined || to.type !== "channel") return false;
  // reconcile.ts writes it from a Wanted.
  const { to: before } = JSON.parse(wish) as Pick<Wanted, "to">;
  return before.type === "channel" && before.channelId !== to.channelId;
}

/** The thread in the channel that was left is the dialogue's no more; replies wait for a root in the new one. */
export async function leaveThread(queries: Queries, dialogueId: DialogueId): Promise<void> {
  await queries.deleteFrom("thread").where("dialogue_id", "=", dialogueId).execute();
}

/**
 * The message waits to be posted in the new channel, untried there. Its place in the old one is kept as a withdrawn
 * message, which nobody draws while that channel is gone.
 */
export async function moveMessage(
  queries: Queries,
  id: number,
  wish: {
    readonly wish: string;
    readonly conversation: string;
    readonly in_thread: number;
    readonly due_at: string;
    readonly next_at: string;
  },
): Promise<void> {
  const row = await queries
    .selectFrom("message")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  if (row.conversation_id !== null) await keepOldPlace(queries, row);
  await queries
    .updateTable("message")
    .set((message) => ({
      ...NOWHERE,
      ...wish,
      status: "pending" as const,
      withdrawn: 0,
      fence: message("fence", "+", 1),
    }))
    .where("id", "=", id)
    .execute();
}

/** Cards left behind are edited no more where they are. */
export async function giveUpOldPlaces(queries: Queries, dialogueId: DialogueId): Promise<void> {
  await queries
    .updateTable("message")
    .set((message) => ({ shown: message.ref("wanted"), code: MOVED_AWAY }))
    .where("dialogue_id", "=", dialogueId)
    .where("conversation", "=", `thread:${dialogueId}`)
    .where("withdrawn", "=", 1)
    .where("status", "=", "sent")
    .execute();
}
