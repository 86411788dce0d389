import { beforeEach, expect, test } from "vitest";
import type { Message, Store } from "../../src/store/store.ts";
import { ROOT, after, at, hello, overview, step, times } from "./given.ts";
import { livingDialogue, GAP_MS, LEASE_MS } from "./living.ts";

/** What every store promises of living cards: they end up showing the last state, with few edits. */
export function editsContract(open: () => Promise<Store>): void {
  let store: Store;
  let d1: ReturnType<typeof livingDialogue>;
  beforeEach(async () => {
    store = await open();
    d1 = livingDialogue(store);
  });

  test("a card that shows the last state is not edited", async () => {
    await d1.want(overview);
    await d1.postAll();
    expect(await d1.edits()).toEqual([]);
  });

  test("every card of a dialogue is edited after a change, the first time at once", async () => {
    await d1.want(overview, step(), hello());
    await d1.postAll();
    await d1.want(overview, step(), hello());
    const claimed = await d1.edits();
    expect(claimed.map(({ key }) => key).toSorted()).toEqual([
      "hello.p-a",
      "overview",
      "step.triage",
    ]);
    expect(claimed.find(({ key }) => key === "overview")).toMatchObject({
      status: "sent",
      sent: ROOT,
      shownHash: "first",
      withdrawn: false,
    });
    expect(await d1.edits()).toEqual([]);
  });

  test("changes soon after an edit wait for the gap and are then shown by one edit", async () => {
    await d1.want(overview);
    await d1.postAll();
    await d1.want(overview);
    await store.outbox.markEdited(await d1.editOne(0), "second", times(100));
    await d1.want(overview);
    await d1.want(overview);
    expect(await d1.edits(100 + GAP_MS - 1)).toEqual([]);
    await store.outbox.markEdited(await d1.editOne(100 + GAP_MS), "third", times(100 + GAP_MS));
    expect(await d1.edits(60_000)).toEqual([]);
  });

  test("a change made while a card is drawn is shown by another edit", async () => {
    await d1.want(overview);
    await d1.postAll();
    await d1.want(overview);
    const edit = await d1.editOne(0);
    await d1.want(overview);
    await store.outbox.markEdited(edit, "second", times());
    expect(await d1.edits(GAP_MS)).toHaveLength(1);
  });

  test("a change made while a message is posted is shown by an edit", async () => {
    await d1.want(overview);
    const [root] = (await d1.claim()) as [Message];
    await d1.want(overview);
    await store.outbox.markSent(root, ROOT, "first", times());
    expect(await d1.edits()).toHaveLength(1);
  });

  test("an edit that changed nothing makes nobody wait", async () => {
    await d1.want(overview);
    await d1.postAll();
    await d1.want(overview);
    await store.outbox.markEdited(await d1.editOne(0), "first", times());
    await d1.want(overview);
    expect(await d1.edits(1)).toHaveLength(1);
  });

  test("an edit whose lease ran out is made again; a late mark of the first changes nothing", async () => {
    await d1.want(overview);
    await d1.postAll();
    await d1.want(overview);
    const first = await d1.editOne(0);
    expect(await d1.edits(LEASE_MS - 1, "two")).toEqual([]);
    const [second] = (await d1.edits(LEASE_MS, "two")) as [Message];
    expect(await store.outbox.markEdited(first, "late", times())).toBe(false);
    expect(await store.outbox.markEdited(second, "second", times())).toBe(true);
    expect(await store.outbox.peek()).toMatchObject([{ shownHash: "second" }]);
  });

  test("an edit that was put off is held so long, and its attempts are its own", async () => {
    await d1.want(overview);
    await d1.postAll();
    await d1.want(overview);
    const wait = { holdUntil: after(5_000), countAttempt: true };
    await store.outbox.retryLater(await d1.editOne(0), wait, "429");
    expect(await d1.edits(4_999)).toEqual([]);
    expect(await d1.editOne(5_000)).toMatchObject({ attempts: 2, status: "sent" });
  });

  test("an edit that was refused is given up until the next change", async () => {
    await d1.want(overview);
    await d1.postAll();
    await d1.want(overview);
    await store.outbox.markEnded(await d1.editOne(0), "failed", "403");
    expect(await d1.edits(60_000)).toEqual([]);
    expect(await d1.shown()).toEqual([["overview", "sent", false]]);
    await d1.want(overview);
    expect(await d1.edits(60_000)).toHaveLength(1);
  });

  test("new messages go before edits in the same place, and hold up no other place", async () => {
    await d1.want(overview, step("triage"), hello("p-a"));
    await d1.postAll();
    await d1.want(overview, step("triage"), hello("p-a"), step("planning"));
    expect((await d1.edits()).map(({ key }) => key)).toEqual(["hello.p-a"]);
    const [post] = (await d1.claim()) as [Message];
    expect(post.key).toBe("step.planning");
    expect(await d1.edits()).toEqual([]);
    await store.outbox.markSent(post, at("9"), "first", times());
    expect((await d1.edits()).map(({ key }) => key).toSorted()).toEqual([
      "overview",
      "step.triage",
    ]);
  });

  test("a message that is not due yet, or is held, holds up no edits", async () => {
    const later = { ...step("planning"), dueAt: after(60_000) };
    await d1.want(overview);
    await d1.postAll();
    await d1.want(overview, later, step("triage"));
    const [post] = (await d1.claim()) as [Message];
    await store.outbox.retryLater(post, { holdUntil: after(9_000), countAttempt: true }, "429");
    expect((await d1.edits()).map(({ key }) => key)).toEqual(["overview"]);
  });

  test("a card Teams gave no id for cannot be edited and is not claimed", async () => {
    await d1.want(hello());
    const [message] = (await d1.claim()) as [Message];
    const { activityId: _, ...nowhere } = at("1");
    await store.outbox.markSent(message, nowhere, "first", times());
    await d1.want(hello());
    expect(await d1.edits()).toEqual([]);
  });
}
