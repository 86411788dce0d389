import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Event } from "../../src/domain/dialogue.ts";
import { written } from "../../src/domain/text.ts";
import type { Store } from "../../src/store/store.ts";
import hostileStrings from "../support/hostile-strings.json" with { type: "json" };
import { openTestStore } from "../support/store.ts";
import { newPath, openRaw } from "./files.ts";
import { AT, change, exampleChange, started } from "./given.ts";

/** No ordinary id, hash or field holds this, so finding it means finding words. */
const MARK = "q7Zäx";

/** Every place in an event where a person's words may stand. */
function eventsWith(text: string): Event[] {
  const words = written(text);
  const row = { id: "r1", revision: 1, values: { text: words, ref: words, name: words } };
  const values = {
    text: words,
    papers: { title: words, url: words, version: words },
    channels: { chosen: ["web"], other: words },
    rows: [row, { ...row, id: "r2" }],
    emptied: null,
    days: 3,
    agreed: true,
    people: ["p-a", "p-b"],
  };
  return [
    { ...started("d1"), title: words } as Event,
    { type: "ItemRecorded", itemId: "plan.risks", values, warnings: [], by: "p-a", at: AT },
    { type: "DecisionSentBack", decisionId: "b1", reason: words, by: "p-a", at: AT },
  ];
}

function withoutReferences(events: readonly Event[]): unknown {
  const walk = (part: unknown): unknown => {
    if (typeof part !== "object" || part === null) return part;
    if (Array.isArray(part)) return part.map(walk);
    const entries = Object.entries(part).filter(
      ([key]) => key !== "ref" || !("text" in part && typeof part.text === "string"),
    );
    return Object.fromEntries(entries.map(([key, one]) => [key, walk(one)]));
  };
  return walk(events);
}

async function saveIn(store: Store, text: string): Promise<readonly Event[]> {
  const events = eventsWith(text);
  await store.dialogues.save(exampleChange("d1", { events: personal(events) }));
  return personal(events);
}
/** As an example, so that the same store can be emptied again. */
function personal([first, ...rest]: readonly Event[]): Event[] {
  return [{ ...first, home: { type: "personal", person: "p-owner" } } as Event, ...rest];
}

describe("words a person wrote", () => {
  test.each(hostileStrings.map((text) => [JSON.stringify(text).slice(0, 40), text]))(
    "come back byte for byte and are not in the event table: %s",
    async (_, text) => {
      const path = newPath();
      const store = await openTestStore({ path });
      const events = await saveIn(store, MARK + text);
      const loaded = (await store.dialogues.load("d1")).events;
      expect(withoutReferences(loaded)).toEqual(events);
      const raw = openRaw(path);
      const table = JSON.stringify(raw.prepare("select * from event").all());
      expect(table).not.toContain(MARK);
      expect(table).not.toContain(JSON.stringify(MARK).slice(1, -1));
      for (const part of text.split(/[^a-z]{1,}/iu).filter((word) => word.length > 9))
        expect(table).not.toContain(part);
      expect(await store.dialogues.verify("d1")).toMatchObject({ ok: true });
    },
  );

  test("of any kind, lone surrogates and NUL among them, come back as they were", async () => {
    const path = newPath();
    const store = await openTestStore({ path });
    const raw = openRaw(path);
    const unit = fc.oneof(
      fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
      fc.constantFrom(
        "\u0000",
        "\ud83d",
        "\udc68",
        '"',
        "\\",
        "'",
        "\u2028",
        "é",
        "e\u0301",
        "\r\n",
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.string({ unit, maxLength: 60 }), async (text) => {
        const events = await saveIn(store, MARK + text);
        const { events: loaded } = await store.dialogues.load("d1");
        const table = JSON.stringify(raw.prepare("select * from event").all());
        await store.dialogues.deleteExample("d1");
        expect(withoutReferences(loaded)).toEqual(events);
        expect(table).not.toContain(MARK);
      }),
    );
  });

  test("that are the same have another hash each time, and the salt is not in the event", async () => {
    const path = newPath();
    const store = await openTestStore({ path });
    await saveIn(store, "ja");
    const raw = openRaw(path);
    const bodies = raw.prepare("select body from event").pluck().all().join("\n");
    const hashes = bodies.match(/"sha256":"[0-9a-f]{64}"/g) ?? [];
    expect(hashes.length).toBeGreaterThan(10);
    expect(new Set(hashes).size).toBe(hashes.length);
    for (const salt of raw.prepare("select salt from content").pluck().all())
      expect(bodies).not.toContain(salt);
  });

  test("that are erased, or went with an example, are in no file any more", async () => {
    const path = newPath();
    const store = await openTestStore({ path });
    const [first] = await store.dialogues.save(
      change("d1", { events: [started("d1", undefined, `${MARK}1`)] }),
    );
    const title = first?.type === "DialogueStarted" ? first.title : undefined;
    const ref = title && "ref" in title ? (title.ref ?? "") : "";
    const files = () =>
      ["", "-wal", "-shm"].map((end) => readFileSync(path + end, "latin1")).join("");
    const mark = Buffer.from(MARK).toString("latin1");
    expect(files()).toContain(`${mark}1`);
    await store.dialogues.erase({ dialogueId: "d1", ref, ground: "gdpr-17", by: "p-r", at: AT });
    expect(files()).not.toContain(`${mark}1`);
    await store.dialogues.save(
      exampleChange("e1", { events: personal([started("e1", undefined, `${MARK}2`)]) }),
    );
    expect(files()).toContain(`${mark}2`);
    await store.dialogues.deleteExample("e1");
    expect(files()).not.toContain(`${mark}2`);
  });
});
