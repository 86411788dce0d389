import type { Instant } from "../domain/time.ts";
import { claimEdits, claimPosts } from "./claim.ts";
import { createDirectly } from "./directly.ts";
import { releaseLeases } from "./leases.ts";
import { markEdited, markEnded, markSent, markUnanswered, retryLater } from "./mark.ts";
import { placeOf, toMessages } from "./message-rows.ts";
import { isUnderWay, nextChance, nextDue } from "./next-due.ts";
import { noteAnswer } from "./pace.ts";
import { forgetSent, repost } from "./repost.ts";
import { offerMissed } from "./missed.ts";
import { newMessage } from "./reconcile.ts";
import type { Database, Queries } from "./schema.ts";
import type { Message, Outbox } from "./store.ts";
import { sendAgain, undelivered } from "./undelivered.ts";

/**
 * `instance` names this process's place and `session` its present life there: at start, leases of earlier lives are let
 * go (reliability.md §3).
 */
export function createOutbox(
  { read, write }: Database,
  place: { readonly instance: string; readonly session: string; readonly paced: boolean },
): Outbox {
  const answered = <T>(
    message: Message,
    real: Instant | undefined,
    mark: (queries: Queries) => Promise<T>,
  ) =>
    write(async (queries) => {
      if (place.paced && real !== undefined) await noteAnswer(queries, message, real);
      return mark(queries);
    });
  return {
    ...createDirectly({ write }, place.paced),
    claimPosts: (owner, times, leaseMs, limit) =>
      write((queries) => claimPosts(queries, { ...place, owner, times, leaseMs }, limit)),
    claimEdits: (owner, times, leaseMs, minGapMs, limit) =>
      write((queries) => claimEdits(queries, { ...place, owner, times, leaseMs }, minGapMs, limit)),
    markSent: (message, sent, shownHash, { real }) =>
      answered(message, real, (queries) => markSent(queries, message, sent, shownHash)),
    markEdited: (message, shownHash, times) =>
      answered(message, times.real, (queries) => markEdited(queries, message, shownHash, times)),
    retryLater: (message, wait, code, real) =>
      answered(message, real, (queries) => retryLater(queries, message, wait, code)),
    markUnanswered: (message, code, times) =>
      answered(message, times.real, (queries) => markUnanswered(queries, message, code, times)),
    markEnded: (message, status, code, real) =>
      answered(message, real, (queries) => markEnded(queries, message, status, code)),
    placeOf: (dialogueId, key) => placeOf(read, dialogueId, key),
    forgetSent: (message, again, real) =>
      answered(message, real, (queries) => forgetSent(queries, message, again)),
    undelivered: (dialogueId) => undelivered(read, dialogueId),
    sendAgain: (dialogueId, messageId, at) =>
      write((queries) => sendAgain(queries, dialogueId, messageId, at)),
    offerMissed: (to, codes, at) => write((queries) => offerMissed(queries, to, codes, at)),
    repost: (dialogueId, key, at) => write((queries) => repost(queries, dialogueId, key, at)),
    releaseOthers: (owner, now) =>
      write((queries) => releaseLeases(queries, { ...place, owner }, now)),
    async post(wanted, at) {
      await write((queries) =>
        queries
          .insertInto("message")
          .values(newMessage(wanted, null, 0, at))
          .onConflict((conflicting) => conflicting.doNothing())
          .execute(),
      );
    },
    async peek(dialogueId) {
      const all = read.selectFrom("message").selectAll().orderBy("id");
      const some = dialogueId === undefined ? all : all.where("dialogue_id", "=", dialogueId);
      return toMessages(read, await some.execute());
    },
    async counts() {
      const rows = await read
        .selectFrom("message")
        .select(({ fn }) => ["status", fn.countAll<number>().as("count")])
        .groupBy("status")
        .execute();
      return Object.fromEntries(rows.map(({ status, count }) => [status, Number(count)]));
    },
    nextChance: (times) => nextChance(read, times, place.paced),
    nextDue: (later) => nextDue(read, later),
    isUnderWay: (real) => isUnderWay(read, real),
  };
}
