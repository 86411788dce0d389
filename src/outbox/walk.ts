import type { Instant } from "../domain/time.ts";
import type { Outbox } from "../store/store.ts";
import type { Clock } from "./clock.ts";
import type { Mornings } from "./mornings.ts";
import type { Ticker } from "./ticker.ts";
import type { Timers } from "./timers.ts";

export type Walked = { readonly sent: number; readonly failed: number };
/**
 * Takes the development clock to that instant and waits until what is due is out. It stops at every instant at which
 * something happens on the way; with `jump` it is there at once, as after a stop (decisions.md §9.5). One walk at a time.
 * Refuses with ClockRefusal.
 */
export type Walk = (to: unknown, how: { readonly jump: boolean }) => Promise<Walked>;

export type WalkOptions = {
  readonly clock: Clock;
  readonly timers: Pick<Timers, "next">;
  readonly mornings: Pick<Mornings, "next">;
  readonly outbox: Pick<Outbox, "nextDue" | "isUnderWay">;
  readonly ticker: Pick<Ticker, "settle">;
  /** True while nothing is done by time at all: then there is nothing to stop at on the way. */
  readonly isHeld?: () => boolean;
};

/** Makes the walk of a development clock; undefined for one that goes by itself. */
export function createWalk(options: WalkOptions): Walk | undefined {
  const { target, set } = options.clock;
  return target && set && walkWith({ ...options, target, set });
}

/** How soon is looked again whether another replica is through. */
const OTHERS_MS = 20;

function walkWith({
  clock,
  timers,
  mornings,
  outbox,
  ticker,
  isHeld = () => false,
  target: targetOf,
  set,
}: WalkOptions & Required<Pick<Clock, "target" | "set">>): Walk {
  let walking: Promise<unknown> = Promise.resolve();

  /** The next instant at which something happens. */
  async function nextStop(): Promise<Instant | undefined> {
    const now = await clock.now();
    const timer = await timers.next();
    // One that was held has come free meanwhile.
    if (timer !== undefined && timer <= now) return now;
    const message = await outbox.nextDue(now);
    const morning = await mornings.next();
    return [timer, message, morning].filter((at) => at !== undefined).toSorted()[0];
  }

  async function walk(to: unknown, jump: boolean): Promise<Walked> {
    const target = await targetOf(to);
    const total = { sent: 0, failed: 0 };
    const settled = async () => {
      for (;;) {
        const { sent, failed } = await ticker.settle();
        total.sent += sent;
        total.failed += failed;
        // Another replica has taken a part of it: the clock waits until that is out too, or its lease is over.
        if (!(await outbox.isUnderWay(clock.real()))) return;
        await new Promise((resolve) => setTimeout(resolve, OTHERS_MS));
      }
    };
    while (!jump && (await clock.now()) < target) {
      await settled();
      const stop = isHeld() ? undefined : await nextStop();
      const isQuiet = stop === undefined || stop > target;
      await set(isQuiet ? target : stop);
      // What was due is out, and nothing becomes due by then.
      if (isQuiet) return total;
    }
    await set(target);
    await settled();
    return total;
  }

  return (to, { jump }) => {
    const mine = walking.then(() => walk(to, jump));
    walking = mine.catch(() => undefined);
    return mine;
  };
}
