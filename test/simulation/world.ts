import type { Reminder } from "../../src/domain/reminders.ts";
import type { DrawnCard } from "../../src/outbox/delivery.ts";
import type { Round } from "../../src/outbox/round.ts";
import { storeOn } from "../../src/store/on-database.ts";
import { Conflict, type Message, type Store } from "../../src/store/store.ts";
import { createVault } from "../../src/store/vault.ts";
import { change, recorded, started } from "../store/given.ts";
import { FakeTeams } from "./fake-teams.ts";
import { Life } from "./life.ts";
import type { MemoryDatabase } from "./memory-database.ts";
import { randomOf } from "./random.ts";
import { replicaOf } from "./replica.ts";
import { Watcher } from "./watcher.ts";
import { Wishes } from "./wishes.ts";
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
/** Where the dialogue's channel lies, and how its conversation is called once its first message is there. */
const CHANNEL = { place: "channel:19:channel@thread", conversation: "overview" };
type Replica = { life: Life; round: Round; busy: boolean };

/** Nobody is asked in these runs. */
const VAULT = createVault(new Uint8Array(32));

export class World {
  readonly history: string[] = [];
  readonly random;
  readonly clock;
  readonly teams;
  readonly watcher;
  readonly store: Store;
  readonly wishes: ReadonlyMap<string, Wishes>;
  /** How often each message was asked for once more. */
  readonly askedAgain = new Map<string, number>();
  readonly #memory: MemoryDatabase;
  readonly #replicas: Replica[] = [];
  readonly #isDouble: boolean;
  #lives = 0;
  #isCrowded = false;
  settling = false;

  constructor(seed: number, memory: MemoryDatabase) {
    this.#memory = memory;
    this.random = randomOf(seed);
    this.clock = new WorldClock(this.random.one(...STARTS));
    this.teams = new FakeTeams(this.clock, this.random, this.note);
    this.store = this.#openStore("watcher", "watcher");
    const isTimed = this.random.chance(0.3);
    this.#isDouble = this.random.chance(0.35);
    this.wishes = new Map(["d1", "d2"].map((id) => [id, new Wishes(id, this.random, isTimed)]));
    this.watcher = new Watcher(this.clock, memory.glance, this.wishes, this.note);
  }

  readonly note = (what: string): void => {
    this.history.push(`${this.clock.times.real} ${what}`);
  };

  version(dialogueId: string): number {
    return this.#memory.glance.version(dialogueId);
  }

  #openStore(instance: string, session: string, life?: Life): Store {
    const { database } = this.#memory;
    const step = life?.step;
    return storeOn(database, VAULT, { instance, session, ...(step ? { step } : {}) });
  }

  async open(): Promise<void> {
    if (this.random.chance(0.02)) this.#crowd();
    for (let number = this.random.whole(1, 3); number > 0; number--)
      this.#replicas.push({ ...this.#begin(`place ${this.#replicas.length}`), busy: false });
    await this.save("d1");
    if (this.#isDouble) await this.save("d2");
  }

  /** So much has come to the channel within the hour that hardly anything more may. */
  #crowd(): void {
    this.#isCrowded = true;
    const many = 1_795 + this.random.whole(0, 5);
    const first = this.clock.realMs - 1_000_000;
    const instants = Array.from({ length: many }, (_, index) =>
      new Date(first + index * 550).toISOString(),
    );
    this.#memory.haveLeft(CHANNEL.place, instants);
    this.teams.cameBefore(CHANNEL.conversation, instants);
    this.note(`${many} have come to the channel within the hour`);
  }

  #begin(place: string): { readonly life: Life; readonly round: Round } {
    this.#lives += 1;
    const life = new Life(`life ${this.#lives}`, this.random, () => !this.settling);
    const own = this.#openStore(place, life.owner, life);
    const store = life.store(own, this.watcher, (dialogueId) => this.#wants(dialogueId));
    const round = replicaOf({
      life,
      // Nobody is added to it in these runs, and each of its own would ask for everybody.
      store: { ...store, addressBook: this.store.addressBook },
      clock: this.clock,
      teams: this.teams,
      draw: (message) => this.#draw(message),
      plan: (dialogueId, at) =>
        store.reminders.plan(dialogueId, this.#wants(dialogueId).reminders, at),
      fault: (what) => this.watcher.faults.push(what),
    });
    return { life, round };
  }

  #wants(dialogueId: string) {
    const { messages = [], reminders = [] } = this.wishes.get(dialogueId) ?? {};
    return { messages, reminders };
  }

  async #draw(message: Message): Promise<DrawnCard> {
    const { key, dialogueId } = message;
    const state = await this.state(message);
    this.note(`draw ${dialogueId ?? ""} ${key}: ${state}`);
    return {
      card: { version: state } as never,
      summary: JSON.stringify({ posting: key, state }),
    };
  }

  /** What its card is to show, as things are. */
  async state({ id, dialogueId, withdrawn }: Message): Promise<string> {
    if (dialogueId !== null) return `${this.version(dialogueId)}${withdrawn ? " withdrawn" : ""}`;
    const told = await this.store.reminders.in(id);
    return told.map((one) => `${one.key} ${this.#stateOf(one)}`).join(", ");
  }

  /** A morning is drawn anew with its dialogue, as long as it asks for what is wanted. */
  #stateOf({ dialogueId, about }: Reminder & { readonly dialogueId: string }): string {
    const { reminders } = this.#wants(dialogueId);
    const isWanted = reminders.some((one) => taskOf(one.about) === taskOf(about));
    return isWanted ? `${this.version(dialogueId)}` : "over";
  }

  /** The dialogue goes on and wants other things. */
  async save(dialogueId: string): Promise<void> {
    const wishes = this.wishes.get(dialogueId);
    const { now } = this.clock.times;
    const happened = wishes?.change(now) ?? [];
    for (;;) {
      const version = this.version(dialogueId);
      const events = [version === 0 ? started(dialogueId) : recorded("x"), ...happened];
      const timerAt = wishes?.due[0]?.at;
      const more = { ...this.#wants(dialogueId), version, events, at: now };
      try {
        await this.store.dialogues.save(
          change(dialogueId, { ...more, ...(timerAt === undefined ? {} : { timerAt }) }),
        );
        return this.note(`save ${dialogueId} ${version + events.length}: ${told(more)}`);
      } catch (error) {
        if (!(error instanceof Conflict)) throw error;
      }
    }
  }

  async act(): Promise<void> {
    const { random, clock } = this;
    const what = random.next();
    if (what < 0.2) await this.save(this.#isDouble && random.chance(0.4) ? "d2" : "d1");
    else if (what < 0.3) clock.jump(random.one(60_000, 600_000, HOUR, 9 * HOUR, 20 * HOUR));
    else if (what < 0.36) this.#kill(random.whole(0, this.#replicas.length - 1));
    else if (what < 0.39) await this.#askAgain();
    else await this.tick(random.whole(0, this.#replicas.length - 1));
    await this.pass(random.one(0, 50, 500, 2_000, 2_000, 31_000, 700_000));
  }

  #kill(index: number): void {
    const replica = this.#replicas[index];
    if (!replica) return;
    replica.life.over = true;
    this.note(`replica ${index} is killed`);
  }

  /** Somebody writes after having blocked the bot, asks for the Översikt, or presses "Skicka igen". */
  async #askAgain(): Promise<void> {
    const { outbox } = this.store;
    const { now } = this.clock.times;
    const what = this.random.whole(0, 2);
    if (what === 0) {
      const to = this.random.one({ person: "p-a" }, { person: "p-b" }, { teamId: "team-1" });
      this.note(`again: what was missed by ${JSON.stringify(to)}`);
      return outbox.offerMissed(to, ["403"], now);
    }
    const lost = what === 1 ? (await outbox.undelivered("d1"))[0] : undefined;
    const all = await outbox.peek();
    const found = all.find(({ id, key }) => (what === 1 ? id === lost?.id : key === "overview"));
    if (!found || found.status === "pending" || found.status === "sending") return;
    this.askedAgain.set(found.key, (this.askedAgain.get(found.key) ?? 0) + 1);
    this.note(`again: ${found.key}`);
    if (what === 1) await outbox.sendAgain("d1", found.id, now);
    else await outbox.repost("d1", "overview", now);
  }

  /** Begins a round of that replica, started anew when it was killed; it goes on while time passes. */
  async tick(index: number): Promise<void> {
    const replica = this.#replicas[index];
    if (!replica) return;
    if (replica.life.over) this.#restart(replica, index);
    if (replica.busy) return;
    replica.busy = true;
    const { life, round } = replica;
    void this.#round(life, round)
      .catch((error: unknown) => {
        if (!life.over) this.watcher.faults.push(`a round failed: ${String(error)}`);
      })
      .finally(() => {
        if (replica.life === life) replica.busy = false;
      });
    await this.#memory.quiet();
  }

  #restart(replica: Replica, index: number): void {
    Object.assign(replica, this.#begin(`place ${index}`), { busy: false });
    this.note(`replica ${index} starts again`);
  }

  async #round(life: Life, { run }: Round): Promise<void> {
    const stopping = () => life.over;
    do life.began = this.clock.times.now;
    while ((await run({ stopping })).more);
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
    if (this.#isCrowded) await this.#waitForTheHour();
    let days = 0;
    do {
      this.clock.jump(this.#untilTomorrowAtTen());
      await this.#exhaust(days === 0 ? this.#replicas.length : 1);
      days += 1;
    } while (days < MOST_DAYS && (await this.#awaits()));
    if (await this.#awaits()) this.watcher.faults.push("something is never told or never done");
  }

  /** What one place is too full for keeps nobody else waiting. */
  async #waitForTheHour(): Promise<void> {
    await this.#exhaust(this.#replicas.length);
    for (const { key, wish } of this.#memory.glance.waiting(this.clock.times.now))
      if (!wish.includes('"channel"'))
        this.watcher.faults.push(`${key} waits because another place is full`);
    await this.pass(HOUR + 60_000);
    await this.#exhaust(1);
  }

  async #awaits(): Promise<boolean> {
    if (this.#memory.glance.isBusy("9")) return true;
    if ([...this.wishes.values()].some(({ due }) => due.length > 0)) return true;
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

  /** Rounds until nothing is left to do, and at least so many. */
  async #exhaust(least: number): Promise<void> {
    for (let round = 1; round <= 40; round++) {
      await this.tick(round % this.#replicas.length);
      await this.pass(3_000);
      if (round >= least && !this.#memory.glance.isBusy(this.clock.times.now)) return;
    }
  }
}

function taskOf(about: Reminder["about"]): string {
  return about.type === "task" ? about.taskId : "";
}

function told({ messages }: { readonly messages: readonly { readonly key: string }[] }): string {
  return messages.map(({ key }) => key).join(" ");
}
