import type { Queries } from "./schema.ts";

/** Where a dialogue's chain ended when somebody wrote it down. */
export type Head = { readonly dialogueId: string; readonly version: number; readonly hash: string };

/** The end of every chain by the index, in order of ids; not of examples, whose owners may delete them whole (decisions.md §2.4). */
export async function headsNow(queries: Queries): Promise<readonly Head[]> {
  const rows = await queries
    .selectFrom("dialogue")
    .innerJoin("event", (join) =>
      join
        .onRef("event.dialogue_id", "=", "dialogue.id")
        .onRef("event.version", "=", "dialogue.version"),
    )
    .select(["dialogue.id", "event.version", "event.hash"])
    .where("dialogue.example", "=", 0)
    .orderBy("dialogue.id")
    .execute();
  return rows.map(({ id, version, hash }) => ({ dialogueId: id, version, hash }));
}
