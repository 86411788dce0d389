import { type HolidayId, holidaysOf } from "./holidays.ts";
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

/** How long a statutory period is: counted in one unit (lag 1930:173 § 1). */
export type Period =
  | { readonly days: number }
  | { readonly weeks: number }
  | { readonly months: number };

/** Swedish working days with one municipality's policy. Every function refuses a malformed date with MalformedTimeError. */
export type Calendar = {
  readonly policy: CalendarPolicy;
  /** The holiday on that day, if it is one; an ordinary Sunday is none. */
  readonly holidayOn: (date: LocalDate) => HolidayId | undefined;
  /** Neither Saturday, red day, eve (midsummer, Christmas, New Year) nor, where the policy says so, klämdag. */
  readonly isWorkingDay: (date: LocalDate) => boolean;
  /** A klämdag: by law a working day, alone between two that are not. Whatever the policy. */
  readonly isSqueezeDay: (date: LocalDate) => boolean;
  readonly isQuiet: (date: LocalDate) => boolean;
  /** The n-th working day after the day, before it when n is negative; the day itself when n is 0. */
  readonly addWorkingDays: (date: LocalDate, count: number) => LocalDate;
  /** The day, or the nearest working day after it. */
  readonly nextWorkingDay: (date: LocalDate) => LocalDate;
  /** The day, or the nearest working day before it. */
  readonly previousWorkingDay: (date: LocalDate) => LocalDate;
  /** A deadline we set ourselves: next working day; out of the quiet period, five working days after its end (§13.3). */
  readonly discretionary: (date: LocalDate) => LocalDate;
  /** The last day of a period that starts that day, on a working day by law; knows neither policy nor quiet weeks (§ 2). */
  readonly statutory: (start: LocalDate, period: Period) => LocalDate;
  /** Minutes approved no later than (KL 5:69, 6:35). */
  readonly st1: (meeting: LocalDate) => LocalDate;
  /** The approval announced on the notice board no later than (KL 8:12). */
  readonly st2: (approval: LocalDate) => LocalDate;
  /** Last day to appeal (KL 13:5). */
  readonly st3: (announced: LocalDate) => LocalDate;
};

type Day = {
  readonly date: LocalDate;
  readonly holiday: HolidayId | undefined;
  readonly byLaw: boolean;
  readonly squeeze: boolean;
};
type Year = { readonly days: readonly Day[]; readonly at: ReadonlyMap<LocalDate, number> };

function yearTable(year: number): Year {
  const holidays = holidaysOf(year);
  // 2 January and 30 December have neighbours inside the year; 1 January and 31 December are never working days.
  const dates: LocalDate[] = [];
  const last = `${year}-12-31`;
  for (let date = `${year}-01-01`; date < last; date = addDays(date, 1)) dates.push(date);
  dates.push(last);
  const byLaw = dates.map((date) => weekdayOf(date) < 6 && !holidays.has(date));
  const days = dates.map((date, index) => ({
    date,
    holiday: holidays.get(date),
    byLaw: byLaw[index] === true,
    squeeze: byLaw[index] === true && byLaw[index - 1] === false && byLaw[index + 1] === false,
  }));
  return { days, at: new Map(dates.map((date, index) => [date, index])) };
}

/** Looks days up in tables made once a year of the calendar asked for, kept inside the value (at most 300 of them). */
function createDays() {
  const years = new Map<number, Year>();

  function tableOf(year: number): Year {
    const known = years.get(year);
    if (known !== undefined) return known;
    const made = yearTable(year);
    years.set(year, made);
    return made;
  }

  function dayOf(date: LocalDate): Day {
    const year = Number(date.slice(0, 4));
    return dayAt(date, year, tableOf(year).at.get(date));
  }

  return { dayOf };
}
