import type { Answers } from "../domain/evaluation/answers.ts";
import type { DialogueId, PersonId } from "../domain/value.ts";
import { hasReplicas } from "./row-locks.ts";
import type { Database, Queries } from "./schema.ts";
import type { RoundKey, Vault } from "./vault.ts";

/** A round of one dialogue. */
export type RoundPlace = { readonly dialogueId: DialogueId; readonly roundId: string };

/**
 * Answers to the internal round (decisions.md §11): sealed while it is open, afterwards nobody's. The round opens, closes
 * and is forgotten with the dialogue's own events.
 */
export type Evaluation = {
  /** Takes one answer and the ballot in one transaction; what it tells says nothing of the answer, and only "taken" changes anything. */
  cast(
    round: RoundPlace,
    person: PersonId,
    answers: Answers<"internal">,
  ): Promise<"taken" | "used" | "closed" | "keyLost">;
  /** Whether this person has answered, for their own eyes; undefined when they have no ballot. */
  hasAnswered(round: RoundPlace, person: PersonId): Promise<boolean | undefined>;
  /** How many have answered, and whether what they said can be read with the key there is. */
  ballots(round: RoundPlace): Promise<{ readonly answered: number; readonly readable: boolean }>;
  /** What was chosen in a closed round, in random order; nothing while it is open. */
  responses(round: RoundPlace): Promise<readonly Chosen[]>;
  /** What was written in it, which nothing ties to what was chosen; for the civil servant who takes out what identifies. */
  texts(round: RoundPlace): Promise<readonly string[]>;
};
/** What one person chose, without what they wrote. */
type Chosen = Omit<Answers<"internal">, "I12F">;

/** What a round's key and each of its sealed answers are bound to. */
export function placeOf({ dialogueId, roundId }: RoundPlace, slot = ""): string {
  return `${dialogueId}\n${roundId}\n${slot}`;
}

/** Everything about the internal round that the store keeps beside the dialogue's events. */
export function createEvaluation({ read, write }: Database, vault: Vault): Evaluation {
  return {
    cast: (round, person, answers) =>
      write((queries) => cast(queries, vault, { ...round, person, answers })),
    hasAnswered: async ({ dialogueId, roundId }, person) => {
      const row = await read
        .selectFrom("ballot")
        .select("used")
        .where("dialogue_id", "=", dialogueId)
        .where("round_id", "=", roundId)
        .where("person_id", "=", person)
        .executeTakeFirst();
      return row && row.used === 1;
    },
    ballots: (round) =>
      write(async (queries) => {
        const answered = await usedBallots(queries, round);
        return {
          answered,
          readable: (await openAnswers(queries, vault, round, answered)) !== undefined,
        };
      }),
    responses: (round) => responses(read, round),
    texts: (round) => texts(read, round),
  };
}

/**
 * One ballot, one answer: the flag and the sealed answer in one transaction. The answer takes over the next place that
 * was made for it when the round opened, in the same size, so that no copy of it is left anywhere in the file.
 */
async function cast(
  queries: Queries,
  vault: Vault,
  given: RoundPlace & { readonly person: PersonId; readonly answers: Answers<"internal"> },
): Promise<Awaited<ReturnType<Evaluation["cast"]>>> {
  const { dialogueId, roundId, person, answers } = given;
  const round = await heldRound(queries, given);
  if (!round) return "closed";
  const key = vault.roundKey(round.wrapped_key, placeOf(given));
  if (!key) return "keyLost";
  const before = await usedBallots(queries, given);
  const { numUpdatedRows } = await queries
    .updateTable("ballot")
    .set({ used: 1 })
    .where("dialogue_id", "=", dialogueId)
    .where("round_id", "=", roundId)
    .where("person_id", "=", person)
    .where("used", "=", 0)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return "used";
  const slot = (await slots(queries, given))[before]?.slot;
  if (slot === undefined)
    throw new Error(
      `The round ${roundId} of dialogue ${dialogueId} has no place left for an answer.`,
    );
  await queries
    .updateTable("sealed_answer")
    .set({ body: key.seal(JSON.stringify(answers), placeOf(given, slot)) })
    .where("dialogue_id", "=", dialogueId)
    .where("round_id", "=", roundId)
    .where("slot", "=", slot)
    .execute();
  await redrawOwn(queries, dialogueId, person);
  return "taken";
}

/** The person's own messages that ask for the answer are drawn once more, as receipts; nobody else's show anything of it. */
async function redrawOwn(
  queries: Queries,
  dialogueId: DialogueId,
  person: PersonId,
): Promise<void> {
  const told = queries
    .selectFrom("reminder")
    .select("message_id")
    .where("dialogue_id", "=", dialogueId)
    .where("person_id", "=", person)
    .where("round_id", "is not", null)
    .where("message_id", "is not", null);
  await queries
    .updateTable("message")
    .set((message) => ({ wanted: message("wanted", "+", 1) }))
    .where("dialogue_id", "is", null)
    .where("id", "in", told as never)
    .execute();
}

/** The round while it is open, held so that nobody closes it or takes the same place meanwhile. */
export async function heldRound(
  queries: Queries,
  { dialogueId, roundId }: RoundPlace,
): Promise<{ readonly wrapped_key: string } | undefined> {
  const found = queries
    .selectFrom("evaluation_round")
    .select("wrapped_key")
    .where("dialogue_id", "=", dialogueId)
    .where("round_id", "=", roundId);
  return (hasReplicas(queries) ? found.forUpdate() : found).executeTakeFirst();
}

export async function usedBallots(
  queries: Queries,
  { dialogueId, roundId }: RoundPlace,
): Promise<number> {
  const rows = await queries
    .selectFrom("ballot")
    .select("used")
    .where("dialogue_id", "=", dialogueId)
    .where("round_id", "=", roundId)
    .where("used", "=", 1)
    .execute();
  return rows.length;
}

/** In the order of their random names, the taken ones first. */
export function slots(queries: Queries, { dialogueId, roundId }: RoundPlace) {
  return queries
    .selectFrom("sealed_answer")
    .select(["slot", "body"])
    .where("dialogue_id", "=", dialogueId)
    .where("round_id", "=", roundId)
    .orderBy("slot")
    .execute();
}

/** Every answer that has been given, as it was written; undefined when even one cannot be read. */
export async function openAnswers(
  queries: Queries,
  vault: Vault,
  round: RoundPlace,
  answered: number,
): Promise<readonly string[] | undefined> {
  const row = await heldRound(queries, round);
  const key = row && vault.roundKey(row.wrapped_key, placeOf(round));
  if (!key) return undefined;
  const taken = (await slots(queries, round)).slice(0, answered);
  const opened = taken.map(({ slot, body }) => openOne(key, body, placeOf(round, slot)));
  return opened.every((one) => one !== undefined) && opened.length === answered
    ? opened
    : undefined;
}

function openOne(key: RoundKey, body: string, place: string): string | undefined {
  return key.open(body, place);
}

async function responses(queries: Queries, round: RoundPlace): Promise<readonly Chosen[]> {
  const rows = await kept(queries, round, "choices");
  // closeRound writes them from answers that were read by the form's rules.
  return rows.map((body) => JSON.parse(body) as Chosen);
}

async function texts(queries: Queries, round: RoundPlace): Promise<readonly string[]> {
  return (await kept(queries, round, "text")).map((body) => JSON.parse(body) as string);
}

async function kept(
  queries: Queries,
  { dialogueId, roundId }: RoundPlace,
  kind: "choices" | "text",
): Promise<readonly string[]> {
  const rows = await queries
    .selectFrom("internal_response")
    .select("body")
    .where("dialogue_id", "=", dialogueId)
    .where("round_id", "=", roundId)
    .where("kind", "=", kind)
    .orderBy("id")
    .execute();
  return rows.map(({ body }) => body);
}
