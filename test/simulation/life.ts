import type { Reminders } from "../../src/store/reminders-kept.ts";
import type { Change, Dialogues, Message, Outbox, Store } from "../../src/store/store.ts";
import type { Event } from "../../src/domain/dialogue.ts";
import type { Instant } from "../../src/domain/time.ts";
import type { Random } from "./random.ts";

/** Thrown at a step, where the process is killed. */
export class Killed extends Error {
  override readonly name = "Killed";
}

/** One life of a process: once it is over nothing it began goes on, though what it did stays done. */
export class Life {
  over = false;
  /** When its latest round began, by the rules' clock. */
  began: Instant = "";
  readonly owner: string;
  readonly #random: Random;
  readonly #deadly: () => boolean;

  constructor(owner: string, random: Random, deadly: () => boolean) {
    this.owner = owner;
    this.#random = random;
    this.#deadly = deadly;
  }

  /** May end here; what is over goes no further. */
  readonly step = (): void => {
    if (!this.over && this.#deadly() && this.#random.chance(0.02)) this.over = true;
    if (this.over) throw new Killed("killed");
  };

  async #within<T>(work: () => Promise<T>, see: (value: T) => void): Promise<T> {
    this.step();
    const value = await work();
    see(value);
    this.step();
    return value;
  }

  /** The store as this life uses it, told of to those who watch. What its changes want comes from the run. */
  store(store: Store, watch: Watch, wanted: Wanting): Store {
    return {
      ...store,
      dialogues: this.#dialogues(store.dialogues, watch, wanted),
      outbox: this.#outbox(store.outbox, watch),
      reminders: this.#reminders(store.reminders, watch),
    };
  }

  #dialogues(dialogues: Dialogues, watch: Watch, wanted: Wanting): Dialogues {
    return {
      ...dialogues,
      save: (change) =>
        this.#within(
          () => dialogues.save({ ...change, ...wanted(change.dialogueId) }),
          (events) => watch.changed(change.dialogueId, events, change.at),
        ),
    };
  }

  #outbox(outbox: Outbox, watch: Watch): Outbox {
    const mark = (message: Message, work: () => Promise<boolean>) =>
      this.#within(work, (done) => watch.marked(message, done));
    return {
      ...outbox,
      claimPosts: (...given) =>
        this.#within(
          () => outbox.claimPosts(...given),
          (claimed) => watch.claimed(claimed, "post", this.began),
        ),
      claimEdits: (...given) =>
        this.#within(
          () => outbox.claimEdits(...given),
          (claimed) => watch.claimed(claimed, "edit", this.began),
        ),
      markSent: (message, ...rest) => mark(message, () => outbox.markSent(message, ...rest)),
      markEdited: (message, ...rest) => mark(message, () => outbox.markEdited(message, ...rest)),
      markEnded: (message, ...rest) => mark(message, () => outbox.markEnded(message, ...rest)),
      retryLater: (message, ...rest) => mark(message, () => outbox.retryLater(message, ...rest)),
      markUnanswered: (message, ...rest) =>
        mark(message, () => outbox.markUnanswered(message, ...rest)),
    };
  }

  #reminders(reminders: Reminders, watch: Watch): Reminders {
    return {
      ...reminders,
      plan: (...given) =>
        this.#within(
          () => reminders.plan(...given),
          () => {},
        ),
      makeMorning: (person, when) =>
        this.#within(
          () => reminders.makeMorning(person, when),
          (made) => made && watch.madeMorning(person, when.morning, this.began),
        ),
    };
  }
}

export type Wanting = (dialogueId: string) => Pick<Change, "messages" | "reminders">;

export type Watch = {
  readonly claimed: (
    messages: readonly Message[],
    what: "post" | "edit",
    roundBegan: Instant,
  ) => void;
  readonly marked: (message: Message, done: boolean) => void;
  readonly madeMorning: (person: string, morning: string, roundBegan: Instant) => void;
  readonly changed: (dialogueId: string, events: readonly Event[], at: Instant) => void;
};
