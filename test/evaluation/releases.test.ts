import { expect, test } from "vitest";
import type { Dialogue } from "../../src/domain/dialogue.ts";
import { releases } from "../../src/domain/evaluation/rounds.ts";
import { calendar, template } from "../support/given.ts";
import { played } from "../support/played.ts";
import { scenarioOne } from "../support/scenario-one.ts";

const at = (when: string) => played(scenarioOne, when).state;
const released = (state: Dialogue) => releases(state, template, calendar);

test("N3b: while a round is open or still to come, nothing of the closed ones is released", () => {
  const between = at("2027-05-25 10:00");
  expect(between.survey.closed["e1"]).toBeDefined();
  expect(between.survey.released).toEqual([]);
});

test("when the last round has closed, all of them are released together, once", () => {
  const after = at("2027-06-10 10:00");
  expect(after.survey.released).toEqual([["e1", "e2"]]);
  expect(released(after)).toEqual([]);
});

test("a round that comes later is released for itself, and waits for its own end", () => {
  const after = at("2027-06-10 10:00");
  const e1 = after.occasions["e1"];
  if (!e1) throw new Error("The first occasion is there.");
  const extra = { ...e1, id: "e3", number: 3 };
  const later: Dialogue = { ...after, occasions: { ...after.occasions, e3: extra } };
  expect(released(later)).toEqual([]);
  const closed = { ...later.survey.closed, e3: { closedOn: "2027-06-20", answers: 3 } };
  expect(released({ ...later, survey: { ...later.survey, closed } })).toEqual([
    { type: "ResultsReleased", roundIds: ["e3"] },
  ]);
});

test("a cancelled tillfälle is not waited for", () => {
  const between = at("2027-05-25 10:00");
  const e2 = between.occasions["e2"];
  if (!e2) throw new Error("The second occasion is there.");
  const without: Dialogue = {
    ...between,
    occasions: { ...between.occasions, e2: { ...e2, status: "cancelled" } },
  };
  expect(released(without)).toEqual([{ type: "ResultsReleased", roundIds: ["e1"] }]);
});
