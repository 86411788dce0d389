import { createHash, randomBytes } from "node:crypto";
import type { DialogueId } from "../domain/value.ts";
import {
  keepContent,
  type KeptResponse,
  hex,
  newContent,
  type Random,
  rewritten,
  sampled,
  shuffled,
} from "./response-rows.ts";
import { hasReplicas } from "./row-locks.ts";
import type { Database, Queries } from "./schema.ts";
import type { NewResponse, Received, Response, Responses } from "./response.ts";
import { textOf } from "./words.ts";

/**
 * Participants' answers, which have no person to hide (decisions.md §11.4): kept at once under a random id, with nothing
 * that tells when or after whom. In SQLite the rows lie in the order of their ids. PostgreSQL puts rows where it has
 * room, so each answer is written together with some of the others, in an order drawn anew.
 */
export function createResponses(
  { read, write, scrub }: Database,
  random: Random = randomBytes,
): Responses {
  return {
    linkOf: (dialogueId, roundId) =>
      write(async (queries) => (await linkOf(queries, dialogueId, roundId, random)).public_id),
    async roundAt(publicId) {
      const row = await read
        .selectFrom("round_link")
        .select(["dialogue_id", "round_id"])
        .where("public_id", "=", publicId)
        .executeTakeFirst();
      return row && { dialogueId: row.dialogue_id, roundId: row.round_id };
    },
    receive: (dialogueId, roundId, responses) =>
      write((queries) => receive(queries, { dialogueId, roundId, responses, random })),
    count: (dialogueId, roundId) => count(read, dialogueId, roundId),
    async stop(dialogueId, roundId) {
      const stopped = await write((queries) => stop(queries, { dialogueId, roundId, random }));
      await scrub();
      return stopped;
    },
    responsesOf: (dialogueId, roundId) => responsesOf(read, dialogueId, roundId),
  };
}

type Of = { readonly dialogueId: DialogueId; readonly roundId: string; readonly random: Random };

/** The round's row, made when it is first asked for. */
async function linkOf(queries: Queries, dialogueId: DialogueId, roundId: string, random: Random) {
  const found = () =>
    queries
      .selectFrom("round_link")
      .select(["public_id", "closed"])
      .where("dialogue_id", "=", dialogueId)
      .where("round_id", "=", roundId);
  const link = await found().executeTakeFirst();
  if (link) return link;
  await queries
    .insertInto("round_link")
    .values({ public_id: publicId(random), dialogue_id: dialogueId, round_id: roundId, closed: 0 })
    .onConflict((conflicting) => conflicting.doNothing())
    .execute();
  return found().executeTakeFirstOrThrow();
}

/** Without what is taken for something else when it is read from a paper: 0 and o, 1 and l. */
const LETTERS = "23456789abcdefghijkmnpqrstuvwxyz";

/** 128 bits, in letters that can be read from a paper and typed. */
function publicId(random: Random): string {
  const digits = BigInt(`0x${hex(random)}`)
    .toString(32)
    .padStart(26, "0");
  return digits.replace(/./gu, (digit) => LETTERS.charAt(Number.parseInt(digit, 32)));
}

async function receive(
  queries: Queries,
  { dialogueId, roundId, responses, random }: Of & { readonly responses: readonly NewResponse[] },
): Promise<Received> {
  await linkOf(queries, dialogueId, roundId, random);
  const asked = queries
    .selectFrom("round_link")
    .select("closed")
    .where("dialogue_id", "=", dialogueId)
    .where("round_id", "=", roundId);
  // Whoever closes the round waits for those who are answering, and the other way round.
  const held = hasReplicas(queries) ? asked.forShare() : asked;
  if ((await held.executeTakeFirstOrThrow()).closed === 1) return "closed";
  let stored = 0;
  for (const response of responses)
    if (await isKept(queries, { dialogueId, roundId, random }, response)) stored += 1;
  return { stored };
}

/** False when it is there already: whoever else is writing the same one just now is waited for. */
async function isKept(
  queries: Queries,
  { dialogueId, roundId, random }: Of,
  { token, answers, words }: NewResponse,
): Promise<boolean> {
  const content = words === undefined ? undefined : newContent(words, random);
  const row: KeptResponse = {
    dialogue_id: dialogueId,
    round_id: roundId,
    id: idOf(roundId, token),
    answers: JSON.stringify(answers),
    words: content?.ref ?? null,
  };
  const { numInsertedOrUpdatedRows } = await queries
    .insertInto("response")
    .values(row)
    .onConflict((conflicting) => conflicting.doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows !== 1n) return false;
  if (content) await keepContent(queries, dialogueId, content);
  if (hasReplicas(queries)) {
    const others = await sampled(queries, row, random);
    await rewritten(queries, [...others, row], { random });
  }
  return true;
}

/** The same form sent twice is the same answer. What the form carries cannot be worked out from the id. */
function idOf(roundId: string, token: string): string {
  return createHash("sha256").update(roundId).update("\n").update(token).digest("hex").slice(0, 32);
}

async function count(queries: Queries, dialogueId: DialogueId, roundId: string): Promise<number> {
  const row = await queries
    .selectFrom("response")
    .select((select) => select.fn.countAll<number>().as("n"))
    .where("dialogue_id", "=", dialogueId)
    .where("round_id", "=", roundId)
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

/** No more answers; those there are get new ids, so that no form somebody still holds leads to its answer. */
async function stop(queries: Queries, { dialogueId, roundId, random }: Of): Promise<number> {
  await linkOf(queries, dialogueId, roundId, random);
  const { numUpdatedRows } = await queries
    .updateTable("round_link")
    .set({ closed: 1 })
    .where("dialogue_id", "=", dialogueId)
    .where("round_id", "=", roundId)
    .where("closed", "=", 0)
    .executeTakeFirst();
  if (numUpdatedRows === 1n) {
    const all = await queries
      .selectFrom("response")
      .selectAll()
      .where("dialogue_id", "=", dialogueId)
      .where("round_id", "=", roundId)
      .orderBy("id")
      .execute();
    const renamed = all.map((row) => ({ ...row, id: hex(random) }));
    await rewritten(queries, all, { as: shuffled(renamed, random), random });
  }
  return count(queries, dialogueId, roundId);
}

async function responsesOf(
  queries: Queries,
  dialogueId: DialogueId,
  roundId: string,
): Promise<readonly Response[]> {
  const rows = await queries
    .selectFrom("response")
    .leftJoin("content", "content.ref", "response.words")
    .select(["response.id", "response.answers", "response.words", "content.salt", "content.body"])
    .where("response.dialogue_id", "=", dialogueId)
    .where("response.round_id", "=", roundId)
    .orderBy("response.id")
    .execute();
  return rows.map(({ id, answers, words: ref, salt, body }) => ({
    id,
    // Written by us alone, from answers that were read against their questions.
    answers: JSON.parse(answers) as Response["answers"],
    ...(ref === null
      ? {}
      : {
          words:
            salt === null || body === null
              ? { erased: true as const, ref }
              : { text: textOf({ ref, salt, body }), ref },
        }),
  }));
}
