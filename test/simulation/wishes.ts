import type { Event } from "../../src/domain/dialogue.ts";
import type { Wanted } from "../../src/domain/messages.ts";
import type { Reminder } from "../../src/domain/reminders.ts";
import type { Instant } from "../../src/domain/time.ts";
import { hello, overview, step } from "../store/given.ts";
import type { Random } from "./random.ts";

const HOUR = 3_600_000;
const ZONE = "Europe/Stockholm";
const STEPS: readonly Wanted[] = [1, 2, 3, 4, 5, 6, 7, 8].map((number) => ({
  ...step(),
  key: `step.${number}`,
}));
/** More than Teams takes from one app in a second. */
const CROWD: readonly Wanted[] = Array.from({ length: 60 }, (_, number) => hello(`p-${number}`));
const PEOPLE = ["p-a", "p-b"] as const;

/** What time is to do: somebody's absence begins and is over, each at a midnight. */
export type Due = {
  readonly dialogueId: string;
  readonly person: string;
  readonly type: "AbsenceBegan" | "AbsenceEnded";
  readonly at: Instant;
};

/** What one dialogue of a run wants, as it is now; two share their people, so that mornings tell of both. */
export class Wishes {
  readonly dialogueId: string;
  messages: readonly Wanted[] = [];
  reminders: readonly Reminder[] = [];
  /** What time has still to do, earliest first. */
  due: readonly Due[] = [];
  readonly #random: Random;

  readonly #isTimed: boolean;

  constructor(dialogueId: string, random: Random, isTimed: boolean) {
    this.dialogueId = dialogueId;
    this.#random = random;
    this.#isTimed = isTimed;
  }

  /** Wants other things than before; gives what has happened, besides. */
  change(now: Instant): readonly Event[] {
    const random = this.#random;
    const wanted = this.dialogueId === "d1" ? this.#first(now) : this.#second();
    this.messages = wanted;
    if (random.chance(0.6)) this.#remind(now);
    const leaves = this.#isTimed && this.due.length === 0 && random.chance(0.6);
    return leaves ? [this.#leave(now)] : [];
  }

  #first(now: Instant): readonly Wanted[] {
    const random = this.#random;
    const steps = random.chance(0.3) ? STEPS : STEPS.slice(0, 2);
    const crowd = random.chance(0.01) ? CROWD : [];
    const all = [...steps, ...PEOPLE.map((person) => hello(person)), ...crowd];
    const late = { ...hello("p-c"), dueAt: later(now, random.whole(0, 90) * 60_000) };
    return [overview, ...[...all, late].filter(() => random.chance(0.8))];
  }

  #second(): readonly Wanted[] {
    const all = PEOPLE.map((person) => ({ ...hello(person), key: `second.${person}` }));
    return all.filter(() => this.#random.chance(0.7));
  }

  #remind(now: Instant): void {
    const random = this.#random;
    const added = PEOPLE.map((person): Reminder => {
      const rung = random.one("R1" as const, "R2" as const);
      const about = { type: "task", taskId: `t${random.whole(1, 3)}`, rung } as const;
      const dueAt = later(now, random.whole(0, 30) * HOUR);
      return { key: `${about.taskId}:${rung}:${dueAt}:${person}`, about, person, dueAt };
    });
    this.reminders = [...this.reminders.filter(() => random.chance(0.8)), ...added];
  }

  #leave(now: Instant): Event {
    const random = this.#random;
    const person = random.one("p-a", "p-b", "p-c");
    const today = Temporal.Instant.from(now).toZonedDateTimeISO(ZONE).toPlainDate();
    const from = today.add({ days: 1 });
    const until = from.add({ days: random.whole(0, 1) });
    const due = (type: Due["type"], day: Temporal.PlainDate): Due => ({
      dialogueId: this.dialogueId,
      person,
      type,
      at: new Date(day.toZonedDateTime(ZONE).epochMilliseconds).toISOString(),
    });
    this.due = [due("AbsenceBegan", from), due("AbsenceEnded", until.add({ days: 1 }))];
    const days = { from: from.toString(), until: until.toString() };
    return { type: "AbsenceRecorded", person, ...days, by: "p-a", at: now };
  }

  /** Time has done that; undefined when there was nothing to do. What began so late that it is over only ends. */
  done(type: Due["type"], person: string): Due | undefined {
    const [first] = this.due;
    if (first?.person !== person) return undefined;
    const isOver = first.type === "AbsenceBegan" && type === "AbsenceEnded";
    if (first.type !== type && !isOver) return undefined;
    this.due = isOver ? [] : this.due.slice(1);
    return first;
  }
}

function later(instant: Instant, ms: number): Instant {
  return new Date(Date.parse(instant) + ms).toISOString();
}
