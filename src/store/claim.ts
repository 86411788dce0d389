import { type ExpressionBuilder, type SelectQueryBuilder, sql } from "kysely";
import { atMost } from "./at-most.ts";
import { later } from "./instants.ts";
import { releaseLeases } from "./leases.ts";
import { toMessages } from "./message-rows.ts";
import { type Leaving, letGo, roomNow } from "./pace.ts";
import { heldIfFree, hasReplicas } from "./row-locks.ts";
import type { Queries, Tables } from "./schema.ts";
import type { Message, Times } from "./store.ts";

export type Claimer = {
  readonly instance: string;
  readonly session: string;
  readonly owner: string;
  readonly times: Times;
  readonly leaseMs: number;
  /** Only as much leaves at once as Teams takes. */
  readonly paced: boolean;
};

/** A reply waits until the root of its thread is out; everything else can go. */
export function sendable(message: ExpressionBuilder<Tables, "message">) {
  return message.or([
    message("message.in_thread", "=", 0),
    message.exists(
      message
        .selectFrom("thread")
        .select("thread.dialogue_id")
        .whereRef("thread.dialogue_id", "=", "message.dialogue_id"),
    ),
  ]);
}

/**
 * In so many words, and not as a parameter, so that the index of what waits is used; and so that SQLite, which compares
 * such a parameter with the conditions of partial indexes, need not prepare the statement anew each time it is run.
 */
export const isPending = sql<boolean>`message.status = 'pending'`;
export const isToBeEdited = sql<boolean>`message.shown < message.wanted and message.status = 'sent'`;

/**
 * What is due and can be sent, oldest first, leased to the claimer. One at a time in each place: were the process to end,
 * only what was really on its way would be in doubt.
 */
export async function claimPosts(
  queries: Queries,
  claimer: Claimer,
  limit: number,
): Promise<Message[]> {
  const { now, real } = claimer.times;
  await inTurn(queries);
  await releaseLeases(queries, { ranOutBy: real }, now);
  const due = queries
    .selectFrom("message")
    .select(["message.id", "message.fence", "message.wish"])
    .where(isPending)
    .where("message.next_at", "<=", now)
    .where("message.hold_until", "<=", real)
    .where(sendable)
    .where((message) =>
      message.not(message.exists(postsThere(message, claimer.times).where(goesBefore))),
    )
    .orderBy("message.due_at")
    .orderBy("message.id");
  const ids = await leaving(queries, claimer, due, limit);
  if (ids.length === 0) return [];
  const rows = await queries
    .updateTable("message")
    .set((message) => ({
      ...leaseOf(message, claimer),
      status: "sending" as const,
      attempts: message("attempts", "+", 1),
    }))
    .where("id", "in", ids)
    .returningAll()
    .execute();
  return toMessages(
    queries,
    rows.toSorted((a, b) => order(a.due_at, b.due_at) || a.id - b.id),
  );
}

/** Cards that do not show what they should, unless a new message is about to come in the same place (decisions.md §6.1). */
export async function claimEdits(
  queries: Queries,
  claimer: Claimer,
  minGapMs: number,
  limit: number,
): Promise<Message[]> {
  const { real } = claimer.times;
  await inTurn(queries);
  const due = queries
    .selectFrom("message")
    .select(["message.id", "message.fence", "message.wish"])
    .where(isToBeEdited)
    .where("message.edited_at", "<=", later(real, -minGapMs))
    .where("message.hold_until", "<=", real)
    .where("message.activity_id", "is not", null)
    .where((message) =>
      message.or([
        message("message.lease_until", "is", null),
        message("message.lease_until", "<=", real),
      ]),
    )
    .where((message) => message.not(message.exists(postsThere(message, claimer.times))))
    .orderBy("message.edited_at")
    .orderBy("message.id");
  const ids = await leaving(queries, claimer, due, limit);
  if (ids.length === 0) return [];
  const rows = await queries
    .updateTable("message")
    .set((message) => ({
      ...leaseOf(message, claimer),
      edit_attempts: message("edit_attempts", "+", 1),
    }))
    .where("id", "in", ids)
    .returningAll()
    .execute();
  return toMessages(
    queries,
    rows.toSorted((a, b) => order(a.edited_at, b.edited_at) || a.id - b.id),
  );
}

/** The ids of what may leave now, of what is due. */
async function leaving(
  queries: Queries,
  { times: { real }, leaseMs, paced }: Claimer,
  due: SelectQueryBuilder<Tables, "message", Leaving>,
  limit: number,
): Promise<readonly number[]> {
  const room = paced ? await roomNow(queries, real) : limit;
  const most = Math.min(limit, room);
  if (most === 0) return [];
  const candidates = await heldIfFree(queries, due.limit(atMost(most))).execute();
  if (!paced) return candidates.map(({ id }) => id);
  return letGo(queries, candidates, { real, leaseUntil: later(real, leaseMs), room });
}

/** Two replicas that looked at once would each find the place of the other's message free, and room for it. */
export async function inTurn(queries: Queries): Promise<void> {
  if (hasReplicas(queries)) await sql`select pg_advisory_xact_lock(${CLAIMING})`.execute(queries);
}
const CLAIMING = 0x636c616d;

/** New messages on their way to the same place, or about to be. */
function postsThere(message: ExpressionBuilder<Tables, "message">, { now, real }: Times) {
  return message
    .selectFrom("message as post")
    .leftJoin("thread", "thread.dialogue_id", "post.dialogue_id")
    .select("post.id")
    .whereRef("post.conversation", "=", "message.conversation")
    .where((post) =>
      post.or([
        isBeingPosted,
        post.and([
          isToBePosted,
          post("post.next_at", "<=", now),
          post("post.hold_until", "<=", real),
          post.or([post("post.in_thread", "=", 0), post("thread.dialogue_id", "is not", null)]),
        ]),
      ]),
    );
}

const isBeingPosted = sql<boolean>`post.status = 'sending'`;
const isToBePosted = sql<boolean>`post.status = 'pending'`;
const goesBefore = sql<boolean>`(post.status = 'sending' or (post.due_at, post.id) < (message.due_at, message.id))`;

function leaseOf(message: ExpressionBuilder<Tables, "message">, claimer: Claimer) {
  return {
    instance: claimer.instance,
    session: claimer.session,
    owner: claimer.owner,
    fence: message("fence", "+", 1),
    lease_until: later(claimer.times.real, claimer.leaseMs),
    drawn: message.ref("wanted"),
  };
}

function order(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
