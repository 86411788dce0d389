import type { Store } from "../store/store.ts";
import type { Clock } from "./clock.ts";
import type { Dispatched } from "./dispatch.ts";
import type { Mornings } from "./mornings.ts";
import type { TickerOptions } from "./ticker.ts";
import type { Timers } from "./timers.ts";
import type { Way } from "./way.ts";

export type RoundOptions = {
  readonly store: Pick<Store, "held">;
  readonly clock: Clock;
  readonly timers: Pick<Timers, "run">;
  readonly mornings: Pick<Mornings, "run">;
  readonly dispatch: TickerOptions["dispatch"];
  readonly way: Way;
};

export type Round = {
  /** Everything that time and the outbox ask for, once through; nothing at all while something is wrong with the clock or the database was laid out from a backup. */
  readonly run: TickerOptions["dispatch"];
  /** Why nothing is sent, in words for the operator; empty when all is well. */
  readonly troubles: () => readonly string[];
};

const NOTHING: Dispatched = { sent: 0, failed: 0, more: false };

/** Makes the ticker's round. What time changes comes before the messages of the same instant (decisions.md §9.1). */
export function createRound(options: RoundOptions): Round {
  const { store, clock, timers, mornings, dispatch, way } = options;
  /** Undefined until it has been asked; once nothing is held nothing will be. */
  let held: string | false | undefined;

  async function mayRun(): Promise<boolean> {
    if (held !== false) held = (await store.held()) ?? false;
    await clock.now();
    return held === false && clock.trouble?.() === undefined;
  }

  return {
    run: async (round) => {
      if (!(await mayRun())) return NOTHING;
      await timers.run(round.stopping);
      await mornings.run(round.stopping);
      return dispatch(round);
    },
    troubles: () => {
      const token = way.trouble();
      const time = clock.trouble?.();
      return [
        ...(token === undefined
          ? []
          : [
              `token: the bot's own is refused (${token}), so nothing is sent, and nothing is lost; look at CLIENT_SECRET and the registration`,
            ]),
        ...(time === undefined ? [] : [`clock: ${time}`]),
        ...(typeof held === "string"
          ? [
              `restored: the database is a backup that knows nothing after ${held}, so nothing is sent; say with "keep reissue" what to do about what was sent since`,
            ]
          : []),
      ];
    },
  };
}
