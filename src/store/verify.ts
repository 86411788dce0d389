import type { DialogueId } from "../domain/value.ts";
import { CHAIN_START, type EventRow, firstBreak } from "./chain.ts";
import { byReference } from "./event-rows.ts";
import type { Queries } from "./schema.ts";
import type { Dialogues } from "./store.ts";
import { type Content, hashOf, storedWords } from "./words.ts";

type Verdict = Awaited<ReturnType<Dialogues["verify"]>>;

/** Reads the whole stream; meant for exports, the daily check and restores. */
export async function verify(queries: Queries, dialogueId: DialogueId): Promise<Verdict> {
  const rows = await queries
    .selectFrom("event")
    .selectAll()
    .where("dialogue_id", "=", dialogueId)
    .orderBy("version")
    .execute();
  const broken = firstBreak(rows);
  if (broken) return { ok: false, ...broken };
  const index = await queries
    .selectFrom("dialogue")
    .select("version")
    .where("id", "=", dialogueId)
    .executeTakeFirst();
  if ((index?.version ?? 0) !== rows.length)
    return {
      ok: false,
      version: rows.length + 1,
      why: `the newest events are gone: ${rows.length} are left of ${index?.version ?? 0}`,
    };
  const content = await queries
    .selectFrom("content")
    .select(["ref", "salt", "body"])
    .where("dialogue_id", "=", dialogueId)
    .execute();
  const wrong = firstWrongWords(rows, byReference(content));
  if (wrong) return { ok: false, ...wrong };
  return { ok: true, head: rows.at(-1)?.hash ?? CHAIN_START };
}

/** Words that are not those the event was about, or that are gone though no event says they were erased. */
function firstWrongWords(
  rows: readonly EventRow[],
  content: ReadonlyMap<string, Content>,
): { readonly version: number; readonly why: string } | undefined {
  const bodies = rows.map(({ body }) => JSON.parse(body) as { readonly ref?: string });
  const erased = new Set(
    rows.flatMap((row, index) => (row.type === "ContentErased" ? [bodies[index]?.ref] : [])),
  );
  for (const [index, row] of rows.entries()) {
    for (const { ref, sha256 } of storedWords(bodies[index])) {
      const words = content.get(ref);
      if (!words && !erased.has(ref))
        return {
          version: row.version,
          why: `the words ${ref} are gone without having been erased`,
        };
      if (words && hashOf(words) !== sha256)
        return { version: row.version, why: `the words ${ref} have been changed` };
    }
  }
  return undefined;
}
