import { type Instant, MalformedTimeError, parseInstant } from "../domain/time.ts";
import type { Store } from "../store/store.ts";

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
  machine: Machine = { wall: Date.now, steady: () => performance.now() },
): Clock {
  if (!development) return goingClock(store, machine);
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

/** The two clocks of a machine, in milliseconds: the one on the wall, which is set, and the one that only counts. */
export type Machine = { readonly wall: () => number; readonly steady: () => number };

const LOOK_AGAIN_MS = 60_000;
/** What a clock may be set by while the bot runs; a second's correction is daily life, ten minutes are a mistake. */
const MOST_JUMP_MS = 600_000;

/**
 * How far the database's time is from this machine's is asked once a minute: leases and due times are compared between
 * replicas. A jump against the clock that only counts is no time to go by, until it is taken back or the bot is started
 * anew (reliability.md F27).
 */
function goingClock({ clock }: Pick<Store, "clock">, { wall, steady }: Machine): Clock {
  let aheadMs = 0;
  let lookedAt = -Infinity;
  let trusted: { readonly shownMs: number; readonly steadyMs: number } | undefined;
  let jumpedMs = 0;

  const shownMs = () => wall() + aheadMs;
  const shown = () => new Date(shownMs()).toISOString();

  function compare(): void {
    const seen = { shownMs: shownMs(), steadyMs: steady() };
    trusted ??= seen;
    jumpedMs = seen.shownMs - trusted.shownMs - (seen.steadyMs - trusted.steadyMs);
    if (Math.abs(jumpedMs) <= MOST_JUMP_MS) trusted = seen;
  }

  async function now(): Promise<Instant> {
    if (steady() - lookedAt >= LOOK_AGAIN_MS) {
      lookedAt = steady();
      aheadMs = await clock.aheadMs();
    }
    compare();
    return shown();
  }

  function trouble(): string | undefined {
    if (Math.abs(jumpedMs) <= MOST_JUMP_MS) return undefined;
    const minutes = Math.round(jumpedMs / 60_000);
    return `it has jumped by ${minutes} minutes to ${shown()}, so nothing is sent; set it right, or start the bot anew if it is right now`;
  }
  return { now, real: shown, trouble };
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
