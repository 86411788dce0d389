import { describe } from "vitest";
import { castOf, TITLE } from "./ny-grundskola.ts";
import { firstRows } from "./ny-grundskola-first-rows.ts";
import { lastRows } from "./ny-grundskola-last-rows.ts";
import { occasionRows } from "./ny-grundskola-occasion-rows.ts";
import { planRows } from "./ny-grundskola-plan-rows.ts";
import { positionRows } from "./ny-grundskola-position-rows.ts";
import { tell } from "./told.ts";

/** scenarios.md, scenario 2, each row from the first to the last date, in order. */
describe("Ny grundskola: var ska den ligga?", () => {
  const told = tell({ channel: "Ny grundskola", title: TITLE }, castOf);
  firstRows(told);
  planRows(told);
  positionRows(told);
  occasionRows(told);
  lastRows(told);
});
