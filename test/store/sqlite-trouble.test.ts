import { describe, expect, test } from "vitest";
import { connect } from "../../src/store/sqlite-connection.ts";
import type { Store } from "../../src/store/store.ts";
import { StoreUnusable } from "../../src/store/unusable.ts";
import { openTestStore } from "../support/store.ts";
import { copyOf, framesOf, newPath, openRaw } from "./files.ts";
import { change, exampleChange, recorded } from "./given.ts";

describe("a connection", () => {
  test("has what keeps a save safe, as SQLite reads it back, also when it only reads", async () => {
    const path = newPath();
    await openTestStore({ path });
    for (const readonly of [false, true]) {
      const database = connect(path, { readonly });
      const names = ["journal_mode", "synchronous", "foreign_keys", "secure_delete"];
      expect(names.map((name) => database.pragma(name, { simple: true }))).toEqual([
        "wal",
        2,
        1,
        1,
      ]);
      expect(database.pragma("busy_timeout", { simple: true })).toBeLessThanOrEqual(250);
      database.close();
    }
  });

  test("that cannot have it is refused", async () => {
    const path = newPath();
    await (await openTestStore({ path })).close();
    const raw = openRaw(path);
    raw.pragma("journal_mode = delete");
    raw.close();
    expect(() => connect(path, { readonly: true })).toThrow(StoreUnusable);
    expect(() => connect(path, { readonly: true })).toThrow(
      "journal_mode is delete and must be wal",
    );
  });
});

describe("F12: while another program has the database locked", () => {
  test("a save waits without stopping anything else, and is then done", async () => {
    const path = newPath();
    const store = await openTestStore({ path });
    const backup = openRaw(path);
    backup.exec("begin immediate");
    let turns = 0;
    const ticking = setInterval(() => {
      turns += 1;
      if (turns === 30) backup.exec("rollback");
    }, 10);
    const saves = [store.dialogues.save(change("d1")), store.dialogues.save(change("d2"))];
    expect(await store.dialogues.load("d1")).toEqual({ events: [], version: 0 });
    await Promise.all(saves);
    clearInterval(ticking);
    expect(turns).toBeGreaterThanOrEqual(30);
    expect(await store.dialogues.list("all")).toHaveLength(2);
  });

  test("for too long a save says so, leaves nothing and can be repeated", async () => {
    const path = newPath();
    const store = await openTestStore({ path, patienceMs: 60 });
    const backup = openRaw(path);
    backup.exec("begin immediate");
    const saving = store.dialogues.save(change("d1"));
    await expect(saving).rejects.toThrow(StoreUnusable);
    await expect(saving).rejects.toThrow("locked by another program");
    await expect(store.check()).rejects.toThrow("locked by another program");
    backup.exec("rollback");
    await store.dialogues.save(change("d1"));
    await store.check();
  });
});

describe("F6: on a full disk", () => {
  /** Adds such events to a dialogue until nothing more goes in. */
  async function fill(store: Store, from: number, words: string) {
    for (let version = from; ; version++) {
      const events = [recorded(words)];
      try {
        await store.dialogues.save(change("d1", { version, events, inboundId: `a${version}` }));
      } catch (error) {
        return { version, error };
      }
    }
  }

  test("a save is refused whole, the store says it is ill, and goes on when there is room again", async () => {
    const store = await openTestStore({ maxPages: 150 });
    const big = [recorded("exempel ".repeat(20_000))];
    await store.dialogues.save(exampleChange("e1"));
    await store.dialogues.save(exampleChange("e1", { version: 1, events: big }));
    await store.dialogues.save(change("d1"));
    const nearly = await fill(store, 1, "ord ".repeat(2_000));
    const { version, error } = await fill(store, nearly.version, "ord");
    expect(error).toBeInstanceOf(StoreUnusable);
    expect((error as Error).message).toContain("the disk is full");
    expect((error as Error).cause).toMatchObject({ code: "SQLITE_FULL" });
    expect((await store.dialogues.load("d1")).version).toBe(version);
    expect(await store.dialogues.seen(`a${version}`)).toBe(false);
    await expect(store.check()).rejects.toThrow("the disk is full");

    await store.dialogues.deleteExample("e1");
    await store.check();
    const events = [recorded("ord ".repeat(2_000))];
    await store.dialogues.save(change("d1", { version, events }));
    expect(await store.dialogues.verify("d1")).toMatchObject({ ok: true });
  });

  test("a save that is too big for it harms none of those made at the same time", async () => {
    const store = await openTestStore({ maxPages: 150 });
    const small = ["d1", "d2", "d3"].map((id) => store.dialogues.save(change(id)));
    const events = [...change("d9").events, recorded("ord ".repeat(500_000))];
    const big = store.dialogues.save(change("d9", { events }));
    const late = ["d4", "d5"].map((id) => store.dialogues.save(change(id)));
    await expect(big).rejects.toThrow("the disk is full");
    await Promise.all([...small, ...late]);
    const ids = (await store.dialogues.list("all")).map(({ dialogueId }) => dialogueId);
    expect(ids).toEqual(["d1", "d2", "d3", "d4", "d5"]);
  });
});

describe("saves made at once", () => {
  test("share one wait for the disk, and one that is refused takes no other with it", async () => {
    const path = newPath();
    const store = await openTestStore({ path });
    const commits = () => framesOf(copyOf(path).log).filter((frame) => frame.commits).length;
    const before = commits();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 25 }, (_, index) =>
        store.dialogues.save(change(index % 5 === 4 ? "same" : `d${index}`)),
      ),
    );
    expect(outcomes.filter(({ status }) => status === "rejected")).toHaveLength(4);
    expect(await store.dialogues.list("all")).toHaveLength(21);
    expect(commits() - before).toBe(1);
  });
});
