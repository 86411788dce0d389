import { expect, test } from "vitest";
import { createClock } from "../../src/outbox/clock.ts";
import { createWalk } from "../../src/outbox/walk.ts";
import { change } from "../store/given.ts";
import { openTestStore } from "../support/store.ts";
import { root } from "./sender.ts";

const START = "2027-01-11T08:00:00.000Z";
const MONTHS_LATER = "2027-04-12T08:00:00.000Z";

test("a clock that moves waits until what another replica has taken is out", async () => {
  const store = await openTestStore();
  const clock = createClock(store, true);
  await clock.set?.(START);
  await store.dialogues.save(change("d1", { messages: [root], at: START }));
  const times = { now: START, real: new Date().toISOString() };
  const [theirs] = await store.outbox.claimPosts("another replica", times, 60_000, 8);
  if (!theirs) throw new Error("Nothing was claimed.");
  const stood: string[] = [];
  /** The other one hears that it came while this one looks for the third time. */
  const settle = async () => {
    stood.push(await clock.now());
    const place = { conversationId: "19:1", activityId: "7", serviceUrl: "https://x.example/" };
    if (stood.length === 3) await store.outbox.markSent(theirs, place, "hash", times);
    return { sent: 0, failed: 0 };
  };
  const nothing = { next: async () => undefined };
  const parts = { timers: nothing, mornings: nothing, ticker: { settle } };
  await createWalk({ clock, outbox: store.outbox, ...parts })?.(MONTHS_LATER, { jump: false });
  expect(stood).toEqual([START, START, START]);
  expect(await clock.now()).toBe(MONTHS_LATER);
});
