import { beforeEach, describe, expect, test } from "vitest";
import type { Wanted } from "../../src/domain/messages.ts";
import type { Message, Store } from "../../src/store/store.ts";
import {
  AT,
  ROOT,
  after,
  at,
  change,
  exampleChange,
  hello,
  overview,
  recorded,
  step,
  times,
} from "./given.ts";

const LEASE_MS = 30_000;
const GAP_MS = 2_000;
const MINUTE = 60_000;

/** What every store promises of posting: each message once, in order, and never lost without a trace. */
export function postsContract(open: () => Promise<Store>): void {
  let store: Store;
  beforeEach(async () => {
    store = await open();
  });

  const want = (...messages: Wanted[]) => store.dialogues.save(change("d1", { messages }));
  const claim = (ms = 0, limit = 10, owner = "one") =>
    store.outbox.claimPosts(owner, times(ms), LEASE_MS, limit);
  const statuses = async () =>
    Object.fromEntries((await store.outbox.peek()).map(({ key, status }) => [key, status]));
  async function claimOne(ms = 0): Promise<Message> {
    const [message, ...more] = await claim(ms);
    if (!message || more.length > 0) throw new Error(`Claimed ${more.length + 1} or no messages.`);
    return message;
  }

  test("a wanted message is claimed by one, once, with all it says", async () => {
    await want(hello());
    const claims = await Promise.all([claim(0, 10, "one"), claim(0, 10, "two")]);
    expect(claims.flat()).toEqual([
      {
        ...hello(),
        id: expect.any(Number),
        dialogueId: "d1",
        status: "sending",
        attempts: 1,
        fence: 1,
        withdrawn: false,
      },
    ]);
  });

  test("messages are claimed oldest due first, not before they are due, and no more than asked for", async () => {
    const early = { ...hello("p-b"), dueAt: after(-5_000) };
    const late = { ...hello("p-c"), dueAt: after(5_000) };
    await want(hello("p-a"), late, early);
    expect((await claim(0, 1)).map(({ key }) => key)).toEqual(["hello.p-b"]);
    expect((await claim()).map(({ key }) => key)).toEqual(["hello.p-a"]);
    expect(await claim(4_999)).toEqual([]);
    expect((await claim(5_000)).map(({ key }) => key)).toEqual(["hello.p-c"]);
  });

  test("messages to one place are claimed one at a time, places do not wait for each other", async () => {
    await want(overview);
    await store.outbox.markSent(await claimOne(), ROOT, "hash", times());
    const [one, two] = [step("triage"), step("planning")];
    const d1 = { version: 1, events: [recorded("x")], messages: [overview, one, two, hello()] };
    await store.dialogues.save(change("d1", d1));
    const claimed = await claim();
    expect(claimed.map(({ key }) => key)).toEqual(["step.triage", "hello.p-a"]);
    expect(await claim()).toEqual([]);
    await store.outbox.markSent(claimed[0] as Message, at("1"), "hash", times());
    expect(await claimOne()).toMatchObject({ key: "step.planning" });
  });

  test("replies wait until the root of their thread is out, and then carry where it is", async () => {
    await want(step(), overview, hello());
    const first = await claim();
    expect(first.map(({ key }) => key)).toEqual(["overview", "hello.p-a"]);
    expect(await claim()).toEqual([]);
    const [root, person] = first as [Message, Message];
    await store.outbox.markSent(root, ROOT, "hash", times());
    const reply = await claimOne();
    expect(reply).toMatchObject({ key: "step.triage", thread: ROOT });
    expect(person).not.toHaveProperty("thread");
  });

  test("replies go to the same place when Teams does not tell the root's id", async () => {
    await want(overview, step());
    const { activityId: _, ...noId } = ROOT;
    await store.outbox.markSent(await claimOne(), noId, "hash", times());
    expect(await claimOne()).toMatchObject({ thread: noId });
  });

  test("one that was sent says where, and its dialogue is found by it", async () => {
    await want(overview);
    expect(await store.outbox.placeOf("d1", "overview")).toBeUndefined();
    const root = await claimOne();
    expect(await store.outbox.markSent(root, ROOT, "hash", times())).toBe(true);
    expect(await store.outbox.placeOf("d1", "overview")).toEqual(ROOT);
    expect(await store.dialogues.findByThread("19:channel@thread", "100")).toBe("d1");
    expect(await store.dialogues.findByThread("19:other", "100")).toBeUndefined();
    expect(await store.dialogues.findByThread("19:channel@thread", "101")).toBeUndefined();
    expect(await store.outbox.peek("d1")).toMatchObject([
      { status: "sent", sent: ROOT, shownHash: "hash", attempts: 1 },
    ]);
  });

  test("one posted once for everybody is unknown when its lease runs out", async () => {
    await want(overview);
    await claimOne();
    expect(await claim(LEASE_MS - 1)).toEqual([]);
    expect(await statuses()).toEqual({ overview: "sending" });
    expect(await claim(LEASE_MS)).toEqual([]);
    expect(await statuses()).toEqual({ overview: "unknown" });
  });

  test("one asked of a person is tried once more ten minutes after its lease ran out, never a third time", async () => {
    await want(hello());
    await claimOne();
    expect(await claim(LEASE_MS)).toEqual([]);
    expect(await claim(LEASE_MS + 10 * MINUTE - 1)).toEqual([]);
    expect(await claimOne(LEASE_MS + 10 * MINUTE)).toMatchObject({ attempts: 2 });
    expect(await claim(60 * MINUTE)).toEqual([]);
    expect(await claim(600 * MINUTE)).toEqual([]);
    expect(await statuses()).toEqual({ "hello.p-a": "unknown" });
  });

  test("leases go by real time, repeats by the clock of the rules", async () => {
    await want(hello());
    const claimed = { now: AT, real: after(-LEASE_MS / 2) };
    expect(await store.outbox.claimPosts("one", claimed, LEASE_MS, 9)).toHaveLength(1);
    await store.outbox.claimPosts("one", { now: AT, real: after(LEASE_MS / 2 - 1) }, LEASE_MS, 9);
    expect(await statuses()).toEqual({ "hello.p-a": "sending" });
    const stands = { now: AT, real: after(LEASE_MS / 2) };
    expect(await store.outbox.claimPosts("one", stands, LEASE_MS, 9)).toEqual([]);
    expect(await statuses()).toEqual({ "hello.p-a": "pending" });
    const later = { now: AT, real: after(60 * MINUTE) };
    expect(await store.outbox.claimPosts("one", later, LEASE_MS, 9)).toEqual([]);
    const moved = { now: after(10 * MINUTE), real: after(LEASE_MS) };
    expect(await store.outbox.claimPosts("one", moved, LEASE_MS, 9)).toHaveLength(1);
  });

  test("a mark of an earlier claim changes nothing once another has claimed", async () => {
    await want(hello());
    const first = await claimOne();
    await claim(LEASE_MS);
    const second = await claimOne(20 * MINUTE);
    expect(await store.outbox.markSent(first, at("old"), "old", times())).toBe(false);
    expect(await store.outbox.retryLater(first, { countAttempt: true }, "x")).toBe(false);
    expect(await store.outbox.markEnded(first, "failed", "x")).toBe(false);
    expect(await store.outbox.markSent(second, at("new"), "new", times())).toBe(true);
    expect(await store.outbox.peek()).toMatchObject([{ sent: at("new"), attempts: 2 }]);
  });

  test("an answer that comes after the lease ran out is believed while nobody else has claimed", async () => {
    await want(hello(), overview);
    const messages = await claim();
    await claim(LEASE_MS);
    for (const message of messages)
      expect(await store.outbox.markSent(message, at("7"), "hash", times())).toBe(true);
    expect(await statuses()).toEqual({ "hello.p-a": "sent", overview: "sent" });
    expect(await claim(60 * MINUTE)).toEqual([]);
  });

  test("one put off waits for the hour named and for the hold, and an attempt that was ours is not counted", async () => {
    await want(hello());
    const wait = { dueAt: after(MINUTE), holdUntil: after(2 * MINUTE), countAttempt: false };
    expect(await store.outbox.retryLater(await claimOne(), wait, "401")).toBe(true);
    const clocks = (now: number, real: number) => ({ now: after(now), real: after(real) });
    const claimAt = (now: number, real: number) =>
      store.outbox.claimPosts("one", clocks(now, real), LEASE_MS, 9);
    expect(await claimAt(MINUTE - 1, 9 * MINUTE)).toEqual([]);
    expect(await claimAt(9 * MINUTE, 2 * MINUTE - 1)).toEqual([]);
    expect(await claimAt(MINUTE, 2 * MINUTE)).toMatchObject([{ attempts: 1, fence: 2 }]);
  });

  test("one that ended is not claimed again, and still wanted stays ended", async () => {
    await want(hello("p-a"), hello("p-b"), hello("p-c"));
    const [a, b, c] = (await claim()) as [Message, Message, Message];
    await store.outbox.markEnded(a, "failed", "403");
    await store.outbox.markEnded(b, "unknown", "timeout");
    await store.outbox.markEnded(c, "cancelled", "left");
    const messages = [hello("p-a"), hello("p-b"), hello("p-c")];
    await store.dialogues.save(change("d1", { version: 1, events: [recorded("x")], messages }));
    expect(await statuses()).toEqual({
      "hello.p-a": "failed",
      "hello.p-b": "unknown",
      "hello.p-c": "cancelled",
    });
    expect(await claim(600 * MINUTE)).toEqual([]);
  });

  test("leases of another claimer of this place are let go at start, by class", async () => {
    await want(overview, hello());
    await claim(0, 10, "earlier");
    await store.outbox.releaseOthers("earlier", AT);
    expect(await statuses()).toEqual({ overview: "sending", "hello.p-a": "sending" });
    await store.outbox.releaseOthers("now", AT);
    expect(await statuses()).toEqual({ overview: "unknown", "hello.p-a": "pending" });
    expect(await claim(10 * MINUTE - 1)).toEqual([]);
    expect(await claimOne(10 * MINUTE)).toMatchObject({ key: "hello.p-a", attempts: 2 });
  });

  test("what belongs to no dialogue is posted once, whoever asks again", async () => {
    const welcome: Wanted = { ...overview, key: "welcome.team-1", about: { kind: "welcome" } };
    await store.outbox.post(welcome, AT);
    await store.outbox.post(welcome, after(MINUTE));
    const message = await claimOne();
    expect(message).toMatchObject({ dialogueId: null, key: "welcome.team-1" });
    await store.outbox.markSent(message, ROOT, "hash", times());
    await store.outbox.post(welcome, after(MINUTE));
    expect(await claim(MINUTE)).toEqual([]);
    expect(await store.outbox.claimEdits("one", times(MINUTE), LEASE_MS, GAP_MS, 9)).toEqual([]);
  });

  test("the next due instant is that of the first message that can be posted", async () => {
    expect(await store.outbox.nextDue()).toBeUndefined();
    await want({ ...overview, dueAt: after(9_000) }, step(), { ...hello(), dueAt: after(10_000) });
    expect(await store.outbox.nextDue()).toBe(after(9_000));
    await claim(9_000);
    expect(await store.outbox.nextDue()).toBe(after(10_000));
  });

  test("what somebody has claimed is under way until it is out or the lease is over", async () => {
    expect(await store.outbox.isUnderWay(AT)).toBe(false);
    await want(overview);
    const message = await claimOne();
    expect(await store.outbox.isUnderWay(AT)).toBe(true);
    expect(await store.outbox.isUnderWay(after(LEASE_MS))).toBe(false);
    await store.outbox.markSent(message, ROOT, "hash", times());
    expect(await store.outbox.isUnderWay(AT)).toBe(false);
  });

  test("two messages of one dialogue never have the same key", async () => {
    await expect(want(hello(), hello())).rejects.toThrow("two messages with the key hello.p-a");
    expect(await store.outbox.peek()).toEqual([]);
  });

  describe("what had been sent of a deleted example", () => {
    test("is told, and what is being sent is taken up once it is out", async () => {
      const messages = [hello("p-a"), hello("p-b"), hello("p-c")];
      await store.dialogues.save(exampleChange("e1", { messages }));
      const [sent, sending] = (await claim(0, 2)) as [Message, Message];
      await store.outbox.markSent(sent, at("1"), "hash", times());
      expect(await store.dialogues.deleteExample("e1")).toEqual([at("1")]);
      expect(await store.outbox.peek("e1")).toEqual([]);
      expect(await store.outbox.markSent(sending, at("2"), "hash", times())).toBe(true);
      const edits = await store.outbox.claimEdits("one", times(1), LEASE_MS, GAP_MS, 9);
      expect(edits).toMatchObject([{ dialogueId: null, withdrawn: true, sent: at("2") }]);
      expect(await claim(600 * MINUTE)).toEqual([]);
      await store.outbox.markEnded(edits[0] as Message, "cancelled", "example-deleted");
      expect(await store.outbox.peek()).toEqual([]);
    });

    test.each([
      ["fails for now", (one: Message) => store.outbox.retryLater(one, AGAIN, "503")],
      ["fails for good", (one: Message) => store.outbox.markEnded(one, "failed", "403")],
      ["is never answered", (one: Message) => store.outbox.markUnanswered(one, "408", times())],
      ["was begun by another life", () => store.outbox.releaseOthers("two", AT)],
    ])("leaves no row when it %s while it is being sent", async (_how, ends) => {
      await store.dialogues.save(exampleChange("e1", { messages: [hello()] }));
      const [sending] = (await claim(0, 1)) as [Message];
      await store.dialogues.deleteExample("e1");
      await ends(sending);
      expect(await store.outbox.peek()).toEqual([]);
    });

    test("leaves no row when somebody has deleted it in Teams before it is taken up", async () => {
      await store.dialogues.save(exampleChange("e1", { messages: [hello()] }));
      const [sending] = (await claim(0, 1)) as [Message];
      await store.dialogues.deleteExample("e1");
      await store.outbox.markSent(sending, at("1"), "hash", times());
      const [edit] = await store.outbox.claimEdits("one", times(1), LEASE_MS, GAP_MS, 9);
      await store.outbox.forgetSent(edit as Message, false);
      expect(await store.outbox.peek()).toEqual([]);
    });
  });
}

const AGAIN = { countAttempt: true } as const;
