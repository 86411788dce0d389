import { describe } from "vitest";
import { appointingRows } from "./stationstorget-appointing-rows.ts";
import { checkpointRows } from "./stationstorget-checkpoint-rows.ts";
import { decisionRows } from "./stationstorget-decision-rows.ts";
import { lastRows } from "./stationstorget-last-rows.ts";
import { lessonRows } from "./stationstorget-lesson-rows.ts";
import { occasionRows } from "./stationstorget-occasion-rows.ts";
import { planningRows } from "./stationstorget-planning-rows.ts";
import { startRows } from "./stationstorget-start-rows.ts";
import { castOf, TITLE } from "./stationstorget.ts";
import { tell } from "./told.ts";

/** scenarios.md, scenario 1, each row from the first to the last date, in order. */
describe("Otrygghet på Stationstorget", () => {
  const told = tell({ channel: "Stationstorget", title: TITLE }, castOf);
  startRows(told);
  appointingRows(told);
  planningRows(told);
  checkpointRows(told);
  occasionRows(told);
  decisionRows(told);
  lastRows(told);
  lessonRows(told);
});
