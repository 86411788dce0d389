import { type Head, headsNow } from "./heads.ts";
import type { Queries } from "./schema.ts";
import { verify } from "./verify.ts";

export type Finding = {
  readonly dialogueId: string;
  readonly version: number;
  readonly why: string;
};
export type Verified = {
  readonly findings: readonly Finding[];
  /** How many chains nothing was found in, examples too. */
  readonly whole: number;
  /** The end of every chain but of examples, to be kept elsewhere: a tail that is cut off together with its index is found by nothing else. */
  readonly heads: readonly Head[];
};

/**
 * Walks the chains of all dialogues, examples too, and compares them with heads that were kept elsewhere. Finds a row that is
 * changed, missing or out of order, words that are changed or gone without having been erased, and a dialogue or tail
 * that a kept head tells of and the database no longer has.
 */
export async function verifyAll(queries: Queries, kept: readonly Head[] = []): Promise<Verified> {
  const findings: Finding[] = [];
  const all = await dialogueIds(queries);
  for (const dialogueId of all) {
    const verdict = await verify(queries, dialogueId);
    if (!verdict.ok) findings.push({ dialogueId, version: verdict.version, why: verdict.why });
  }
  const whole = all.length - findings.length;
  for (const head of kept) {
    const hash = await hashAt(queries, head);
    if (hash === head.hash) continue;
    const { dialogueId, version } = head;
    const why =
      hash === undefined
        ? `event ${version}, which was there when the heads were written down, is gone`
        : `event ${version} is another than when the heads were written down`;
    findings.push({ dialogueId, version, why });
  }
  return { findings, whole, heads: await headsNow(queries) };
}

/** Of the index and of the events themselves: a row missing in one of them must not hide the other. */
async function dialogueIds(queries: Queries): Promise<readonly string[]> {
  const indexed = await queries.selectFrom("dialogue").select("id").execute();
  const told = await queries.selectFrom("event").select("dialogue_id as id").distinct().execute();
  return [...new Set([...indexed, ...told].map(({ id }) => id))].toSorted();
}

async function hashAt(queries: Queries, head: Head): Promise<string | undefined> {
  const row = await queries
    .selectFrom("event")
    .select("hash")
    .where("dialogue_id", "=", head.dialogueId)
    .where("version", "=", head.version)
    .executeTakeFirst();
  return row?.hash;
}
