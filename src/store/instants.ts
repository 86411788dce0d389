import type { Instant } from "../domain/time.ts";

/** The moment that many milliseconds later, earlier when negative. */
export function later(instant: Instant, milliseconds: number): Instant {
  return new Date(Date.parse(instant) + milliseconds).toISOString();
}
