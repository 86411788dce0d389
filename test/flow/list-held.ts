import { expect, vi } from "vitest";
import type { EmulatorClient } from "../support/emulator.ts";

/** Every message to a person. */
export const TO_PEOPLE = { method: "POST", pathIncludes: "/conversations/a:" } as const;
/** How long a message that was refused waits until it is tried again; a clock that moves waits no longer than that. */
const REFUSED_SECONDS = 3;
/** What is to happen between a look into the database and what comes of it. */
const MARGIN_MS = 2_000;

/** The mornings' messages that are not out. */
export const WAITING = `select status, hold_until from message
  where key like 'morning:%' and status in ('pending', 'sending')`;
export type Waiting = { readonly status: string; readonly hold_until: string };

/** From now on Teams asks for a while's patience whenever a message to a person comes; the clock does not go on meanwhile. */
export async function refuseForAWhile(emulator: EmulatorClient): Promise<void> {
  const answer = { status: 429, retryAfter: REFUSED_SECONDS };
  await emulator.fault({ match: TO_PEOPLE, times: 1_000, answer });
}

/** Until every message of that morning is out, however long it is held: the clock stands there. */
export async function untilOut(
  moveThere: () => Promise<void>,
  waiting: () => readonly Waiting[] | Promise<readonly Waiting[]>,
): Promise<void> {
  await vi.waitFor(
    async () => {
      await moveThere();
      expect(await waiting()).toEqual([]);
    },
    { timeout: 60_000, interval: 100 },
  );
}

/** Every message that is due has been refused, and none is tried again for a while. */
export function heldMornings(waiting: readonly Waiting[]): boolean {
  const least = new Date(Date.now() + MARGIN_MS).toISOString();
  return (
    waiting.length > 0 && waiting.every((row) => row.status === "pending" && row.hold_until > least)
  );
}
