import { type Instant, MalformedTimeError, parseInstant } from "../domain/time.ts";
import type { Store } from "../store/store.ts";
import { createGoingClock, type Evidence } from "./going-clock.ts";

export type Clock = {
  /** The time rules go by. */
  readonly now: () => Promise<Instant>;
  /** The time the machine goes by: leases, gaps, Retry-After. */
  readonly real: () => Instant;
  /** Absent for a development clock: why the time is not to be trusted, so that nothing may go by it; undefined while it is. */
  readonly trouble?: () => string | undefined;
  /** Present only for a development clock: the instant that is meant. Refuses one that has been, and what is no instant, with ClockRefusal. */
  readonly target?: (to: unknown) => Promise<Instant>;
  /** Present only for a development clock: from now on it stands there. */
  readonly set?: (to: Instant) => Promise<void>;
};

/** The development clock was not moved; says why. */
export class ClockRefusal extends Error {
  override readonly name = "ClockRefusal";
  readonly status: 400 | 409;

  constructor(status: 400 | 409, message: string, cause?: unknown) {
    super(message, { cause });
    this.status = status;
  }
}

/**
 * The clock of the database, or with `development` one that stands still, is kept there and is moved by hand; the same for
 * all replicas (decisions.md §9.5).
 */
export function createClock(
  store: Pick<Store, "clock">,
  development: boolean,
  evidence: Evidence = {},
): Clock {
  if (!development) return createGoingClock(store, evidence);
  const real = () => new Date().toISOString();
  let begun = false;

  /** Read each time: another replica may have moved it. */
  async function now(): Promise<Instant> {
    const standing = await store.clock.get();
    if (standing !== undefined) return standing;
    if (!begun) await store.clock.set(real());
    begun = true;
    return now();
  }

  async function target(to: unknown): Promise<Instant> {
    const instant = readInstant(to);
    const from = await now();
    if (instant < from)
      throw new ClockRefusal(
        409,
        `The clock stands at ${from} and does not go back to ${instant}.`,
      );
    return instant;
  }

  return { now, real, target, set: (to) => store.clock.set(to) };
}

function readInstant(to: unknown): Instant {
  try {
    // With or without milliseconds, in UTC or another zone: it is the same moment.
    return parseInstant(Temporal.Instant.from(String(to)).toString({ fractionalSecondDigits: 3 }));
  } catch (cause) {
    if (!(cause instanceof MalformedTimeError || cause instanceof RangeError)) throw cause;
    throw new ClockRefusal(
      400,
      'Give "now" as an instant, for example 2027-01-11T08:00:00Z.',
      cause,
    );
  }
}
