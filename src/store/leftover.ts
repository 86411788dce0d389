import type { MessageRow } from "./message-rows.ts";
import type { Queries } from "./schema.ts";

/**
 * Deletes the row of a message that has ended, if its example was deleted while it was on its way, and says whether:
 * nothing of an example is kept (decisions.md §2.4).
 */
export async function deleteLeftover(queries: Queries, row: MessageRow): Promise<boolean> {
  if (row.dialogue_id !== null || row.withdrawn === 0) return false;
  await queries.deleteFrom("message").where("id", "=", row.id).execute();
  return true;
}
