import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { silentLog } from "../../src/log.ts";
import { startTicker, type Ticker } from "../../src/outbox/ticker.ts";

const nothing = { sent: 0, failed: 0, more: false };
let rounds: number[] = [];
let ticker: Ticker | undefined;

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  rounds = [];
});
afterEach(async () => {
  await ticker?.stop();
  vi.useRealTimers();
});

/** A ticker as the bot starts it, whose rounds are noted with the millisecond they began in. */
function started(round: (number: number) => Promise<typeof nothing> = async () => nothing): Ticker {
  ticker = startTicker({
    dispatch: async () => {
      rounds.push(Date.now());
      return round(rounds.length);
    },
    log: silentLog,
  });
  return ticker;
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

test("the outbox is looked at every half second, its rest included", async () => {
  started();
  await pass(1_600);
  expect(rounds).toEqual([0, 500, 1_000, 1_500]);
});

test("what is saved after a rest is looked at at once", async () => {
  const { wake } = started();
  await pass(250);
  wake();
  await pass(0);
  expect(rounds).toEqual([0, 250]);
});

test("what is saved by many presses one after the other shares a round, and the last is not forgotten", async () => {
  const { wake } = started();
  await pass(0);
  for (let press = 0; press < 50; press++) {
    wake();
    await pass(1);
  }
  expect(rounds).toEqual([0]);
  await pass(60);
  expect(rounds).toEqual([0, 100]);
});

test("what is saved while a round is under way waits for the end of its rest", async () => {
  let end = () => {};
  const first = new Promise<typeof nothing>((resolve) => {
    end = () => resolve(nothing);
  });
  const { wake } = started(async (number) => (number === 1 ? first : nothing));
  await pass(30);
  wake();
  end();
  await pass(100);
  expect(rounds).toEqual([0, 130]);
});

test("a round that left something over is followed by the next without a rest", async () => {
  started(async (number) => ({ ...nothing, more: number < 3 }));
  await pass(0);
  expect(rounds).toEqual([0, 0, 0]);
});

test("stopped while it rests, it is stopped at once and begins nothing more", async () => {
  const { wake, stop } = started();
  await pass(10);
  wake();
  await stop();
  await pass(2_000);
  wake();
  await pass(0);
  expect(rounds).toEqual([0]);
});
