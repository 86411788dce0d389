import { join } from "node:path";
import { expect, test } from "vitest";
import { createHandle } from "../../src/handle.ts";
import { createLog } from "../../src/log.ts";
import { type Clock, createClock } from "../../src/outbox/clock.ts";
import { startTicker } from "../../src/outbox/ticker.ts";
import { createTimers } from "../../src/outbox/timers.ts";
import { createWalk } from "../../src/outbox/walk.ts";
import { openProcesses } from "../../src/store/processes.ts";
import type { Store } from "../../src/store/store.ts";
import { builtInTemplate } from "../../src/domain/process/built-in.ts";
import { openHandled, translated } from "../support/handled.ts";
import { answer, close, goOn, occasion, open, planned } from "../support/planned.ts";
import type { Step } from "../support/given.ts";
import { openTestStore, temporaryDirectory } from "../support/store.ts";

const voted: readonly Step[] = [
  goOn,
  open,
  answer("a", "approve"),
  answer("b", "approve"),
  answer("c", "approve"),
];
const approved: readonly Step[] = [...planned(), ...voted, close];

/** A bot without Teams: store, handle, timers, ticker and a development clock. */
async function openTime(path = join(temporaryDirectory(), "dialog.db"), broken?: string) {
  const store = await openTestStore({ path });
  const lines: string[] = [];
  const log = createLog({ level: "info", write: (line) => void lines.push(line) });
  const clock: Clock = createClock(store, true);
  const handle = createHandle({
    store,
    processes: await openProcesses(store.templates, builtInTemplate),
    now: clock.now,
    saved: () => {},
  });
  const timers = createTimers({
    dialogues: store.dialogues,
    give: async (dialogueId, command) => {
      if (dialogueId === broken) throw new Error("The disk is full.");
      await handle.order({ dialogueId, commands: [command], actor: "system" });
    },
    timersOf: handle.timers,
    now: clock.now,
    real: clock.real,
    log,
  });
  const ticker = startTicker({
    dispatch: async ({ stopping }) => {
      await timers.run(stopping);
      return { sent: 0, failed: 0, more: false };
    },
    log,
    everyMs: 600_000,
  });
  // No message is ever taken here, so none is waited for.
  const outbox = { nextDue: async () => undefined, isUnderWay: async () => false };
  const mornings = { next: async () => undefined };
  const walk = createWalk({ clock, timers, mornings, outbox, ticker });
  return {
    store,
    handle,
    timers,
    logged: () => lines.join(""),
    to: async (at: string, jump = false) => void (await walk?.(at, { jump })),
    close: async () => {
      await ticker.stop();
      await store.close();
    },
  };
}
type Time = Awaited<ReturnType<typeof openTime>>;

/** Plays the steps on the dialogue, each at its own time or the one of the step before. */
async function play({ store, handle }: Time, dialogueId: string, steps: readonly Step[]) {
  const { id } = await openHandled(store);
  for (const [actor, command] of steps)
    await handle.order({ dialogueId, commands: [translated(command, id)], actor: id(actor) });
}

async function byTime(store: Store, dialogueId: string) {
  const { events } = await store.dialogues.load(dialogueId);
  return events.filter(({ by }) => by === "system");
}

const EACH_DAY = Array.from({ length: 60 }, (_, day) =>
  new Date(Date.parse("2027-04-05T10:00:00.000Z") + day * 86_400_000).toISOString(),
);

test("weeks in one move give the same events as day by day: a position and its occasions, each at its instant", async () => {
  const [whole, small] = [await openTime(), await openTime()];
  for (const time of [whole, small]) {
    await time.to("2027-04-05T10:00:00.000Z");
    await play(time, "d1", [...planned(), ...voted]);
  }
  await whole.to("2027-06-04T10:00:00.000Z");
  for (const at of EACH_DAY) await small.to(at);
  await small.to("2027-06-04T10:00:00.000Z");
  const happened = await byTime(whole.store, "d1");
  expect(happened.map(({ type, at }) => [type, at])).toEqual([
    ["PositionClosed", "2027-04-09T15:00:00.000Z"],
    ["GatePassed", "2027-04-09T15:00:00.000Z"],
    ["OccasionEnded", "2027-05-12T18:30:00.000Z"],
    ["OccasionEnded", "2027-05-22T12:00:00.000Z"],
    ["RoundClosed", "2027-05-24T22:00:00.000Z"],
    ["RoundClosed", "2027-06-01T22:00:00.000Z"],
    ["ResultsReleased", "2027-06-01T22:00:00.000Z"],
  ]);
  const types = (events: typeof happened) => events.map(({ type, at }) => [type, at]);
  expect(types(await byTime(small.store, "d1"))).toEqual(types(happened));
  expect(await whole.store.dialogues.timers(10)).toEqual([]);
});

test("what came due while the bot was away happens at the start, in order, and says when it was meant", async () => {
  const path = join(temporaryDirectory(), "dialog.db");
  const before = await openTime(path);
  await before.to("2027-04-08T10:00:00.000Z");
  await play(before, "d1", approved);
  await before.close();
  const again = await openTime(path);
  await again.to("2027-05-23T08:00:00.000Z", true);
  const late = await byTime(again.store, "d1");
  expect(late).toMatchObject([
    { type: "OccasionEnded", at: "2027-05-23T08:00:00.000Z", meant: "2027-05-12T18:30:00.000Z" },
    { type: "OccasionEnded", at: "2027-05-23T08:00:00.000Z", meant: "2027-05-22T12:00:00.000Z" },
  ]);
  await again.timers.run(() => false);
  expect((await byTime(again.store, "d1")).length).toBe(2);
});

test("one that fails is told in the log and waits; the others go on, and nothing runs hot", async () => {
  const time = await openTime(undefined, "d1");
  await time.to("2027-04-08T10:00:00.000Z");
  // The steps themselves go past what is broken.
  for (const dialogueId of ["d1", "d2"]) await play(time, dialogueId, approved);
  await time.to("2027-05-24T10:00:00.000Z");
  expect(await byTime(time.store, "d1")).toEqual([]);
  expect((await byTime(time.store, "d2")).length).toBe(2);
  const failures = time.logged().split('"what":"timer.failed"').length - 1;
  expect(failures).toBe(2);
  expect(time.logged()).toContain('"command":"EndOccasion"');
});

test("an instant that is written down wrong is put right and nothing happens", async () => {
  const time = await openTime();
  await time.to("2027-04-08T10:00:00.000Z");
  await play(time, "d1", [...approved]);
  const { version } = await time.store.dialogues.load("d1");
  await time.store.dialogues.setTimer("d1", version, "2027-01-01T00:00:00.000Z");
  await time.timers.run(() => false);
  expect(await time.store.dialogues.timers(1)).toEqual([
    { dialogueId: "d1", at: "2027-05-12T18:30:00.000Z" },
  ]);
  expect(await byTime(time.store, "d1")).toEqual([]);
});

test("an occasion that is planned for a day that has been is over when the plan is approved", async () => {
  const time = await openTime();
  await time.to("2027-04-08T10:00:00.000Z");
  const past = occasion("e3", "2027-04-01 18:00", "2027-04-01 20:00");
  await play(time, "d1", [...planned(), past, ...voted, close]);
  await time.timers.run(() => false);
  expect(await byTime(time.store, "d1")).toMatchObject([
    { type: "OccasionEnded", occasionId: "e3", meant: "2027-04-01T18:00:00.000Z" },
  ]);
});

test.each([
  ["F28: in the hour that is missing ends an hour later on the wall", "2027-03-28", "01:30:00"],
  ["F29: in the hour that comes twice ends in the first of them", "2027-10-31", "00:30:00"],
])("%s: an occasion that is to end at half past two, once", async (_, day, utc) => {
  const time = await openTime();
  await time.to("2027-03-25T10:00:00.000Z");
  const night = occasion("e3", `${day} 01:30`, `${day} 02:30`);
  await play(time, "d1", [...planned(), night, ...voted, close]);
  const ends = async () =>
    (await byTime(time.store, "d1")).filter(({ type }) => type === "OccasionEnded");
  const before = async (minutes: number) => {
    await time.to(new Date(Date.parse(`${day}T${utc}Z`) + minutes * 60_000).toISOString());
    return (await ends()).filter((one) => "occasionId" in one && one.occasionId === "e3");
  };
  expect(await before(-1)).toEqual([]);
  for (const minutes of [0, 30, 60, 90, 120, 180])
    expect(await before(minutes)).toMatchObject([{ meant: `${day}T${utc}.000Z` }]);
});
