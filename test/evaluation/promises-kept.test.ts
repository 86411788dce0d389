import { expect, test } from "vitest";
import { groupsReached } from "../../src/domain/evaluation/groups-reached.ts";
import { promisesKept } from "../../src/domain/evaluation/promises-kept.ts";
import { calendar, template } from "../support/given.ts";
import { played } from "../support/played.ts";
import { scenarioOne } from "../support/scenario-one.ts";

const kept = (until: string) =>
  promisesKept(played(scenarioOne, until).state, template, calendar).map(
    ({ code, days }) => [code, days] as const,
  );

test("scenario 1's promises: working days between the promised day and the day it was done, minus when early", () => {
  expect(kept("2028-06-27 10:00")).toEqual([
    ["D03", -1],
    ["D06", -1],
    ["D10", -1],
    ["D11", -1],
    ["D14", -1],
    ["D18.1", -1],
    ["D18.2", 0],
  ]);
});

test("what is not done yet has no difference, and what is no longer needed is left out", () => {
  expect(kept("2027-06-10 10:00")).toEqual([
    ["D03", -1],
    ["D06", -1],
    ["D10", -1],
    ["D11", undefined],
    ["D13.1", undefined],
  ]);
});

test("a group has come when some or many did at any occasion, partly when few did, and is missed when nobody did", () => {
  const { state } = played(scenarioOne, "2027-06-10 10:00");
  const [first] = groupsReached(state);
  expect(first).toBeDefined();
  const told = (...estimates: readonly string[]) =>
    groupsReached({
      ...state,
      items: {
        ...Object.fromEntries(
          Object.entries(state.items).filter(([id]) => !id.startsWith("event.count.")),
        ),
        ...Object.fromEntries(
          estimates.map((value, index) => [
            `event.count.e${index}`,
            {
              revision: 1,
              values: {
                groupEstimate: [{ id: first?.id ?? "", revision: 1, values: { value } }],
              },
            },
          ]),
        ),
      },
    })[0]?.reached;
  expect([told(), told("0"), told("0", "few"), told("some", "0"), told("many")]).toEqual([
    "unknown",
    "missed",
    "partly",
    "reached",
    "reached",
  ]);
});
