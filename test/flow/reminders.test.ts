import { describe, expect, test } from "vitest";
import { readOn } from "../support/seat.ts";
import { inDays, inHours, inMonths, until } from "./list-passings.ts";
import { scenarioOne, scenarioTwo, WHOLE } from "./list-told.ts";

describe("each reminder comes once, on its morning, to its person, and each request when something is asked; nothing else does", () => {
  test(
    "in scenario 1, with the clock moved on by up to three months; what is done since is ticked off in the card",
    WHOLE,
    async () => {
      const story = await scenarioOne({ passing: inMonths });
      const morning = await story.person("Johan Wallin").see("Det här väntar på dig", "personal");
      expect(readOn(morning.card)).toContain("Allt är klart. Du behöver inte göra något mer.");
    },
  );

  test(
    "in scenario 2, hour by hour until the clocks have gone back, and then day by day",
    WHOLE,
    () => scenarioTwo({ passing: until("2027-11-09 10:00", inHours, inDays) }),
  );
});
