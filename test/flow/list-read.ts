import { createCalendar } from "../../src/domain/calendar.ts";
import type { Post } from "./list-heard.ts";

const MONTHS =
  "januari februari mars april maj juni juli augusti september oktober november december";
const DAY = String.raw`\p{L}+ (\d+) (\p{L}+) (\d{4})`;
const MORNING = new RegExp(`^Det här väntar på dig ${DAY}$`, "u");
const DEADLINE = new RegExp(`^(?:senast|skulle ha varit klart) ${DAY} · `, "u");
const EVALUATION = new RegExp(`^Öppen till ${DAY}$`, "u");
const OCCASION = new RegExp(`^Tillfälle (\\d+) · ${DAY} kl\\. `, "u");

/** What things are called on a card, as the deadlines of process.md §13.3. */
const CODES: { readonly [words: string]: string } = {
  "Tjänsteperson utsedd": "D01",
  Startmöte: "D02",
  "Sättet att återkoppla bestämt": "D03",
  "Förslag till genomförande": "D04",
  "Avstämning godkänd": "D05",
  "Inbjudan publicerad": "D06",
  "Genomgång efter tillfälle 1": "D08.1",
  "Genomgång efter tillfälle 2": "D08.2",
  "Genomgång efter tillfälle 3": "D08.3",
  Sammanställning: "D10",
  "Återkoppling 1: det här sa ni": "D11",
  "Lägesbesked 1": "D13.1",
  "Återkoppling 2: det här beslutades": "D14",
  "Svara på den interna utvärderingen": "D15",
  Lärandemöte: "D16",
  "Utvärderingen till nämnden": "D17",
  "Uppföljning 1": "D18.1",
  "Uppföljning 2": "D18.2",
};

const calendar = createCalendar();
/** How many working days from the day it is due: R1 five before, …; the evaluation's invitation ten before it closes. */
const DAYS_FROM_DUE = { utskick: -10, R1: -5, R2: -1, R3: 0, R4: 1, R5: 5 } as const;

export function isMorning({ lines }: Post): boolean {
  return lines.some((line) => MORNING.test(line));
}

/** A message of a morning as list-tables.ts has it, by the words on its card; throws where the card says another number of things than stand on it. */
export function readMorning({ at, person, lines }: Post): string {
  const day = lines.map((line) => MORNING.exec(line)).find((found) => found) ?? [];
  const things = lines.flatMap((line, index) => thingAt(line, lines[index - 1] ?? "", dateOf(day)));
  if (lines[2] !== String(things.length))
    throw new Error(`${lines.length} lines tell of ${things.length} things: ${lines.join("\n")}`);
  return `${at} ${person}: ${things.toSorted().join(" + ")}`;
}

function thingAt(line: string, before: string, morning: string): readonly string[] {
  const [, number, ...occasion] = OCCASION.exec(line) ?? [];
  if (number !== undefined) return [`E-påm E${number} ${dateOf(["", ...occasion])}`];
  const found = DEADLINE.exec(line) ?? EVALUATION.exec(line);
  if (!found) return [];
  const due = dateOf(found);
  return [`${kindOf(morning, due)} ${CODES[before] ?? before} ${due}`];
}

function kindOf(morning: string, due: string): string {
  const kinds = Object.entries(DAYS_FROM_DUE).filter(
    ([, days]) => calendar.addWorkingDays(due, days) === morning,
  );
  return kinds.map(([kind]) => kind).join() || `on ${morning}`;
}

function dateOf([, day = "", month = "", year = ""]: readonly string[]): string {
  const number = MONTHS.split(" ").indexOf(month) + 1;
  return `${year}-${String(number).padStart(2, "0")}-${day.padStart(2, "0")}`;
}

/** What a request asks, in those of its words that are known; all it begins with, where it asks something else. */
export function readRequest({ at, person, lines }: Post, asks: readonly string[]): string {
  const asked = asks.find((words) => lines.some((line) => line.startsWith(words)));
  return `${at} ${person}: ${asked ?? lines.slice(0, 4).join(" / ")}`;
}
