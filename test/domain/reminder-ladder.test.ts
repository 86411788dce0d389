import { describe, expect, test } from "vitest";
import { createCalendar, DEFAULT_CALENDAR_POLICY } from "../../src/domain/calendar.ts";
import { ladderOf, type Rung } from "../../src/domain/reminder-ladder.ts";

const calendar = createCalendar();
const EARLY = "2027-01-01T09:00:00.000Z";

function rungs(due: string, setAt = EARLY, days = calendar): Partial<Record<Rung, string>> {
  return Object.fromEntries(ladderOf(due, setAt, days).map(({ rung, at }) => [rung, at]));
}

describe("the ladder of a day that is due", () => {
  test("K1: skips Easter, and follows the change to summer time", () => {
    expect(rungs("2027-03-31", "2027-03-01T09:00:00.000Z")).toMatchObject({
      R1: "2027-03-22T07:30:00.000Z",
      R2: "2027-03-30T06:30:00.000Z",
      R3: "2027-03-31T06:30:00.000Z",
    });
  });
  test("K2: a klämdag is a working day unless the policy says otherwise", () => {
    expect(rungs("2027-05-10")).toMatchObject({
      R1: "2027-04-30T06:30:00.000Z",
      R2: "2027-05-07T06:30:00.000Z",
    });
    const free = createCalendar({ ...DEFAULT_CALENDAR_POLICY, klamdagPolicy: "nonworking" });
    expect(rungs("2027-05-10", EARLY, free).R2).toBe("2027-05-05T06:30:00.000Z");
  });
  test("K3: goes around the national day", () => {
    expect(rungs("2028-06-07")).toMatchObject({
      R1: "2028-05-30T06:30:00.000Z",
      R2: "2028-06-05T06:30:00.000Z",
    });
  });
  test("K4: over Christmas, late and a week late", () => {
    expect(rungs("2027-12-27")).toMatchObject({
      R1: "2027-12-17T07:30:00.000Z",
      R2: "2027-12-23T07:30:00.000Z",
      R4: "2027-12-28T07:30:00.000Z",
      R5: "2028-01-04T07:30:00.000Z",
    });
  });
  test("leaves out what would have been sent before the day was set, also the same morning", () => {
    expect(Object.keys(rungs("2027-02-09", "2027-02-02T07:30:00.000Z"))).toEqual([
      "R2",
      "R3",
      "R4",
      "R5",
    ]);
    expect(Object.keys(rungs("2027-02-09", "2027-02-02T07:29:59.999Z"))).toEqual([
      "R1",
      "R2",
      "R3",
      "R4",
      "R5",
    ]);
  });
  test("of a day set when nobody works has no word on the day itself", () => {
    expect(Object.keys(rungs("2027-05-22"))).toEqual(["R1", "R2", "R4", "R5"]);
  });
  test("of a day set when it had passed begins the next working morning", () => {
    expect(rungs("2027-03-01", "2027-03-12T10:00:00.000Z")).toEqual({
      R4: "2027-03-15T07:30:00.000Z",
    });
  });
});
