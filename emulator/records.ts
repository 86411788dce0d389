/** One call the bot made, in order of arrival. Status 0: it got no answer. */
export type Received = {
  seq: number;
  at: string;
  method: string;
  path: string;
  conversationId?: string;
  activityId?: string;
  status: number;
  /** Whether it took effect, which a fault can keep apart from the status. */
  applied: boolean;
  bytes: number;
  body: unknown;
};

/** One activity sent to the bot, with the status of its answer. Status 0: none came. */
export type Sent = {
  seq: number;
  at: string;
  activity: Record<string, unknown>;
  status: number;
  body: unknown;
  millis: number;
};

const mostEntries = 20_000;
const mostBodies = 2_000;

/** Keeps the newest entries of a kind, numbered from 1. Older bodies and then older entries are dropped, so that a long run does not fill the memory. */
export class Records<T extends { seq: number; body: unknown }> {
  #entries: T[] = [];
  #last = 0;

  add(entry: Omit<T, "seq">): T {
    // The only key left out of Omit<T, "seq"> is put back here.
    const kept = { ...entry, seq: ++this.#last } as unknown as T;
    this.#entries.push(kept);
    const old = this.#entries.at(-mostBodies - 1);
    if (old) old.body = undefined;
    if (this.#entries.length > mostEntries * 1.1) this.#entries = this.#entries.slice(-mostEntries);
    return kept;
  }

  since(seq: number): T[] {
    return this.#entries.filter((entry) => entry.seq > seq);
  }
}
