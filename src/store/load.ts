import type { DialogueId } from "../domain/value.ts";
import { byReference, toEvent } from "./event-rows.ts";
import type { Queries } from "./schema.ts";
import type { History } from "./store.ts";
import { type Content, storedWords } from "./words.ts";

/** The events after a version, oldest first; costs one look at the version when there is nothing new. */
export async function loadHistory(
  queries: Queries,
  dialogueId: DialogueId,
  afterVersion: number,
): Promise<History> {
  if (afterVersion > 0) {
    const version = await versionOf(queries, dialogueId);
    if (version <= afterVersion) return { events: [], version };
  }
  const rows = await queries
    .selectFrom("event")
    .select(["version", "type", "body", "by", "at"])
    .where("dialogue_id", "=", dialogueId)
    .where("version", ">", afterVersion)
    .orderBy("version")
    .execute();
  if (rows.length === 0) return { events: [], version: afterVersion };
  const content = await contentAfter(queries, dialogueId, afterVersion);
  const older = afterVersion === 0 ? [] : await contentMissing(queries, rows, byReference(content));
  const kept = byReference([...content, ...older]);
  return {
    events: rows.map((row) => toEvent(row, kept)),
    version: rows.at(-1)?.version ?? afterVersion,
  };
}

async function versionOf(queries: Queries, dialogueId: DialogueId): Promise<number> {
  const row = await queries
    .selectFrom("dialogue")
    .select("version")
    .where("id", "=", dialogueId)
    .executeTakeFirst();
  return row?.version ?? 0;
}

function contentAfter(
  queries: Queries,
  dialogueId: DialogueId,
  afterVersion: number,
): Promise<Content[]> {
  return queries
    .selectFrom("content")
    .select(["ref", "salt", "body"])
    .where("dialogue_id", "=", dialogueId)
    .where("version", ">", afterVersion)
    .execute();
}

/** New events may share words with older ones, as a decision does with the drafts it was made from. */
async function contentMissing(
  queries: Queries,
  rows: readonly { readonly body: string }[],
  kept: ReadonlyMap<string, Content>,
): Promise<Content[]> {
  const refs = new Set(
    rows.flatMap(({ body }) => storedWords(JSON.parse(body))).map(({ ref }) => ref),
  );
  const found: Content[] = [];
  for (const ref of refs) {
    if (kept.has(ref)) continue;
    const content = await contentOf(queries, ref);
    if (content) found.push(content);
  }
  return found;
}

export async function contentOf(queries: Queries, ref: string): Promise<Content | undefined> {
  return queries
    .selectFrom("content")
    .select(["ref", "salt", "body"])
    .where("ref", "=", ref)
    .executeTakeFirst();
}
