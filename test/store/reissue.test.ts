import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { heldUntil, markRestored, reissue } from "../../src/store/restored.ts";
import type { Database } from "../../src/store/schema.ts";
import { openSqliteDatabase } from "../../src/store/sqlite.ts";
import { openTestStore, temporaryDirectory } from "../support/store.ts";
import { AT, after, at, change, hello, overview, times } from "./given.ts";

const ABOUT = { type: "task", taskId: "t1", rung: "R1" } as const;

/** A backup laid out anew: one card is out, one message waits, and something is due to be reminded of. */
async function laidOut(): Promise<Database> {
  const path = join(temporaryDirectory(), "dialog.db");
  const store = await openTestStore({ path });
  const reminders = [{ key: "r1", about: ABOUT, person: "p-a", dueAt: after(1_000) }];
  await store.dialogues.save(change("d1", { messages: [overview, hello()], reminders }));
  const [root] = await store.outbox.claimPosts("test", times(), 30_000, 1);
  if (root) await store.outbox.markSent(root, at("100"), "shown", times());
  await store.close();
  const database = await openSqliteDatabase({ path });
  onTestFinished(() => database.close());
  await markRestored(database);
  return database;
}

async function kept({ read }: Database) {
  return [
    await read.selectFrom("message").selectAll().orderBy("id").execute(),
    await read.selectFrom("reminder").selectAll().orderBy("key").execute(),
  ] as const;
}

/** Its process is killed at the end of the so-many-th write, before the commit. */
function dying(database: Database, last: number): Database {
  let writes = 0;
  const write: Database["write"] = (work) =>
    database.write(async (queries) => {
      const done = await work(queries);
      writes += 1;
      if (writes === last) throw new Error("killed");
      return done;
    });
  return { ...database, write };
}

test("a reissue during which the process is killed has changed nothing and lets nothing go; done again it is done whole, and a third time does nothing to what it listed", async () => {
  const database = await laidOut();
  const before = await kept(database);
  const doubt = { again: false, now: after(2_000) };
  let last = 1;
  let said: unknown;
  for (; ; last++) {
    said = await reissue(dying(database, last), doubt).catch(String);
    if (said !== "Error: killed") break;
    expect(await kept(database)).toEqual(before);
    expect(await heldUntil(database)).toBe(AT);
  }
  expect([last, said]).toEqual([2, { cards: 1, doubted: 2 }]);
  expect(await heldUntil(database)).toBeUndefined();
  const [messages, reminders] = await kept(database);
  expect(messages.map(({ key, status }) => [key, status])).toEqual([
    ["overview", "sent"],
    ["hello.p-a", "unknown"],
  ]);
  expect(reminders.map(({ status }) => status)).toEqual(["expired"]);
  expect(await reissue(database, doubt)).toEqual({ cards: 1, doubted: 0 });
});
