import { describe, expect, test } from "vitest";
import { createCalendar, type Period } from "../../src/domain/calendar.ts";
import type { HolidayId } from "../../src/domain/holidays.ts";
import { addDays, addMonths, MalformedTimeError, weekdayOf } from "../../src/domain/time.ts";

const calendar = createCalendar();
const nonworkingSqueeze = createCalendar({
  klamdagPolicy: "nonworking",
  quietWeeks: { first: 28, last: 31 },
});
const SHORT_DAYS = ["mån", "tis", "ons", "tors", "fre", "lör", "sön"];
const SWEDISH: Record<HolidayId, string> = {
  newYearsDay: "nyårsdagen",
  epiphany: "trettondedag jul",
  goodFriday: "långfredagen",
  easterSunday: "påskdagen",
  easterMonday: "annandag påsk",
  firstOfMay: "första maj",
  ascensionDay: "Kristi himmelsfärdsdag",
  pentecost: "pingstdagen",
  nationalDay: "nationaldagen",
  midsummerEve: "midsommarafton",
  midsummerDay: "midsommardagen",
  allSaintsDay: "alla helgons dag",
  christmasEve: "julafton",
  christmasDay: "juldagen",
  boxingDay: "annandag jul",
  newYearsEve: "nyårsafton",
};

function withWeekday(date: string): string {
  return `${date} ${SHORT_DAYS[weekdayOf(date) - 1]}`;
}

function datesOf(year: number): string[] {
  const dates = [];
  for (let date = `${year}-01-01`; date <= `${year}-12-31`; date = addDays(date, 1))
    dates.push(date);
  return dates;
}

/** The year's holidays in the words of the reference lists of the acceptance tests. */
function named(year: number, keep: (date: string) => boolean): string {
  return datesOf(year)
    .filter(keep)
    .flatMap((date) => {
      const holiday = calendar.holidayOn(date);
      return holiday === undefined ? [] : [`${withWeekday(date)} ${SWEDISH[holiday]}`];
    })
    .join(", ");
}

describe("the reference years", () => {
  test.each([
    {
      year: 2027,
      onWeekdays:
        "2027-01-01 fre nyårsdagen, 2027-01-06 ons trettondedag jul, 2027-03-26 fre långfredagen, 2027-03-29 mån annandag påsk, 2027-05-06 tors Kristi himmelsfärdsdag, 2027-06-25 fre midsommarafton, 2027-12-24 fre julafton, 2027-12-31 fre nyårsafton",
      onWeekends:
        "2027-03-28 sön påskdagen, 2027-05-01 lör första maj, 2027-05-16 sön pingstdagen, 2027-06-06 sön nationaldagen, 2027-06-26 lör midsommardagen, 2027-11-06 lör alla helgons dag, 2027-12-25 lör juldagen, 2027-12-26 sön annandag jul",
      squeezeDays: "2027-05-07 fre",
      quiet: ["2027-07-12", "2027-08-08"],
      after: "2027-08-09 mån",
    },
    {
      year: 2028,
      onWeekdays:
        "2028-01-06 tors trettondedag jul, 2028-04-14 fre långfredagen, 2028-04-17 mån annandag påsk, 2028-05-01 mån första maj, 2028-05-25 tors Kristi himmelsfärdsdag, 2028-06-06 tis nationaldagen, 2028-06-23 fre midsommarafton, 2028-12-25 mån juldagen, 2028-12-26 tis annandag jul",
      onWeekends:
        "2028-01-01 lör nyårsdagen, 2028-04-16 sön påskdagen, 2028-06-04 sön pingstdagen, 2028-06-24 lör midsommardagen, 2028-11-04 lör alla helgons dag, 2028-12-24 sön julafton, 2028-12-31 sön nyårsafton",
      squeezeDays: "2028-01-07 fre, 2028-05-26 fre, 2028-06-05 mån",
      quiet: ["2028-07-10", "2028-08-06"],
      after: "2028-08-07 mån",
    },
    {
      year: 2029,
      onWeekdays:
        "2029-01-01 mån nyårsdagen, 2029-03-30 fre långfredagen, 2029-04-02 mån annandag påsk, 2029-05-01 tis första maj, 2029-05-10 tors Kristi himmelsfärdsdag, 2029-06-06 ons nationaldagen, 2029-06-22 fre midsommarafton, 2029-12-24 mån julafton, 2029-12-25 tis juldagen, 2029-12-26 ons annandag jul, 2029-12-31 mån nyårsafton",
      onWeekends:
        "2029-01-06 lör trettondedag jul, 2029-04-01 sön påskdagen, 2029-05-20 sön pingstdagen, 2029-06-23 lör midsommardagen, 2029-11-03 lör alla helgons dag",
      squeezeDays: "2029-04-30 mån, 2029-05-11 fre",
      quiet: ["2029-07-09", "2029-08-05"],
      after: "2029-08-06 mån",
    },
  ])("$year has exactly these holidays, squeeze days and quiet weeks", (expected) => {
    const { year } = expected;
    expect(named(year, (date) => weekdayOf(date) < 6)).toBe(expected.onWeekdays);
    expect(named(year, (date) => weekdayOf(date) >= 6)).toBe(expected.onWeekends);
    expect(datesOf(year).filter(calendar.isSqueezeDay).map(withWeekday).join(", ")).toBe(
      expected.squeezeDays,
    );
    const quiet = datesOf(year).filter(calendar.isQuiet);
    expect([quiet[0], quiet.at(-1), quiet.length]).toEqual([...expected.quiet, 28]);
    expect(withWeekday(calendar.nextWorkingDay(addDays(quiet.at(-1) ?? "", 1)))).toBe(
      expected.after,
    );
  });

  test("Easter comes a week earlier in the years when the moon alone would put it too late", () => {
    const easters = ["1954-04-18", "1981-04-19", "2049-04-18", "2076-04-19", "2106-04-18"];
    expect(easters.map(calendar.holidayOn)).toEqual(easters.map(() => "easterSunday"));
  });

  test("weekdays that are no holidays are worked, half-days among them", () => {
    for (const date of ["2027-03-25", "2027-01-05", "2027-04-30", "2027-11-05", "2027-12-23"])
      expect([date, calendar.isWorkingDay(date)]).toEqual([date, true]);
  });
});

describe("counting working days", () => {
  test.each([
    ["2027-03-22", 5, "2027-03-31 ons"],
    ["2027-05-05", 1, "2027-05-07 fre"],
    ["2027-05-05", 2, "2027-05-10 mån"],
    ["2027-06-24", 1, "2027-06-28 mån"],
    ["2027-12-16", 10, "2028-01-03 mån"],
    ["2027-12-22", 3, "2027-12-28 tis"],
    ["2028-04-12", 2, "2028-04-18 tis"],
    ["2028-06-01", 3, "2028-06-07 ons"],
    ["2028-02-28", 2, "2028-03-01 ons"],
    ["2026-12-23", 3, "2026-12-30 ons"],
    ["2027-05-12", -5, "2027-05-04 tis"],
    ["2028-01-10", -3, "2028-01-04 tis"],
  ])("addWorkingDays(%s, %i) is %s", (date, count, expected) => {
    expect(withWeekday(calendar.addWorkingDays(date, count))).toBe(expected);
  });

  test.each([
    ["2027-08-31", 6, "2028-02-29 tis"],
    ["2028-08-31", 6, "2029-02-28 ons"],
    ["2028-01-31", 1, "2028-02-29 tis"],
    ["2027-06-22", 6, "2027-12-22 ons"],
  ])("addMonths(%s, %i) is %s", (date, months, expected) => {
    expect(withWeekday(addMonths(date, months))).toBe(expected);
  });

  test("a squeeze day is skipped where the employer has made it free, and stays a squeeze day", () => {
    expect(nonworkingSqueeze.addWorkingDays("2027-05-05", 1)).toBe("2027-05-10");
    expect(nonworkingSqueeze.isWorkingDay("2027-05-07")).toBe(false);
    expect(nonworkingSqueeze.isSqueezeDay("2027-05-07")).toBe(true);
    expect(nonworkingSqueeze.previousWorkingDay("2027-05-09")).toBe("2027-05-05");
    expect(calendar.previousWorkingDay("2027-05-09")).toBe("2027-05-07");
  });
});

describe("deadlines of our own", () => {
  test.each([
    ["2027-07-11", "2027-08-16 mån"],
    ["2027-07-12", "2027-08-16 mån"],
    ["2027-08-08", "2027-08-09 mån"],
    ["2028-07-10", "2028-08-14 mån"],
    ["2029-07-20", "2029-08-13 mån"],
  ])("discretionary(%s) is %s", (date, expected) => {
    expect(withWeekday(calendar.discretionary(date))).toBe(expected);
  });

  test("other quiet weeks, or none, move other dates", () => {
    const later = createCalendar({ klamdagPolicy: "working", quietWeeks: { first: 29, last: 32 } });
    const none = createCalendar({ klamdagPolicy: "working", quietWeeks: null });
    expect(later.discretionary("2027-07-12")).toBe("2027-07-12");
    expect(later.discretionary("2027-08-10")).toBe("2027-08-23");
    expect(none.discretionary("2027-07-12")).toBe("2027-07-12");
    expect(none.isQuiet("2027-07-12")).toBe(false);
  });
});

describe("statutory dates", () => {
  test.each([
    ["minutes of 2028-01-31 are approved by", calendar.st1("2028-01-31"), "2028-02-14 mån"],
    ["minutes of 2027-12-10 are approved by", calendar.st1("2027-12-10"), "2027-12-27 mån"],
    ["approval of 2027-02-02 is announced by", calendar.st2("2027-02-02"), "2027-02-04 tors"],
    ["approval of 2028-02-10 is announced by", calendar.st2("2028-02-10"), "2028-02-14 mån"],
    ["announced 2027-12-22 can be appealed to", calendar.st3("2027-12-22"), "2028-01-12 ons"],
    ["announced 2027-12-15 can be appealed to", calendar.st3("2027-12-15"), "2028-01-05 ons"],
    ["announced 2027-12-16 can be appealed to", calendar.st3("2027-12-16"), "2028-01-07 fre"],
    ["announced 2027-07-01 can be appealed to", calendar.st3("2027-07-01"), "2027-07-22 tors"],
  ])("%s %s", (_what, date, expected) => {
    expect(withWeekday(date)).toBe(expected);
  });

  test("no policy and no quiet week moves them", () => {
    expect(nonworkingSqueeze.st3("2027-12-17")).toBe("2028-01-07");
    expect(nonworkingSqueeze.isWorkingDay("2028-01-07")).toBe(false);
    expect(nonworkingSqueeze.st1("2027-07-01")).toBe("2027-07-15");
  });

  test("months end on the same day number, or the last day of the month, then on a working day", () => {
    expect(calendar.statutory("2028-01-31", { months: 1 })).toBe("2028-02-29");
    expect(calendar.statutory("2027-11-24", { months: 1 })).toBe("2027-12-27");
  });
});

describe("what is no date is refused", () => {
  test.each([
    "2027-02-31",
    "20260-01-01",
    "+020260-01-01",
    "2027-13-01",
    "2027-1-1",
    "1899-12-31",
    "2200-01-01",
    "2027-01-01T00:00:00.000Z",
    "2027-01-01[u-ca=hebrew]",
    " 2027-01-01",
    "2027-01-01\n",
    "",
  ])("%j, by every question about a day", (date) => {
    for (const ask of [
      calendar.isWorkingDay,
      calendar.isSqueezeDay,
      calendar.isQuiet,
      calendar.holidayOn,
      calendar.nextWorkingDay,
      calendar.previousWorkingDay,
      calendar.discretionary,
      calendar.st1,
      calendar.st2,
      calendar.st3,
      (given: string) => calendar.addWorkingDays(given, 1),
    ])
      expect(() => ask(date)).toThrow(MalformedTimeError);
  });

  test.each([1.5, Number.NaN, Number.POSITIVE_INFINITY])("%f working days", (count) => {
    expect(() => calendar.addWorkingDays("2027-01-01", count)).toThrow(MalformedTimeError);
  });

  test("a count that leads out of the years that can be written", () => {
    expect(() => calendar.addWorkingDays("2199-12-30", 5)).toThrow(MalformedTimeError);
    expect(() => calendar.addWorkingDays("1900-01-03", -5)).toThrow(MalformedTimeError);
  });

  test.each([{ days: 0 }, { weeks: 1.5 }, { months: -1 }, { days: 1, weeks: 1 }, {}])(
    "the period %j",
    (period) => {
      expect(() => calendar.statutory("2027-01-01", period as Period)).toThrow(MalformedTimeError);
    },
  );

  test.each([
    { first: 28, last: 53 },
    { first: 0, last: 3 },
    { first: 31, last: 28 },
    { first: 28.5, last: 31 },
  ])("quiet weeks %j", (quietWeeks) => {
    expect(() => createCalendar({ klamdagPolicy: "working", quietWeeks })).toThrow(/quietWeeks/);
  });
});
