import { randomUUID } from "node:crypto";
import type { Instant } from "../domain/time.ts";
import type { PersonId } from "../domain/value.ts";
import { inTurn } from "./claim.ts";
import { later } from "./instants.ts";
import { forgetOld, fullUntil, IN_ONE_PLACE, leftFor, roomAgain, type Window } from "./pace.ts";
import type { Database } from "./schema.ts";

/** What a request past the outbox is about: each counts for itself (reliability.md §4.1). */
export type Departing =
  | { readonly type: "person"; readonly person: PersonId }
  | { readonly type: "newChat"; readonly person: PersonId }
  | { readonly type: "channel"; readonly channelId: string }
  | { readonly type: "roster"; readonly channelId: string };

/** Lets requests go that are not in the outbox: answers to what was written, rosters. They count together with what is. */
export type Directly = {
  /** Takes room for one request, or says when there is some. Until `came` it counts as on its way, at most for `leaseMs`. */
  readonly leave: (
    where: Departing,
    real: Instant,
    leaseMs: number,
  ) => Promise<{ readonly claim: string } | { readonly notBefore: Instant }>;
  /** Teams has answered it. */
  readonly came: (claim: string, real: Instant) => Promise<void>;
};

const OF_A_ROSTER: readonly Window[] = [
  { ms: 1_000, most: 14 },
  { ms: 2_000, most: 16 },
  { ms: 30_000, most: 120 },
  { ms: 3_600_000, most: 3_600 },
];

export function createDirectly({ write }: Pick<Database, "write">, paced: boolean): Directly {
  return {
    leave: async (where, real, leaseMs) => {
      if (!paced) return { claim: "" };
      return write(async (queries) => {
        await inTurn(queries);
        await forgetOld(queries, real);
        const place = placeOf(where);
        const left = (await leftFor(queries, [place])).get(place) ?? [];
        const windows = where.type === "roster" ? OF_A_ROSTER : IN_ONE_PLACE;
        const full = [fullUntil(left, real, windows), await roomAgain(queries, real, 1)];
        const notBefore = full
          .filter((until) => until !== undefined)
          .toSorted()
          .at(-1);
        if (notBefore !== undefined) return { notBefore };
        const claim = randomUUID();
        const row = { place, at: later(real, leaseMs), claim };
        await queries.insertInto("departure").values(row).execute();
        return { claim };
      });
    },
    came: async (claim, real) => {
      if (!paced) return;
      await write((queries) =>
        queries.updateTable("departure").set({ at: real }).where("claim", "=", claim).execute(),
      );
    },
  };
}

/** As pace.ts names them. */
function placeOf(where: Departing): string {
  switch (where.type) {
    case "person":
      return `person:${where.person}`;
    case "newChat":
      return `chat:${where.person}`;
    case "channel":
      return `channel:${where.channelId}`;
    case "roster":
      return `roster:${where.channelId}`;
  }
}
