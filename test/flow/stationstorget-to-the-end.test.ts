import { describe } from "vitest";
import { checkpointRows } from "./stationstorget-checkpoint-rows.ts";
import { decisionRows } from "./stationstorget-decision-rows.ts";
import { lastRows } from "./stationstorget-last-rows.ts";
import { lessonRows } from "./stationstorget-lesson-rows.ts";
import { occasionRows } from "./stationstorget-occasion-rows.ts";
import { planningRows } from "./stationstorget-planning-rows.ts";
import { tellFromKickoff } from "./stationstorget-told.ts";

/** scenarios.md, scenario 1, each row from 2027-03-01 to the last date, in order. */
describe("Otrygghet på Stationstorget, from the plan to the closing", () => {
  const told = tellFromKickoff();
  planningRows(told);
  checkpointRows(told);
  occasionRows(told);
  decisionRows(told);
  lastRows(told);
  lessonRows(told);
});
