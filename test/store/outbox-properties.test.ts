import fc from "fast-check";
import { expect, test } from "vitest";
import type { Message } from "../../src/store/store.ts";
import { openTestStore } from "../support/store.ts";
import { ALL, Simulation, act } from "./simulation.ts";

test("whatever is cut off when, nothing is posted more often than its class allows, and every card ends up right", async () => {
  const store = await openTestStore();
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 40 }), async (acts) => {
      const teams = new Simulation(store);
      await teams.change(ALL);
      for (const one of acts) await teams.run(one);
      await teams.settle();
      const messages = await store.outbox.peek("d1");
      const { version } = await store.dialogues.load("d1");
      await store.dialogues.deleteExample("d1");

      for (const { key, delivery } of ALL)
        expect(teams.delivered.get(key) ?? 0).toBeLessThanOrEqual(delivery === "once" ? 1 : 2);
      expect(messages.flatMap((message) => faultsOf(message, messages, teams, version))).toEqual(
        [],
      );
    }),
  );
});

/** What is not as it should be with a message once everything has settled. */
function faultsOf(
  { key, to, status, sent, withdrawn }: Message,
  messages: readonly Message[],
  teams: Simulation,
  version: number,
): string[] {
  const living = teams.wanted.some((wanted) => wanted.key === key);
  const rootIsOut = messages.some((one) => one.key === "overview" && one.sent);
  const waits = to.type === "channel" && key !== "overview" && !rootIsOut;
  const ends = waits ? ["pending", "cancelled"] : ["sent", "unknown", "cancelled"];
  const shown = sent && teams.shows.get(sent.activityId ?? "");
  return [
    ...(withdrawn === living ? [`${key} is ${withdrawn ? "" : "not "}withdrawn`] : []),
    ...(ends.includes(status) ? [] : [`${key} is still ${status}`]),
    ...(status === "cancelled" && living ? [`${key} is wanted and cancelled`] : []),
    ...(living && sent && shown !== version ? [`${key} shows ${shown}, not ${version}`] : []),
  ];
}
