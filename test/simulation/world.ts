import { createCalendar } from "../../src/domain/calendar.ts";
import type { Wanted } from "../../src/domain/messages.ts";
import type { Reminder } from "../../src/domain/reminders.ts";
import { dispatch } from "../../src/outbox/dispatch.ts";
import { createMornings } from "../../src/outbox/mornings.ts";
import { storeOn } from "../../src/store/on-database.ts";
import type { Store } from "../../src/store/store.ts";
import { createVault } from "../../src/store/vault.ts";
import { exampleChange, hello, overview, recorded, step } from "../store/given.ts";
import { FakeTeams } from "./fake-teams.ts";
import { Life } from "./life.ts";
import type { MemoryDatabase } from "./memory-database.ts";
import { randomOf } from "./random.ts";
import { Watcher } from "./watcher.ts";
import { WorldClock } from "./world-clock.ts";

/** Around both changes of the clock, Easter and a summer's week. */
const STARTS = [
  "2027-03-25T07:00:00.000Z",
  "2027-06-15T06:40:00.000Z",
  "2026-10-23T13:50:00.000Z",
  "2027-01-11T07:20:00.000Z",
] as const;
const HOUR = 3_600_000;
/** Nobody is without a working day for longer. */
const MOST_DAYS = 10;
const CALENDAR = createCalendar();
const STEPS: readonly Wanted[] = [1, 2, 3, 4, 5, 6, 7, 8].map((number) => ({
  ...step(),
  key: `step.${number}`,
}));
/** More than Teams takes from one app in a second. */
const CROWD: readonly Wanted[] = Array.from({ length: 60 }, (_, number) => hello(`p-${number}`));
type Replica = { life: Life; busy: boolean };
const QUIET = { error: () => {}, warn: () => {}, info: () => {}, debug: () => {} };

/** Nobody is asked in these runs. */
const VAULT = createVault(new Uint8Array(32));

export class World {
  readonly history: string[] = [];
  readonly random;
  readonly clock;
  readonly teams;
  readonly watcher;
  readonly store: Store;
  readonly #memory: MemoryDatabase;
  readonly #replicas: Replica[] = [];
  #lives = 0;
  settling = false;
  version = 0;
  wanted: readonly Wanted[] = [];
  reminders: readonly Reminder[] = [];

  constructor(seed: number, memory: MemoryDatabase) {
    this.#memory = memory;
    this.random = randomOf(seed);
    this.clock = new WorldClock(this.random.one(...STARTS));
    this.teams = new FakeTeams(this.clock, this.random, this.note);
    this.store = this.#openStore("watcher", "watcher");
    this.watcher = new Watcher(this.clock, this.store);
  }

  readonly note = (what: string): void => {
    this.history.push(`${this.clock.times.real} ${what}`);
  };

  #openStore(instance: string, session: string): Store {
    const { database } = this.#memory;
    return storeOn(database, VAULT, { instance, session });
  }

  async open(): Promise<void> {
    for (let number = this.random.whole(1, 3); number > 0; number--)
      this.#replicas.push({ life: this.#newLife(), busy: false });
    await this.save();
  }

  #newLife(): Life {
    this.#lives += 1;
    return new Life(`life ${this.#lives}`, this.random, () => !this.settling);
  }

  /** The dialogue goes on and wants other things. */
  async save(): Promise<void> {
    const { random } = this;
    const steps = random.chance(0.3) ? STEPS : STEPS.slice(0, 2);
    const crowd = random.chance(0.01) ? CROWD : [];
    const all = [...steps, hello("p-a"), hello("p-b"), ...crowd];
    const late = { ...hello("p-c"), dueAt: this.#dueIn(random.whole(0, 90) * 60_000) };
    this.wanted = [overview, ...[...all, late].filter(() => random.chance(0.8))];
    if (random.chance(0.6)) this.#remind();
    const events = [...(this.version === 0 ? exampleChange("d1").events : [recorded("x")])];
    const { now } = this.clock.times;
    const { version, wanted: messages, reminders } = this;
    await this.store.dialogues.save(
      exampleChange("d1", { version, events, messages, reminders, at: now }),
    );
    this.version += events.length;
    this.note(`save ${this.version}: ${messages.map(({ key }) => key).join(" ")}`);
  }

  #remind(): void {
    const { random } = this;
    const added = ["p-a", "p-b"].map((person): Reminder => {
      const about = { type: "task", taskId: `t${random.whole(1, 3)}`, rung: "R1" } as const;
      const dueAt = this.#dueIn(random.whole(0, 30) * HOUR);
      return { key: `${about.taskId}:${dueAt}:${person}`, about, person, dueAt };
    });
    this.reminders = [...this.reminders.filter(() => random.chance(0.8)), ...added];
  }

  #dueIn(ms: number): string {
    return new Date(Date.parse(this.clock.times.now) + ms).toISOString();
  }

  async act(): Promise<void> {
    const { random, clock } = this;
    const what = random.next();
    if (what < 0.2) await this.save();
    else if (what < 0.3) clock.jump(random.one(60_000, 600_000, HOUR, 9 * HOUR, 20 * HOUR));
    else if (what < 0.36) this.#kill(random.whole(0, this.#replicas.length - 1));
    else await this.tick(random.whole(0, this.#replicas.length - 1));
    await this.pass(random.one(0, 50, 500, 2_000, 2_000, 31_000, 700_000));
  }

  #kill(index: number): void {
    const replica = this.#replicas[index];
    if (!replica) return;
    replica.life.over = true;
    this.note(`replica ${index} is killed`);
  }

  /** Begins a round of that replica, started anew when it was killed; it goes on while time passes. */
  async tick(index: number): Promise<void> {
    const replica = this.#replicas[index];
    if (!replica) return;
    if (replica.life.over) {
      replica.life = this.#newLife();
      replica.busy = false;
      const own = this.#openStore(`place ${index}`, replica.life.owner);
      await own.outbox.releaseOthers("outbox", this.clock.times.now);
      this.note(`replica ${index} starts again`);
    }
    if (replica.busy) return;
    replica.busy = true;
    const { life } = replica;
    void this.#round(index, life)
      .catch((error: unknown) => {
        if (!life.over) this.watcher.faults.push(`a round failed: ${String(error)}`);
      })
      .finally(() => {
        if (replica.life === life) replica.busy = false;
      });
    await this.#memory.quiet();
  }

  async #round(index: number, life: Life): Promise<void> {
    const own = this.#openStore(`place ${index}`, life.owner);
    const store = life.store(own, this.watcher);
    const times = async () => this.clock.times;
    const now = async () => this.clock.times.now;
    const plan = async (dialogueId: string, at: string) =>
      own.reminders.plan(dialogueId, this.reminders, at);
    const reminders = life.reminders(own.reminders, this.watcher);
    await createMornings({ reminders, plan, now, calendar: CALENDAR }).run(() => false);
    const round = () =>
      dispatch({
        store,
        times,
        owner: "outbox",
        log: QUIET,
        deliver: this.teams.deliver,
        step: life.step,
        draw: async ({ key }) => ({
          card: { version: `${this.version}` } as never,
          summary: JSON.stringify({ posting: key, state: `${this.version}` }),
        }),
      });
    while ((await round()).more);
  }

  async pass(ms: number): Promise<void> {
    const until = this.clock.realMs + ms;
    do await this.#memory.quiet();
    while (this.clock.step(until));
  }

  /** Nothing more goes wrong, and time passes until nothing is left to do. */
  async settle(): Promise<void> {
    this.settling = true;
    this.teams.calm = true;
    await this.pass(800_000);
    await this.#exhaust(this.#replicas.length);
    this.clock.jump(2 * HOUR);
    await this.#exhaust(1);
    for (let day = 0; day < MOST_DAYS && (await this.#reminds()); day++) {
      this.clock.jump(this.#untilTomorrowAtTen());
      await this.#exhaust(1);
    }
    if (await this.#reminds()) this.watcher.faults.push("a reminder is never told");
  }

  async #reminds(): Promise<boolean> {
    return (await this.store.reminders.next("")) !== undefined;
  }

  #untilTomorrowAtTen(): number {
    const now = Temporal.Instant.from(this.clock.times.now).toZonedDateTimeISO("Europe/Stockholm");
    const ten = now.toPlainDate().add({ days: 1 }).toZonedDateTime({
      timeZone: "Europe/Stockholm",
      plainTime: "10:00",
    });
    return ten.epochMilliseconds - now.epochMilliseconds;
  }

  /** Rounds until one finds nothing to do, and at least so many. */
  async #exhaust(least: number): Promise<void> {
    for (let round = 1; round <= 40; round++) {
      const before = this.watcher.claims;
      await this.tick(round % this.#replicas.length);
      await this.pass(3_000);
      if (round >= least && this.watcher.claims === before) return;
    }
  }
}
