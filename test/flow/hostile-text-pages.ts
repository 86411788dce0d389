import { buttonsOf, type CardNode, inputsOf } from "../support/card-reading.ts";
import {
  drawnAs,
  fitting,
  keptAs,
  limitOf,
  placeOfInput,
  takesWords,
  typedIn,
  whyNot,
} from "./hostile-text-limits.ts";
import { cardOf, type Page, type Stand, standing, told } from "./stage-stand.ts";
import { filledIn } from "./stage-filled.ts";
import type { Who } from "./stage-people.ts";

type Inputs = Readonly<Record<string, string>>;
type Data = Readonly<Record<string, unknown>>;

/** Words that were taken: in which input, of which row, and how they must be kept. */
export type Taken = { readonly id: string; readonly row: RowAt | undefined; readonly text: string };

/** What is written into the pages of a dialogue, and what came of it. */
export type Writing = {
  readonly stand: Stand;
  readonly dialogueId: string;
  /** What is typed in every field that takes words. */
  readonly text: string;
  /** Answers that the story needs, by field. */
  readonly answers: Inputs;
  /** Everything that was taken: where, and how it must be kept. */
  readonly taken: Taken[];
  readonly faults: string[];
};

/** The inputs that a person may fill with words of their own; `list` is the list a row belongs to. */
function wordInputs(card: CardNode, list: string | undefined): readonly string[] {
  return inputsOf(card).flatMap(({ type, id }) =>
    type === "Input.Text" && takesWords(String(id), list) ? [String(id)] : [],
  );
}

/** Everything on the page answered, its words with the text as far as it fits. */
function answered({ text, answers }: Writing, card: CardNode, words: readonly string[]): Inputs {
  return Object.fromEntries(
    Object.entries(filledIn(card)).map(([id, valid]) => {
      if (words.includes(id)) return [id, fitting(id, text)];
      return [id, answers[placeOfInput(id).field] ?? valid];
    }),
  );
}

export type RowAt = { readonly itemId: string; readonly field: string; readonly rowId: string };
type How = {
  /** What the button asks for that sends the page. */
  readonly verb: string;
  /** The row that is written, when the page is of one. */
  readonly row?: RowAt;
  /** Opens the page once more. */
  readonly again?: () => Promise<Page>;
  /** Everything on the page has been written before, on another page. */
  readonly isKept?: boolean;
};

/**
 * One page, as a person fills it in: too long a text is refused and stays in the form; then what fits is saved, comes
 * back in the form as it was written, and saved again changes nothing.
 */
export async function writePage(writing: Writing, who: Who, page: Page, how: How): Promise<void> {
  const { stand, faults } = writing;
  const { verb, row, again, isKept = false } = how;
  const card = cardOf(page);
  const ids = wordInputs(card, row?.field);
  const inputs = answered(writing, card, ids);
  for (const id of ids) await refuseWhatDoesNotFit(writing, who, page, verb, { id, inputs });
  const saved = await stand.submit(who, page, verb, inputs);
  const name = `${who} ${verb} ${row ? `${row.itemId} ${row.field}` : (ids[0] ?? "")}`;
  if (saved.changed === isKept) faults.push(`${name} changed ${saved.changed}: ${told(saved)}`);
  for (const id of ids) writing.taken.push({ id, row, text: keptAs(inputs[id] ?? "") });
  if (!again) return;
  const back = await again();
  for (const id of ids) compare(writing, cardOf(back), id, inputs[id] ?? "");
  const unchanged = await stand.submit(who, back, verb, standing(cardOf(back)));
  if (unchanged.changed) faults.push(`${name} changed something when sent as it was drawn`);
}

async function refuseWhatDoesNotFit(
  { stand, text, faults }: Writing,
  who: Who,
  page: Page,
  verb: string,
  { id, inputs }: { readonly id: string; readonly inputs: Inputs },
): Promise<void> {
  const typed = typedIn(id, text);
  const why = whyNot(id, typed);
  if (!why) return;
  const answer = await stand.submit(who, page, verb, { ...inputs, [id]: typed });
  const words = told(answer).replaceAll(/\s/gu, " ");
  const number = (value: number) => value.toLocaleString("sv-SE").replaceAll(/\s/gu, " ");
  const named =
    why === "too long"
      ? `Högst ${number(limitOf(id))} tecken. Det här är ${number(typed.length)}.`
      : "Skriv en länk som börjar med https://.";
  if (answer.changed) faults.push(`${id}: what is ${why} was taken`);
  if (!words.includes("E-FIELD")) faults.push(`${id}: no E-FIELD in ${words.slice(0, 300)}`);
  if (!words.includes(named)) faults.push(`${id}: not said "${named}"`);
  if (answer.card) compare({ faults }, answer.card, id, typed);
}

/** What stands in the input now is what was written, with marks where a client cannot draw it. */
function compare({ faults }: Pick<Writing, "faults">, card: CardNode, id: string, text: string) {
  const input = inputsOf(card).find((one) => one["id"] === id);
  if (input?.["value"] !== drawnAs(text))
    faults.push(`${id}: the form says ${JSON.stringify(input?.["value"])?.slice(0, 120)}`);
}

/** Whether the page has a button that asks for this. */
export function offers(card: CardNode, verb: string): Data | undefined {
  return buttonsOf(card)
    .map(({ data }) => data as Data)
    .find((data) => data["verb"] === verb);
}
