import { expect, test } from "vitest";
import type { Reminder } from "../../src/domain/reminders.ts";
import type { Store } from "../../src/store/store.ts";
import { AT, after, change, started } from "./given.ts";

const HOUR = 3_600_000;

function reminder(person: string, code: string, dueAt: string, rung: "R1" | "R2" = "R1"): Reminder {
  return {
    key: `${code}:${rung}:${person}`,
    about: { type: "deadline", code, rung },
    person,
    dueAt,
  };
}

/** What every store promises about reminders (reliability.md §3). */
export function remindersContract(open: () => Promise<Store>): void {
  const first = reminder("p-a", "D01", after(HOUR));
  const second = reminder("p-a", "D02", after(2 * HOUR));
  const others = reminder("p-b", "D02", after(HOUR));

  async function planned(...reminders: readonly Reminder[]): Promise<Store> {
    const store = await open();
    await store.dialogues.save(change("d-1", { reminders }));
    return store;
  }
  const morning = (store: Store, person: string, at: string, day = "2027-01-11") =>
    store.reminders.makeMorning(person, { morning: day, now: at });
  const told = async (store: Store) => {
    const messages = (await store.outbox.peek()).filter(({ about }) => about.kind === "morning");
    return Promise.all(
      messages.map(async ({ id, to }) => [
        to.type === "person" ? to.person : "",
        (await store.reminders.in(id)).map(({ dialogueId, key }) => `${dialogueId} ${key}`),
      ]),
    );
  };

  test("are planned with the change, become due one by one, and are told in one message a person and morning", async () => {
    const store = await planned(first, second, others);
    expect(await store.reminders.next(AT)).toBe(after(HOUR));
    expect(await store.reminders.peopleDue(AT, "2027-01-11", 10)).toEqual([]);
    expect(await store.reminders.peopleDue(after(2 * HOUR), "2027-01-11", 10)).toEqual([
      "p-a",
      "p-b",
    ]);
    expect(await morning(store, "p-a", after(2 * HOUR))).toBe(true);
    expect(await morning(store, "p-a", after(2 * HOUR))).toBe(false);
    expect(await told(store)).toEqual([["p-a", ["d-1 D01:R1:p-a", "d-1 D02:R1:p-a"]]]);
    expect(await store.reminders.peopleDue(after(2 * HOUR), "2027-01-11", 10)).toEqual(["p-b"]);
  });

  test("of several dialogues are told together", async () => {
    const store = await planned(first);
    await store.dialogues.save(change("d-2", { reminders: [first] }));
    await morning(store, "p-a", after(HOUR));
    expect(await told(store)).toEqual([["p-a", ["d-1 D01:R1:p-a", "d-2 D01:R1:p-a"]]]);
  });

  test("tell each thing once, by its newest reminder; the older one is expired", async () => {
    const store = await planned(first, reminder("p-a", "D01", after(2 * HOUR), "R2"));
    await morning(store, "p-a", after(2 * HOUR));
    expect(await told(store)).toEqual([["p-a", ["d-1 D01:R2:p-a"]]]);
    expect(await store.reminders.dialoguesDue(after(2 * HOUR))).toEqual([]);
  });

  test("no longer wanted are never told, wanted again in time they are, and what was told is not told again", async () => {
    const store = await planned(first, second);
    await store.reminders.plan("d-1", [second], AT);
    await morning(store, "p-a", after(HOUR));
    expect(await told(store)).toEqual([["p-a", []]]);
    await store.reminders.plan("d-1", [first, second], after(HOUR + 1));
    expect(await store.reminders.dialoguesDue(after(HOUR + 1))).toEqual([]);
    await store.reminders.plan("d-1", [], after(HOUR + 1));
    await store.reminders.plan("d-1", [second], after(HOUR + 2));
    await morning(store, "p-a", after(2 * HOUR), "2027-01-12");
    expect((await told(store)).at(-1)).toEqual(["p-a", ["d-1 D02:R1:p-a"]]);
    await store.reminders.plan("d-1", [], after(3 * HOUR));
    await store.reminders.plan("d-1", [second], AT);
    expect(await store.reminders.dialoguesDue(after(3 * HOUR))).toEqual([]);
  });

  test("of a dialogue that rests wait until it goes on", async () => {
    const store = await planned(first);
    const rests = (version: number, status: string) =>
      store.dialogues.save(
        change("d-1", {
          version,
          events: [started("d-1")],
          index: { ...change("d-1").index, status },
          reminders: [first],
        }),
      );
    await rests(1, "paused");
    expect(await store.reminders.dialoguesDue(after(HOUR))).toEqual([]);
    expect(await store.reminders.next(AT)).toBeUndefined();
    await rests(2, "active");
    expect(await store.reminders.dialoguesDue(after(HOUR))).toEqual(["d-1"]);
  });

  test("a morning that tells of a dialogue is drawn again when the dialogue moves on", async () => {
    const store = await planned(first);
    await morning(store, "p-a", after(HOUR));
    const real = { now: after(HOUR), real: after(HOUR) };
    const [post] = await store.outbox.claimPosts("me", real, 1_000, 10);
    if (!post) throw new Error("Nothing was claimed.");
    const place = { conversationId: "a:1", activityId: "7", serviceUrl: "https://x.example/" };
    await store.outbox.markSent(post, place, "hash", real);
    expect(await store.outbox.claimEdits("me", real, 1_000, 0, 10)).toEqual([]);
    await store.dialogues.save(change("d-1", { version: 1, events: [started("d-1")] }));
    const [edit] = await store.outbox.claimEdits("me", real, 1_000, 0, 10);
    expect(edit?.id).toBe(post.id);
  });

  test("one whose thing is over is drawn once more, and then only when it is wanted again", async () => {
    const store = await planned(first);
    await morning(store, "p-a", after(HOUR));
    const real = { now: after(HOUR), real: after(HOUR) };
    const [post] = await store.outbox.claimPosts("me", real, 1_000, 10);
    if (!post) throw new Error("Nothing was claimed.");
    const place = { conversationId: "a:1", activityId: "7", serviceUrl: "https://x.example/" };
    await store.outbox.markSent(post, place, "hash", real);
    let version = 0;
    const moved = async (reminders: readonly Reminder[], more = {}) => {
      version += 1;
      const events = [started("d-1")];
      await store.dialogues.save(change("d-1", { version, events, reminders, ...more }));
      const edits = await store.outbox.claimEdits("me", real, 1_000, 0, 10);
      for (const edit of edits) await store.outbox.markEdited(edit, "hash", real);
      return edits.length;
    };
    const later = reminder("p-a", "D01", after(2 * HOUR), "R2");
    expect(await moved([later])).toBe(1);
    expect(await moved([])).toBe(1);
    expect(await moved([second])).toBe(0);
    expect(await moved([later])).toBe(1);
    expect(await moved([])).toBe(1);
    expect(await moved([])).toBe(0);
    // Words that are erased are to go from every card.
    expect(await moved([], { replaces: ["no-such-text"] })).toBe(1);
  });
}
