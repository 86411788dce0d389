import { expect, test } from "vitest";
import { openTestStore } from "../support/store.ts";
import { newPath, openRaw } from "./files.ts";
import { change, exampleChange, recorded } from "./given.ts";

/** A store with a dialogue d1 and an example e1 of two events each, and a way past the store's back. */
async function opened() {
  const path = newPath();
  const store = await openTestStore({ path });
  const more = { version: 1, events: [recorded("två")] };
  await store.dialogues.save(change("d1"));
  await store.dialogues.save(change("d1", more));
  await store.dialogues.save(exampleChange("e1"));
  await store.dialogues.save(exampleChange("e1", more));
  return { store, raw: openRaw(path) };
}

test.each([
  ["update event set body = '{}'", "never changed"],
  ["update event set dialogue_id = 'e1' where dialogue_id = 'd1'", "never changed"],
  ["update or replace event set version = 1 where version = 2", "never changed"],
  ["delete from event", "never deleted"],
  ["delete from event where dialogue_id = 'e1'", "never deleted"],
  ["insert or replace into event select * from event where version = 1", "only appended"],
  [
    "insert into event select dialogue_id, 9, type, body, by, at, hash, '' from event",
    "only appended",
  ],
  ["update content set body = '\"annat\"'", "never changed"],
  ["insert into deletion_permit values ('d1')", "only an example"],
  ["insert into deletion_permit values ('nobody')", "only an example"],
  ["insert or replace into deletion_permit values ('d1')", "only an example"],
  ["insert into deletion_permit values ('e1')", "FOREIGN KEY"],
  ["insert into nowhere values ('e1')", "CHECK"],
])("the database itself refuses: %s", async (statement, why) => {
  const { store, raw } = await opened();
  expect(() => raw.exec(statement)).toThrow(why);
  for (const id of ["d1", "e1"])
    expect(await store.dialogues.verify(id)).toMatchObject({ ok: true });
});

test("an example is deleted whole or not at all, and its permit serves no other dialogue", async () => {
  const { store, raw } = await opened();
  const part = raw.transaction(() => {
    raw.exec("insert into deletion_permit values ('e1')");
    raw.exec("delete from event where dialogue_id = 'e1' and version = 2");
    raw.exec("delete from deletion_permit");
  });
  expect(part).toThrow("deleted whole");
  const moved = raw.transaction(() => {
    raw.exec("insert into deletion_permit values ('e1')");
    raw.exec("update deletion_permit set dialogue_id = 'd1'");
  });
  expect(moved).toThrow("never changed");
  const other = raw.transaction(() => {
    raw.exec("insert into deletion_permit values ('e1')");
    raw.exec("delete from event where dialogue_id = 'd1'");
  });
  expect(other).toThrow("never deleted");
  const left = raw.transaction(() => {
    raw.exec("insert into deletion_permit values ('e1')");
    raw.exec("delete from event where dialogue_id = 'e1'");
  });
  expect(left).toThrow("FOREIGN KEY");
  for (const id of ["d1", "e1"])
    expect(await store.dialogues.verify(id)).toMatchObject({ ok: true });
});
