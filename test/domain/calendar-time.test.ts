import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  addMonths,
  daysBetween,
  endOfDay,
  instantOf,
  localDateOf,
  localTimeOf,
  MalformedTimeError,
  parseInstant,
  parseLocalDate,
  reminderInstant,
  weekdayOf,
  weekOf,
} from "../../src/domain/time.ts";

/** The last Sunday of that month: when clocks in Sweden change, worked out without any time zone. */
function lastSunday(year: number, month: "03" | "10"): string {
  const last = `${year}-${month}-31`;
  return addDays(last, -(weekdayOf(last) % 7));
}

const year = fc.integer({ min: 2024, max: 2060 });
const springDay = year.map((some) => lastSunday(some, "03"));
const autumnDay = year.map((some) => lastSunday(some, "10"));
const anyDay = fc.integer({ min: 0, max: 37 * 365 }).map((days) => addDays("2024-01-01", days));
/** Half of the days are those around a change of clocks; chance alone would hardly ever find them. */
const biasedDay = fc.oneof(
  anyDay,
  fc
    .tuple(fc.oneof(springDay, autumnDay), fc.integer({ min: -1, max: 1 }))
    .map(([date, days]) => addDays(date, days)),
);
const minuteOfDay = fc.oneof(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 60, max: 240 }));

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

describe("the morning a reminder goes out", () => {
  test.each([
    ["2027-03-25", "2027-03-25T07:30:00.000Z"],
    ["2027-03-30", "2027-03-30T06:30:00.000Z"],
    ["2027-10-29", "2027-10-29T06:30:00.000Z"],
    ["2027-11-01", "2027-11-01T07:30:00.000Z"],
    ["2028-03-24", "2028-03-24T07:30:00.000Z"],
    ["2028-03-27", "2028-03-27T06:30:00.000Z"],
    ["2028-10-27", "2028-10-27T06:30:00.000Z"],
    ["2028-10-30", "2028-10-30T07:30:00.000Z"],
  ])("08:30 on %s is %s", (date, instant) => {
    expect(reminderInstant(date)).toBe(instant);
  });
});

describe("when clocks change", () => {
  test("F28: a time in the spring gap moves forward by the hour that is missing", () => {
    expect(instantOf("2027-03-28", "01:59")).toBe("2027-03-28T00:59:00.000Z");
    expect(instantOf("2027-03-28", "02:00")).toBe("2027-03-28T01:00:00.000Z");
    expect(instantOf("2027-03-28", "02:30")).toBe("2027-03-28T01:30:00.000Z");
    expect(instantOf("2027-03-28", "03:00")).toBe("2027-03-28T01:00:00.000Z");
    expect(localTimeOf(instantOf("2027-03-28", "02:30"))).toBe("03:30");
  });

  test("F29: a time in the autumn overlap means the first of the two", () => {
    expect(instantOf("2026-10-25", "02:30")).toBe("2026-10-25T00:30:00.000Z");
    expect(instantOf("2027-10-31", "01:59")).toBe("2027-10-30T23:59:00.000Z");
    expect(instantOf("2027-10-31", "02:30")).toBe("2027-10-31T00:30:00.000Z");
    expect(instantOf("2027-10-31", "03:00")).toBe("2027-10-31T02:00:00.000Z");
    expect(localTimeOf("2027-10-31T01:30:00.000Z")).toBe("02:30");
  });

  test("the day has 23 or 25 hours and ends where the next begins", () => {
    expect(instantOf("2027-03-28", "00:00")).toBe("2027-03-27T23:00:00.000Z");
    expect(endOfDay("2027-03-28")).toBe("2027-03-28T22:00:00.000Z");
    expect(endOfDay("2027-10-31")).toBe("2027-10-31T23:00:00.000Z");
    expect(endOfDay("2027-12-31")).toBe("2027-12-31T23:00:00.000Z");
  });
});

describe("for any day, with the changes of clocks over-represented", () => {
  test("every local time but those in the gap comes back as it was written", () => {
    fc.assert(
      fc.property(biasedDay, minuteOfDay, (date, minutes) => {
        const instant = instantOf(date, clock(minutes));
        const inGap =
          date === lastSunday(Number(date.slice(0, 4)), "03") && minutes >= 120 && minutes < 180;
        expect(localTimeOf(instant)).toBe(clock(inGap ? minutes + 60 : minutes));
        expect(localDateOf(instant)).toBe(date);
        expect(parseInstant(instant)).toBe(instant);
      }),
      { numRuns: 3000 },
    );
  });

  test("summer time holds between the last Sundays of March and October, by plain counting", () => {
    fc.assert(
      fc.property(biasedDay, minuteOfDay, (date, minutes) => {
        const [spring, autumn] = [
          lastSunday(Number(date.slice(0, 4)), "03"),
          lastSunday(Number(date.slice(0, 4)), "10"),
        ];
        const afterSpring = date > spring || (date === spring && minutes >= 180);
        const beforeAutumn = date < autumn || (date === autumn && minutes < 180);
        const offset = afterSpring && beforeAutumn ? 120 : 60;
        const utc = (minutes - offset + 1440) % 1440;
        expect(instantOf(date, clock(minutes)).slice(11, 16)).toBe(clock(utc));
      }),
      { numRuns: 3000 },
    );
  });

  test("the end of a day is the first moment of the next, and 08:30 lies inside it", () => {
    fc.assert(
      fc.property(biasedDay, (date) => {
        expect(localDateOf(endOfDay(date))).toBe(addDays(date, 1));
        expect(localTimeOf(endOfDay(date))).toBe("00:00");
        expect(localTimeOf(reminderInstant(date))).toBe("08:30");
        expect(reminderInstant(date) < endOfDay(date)).toBe(true);
        expect(instantOf(date, "00:00") < reminderInstant(date)).toBe(true);
      }),
    );
  });

  test("days added are days between", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -20_000, max: 20_000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days);
      }),
    );
  });
});

describe("what is no time is refused", () => {
  test.each(["24:00", "23:60", "8:30", "08:30:00", "", "08.30", "08:30\n"])("%j", (time) => {
    expect(() => instantOf("2027-01-26", time)).toThrow(MalformedTimeError);
  });

  test.each(["2027-02-31", "2027-02-29", "20260-01-01", "2027-W53-1", "1899-12-31", "i morgon"])(
    "%j as a day",
    (date) => {
      expect(() => parseLocalDate(date)).toThrow(MalformedTimeError);
      expect(() => instantOf(date, "08:30")).toThrow(MalformedTimeError);
      expect(() => endOfDay(date)).toThrow(MalformedTimeError);
      expect(() => addDays(date, 1)).toThrow(MalformedTimeError);
      expect(() => addMonths(date, 1)).toThrow(MalformedTimeError);
      expect(() => weekOf(date)).toThrow(MalformedTimeError);
    },
  );

  test.each([
    "2027-01-26T07:30:00Z",
    "2027-01-26T07:30:00.000+01:00",
    "2027-01-26T24:00:00.000Z",
    "2027-02-31T07:30:00.000Z",
    "2027-01-26T07:30:60.000Z",
    "20270-01-26T07:30:00.000Z",
    "2027-01-26",
  ])("%j as a moment", (instant) => {
    expect(() => parseInstant(instant)).toThrow(MalformedTimeError);
    expect(() => localDateOf(instant)).toThrow(MalformedTimeError);
  });

  test("half days and months, and sums that leave the years that can be written", () => {
    expect(() => addDays("2027-01-26", 0.5)).toThrow(MalformedTimeError);
    expect(() => addMonths("2027-01-26", Number.NaN)).toThrow(MalformedTimeError);
    expect(() => addDays("2199-12-31", 1)).toThrow(MalformedTimeError);
    expect(() => endOfDay("2199-12-31")).toThrow(MalformedTimeError);
  });

  test("and says what was given and what would do", () => {
    expect(() => parseLocalDate("2027-02-31")).toThrow(/"2027-02-31".*"2027-01-26"/);
  });
});
