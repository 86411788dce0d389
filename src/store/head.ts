import { CHAIN_START } from "./chain.ts";
import type { Queries } from "./schema.ts";

/** The hash the next event after this version is chained to. */
export async function headOf(
  queries: Queries,
  dialogueId: string,
  version: number,
): Promise<string> {
  if (version === 0) return CHAIN_START;
  const row = await queries
    .selectFrom("event")
    .select("hash")
    .where("dialogue_id", "=", dialogueId)
    .where("version", "=", version)
    .executeTakeFirst();
  if (row) return row.hash;
  throw new Error(
    `Event ${version} of dialogue ${dialogueId} is missing from the database; restore it from a backup.`,
  );
}
