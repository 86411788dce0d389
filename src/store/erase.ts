import type { Event } from "../domain/dialogue.ts";
import type { Instant } from "../domain/time.ts";
import type { DialogueId, PersonId } from "../domain/value.ts";
import { toRow } from "./event-rows.ts";
import { headOf } from "./head.ts";
import type { Queries } from "./schema.ts";

const GROUND = /^[A-Za-z][\w.:-]{0,59}$/;

/** Deletes the words and their salt and says so in the stream; every living card is then drawn without them. */
export async function erase(
  queries: Queries,
  {
    dialogueId,
    ref,
    ground,
    by,
    at,
  }: {
    readonly dialogueId: DialogueId;
    readonly ref: string;
    readonly ground: string;
    readonly by: PersonId;
    readonly at: Instant;
  },
): Promise<boolean> {
  if (!GROUND.test(ground))
    throw new Error(
      `The ground for erasing ${ref} is no code. Events hold no sentences; use a code such as "gdpr-17".`,
    );
  const { numDeletedRows } = await queries
    .deleteFrom("content")
    .where("ref", "=", ref)
    .where("dialogue_id", "=", dialogueId)
    .executeTakeFirst();
  if (numDeletedRows !== 1n) return false;
  const before = await queries
    .updateTable("dialogue")
    .set((dialogue) => ({ version: dialogue("version", "+", 1) }))
    .where("id", "=", dialogueId)
    .returning("version")
    .executeTakeFirstOrThrow();
  const version = before.version;
  const previousHash = await headOf(queries, dialogueId, version - 1);
  const event: Event = { type: "ContentErased", ref, ground, by, at };
  const { row } = toRow(event, { dialogueId, version, previousHash }, new Map());
  await queries.insertInto("event").values(row).execute();
  await queries
    .updateTable("message")
    .set({ wanted: version })
    .where("dialogue_id", "=", dialogueId)
    .where("activity_id", "is not", null)
    .execute();
  return true;
}

/** Deletes every word of the dialogue, those of earlier drafts too. */
export async function eraseAll(
  queries: Queries,
  erasure: Omit<Parameters<typeof erase>[1], "ref">,
): Promise<void> {
  const refs = await queries
    .selectFrom("content")
    .select("ref")
    .where("dialogue_id", "=", erasure.dialogueId)
    .orderBy("version")
    .execute();
  for (const { ref } of refs) await erase(queries, { ...erasure, ref });
}
