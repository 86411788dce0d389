import { beforeEach, expect, test } from "vitest";
import type { NewResponse } from "../../src/store/response.ts";
import type { Store } from "../../src/store/store.ts";
import { AT, change, exampleChange } from "./given.ts";

/** What every store promises of what participants answer. */
export function responsesContract(open: () => Promise<Store>): void {
  let store: Store;
  beforeEach(async () => {
    store = await open();
    await store.dialogues.save(change("d1"));
  });
  const answered = (...given: readonly NewResponse[]) => store.responses.receive("d1", "e1", given);
  const kept = async () =>
    (await store.responses.responsesOf("d1", "e1")).map(({ answers, words }) => [answers, words]);

  test("S35: a round has one link of 128 bits, whoever asks first, and the link leads to it", async () => {
    const asked = () => store.responses.linkOf("d1", "e1");
    const links = await Promise.all([asked(), asked(), store.responses.linkOf("d1", "e2")]);
    expect(links[0]).toBe(links[1]);
    expect(new Set(links).size).toBe(2);
    for (const link of links) expect(link).toMatch(/^[2-9a-km-np-z]{26}$/u);
    const at = await store.responses.roundAt(links[0] ?? "");
    expect(at).toEqual({ dialogueId: "d1", roundId: "e1" });
    expect(await store.responses.roundAt("2".repeat(26))).toBeUndefined();
  });

  test("an answer is kept as it was given, its words as content that can be erased", async () => {
    await answered({ token: "one", answers: { P1: 5, P2: null, background: "18-29" } });
    await answered({ token: "two", answers: { P5: 2 }, words: "Bra ljud, 🙂 \u0000 men kallt." });
    const rows = await store.responses.responsesOf("d1", "e1");
    expect(rows.map(({ answers }) => JSON.stringify(answers)).toSorted()).toEqual([
      '{"P1":5,"P2":null,"background":"18-29"}',
      '{"P5":2}',
    ]);
    const words = rows.flatMap((row) => (row.words ? [row.words] : []));
    expect(words).toMatchObject([{ text: "Bra ljud, 🙂 \u0000 men kallt." }]);
    const ref = words[0]?.ref ?? "";
    const erasure = { dialogueId: "d1", ref, ground: "gdpr-17", by: "p-reg", at: AT };
    expect(await store.dialogues.erase(erasure)).toBe(true);
    expect(await kept()).toContainEqual([{ P5: 2 }, { erased: true, ref }]);
    expect(await store.dialogues.verify("d1")).toMatchObject({ ok: true });
  });

  test("S36: the same form sent again is the same answer, at once or later, whatever it says the second time", async () => {
    const first = { token: "mine", answers: { P1: 1 } as const, words: "Först." };
    const again = { token: "mine", answers: { P1: 5 } as const, words: "Sedan." };
    await store.responses.linkOf("d1", "e1");
    const both = await Promise.all([answered(first), answered(first)]);
    expect(both).toEqual(expect.arrayContaining([{ stored: 1 }, { stored: 0 }]));
    expect(await answered(again)).toEqual({ stored: 0 });
    expect(await store.responses.count("d1", "e1")).toBe(1);
    expect(await kept()).toMatchObject([[{ P1: 1 }, { text: "Först." }]]);
  });

  test("many at once are all kept; of a batch all or none", async () => {
    const many = Array.from({ length: 60 }, (_, index) => ({
      token: `t${index}`,
      answers: { P4: 3 } as const,
      ...(index % 3 === 0 ? { words: `nr ${index}` } : {}),
    }));
    await Promise.all(many.map((one) => answered(one)));
    expect(await store.responses.count("d1", "e1")).toBe(60);
    expect((await kept()).filter(([, words]) => words !== undefined)).toHaveLength(20);
    const broken = { token: "x", answers: { P4: 1n } } as unknown as NewResponse;
    await expect(answered({ token: "y", answers: { P4: 1 } }, broken)).rejects.toThrow("BigInt");
    expect(await store.responses.count("d1", "e1")).toBe(60);
  });

  test("a round that has been stopped takes no more; its answers are those it had, under new ids", async () => {
    await answered({ token: "a", answers: { P1: 2 }, words: "Ja." }, { token: "b", answers: {} });
    const before = await store.responses.responsesOf("d1", "e1");
    expect(await store.responses.stop("d1", "e1")).toBe(2);
    expect(await answered({ token: "c", answers: { P1: 3 } })).toBe("closed");
    expect(await store.responses.stop("d1", "e1")).toBe(2);
    const after = await store.responses.responsesOf("d1", "e1");
    const bare = (rows: typeof after) => rows.map(({ id: _id, ...rest }) => JSON.stringify(rest));
    expect(bare(after).toSorted()).toEqual(bare(before).toSorted());
    const ids = new Set([...before, ...after].map(({ id }) => id));
    expect(ids.size).toBe(4);
    // Another round goes on.
    expect(await store.responses.receive("d1", "e2", [{ token: "c", answers: {} }])).toEqual({
      stored: 1,
    });
  });

  test("an example's answers go with it", async () => {
    await store.dialogues.save(exampleChange("ex"));
    await store.responses.receive("ex", "e1", [{ token: "a", answers: {}, words: "Hej" }]);
    const link = await store.responses.linkOf("ex", "e1");
    await store.dialogues.deleteExample("ex");
    expect(await store.responses.roundAt(link)).toBeUndefined();
  });
}
