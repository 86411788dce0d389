import Holidays from "date-holidays";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createCalendar } from "../../src/domain/calendar.ts";
import { addDays, daysBetween, weekdayOf } from "../../src/domain/time.ts";

const working = createCalendar();
const nonworking = createCalendar({
  klamdagPolicy: "nonworking",
  quietWeeks: { first: 28, last: 31 },
});
const someCalendar = fc.constantFrom(working, nonworking);
const someDate = fc.integer({ min: 0, max: 37 * 365 }).map((days) => addDays("2024-01-01", days));

test("every day from 2024 to 2060 agrees with an independent calendar", () => {
  const independent = new Holidays("SE");
  const free = new Set<string>();
  for (let year = 2024; year <= 2060; year++)
    for (const holiday of independent.getHolidays(year))
      if (holiday.type === "public" || holiday.type === "bank") free.add(holiday.date.slice(0, 10));

  const differing = [];
  let days = 0;
  for (let date = "2024-01-01"; date <= "2060-12-31"; date = addDays(date, 1), days++) {
    const holiday = working.holidayOn(date) !== undefined;
    const expected = weekdayOf(date) < 6 && !free.has(date);
    if (working.isWorkingDay(date) !== expected || holiday !== free.has(date)) differing.push(date);
  }
  expect(differing).toEqual([]);
  expect(days).toBe(13_515);
  expect(free.size).toBeGreaterThan(37 * 14);
});

describe("for any day and policy", () => {
  test("n working days forward pass exactly n working days and end on one", () => {
    fc.assert(
      fc.property(someCalendar, someDate, fc.integer({ min: 1, max: 80 }), (calendar, date, n) => {
        const end = calendar.addWorkingDays(date, n);
        let passed = 0;
        for (let day = addDays(date, 1); day <= end; day = addDays(day, 1))
          if (calendar.isWorkingDay(day)) passed++;
        expect([passed, calendar.isWorkingDay(end)]).toEqual([n, true]);
      }),
    );
  });

  test("from a working day, forward and back by the same count leads home", () => {
    fc.assert(
      fc.property(
        someCalendar,
        someDate,
        fc.integer({ min: -80, max: 80 }),
        (calendar, date, n) => {
          const start = calendar.nextWorkingDay(date);
          expect(calendar.addWorkingDays(calendar.addWorkingDays(start, n), -n)).toBe(start);
        },
      ),
    );
  });

  test("next and previous are the nearest working days, and a working day is its own", () => {
    fc.assert(
      fc.property(someCalendar, someDate, (calendar, date) => {
        const [before, after] = [calendar.previousWorkingDay(date), calendar.nextWorkingDay(date)];
        expect(before <= date && date <= after).toBe(true);
        expect(calendar.isWorkingDay(date)).toBe(before === after);
        for (let day = addDays(before, 1); day < after; day = addDays(day, 1))
          expect(calendar.isWorkingDay(day)).toBe(false);
        // Christmas 2024 is the longest: free klämdagar join its weekends, the eves and New Year into twelve days.
        expect(daysBetween(before, after)).toBeLessThanOrEqual(calendar === working ? 6 : 13);
      }),
    );
  });

  test("a deadline of our own falls on a working day, never earlier, never in the quiet weeks", () => {
    fc.assert(
      fc.property(someCalendar, someDate, (calendar, date) => {
        const due = calendar.discretionary(date);
        expect(due >= date && calendar.isWorkingDay(due) && !calendar.isQuiet(due)).toBe(true);
        // The first reminder, five working days before, comes after the quiet weeks when the date was moved by them.
        const first = calendar.addWorkingDays(due, -5);
        const moved = due !== calendar.nextWorkingDay(date);
        expect(moved && calendar.isQuiet(first)).toBe(false);
        expect(calendar.discretionary(due)).toBe(due);
      }),
    );
  });

  test("statutory dates are the same whatever the policy, and never earlier than the nominal day", () => {
    fc.assert(
      fc.property(someDate, fc.integer({ min: 1, max: 60 }), (date, days) => {
        const end = working.statutory(date, { days });
        expect(nonworking.statutory(date, { days })).toBe(end);
        expect(end >= addDays(date, days) && working.isWorkingDay(end)).toBe(true);
      }),
    );
  });

  test("a squeeze day stands alone between two days off", () => {
    fc.assert(
      fc.property(someDate, (date) => {
        const alone =
          working.isWorkingDay(date) &&
          !working.isWorkingDay(addDays(date, -1)) &&
          !working.isWorkingDay(addDays(date, 1));
        expect(working.isSqueezeDay(date)).toBe(alone);
        expect(nonworking.isWorkingDay(date)).toBe(working.isWorkingDay(date) && !alone);
      }),
    );
  });
});
