import type { Log } from "../log.ts";

const TIMEOUT_MS = 3_000;

/**
 * The time the server at this address says it is, in milliseconds, by the Date of its answer and how long a cache has kept
 * it; undefined when it does not answer or does not say (reliability.md F27).
 */
export async function timeElsewhere(url: string, log: Log): Promise<number | undefined> {
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const { headers, body } = await fetch(url, { signal, redirect: "error" });
    await body?.cancel();
    const ms = Date.parse(headers.get("date") ?? "") + Number(headers.get("age") ?? 0) * 1_000;
    return Number.isNaN(ms) ? undefined : ms;
  } catch (error) {
    // A clock is judged by other things then.
    log.warn("clock.nobody-heard", { url, error });
    return undefined;
  }
}
