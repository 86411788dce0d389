import { inputsOf } from "../support/card-reading.ts";
import type { Client, Outcome } from "../support/seat.ts";
import { openItem } from "./plan-acts.ts";

const LEARN = 10;
const ROUNDS = "Stäng deltagarnas utvärdering och visa resultatet";

/** The page of the rounds, which close by themselves. */
export function openRounds(person: Client): Promise<Outcome> {
  return openItem(person, LEARN, ROUNDS);
}

/** The page of one round, for the civil servant. */
export async function openRound(tove: Client, number: number): Promise<Outcome> {
  await openRounds(tove);
  return tove.submit(`Tillfälle ${number}`);
}

/** So many answers of each kind to one question: [1, 3, 6] is one 1, three 2 and six 3. */
export function spread(...counts: readonly number[]): readonly number[] {
  return counts.flatMap((count, index) => Array.from({ length: count }, () => index + 1));
}

/** Each answers the same to every one of the questions, by the link that stands on the round's page. */
export async function answerSurvey(
  tove: Client,
  number: number,
  answers: readonly number[],
  ...questions: readonly string[]
): Promise<void> {
  const page = await openRound(tove, number);
  const link = String(inputsOf(page.card ?? {}).find(({ id }) => id === "in:form:text")?.["value"]);
  for (const [index, answer] of answers.entries()) {
    const token = (index + 1).toString(16).padStart(32, "0");
    const said = Object.fromEntries(questions.map((question) => [question, String(answer)]));
    const { status } = await fetch(link, {
      method: "POST",
      body: new URLSearchParams({ token, ...said }),
      headers: { origin: new URL(link).origin },
      redirect: "manual",
    });
    if (status !== 303) throw new Error(`The answer to ${link} was met with ${status}.`);
  }
}

/** What has been answered, as everybody in the dialogue may read it. */
export async function readResults(person: Client): Promise<string> {
  await person.press("Öppna dialogen");
  const { words } = await person.submit("Utvärderingens resultat");
  return words;
}
