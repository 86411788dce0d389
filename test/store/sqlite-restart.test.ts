import { expect, test } from "vitest";
import { openTestStore } from "../support/store.ts";
import { newPath } from "./files.ts";
import { AT, change, hello, times } from "./given.ts";

test.each([
  [
    "lets go of the leases of its earlier life, though it calls itself the same",
    "place",
    "pending",
  ],
  ["in another place leaves the leases of this one alone", "elsewhere", "sending"],
])("a process started again %s", async (_, instance, status) => {
  const path = newPath();
  const before = await openTestStore({ path, instance: "place" });
  await before.dialogues.save(change("d1", { messages: [hello()] }));
  await before.outbox.claimPosts("owner", times(), 30_000, 9);
  await before.close();
  const store = await openTestStore({ path, instance });
  await store.outbox.releaseOthers("owner", AT);
  expect(await store.outbox.peek()).toMatchObject([{ status }]);
});
