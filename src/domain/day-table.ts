import { type HolidayId, holidaysOf } from "./holidays.ts";
import { addDays, type LocalDate, MalformedTimeError, parseLocalDate, weekdayOf } from "./time.ts";

/** What the law says about one day, and where it stands in its year. */
export type Day = {
  readonly date: LocalDate;
  readonly year: number;
  readonly index: number;
  readonly holiday: HolidayId | undefined;
  /** Neither Saturday, red day nor one of the three eves (lag 1930:173 § 2). */
  readonly worked: boolean;
  /** A klämdag: a working day alone between two that are not. */
  readonly squeezed: boolean;
};

/** The days of all years, looked up and walked through. */
export type DayTable = {
  readonly dayOf: (date: LocalDate) => Day;
  readonly neighbour: (day: Day, direction: 1 | -1) => Day;
};

type Year = { readonly days: readonly Day[]; readonly at: ReadonlyMap<LocalDate, Day> };

function yearOf(year: number): Year {
  const holidays = holidaysOf(year);
  const dates: LocalDate[] = [];
  const last = `${year}-12-31`;
  for (let date = `${year}-01-01`; date < last; date = addDays(date, 1)) dates.push(date);
  dates.push(last);
  const worked = dates.map((date) => weekdayOf(date) < 6 && !holidays.has(date));
  const days = dates.map((date, index) => ({
    date,
    year,
    index,
    holiday: holidays.get(date),
    worked: worked[index] === true,
    // The first and the last day of a year are never worked, so a klämdag has both neighbours in its own year.
    squeezed: worked[index] === true && worked[index - 1] === false && worked[index + 1] === false,
  }));
  return { days, at: new Map(days.map((day) => [day.date, day])) };
}

/**
 * A table that works a year out when first asked about it and remembers it (300 years at most). Both functions refuse
 * what is no day, or lies outside 1900–2199, with MalformedTimeError.
 */
export function createDayTable(): DayTable {
  const years = new Map<string, Year>();

  function tableOf(date: LocalDate): Year {
    const key = String(date).slice(0, 4);
    const known = years.get(key);
    if (known !== undefined) return known;
    const made = yearOf(Number(parseLocalDate(date).slice(0, 4)));
    years.set(key, made);
    return made;
  }

  function dayOf(date: LocalDate): Day {
    const day = tableOf(date).at.get(date);
    if (day === undefined) throw new MalformedTimeError(date, 'an existing day like "2027-01-26"');
    return day;
  }

  function neighbour(day: Day, direction: 1 | -1): Day {
    const near = tableOf(day.date).days[day.index + direction];
    return near ?? dayOf(direction === 1 ? `${day.year + 1}-01-01` : `${day.year - 1}-12-31`);
  }

  return { dayOf, neighbour };
}
