import { expect, vi } from "vitest";
import {
  heldMornings,
  refuseForAWhile,
  TO_PEOPLE,
  untilOut,
  WAITING,
  type Waiting,
} from "./list-held.ts";
import type { Passing } from "./list-play.ts";
import { daysOf, peopleOn, type Tables } from "./list-tables.ts";
import { readDatabase, type Story } from "./story.ts";

/**
 * On each day on which somebody is reminded of something the process is killed and started again: by turns a minute
 * before, when the messages are due and none is out while the clock is still being moved, and right after they are out.
 * On the days of `unanswered` it is killed when they have all been taken and it has heard of none.
 */
export function killedOn(story: Story, tables: Tables, unanswered: readonly string[]): Passing {
  const { town, at } = story;
  const left = [...daysOf(tables)];
  let kills = 0;
  const restart = () => town.restart("kill");

  /** The clock is on its way to the morning when the process ends. */
  async function whileMoving(day: string, untilThen: () => Promise<void>): Promise<void> {
    const moving = at(`${day} 08:30`).catch((error: unknown) => error);
    await untilThen();
    await restart();
    expect(String(await moving)).toContain("does not answer");
    await town.emulator.clock();
    await town.emulator.clearFaults();
  }

  const ways = {
    "a minute before": async () => {
      await restart();
    },
    "due and not out": async (day: string) => {
      await refuseForAWhile(town.emulator);
      await whileMoving(day, () =>
        vi.waitFor(() => expect(heldMornings(waitingIn(town.directory))).toBe(true), {
          timeout: 30_000,
        }),
      );
    },
    "right after": async (day: string) => {
      await at(`${day} 08:30`);
      await restart();
    },
    "taken and not answered": async (day: string) => {
      await town.emulator.fault({
        match: TO_PEOPLE,
        times: 1_000,
        answer: { silent: true, deliver: true },
      });
      const [last] = (await town.emulator.received()).slice(-1);
      await whileMoving(day, () =>
        vi.waitFor(
          async () => {
            const calls = await town.emulator.received(last?.seq);
            const taken = calls.filter(({ path, applied }) => applied && path.includes("a:"));
            expect(taken).toHaveLength(peopleOn(tables, day).length);
          },
          { timeout: 30_000 },
        ),
      );
    },
  } as const;
  const turns = ["a minute before", "due and not out", "right after"] as const;

  async function kill(day: string): Promise<void> {
    const way = unanswered.includes(day)
      ? "taken and not answered"
      : (turns[kills % turns.length] ?? "right after");
    await at(`${day} 08:29`);
    await ways[way](day);
    // What nobody answered for is asked once more ten minutes later.
    const until = unanswered.includes(day) ? "08:40" : "08:30";
    await untilOut(
      () => at(`${day} ${until}`),
      () => waitingIn(town.directory),
    );
    kills += 1;
  }

  return async (to) => {
    while (left[0] !== undefined && `${left[0]} 08:30` <= to) await kill(left.shift() ?? "");
    await at(to);
  };
}

function waitingIn(directory: string): readonly Waiting[] {
  return readDatabase(directory, (database) => database.prepare(WAITING).all() as Waiting[]);
}
