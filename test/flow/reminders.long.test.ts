import { describe, test } from "vitest";
import { killedOn } from "./list-killed.ts";
import { inHours } from "./list-passings.ts";
import { scenarioOne, scenarioTwo } from "./list-told.ts";

/** One day with one message, one with many, one of them with two things. */
const UNANSWERED = ["2027-10-06", "2027-11-19"] as const;

describe("each reminder comes once, on its morning, to its person, and each request when it is due; nothing else does", () => {
  test("in scenario 1, hour by hour", () => scenarioOne({ passing: inHours }));
  test("in scenario 2, hour by hour", () => scenarioTwo({ passing: inHours }));
  test("in scenario 2, killed and started again on every day with a reminder", () =>
    scenarioTwo({
      unanswered: UNANSWERED,
      passing: (story, tables) => killedOn(story, tables, UNANSWERED),
    }));
});
