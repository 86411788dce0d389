import { describe, expect, test } from "vitest";
import { createClock } from "../../src/outbox/clock.ts";
import { createMornings } from "../../src/outbox/mornings.ts";
import { createRound } from "../../src/outbox/round.ts";
import { createWay } from "../../src/outbox/way.ts";
import { createCalendar } from "../../src/domain/calendar.ts";
import { change } from "../store/given.ts";
import { useSenders } from "../outbox/sender.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const senders = useSenders();

/** A bot whose machine has the two clocks the test sets, with one reminder due at 08:30 on 12 January. */
async function awake(at: string) {
  const sender = await senders.open();
  const { store, people } = sender;
  let wall = Date.parse(at);
  let steady = 1_000;
  const clock = createClock(store, false, { wall: () => wall, steady: () => steady });
  const reminder = {
    key: "D01:R1",
    about: { type: "deadline", code: "D01", rung: "R1" } as const,
    person: people.anna,
    dueAt: "2027-01-12T07:30:00.000Z",
  };
  await store.dialogues.save(change("d9", { reminders: [reminder] }));
  const mornings = createMornings({
    ...store,
    plan: async () => {},
    now: clock.now,
    calendar: createCalendar(),
  });
  const way = createWay();
  const round = createRound({
    store,
    clock,
    mornings,
    way,
    timers: { run: async () => {} },
    dispatch: async () => {
      sender.clock.now = wall;
      sender.clock.real = wall;
      return sender.round();
    },
  });
  return {
    round,
    /** Time passes as it does, on both clocks. */
    passes: async (ms: number) => {
      wall += ms;
      steady += ms;
      await round.run({ stopping: () => false });
    },
    /** Somebody, or something, sets the clock on the wall. */
    isSet: async (to: number) => {
      wall = to;
      await round.run({ stopping: () => false });
    },
    wall: () => wall,
    sent: async () =>
      (await store.outbox.peek()).filter(
        ({ about, status }) => about.kind === "morning" && status === "sent",
      ).length,
  };
}

describe("F27: a clock that jumps", () => {
  test.each([
    ["a day ahead", (wall: number) => wall + DAY],
    ["a day back", (wall: number) => wall - DAY],
    ["an hour back", (wall: number) => wall - HOUR],
    ["to 1970", () => 0],
    ["to 2100", () => Date.parse("2100-01-01T00:00:00Z")],
  ])(
    "%s sends nothing too early and says so; when it is right again each reminder comes once, in its time",
    async (_, jump) => {
      const bot = await awake("2027-01-11T10:00:00.000Z");
      await bot.passes(500);
      expect(bot.round.troubles()).toEqual([]);
      const before = bot.wall();
      await bot.isSet(jump(before));
      for (let minutes = 0; minutes < 3; minutes++) await bot.passes(60_000);
      expect(bot.round.troubles()).toEqual([
        expect.stringMatching(/^clock: it has jumped by -?\d+ minutes/u),
      ]);
      expect(await bot.sent()).toBe(0);
      await bot.isSet(before + 3 * 60_000);
      expect(bot.round.troubles()).toEqual([]);
      await bot.passes(Date.parse("2027-01-12T07:29:59Z") - bot.wall());
      expect(await bot.sent()).toBe(0);
      await bot.passes(2_000);
      expect(await bot.sent()).toBe(1);
      await bot.passes(HOUR);
      expect(await bot.sent()).toBe(1);
    },
  );

  test("by what a clock is corrected with every day goes on, and a small step back sends nothing twice", async () => {
    const bot = await awake("2027-01-12T07:29:50.000Z");
    await bot.passes(15_000);
    expect(await bot.sent()).toBe(1);
    await bot.isSet(bot.wall() - 60_000);
    await bot.passes(120_000);
    expect([bot.round.troubles(), await bot.sent()]).toEqual([[], 1]);
  });
});
