import type { Log } from "../log.ts";
import type { Dispatched } from "./dispatch.ts";
import type { Flight } from "./flight.ts";

export type Ticker = {
  /** Something has been saved: look at once, or as soon as the rest after the last round is over. */
  readonly wake: () => void;
  /** Runs until nothing is due any more and every card shows its last state; what could not be delivered stays where it is. */
  readonly settle: () => Promise<{ readonly sent: number; readonly failed: number }>;
  /** Begins nothing more, lets what is being delivered finish and stops. */
  readonly stop: () => Promise<void>;
};

export type TickerOptions = {
  readonly dispatch: (round: {
    readonly stopping: () => boolean;
    readonly editGapMs?: number;
  }) => Promise<Dispatched>;
  readonly log: Log;
  /** What is under way after a round is waited for where everything is; absent when rounds leave nothing so. */
  readonly flight?: Pick<Flight, "underWay" | "next" | "all">;
  /** How often to look when nothing wakes it: for edits that had to wait, retries and leases that ran out. */
  readonly everyMs?: number;
  /** How long it rests after a round, so that presses made one after the other do not cost a round each. */
  readonly restMs?: number;
};

const SOON_MS = 3_000;

/**
 * Runs the outbox: one round at a time, at once when woken after a rest, otherwise every half second. What is saved while
 * a round is under way or just over shares the next one. A failed round is logged and the next one goes on.
 */
export function startTicker({
  dispatch,
  log,
  flight,
  everyMs = 500,
  restMs = 100,
}: TickerOptions): Ticker {
  let stopped = false;
  let woken = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> = Promise.resolve();
  let state: "waiting" | "busy" | "resting" = "waiting";
  /** How long nothing can leave after the last round; no longer than it waits anyway. */
  let heldForMs = everyMs;
  const stopping = () => stopped;

  async function round(): Promise<void> {
    while (!stopped) {
      woken = false;
      const { more, heldForMs: held } = await dispatch({ stopping });
      heldForMs = Math.min(held ?? everyMs, everyMs);
      if (!more) return;
    }
  }

  function run(): void {
    if (stopped) return;
    clearTimeout(timer);
    state = "busy";
    running = round()
      .catch((error: unknown) => log.error("outbox.round", { error }))
      .finally(() => {
        state = "resting";
        // What Teams' limits hold back for less than a rest is not to lose a part of every second.
        if (!stopped) timer = setTimeout(rested, Math.min(restMs, heldForMs));
      });
  }

  function rested(): void {
    state = "waiting";
    if (woken) run();
    else timer = setTimeout(run, Math.max(0, heldForMs - restMs));
  }

  async function settle(): Promise<{ sent: number; failed: number }> {
    const total = { sent: 0, failed: 0 };
    for (;;) {
      await running;
      const { sent, failed, heldForMs: held } = await dispatch({ stopping, editGapMs: 0 });
      total.sent += sent;
      total.failed += failed;
      // What failed waits for its own time; going round again now would only meet it again. What a round that began
      // meanwhile has taken is out when that one is over.
      const late = flight && flight.underWay() > 0 && sent === 0 ? await flight.next() : [];
      for (const ok of late) total[ok ? "sent" : "failed"] += 1;
      const isOver = sent === 0 && late.length === 0 && !flight?.underWay();
      if (stopped || (isOver && state !== "busy" && !isSoon(held))) return total;
      if (isOver && isSoon(held)) await new Promise((resolve) => setTimeout(resolve, held));
    }
  }

  /** What Teams' limits hold back for a moment belongs to what is due; a longer hold does not. */
  function isSoon(held: number | undefined): held is number {
    return held !== undefined && held <= SOON_MS;
  }

  run();
  return {
    wake: () => {
      woken = true;
      if (state === "waiting") run();
    },
    settle,
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
      await flight?.all();
    },
  };
}
