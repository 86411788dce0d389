import { createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";

const TRIES = 50;

/** Whether a server could listen on that port of 127.0.0.1 now. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE" || error.code === "EACCES") resolve(false);
      else reject(error);
    });
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}

/** The first free port from that one on. Throws when none of the next fifty is free. */
export async function nextFree(first: number, except: readonly number[] = []): Promise<number> {
  for (let port = first; port < first + TRIES; port++)
    if (!except.includes(port) && (await isFree(port))) return port;
  throw new Error(
    `No port from ${first} to ${first + TRIES - 1} is free: stop something and try again`,
  );
}

/** Asks until the answer is yes, at most that long. Says whether it was. */
export async function becomesTrue(
  question: () => boolean | Promise<boolean>,
  patienceMs: number,
): Promise<boolean> {
  const end = performance.now() + patienceMs;
  for (;;) {
    if (await question()) return true;
    if (performance.now() > end) return false;
    await wait(100);
  }
}

/** Whether something answers 200 there. Silence and refusal are a no. */
export async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2000) });
    await response.arrayBuffer();
    return response.ok;
  } catch (error) {
    // Not up yet looks like this; the one who asks knows how long to go on asking.
    if (error instanceof Error) return false;
    throw error;
  }
}
