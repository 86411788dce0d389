import type { Instant } from "../domain/time.ts";
import type { DialogueId } from "../domain/value.ts";
import { atMost } from "./at-most.ts";
import type { Queries } from "./schema.ts";

/** The dialogues that time changes next, earliest first. */
export async function timers(
  queries: Queries,
  limit: number,
): Promise<readonly { dialogueId: DialogueId; at: Instant }[]> {
  const rows = await queries
    .selectFrom("dialogue")
    .select(["id", "timer_at"])
    .where("timer_at", "is not", null)
    .orderBy("timer_at")
    .orderBy("id")
    .limit(atMost(limit))
    .execute();
  return rows.map(({ id, timer_at: at }) => ({ dialogueId: id, at: at ?? "" }));
}

/** What has moved on meanwhile has set its own. */
export async function setTimer(
  queries: Queries,
  dialogueId: DialogueId,
  version: number,
  at: Instant | undefined,
): Promise<void> {
  await queries
    .updateTable("dialogue")
    .set({ timer_at: at ?? null })
    .where("id", "=", dialogueId)
    .where("version", "=", version)
    .execute();
}
