import { afterAll, beforeAll } from "vitest";
import { readOn, type Seat } from "../support/seat.ts";
import { titles } from "./plan-acts.ts";
import { openStory, readOverview, stopsAtFirstFailure, type Story } from "./story.ts";

/** A scenario while it is told: one story that many rows go on with, each where the one before it ended. */
export type Telling<Cast> = {
  readonly story: Story;
  readonly cast: Cast;
  /** The living Översikt as everybody reads it. */
  readonly overview: () => Promise<string>;
  /** Every code of a refusal or warning on it, each once. */
  readonly codes: () => Promise<readonly string[]>;
  /** Every date under one of the headings of "Alla datum", as "what: when · who". */
  readonly dates: (heading: Heading) => Promise<readonly string[]>;
};
type Heading = "Att göra" | "Prognos" | "Klart eller utgått";
const HEADINGS: readonly string[] = ["Att göra", "Prognos", "Klart eller utgått"];

/** Opens the story of a scenario for the rows that follow, and closes it after them; `reader` opens what is looked up. */
export function tell<Cast extends { readonly anna: Seat }>(
  { channel, title }: { readonly channel: string; readonly title: string },
  castOf: (story: Story) => Cast,
  begin: (story: Story, cast: Cast) => Promise<void> = async () => {},
): Telling<Cast> {
  const told = {} as { -readonly [key in keyof Telling<Cast>]: Telling<Cast>[key] };
  stopsAtFirstFailure();
  beforeAll(async () => {
    told.story = await openStory(channel, { LOG_LEVEL: "debug" });
    told.cast = castOf(told.story);
    const { anna } = told.cast;
    told.overview = async () => {
      await told.story.settled();
      return readOverview(anna, title);
    };
    told.codes = async () => allCodesIn(await told.overview());
    told.dates = (heading) => readDates(anna, heading);
    await begin(told.story, told.cast);
  });
  afterAll(() => told.story.close());
  return told;
}

/** Every code that is read there, of refusals and of warnings, each once, in order. */
export function allCodesIn(words: string): readonly string[] {
  return [...new Set(words.match(/\b[EW]-[A-Z]+(?:-[A-Z]+)*\b/gu) ?? [])];
}

/** The rows under one heading of "Alla datum", from all its pages. */
async function readDates(reader: Seat, heading: Heading): Promise<readonly string[]> {
  await reader.press("Öppna dialogen");
  const rows: string[] = [];
  let page = await reader.submit("Alla datum");
  for (;;) {
    rows.push(...rowsUnder(readOn(page.card ?? {}), heading));
    if (!titles(page).includes("Visa fler")) return rows;
    page = await reader.submit("Visa fler");
  }
}

/** A row is what it is about, then when it is due or done; after that come smaller lines. */
function rowsUnder(words: string, heading: Heading): readonly string[] {
  const all = words.split("\n");
  const from = all.indexOf(heading);
  if (from < 0) return [];
  const next = all.findIndex((line, index) => index > from && HEADINGS.includes(line));
  const own = all.slice(from + 1, next < 0 ? undefined : next);
  return own.flatMap((line, index) => {
    const when = own[index + 1] ?? "";
    return WHEN.test(when) ? [`${line}: ${when}`] : [];
  });
}
const WHEN = /^(?:senast|klart|skulle ha varit klart|behövs inte|Troligen) .* · /u;
