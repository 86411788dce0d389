import type { Log } from "../log.ts";
import type { Store } from "../store/store.ts";
import type { Clock } from "./clock.ts";
import type { Dispatched } from "./dispatch.ts";
import type { Mornings } from "./mornings.ts";
import type { TickerOptions } from "./ticker.ts";
import type { Timers } from "./timers.ts";
import type { Way } from "./way.ts";

export type RoundOptions = {
  readonly store: Pick<Store, "held" | "outbox">;
  readonly clock: Clock;
  readonly timers: Pick<Timers, "run">;
  readonly mornings: Pick<Mornings, "run">;
  readonly dispatch: TickerOptions["dispatch"];
  readonly way: Way;
  /** Names this process; what an earlier life of its place was sending is let go before the first round. */
  readonly owner: string;
  readonly log: Log;
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
  const { store, clock, timers, mornings, dispatch, way, owner, log } = options;
  /** Undefined until it has been asked; once nothing is held nothing will be. */
  let held: string | false | undefined;
  let released = false;
  let told = "";

  async function mayRun(): Promise<boolean> {
    if (held !== false) held = (await store.held()) ?? false;
    const now = await clock.now();
    if (clock.trouble?.() !== undefined) return false;
    // By a wrong clock what may be sent once more would be put off for years.
    if (!released) await store.outbox.releaseOthers(owner, now);
    released = true;
    return held === false;
  }

  function troubles(): readonly string[] {
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
  }

  /** What stands still is told once, and again when it goes on. */
  function tell(): void {
    const whats = troubles().map((trouble) => trouble.split(":")[0]);
    const kind = whats.join(" ");
    if (kind === told) return;
    told = kind;
    if (kind === "") log.info("outbox.goes-on");
    else log.error("outbox.stands-still", { kind, reason: troubles().join(" · ") });
  }

  return {
    run: async (round) => {
      const may = await mayRun();
      tell();
      if (!may) return NOTHING;
      await timers.run(round.stopping);
      await mornings.run(round.stopping);
      const dispatched = await dispatch(round);
      tell();
      return dispatched;
    },
    troubles,
  };
}
