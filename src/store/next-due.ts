import type { Instant } from "../domain/time.ts";
import { isPending, sendable } from "./claim.ts";
import type { Queries } from "./schema.ts";

/** When the next message is to be posted, by the clock the rules go by; undefined when none waits. Edits and leases go by real time and are not in it. */
export async function nextDue(queries: Queries, later = ""): Promise<Instant | undefined> {
  const post = await queries
    .selectFrom("message")
    .select("next_at")
    .where(isPending)
    .where("next_at", ">", later)
    .where(sendable)
    .orderBy("next_at")
    .limit(1)
    .executeTakeFirst();
  return post?.next_at;
}
