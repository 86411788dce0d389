import { describe, test } from "vitest";
import { killedOn } from "./list-killed.ts";
import { inDays, inHours, inMonths } from "./list-passings.ts";
import { onPostgres } from "./list-replicas.ts";
import { scenarioOne, scenarioTwo } from "./list-told.ts";

/** One day with one message, one with many, for one of them of two things. */
const UNANSWERED = ["2027-10-06", "2027-11-19"] as const;

/** Beside what the quick tests show of the one scenario, the same of the other, and the whole of both hour by hour. */
describe("each reminder comes once, on its morning, to its person, and each request when something is asked; nothing else does", () => {
  const turns = onPostgres();

  test("in scenario 1, hour by hour", () => scenarioOne({ passing: inHours }));
  test("in scenario 2, hour by hour", () => scenarioTwo({ passing: inHours }));
  test("in scenario 1, day by day", () => scenarioOne({ passing: inDays }));
  test("in scenario 2, with the clock moved on by up to three months", () =>
    scenarioTwo({ passing: inMonths }));
  test("in scenario 2, killed and started again on every day with a reminder", () =>
    scenarioTwo({
      unanswered: UNANSWERED,
      passing: (story, tables) => killedOn(story, tables, UNANSWERED),
    }));
  test("in scenario 1, with two replicas on PostgreSQL that take turns", async () =>
    scenarioOne(await turns()));
});
