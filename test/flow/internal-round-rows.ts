import { dataOf, dialogueIdOn } from "./acts.ts";
import { expect, test } from "vitest";
import { QUESTIONNAIRES } from "../../src/domain/evaluation/questions.ts";
import { SCALES } from "../../src/domain/evaluation/scales.ts";
import { type Client, readOn } from "../support/seat.ts";
import type { Told } from "./stationstorget-told.ts";
import { lines, readDatabase, type Story } from "./story.ts";

const CHAIR = "ordföranden (Anna Lindqvist)";
const INVITED = [
  "Anna Lindqvist",
  "Behzad Karimi",
  "Cecilia Nyström",
  "David Holmgren",
  "Elif Demir",
  "Tove Johansson",
  "Oskar Blom",
  "Linnea Sandberg",
] as const;
type Invited = (typeof INVITED)[number];

/** scenarios.md, "Survey expectations": one column for each who answers. */
const ANSWERS = {
  I1: [4, 4, 5, 3, 4, 2, 5],
  I5: [2, 3, 2, 4, 3, 2, 1],
  I11: [5, 5, 5, 4, 5, 4, 5],
} as const;
/** Who answers, in the order of the columns. */
export const ANSWERING = [
  "Anna Lindqvist",
  "Behzad Karimi",
  "Cecilia Nyström",
  "Oskar Blom",
  "David Holmgren",
  "Tove Johansson",
  "Linnea Sandberg",
] as const satisfies readonly Invited[];
type Answering = (typeof ANSWERING)[number];
const ASKS = "Svara på den interna utvärderingen";

/** One person's form as they fill it in: the words they see, by question. */
export function filledForm(answers: {
  readonly [question: string]: number | string;
}): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(answers).map(([id, said]) => {
      const question = QUESTIONNAIRES.internal.find((one) => one.id === id);
      if (!question) throw new Error(`There is no question ${id}.`);
      const label = SCALES.agree5.find(({ value }) => value === said)?.label.sv;
      return [question.words.sv, label === undefined ? String(said) : `${said} ${label}`];
    }),
  );
}

export function answersOf(name: Answering): Readonly<Record<string, number>> {
  const column = ANSWERING.indexOf(name);
  return Object.fromEntries(Object.entries(ANSWERS).map(([id, said]) => [id, said[column] ?? 3]));
}

/** Opens the form from the channel and sends it. */
export async function answerRound(
  person: Client,
  answers: { readonly [question: string]: number | string },
) {
  await person.press("Svara på utvärderingen");
  return person.submit("Skicka svaret", filledForm(answers));
}

/** Who of those invited is asked that morning; what has been answered is ticked off in the same card. */
export async function nudgedOn(
  story: Story,
  day: string,
  invited: readonly string[],
): Promise<readonly string[]> {
  const names: string[] = [];
  for (const name of invited) {
    const cards = await story.person(name).cards("personal");
    const morning = cards.map(({ card }) => readOn(card)).find((words) => words.includes(day));
    if (morning?.includes(ASKS)) names.push(name);
  }
  return names;
}

/** scenarios.md, scenario 1, from 2027-08-16 to 2027-08-30: the internal evaluation, told through the door. */
export function internalRoundRows(told: Told): void {
  const answer = (name: Answering, more: Readonly<Record<string, string>> = {}) =>
    answerRound(told.story.person(name), { ...answersOf(name), ...more });
  const asked = (day: string) => nudgedOn(told.story, day, INVITED);

  test("2027-08-16 08:30 the internal evaluation opens: the channel says till when, eight are asked in their own chats", async () => {
    const { story } = told;
    await story.at("2027-08-16 08:29");
    expect(await asked("väntar på dig måndag 16 augusti")).toEqual([]);
    await story.at("2027-08-16 08:30");
    await story.settled();
    expect(await asked("väntar på dig måndag 16 augusti")).toEqual(INVITED);
    const card = await story
      .person("Margareta Öberg")
      .see("Utvärderingen är öppen till måndag 30 augusti 2027");
    expect(readOn(card.card)).toContain("Vem som har svarat visas inte för någon.");
    expect(readOn(card.card)).toContain("Microsoft förmedlar svaret med avsändarens namn.");
  });

  test("who answers is thanked without an echo, and cannot answer again; others may not; nothing is asked of nobody", async () => {
    const { story, cast } = told;
    const form = await cast.anna.press("Svara på utvärderingen");
    expect(form.words).toContain("Svaren sparas utan ditt namn. Gruppen är liten");
    const empty = await cast.anna.submit("Skicka svaret");
    expect(empty.words).toContain("Svara på minst en fråga, eller stäng.");
    const person = await cast.anna.submit(
      "Skicka svaret",
      filledForm({ I12F: "Per Olsson har diabetes och hindrade oss." }),
    );
    expect(person.words).toContain("privatperson");
    const thanks = await answer("Anna Lindqvist", { I12F: "Börja på torget." });
    expect(thanks.words).toContain("Tack!");
    expect(thanks.words).not.toContain("torget.");
    const page = await cast.anna.press("Svara på utvärderingen");
    expect(page.words).toContain("Du har redan svarat.");
    const stranger = await story.person("Margareta Öberg").press("Svara på utvärderingen");
    expect(stranger.words).toContain("Bara de som är inbjudna kan svara.");
    await story.settled();
    const mornings = await cast.anna.cards("personal");
    expect(readOn(mornings.at(-1)?.card ?? {})).toContain(lines(ASKS, "Du har svarat"));
  });

  test("2027-08-23 and 2027-08-27 only those who have not answered are nudged; how many have, only the civil servant sees, from five on", async () => {
    const { story, cast } = told;
    await answer("Behzad Karimi");
    await answer("Cecilia Nyström");
    await answer("Oskar Blom");
    await story.at("2027-08-23 08:30");
    await story.settled();
    expect(await asked("måndag 23 augusti")).toEqual([
      "David Holmgren",
      "Elif Demir",
      "Tove Johansson",
      "Linnea Sandberg",
    ]);
    expect((await cast.tove.press("Svara på utvärderingen")).words).not.toContain("4 svar");
    await answer("David Holmgren");
    await answer("Tove Johansson");
    expect((await cast.tove.press("Svara på utvärderingen")).words).toContain("6 svar");
    expect((await cast.anna.press("Svara på utvärderingen")).words).not.toContain("6 svar");
    await story.at("2027-08-27 08:30");
    await story.settled();
    expect(await asked("fredag 27 augusti")).toEqual(["Elif Demir", "Linnea Sandberg"]);
    await answer("Linnea Sandberg");
  });

  test("2027-08-30 23:59 the round closes with 7 of 8 answers, which nobody's name is near: D15 is done, D16 is due 13 September", async () => {
    const { story, cast } = told;
    await story.at("2027-08-30 23:58");
    expect(readAnswers(story.town.directory).chosen).toEqual([]);
    await story.at("2027-08-30 23:59");
    await story.settled();
    const { chosen, texts, sealed } = readAnswers(story.town.directory);
    expect(sorted(chosen.map(({ I1 }) => I1))).toEqual(sorted(ANSWERS.I1));
    expect(sorted(chosen.map(({ I11 }) => I11))).toEqual(sorted(ANSWERS.I11));
    expect(texts).toEqual(["Börja på torget."]);
    expect(sealed).toBe(0);
    const words = await told.overview();
    expect(words).not.toContain("Intern utvärdering stänger\nsenast");
    expect(words).toContain(lines("Lärandemöte", `senast måndag 13 september 2027 · ${CHAIR}`));
    const card = await story.person("Margareta Öberg").see("7 av 8 svarade.");
    // One text of seven: too few to be read by anybody, and by others than the civil servant never.
    await cast.tove.press("Visa utvärderingen");
    const written = await cast.tove.submit("Läs det som skrevs");
    expect(written.words).toContain("Färre än fem skrev något.");
    const action = { verb: "openInternalTexts", dialogueId: dialogueIdOn(card) } as const;
    expect((await cast.anna.send(dataOf(action), {}, card)).words).toContain("E-FORBIDDEN");
    // Not even what the bot says when it says all it can (reliability.md S48).
    const said = story.town.bot().lines.join("\n");
    expect(said).toContain("bot.ready");
    for (const words of ["Börja på torget", "har diabetes", "eval.internal:I"])
      expect(said).not.toContain(words);
  });
}

function sorted(answers: readonly number[]): readonly number[] {
  return answers.toSorted((one, other) => one - other);
}

function readAnswers(directory: string) {
  return readDatabase(directory, (database) => {
    const bodies = (kind: string) =>
      database
        .prepare("select body from internal_response where kind = ?")
        .pluck()
        .all(kind) as string[];
    return {
      chosen: bodies("choices").map((body) => JSON.parse(body) as { I1: number; I11: number }),
      texts: bodies("text").map((body) => JSON.parse(body) as string),
      sealed: database.prepare("select count(*) from sealed_answer").pluck().get() as number,
    };
  });
}
