import type { Reminder } from "../domain/reminders.ts";
import type { DialogueId } from "../domain/value.ts";
import { canonicalJson } from "./canonical.ts";
import { type ReminderRow, setStatus, subjectOf } from "./reminders.ts";
import { heldBackReminders } from "./row-locks.ts";
import type { Queries } from "./schema.ts";

/** What a morning told of, which is over: its card shows that, and is not drawn anew by every change of the dialogue. */
const OVER = "over";

/**
 * Mornings that tell of the dialogue are drawn again, so that what is done no longer asks for anything. `wanted` is what
 * the dialogue wants now: of what it no longer wants to remind anybody of, the card is drawn once more, and after that
 * only when it is wanted again. Without it every one of them is drawn.
 */
export async function redrawMornings(
  queries: Queries,
  dialogueId: DialogueId,
  wanted: readonly Reminder[] | undefined,
): Promise<void> {
  const told = queries
    .selectFrom("reminder")
    .selectAll()
    .where("dialogue_id", "=", dialogueId)
    .where("message_id", "is not", null);
  const rows = await heldBackReminders(queries, told).execute();
  const open = new Set(
    wanted?.map(({ about }) => subjectOf({ dialogue_id: dialogueId, about: canonicalJson(about) })),
  );
  const isOver = (row: ReminderRow) => wanted !== undefined && !open.has(subjectOf(row));
  const drawn = rows.filter((row) => wanted === undefined || row.code === null || !isOver(row));
  for (const row of drawn)
    if ((row.code === null) === isOver(row))
      await setStatus(queries, row, row.status, isOver(row) ? OVER : null);
  const messages = [...new Set(drawn.map((row) => row.message_id))].filter((id) => id !== null);
  if (messages.length === 0) return;
  await queries
    .updateTable("message")
    .set((message) => ({ wanted: message("wanted", "+", 1) }))
    .where("id", "in", messages)
    .execute();
}
