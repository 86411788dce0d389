import { describe, test } from "vitest";
import { inDays, inMonths } from "./list-passings.ts";
import { scenarioOne, scenarioTwo } from "./list-told.ts";

describe("each reminder comes once, on its morning, to its person, and each request when it is due; nothing else does", () => {
  describe.each([
    ["moved on by up to three months", inMonths],
    ["moved on day by day", inDays],
  ])("with the clock %s", (_, passing) => {
    test("scenario 1", () => scenarioOne({ passing }));
    test("scenario 2", () => scenarioTwo({ passing }));
  });
});
