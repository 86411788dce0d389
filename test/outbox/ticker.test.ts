import { expect, onTestFinished, test } from "vitest";
import { createLog } from "../../src/log.ts";
import type { Dispatched } from "../../src/outbox/dispatch.ts";
import { startTicker, type TickerOptions } from "../../src/outbox/ticker.ts";

const NOTHING: Dispatched = { sent: 0, failed: 0, more: false };
/** Longer than any of these tests, so that only what wakes the ticker moves it. */
const NEVER_MS = 600_000;

/** A short rest, so that what waits for its end can be waited for. */
const REST_MS = 5;

function open(dispatch: TickerOptions["dispatch"], everyMs = NEVER_MS) {
  const lines: string[] = [];
  const log = createLog({ level: "info", write: (line) => void lines.push(line) });
  const ticker = startTicker({ dispatch, log, everyMs, restMs: REST_MS });
  onTestFinished(() => ticker.stop());
  return { ticker, logged: () => lines.join("") };
}

test("a round runs at the start, and another for as long as there is more", async () => {
  let rounds = 0;
  open(async () => ({ ...NOTHING, more: ++rounds < 4 }));
  await expect.poll(() => rounds).toBe(4);
});

test("what is saved during a round is looked at right after it, however often it was told", async () => {
  let rounds = 0;
  let letGo = () => {};
  const { ticker } = open(async () => {
    rounds += 1;
    if (rounds === 1) await new Promise<void>((resolve) => (letGo = resolve));
    return NOTHING;
  });
  ticker.wake();
  ticker.wake();
  expect(rounds).toBe(1);
  letGo();
  await expect.poll(() => rounds).toBe(2);
});

test("nothing needs to wake it", async () => {
  let rounds = 0;
  open(async () => {
    rounds += 1;
    return NOTHING;
  }, 2 * REST_MS);
  await expect.poll(() => rounds).toBeGreaterThan(3);
});

test("a round that fails is told in the log, and the next one is run all the same", async () => {
  let rounds = 0;
  const { ticker, logged } = open(async () => {
    rounds += 1;
    if (rounds === 1) throw new Error("The database is locked.");
    return NOTHING;
  });
  await expect.poll(logged).toContain('"what":"outbox.round"');
  ticker.wake();
  await expect.poll(() => rounds).toBe(2);
});

test("settling goes on until nothing more can be sent, edits without a gap, and tells how it went", async () => {
  const gaps: (number | undefined)[] = [];
  const left = [2, 1, 0];
  const { ticker } = open(async ({ editGapMs }) => {
    if (editGapMs === undefined) return NOTHING;
    gaps.push(editGapMs);
    return { sent: left.shift() ?? 0, failed: 1, more: false };
  });
  expect(await ticker.settle()).toEqual({ sent: 3, failed: 3 });
  expect(gaps).toEqual([0, 0, 0]);
});

test("settling waits for a round that began meanwhile and took what was due", async () => {
  let rounds = 0;
  let isOut = false;
  let letGo = () => {};
  const began = Promise.withResolvers<void>();
  const { ticker } = open(async ({ editGapMs }) => {
    if (editGapMs === 0 && !isOut) {
      ticker.wake();
      await began.promise;
      setImmediate(() => letGo());
      return NOTHING;
    }
    rounds += 1;
    if (rounds !== 2) return NOTHING;
    began.resolve();
    await new Promise<void>((resolve) => (letGo = resolve));
    isOut = true;
    return { ...NOTHING, sent: 1 };
  });
  expect(await ticker.settle().then(() => isOut)).toBe(true);
});

test("stopping tells the round under way to begin nothing more, waits for it, and runs no other", async () => {
  let rounds = 0;
  let wasStopping: boolean | undefined;
  let letGo = () => {};
  const { ticker } = open(async ({ stopping }) => {
    rounds += 1;
    await new Promise<void>((resolve) => (letGo = resolve));
    wasStopping = stopping();
    return { ...NOTHING, more: true };
  });
  const stopped = ticker.stop();
  ticker.wake();
  letGo();
  await stopped;
  expect([rounds, wasStopping]).toEqual([1, true]);
});
