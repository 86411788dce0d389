import { sql } from "kysely";
import type { Instant } from "../domain/time.ts";
import { later } from "./instants.ts";
import { deleteLeftover } from "./leftover.ts";
import type { MessageRow } from "./message-rows.ts";
import { heldIfFree } from "./row-locks.ts";
import type { Queries } from "./schema.ts";

/** How long a message that may have arrived is left before its one repeat (reliability.md §3). */
const REPEAT_AFTER_MS = 600_000;

/** Leases of a place that are not those of this life of the process and this claimer. */
type EarlierLives = {
  readonly instance: string;
  readonly session: string;
  readonly owner: string;
};

/**
 * Lets go of leases that ran out by real time, or that an earlier life of this place held. A post may have arrived, so
 * its class decides; an edit can simply be made again.
 */
export async function releaseLeases(
  queries: Queries,
  which: { readonly ranOutBy: Instant } | EarlierLives,
  now: Instant,
): Promise<void> {
  for (const row of await held(queries, which)) {
    if (row.status === "sending" && (await deleteLeftover(queries, row))) continue;
    const after = row.status === "sending" ? afterDoubt(row, now, "no answer") : {};
    await queries
      .updateTable("message")
      .set({ ...after, owner: null, lease_until: null })
      .where("id", "=", row.id)
      .execute();
  }
}

/** In so many words, for the reason isPending has (claim.ts). */
const isBeingSent = sql<boolean>`message.status = 'sending'`;

function held(
  queries: Queries,
  which: { readonly ranOutBy: Instant } | EarlierLives,
): Promise<MessageRow[]> {
  const leased = heldIfFree(
    queries,
    queries.selectFrom("message").selectAll().where("lease_until", "is not", null),
  );
  if ("ranOutBy" in which)
    return leased.where(isBeingSent).where("lease_until", "<=", which.ranOutBy).execute();
  return leased
    .where("instance", "=", which.instance)
    .where((message) =>
      message.or([message("session", "!=", which.session), message("owner", "!=", which.owner)]),
    )
    .execute();
}

/**
 * What becomes of a post that may have arrived: asked of one person and still wanted it is posted once more, otherwise
 * it is unknown (reliability.md §3).
 */
export function afterDoubt(row: MessageRow, now: Instant, code: string) {
  const doubts = row.doubts + 1;
  if (row.repeats === 1 && row.withdrawn === 0 && row.doubts === 0)
    return { status: "pending" as const, next_at: later(now, REPEAT_AFTER_MS), doubts, code };
  return { status: "unknown" as const, doubts, code };
}
