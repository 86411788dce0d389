import type { Message, Store } from "../../src/store/store.ts";
import type { Watch } from "./life.ts";
import type { WorldClock } from "./world-clock.ts";

const WALL = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/Stockholm",
  weekday: "short",
  hour: "2-digit",
  minute: "2-digit",
});

/** Looks on at what the store lets the replicas do, and says at once what is not as promised. */
export class Watcher implements Watch {
  readonly faults: string[] = [];
  /** How many messages have been taken so far, to be posted or edited. */
  claims = 0;
  readonly #clock: WorldClock;
  readonly #store: Store;
  readonly #fences = new Map<number, number>();
  readonly #told = new Set<string>();
  readonly #mornings = new Set<string>();

  constructor(clock: WorldClock, store: Store) {
    this.#clock = clock;
    this.#store = store;
  }

  readonly claimed = (messages: readonly Message[], what: "post" | "edit"): void => {
    for (const message of messages) {
      this.#fences.set(message.id, message.fence);
      if (what === "post" && (message.dueAt ?? "") > this.#clock.times.now)
        this.faults.push(`${message.key} is posted before it is due`);
      this.claims += 1;
    }
  };

  readonly marked = ({ id, key, fence }: Message, done: boolean): void => {
    if (done && fence < (this.#fences.get(id) ?? fence))
      this.faults.push(`${key} is marked by a claim that is no longer the newest`);
  };

  readonly madeMorning = async (person: string, morning: string): Promise<void> => {
    const key = `morning:${person}:${morning}`;
    if (this.#mornings.has(key)) this.faults.push(`${key} is made twice`);
    this.#mornings.add(key);
    const wall = WALL.formatToParts(new Date(this.#clock.times.now));
    const part = (type: string) => wall.find((one) => one.type === type)?.value ?? "";
    const time = `${part("hour")}:${part("minute")}`;
    if (time < "08:30" || time >= "17:00" || ["lör", "sön"].includes(part("weekday")))
      this.faults.push(`${key} is made on ${part("weekday")} at ${time}`);
    const messages = await this.#store.outbox.peek();
    const made = messages.find((message) => message.key === key);
    for (const reminder of made ? await this.#store.reminders.in(made.id) : []) {
      const one = `${reminder.dialogueId} ${reminder.key}`;
      if (this.#told.has(one)) this.faults.push(`the reminder ${one} is told twice`);
      this.#told.add(one);
      if (reminder.dueAt > this.#clock.times.now)
        this.faults.push(`the reminder ${one} is told before it is due`);
    }
  };
}
