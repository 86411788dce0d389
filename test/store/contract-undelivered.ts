import { beforeEach, expect, test } from "vitest";
import type { Message, Store } from "../../src/store/store.ts";
import { after, change, hello, times } from "./given.ts";

const HOUR = 3_600_000;

/** What every store promises of messages that ended without arriving: they can be seen, and sent again once. */
export function undeliveredContract(open: () => Promise<Store>): void {
  let store: Store;
  beforeEach(async () => {
    store = await open();
  });
  async function claimed(ms = 0): Promise<Message> {
    const [message] = await store.outbox.claimPosts("me", times(ms), 30_000, 10);
    if (!message) throw new Error("Nothing was claimed.");
    return message;
  }
  async function lost(status: "failed" | "unknown", code: string): Promise<Message> {
    await store.dialogues.save(change("d1", { messages: [hello()] }));
    const message = await claimed();
    await store.outbox.markEnded(message, status, code);
    return message;
  }

  test("one that failed is told of with why, to its own dialogue alone", async () => {
    const { id } = await lost("failed", "ConversationBlockedByUser");
    const { about, to } = hello();
    expect(await store.outbox.undelivered("d1")).toEqual([
      { id, about, to, status: "failed", code: "ConversationBlockedByUser" },
    ]);
    expect(await store.outbox.undelivered("d2")).toEqual([]);
  });

  test("sent again it waits untried; the second time, and from another dialogue, nothing happens", async () => {
    const { id } = await lost("unknown", "Http500");
    expect(await store.outbox.sendAgain("d2", id, after(HOUR))).toBe(false);
    expect(await store.outbox.sendAgain("d1", id, after(HOUR))).toBe(true);
    expect(await store.outbox.sendAgain("d1", id, after(HOUR))).toBe(false);
    expect(await store.outbox.undelivered("d1")).toEqual([]);
    expect(await claimed(HOUR)).toMatchObject({ id, attempts: 1, status: "sending" });
  });

  test("one that is out, or that nobody wants any more, is not sent again", async () => {
    await store.dialogues.save(change("d1", { messages: [hello("p-a"), hello("p-b")] }));
    const [one, other] = await store.outbox.claimPosts("me", times(), 30_000, 10);
    if (!one || !other) throw new Error("Two were to be claimed.");
    const place = { conversationId: "a:1", activityId: "7", serviceUrl: "https://x.example/" };
    await store.outbox.markSent(one, place, "hash", times());
    expect(await store.outbox.sendAgain("d1", one.id, after(HOUR))).toBe(false);
    await store.outbox.markEnded(other, "cancelled", "not wanted");
    expect(await store.outbox.sendAgain("d1", other.id, after(HOUR))).toBe(false);
    expect(await store.outbox.undelivered("d1")).toEqual([]);
  });

  test("a morning that did not arrive is told of to the dialogues it told of", async () => {
    const about = { type: "deadline", code: "D01", rung: "R1" } as const;
    const reminder = { key: "D01:R1:p-a", about, person: "p-a", dueAt: after(HOUR) };
    await store.dialogues.save(change("d1", { reminders: [reminder] }));
    await store.dialogues.save(change("d2"));
    await store.reminders.makeMorning("p-a", { morning: "2027-01-11", now: after(HOUR) });
    await store.outbox.markEnded(await claimed(HOUR), "failed", "NotInTeam");
    expect(await store.outbox.undelivered("d1")).toMatchObject([{ about: { kind: "morning" } }]);
    expect(await store.outbox.undelivered("d2")).toEqual([]);
  });
}
