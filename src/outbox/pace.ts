import type { Outbox } from "../store/store.ts";
import type { Clock } from "./clock.ts";
import { DeliveryError } from "./delivery.ts";

type Where = Parameters<Outbox["leave"]>[0];
/** Makes a request past the outbox when Teams has room for it; throws DeliveryError `throttled` when that takes too long for whoever waits. */
export type Pace = <T>(where: Where, request: () => Promise<T>) => Promise<T>;

/** Teams waits 15 seconds for us, and the request takes its time too. */
const PATIENCE_MS = 9_000;
/** As long as a request may take. */
const LEASE_MS = 30_000;

/**
 * Keeps what is not in the outbox within Teams' limits too, together with what is and with other replicas. Requests to
 * one place leave in the order they were made.
 */
export function createPace(outbox: Pick<Outbox, "leave" | "came">, { real }: Clock): Pace {
  const queues = new Map<string, Promise<unknown>>();

  async function leave(where: Where, untilMs: number): Promise<string> {
    for (;;) {
      const given = await outbox.leave(where, real(), LEASE_MS);
      if ("claim" in given) return given.claim;
      if (Date.parse(given.notBefore) > untilMs) throw new DeliveryError("throttled", "NoRoom");
      await passes(Math.max(1, Date.parse(given.notBefore) - Date.parse(real())));
    }
  }

  /** After those that wait for the same place; what went wrong with them is theirs. */
  function inTurn(where: Where, untilMs: number): Promise<string> {
    const key = JSON.stringify(where);
    const before = queues.get(key) ?? Promise.resolve();
    const mine = before.then(() => leave(where, untilMs));
    const settled = mine.catch(() => undefined);
    queues.set(key, settled);
    void settled.then(() => queues.get(key) === settled && queues.delete(key));
    return mine;
  }

  return async (where, request) => {
    const untilMs = Date.parse(real()) + PATIENCE_MS;
    for (;;) {
      const claim = await inTurn(where, untilMs);
      try {
        return await request();
      } catch (error) {
        // The limits are estimates: Teams may have less room than they say.
        const waitMs = error instanceof DeliveryError ? error.retryAfterMs : undefined;
        if (waitMs === undefined || Date.parse(real()) + waitMs > untilMs) throw error;
        await passes(waitMs);
      } finally {
        await outbox.came(claim, real());
      }
    }
  };
}

function passes(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
