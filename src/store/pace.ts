import type { Target } from "../domain/messages.ts";
import type { Instant } from "../domain/time.ts";
import { atMost } from "./at-most.ts";
import { later } from "./instants.ts";
import type { Queries } from "./schema.ts";

export type Window = { readonly ms: number; readonly most: number };

/** What Teams takes in one conversation, and from the whole app (reliability.md §4.1). */
export const IN_ONE_PLACE: readonly Window[] = [
  { ms: 1_000, most: 7 },
  { ms: 2_000, most: 8 },
  { ms: 30_000, most: 60 },
  { ms: 3_600_000, most: 1_800 },
];
const FROM_THE_APP: Window = { ms: 1_000, most: 50 };
/** The clocks of two replicas are never quite the same. */
const MARGIN_MS = 20;
const LONGEST_MS = 3_600_000 + MARGIN_MS;

export type Leaving = {
  readonly id: number;
  readonly fence: number;
  /** JSON of what was wanted. */
  readonly wish: string;
};
type Departure = { readonly place: string; readonly at: Instant; readonly claim: string };

/** How many more requests may leave now, from all replicas together. */
export async function roomNow(queries: Queries, real: Instant): Promise<number> {
  const { count } = await queries
    .selectFrom("departure")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("at", ">", later(real, -FROM_THE_APP.ms - MARGIN_MS))
    .executeTakeFirstOrThrow();
  return Math.max(0, FROM_THE_APP.most - Number(count));
}

/** When so many may leave; undefined when they may leave now. A message to somebody who has no chat yet takes two. */
export async function roomAgain(
  queries: Queries,
  real: Instant,
  requests = MOST_REQUESTS,
): Promise<Instant | undefined> {
  if ((await roomNow(queries, real)) >= requests) return undefined;
  const oldest = await queries
    .selectFrom("departure")
    .select("at")
    .orderBy("at", "desc")
    .offset(atMost(FROM_THE_APP.most - requests))
    .limit(atMost(1))
    .executeTakeFirst();
  return oldest && again(oldest.at, FROM_THE_APP.ms, real);
}
/** One to make the chat and one to post. */
const MOST_REQUESTS = 2;

/**
 * Lets those go that their conversation and the app have room for, and writes down that they are on their way until
 * `leaseUntil`; what its conversation is too full for is held until it has room. Run in the claim's own transaction.
 */
export async function letGo(
  queries: Queries,
  leaving: readonly Leaving[],
  { real, leaseUntil, room }: { real: Instant; leaseUntil: Instant; room: number },
): Promise<readonly number[]> {
  if (leaving.length === 0) return [];
  await forgetOld(queries, real);
  const left = await leftFor(
    queries,
    leaving.map((one) => goalOf(one).place),
  );
  const withoutChat = await peopleWithoutChat(queries, leaving);
  const free: number[] = [];
  const departures: Departure[] = [];
  for (const one of leaving) {
    const { place, person = "" } = goalOf(one);
    const before = left.get(place) ?? [];
    const until = fullUntil(before, real);
    if (until !== undefined) {
      await hold(queries, one, until);
      continue;
    }
    const places = withoutChat.has(person) ? [`chat:${person}`, place] : [place];
    if (departures.length + places.length > room) break;
    const claim = claimOf(one.id, one.fence + 1);
    departures.push(...places.map((each) => ({ place: each, at: leaseUntil, claim })));
    left.set(place, [leaseUntil, ...before]);
    free.push(one.id);
  }
  if (departures.length > 0) await queries.insertInto("departure").values(departures).execute();
  return free;
}

/** What counts in no window any more. */
export async function forgetOld(queries: Queries, real: Instant): Promise<void> {
  await queries.deleteFrom("departure").where("at", "<", later(real, -LONGEST_MS)).execute();
}

/**
 * Teams has answered, so what the claim sent has come by now and counts from now on. Only so are the limits kept where
 * they are counted, at the receiver: requests that were slow on their way would otherwise come close before later ones.
 */
export async function noteAnswer(
  queries: Queries,
  { id, fence }: { readonly id: number; readonly fence: number },
  real: Instant,
): Promise<void> {
  await queries
    .updateTable("departure")
    .set({ at: real })
    .where("claim", "=", claimOf(id, fence))
    .execute();
}

function claimOf(id: number, fence: number): string {
  return `${id}.${fence}`;
}

/** Teams counts by chat and by channel, whatever the thread. */
function goalOf({ wish }: Leaving): { readonly place: string; readonly person?: string } {
  // reconcile.ts writes it from a Wanted.
  const { to } = JSON.parse(wish) as { readonly to: Target };
  return to.type === "person"
    ? { place: `person:${to.person}`, person: to.person }
    : { place: `channel:${to.channelId}` };
}

/** When something left for each of these places, newest first. */
export async function leftFor(
  queries: Queries,
  all: readonly string[],
): Promise<Map<string, readonly Instant[]>> {
  const places = [...new Set(all)];
  const rows = await queries
    .selectFrom("departure")
    .select(["place", "at"])
    .where("place", "in", places)
    .orderBy("at", "desc")
    .execute();
  return new Map(
    places.map((place) => [place, rows.filter((row) => row.place === place).map(({ at }) => at)]),
  );
}

async function peopleWithoutChat(
  queries: Queries,
  leaving: readonly Leaving[],
): Promise<ReadonlySet<string>> {
  const people = leaving.flatMap((one) => goalOf(one).person ?? []);
  if (people.length === 0) return new Set();
  const rows = await queries
    .selectFrom("person")
    .select("id")
    .where("id", "in", people)
    .where("conversation_id", "is", null)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

async function hold(queries: Queries, { id }: Leaving, until: Instant): Promise<void> {
  await queries.updateTable("message").set({ hold_until: until }).where("id", "=", id).execute();
}

/** Until when the conversation takes nothing more, by what has left for it, newest first. */
export function fullUntil(
  left: readonly Instant[],
  real: Instant,
  windows: readonly Window[] = IN_ONE_PLACE,
): Instant | undefined {
  const until = windows.flatMap(({ ms, most }) => {
    const first = left[most - 1];
    const room = first === undefined ? undefined : again(first, ms, real);
    return room !== undefined && room > real ? [room] : [];
  });
  return until.toSorted().at(-1);
}

/** When what left then no longer counts; what is still on its way is looked at anew as if it came now. */
function again(left: Instant, windowMs: number, real: Instant): Instant {
  return later(left < real ? left : real, windowMs + MARGIN_MS);
}
