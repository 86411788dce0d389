import { randomUUID } from "node:crypto";
import { type Action, submitButton } from "../../src/cards/actions.ts";
import { inputId, ROW } from "../../src/cards/input-ids.ts";
import { buttonsOf, inputsOf } from "../support/card-reading.ts";
import type { Client, Outcome, Seat, Shown } from "../support/seat.ts";

type Values = Readonly<Record<string, string>>;

/** What scenario 1 answers to the questions of step 0, by what stands on the form; others say what differs. */
const ANSWERS: Values = {
  "Beskriv frågan i en eller två meningar": "Många känner sig otrygga på Stationstorget.",
  "Varifrån kommer förslaget?": "Förtroendevalda",
  "Vilka ska möta medborgarna: förtroendevalda eller tjänstepersoner?": "Förtroendevalda",
  "Det handlar om": "Samhället i stort",
  "Frågan går att påverka": "Delvis",
  "Det här ligger fast": "Perrongen ägs av staten.",
  "Ja, beslutet återstår": "Ja",
  "Nämnd eller styrelse som beslutar": "Samhällsbyggnadsnämnden",
  "Finns det samråd som lagen kräver i samma fråga?": "Inget",
};

/** Asks the bot in the channel for the form that starts a dialogue. */
export async function askForForm(person: Client): Promise<Outcome> {
  await person.say("ny dialog");
  return person.press("Starta medborgardialog");
}

/** Starts a dialogue and answers what each page asks; what comes back is the first page that asks nothing, or refuses. */
export async function triage(
  person: Client,
  title: string,
  differs: Values = {},
): Promise<Outcome> {
  const answers = { ...ANSWERS, "Kort rubrik": title, ...differs };
  const form = await askForForm(person);
  let page = await person.submit("Fortsätt", asked(form, answers));
  while (asks(page)) page = await person.submit("Spara och fortsätt", asked(page, answers));
  return page;
}

function asks({ card, words }: Outcome): boolean {
  return card !== undefined && inputsOf(card).length > 0 && !words.includes("E-");
}

/** Those of the answers that the page asks for. */
function asked({ card = {} }: Outcome, answers: Values): Values {
  const labels = inputsOf(card).map(({ label }) => label);
  return Object.fromEntries(Object.entries(answers).filter(([label]) => labels.includes(label)));
}

/** Opens an item by its words in the channel, fills it in and sees its step. */
export async function fillIn(person: Client, item: string, values: Values): Promise<Outcome> {
  await person.press(item);
  return person.submit("Spara och visa steget", values);
}

/** Opens an item that is made of lists of words, and writes each list. */
export async function list(
  person: Client,
  item: string,
  ...lists: readonly (readonly string[])[]
): Promise<void> {
  await person.press(item);
  for (const rows of lists) {
    for (const row of rows.slice(0, -1)) await person.submit("Lägg till", { "Ny rad": row });
    await person.submit("Klar", { "Ny rad": rows.at(-1) ?? "" });
  }
}

/** The data of an action as its button carries it. */
export function dataOf(action: Action): object {
  return submitButton("", action).data as object;
}

/** An item's fields, sent without a form, as kept at the revision named. */
export function sendItem(
  person: Seat,
  { item, values, revision = 0 }: { item: string; values: Values; revision?: number },
  on: Shown,
): Promise<Outcome> {
  const inputs = Object.entries(values).map(([field, value]) => [inputId(item, field), value]);
  const action: Action = {
    verb: "saveItem",
    dialogueId: dialogueIdOn(on),
    itemId: item,
    page: 0,
    revisions: { [item]: revision },
    asked: inputs.map(([id = ""]) => id),
    after: "step",
  };
  return person.send(dataOf(action), Object.fromEntries(inputs) as Values, on);
}

/** A row of a list of words, sent without a form. */
export function sendRow(
  person: Seat,
  { item, field, words }: { readonly item: string; readonly field: string; readonly words: string },
  on: Shown,
): Promise<Outcome> {
  const action: Action = {
    verb: "putRow",
    dialogueId: dialogueIdOn(on),
    itemId: item,
    field,
    rowId: randomUUID(),
    revision: 0,
    asked: [inputId(ROW, "value")],
    after: "rows",
  };
  return person.send(dataOf(action), { [inputId(ROW, "value")]: words }, on);
}

/** The dialogue a card is about, as its buttons say. */
export function dialogueIdOn({ card }: Shown): string {
  const ids = buttonsOf(card).map(({ data }) => (data as { dialogueId?: string })?.dialogueId);
  const id = ids.find((one) => one !== undefined);
  if (id === undefined) throw new Error("The card's buttons name no dialogue.");
  return id;
}

/** A decision as it stands in the minutes, page by page of the form. */
export type Minutes = {
  readonly decision: Values;
  readonly budget: Values;
  readonly group: Values;
  readonly assignment: Values;
};

/** Opens the registration, fills in the pages that are given and stays at the summary. */
export async function draftDecision(registrar: Client, minutes: Partial<Minutes>): Promise<void> {
  await registrar.press("Registrera beslutet");
  for (const [index, page] of PAGES.entries()) {
    await toSummary(registrar);
    const values = minutes[page];
    if (values === undefined) continue;
    await registrar.submit(`Ändra del ${index + 1}`);
    await registrar.submit("Spara och fortsätt", values);
  }
  await toSummary(registrar);
}
const PAGES = ["decision", "budget", "group", "assignment"] as const satisfies (keyof Minutes)[];

/** The last page leads there by itself. */
async function toSummary(registrar: Client): Promise<void> {
  const jump = "Hoppa till sammanfattningen";
  const jumps = buttonsOf(registrar.dialog().card).some(({ title }) => title === jump);
  if (jumps) await registrar.submit(jump);
}
