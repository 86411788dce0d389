import { describe, expect, test } from "vitest";
import type { Store } from "../../src/store/store.ts";
import { after, AT, at, hello, times } from "./given.ts";

/** Claims everything that may leave at that moment, round after round, and says it is out. Gives how many that was. */
async function leave(store: Store, milliseconds: number): Promise<number> {
  const now = { now: after(3_600_000 * 10), real: after(milliseconds) };
  for (let out = 0; ; ) {
    const claimed = await store.outbox.claimPosts("me", now, 60_000, 8);
    for (const message of claimed)
      await store.outbox.markSent(message, at(String(message.id), "a:1"), "hash", now);
    out += claimed.length;
    if (claimed.length === 0) return out;
  }
}

/** Messages to one person, or one each to many. */
async function waiting(store: Store, count: number, people: "one" | "many"): Promise<void> {
  for (let number = 0; number < count; number++) {
    const wanted = hello(people === "one" ? "p-a" : `p-${number}`);
    await store.outbox.post({ ...wanted, key: `hello.${people}.${number}` }, AT);
  }
}

/** What leaves at once is what Teams takes at once, from all replicas together (reliability.md §4.1). */
export function paceContract(open: () => Promise<Store>): void {
  test("one conversation gets seven in a second, eight in two and sixty in half a minute", async () => {
    const store = await open();
    await waiting(store, 70, "one");
    expect(await leave(store, 0)).toBe(7);
    expect(await leave(store, 900)).toBe(0);
    expect(await leave(store, 1_060)).toBe(1);
    const seconds = Array.from({ length: 28 }, (_, index) => 2_120 + index * 1_000);
    let out = 8;
    for (const milliseconds of seconds) out += await leave(store, milliseconds);
    expect(out).toBe(60);
    expect(await leave(store, 31_000)).toBeGreaterThan(0);
  });

  test("one that is full holds up no other", async () => {
    const store = await open();
    await waiting(store, 20, "one");
    await waiting(store, 5, "many");
    expect(await leave(store, 0)).toBe(12);
  });

  test("the whole app gets fifty in a second, and says when there is room again", async () => {
    const store = await open();
    await waiting(store, 120, "many");
    expect(await leave(store, 0)).toBe(50);
    const later = { now: after(3_600_000 * 10), real: after(400) };
    expect(await store.outbox.nextChance(later)).toBe(after(1_020));
    expect(await leave(store, 400)).toBe(0);
    expect(await leave(store, 1_051)).toBe(50);
    expect(await leave(store, 2_102)).toBe(20);
    expect(await store.outbox.nextChance(times(3_600_000))).toBeUndefined();
  });

  describe("what is not in the outbox", () => {
    const person = { type: "person", person: "p-a" } as const;
    const roster = { type: "roster", channelId: "19:a" } as const;
    type Where = Parameters<Store["outbox"]["leave"]>[0];
    /** How many requests of that kind may leave at that moment; each is answered at once. */
    async function directly(store: Store, where: Where, milliseconds: number): Promise<number> {
      const real = after(milliseconds);
      for (let out = 0; ; out++) {
        const given = await store.outbox.leave(where, real, 60_000);
        if ("notBefore" in given) return given.notBefore > real ? out : Number.NaN;
        await store.outbox.came(given.claim, real);
      }
    }

    test("counts with what is, either way", async () => {
      const store = await open();
      await waiting(store, 20, "one");
      expect(await directly(store, person, 0)).toBe(7);
      expect(await leave(store, 500)).toBe(0);
      expect(await leave(store, 1_060)).toBe(1);
      expect(await directly(store, person, 1_061)).toBe(0);
      expect(await directly(store, { type: "channel", channelId: "19:a" }, 1_061)).toBe(7);
    });

    test("of a roster is fourteen in a second, sixteen in two, a hundred and twenty in half a minute", async () => {
      const store = await open();
      expect(await directly(store, roster, 0)).toBe(14);
      expect(await directly(store, roster, 1_021)).toBe(2);
      let out = 16;
      for (let second = 2; second < 29; second++)
        out += await directly(store, roster, second * 1_030);
      expect(out).toBe(120);
    });

    test("is fifty in a second from the whole app, and says when there is room again", async () => {
      const store = await open();
      let out = 0;
      for (let number = 0; number < 20; number++)
        out += await directly(store, { type: "newChat", person: `p-${number}` }, 0);
      expect(out).toBe(50);
      await waiting(store, 3, "many");
      expect(await leave(store, 400)).toBe(0);
      expect(await store.outbox.leave(person, after(400), 60_000)).toEqual({
        notBefore: after(1_020),
      });
      expect(await leave(store, 1_021)).toBe(3);
    });

    test("is on its way until it is answered, and no longer than its lease", async () => {
      const store = await open();
      for (let number = 0; number < 7; number++) await store.outbox.leave(person, AT, 60_000);
      expect(await directly(store, person, 30_000)).toBe(0);
      expect(await directly(store, person, 63_000)).toBe(7);
    });
  });
}
