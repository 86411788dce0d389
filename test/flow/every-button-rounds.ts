import type { CardNode } from "../support/card-reading.ts";
import { openPages, type Way, waysOn } from "./every-button-buttons.ts";
import { openCopy } from "./stage-copy.ts";
import { idsIn, UUID } from "./every-button-checksum.ts";
import { EVERYBODY, type Who } from "./stage-people.ts";
import { type Answered, openPresser } from "./stage-press.ts";
import type { Moment, Stage } from "./stage.ts";

/** One press by one person, and what came of it. */
export type Outcome = {
  readonly who: Who;
  readonly way: Way;
  readonly answer: Answered;
  /** Something in the database is another, what is noted of people as they are seen left out. */
  readonly changed: boolean;
  /** What the bot logged as its own fault meanwhile. */
  readonly errors: readonly string[];
};

export type Rounds = {
  readonly stage: Stage;
  readonly moment: Moment;
  /** Orders drawn at earlier moments, which somebody may still have before their eyes. */
  readonly older?: readonly Way[];
  /** Who presses it; everybody when absent. */
  readonly pressedBy?: (way: Way, number: number) => readonly Who[];
  readonly look: (outcome: Outcome) => void;
};

/**
 * Every button there is at this moment is pressed: those of the posted cards, then those of every page that comes back,
 * each button once by each person. After a press that changed something the moment is put back as it was. Gives every
 * button it met.
 */
export async function everyButton(rounds: Rounds): Promise<readonly Way[]> {
  const { stage, moment, older = [], pressedBy = () => EVERYBODY, look } = rounds;
  const running = await openCopy(stage, moment);
  const presser = await openPresser(stage.emulator, moment.cards[0]?.activityId ?? "0");
  const queue = wayQueue(idsIn(running.path));
  for (const card of moment.cards) queue.add(waysOn(card.card, card, "now"));
  queue.add(openPages(moment));
  async function pressAll(from: number): Promise<void> {
    for (const [index, way] of queue.from(from)) {
      for (const who of pressedBy(way, index)) {
        const answer = await presser.press(running.bot().url, who, way);
        const changed = running.changed();
        look({ who, way, answer, changed, errors: running.errors() });
        const page = pageIn(answer);
        if (page && way.drawn === "now") queue.add(waysOn(page, way, changed ? "after" : "now"));
        if (changed) await running.restore();
      }
    }
  }
  await pressAll(0);
  // Last, so that what stands now too is pressed as such.
  const met = queue.all().length;
  queue.add(older);
  await pressAll(met);
  await running.close();
  return queue.all();
}

/** Each way to press each button once, in the order they were met; ids made for the drawing do not tell two apart. */
function wayQueue(ids: ReadonlySet<string>) {
  const met = new Set<string>();
  const all: Way[] = [];
  const keyOf = ({ kind, data, filled }: Way) =>
    JSON.stringify([kind, filled, data]).replaceAll(UUID, (id) => (ids.has(id) ? id : "new"));
  return {
    all: () => all,
    add: (ways: readonly Way[]) => {
      for (const way of ways) {
        const key = keyOf(way);
        if (met.has(key)) continue;
        met.add(key);
        all.push(way);
      }
    },
    /** Those from this one on, also those that are added on the way. */
    *from(start: number): Iterable<readonly [index: number, way: Way]> {
      for (let index = start; index < all.length; index++) yield [index, all[index] as Way];
    },
  };
}

function pageIn({ shown }: Answered): CardNode | undefined {
  return shown.kind === "dialog" || shown.kind === "card" ? (shown.card as CardNode) : undefined;
}
