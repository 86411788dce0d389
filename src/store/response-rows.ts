import type { Selectable } from "kysely";
import type { Queries, Tables } from "./schema.ts";
import type { Content } from "./words.ts";

/** Gives so many random bytes. */
export type Random = (size: number) => Uint8Array;

export type KeptResponse = Selectable<Tables["response"]>;

/** So many earlier answers are written anew together with one that comes: all of them, as long as there are no more. */
const SAMPLE = 32;

export function newContent(words: string, random: Random): Content {
  return { ref: hex(random), salt: hex(random), body: JSON.stringify(words) };
}

/** What somebody wrote, as content that can be erased. It belongs to no event, so its version tells nothing. */
export async function keepContent(
  queries: Queries,
  dialogueId: string,
  content: Content,
): Promise<void> {
  await queries
    .insertInto("content")
    .values({ ...content, dialogue_id: dialogueId, version: 0 })
    .execute();
}

/** Some of the round's answers, by chance, that nobody else is writing just now. */
export async function sampled(
  queries: Queries,
  { dialogue_id: dialogueId, round_id: roundId, id }: KeptResponse,
  random: Random,
): Promise<readonly KeptResponse[]> {
  const from = hex(random);
  const some = (beyond: ">=" | "<") =>
    queries
      .selectFrom("response")
      .selectAll()
      .where("dialogue_id", "=", dialogueId)
      .where("round_id", "=", roundId)
      .where("id", beyond, from)
      .where("id", "<>", id)
      .orderBy("id")
      .limit(SAMPLE)
      .forUpdate()
      .skipLocked()
      .execute();
  return [...(await some(">=")), ...(await some("<"))].slice(0, SAMPLE);
}

/** Takes the rows out and puts them back as they are, or as others: where they lie tells no order. */
export async function rewritten(
  queries: Queries,
  rows: readonly KeptResponse[],
  {
    as = rows,
    random,
  }: {
    readonly as?: readonly KeptResponse[];
    readonly random: Random;
  },
): Promise<void> {
  for (const { dialogue_id: dialogueId, round_id: roundId, id } of rows)
    await queries
      .deleteFrom("response")
      .where("dialogue_id", "=", dialogueId)
      .where("round_id", "=", roundId)
      .where("id", "=", id)
      .execute();
  const all = shuffled(as, random);
  for (const row of all) await queries.insertInto("response").values(row).execute();
  await contentRewritten(queries, shuffled(all, random));
}

/** The words lie in no order either. */
async function contentRewritten(queries: Queries, rows: readonly KeptResponse[]): Promise<void> {
  for (const { words } of rows) {
    if (words === null) continue;
    const kept = await queries
      .deleteFrom("content")
      .where("ref", "=", words)
      .returningAll()
      .executeTakeFirst();
    if (kept) await queries.insertInto("content").values(kept).execute();
  }
}

/** The same in an order drawn by chance, each as likely as any other. */
export function shuffled<T>(list: readonly T[], random: Random): readonly T[] {
  return list
    .map((one) => ({ one, place: hex(random) }))
    .toSorted((a, b) => (a.place < b.place ? -1 : 1))
    .map(({ one }) => one);
}

export function hex(random: Random): string {
  return Buffer.from(random(16)).toString("hex");
}
