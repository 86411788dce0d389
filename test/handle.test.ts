import fc from "fast-check";
import { expect, test } from "vitest";
import type { Command, Dialogue, State } from "../src/domain/dialogue.ts";
import { rowsOf } from "../src/domain/fields.ts";
import { Rejection } from "../src/domain/rejection.ts";
import { put, record } from "./support/given.ts";
import { openHandled, startedBy } from "./support/handled.ts";

const dialogue = (state: State): Dialogue => {
  if (state.status === "none") throw new Error("No dialogue.");
  return state;
};
const aspects = (state: State) =>
  rowsOf(dialogue(state).items["identify.aspects"]?.values.aspectsIn);

test("the same activity twice, one after the other or at once, is one event", async () => {
  const { handle, id, run } = await openHandled();
  await run("d1", startedBy("a"));
  const order = {
    dialogueId: "d1",
    commands: [put("identify.aspects", "aspectsIn", "r1", "Belysning")],
    actor: id("a"),
    inboundId: "activity-1",
  };
  const [first, second] = await Promise.all([handle.order(order), handle.order(order)]);
  const third = await handle.order({
    ...order,
    commands: [put("identify.aspects", "aspectsIn", "r2", "Bänkar")],
  });
  expect(
    [first.events.length, second.events.length, third.events.length].toSorted((a, b) => a - b),
  ).toEqual([0, 0, 1]);
  expect(aspects(third.state)).toHaveLength(1);
});

test("25 orders at once that do not overwrite give 25 events and no refusal", async () => {
  const { handle, id, run } = await openHandled();
  await run("d1", startedBy("a"));
  const orders = Array.from({ length: 25 }, (_, i) =>
    handle.order({
      dialogueId: "d1",
      commands: [put("identify.aspects", "aspectsIn", `r${i}`, `Del ${i}`)],
      actor: id("a"),
    }),
  );
  const done = await Promise.all(orders);
  expect(
    done
      .flatMap(({ events }) => events.map(({ type }) => type))
      .filter((type) => type === "RowPut"),
  ).toHaveLength(25);
  expect(aspects(await handle.load("d1"))).toHaveLength(25);
});

test("two that overwrite from the same form give one event and one refusal that says the form is old", async () => {
  const { handle, id, run } = await openHandled();
  await run("d1", startedBy("a"));
  const write = (text: string) =>
    handle.order({
      dialogueId: "d1",
      commands: [record("identify.statement", { issueStatement: text }, 1)],
      actor: id("a"),
    });
  const [one, other] = await Promise.allSettled([write("Den ena"), write("Den andra")]);
  expect(one.status).toBe("fulfilled");
  expect(other).toMatchObject({ status: "rejected", reason: { message: "E-STALE" } });
});

test("two handles on one store, as two processes, lose nothing and overwrite nothing", async () => {
  const first = await openHandled();
  await first.run("d1", startedBy("a"));
  const second = await openHandled(first.store);
  const orders = Array.from({ length: 20 }, (_, i) =>
    (i % 2 === 0 ? first : second).handle.order({
      dialogueId: "d1",
      commands: [put("identify.aspects", "aspectsIn", `r${i}`, `Del ${i}`)],
      actor: first.id("a"),
    }),
  );
  await Promise.all(orders);
  expect(aspects(await second.handle.load("d1"))).toHaveLength(20);
  expect(await first.store.dialogues.verify("d1")).toMatchObject({ ok: true });
});

test("several commands in one order happen together or not at all", async () => {
  const { handle, id, run, store } = await openHandled();
  await run("d1", startedBy("a"));
  const before = await store.dialogues.load("d1");
  const commands = [
    put("identify.aspects", "aspectsIn", "r1", "Belysning"),
    record("identify.statement", { issueStatement: "" }, 1),
  ];
  await expect(handle.order({ dialogueId: "d1", commands, actor: id("a") })).rejects.toThrow(
    Rejection,
  );
  expect((await store.dialogues.load("d1")).version).toBe(before.version);
});

type Press = { readonly command: Command; readonly activity: string };
const press: fc.Arbitrary<Press> = fc.record({
  activity: fc.constantFrom("x1", "x2", "x3", "x4", "x5"),
  command: fc.oneof(
    fc
      .tuple(fc.constantFrom("r1", "r2"), fc.constantFrom("Ett", "Två"), fc.nat(2))
      .map(([row, text, revision]) => put("identify.aspects", "aspectsIn", row, text, revision)),
    fc.constantFrom("r1", "r2").map(
      (rowId): Command => ({
        type: "RemoveRow",
        itemId: "identify.aspects",
        field: "aspectsIn",
        rowId,
      }),
    ),
    fc
      .tuple(fc.constantFrom("Fråga ett?", "Fråga två?"), fc.integer({ min: 1, max: 3 }))
      .map(([issueStatement, revision]) =>
        record("identify.statement", { issueStatement }, revision),
      ),
  ),
});

test("however presses are repeated and interleaved, the state is the fold of one event for each that had an effect", async () => {
  const { handle, id, run, store } = await openHandled();
  let number = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(press, { minLength: 1, maxLength: 12 }),
      fc.scheduler(),
      async (presses, scheduler) => {
        const dialogueId = `d${number++}`;
        await run(dialogueId, startedBy("a"));
        const before = (await store.dialogues.load(dialogueId)).version;
        const asked = presses.map(({ command, activity }) =>
          scheduler.schedule(Promise.resolve()).then(() =>
            handle.order({
              dialogueId,
              commands: [command],
              actor: id("a"),
              inboundId: `${dialogueId}-${activity}`,
            }),
          ),
        );
        await scheduler.waitAll();
        const settled = await Promise.allSettled(asked);
        const wrong = settled.filter(
          (one) => one.status === "rejected" && !(one.reason instanceof Rejection),
        );
        expect(wrong).toEqual([]);
        const told = settled.flatMap((one) => (one.status === "fulfilled" ? one.value.events : []));
        const { version } = await store.dialogues.load(dialogueId);
        expect(version - before).toBe(told.length);
        const acting = new Set(presses.map(({ activity }) => activity));
        expect(
          settled.filter((one) => one.status === "fulfilled" && one.value.events.length > 0).length,
        ).toBeLessThanOrEqual(acting.size);
        expect(await store.dialogues.verify(dialogueId)).toMatchObject({ ok: true });
      },
    ),
    { numRuns: 25 },
  );
});
