/** The one time zone of the product (process.md §13.1). */
const ZONE = "Europe/Stockholm";

/** A day in Sweden as "2027-01-26", year 1900–2199. Sorts as text and survives JSON. */
export type LocalDate = string;

/** A moment as "2027-01-26T07:30:00.000Z": UTC, always with milliseconds. Sorts as text and survives JSON. */
export type Instant = string;

/** What was given is no date, time, moment or number of days. Says what was given and how it must look. */
export class MalformedTimeError extends Error {
  override readonly name = "MalformedTimeError";
  readonly given: string;

  constructor(given: unknown, expected: string, options?: ErrorOptions) {
    super(`Malformed time ${JSON.stringify(given)?.slice(0, 60)}: ${expected}`, options);
    this.given = String(given);
  }
}

const LOCAL_DATE = /^(?:19|20|21)\d\d-\d\d-\d\d$/;
const LOCAL_TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
const INSTANT = /^(?:19|20|21)\d\d-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

/** The day as Temporal knows it. Refuses with MalformedTimeError what is no day: 31 February, year 20260. */
function plainDateOf(date: LocalDate): Temporal.PlainDate {
  const expected = 'a day that exists, written like "2027-01-26", year 1900–2199';
  if (typeof date !== "string" || !LOCAL_DATE.test(date))
    throw new MalformedTimeError(date, expected);
  try {
    return Temporal.PlainDate.from(date, { overflow: "reject" });
  } catch (cause) {
    throw new MalformedTimeError(date, expected, { cause });
  }
}

function temporalInstantOf(instant: Instant): Temporal.Instant {
  const expected = 'a moment in UTC with milliseconds, like "2027-01-26T07:30:00.000Z"';
  if (typeof instant !== "string" || !INSTANT.test(instant))
    throw new MalformedTimeError(instant, expected);
  try {
    return Temporal.Instant.from(instant);
  } catch (cause) {
    throw new MalformedTimeError(instant, expected, { cause });
  }
}

/** Writes a day; arithmetic that runs out of the years we can write is refused, not wrapped. */
function localDateFrom(date: Temporal.PlainDate): LocalDate {
  const text = date.toString();
  if (!LOCAL_DATE.test(text)) throw new MalformedTimeError(text, "years outside 1900–2199");
  return text;
}

function wholeNumber(value: number, what: string): number {
  if (!Number.isSafeInteger(value)) throw new MalformedTimeError(value, `${what}, a whole number`);
  return value;
}

/** The text as a day. Refuses with MalformedTimeError anything but an existing day like "2027-01-26". */
export function parseLocalDate(text: string): LocalDate {
  return localDateFrom(plainDateOf(text));
}

/** The text as a moment. Refuses with MalformedTimeError anything but UTC with milliseconds. */
export function parseInstant(text: string): Instant {
  temporalInstantOf(text);
  return text;
}

/** The day it is in Sweden at that moment. */
export function localDateOf(instant: Instant): LocalDate {
  return localDateFrom(temporalInstantOf(instant).toZonedDateTimeISO(ZONE).toPlainDate());
}

/** What the clock on the wall in Sweden shows at that moment, as "HH:MM". */
export function localTimeOf(instant: Instant): string {
  return temporalInstantOf(instant).toZonedDateTimeISO(ZONE).toPlainTime().toString().slice(0, 5);
}

/**
 * The moment when clocks in Sweden show the time ("HH:MM", 00:00–23:59) on that day. The only place that knows what
 * happens when clocks change: in the spring gap time moves forward, in the autumn overlap the first is meant
 * (decisions.md §5.7). Refuses a malformed day or time, 24:00 among them.
 */
export function instantOf(date: LocalDate, time: string): Instant {
  if (typeof time !== "string" || !LOCAL_TIME.test(time))
    throw new MalformedTimeError(time, 'a local time from "00:00" to "23:59"');
  return plainDateOf(date)
    .toPlainDateTime(Temporal.PlainTime.from(time))
    .toZonedDateTime(ZONE, { disambiguation: "compatible" })
    .toInstant()
    .toString({ fractionalSecondDigits: 3 });
}

/** When scheduled messages of that day go out: 08:30 in Sweden (process.md §13.1). */
export function reminderInstant(date: LocalDate): Instant {
  return instantOf(date, "08:30");
}

/** When what is due that day becomes late, and surveys close: 24:00 in Sweden (process.md §13.1). */
export function endOfDay(date: LocalDate): Instant {
  return instantOf(addDays(date, 1), "00:00");
}

/** The moment so many hours later. */
export function hoursAfter(instant: Instant, hours: number): Instant {
  return temporalInstantOf(instant)
    .add({ hours: wholeNumber(hours, "hours") })
    .toString({ fractionalSecondDigits: 3 });
}

/** The day that many calendar days later, earlier when negative. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return localDateFrom(plainDateOf(date).add({ days: wholeNumber(days, "days") }));
}

/** Same day number that many months later, else the last day of that month (process.md §13.1). */
export function addMonths(date: LocalDate, months: number): LocalDate {
  return localDateFrom(plainDateOf(date).add({ months: wholeNumber(months, "months") }));
}

/** Calendar days from one day to another; negative when the second is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return plainDateOf(from).until(plainDateOf(to), { largestUnit: "days" }).days;
}

/** Day of the week, Monday 1 to Sunday 7. */
export function weekdayOf(date: LocalDate): number {
  return plainDateOf(date).dayOfWeek;
}

/** ISO week number, 1–53. */
export function weekOf(date: LocalDate): number {
  const week = plainDateOf(date).weekOfYear;
  if (week === undefined) throw new MalformedTimeError(date, "a day of the ISO calendar");
  return week;
}
