import type { Instant } from "../domain/time.ts";

/** Whether anything may leave at all. While the bot's own token is refused, trying each message would only ask for more of them. */
export type Way = {
  /** The code the token was refused with; undefined while the way is open. */
  readonly trouble: () => string | undefined;
  /** How long nothing may leave. */
  readonly heldForMs: (real: Instant) => number;
  readonly refused: (code: string, real: Instant) => void;
  readonly open: () => void;
};

/** Until a token is asked for again. */
const WAIT_MS = 60_000;

/** Keeps in mind that the token was refused, until something has been taken again (reliability.md §4.2, F43, F44). */
export function createWay(): Way {
  let closed: { readonly code: string; readonly untilMs: number } | undefined;
  return {
    trouble: () => closed?.code,
    heldForMs: (real) => Math.max(0, (closed?.untilMs ?? 0) - Date.parse(real)),
    refused: (code, real) => {
      closed = { code, untilMs: Date.parse(real) + WAIT_MS };
    },
    open: () => {
      closed = undefined;
    },
  };
}
