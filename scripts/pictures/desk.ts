import type { Locator, Page } from "playwright-core";

/** What is answered to a question: the words of a choice, several of them, or what is written. */
type Answer = string | readonly string[];

/** Somebody at the page, who finds everything by the words on it. */
export type Desk = ReturnType<typeof sitDown>;

/** Uses the page as a person does: says who one is, goes somewhere, presses what says so, answers what is asked. */
export function sitDown(page: Page) {
  const main = page.getByRole("main");
  const dialog = page.getByRole("dialog");
  const rail = page.getByRole("navigation", { name: "Personer och kanaler" });

  /** Becomes somebody and goes to a channel, or to their own chat with the bot; stays where the one before was if no place is given. */
  async function be(name: string, place?: string): Promise<void> {
    await rail.getByRole("button", { name: new RegExp(`^${name}`, "u") }).click();
    await rail.locator("[aria-current=true]", { hasText: name }).waitFor();
    if (place !== undefined) await go(place);
  }

  async function go(place: string): Promise<void> {
    await rail.getByRole("button", { name: new RegExp(`^${place}`, "u") }).click();
    await main.getByRole("heading", { name: place, level: 1 }).waitFor();
  }

  /** Waits until what was pressed has been answered and shown. */
  async function settle(): Promise<void> {
    await page.locator("body:not(:has([aria-busy=true]))").waitFor();
  }

  /** Presses the newest button of the place that says exactly this. */
  async function press(name: string): Promise<void> {
    await main.getByRole("button", { name, exact: true }).last().click();
    await settle();
  }

  /** Opens what the newest row of the place, or of the open dialog, is about: a row is a button that holds these words. */
  async function open(words: string, place: Locator = main): Promise<void> {
    await place.locator("[role=button]", { hasText: words }).last().click();
    await settle();
  }

  /** Answers questions of the open dialog by their labels and then presses a button of it. */
  async function answer(answers: Readonly<Record<string, Answer>>, button: string): Promise<void> {
    for (const [question, given] of Object.entries(answers)) await reply(dialog, question, given);
    await dialog.getByRole("button", { name: button, exact: true }).last().click();
    await settle();
  }

  async function say(words: string): Promise<void> {
    await main.getByRole("textbox", { name: "Skriv ett meddelande" }).fill(words);
    await main.getByRole("button", { name: "Skicka" }).click();
  }

  /** Waits until these words are seen, in the dialog if one is open. */
  async function see(...words: readonly string[]): Promise<void> {
    const place = (await dialog.isVisible()) ? dialog : page.locator("body");
    for (const one of words) await place.getByText(one).last().waitFor();
  }

  return { page, main, dialog, be, go, press, open, answer, say, see };
}

async function reply(dialog: Locator, question: string, given: Answer): Promise<void> {
  const named = { name: question, exact: true };
  const any = ["textbox", "combobox", "radiogroup", "group", "spinbutton"] as const;
  const inputs = any.map((role) => dialog.getByRole(role, named));
  await inputs.reduce((one, other) => one.or(other)).waitFor();
  const [text, list, radios, checks] = inputs as [Locator, Locator, Locator, Locator];
  if (typeof given !== "string")
    for (const one of given) await checks.getByRole("checkbox", { name: one, exact: true }).check();
  else if ((await radios.count()) > 0)
    await radios.getByRole("radio", { name: given, exact: true }).check();
  else if ((await list.count()) > 0) await list.selectOption({ label: given });
  else await text.fill(given);
}
