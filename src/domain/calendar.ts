import { createDayTable, type Day } from "./day-table.ts";
import type { HolidayId } from "./holidays.ts";
import {
  addDays,
  addMonths,
  type LocalDate,
  MalformedTimeError,
  weekdayOf,
  weekOf,
} from "./time.ts";

/** What a municipality decides for itself about working days (process.md §13.1). */
export type CalendarPolicy = {
  /** A klämdag is a working day unless the employer has decided otherwise. Statutory dates do not care. */
  readonly klamdagPolicy: "working" | "nonworking";
  /** First and last ISO week, 1–52, in which no discretionary deadline falls due; null for none. */
  readonly quietWeeks: { readonly first: number; readonly last: number } | null;
};

/** The policy of a municipality that has decided nothing: klämdagar are worked, weeks 28–31 are quiet. */
export const DEFAULT_CALENDAR_POLICY: CalendarPolicy = {
  klamdagPolicy: "working",
  quietWeeks: { first: 28, last: 31 },
};

/** How long a statutory period is, counted in one unit (lag 1930:173 § 1). */
export type Period =
  | { readonly days: number }
  | { readonly weeks: number }
  | { readonly months: number };

/** Swedish working days under one municipality's policy. Each function refuses a malformed date with MalformedTimeError. */
export type Calendar = {
  /** The holiday on that day, if it is one; an ordinary Sunday is none. */
  readonly holidayOn: (date: LocalDate) => HolidayId | undefined;
  /** Neither Saturday, red day, eve (midsummer, Christmas, New Year) nor, where the policy says so, klämdag. */
  readonly isWorkingDay: (date: LocalDate) => boolean;
  /** A klämdag: by law a working day, alone between two that are not. Whatever the policy. */
  readonly isSqueezeDay: (date: LocalDate) => boolean;
  /** In the quiet weeks of summer. Their days are counted as working days all the same. */
  readonly isQuiet: (date: LocalDate) => boolean;
  /** The n-th working day after the day, before it when n is negative; the day itself when n is 0. */
  readonly addWorkingDays: (date: LocalDate, count: number) => LocalDate;
  /** The day, or the nearest working day after it. */
  readonly nextWorkingDay: (date: LocalDate) => LocalDate;
  /** The day, or the nearest working day before it. */
  readonly previousWorkingDay: (date: LocalDate) => LocalDate;
  /** A deadline of our own: the next working day; out of the quiet weeks, 5 working days after their end (§13.3). */
  readonly discretionary: (date: LocalDate) => LocalDate;
  /** The last day of a period that starts that day, moved to a working day by law; no policy moves it (lag 1930:173). */
  readonly statutory: (start: LocalDate, period: Period) => LocalDate;
  /** Minutes approved no later than this, by the day of the meeting (KL 5:69, 6:35). */
  readonly st1: (meeting: LocalDate) => LocalDate;
  /** Approval announced on the notice board no later than this (KL 8:12). */
  readonly st2: (approval: LocalDate) => LocalDate;
  /** The last day to appeal, by the day of the announcement (KL 13:5). */
  readonly st3: (announced: LocalDate) => LocalDate;
};

/** A faulty setting is the administrator's to mend, so it says which values would do. */
function checkedQuietWeeks(weeks: CalendarPolicy["quietWeeks"]): CalendarPolicy["quietWeeks"] {
  if (weeks === null) return null;
  const exists = (week: number) => Number.isInteger(week) && week >= 1 && week <= 52;
  // Week 53 is refused: most years have none, and a period that comes and goes is no policy.
  if (exists(weeks.first) && exists(weeks.last) && weeks.first <= weeks.last) return weeks;
  throw new MalformedTimeError(
    weeks,
    "quietWeeks as ISO weeks 1–52, the first no later than the last",
  );
}

function periodEnd(start: LocalDate, period: Period): LocalDate {
  const length = Object.values(period)[0];
  if (Object.keys(period).length !== 1 || !Number.isSafeInteger(length) || Number(length) < 1)
    throw new MalformedTimeError(period, "a period as one of days, weeks or months, at least 1");
  if ("days" in period) return addDays(start, period.days);
  if ("weeks" in period) return addDays(start, 7 * period.weeks);
  return addMonths(start, period.months);
}

/**
 * The Swedish calendar under that policy (process.md §13.1). What it works out it remembers inside the value: make one
 * and hand it on. Refuses impossible quiet weeks with MalformedTimeError.
 */
export function createCalendar(policy: CalendarPolicy = DEFAULT_CALENDAR_POLICY): Calendar {
  const quietWeeks = checkedQuietWeeks(policy.quietWeeks);
  const { dayOf, neighbour } = createDayTable();
  const byLaw = (day: Day) => day.worked;
  const byPolicy: (day: Day) => boolean =
    policy.klamdagPolicy === "working" ? byLaw : (day) => day.worked && !day.squeezed;

  function nearest(date: LocalDate, direction: 1 | -1, works: (day: Day) => boolean): LocalDate {
    let day = dayOf(date);
    while (!works(day)) day = neighbour(day, direction);
    return day.date;
  }

  function addWorkingDays(date: LocalDate, count: number): LocalDate {
    if (!Number.isSafeInteger(count))
      throw new MalformedTimeError(count, "working days as a whole number");
    let day = dayOf(date);
    for (let left = Math.abs(count); left > 0; ) {
      day = neighbour(day, count > 0 ? 1 : -1);
      if (byPolicy(day)) left -= 1;
    }
    return day.date;
  }

  /** Monday after the quiet weeks the day lies in, or nothing when it lies in none. */
  function endOfQuiet(date: LocalDate): LocalDate | undefined {
    if (quietWeeks === null) return undefined;
    const week = weekOf(date);
    if (week < quietWeeks.first || week > quietWeeks.last) return undefined;
    return addDays(date, 7 * (quietWeeks.last - week) + 8 - weekdayOf(date));
  }

  function discretionary(date: LocalDate): LocalDate {
    const due = nearest(date, 1, byPolicy);
    const after = endOfQuiet(due);
    return after === undefined ? due : addWorkingDays(nearest(after, 1, byPolicy), 5);
  }

  const statutory = (start: LocalDate, period: Period) =>
    nearest(periodEnd(start, period), 1, byLaw);

  return {
    holidayOn: (date) => dayOf(date).holiday,
    isWorkingDay: (date) => byPolicy(dayOf(date)),
    isSqueezeDay: (date) => dayOf(date).squeezed,
    isQuiet: (date) => endOfQuiet(date) !== undefined,
    addWorkingDays,
    nextWorkingDay: (date) => nearest(date, 1, byPolicy),
    previousWorkingDay: (date) => nearest(date, -1, byPolicy),
    discretionary,
    statutory,
    st1: (meeting) => statutory(meeting, { days: 14 }),
    st2: (approval) => statutory(approval, { days: 2 }),
    st3: (announced) => statutory(announced, { weeks: 3 }),
  };
}
