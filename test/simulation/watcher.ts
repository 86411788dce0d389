import type { Event } from "../../src/domain/dialogue.ts";
import type { Instant } from "../../src/domain/time.ts";
import type { Message } from "../../src/store/store.ts";
import type { Glance } from "./glance.ts";
import type { Watch } from "./life.ts";
import type { Wishes } from "./wishes.ts";
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
  readonly #clock: WorldClock;
  readonly #glance: Glance;
  readonly #wishes: ReadonlyMap<string, Wishes>;
  readonly #note: (what: string) => void;
  readonly #fences = new Map<number, number>();
  readonly #mornings = new Set<string>();
  #lastDone: Instant = "";

  constructor(
    clock: WorldClock,
    glance: Glance,
    wishes: ReadonlyMap<string, Wishes>,
    note: (what: string) => void,
  ) {
    this.#clock = clock;
    this.#glance = glance;
    this.#wishes = wishes;
    this.#note = note;
  }

  readonly claimed = (
    messages: readonly Message[],
    what: "post" | "edit",
    roundBegan: Instant,
  ): void => {
    for (const { id, key, dueAt, fence } of messages) {
      this.#fences.set(id, fence);
      this.#note(`claim ${fence} to ${what} ${key}`);
      if (what === "edit") continue;
      if ((dueAt ?? "") > this.#clock.times.now)
        this.faults.push(`${key} is posted before it is due`);
      const older = this.#glance.overtaken(id, this.#clock.times);
      if (older !== undefined) this.faults.push(`${key} is posted before ${older}, which is older`);
    }
    if (messages.length > 0) this.#afterTime(roundBegan, `a message is taken to ${what}`);
  };

  readonly marked = ({ id, key, fence }: Message, done: boolean): void => {
    if (done && fence < (this.#fences.get(id) ?? fence))
      this.faults.push(`${key} is marked by a claim that is no longer the newest`);
  };

  readonly madeMorning = (person: string, morning: string, roundBegan: Instant): void => {
    const key = `morning:${person}:${morning}`;
    this.#note(`made ${key}`);
    if (this.#mornings.has(key)) this.faults.push(`${key} is made twice`);
    this.#mornings.add(key);
    const { now } = this.#clock.times;
    const wall = WALL.formatToParts(new Date(now));
    const part = (type: string) => wall.find((one) => one.type === type)?.value ?? "";
    const time = `${part("hour")}:${part("minute")}`;
    if (time < "08:30" || time >= "17:00" || ["lör", "sön"].includes(part("weekday")))
      this.faults.push(`${key} is made on ${part("weekday")} at ${time}`);
    for (const left of this.#glance.untold(person, now))
      this.faults.push(`${key} is made without ${left}`);
    this.#afterTime(roundBegan, `${key} is made`);
  };

  /** What time does comes before the messages of the same instant (decisions.md §9.1). */
  #afterTime(roundBegan: Instant, what: string): void {
    for (const { due } of this.#wishes.values())
      if (due[0] && due[0].at <= roundBegan)
        this.faults.push(`${what} before what time does at ${due[0].at}`);
  }

  readonly changed = (dialogueId: string, events: readonly Event[], at: Instant): void => {
    for (const event of events) {
      if (event.type !== "AbsenceBegan" && event.type !== "AbsenceEnded") continue;
      const told = `${dialogueId} ${event.type} of ${event.person}`;
      this.#note(`by time: ${told}`);
      const due = this.#wishes.get(dialogueId)?.done(event.type, event.person);
      if (!due) {
        this.faults.push(`${told} happens once too often`);
        continue;
      }
      if (at < due.at) this.faults.push(`${told} happens before ${due.at}`);
      if (due.at < this.#lastDone)
        this.faults.push(`${told} of ${due.at} happens after what was due at ${this.#lastDone}`);
      this.#lastDone = due.at;
    }
  };
}
