import type { Instant } from "../domain/time.ts";
import { atMost } from "./at-most.ts";
import { isPending, isToBeEdited, sendable } from "./claim.ts";
import { roomAgain } from "./pace.ts";
import type { Queries } from "./schema.ts";
import type { Times } from "./store.ts";

/** When the next message is to be posted, by the clock the rules go by; undefined when none waits. Edits and leases go by real time and are not in it. */
export async function nextDue(queries: Queries, later = ""): Promise<Instant | undefined> {
  const post = await queries
    .selectFrom("message")
    .select("next_at")
    .where(isPending)
    .where("next_at", ">", later)
    .where(sendable)
    .orderBy("next_at")
    .limit(atMost(1))
    .executeTakeFirst();
  return post?.next_at;
}

/** When, in real time, something that is due and held may leave; undefined when nothing is held. */
export async function nextChance(
  queries: Queries,
  { now, real }: Times,
  paced: boolean,
): Promise<Instant | undefined> {
  const held = await queries
    .selectFrom("message")
    .select("hold_until")
    .where((message) =>
      message.or([message.and([isPending, message("next_at", "<=", now)]), isToBeEdited]),
    )
    .where("hold_until", ">", real)
    .orderBy("hold_until")
    .limit(atMost(1))
    .executeTakeFirst();
  const room = paced ? await roomAgain(queries, real) : undefined;
  return [held?.hold_until, room].filter((at) => at !== undefined).toSorted()[0];
}

/** Whether anybody, this process or another, holds a message that is on its way. */
export async function isUnderWay(queries: Queries, real: Instant): Promise<boolean> {
  const row = await queries
    .selectFrom("message")
    .select("id")
    .where("lease_until", ">", real)
    .limit(atMost(1))
    .executeTakeFirst();
  return row !== undefined;
}
