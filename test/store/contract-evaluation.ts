import { beforeEach, expect, test } from "vitest";
import type { Event } from "../../src/domain/dialogue.ts";
import type { Reminder } from "../../src/domain/reminders.ts";
import { Conflict, type Store } from "../../src/store/store.ts";
import { after, AT, change } from "./given.ts";

const ROUND = { dialogueId: "d1", roundId: "internal" };
const stamp = { by: "system", at: AT };
const opened = (...invited: readonly string[]): Event => ({
  type: "InternalRoundOpened",
  roundId: "internal",
  invited,
  opensOn: "2027-01-11",
  closesOn: "2027-01-25",
  ...stamp,
});
type Closed = Extract<Event, { type: "InternalRoundClosed" }>;
const closed = (answered: number, joint?: Closed["joint"]): Event => ({
  type: "InternalRoundClosed",
  roundId: "internal",
  answered,
  ...(joint === undefined ? {} : { joint }),
  meant: AT,
  ...stamp,
});
const forgotten: Event = { type: "BallotsForgotten", roundId: "internal", meant: AT, ...stamp };
const nudge = (person: string, rung: "R1" | "R2", dueAt: string): Reminder => ({
  key: `${rung}:${person}`,
  about: { type: "evaluation", rung },
  person,
  dueAt,
  unlessAnswered: "internal",
});
const MORNING = "2027-01-11";

/** What every store promises of the steering group's own evaluation (decisions.md §11). */
export function evaluationContract(open: () => Promise<Store>): void {
  let store: Store;
  beforeEach(async () => {
    store = await open();
    await store.dialogues.save(change("d1"));
  });
  const then = (version: number, event: Event, reminders?: readonly Reminder[]) =>
    store.dialogues.save(
      change("d1", { version, events: [event], ...(reminders ? { reminders } : {}) }),
    );

  test("one ballot is one answer, and what was said stays sealed while the round is open", async () => {
    await then(1, opened("p-a", "p-b", "p-c"));
    expect(await store.evaluation.hasAnswered(ROUND, "p-a")).toBe(false);
    expect(await store.evaluation.cast(ROUND, "p-a", { I1: 4 })).toBe("taken");
    expect(await store.evaluation.cast(ROUND, "p-a", { I1: 1 })).toBe("used");
    expect(await store.evaluation.hasAnswered(ROUND, "p-a")).toBe(true);
    expect(await store.evaluation.hasAnswered(ROUND, "p-b")).toBe(false);
    expect(await store.evaluation.hasAnswered(ROUND, "p-stranger")).toBeUndefined();
    expect(await store.evaluation.ballots(ROUND)).toEqual({ answered: 1, readable: true });
    expect(await store.evaluation.responses(ROUND)).toEqual([]);
  });

  test("two answers at the same moment take a place each", async () => {
    await then(1, opened("p-a", "p-b", "p-c"));
    const cast = (person: string, I1: 1 | 2 | 3) => store.evaluation.cast(ROUND, person, { I1 });
    expect(await Promise.all([cast("p-a", 1), cast("p-b", 2), cast("p-c", 3)])).toEqual([
      "taken",
      "taken",
      "taken",
    ]);
    await then(2, closed(3));
    const chosen = await store.evaluation.responses(ROUND);
    expect(new Set(chosen.map(({ I1 }) => I1))).toEqual(new Set([1, 2, 3]));
  });

  test("closed, what was chosen and what was written lie apart, and no answer is taken any more", async () => {
    await then(1, opened("p-a", "p-b"));
    await store.evaluation.cast(ROUND, "p-b", { I1: 5, I12: "a", I12F: "Börja tidigare\u0000" });
    await then(2, closed(1));
    expect(await store.evaluation.responses(ROUND)).toEqual([{ I1: 5, I12: "a" }]);
    expect(await store.evaluation.texts(ROUND)).toEqual(["Börja tidigare\u0000"]);
    expect(await store.evaluation.cast(ROUND, "p-a", { I1: 1 })).toBe("closed");
  });

  test("an answer that came after the count makes the closing count again", async () => {
    await then(1, opened("p-a", "p-b"));
    await store.evaluation.cast(ROUND, "p-a", { I1: 5 });
    await expect(then(2, closed(0))).rejects.toThrow(Conflict);
    expect((await store.dialogues.load("d1")).version).toBe(2);
    expect(await store.evaluation.cast(ROUND, "p-b", { I1: 2 })).toBe("taken");
  });

  test("answers that are not to be used are destroyed unread", async () => {
    await then(1, opened("p-a", "p-b"));
    await store.evaluation.cast(ROUND, "p-a", { I1: 5, I12F: "Ordföranden dominerade" });
    await then(2, closed(1, "fewAnswers"));
    expect(await store.evaluation.responses(ROUND)).toEqual([]);
    expect(await store.evaluation.texts(ROUND)).toEqual([]);
  });

  test("the longest text there can be fits, whatever it is made of", async () => {
    await then(1, opened("p-a"));
    const I12F = "\u0001".repeat(500) + "\ud800".repeat(500);
    expect(await store.evaluation.cast(ROUND, "p-a", { I12F })).toBe("taken");
    await then(2, closed(1));
    expect(await store.evaluation.texts(ROUND)).toEqual([I12F]);
  });

  test("only those are nudged who have not answered by then, and nobody waits for the others", async () => {
    const due = after(1_000);
    await then(1, opened("p-a", "p-b"), [nudge("p-a", "R1", due), nudge("p-b", "R1", due)]);
    await store.evaluation.cast(ROUND, "p-a", { I1: 5 });
    const now = after(2_000);
    expect(await store.reminders.peopleDue(now, MORNING, 10)).toEqual(["p-b"]);
    await store.reminders.makeMorning("p-b", { morning: MORNING, now });
    expect(await store.reminders.dialoguesDue(now)).toEqual([]);
    await then(2, closed(1, "fewAnswers"), []);
    await then(3, forgotten);
    // Whom the nudge was for is gone with the ballots.
    expect(await store.outbox.peek()).toEqual([]);
    expect(await store.evaluation.hasAnswered(ROUND, "p-a")).toBeUndefined();
  });

  test("who did not get a nudge is no one's to see, but an invitation that did not arrive is", async () => {
    await then(1, opened("p-a", "p-b"), [
      nudge("p-a", "R1", after(1_000)),
      { ...nudge("p-b", "R1", after(1_000)), about: { type: "evaluation", rung: "open" } },
    ]);
    const now = after(2_000);
    for (const person of ["p-a", "p-b"])
      await store.reminders.makeMorning(person, { morning: MORNING, now });
    const times = { now, real: now };
    for (const message of await store.outbox.claimPosts("me", times, 1_000, 10))
      await store.outbox.markEnded(message, "failed", "403");
    const told = await store.outbox.undelivered("d1");
    expect(told.map(({ to }) => to)).toEqual([{ type: "person", person: "p-b" }]);
  });
}
