import fc from "fast-check";
import type { Wanted } from "../../src/domain/messages.ts";
import type { Message, Store } from "../../src/store/store.ts";
import { ROOT, after, at, exampleChange, hello, overview, recorded, step } from "./given.ts";

const LEASE_MS = 30_000;
const GAP_MS = 2_000;
/** Everything the dialogue may want. */
export const ALL: readonly Wanted[] = [
  overview,
  step("triage"),
  step("planning"),
  hello("p-a"),
  hello("p-b"),
  { ...hello("p-c"), dueAt: after(40_000) },
];

/** What can happen, in any order: changes, and a sender that is sometimes cut off before or after it posted. */
export type Act =
  | { readonly type: "change"; readonly wants: readonly number[] }
  | {
      readonly type: "post";
      readonly ends: "marked" | "lostBefore" | "lostAfter" | "late" | "held";
    }
  | { readonly type: "edit"; readonly ends: "marked" | "lostBefore" | "lostAfter" | "held" }
  | { readonly type: "wait"; readonly ms: number }
  | { readonly type: "restart" };

export const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    type: fc.constant("change" as const),
    wants: fc.subarray(ALL.map((_, index) => index)),
  }),
  fc.record({
    type: fc.constant("post" as const),
    ends: fc.constantFrom("marked", "marked", "lostBefore", "lostAfter", "late", "held"),
  }),
  fc.record({
    type: fc.constant("edit" as const),
    ends: fc.constantFrom("marked", "marked", "lostBefore", "lostAfter", "held"),
  }),
  fc.record({
    type: fc.constant("wait" as const),
    ms: fc.constantFrom(500, 2_000, 31_000, 700_000),
  }),
  fc.record({ type: fc.constant("restart" as const) }),
);

/** What lies in Teams, as a sender that draws from fresh state put it there. */
export class Simulation {
  readonly store: Store;
  readonly delivered = new Map<string, number>();
  readonly shows = new Map<string, number>();
  readonly edits: { readonly activityId: string; readonly at: number }[] = [];
  readonly late: { readonly message: Message; readonly activityId: string }[] = [];
  version = 0;
  wanted: readonly Wanted[] = [];
  #now = 0;
  #life = 0;

  constructor(store: Store) {
    this.store = store;
  }

  get #times() {
    return { now: after(this.#now), real: after(this.#now) };
  }

  async run(step: Act): Promise<void> {
    switch (step.type) {
      case "change":
        return this.change(step.wants.map((index) => ALL[index] as Wanted));
      case "post":
        return this.post(step.ends);
      case "edit":
        await this.edit(step.ends);
        return undefined;
      case "wait":
        this.#now += step.ms;
        return undefined;
      case "restart":
        this.#life += 1;
        return this.store.outbox.releaseOthers(`life ${this.#life}`, this.#times.now);
    }
  }

  async change(wanted: readonly Wanted[]): Promise<void> {
    const { version } = this;
    const events = version === 0 ? exampleChange("d1").events : [recorded("x")];
    const changed = { version, events, messages: wanted, at: this.#times.now };
    await this.store.dialogues.save(exampleChange("d1", changed));
    this.version += 1;
    this.wanted = wanted;
  }

  async post(ends: Extract<Act, { type: "post" }>["ends"]): Promise<void> {
    const { outbox } = this.store;
    const [message] = await outbox.claimPosts(`life ${this.#life}`, this.#times, LEASE_MS, 1);
    if (!message) return;
    if (message.to.type === "channel" && message.to.thread === "reply")
      must(message.thread !== undefined, "a reply knows its thread");
    must((message.dueAt ?? "") <= this.#times.now, "nothing is posted early");
    if (ends === "lostBefore") return;
    if (ends === "held") {
      const wait = { holdUntil: after(this.#now + 5_000), countAttempt: false };
      must(await outbox.retryLater(message, wait, "429"), "one's own claim can be put off");
      return;
    }
    const count = (this.delivered.get(message.key) ?? 0) + 1;
    this.delivered.set(message.key, count);
    const activityId = `${message.key}#${count}`;
    this.shows.set(activityId, this.version);
    if (ends === "marked")
      must(await this.#mark(message, activityId), "one's own claim can be marked sent");
    if (ends === "late") this.late.push({ message, activityId });
  }

  /** Answers that come when their claim is long over. */
  async hearLate(): Promise<void> {
    for (const { message, activityId } of this.late.splice(0))
      await this.#mark(message, activityId);
  }

  #mark(message: Message, activityId: string): Promise<boolean> {
    const place = message.key === "overview" ? { ...ROOT, activityId } : at(activityId);
    return this.store.outbox.markSent(message, place, String(this.version), this.#times);
  }

  async edit(ends: Extract<Act, { type: "edit" }>["ends"]): Promise<boolean> {
    const { outbox } = this.store;
    const owner = `life ${this.#life}`;
    const [message] = await outbox.claimEdits(owner, this.#times, LEASE_MS, GAP_MS, 1);
    if (!message) return false;
    const activityId = message.sent?.activityId ?? "";
    if (ends === "held") {
      const wait = { holdUntil: after(this.#now + 5_000), countAttempt: true };
      must(await outbox.retryLater(message, wait, "429"), "one's own claim can be put off");
    }
    if (ends === "lostAfter" || ends === "marked") {
      this.shows.set(activityId, this.version);
      this.edits.push({ activityId, at: this.#now });
    }
    if (ends === "marked")
      must(
        await outbox.markEdited(message, String(this.version), this.#times),
        "one's own claim can be marked edited",
      );
    return true;
  }

  /** Everything settles: leases run out, repeats come due, every card is drawn. */
  async settle(): Promise<void> {
    for (let round = 0; round < 4; round++) {
      this.#now += 700_000;
      for (let posts = 0; posts < 10; posts++) await this.post("marked");
      await this.hearLate();
      while (await this.edit("marked"));
    }
  }
}

function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(`Not so: ${what}.`);
}
