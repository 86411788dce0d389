import { beforeEach, describe, expect, test } from "vitest";
import type { Event } from "../../src/domain/dialogue.ts";
import { written } from "../../src/domain/text.ts";
import { AlreadyDone, Conflict, type Store } from "../../src/store/store.ts";
import { AT, CHANNEL, PERSONAL, after, change, exampleChange, recorded, started } from "./given.ts";

/** What every store promises of dialogues: events, words, lists, examples. */
export function dialoguesContract(open: () => Promise<Store>): void {
  let store: Store;
  beforeEach(async () => {
    store = await open();
  });

  describe("events", () => {
    test("come back as they were saved, in order, with the whole version", async () => {
      const events = [started("d1"), recorded("Hur ska torget se ut?"), recorded("Annat")];
      await store.dialogues.save(change("d1", { events }));
      const loaded = await store.dialogues.load("d1");
      expect(loaded.version).toBe(3);
      expect(withoutReferences(loaded.events)).toEqual(events);
    });

    test("are returned by save as load gives them", async () => {
      const saved = await store.dialogues.save(change("d1"));
      expect((await store.dialogues.load("d1")).events).toEqual(saved);
    });

    test("of a dialogue nobody has started are none", async () => {
      expect(await store.dialogues.load("nobody")).toEqual({ events: [], version: 0 });
    });

    test("after a version are only the newer ones, and none when there are no newer", async () => {
      await store.dialogues.save(change("d1"));
      await store.dialogues.save(change("d1", { version: 1, events: [recorded("två")] }));
      const { events, version } = await store.dialogues.load("d1", 1);
      expect([withoutReferences(events), version]).toEqual([[recorded("två")], 2]);
      expect(await store.dialogues.load("d1", 2)).toEqual({ events: [], version: 2 });
      expect(await store.dialogues.load("d1", 9)).toEqual({ events: [], version: 2 });
    });

    test("decided on another version are a Conflict and leave nothing", async () => {
      await store.dialogues.save(change("d1"));
      const late = change("d1", { version: 0, inboundId: "late", messages: [] });
      await expect(store.dialogues.save(late)).rejects.toBeInstanceOf(Conflict);
      const early = change("d1", { version: 2, events: [recorded("x")] });
      await expect(store.dialogues.save(early)).rejects.toBeInstanceOf(Conflict);
      expect((await store.dialogues.load("d1")).version).toBe(1);
      expect(await store.dialogues.seen("late")).toBe(false);
    });

    test("decided at once on one version give one winner and Conflicts", async () => {
      await store.dialogues.save(change("d1"));
      const outcomes = await Promise.allSettled(
        Array.from({ length: 25 }, (_, index) =>
          store.dialogues.save(
            change("d1", {
              version: 1,
              events: [recorded(`svar ${index}`)],
              inboundId: `i${index}`,
            }),
          ),
        ),
      );
      const refused = outcomes.filter(({ status }) => status === "rejected");
      expect(refused).toHaveLength(24);
      for (const { reason } of refused as PromiseRejectedResult[])
        expect(reason).toBeInstanceOf(Conflict);
      expect((await store.dialogues.load("d1")).version).toBe(2);
    });

    test("that answer an activity answered before are AlreadyDone, also when the version is old", async () => {
      await store.dialogues.save(change("d1", { inboundId: "a1" }));
      expect(await store.dialogues.seen("a1")).toBe(true);
      const again = store.dialogues.save(change("d1", { inboundId: "a1" }));
      await expect(again).rejects.toBeInstanceOf(AlreadyDone);
    });

    test("of one activity sent twice at once are saved once", async () => {
      const outcomes = await Promise.allSettled(
        ["d1", "d2", "d3"].map((id) => store.dialogues.save(change(id, { inboundId: "same" }))),
      );
      expect(outcomes.map(({ status }) => status).toSorted()).toEqual([
        "fulfilled",
        "rejected",
        "rejected",
      ]);
      expect(await store.dialogues.list("all")).toHaveLength(1);
    });

    test("may hold no words that are not marked as text", async () => {
      const event = { type: "RolePlayed", person: "Anna Andersson", by: "p-a", at: AT } as const;
      const saving = store.dialogues.save(change("d1", { events: [event] }));
      await expect(saving).rejects.toThrow("event.person holds words");
      expect((await store.dialogues.load("d1")).version).toBe(0);
    });
  });

  describe("words", () => {
    test("that are erased read as erased, in every event that shares them, and the stream says so", async () => {
      const [first] = await store.dialogues.save(change("d1"));
      if (first?.type !== "DialogueStarted") throw new Error("The first event is another one.");
      const shared: Event = { ...recorded(""), values: { question: first.title } } as Event;
      await store.dialogues.save(change("d1", { version: 1, events: [shared, recorded("kvar")] }));
      const ref = referenceOf(first.title);
      const erasure = { dialogueId: "d1", ref, ground: "gdpr-17", by: "p-reg", at: AT };
      expect(await store.dialogues.erase(erasure)).toBe(true);
      const { events, version } = await store.dialogues.load("d1");
      expect(version).toBe(4);
      expect(events[0]).toMatchObject({ title: { erased: true, ref } });
      expect(events[1]).toMatchObject({ values: { question: { erased: true, ref } } });
      expect(events[2]).toMatchObject({ values: { question: { text: "kvar" } } });
      expect(events[3]).toEqual({
        type: "ContentErased",
        ref,
        ground: "gdpr-17",
        by: "p-reg",
        at: AT,
      });
      expect(await store.dialogues.verify("d1")).toMatchObject({ ok: true });
    });

    test("that are gone already, or belong to another dialogue, are not erased", async () => {
      const [first] = await store.dialogues.save(change("d1"));
      await store.dialogues.save(change("d2"));
      const ref = referenceOf(first?.type === "DialogueStarted" ? first.title : undefined);
      const erasure = { dialogueId: "d2", ref, ground: "gdpr-17", by: "p-reg", at: AT };
      expect(await store.dialogues.erase(erasure)).toBe(false);
      expect((await store.dialogues.load("d2")).version).toBe(1);
    });

    test("are no ground for erasing", async () => {
      const erasing = store.dialogues.erase({
        dialogueId: "d1",
        ref: "r",
        ground: "Anna vill det",
        by: "p-reg",
        at: AT,
      });
      await expect(erasing).rejects.toThrow("is no code");
    });

    test("all go with a change that forgets, those of earlier drafts too, and no other dialogue's", async () => {
      await store.dialogues.save(change("d1", { events: [started("d1"), recorded("utkast")] }));
      await store.dialogues.save(change("d2"));
      const taken: Event = { type: "DialogueWithdrawn", by: "p-a", at: AT };
      await store.dialogues.save(
        change("d1", { version: 2, events: [taken], forgets: "withdrawn" }),
      );
      const { events, version } = await store.dialogues.load("d1");
      expect(version).toBe(5);
      expect(events[0]).toMatchObject({ title: { erased: true } });
      expect(events[1]).toMatchObject({ values: { question: { erased: true } } });
      expect(events.slice(3)).toEqual(
        [0, 1].map(() => expect.objectContaining({ ground: "withdrawn", by: "p-a", at: AT })),
      );
      expect(await store.dialogues.verify("d1")).toMatchObject({ ok: true });
      expect((await store.dialogues.load("d2")).events[0]).toMatchObject({
        title: { text: expect.any(String) },
      });
    });

    test("erased earlier can be said again in a later event", async () => {
      const [first] = await store.dialogues.save(change("d1"));
      const ref = referenceOf(first?.type === "DialogueStarted" ? first.title : undefined);
      await store.dialogues.erase({ dialogueId: "d1", ref, ground: "gdpr-17", by: "p", at: AT });
      const copy = { ...recorded(""), values: { question: { erased: true, ref } } } as Event;
      await store.dialogues.save(change("d1", { version: 2, events: [copy] }));
      expect((await store.dialogues.load("d1")).events[2]).toEqual(copy);
    });

    test("changed by the one who copies them are kept as words of their own", async () => {
      const [first] = await store.dialogues.save(change("d1"));
      const ref = referenceOf(first?.type === "DialogueStarted" ? first.title : undefined);
      const other = { ...written("Annat torg"), ref };
      const copy = { ...recorded(""), values: { question: other } } as Event;
      await store.dialogues.save(change("d1", { version: 1, events: [copy] }));
      const { events } = await store.dialogues.load("d1");
      expect(events[0]).toMatchObject({ title: { text: "Stationstorget", ref } });
      expect(events[1]).toMatchObject({ values: { question: { text: "Annat torg" } } });
      expect(await store.dialogues.verify("d1")).toMatchObject({ ok: true });
    });
  });

  test("words that new events share with older ones come with the new events", async () => {
    const [first] = await store.dialogues.save(change("d1"));
    const title = first?.type === "DialogueStarted" ? first.title : written("");
    const shared: Event = { ...recorded(""), values: { question: title } } as Event;
    await store.dialogues.save(change("d1", { version: 1, events: [shared] }));
    expect((await store.dialogues.load("d1", 1)).events).toEqual([shared]);
  });

  test("words are never shared between dialogues, so that one can be deleted without the other", async () => {
    const [first] = await store.dialogues.save(exampleChange("e1"));
    const title = first?.type === "DialogueStarted" ? first.title : written("");
    const copied: Event = { ...started("d1"), title } as Event;
    await store.dialogues.save(change("d1", { events: [copied] }));
    await store.dialogues.deleteExample("e1");
    const { events } = await store.dialogues.load("d1");
    expect(events[0]).toMatchObject({ title: { text: "Stationstorget" } });
    expect(await store.dialogues.verify("d1")).toMatchObject({ ok: true });
  });

  describe("lists", () => {
    test("show the dialogues of a channel, of a person and all, newest first, without examples", async () => {
      const elsewhere = { type: "channel", teamId: "team-1", channelId: "19:other" } as const;
      const index = { home: elsewhere, status: "active", example: false, people: ["p-x", "p-a"] };
      await store.dialogues.save(change("d1"));
      await store.dialogues.save(change("d2", { index, at: after(1_000) }));
      await store.dialogues.save(exampleChange("e1", { at: after(2_000) }));
      const ids = async (of: Parameters<Store["dialogues"]["list"]>[0]) =>
        (await store.dialogues.list(of)).map(({ dialogueId }) => dialogueId);
      expect(await ids("all")).toEqual(["d2", "d1"]);
      expect(await ids({ channelId: CHANNEL.type === "channel" ? CHANNEL.channelId : "" })).toEqual(
        ["d1"],
      );
      expect(await ids({ person: "p-a" })).toEqual(["d2", "d1"]);
      expect(await ids({ person: "p-x" })).toEqual(["d2"]);
      expect(await ids({ person: "p-owner" })).toEqual([]);
      expect(await ids({ exampleOf: "p-owner" })).toEqual(["e1"]);
      expect(await ids({ exampleOf: "p-a" })).toEqual([]);
      expect((await store.dialogues.list({ person: "p-x" }))[0]).toEqual({
        dialogueId: "d2",
        version: 1,
        lessons: 0,
        ...index,
      });
    });

    test("follow who has a part, and the status", async () => {
      await store.dialogues.save(change("d1"));
      const index = { home: CHANNEL, status: "active", example: false, people: ["p-b"] };
      await store.dialogues.save(change("d1", { version: 1, events: [recorded("x")], index }));
      expect(await store.dialogues.list({ person: "p-a" })).toEqual([]);
      expect(await store.dialogues.list({ person: "p-b" })).toMatchObject([{ status: "active" }]);
    });
  });

  describe("examples", () => {
    test("are deleted whole and can be made anew under the same id", async () => {
      await store.dialogues.save(exampleChange("e1", { inboundId: "a1" }));
      expect(await store.dialogues.deleteExample("e1")).toEqual([]);
      expect(await store.dialogues.load("e1")).toEqual({ events: [], version: 0 });
      expect(await store.dialogues.list({ exampleOf: "p-owner" })).toEqual([]);
      await store.dialogues.save(exampleChange("e1"));
      expect((await store.dialogues.load("e1")).version).toBe(1);
    });

    test("are the only dialogues that can be deleted", async () => {
      await store.dialogues.save(change("d1"));
      await expect(store.dialogues.deleteExample("d1")).rejects.toThrow("d1 is no example");
      await expect(store.dialogues.deleteExample("nobody")).rejects.toThrow("nobody is no example");
      expect((await store.dialogues.load("d1")).version).toBe(1);
    });

    test("are known by their first event, whatever the index says", async () => {
      const index = { home: PERSONAL, status: "draft", example: true, people: [] };
      await store.dialogues.save(change("d1", { index, events: [started("d1", CHANNEL)] }));
      await expect(store.dialogues.deleteExample("d1")).rejects.toThrow("only an example");
      expect((await store.dialogues.load("d1")).version).toBe(1);
    });
  });

  test("the chain of a dialogue that was only added to is whole, and each has a head of its own", async () => {
    await store.dialogues.save(change("d1", { events: [started("d1"), recorded("a")] }));
    await store.dialogues.save(change("d2"));
    const [one, other] = [await store.dialogues.verify("d1"), await store.dialogues.verify("d2")];
    expect([one.ok, other.ok]).toEqual([true, true]);
    expect(one).not.toEqual(other);
  });
}

function withoutReferences(events: readonly Event[]): unknown {
  return JSON.parse(JSON.stringify(events, (key, value) => (key === "ref" ? undefined : value)));
}

function referenceOf(text: unknown): string {
  if (typeof text === "object" && text !== null && "ref" in text) return String(text.ref);
  throw new Error("The text has no reference.");
}
