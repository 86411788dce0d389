import { expect, test } from "vitest";
import { openHandled } from "./support/handled.ts";
import { answer, goOn, open, planned } from "./support/planned.ts";

const SECRET = "Jag ångrar mig gärna";

test("a changed answer leaves nothing of the earlier one, and the chain is whole", async () => {
  const { store, handle, run } = await openHandled();
  await run("d1", [...planned(), goOn, open, answer("b", "return", SECRET)]);
  const told = async () => JSON.stringify((await store.dialogues.load("d1")).events);
  expect(await told()).toContain(SECRET);
  await run("d1", [answer("b", "approve", "", 1)]);
  expect(await told()).not.toContain(SECRET);
  expect(await store.dialogues.verify("d1")).toEqual(expect.objectContaining({ ok: true }));
  const state = await handle.load("d1");
  const answers = state.status === "none" ? {} : (state.positions[0]?.answers ?? {});
  expect(Object.values(answers).map(({ answer: given }) => "text" in given && given.text)).toEqual([
    "approve",
  ]);
});
