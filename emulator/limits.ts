import { Refusal } from "./http.ts";

type Window = { seconds: number; count: number };
export type Operation = "send" | "create" | "members";

const sendWindows: Window[] = [
  { seconds: 1, count: 7 },
  { seconds: 2, count: 8 },
  { seconds: 30, count: 60 },
  { seconds: 3600, count: 1800 },
];
const memberWindows: Window[] = [
  { seconds: 1, count: 14 },
  { seconds: 2, count: 16 },
  { seconds: 30, count: 120 },
  { seconds: 3600, count: 3600 },
];
const appWindows: Window[] = [{ seconds: 1, count: 50 }];

const windowsOf: Record<Operation, Window[]> = {
  send: sendWindows,
  create: sendWindows,
  members: memberWindows,
};

/** Counts calls in real time, per conversation and for the whole app, with Microsoft's published numbers. */
export class Limits {
  #on = true;
  readonly #now: () => number;
  readonly #calls = new Map<string, number[]>();

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  set(on: boolean): void {
    this.#on = on;
    this.#calls.clear();
  }

  get on(): boolean {
    return this.#on;
  }

  /** Counts one call to the app as a whole; above 50 a second it is refused with 429. */
  countApp(): void {
    this.#count("app", appWindows);
  }

  /** Counts one call on a conversation. Edits and deletes count as sends. Refuses with 429 and Retry-After; a refused call is not counted. */
  count(operation: Operation, conversationId: string): void {
    this.#count(`${operation}/${conversationId}`, windowsOf[operation]);
  }

  #count(key: string, windows: Window[]): void {
    if (!this.#on) return;
    const now = this.#now();
    const longestMs = Math.max(...windows.map((window) => window.seconds)) * 1000;
    const calls = (this.#calls.get(key) ?? []).filter((at) => at > now - longestMs);
    this.#calls.set(key, calls);
    for (const window of windows) {
      const first = calls.at(-window.count);
      const startsAt = now - window.seconds * 1000;
      if (first !== undefined && first > startsAt) {
        const waitSeconds = Math.max(1, Math.ceil((first - startsAt) / 1000));
        throw new Refusal(
          429,
          "Throttled",
          `Too many requests: ${window.count} in ${window.seconds} s for ${key}.`,
          { retryAfterSeconds: waitSeconds },
        );
      }
    }
    calls.push(now);
  }
}
