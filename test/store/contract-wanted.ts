import { beforeEach, expect, test } from "vitest";
import type { Message, Store } from "../../src/store/store.ts";
import { AT, ROOT, after, at, hello, overview, step, times } from "./given.ts";
import { LEASE_MS, livingDialogue } from "./living.ts";

/** What every store promises of messages a dialogue stops wanting, wants otherwise, or has lost. */
export function wantedContract(open: () => Promise<Store>): void {
  let store: Store;
  let d1: ReturnType<typeof livingDialogue>;
  beforeEach(async () => {
    store = await open();
    d1 = livingDialogue(store);
  });

  test("a message not sent yet and no longer wanted is cancelled, and wanted again it is posted", async () => {
    await d1.want(hello());
    await d1.want();
    expect(await d1.shown()).toEqual([["hello.p-a", "cancelled", true]]);
    expect(await d1.claim()).toEqual([]);
    await d1.want(hello());
    expect(await d1.claim()).toMatchObject([{ key: "hello.p-a", withdrawn: false }]);
  });

  test("a card no longer wanted is drawn one last time, and then rests until it is wanted again", async () => {
    await d1.want(hello());
    await d1.postAll();
    await d1.want();
    const last = await d1.editOne(0);
    expect(last.withdrawn).toBe(true);
    await store.outbox.markEdited(last, "receipt", times());
    await d1.want();
    await d1.want();
    expect(await d1.edits(60_000)).toEqual([]);
    await d1.want(hello());
    expect(await d1.editOne(60_000)).toMatchObject({ withdrawn: false, shownHash: "receipt" });
    expect(await d1.claim(60_000)).toEqual([]);
  });

  test("a message no longer wanted while it is being sent keeps its id and becomes a receipt", async () => {
    await d1.want(hello());
    const [sending] = (await d1.claim()) as [Message];
    await d1.want();
    expect(await d1.shown()).toEqual([["hello.p-a", "sending", true]]);
    expect(await store.outbox.markSent(sending, at("1"), "first", times())).toBe(true);
    expect(await d1.editOne(0)).toMatchObject({ id: sending.id, withdrawn: true });
  });

  test("a message no longer wanted is not tried again when it failed", async () => {
    await d1.want(hello("p-a"), hello("p-b"));
    const [one] = (await d1.claim()) as [Message];
    await d1.want();
    await store.outbox.retryLater(one, { countAttempt: true }, "412");
    expect(await d1.claim(600_000_000)).toEqual([]);
    expect(await d1.shown()).toEqual([
      ["hello.p-a", "cancelled", true],
      ["hello.p-b", "unknown", true],
    ]);
  });

  test("a message that waits is moved when it is wanted at another time or place", async () => {
    await d1.want(hello());
    await d1.want({ ...hello(), dueAt: after(5_000) });
    expect(await d1.claim(4_999)).toEqual([]);
    await d1.want({ ...hello(), to: { type: "person", person: "p-z" } });
    expect(await d1.claim(0)).toMatchObject([{ to: { type: "person", person: "p-z" } }]);
  });

  test("a message that waits keeps its turn when nothing about it changes", async () => {
    const wait = { dueAt: after(5_000), countAttempt: true };
    await d1.want(hello());
    const [message] = (await d1.claim()) as [Message];
    await store.outbox.retryLater(message, wait, "429");
    await d1.want(hello());
    expect(await d1.claim(4_999)).toEqual([]);
    expect(await d1.claim(5_000)).toHaveLength(1);
  });

  test("a card that is gone from Teams is posted again, or never more", async () => {
    await d1.want(hello("p-a"), hello("p-b"));
    await d1.postAll();
    await d1.want(hello("p-a"), hello("p-b"));
    const [a, b] = (await d1.edits()) as [Message, Message];
    expect(await store.outbox.forgetSent(a, true)).toBe(true);
    expect(await store.outbox.forgetSent(b, false)).toBe(true);
    expect(await store.outbox.forgetSent(b, true)).toBe(false);
    await d1.want(hello("p-a"), hello("p-b"));
    const claimed = await d1.claim();
    expect(claimed).toMatchObject([{ key: "hello.p-a" }]);
    expect(claimed[0]).not.toHaveProperty("sent");
    expect(await d1.edits(60_000)).toEqual([]);
  });

  test("a reply that is gone takes no thread with it", async () => {
    await d1.want(overview, step());
    await d1.postAll();
    await d1.want(overview, step());
    const reply = (await d1.edits()).find(({ key }) => key === "step.triage") as Message;
    await store.outbox.forgetSent(reply, true);
    expect(await d1.claim()).toMatchObject([{ key: "step.triage", thread: ROOT }]);
  });

  test("a reply that waits for a root that is gone holds up no edits", async () => {
    await d1.want(overview, step());
    await d1.postAll();
    await d1.want(overview, step());
    const root = (await d1.edits()).find(({ key }) => key === "overview") as Message;
    await store.outbox.forgetSent(root, false);
    await d1.want(overview, step("triage"), step("planning"));
    expect(await d1.claim(LEASE_MS)).toEqual([]);
    expect(await d1.edits(LEASE_MS)).toMatchObject([{ key: "step.triage" }]);
  });

  test("a thread whose root is gone waits for a new one", async () => {
    await d1.want(overview);
    await d1.postAll();
    await d1.want(overview, step());
    await store.outbox.retryLater(
      ((await d1.claim()) as [Message])[0],
      { holdUntil: after(1_000), countAttempt: true },
      "412",
    );
    expect(await store.outbox.forgetSent(await d1.editOne(0), true)).toBe(true);
    const [root, ...others] = (await d1.claim(2_000)) as [Message];
    expect([root.key, others, root.thread]).toEqual(["overview", [], undefined]);
    await store.outbox.markSent(root, { ...ROOT, activityId: "200" }, "new", times());
    expect(await d1.claim(2_000)).toMatchObject([{ thread: { activityId: "200" } }]);
    expect(await store.dialogues.findByThread("19:channel@thread", "100")).toBeUndefined();
    expect(await store.dialogues.findByThread("19:channel@thread", "200")).toBe("d1");
  });

  test("an Översikt posted anew lies in its thread, and its old place is drawn one last time", async () => {
    await d1.want(overview, step());
    await d1.postAll();
    expect(await store.outbox.repost("d1", "overview", after(1_000))).toEqual(ROOT);
    const [anew] = (await d1.claim(1_000)) as [Message];
    expect(anew).toMatchObject({ key: "overview", thread: ROOT });
    expect(await store.outbox.placeOf("d1", "overview")).toEqual(ROOT);
    await store.outbox.markSent(anew, at("300"), "new", times(1_000));
    const old = await d1.editOne(1_000);
    expect(old).toMatchObject({ about: { kind: "overview" }, sent: ROOT, withdrawn: true });
    await store.outbox.markEdited(old, "pointer", times(1_000));
    await d1.want(overview, step());
    expect((await d1.edits(60_000)).map(({ sent }) => sent?.activityId ?? "").toSorted()).toEqual([
      "300",
      "step.triage",
    ]);
    expect(await store.dialogues.findByThread("19:channel@thread", "100")).toBe("d1");
    expect(await store.dialogues.findByThread("19:channel@thread", "300")).toBe("d1");
  });

  test("one that waits or is being sent is not posted anew; one that is lost is", async () => {
    await d1.want(overview);
    expect(await store.outbox.repost("d1", "overview", AT)).toBeUndefined();
    const [root] = (await d1.claim()) as [Message];
    expect(await store.outbox.repost("d1", "overview", AT)).toBeUndefined();
    expect(await d1.claim()).toEqual([]);
    expect(await store.outbox.markEnded(root, "unknown", "timeout")).toBe(true);
    expect(await store.outbox.repost("d1", "overview", AT)).toBeUndefined();
    expect(await d1.claim()).toMatchObject([{ key: "overview", attempts: 1 }]);
    await expect(store.outbox.repost("d1", "nothing", AT)).rejects.toThrow("no message nothing");
  });

  test("cards are drawn again when words they may show are erased", async () => {
    await d1.want(overview);
    await d1.postAll();
    const [event] = (await store.dialogues.load("d1")).events;
    const title = event?.type === "DialogueStarted" ? event.title : undefined;
    const ref = title && "ref" in title && title.ref !== undefined ? title.ref : "";
    const erasure = { dialogueId: "d1", ref, ground: "gdpr-17", by: "p-r", at: AT };
    expect(await store.dialogues.erase(erasure)).toBe(true);
    expect(await d1.edits()).toHaveLength(1);
  });
}
