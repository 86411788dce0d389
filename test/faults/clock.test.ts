import { describe, expect, test } from "vitest";
import { createClock } from "../../src/outbox/clock.ts";
import { createMornings } from "../../src/outbox/mornings.ts";
import { createRound } from "../../src/outbox/round.ts";
import { createWay } from "../../src/outbox/way.ts";
import { createCalendar } from "../../src/domain/calendar.ts";
import { createLog } from "../../src/log.ts";
import { change, started } from "../store/given.ts";
import { useSenders } from "../outbox/sender.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const senders = useSenders();

type Beginning = {
  /** What the clock on the wall shows when the bot starts; right when absent. */
  readonly shows?: number;
  /** What others answer who are asked for the time; nobody when absent. */
  readonly heard?: (right: number) => number;
  /** The last that the database knows of; the start itself when absent. */
  readonly known?: string;
};

/** A bot whose machine has the two clocks the test sets, with one reminder due at 08:30 on 12 January. */
async function awake(at: string, { shows, heard, known = at }: Beginning = {}) {
  const sender = await senders.open();
  const { store, people } = sender;
  let right = Date.parse(at);
  let wall = shows ?? right;
  let steady = 1_000;
  const clock = createClock(store, false, {
    machine: { wall: () => wall, steady: () => steady },
    elsewhere: async () => heard?.(right),
  });
  const reminder = {
    key: "D01:R1",
    about: { type: "deadline", code: "D01", rung: "R1" } as const,
    person: people.anna,
    dueAt: "2027-01-12T07:30:00.000Z",
  };
  const events = [started("d9")];
  await store.dialogues.save(change("d9", { events, reminders: [reminder], at: known }));
  const mornings = createMornings({
    ...store,
    plan: async () => {},
    now: clock.now,
    calendar: createCalendar(),
  });
  const way = createWay();
  const lines: string[] = [];
  const round = createRound({
    store,
    clock,
    mornings,
    way,
    owner: "test",
    log: createLog({ level: "info", write: (line) => void lines.push(line) }),
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
      right += ms;
      wall += ms;
      steady += ms;
      await round.run({ stopping: () => false });
    },
    /** The machine is asleep: only the clock on the wall goes on. */
    sleeps: async (ms: number) => {
      right += ms;
      wall += ms;
      await round.run({ stopping: () => false });
    },
    /** Somebody, or something, sets the clock on the wall. */
    isSet: async (to: number) => {
      wall = to;
      await round.run({ stopping: () => false });
    },
    wall: () => wall,
    right: () => right,
    logged: (what: string) => lines.filter((line) => line.includes(`"what":"${what}"`)).length,
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
      expect(bot.logged("outbox.stands-still")).toBe(1);
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

const WRONG = {
  "a day ahead": (right: number) => right + DAY,
  "a day back": (right: number) => right - DAY,
  "in 1970": () => 0,
  "in 2100": () => Date.parse("2100-01-01T00:00:00Z"),
} as const;
const START = "2027-01-11T10:00:00.000Z";
const exactly = (right: number) => right;

describe("F27: a bot that starts when the clock is", () => {
  test.each([
    ...Object.entries(WRONG).map(([how, wrong]) => [how, "others can be heard", wrong, exactly]),
    // Whether it was stopped for a day or is a day ahead nobody can tell alone.
    ...(["a day back", "in 1970", "in 2100"] as const).map((how) => [
      how,
      "nobody can be heard",
      WRONG[how],
      undefined,
    ]),
  ] as [string, string, (right: number) => number, typeof exactly | undefined][])(
    "%s, and %s, stands still and says so; when the clock is right it goes on by itself, and each reminder comes once, in its time",
    async (_, __, wrong, heard) => {
      const shows = wrong(Date.parse(START));
      const bot = await awake(START, { shows, ...(heard ? { heard } : {}) });
      for (let minutes = 0; minutes < 3; minutes++) await bot.passes(60_000);
      expect(bot.round.troubles()).toEqual([expect.stringMatching(/^clock: it /u)]);
      expect([await bot.sent(), bot.logged("outbox.stands-still")]).toEqual([0, 1]);
      await bot.isSet(bot.right());
      expect([bot.round.troubles(), bot.logged("outbox.goes-on")]).toEqual([[], 1]);
      await bot.passes(Date.parse("2027-01-12T07:29:59Z") - bot.right());
      expect(await bot.sent()).toBe(0);
      await bot.passes(2_000);
      await bot.passes(HOUR);
      expect(await bot.sent()).toBe(1);
    },
  );

  test.each([
    ["others can be heard", exactly],
    ["nobody can be heard", undefined],
  ])("right, after four days' stop, goes on at once, when %s", async (_, heard) => {
    const known = "2027-01-08T10:00:00.000Z";
    const bot = await awake("2027-01-12T07:31:00.000Z", { known, ...(heard ? { heard } : {}) });
    await bot.passes(500);
    expect([bot.round.troubles(), await bot.sent()]).toEqual([[], 1]);
  });

  test("right although it was set while the bot ran is heard to be right, and nobody need start it anew", async () => {
    const bot = await awake(START, { heard: exactly });
    await bot.passes(500);
    // As a machine that was asleep: the clock that counts stood still.
    await bot.sleeps(2 * DAY);
    expect(bot.round.troubles()).toHaveLength(1);
    await bot.passes(61_000);
    await bot.passes(500);
    expect(bot.round.troubles()).toEqual([]);
  });
});
