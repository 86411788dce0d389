import { beforeEach, expect, test } from "vitest";
import type { Wanted } from "../../src/domain/messages.ts";
import { MOVED_AWAY } from "../../src/store/move.ts";
import type { Message, Store } from "../../src/store/store.ts";
import { at, hello, overview, ROOT, step, times } from "./given.ts";
import { livingDialogue } from "./living.ts";

const ELSEWHERE = "19:elsewhere@thread";
const NEW_ROOT = { ...ROOT, conversationId: `${ELSEWHERE};messageid=900`, activityId: "900" };
/** The same message, wanted in another channel of another team. */
function moved(wanted: Wanted): Wanted {
  if (wanted.to.type === "person") return wanted;
  return { ...wanted, to: { ...wanted.to, teamId: "team-2", channelId: ELSEWHERE } };
}

/** What every store promises of the messages of a dialogue that moves to another channel (decisions.md §2.2). */
export function movedContract(open: () => Promise<Store>): void {
  let store: Store;
  let d1: ReturnType<typeof livingDialogue>;
  const all = [overview, step("triage"), step("planning"), hello()];
  beforeEach(async () => {
    store = await open();
    d1 = livingDialogue(store);
  });
  const living = async () => (await store.outbox.peek("d1")).filter(({ withdrawn }) => !withdrawn);

  test("a dialogue that moves posts its root and then its replies in the new channel, each once, and leaves chats as they are", async () => {
    await d1.want(...all);
    await d1.postAll();
    await d1.want(...all.map(moved));
    const root = await d1.claim();
    expect(root).toMatchObject([{ key: "overview", to: { channelId: ELSEWHERE } }]);
    expect(root[0]).not.toHaveProperty("thread");
    await store.outbox.markSent(root[0] as Message, NEW_ROOT, "root", times());
    for (const key of ["step.triage", "step.planning"]) {
      const [reply] = (await d1.claim()) as [Message];
      expect(reply).toMatchObject({ key, thread: NEW_ROOT });
      await store.outbox.markSent(reply, at(key, NEW_ROOT.conversationId), key, times());
    }
    expect(await d1.claim()).toEqual([]);
    expect(await store.outbox.placeOf("d1", "hello.p-a")).toEqual(at("hello.p-a"));
    expect(await store.dialogues.findByThread(ELSEWHERE, "900")).toBe("d1");
    expect(await store.dialogues.findByThread("19:channel@thread", "100")).toBeUndefined();
    await d1.want(...all.map(moved));
    expect(await d1.claim()).toEqual([]);
  });

  test("cards left behind are edited no more, and are shown as left once that channel is there again", async () => {
    await d1.want(...all);
    await d1.postAll();
    await d1.want(...all.map(moved));
    await d1.postAll();
    for (let n = 0; n < 2; n++) await d1.want(...all.map(moved));
    const leftBehind = async () =>
      (await d1.edits(60_000)).flatMap(({ withdrawn, sent }) =>
        withdrawn ? [sent?.activityId ?? ""] : [],
      );
    expect(await leftBehind()).toEqual([]);
    await store.outbox.offerMissed({ teamId: "team-1" }, [MOVED_AWAY], times().now);
    expect(new Set(await leftBehind())).toEqual(new Set(["100", "step.planning", "step.triage"]));
  });

  test("what was waiting, on its way or lost when the dialogue moved goes to the new channel alone", async () => {
    await d1.want(overview, step("triage"));
    const [sending] = (await d1.claim()) as [Message];
    await d1.want(moved(overview), moved(step("triage")));
    expect(await store.outbox.markSent(sending, ROOT, "late", times())).toBe(false);
    expect(await d1.claim()).toMatchObject([{ key: "overview", to: { channelId: ELSEWHERE } }]);

    const d2 = livingDialogue(store, "d2");
    await d2.want(overview);
    const [failing] = (await d2.claim()) as [Message];
    await store.outbox.markEnded(failing, "failed", "ChannelDeleted");
    expect(await store.outbox.undelivered("d2")).toHaveLength(1);
    await d2.want(moved(overview));
    expect(await store.outbox.undelivered("d2")).toEqual([]);
    expect(await d2.claim()).toMatchObject([{ key: "overview", attempts: 1 }]);
  });

  test("a dialogue that moves twice has one living message for each key", async () => {
    const back = { ...ROOT, conversationId: "19:channel@thread;messageid=901", activityId: "901" };
    await d1.want(overview);
    await d1.postAll();
    await d1.want(moved(overview));
    const [there] = (await d1.claim()) as [Message];
    await store.outbox.markSent(there, NEW_ROOT, "there", times());
    await d1.want(overview);
    const [again] = (await d1.claim()) as [Message];
    await store.outbox.markSent(again, back, "back", times());
    expect(await living()).toMatchObject([{ key: "overview", sent: back }]);
    expect(await store.dialogues.findByThread("19:channel@thread", "901")).toBe("d1");
  });
}
