import { describe, test } from "vitest";
import { killedOn } from "./list-killed.ts";
import { scenarioOne, WHOLE } from "./list-told.ts";

/** One day with one message, one with many. */
const UNANSWERED = ["2027-03-01", "2027-05-20"] as const;

describe("killed and started again on every day with a reminder", () => {
  test(
    "in scenario 1 nothing is lost, and only what was taken and never answered comes once more",
    WHOLE,
    () =>
      scenarioOne({
        unanswered: UNANSWERED,
        passing: (story, tables) => killedOn(story, tables, UNANSWERED),
      }),
  );
});
