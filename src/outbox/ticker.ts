import type { Log } from "../log.ts";
import type { Dispatched } from "./dispatch.ts";

export type Ticker = {
  /** Something has been saved: look at once. */
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
  /** How often to look when nothing wakes it: for edits that had to wait, retries and leases that ran out. */
  readonly everyMs?: number;
};

/** Runs the outbox: one round at a time, at once when woken, otherwise every half second. A failed round is logged and the next one goes on. */
export function startTicker({ dispatch, log, everyMs = 500 }: TickerOptions): Ticker {
  let stopped = false;
  let woken = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> = Promise.resolve();
  let busy = false;
  const stopping = () => stopped;

  async function rounds(): Promise<void> {
    busy = true;
    do {
      woken = false;
      const { more } = await dispatch({ stopping });
      woken ||= more;
    } while (woken && !stopped);
  }

  function run(): void {
    if (stopped || busy) return;
    clearTimeout(timer);
    running = rounds()
      .catch((error: unknown) => log.error("outbox.round", { error }))
      .finally(() => {
        busy = false;
        if (!stopped) timer = setTimeout(run, everyMs);
      });
  }

  async function settle(): Promise<{ sent: number; failed: number }> {
    const total = { sent: 0, failed: 0 };
    for (;;) {
      await running;
      const { sent, failed } = await dispatch({ stopping, editGapMs: 0 });
      total.sent += sent;
      total.failed += failed;
      // What failed waits for its own time; going round again now would only meet it again.
      if (sent === 0 || stopped) return total;
    }
  }

  run();
  return {
    wake: () => {
      woken = true;
      run();
    },
    settle,
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
