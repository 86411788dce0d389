import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { builtInTemplate } from "../../src/domain/process/built-in.ts";
import { triage } from "./acts.ts";
import { KEPT_REMINDERS, type KeptReminder, rungIn } from "./list-check.ts";
import { heardBy } from "./list-heard.ts";
import { isMorning } from "./list-read.ts";
import { TITLE } from "./stationstorget.ts";
import { openStory, readDatabase, type Story } from "./story.ts";

const OWNER = "Behzad Karimi";

/** What has come in the mornings since the town was opened: when, to whom, which rung of what. */
async function mornings(story: Story, heard: ReturnType<typeof heardBy>, task: string) {
  const posts = (await heard.all()).filter(({ lines }) => lines.includes(task));
  const kept = readDatabase(
    story.town.directory,
    (database) => database.prepare(KEPT_REMINDERS).all() as KeptReminder[],
  );
  return posts
    .filter(isMorning)
    .map(({ at, person, id }) => {
      const rungs = kept.filter((row) => row.activity_id === id).map(({ about }) => rungIn(about));
      return `${rungs.join()} ${at} ${person}`;
    })
    .toSorted();
}

/** scenarios.md §4.4: a task with that date, made at ten on that day by who leads the dialogue, for a member. */
function dueIn(open: () => Story) {
  let heard: ReturnType<typeof heardBy> | undefined;
  return async (
    task: string,
    { created, due, until }: { created: string; due: string; until: string },
  ): Promise<readonly string[]> => {
    const story = open();
    heard ??= heardBy(story);
    const anna = story.person("Anna Lindqvist");
    await story.at(`${created} 10:00`);
    await anna.press("Ny uppgift");
    const saved = await anna.submit("Spara uppgiften", {
      "Vad ska göras?": task,
      "Vem gör det?": OWNER,
      "Eller ett annat datum": due,
    });
    expect(saved.words).toContain("Uppgiften är sparad.");
    await story.at(`${until} 10:00`);
    await story.person(OWNER).press("Klart", "personal");
    await story.settled();
    return mornings(story, heard, task);
  };
}

describe("a task is reminded of on its working mornings, by the calendar of the municipality", () => {
  let story: Story;
  beforeAll(async () => {
    story = await openStory("Stationstorget");
    await story.at("2027-01-11 09:00");
    await triage(story.person("Anna Lindqvist"), TITLE);
  });
  afterAll(() => story.close());
  const due = dueIn(() => story);

  test("K1: due 31 March, Easter is skipped and summer time has come", async () => {
    const days = { created: "2027-03-01", due: "2027-03-31", until: "2027-03-31" };
    expect(await due("Boka lokal", days)).toEqual([
      "R1 2027-03-22T07:30Z Behzad Karimi",
      "R2 2027-03-30T06:30Z Behzad Karimi",
      "R3 2027-03-31T06:30Z Behzad Karimi",
    ]);
  });

  test("K2: due 10 May, the klämdag before it is a day of work", async () => {
    const days = { created: "2027-04-15", due: "2027-05-10", until: "2027-05-07" };
    expect(await due("Ringa skolan", days)).toEqual([
      "R1 2027-04-30T06:30Z Behzad Karimi",
      "R2 2027-05-07T06:30Z Behzad Karimi",
    ]);
  });

  test("K4: due 27 December and not done, over Christmas and the New Year, and then to the chair too", async () => {
    const days = { created: "2027-12-01", due: "2027-12-27", until: "2028-01-31" };
    expect(await due("Skriva rapport", days)).toEqual([
      "R1 2027-12-17T07:30Z Behzad Karimi",
      "R2 2027-12-23T07:30Z Behzad Karimi",
      "R3 2027-12-27T07:30Z Behzad Karimi",
      "R4 2027-12-28T07:30Z Behzad Karimi",
      "R5 2028-01-04T07:30Z Anna Lindqvist",
      "R5 2028-01-04T07:30Z Behzad Karimi",
    ]);
  });

  test("K3: due 7 June, around the national day", async () => {
    const days = { created: "2028-05-02", due: "2028-06-07", until: "2028-06-05" };
    expect(await due("Boka tolk", days)).toEqual([
      "R1 2028-05-30T06:30Z Behzad Karimi",
      "R2 2028-06-05T06:30Z Behzad Karimi",
    ]);
  });
});

describe("where the municipality's template says that nobody works on a klämdag", () => {
  const folder = mkdtempSync(join(tmpdir(), "dialoglotsen-template-"));
  let story: Story;
  beforeAll(async () => {
    const path = join(folder, "process.json");
    const calendar = { ...builtInTemplate.calendar, klamdagPolicy: "nonworking" };
    writeFileSync(path, JSON.stringify({ ...builtInTemplate, id: "granasa", calendar }));
    story = await openStory("Stationstorget", { PROCESS_TEMPLATE: path });
    await story.at("2027-01-11 09:00");
    await triage(story.person("Anna Lindqvist"), TITLE);
  });
  afterAll(async () => {
    await story.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const due = dueIn(() => story);

  test("K2: due 10 May, the last word before it comes on the Wednesday before Ascension Day", async () => {
    const days = { created: "2027-04-15", due: "2027-05-10", until: "2027-05-07" };
    expect(await due("Ringa skolan", days)).toEqual([
      "R1 2027-04-29T06:30Z Behzad Karimi",
      "R2 2027-05-05T06:30Z Behzad Karimi",
    ]);
  });
});
