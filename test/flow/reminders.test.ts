import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { startBot } from "../support/bot.ts";
import { openPostgres } from "../support/postgres.ts";
import { readOn } from "../support/seat.ts";
import { fillIn } from "./acts.ts";
import { castOf, untilConfirmed } from "./stationstorget.ts";
import { openStory, type Story } from "./story.ts";

/** scenarios.md, scenario 1, "Påminnelser som ska skickas", until 1 March: day, to whom, what about. */
const TABLE = [
  "2 februari 2027 Johan Wallin: Tjänsteperson utsedd",
  "11 februari 2027 Tove Johansson: Startmöte",
  "23 februari 2027 Anna Lindqvist: Sättet att återkoppla bestämt",
  "1 mars 2027 Anna Lindqvist: Sättet att återkoppla bestämt",
];
const PEOPLE = [
  "Johan Wallin",
  "Tove Johansson",
  "Anna Lindqvist",
  "Behzad Karimi",
  "Linnea Sandberg",
  "Oskar Blom",
];

/** How time passes between what people do. */
type Passing = (story: Story, from: string, to: string) => Promise<void>;

async function mornings(story: Story, name: string): Promise<readonly string[]> {
  const cards = await story.person(name).cards("personal");
  return cards
    .map(({ card }) => readOn(card))
    .filter((words) => words.includes("Det här väntar på dig"));
}

/** Every morning message there is, as the table has it. */
async function told(story: Story): Promise<readonly string[]> {
  const lines: [string, string][] = [];
  for (const name of PEOPLE)
    for (const words of await mornings(story, name)) {
      const [, day = ""] = /väntar på dig \S+ (\d+ \S+ \d{4})/u.exec(words) ?? [];
      const about = /Otrygghet på Stationstorget\n(.*)\n/u.exec(words)?.[1] ?? "";
      lines.push([day, `${day} ${name}: ${about}`]);
    }
  const when = (day: string) => TABLE.findIndex((line) => line.startsWith(day));
  return lines.toSorted(([a], [b]) => when(a) - when(b)).map(([, line]) => line);
}

/** From the confirmed decision to 1 March, with what people do on the way. */
async function live(story: Story, pass: Passing): Promise<void> {
  const { head, tove } = castOf(story);
  await pass(story, "2027-01-27 16:00", "2027-02-04 10:00");
  await head.press("Utse tjänsteperson", "personal");
  const appointed = { Tjänsteperson: "Tove Johansson", "Utsedd den": "2027-02-04" };
  await head.submit("Spara och stäng", appointed);
  await pass(story, "2027-02-04 10:00", "2027-02-16 10:00");
  await fillIn(tove, "Håll startmöte med styrgruppen", { "Dag för startmötet": "2027-02-16" });
  await pass(story, "2027-02-16 10:00", "2027-03-01 10:00");
}

/** The moments between two others, so many hours apart, and the last one. */
function moments(from: string, to: string, hours: number): readonly string[] {
  const end = Temporal.PlainDateTime.from(to.replace(" ", "T"));
  const all: string[] = [];
  let at = Temporal.PlainDateTime.from(from.replace(" ", "T")).add({ hours });
  for (; Temporal.PlainDateTime.compare(at, end) < 0; at = at.add({ hours }))
    all.push(at.toString().slice(0, 16).replace("T", " "));
  return [...all, to];
}

const inOneMove: Passing = (story, _from, to) => story.at(to);
const everySixHours: Passing = async (story, from, to) => {
  for (const moment of moments(from, to, 6)) await story.at(moment);
};
/** Killed on the way, among others on the reminder days of 11 and 23 February once their message is out. */
const killedOnTheWay: Passing = async (story, from, to) => {
  for (const moment of moments(from, to, 24 * 7)) {
    await story.at(moment);
    await story.town.restart("kill");
  }
};

async function begun(env: Readonly<Record<string, string>> = {}): Promise<Story> {
  const story = await openStory("Stationstorget", env);
  onTestFinished(() => story.close());
  await untilConfirmed(story, castOf(story));
  return story;
}

describe("from the decision to 1 March, each reminder comes once, on its morning, to its person", () => {
  test("in one move of weeks; and what is done since is ticked off in the card", async () => {
    const story = await begun();
    await live(story, inOneMove);
    expect(await told(story)).toEqual(TABLE);
    const [first = ""] = await mornings(story, "Johan Wallin");
    expect(first).toContain("Allt är klart. Du behöver inte göra något mer.");
  });

  test("step by step, every six hours", async () => {
    const story = await begun();
    await live(story, everySixHours);
    expect(await told(story)).toEqual(TABLE);
  });

  test("killed and started again every week", async () => {
    const story = await begun();
    await live(story, killedOnTheWay);
    expect(await told(story)).toEqual(TABLE);
  });

  describe("on PostgreSQL", () => {
    let server: Awaited<ReturnType<typeof openPostgres>> | undefined;
    beforeAll(async () => {
      server = await openPostgres();
    });
    afterAll(() => server?.stop());

    test("with two replicas that take turns", async () => {
      const env = { DATABASE_URL: (await server?.database()) ?? "" };
      const story = await begun(env);
      const { emulator, directory, bot } = story.town;
      const other = await startBot({ emulatorUrl: emulator.url, directory, env });
      onTestFinished(async () => void (await other.stop()));
      let turn = 0;
      await live(story, async (_story, from, to) => {
        for (const moment of moments(from, to, 24 * 3)) {
          turn += 1;
          await emulator.setBot(turn % 2 === 0 ? bot().url : other.url);
          await story.at(moment);
        }
      });
      expect(await told(story)).toEqual(TABLE);
    });
  });
});
