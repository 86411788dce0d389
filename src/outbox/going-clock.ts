import type { Store } from "../store/store.ts";
import type { Clock } from "./clock.ts";

/** The two clocks of a machine, in milliseconds: the one on the wall, which is set, and the one that only counts. */
export type Machine = { readonly wall: () => number; readonly steady: () => number };

/** What a clock is judged by beside the database. */
export type Evidence = {
  readonly machine?: Machine;
  /** What time others say it is, in milliseconds; undefined when they cannot be heard. */
  readonly elsewhere?: () => Promise<number | undefined>;
};

const LOOK_AGAIN_MS = 60_000;
/** While something is wrong, so that it goes on soon when it no longer is. */
const LOOK_SOON_MS = 2_000;
const HEAR_AGAIN_MS = 3_600_000;
/** What a clock may be off by, or be set by while the bot runs: a second's correction is daily life, ten minutes are a mistake. */
const MOST_OFF_MS = 600_000;
/** Nobody stops the bot for longer than this; asked only when nobody else can be heard. */
const MOST_STOPPED_MS = 60 * 86_400_000;

type Moment = { readonly atMs: number; readonly steadyMs: number };

/**
 * The database's time, which goes by itself; how far it is from this machine's is asked once a minute, since leases and
 * due times are compared between replicas. What others say is believed before either, from the start on. When nobody can
 * be heard it must not be before what the database knows of, nor far from the machine's, nor jump against the clock that
 * only counts. While it is wrong nothing may go by it; once it is right again everything goes on (reliability.md F27).
 */
export function createGoingClock(
  { clock }: Pick<Store, "clock">,
  {
    machine: { wall, steady } = { wall: Date.now, steady: () => performance.now() },
    elsewhere,
  }: Evidence,
): Clock {
  let aheadMs = 0;
  let lookedAt = -Infinity;
  let askedAt = -Infinity;
  let heard: Moment | undefined;
  let newestKnownMs: number | undefined;
  let judged = false;
  let trusted: Moment | undefined;

  const seen = (): Moment => ({ atMs: wall() + aheadMs, steadyMs: steady() });
  const shown = () => new Date(seen().atMs).toISOString();

  async function hear(): Promise<void> {
    askedAt = steady();
    const atMs = await elsewhere?.();
    if (atMs !== undefined) heard = { atMs, steadyMs: steady() };
  }

  async function look(): Promise<void> {
    lookedAt = steady();
    aheadMs = await clock.aheadMs();
    const sinceAsked = steady() - askedAt;
    const isUncertain = heard === undefined || trouble() !== undefined;
    if (judged && sinceAsked >= (isUncertain ? LOOK_AGAIN_MS : HEAR_AGAIN_MS)) void hear();
    if (judged) return;
    // The start alone waits to hear others' time: nothing is done before.
    await hear();
    const newest = await clock.newestKnown();
    if (newest !== undefined) newestKnownMs = Date.parse(newest);
    judged = true;
  }

  /** Why the time shown is wrong; undefined when nothing says so. */
  function trouble(): string | undefined {
    const now = seen();
    const why = heard ? offFrom(heard, now) : oddBesides(now);
    if (why === undefined && judged) trusted = now;
    return why && `${why}; nothing is sent until it is right`;
  }

  function oddBesides(now: Moment): string | undefined {
    if (Math.abs(aheadMs) > MOST_OFF_MS)
      return `the database shows ${shown()}, which is ${minutes(aheadMs)} minutes from this machine's time`;
    if (!trusted && newestKnownMs !== undefined) {
      const sinceMs = now.atMs - newestKnownMs;
      if (sinceMs < -MOST_OFF_MS || sinceMs > MOST_STOPPED_MS)
        return `it shows ${shown()}, ${minutes(sinceMs)} minutes after the last thing the database knows of`;
    }
    return trusted && jump(trusted, now);
  }

  async function now() {
    const afterMs = judged && trouble() !== undefined ? LOOK_SOON_MS : LOOK_AGAIN_MS;
    if (steady() - lookedAt >= afterMs) await look();
    trouble();
    return shown();
  }
  return { now, real: shown, trouble };
}

function offFrom(heard: Moment, now: Moment): string | undefined {
  const offMs = now.atMs - passed(heard, now);
  if (Math.abs(offMs) <= MOST_OFF_MS) return undefined;
  return `it is ${minutes(offMs)} minutes from what Microsoft's servers say`;
}

function jump(trusted: Moment, now: Moment): string | undefined {
  const jumpedMs = now.atMs - passed(trusted, now);
  if (Math.abs(jumpedMs) <= MOST_OFF_MS) return undefined;
  return `it has jumped by ${minutes(jumpedMs)} minutes since it was looked at last; if it is right now, start the bot anew`;
}

/** What time it is by a moment and the clock that only counts. */
function passed({ atMs, steadyMs }: Moment, now: Moment): number {
  return atMs + now.steadyMs - steadyMs;
}

function minutes(ms: number): number {
  return Math.round(ms / 60_000);
}
