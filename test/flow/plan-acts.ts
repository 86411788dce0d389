import { buttonsOf } from "../support/card-reading.ts";
import type { Client, Outcome } from "../support/seat.ts";

type Values = Readonly<Record<string, string>>;

/**
 * Opens an item by its words: from the open step, or from the step's card in the channel and on through its pages; what
 * is done for a tillfälle ("E1: …") from that one's own page. The first that fits, where several may be meant.
 */
export async function openItem(person: Client, step: number, item: string): Promise<Outcome> {
  const [, number, done] = /^E(\d+): (.*)$/u.exec(item) ?? [];
  const occasion = number === undefined ? undefined : `Tillfälle ${number}`;
  const isWay = (title: string) =>
    occasion === undefined ? title === item : title.startsWith(`${occasion} · `);
  let page = await openStep(person, step);
  while (!titles(page).some(isWay) && titles(page).includes("Visa fler"))
    page = await person.submit("Visa fler");
  const way = titles(page).find(isWay) ?? item;
  if (occasion === undefined) return person.submit(way);
  await person.submit(way);
  return person.submit(`${occasion}: ${done}`);
}

/** The step's page, from its own card or, when it has none yet, from its row on the Översikt. */
async function openStep(person: Client, step: number): Promise<Outcome> {
  const names = (await person.cards()).flatMap(({ card }) =>
    buttonsOf(card).map(({ title }) => title),
  );
  const row = names.findLast((name) => name.startsWith(`${step}. `));
  const open = step > 10 ? "Öppna uppföljningen" : `Öppna steg ${step}`;
  return person.press(names.includes(open) || !row ? open : row);
}

/** Fills in an item page by page; what comes back is what stands after the last one. */
export async function fillPages(person: Client, ...pages: readonly Values[]): Promise<Outcome> {
  let page: Outcome | undefined;
  for (const values of pages) {
    const titles = buttonsOf(person.dialog().card).map(({ title }) => title);
    const next = ["Spara och fortsätt", "Spara och visa steget"].find((one) =>
      titles.includes(one),
    );
    page = await person.submit(next ?? "Spara", values);
  }
  if (!page) throw new Error("No page was filled in.");
  return page;
}

/** Adds rows to the list that is open, one form each; what comes back is the list. */
export async function addRows(person: Client, ...rows: readonly Values[]): Promise<Outcome> {
  let page: Outcome | undefined;
  for (const values of rows) {
    await person.submit("Lägg till");
    page = await person.submit("Spara", values);
  }
  if (!page) throw new Error("No row was added.");
  return page;
}

/** Fills in the first rows of the map that is open, from the top. */
export async function fillMap(
  person: Client,
  label: string,
  ...values: readonly string[]
): Promise<Outcome> {
  let page: Outcome | undefined;
  for (const [index, value] of values.entries()) {
    await person.submit(`Ändra rad ${index + 1}`);
    page = await person.submit("Spara", { [label]: value });
  }
  if (!page) throw new Error("No row was filled in.");
  return page;
}

export function titles({ card }: Pick<Outcome, "card">): readonly string[] {
  return card ? buttonsOf(card).map(({ title }) => title) : [];
}

/** Every refusal code that is read there, each once, in order. */
export function codesIn(words: string): readonly string[] {
  return [...new Set(words.match(/\bE-[A-Z]+(?:-[A-Z]+)*\b/gu) ?? [])];
}
