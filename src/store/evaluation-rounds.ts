import type { Answers } from "../domain/evaluation/answers.ts";
import type { Event } from "../domain/dialogue.ts";
import type { DialogueId } from "../domain/value.ts";
import {
  heldRound,
  openAnswers,
  placeOf,
  type RoundPlace,
  slots,
  usedBallots,
} from "./evaluation.ts";
import type { Queries } from "./schema.ts";
import { Conflict } from "./store.ts";
import type { Vault } from "./vault.ts";

type Of<T extends Event["type"]> = Extract<Event, { readonly type: T }>;

/** Whether something of a round goes for ever with the change, so that it must be gone from the files too. */
export function destroys(events: readonly Event[]): boolean {
  return events.some(({ type }) => type === "InternalRoundClosed" || type === "BallotsForgotten");
}

/** What a change of the internal round does to ballots and answers, in the change's own transaction (decisions.md §11.1). */
export async function followRounds(
  queries: Queries,
  vault: Vault,
  dialogueId: DialogueId,
  events: readonly Event[],
): Promise<void> {
  for (const event of events) {
    if (event.type === "InternalRoundOpened") await openRound(queries, vault, dialogueId, event);
    if (event.type === "InternalRoundClosed") await closeRound(queries, vault, dialogueId, event);
    if (event.type === "BallotsForgotten")
      await forget(queries, { dialogueId, roundId: event.roundId });
  }
}

/** A ballot for everybody who is asked, and a place for each answer: what lies there later is as large as before. */
async function openRound(
  queries: Queries,
  vault: Vault,
  dialogueId: DialogueId,
  { roundId, invited }: Of<"InternalRoundOpened">,
): Promise<void> {
  const round = { dialogue_id: dialogueId, round_id: roundId };
  const wrapped = vault.newRoundKey(placeOf({ dialogueId, roundId }));
  await queries
    .insertInto("evaluation_round")
    .values({ ...round, wrapped_key: wrapped })
    .execute();
  for (const person of invited)
    await queries
      .insertInto("ballot")
      .values({ ...round, person_id: person, used: 0 })
      .execute();
  for (const _person of invited)
    await queries
      .insertInto("sealed_answer")
      .values({ ...round, slot: vault.newId(), body: vault.emptyBody() })
      .execute();
}

/**
 * The answers are opened, sorted, and kept under new random ids, what was written apart from what was chosen; the sealed
 * ones and their key go. When they are not to be used they are destroyed unread. Another number of answers than was
 * counted is a Conflict: count again.
 */
async function closeRound(
  queries: Queries,
  vault: Vault,
  dialogueId: DialogueId,
  { roundId, answered, joint }: Of<"InternalRoundClosed">,
): Promise<void> {
  const round = { dialogueId, roundId };
  await heldRound(queries, round);
  const now = await usedBallots(queries, round);
  if (now !== answered)
    throw new Conflict(
      `Round ${roundId} of dialogue ${dialogueId} has ${now} answers and not ${answered}; count again.`,
    );
  if (joint === undefined) {
    const opened = await openAnswers(queries, vault, round, answered);
    if (!opened)
      throw new Conflict(`Round ${roundId} of dialogue ${dialogueId} cannot be read any more.`);
    await keep(queries, vault, round, opened);
  }
  // Each first in its own place, so that deleting moves nothing about in the file but chance.
  for (const { slot } of await slots(queries, round))
    await queries
      .updateTable("sealed_answer")
      .set({ body: vault.emptyBody() })
      .where("dialogue_id", "=", dialogueId)
      .where("round_id", "=", roundId)
      .where("slot", "=", slot)
      .execute();
  for (const table of ["sealed_answer", "evaluation_round"] as const)
    await queries
      .deleteFrom(table)
      .where("dialogue_id", "=", dialogueId)
      .where("round_id", "=", roundId)
      .execute();
}

async function keep(
  queries: Queries,
  vault: Vault,
  { dialogueId, roundId }: RoundPlace,
  opened: readonly string[],
): Promise<void> {
  const read = opened.map((one) => JSON.parse(one) as Answers<"internal">);
  const choices = read.map(({ I12F: _text, ...chosen }) => JSON.stringify(chosen));
  const texts = read.flatMap(({ I12F }) => (I12F === undefined ? [] : [JSON.stringify(I12F)]));
  for (const [kind, bodies] of [
    ["choices", choices],
    ["text", texts],
  ] as const)
    for (const body of bodies.toSorted())
      await queries
        .insertInto("internal_response")
        .values({ dialogue_id: dialogueId, round_id: roundId, id: vault.newId(), kind, body })
        .execute();
}

/** Who was sent a form, and who was nudged, is known no more. */
async function forget(queries: Queries, { dialogueId, roundId }: RoundPlace): Promise<void> {
  await queries
    .deleteFrom("ballot")
    .where("dialogue_id", "=", dialogueId)
    .where("round_id", "=", roundId)
    .execute();
  const nudged = queries
    .selectFrom("reminder")
    .select("message_id")
    .where("dialogue_id", "=", dialogueId)
    .where("round_id", "=", roundId)
    .where("message_id", "is not", null);
  const mornings = await queries
    .selectFrom("message")
    .select("id")
    .where("dialogue_id", "is", null)
    .where("id", "in", nudged as never)
    .execute();
  await queries
    .deleteFrom("reminder")
    .where("dialogue_id", "=", dialogueId)
    .where("round_id", "=", roundId)
    .execute();
  for (const { id } of mornings)
    await queries
      .deleteFrom("message")
      .where("id", "=", id)
      .where((message) =>
        message.not(
          message.exists(
            message
              .selectFrom("reminder")
              .select("reminder.key")
              .whereRef("reminder.message_id", "=", "message.id"),
          ),
        ),
      )
      .execute();
}
