import type { Instant } from "./time.ts";
import type { PersonId, Values } from "./value.ts";

/** What stands in an item of the process, and who wrote it. */
export type ItemState = {
  /** How many times the item's fields have been overwritten; a form carries the one it was drawn from. */
  readonly revision: number;
  readonly values: Values;
  readonly recordedBy?: PersonId;
  readonly recordedAt?: Instant;
  /** A steering group item that the chair has fixed. */
  readonly fixed?: { readonly by: PersonId; readonly at: Instant };
  /** A record that no longer holds, since the chair opened a gate again; gone when it is written anew. */
  readonly superseded?: Instant;
};
