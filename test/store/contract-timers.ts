import { beforeEach, expect, test } from "vitest";
import type { Store } from "../../src/store/store.ts";
import { after, change, exampleChange, hello, recorded, times } from "./given.ts";

/** What every store promises of the instants at which time itself changes a dialogue. */
export function timersContract(open: () => Promise<Store>): void {
  let store: Store;
  beforeEach(async () => {
    store = await open();
  });
  const known = (limit = 10) => store.dialogues.timers(limit);

  test("dialogues come by the instant time changes them, those without one not at all", async () => {
    await store.dialogues.save(change("late", { timerAt: after(2_000) }));
    await store.dialogues.save(change("never"));
    await store.dialogues.save(exampleChange("soon", { timerAt: after(1_000) }));
    await store.dialogues.save(change("also-late", { timerAt: after(2_000) }));
    expect(await known()).toEqual([
      { dialogueId: "soon", at: after(1_000) },
      { dialogueId: "also-late", at: after(2_000) },
      { dialogueId: "late", at: after(2_000) },
    ]);
    expect(await known(1)).toEqual([{ dialogueId: "soon", at: after(1_000) }]);
  });

  test("the instant is the newest change's, in the same transaction or not at all", async () => {
    await store.dialogues.save(change("d1", { timerAt: after(1_000) }));
    const behind = change("d1", { version: 7, events: [recorded("x")], timerAt: after(5) });
    await expect(store.dialogues.save(behind)).rejects.toThrow("d1");
    expect(await known()).toEqual([{ dialogueId: "d1", at: after(1_000) }]);
    await store.dialogues.save(
      change("d1", { version: 1, events: [recorded("två")], timerAt: after(3_000) }),
    );
    expect(await known()).toEqual([{ dialogueId: "d1", at: after(3_000) }]);
    await store.dialogues.save(change("d1", { version: 2, events: [recorded("tre")] }));
    expect(await known()).toEqual([]);
  });

  test("is put right only while the dialogue stands where it was looked at", async () => {
    await store.dialogues.save(change("d1", { timerAt: after(1_000) }));
    await store.dialogues.setTimer("d1", 2, after(9_000));
    expect(await known()).toEqual([{ dialogueId: "d1", at: after(1_000) }]);
    await store.dialogues.setTimer("d1", 1, after(9_000));
    expect(await known()).toEqual([{ dialogueId: "d1", at: after(9_000) }]);
    await store.dialogues.setTimer("d1", 1, undefined);
    expect(await known()).toEqual([]);
  });

  test("goes with the example it belongs to", async () => {
    await store.dialogues.save(exampleChange("e1", { timerAt: after(1_000) }));
    await store.dialogues.deleteExample("e1");
    expect(await known()).toEqual([]);
  });

  test("the next message is also told from a later instant on", async () => {
    const messages = [
      { ...hello("p-a"), dueAt: after(1_000) },
      { ...hello("p-b"), dueAt: after(5_000) },
    ];
    await store.dialogues.save(change("d1", { messages, at: times().now }));
    expect(await store.outbox.nextDue()).toBe(after(1_000));
    expect(await store.outbox.nextDue(after(1_000))).toBe(after(5_000));
    expect(await store.outbox.nextDue(after(5_000))).toBeUndefined();
  });
}
