import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chainHash, type EventRow, CHAIN_START } from "../../src/store/chain.ts";
import { openTestStore } from "../support/store.ts";
import { newPath, openRaw } from "./files.ts";
import { AT, change, recorded } from "./given.ts";

const EVENTS = 5;

/** A dialogue of five events whose tables can be written past every trigger. */
async function opened() {
  const path = newPath();
  const store = await openTestStore({ path });
  const texts = Array.from({ length: EVENTS - 1 }, (_, index) => recorded(`svar ${index}`));
  await store.dialogues.save(change("d1", { events: [...change("d1").events, ...texts] }));
  const raw = openRaw(path);
  for (const name of raw
    .prepare("select name from sqlite_schema where type = 'trigger'")
    .pluck()
    .all())
    raw.exec(`drop trigger ${String(name)}`);
  return { store, raw, verdict: () => store.dialogues.verify("d1") };
}

describe("verify finds", () => {
  test.each([
    [
      "a changed body",
      "update event set body = replace(body, '\"question\"', '\"answer\"') where version = 3",
      3,
    ],
    ["a changed type", "update event set type = 'ItemFixed' where version = 2", 2],
    ["another person", "update event set \"by\" = 'p-x' where version = 4", 4],
    ["another time", "update event set at = '2026-01-01T00:00:00.000Z' where version = 5", 5],
    ["a changed hash", "update event set hash = '00' where version = 1", 1],
    ["a changed link", "update event set prev_hash = '00' where version = 2", 2],
    ["a missing event", "delete from event where version = 3", 3],
    ["a missing beginning", "delete from event where version = 1", 1],
    ["a missing end", "delete from event where version = 5", 5],
    ["an event of another dialogue", "update event set dialogue_id = 'd2' where version = 2", 2],
    ["a stream that is gone", "delete from event", 1],
    ["changed words", "update content set body = '\"nej\"' where version = 2", 2],
    ["changed salt", "update content set salt = '00' where version = 3", 3],
    ["words that are gone without an order", "delete from content where version = 4", 4],
    [
      "a body written otherwise",
      "update event set body = replace(body, ':', ': ') where version = 2",
      2,
    ],
  ])("%s", async (_, statement, version) => {
    const { raw, verdict } = await opened();
    expect(await verdict()).toMatchObject({ ok: true });
    raw.pragma("foreign_keys = off");
    raw.exec(statement);
    expect(await verdict()).toMatchObject({ ok: false, version });
  });

  test("an event that was replaced by another one that is right in itself", async () => {
    const { raw, verdict } = await opened();
    const row = raw.prepare("select * from event where version = 3").get() as EventRow;
    const forged = { ...row, by: "p-x" };
    const write = raw.prepare('update event set "by" = ?, hash = ? where version = 3');
    write.run("p-x", chainHash(forged));
    expect(await verdict()).toMatchObject({ ok: false, version: 4 });
  });

  test("which event is missing", async () => {
    const { raw, verdict } = await opened();
    raw.exec("delete from event where version = 3");
    expect(await verdict()).toMatchObject({ why: "event 3 is missing: 4 comes instead" });
  });

  test("two events that changed places", async () => {
    const { raw, verdict } = await opened();
    raw.exec("update event set version = version + 10 where version in (2, 3)");
    raw.exec("update event set version = 15 - version where version in (12, 13)");
    expect(await verdict()).toMatchObject({ ok: false, version: 2 });
  });

  test("any single character changed in any column of any event", async () => {
    const { raw, verdict } = await opened();
    const columns = ["type", "body", "by", "at", "prev_hash", "hash"] as const;
    const spot = fc.record({
      column: fc.constantFrom(...columns),
      version: fc.integer({ min: 1, max: EVENTS }),
      at: fc.nat({ max: 400 }),
    });
    await fc.assert(
      fc.asyncProperty(spot, async ({ column, version, at }) => {
        const read = raw.prepare(`select "${column}" from event where version = ?`).pluck();
        const write = raw.prepare(`update event set "${column}" = ? where version = ?`);
        const before = read.get(version) as string;
        const index = at % before.length;
        const other = before[index] === "7" ? "8" : "7";
        write.run(before.slice(0, index) + other + before.slice(index + 1), version);
        const outcome = await verdict().catch((error: unknown) => error);
        write.run(before, version);
        expect(outcome).not.toMatchObject({ ok: true });
        expect(await verdict()).toMatchObject({ ok: true });
      }),
    );
  });
});

describe("the head", () => {
  test("stays when words are lawfully erased, but for the event that says so", async () => {
    const { store, raw, verdict } = await opened();
    const before = await verdict();
    const ref = raw.prepare("select ref from content where version = 3").pluck().get() as string;
    await store.dialogues.erase({ dialogueId: "d1", ref, ground: "gdpr-17", by: "p", at: AT });
    const heads = raw.prepare("select hash from event where version = 5").pluck().get();
    expect(before).toEqual({ ok: true, head: heads });
    expect(await verdict()).toMatchObject({ ok: true });
  });

  test("is another when a whole chain has been written anew", async () => {
    const { raw, verdict } = await opened();
    const before = await verdict();
    const rows = raw.prepare("select * from event order by version").all() as EventRow[];
    let head = CHAIN_START;
    for (const row of rows) {
      const forged = { ...row, by: "p-x", prev_hash: head };
      head = chainHash(forged);
      raw
        .prepare('update event set "by" = ?, prev_hash = ?, hash = ? where version = ?')
        .run(forged.by, forged.prev_hash, head, row.version);
    }
    expect(await verdict()).toEqual({ ok: true, head });
    expect(await verdict()).not.toEqual(before);
  });
});
