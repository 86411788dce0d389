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
      const waitMs = Math.max(1, Date.parse(given.notBefore) - Date.parse(real()));
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  }

  /** After those that wait for the same place; what went wrong with them is theirs. */
  function inTurn(where: Where): Promise<string> {
    const key = JSON.stringify(where);
    const untilMs = Date.parse(real()) + PATIENCE_MS;
    const before = queues.get(key) ?? Promise.resolve();
    const mine = before.then(() => leave(where, untilMs));
    const settled = mine.catch(() => undefined);
    queues.set(key, settled);
    void settled.then(() => queues.get(key) === settled && queues.delete(key));
    return mine;
  }

  return async (where, request) => {
    const claim = await inTurn(where);
    try {
      return await request();
    } finally {
      await outbox.came(claim, real());
    }
  };
}
