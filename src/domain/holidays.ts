import { addDays, type LocalDate, weekdayOf } from "./time.ts";

/** The red days of lag (1989:253) §§ 1–2 that are no ordinary Sundays, and the eves of lag (1930:173) § 2. */
export type HolidayId =
  | "newYearsDay"
  | "epiphany"
  | "goodFriday"
  | "easterSunday"
  | "easterMonday"
  | "firstOfMay"
  | "ascensionDay"
  | "pentecost"
  | "nationalDay"
  | "midsummerEve"
  | "midsummerDay"
  | "allSaintsDay"
  | "christmasEve"
  | "christmasDay"
  | "boxingDay"
  | "newYearsEve";

const SATURDAY = 6;

/** The Gregorian computus (Meeus, Jones and Butcher): month and day from the moon's age and the dominical letter. */
function easterSunday(year: number): LocalDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const moonCorrection = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonCorrection + 15) % 30;
  const toSunday =
    (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const days = epact + toSunday - 7 * late;
  return addDays(`${year}-03-22`, days);
}

/** The first Saturday from that day on. */
function saturdayFrom(date: LocalDate): LocalDate {
  return addDays(date, (SATURDAY - weekdayOf(date) + 7) % 7);
}

/**
 * Every holiday of the year by its day, as the law stands since 2005; where two fall on one day (6 June and pentecost,
 * say) the one with the fixed date is kept. Ordinary Saturdays and Sundays are not in it. Refuses years outside
 * 1900–2199 with MalformedTimeError.
 */
export function holidaysOf(year: number): ReadonlyMap<LocalDate, HolidayId> {
  const easter = easterSunday(year);
  const midsummer = saturdayFrom(`${year}-06-20`);
  return new Map<LocalDate, HolidayId>([
    [addDays(easter, -2), "goodFriday"],
    [easter, "easterSunday"],
    [addDays(easter, 1), "easterMonday"],
    [addDays(easter, 39), "ascensionDay"],
    [addDays(easter, 49), "pentecost"],
    [addDays(midsummer, -1), "midsummerEve"],
    [midsummer, "midsummerDay"],
    [saturdayFrom(`${year}-10-31`), "allSaintsDay"],
    [`${year}-01-01`, "newYearsDay"],
    [`${year}-01-06`, "epiphany"],
    [`${year}-05-01`, "firstOfMay"],
    [`${year}-06-06`, "nationalDay"],
    [`${year}-12-24`, "christmasEve"],
    [`${year}-12-25`, "christmasDay"],
    [`${year}-12-26`, "boxingDay"],
    [`${year}-12-31`, "newYearsEve"],
  ]);
}
