import type { Instant } from "../domain/time.ts";
import { later } from "./instants.ts";
import type { Queries } from "./schema.ts";

type Window = { readonly ms: number; readonly most: number };

/** What Teams takes in one conversation, and from the whole app (reliability.md §4.1). */
const IN_ONE_PLACE: readonly Window[] = [
  { ms: 1_000, most: 7 },
  { ms: 2_000, most: 8 },
  { ms: 30_000, most: 60 },
  { ms: 3_600_000, most: 1_800 },
];
const FROM_THE_APP: Window = { ms: 1_000, most: 50 };
/** Two that left a second apart may arrive a little closer. */
const MARGIN_MS = 50;
const LONGEST_MS = 3_600_000 + MARGIN_MS;

export type Leaving = { readonly id: number; readonly conversation: string };

/** How many more may leave now, from all replicas together. */
export async function roomNow(queries: Queries, real: Instant): Promise<number> {
  const { count } = await queries
    .selectFrom("departure")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("at", ">", later(real, -FROM_THE_APP.ms - MARGIN_MS))
    .executeTakeFirstOrThrow();
  return Math.max(0, FROM_THE_APP.most - Number(count));
}

/** When the next one may leave; undefined when one may leave now. */
export async function roomAgain(queries: Queries, real: Instant): Promise<Instant | undefined> {
  if ((await roomNow(queries, real)) > 0) return undefined;
  const oldest = await queries
    .selectFrom("departure")
    .select("at")
    .orderBy("at", "desc")
    .offset(FROM_THE_APP.most - 1)
    .limit(1)
    .executeTakeFirst();
  return oldest && later(oldest.at, FROM_THE_APP.ms + MARGIN_MS);
}

/**
 * Lets those go that their conversation has room for, and writes down that they leave; the others are held until it has.
 * Run in the claim's own transaction.
 */
export async function letGo(
  queries: Queries,
  leaving: readonly Leaving[],
  real: Instant,
): Promise<readonly number[]> {
  if (leaving.length === 0) return [];
  await queries.deleteFrom("departure").where("at", "<", later(real, -LONGEST_MS)).execute();
  const places = [...new Set(leaving.map(({ conversation }) => conversation))];
  const rows = await queries
    .selectFrom("departure")
    .selectAll()
    .where("place", "in", places)
    .orderBy("at", "desc")
    .execute();
  const left = new Map(
    places.map((place) => [place, rows.filter((row) => row.place === place).map(({ at }) => at)]),
  );
  const free: Leaving[] = [];
  for (const one of leaving) {
    const before = left.get(one.conversation) ?? [];
    const until = fullUntil(before, real);
    if (until === undefined) {
      free.push(one);
      left.set(one.conversation, [real, ...before]);
    } else
      await queries
        .updateTable("message")
        .set({ hold_until: until })
        .where("id", "=", one.id)
        .execute();
  }
  if (free.length > 0)
    await queries
      .insertInto("departure")
      .values(free.map(({ conversation: place }) => ({ place, at: real })))
      .execute();
  return free.map(({ id }) => id);
}

/** Until when the conversation takes nothing more, by what has left for it, newest first. */
function fullUntil(left: readonly Instant[], real: Instant): Instant | undefined {
  const until = IN_ONE_PLACE.flatMap(({ ms, most }) => {
    const first = left[most - 1];
    const again = first === undefined ? undefined : later(first, ms + MARGIN_MS);
    return again !== undefined && again > real ? [again] : [];
  });
  return until.toSorted().at(-1);
}
