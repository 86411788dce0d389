import type { LocalDate, Instant } from "../domain/time.ts";
import { localDateOf, localTimeOf } from "../domain/time.ts";
import type { Language } from "./view.ts";

const NO_BREAK_SPACE = "\u00a0";
const LOCALES = { sv: "sv-SE", en: "en-GB" } as const;

/** How dates, numbers and enumerations are written in one language (glossary.md, UI style). Swedish dates are the day in Sweden. */
export type Formats = {
  /** "tisdag 26 januari 2027" */
  readonly date: (date: LocalDate) => string;
  /** "26 januari 2027" */
  readonly shortDate: (date: LocalDate) => string;
  /** "26 januari", for places where the year is plain or room is short. */
  readonly day: (date: LocalDate) => string;
  /** "kl. 18.00" */
  readonly time: (instant: Instant) => string;
  /** "26 januari 2027 kl. 18.00" */
  readonly moment: (instant: Instant) => string;
  /** "150 000 kr" */
  readonly money: (kronor: number) => string;
  readonly number: (number: number) => string;
  readonly percent: (number: number) => string;
  /** "a, b och c" */
  readonly and: (parts: readonly string[]) => string;
  readonly or: (parts: readonly string[]) => string;
  /** Picks the form for the number and puts the number before it: "1 punkt", "2 punkter". */
  readonly counted: (count: number, one: string, other: string) => string;
};

function createFormats(language: Language): Formats {
  const locale = LOCALES[language];
  const dates = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" });
    return (date: LocalDate) => unbroken(format.format(new Date(`${date}T12:00:00Z`)));
  };
  const shortDate = dates({ day: "numeric", month: "long", year: "numeric" });
  const integers = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const number = (value: number) => integers.format(value).replaceAll(" ", NO_BREAK_SPACE);
  const plurals = new Intl.PluralRules(locale);
  const and = new Intl.ListFormat(locale, { type: "conjunction" });
  const or = new Intl.ListFormat(locale, { type: "disjunction" });
  const time = (instant: Instant) => {
    const clock = localTimeOf(instant);
    return language === "sv" ? `kl.${NO_BREAK_SPACE}${clock.replace(":", ".")}` : `at ${clock}`;
  };
  return {
    date: dates({ weekday: "long", day: "numeric", month: "long", year: "numeric" }),
    shortDate,
    day: dates({ day: "numeric", month: "long" }),
    time,
    moment: (instant) => `${shortDate(localDateOf(instant))} ${time(instant)}`,
    money: (kronor) =>
      language === "sv"
        ? `${number(kronor)}${NO_BREAK_SPACE}kr`
        : `SEK${NO_BREAK_SPACE}${number(kronor)}`,
    number,
    percent: (value) =>
      language === "sv" ? `${number(value)}${NO_BREAK_SPACE}%` : `${number(value)}%`,
    and: (parts) => and.format(parts),
    or: (parts) => or.format(parts),
    counted: (count, one, other) =>
      `${number(count)}${NO_BREAK_SPACE}${plurals.select(count) === "one" ? one : other}`,
  };
}

/** A number and the word it counts stay on one line. */
function unbroken(text: string): string {
  return text.replaceAll(/(\d) (?=\p{L})/gu, `$1${NO_BREAK_SPACE}`);
}

const FORMATS: { readonly [language in Language]: Formats } = {
  sv: createFormats("sv"),
  en: createFormats("en"),
};

export function formatsOf(language: Language): Formats {
  return FORMATS[language];
}
