import type { EmulatorClient } from "../support/emulator.ts";

/** Every message to a person. */
export const TO_PEOPLE = { method: "POST", pathIncludes: "/conversations/a:" } as const;
/** How long a message that was refused waits until it is tried again. */
const REFUSED_SECONDS = 2;
/** What is to happen between a look into the database and what comes of it. */
const MARGIN_MS = 1_000;

/** The mornings' messages that are not out. */
export const WAITING = `select status, hold_until from message
  where key like 'morning:%' and status in ('pending', 'sending')`;
export type Waiting = { readonly status: string; readonly hold_until: string };

/** From now on Teams asks for a while's patience whenever a message to a person comes; the clock does not go on meanwhile. */
export async function refuseForAWhile(emulator: EmulatorClient): Promise<void> {
  const answer = { status: 429, retryAfter: REFUSED_SECONDS };
  await emulator.fault({ match: TO_PEOPLE, times: 1_000, answer });
}

/** Every message that is due has been refused, and none is tried again for a while. */
export function heldMornings(waiting: readonly Waiting[]): boolean {
  const least = new Date(Date.now() + MARGIN_MS).toISOString();
  return (
    waiting.length > 0 && waiting.every((row) => row.status === "pending" && row.hold_until > least)
  );
}
