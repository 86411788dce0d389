import type { Instant } from "../../src/domain/time.ts";

/** Time that passes only when the run lets it: `real` for the machine, `now` for the rules, which may jump ahead of it. */
export class WorldClock {
  readonly #waiting: { readonly at: number; readonly order: number; readonly go: () => void }[] =
    [];
  #order = 0;
  #aheadMs = 0;
  #times = { now: "", real: "", ofMs: NaN };
  realMs: number;

  constructor(start: Instant) {
    this.realMs = Date.parse(start);
  }

  get times(): { readonly now: Instant; readonly real: Instant } {
    if (this.#times.ofMs !== this.realMs)
      this.#times = {
        now: instant(this.realMs + this.#aheadMs),
        real: instant(this.realMs),
        ofMs: this.realMs,
      };
    return this.#times;
  }

  jump(ms: number): void {
    this.#times.ofMs = NaN;
    this.#aheadMs += ms;
  }

  after(ms: number, go: () => void): void {
    this.#order += 1;
    this.#waiting.push({ at: this.realMs + ms, order: this.#order, go });
    this.#waiting.sort((a, b) => a.at - b.at || a.order - b.order);
  }

  sleep(ms: number): Promise<void> {
    return new Promise((resolve) => this.after(ms, resolve));
  }

  /** Goes to the next thing that waits, no later than that; false when nothing does. */
  step(until: number): boolean {
    const [next] = this.#waiting;
    if (!next || next.at > until) {
      this.realMs = Math.max(this.realMs, until);
      return false;
    }
    this.#waiting.shift();
    this.realMs = Math.max(this.realMs, next.at);
    next.go();
    return true;
  }
}

function instant(ms: number): Instant {
  return new Date(ms).toISOString();
}
