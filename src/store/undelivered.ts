import type { Wanted } from "../domain/messages.ts";
import type { Instant } from "../domain/time.ts";
import type { DialogueId } from "../domain/value.ts";
import { canonicalJson } from "./canonical.ts";
import type { Queries } from "./schema.ts";
import type { Message } from "./store.ts";

/** A message that ended without arriving for certain. */
export type Undelivered = Pick<Message, "id" | "about" | "to"> & {
  readonly status: "failed" | "unknown";
  readonly code?: string;
};

const INVITATION = canonicalJson({ type: "evaluation", rung: "open" });

const ENDED = ["failed", "unknown"] as const;

/** Messages of the dialogue, and mornings that told of it, which ended without arriving for certain. */
function ended(queries: Queries, dialogueId: DialogueId) {
  return queries
    .selectFrom("message")
    .select("message.id")
    .where("message.status", "in", ENDED)
    .where("message.withdrawn", "=", 0)
    .where((message) =>
      message.or([
        message("message.dialogue_id", "=", dialogueId),
        message.exists(
          message
            .selectFrom("reminder")
            .select("reminder.key")
            .whereRef("reminder.message_id", "=", "message.id")
            .where("reminder.dialogue_id", "=", dialogueId)
            // Whom a nudge to answer was for tells who had not answered: that is nobody's to see.
            .where((reminder) =>
              reminder.or([
                reminder("reminder.round_id", "is", null),
                reminder("reminder.about", "=", INVITATION),
              ]),
            ),
        ),
      ]),
    );
}

/** Oldest first. */
export async function undelivered(
  queries: Queries,
  dialogueId: DialogueId,
): Promise<readonly Undelivered[]> {
  const rows = await ended(queries, dialogueId)
    .select(["message.wish", "message.status", "message.code"])
    .orderBy("message.id")
    .execute();
  return rows.map(({ id, wish, status, code }) => {
    // reconcile.ts writes the wish from a Wanted.
    const { about, to } = JSON.parse(wish) as Omit<Wanted, "key">;
    const how = status as Undelivered["status"];
    return { id, about, to, status: how, ...(code === null ? {} : { code }) };
  });
}

/** Back to waiting, as if it had never been tried; false when it is no such message, or is on its way again already. */
export async function sendAgain(
  queries: Queries,
  dialogueId: DialogueId,
  messageId: number,
  at: Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await queries
    .updateTable("message")
    .set((message) => ({
      status: "pending" as const,
      owner: null,
      lease_until: null,
      attempts: 0,
      edit_attempts: 0,
      doubts: 0,
      code: null,
      hold_until: "",
      next_at: at,
      due_at: at,
      fence: message("fence", "+", 1),
    }))
    .where("id", "=", messageId)
    .where("id", "in", ended(queries, dialogueId))
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
