import type { Locator, Page } from "playwright-core";
import { buttonsOf, type CardNode } from "../support/card-reading.ts";
import { type Client, type Outcome, readOn } from "../support/seat.ts";
import { sitDown } from "../../scripts/pictures/desk.ts";
import { fillForm, readCards } from "./page-reading.ts";

const CHAT = "Dialoglotsen";

/**
 * Everybody of a scenario at one and the same page: each act first chooses its person in the page's list, and the place
 * where it is done. Buttons are pressed with the mouse, by the names people read; forms are filled in by their labels.
 */
export function sitAt(page: Page, channel: string) {
  const desk = sitDown(page);
  // Found by what they are, not by their roles: a role is looked for in the whole page, at every press.
  const main = page.locator("main");
  const dialog = page.locator("dialog[open]");
  let presses = 0;
  let open: CardNode | undefined;
  let is = "";
  let where = "";

  async function be(name: string, place: string): Promise<void> {
    await putAway();
    if (is === name && where === place) return;
    if (is === name) await desk.go(place);
    else await desk.be(name, where === place ? undefined : place);
    [is, where] = [name, place];
  }

  /** Closes what is still open, as who turns to something else does. */
  async function putAway(): Promise<void> {
    if (await dialog.isVisible()) await page.keyboard.press("Escape");
  }

  async function click(place: Locator, title: string): Promise<void> {
    const named = page.locator(`[role=button][title=${JSON.stringify(title)}]`);
    const card = place.locator(".card").filter({ has: named }).last();
    const button = card.locator(named).first();
    await button.waitFor({ state: "attached" }).catch(async () => {
      const names = (await readCards(place)).flatMap((card) => buttonsOf(card));
      const there = names.map((one) => one.title).join(" · ");
      throw new Error(`${is} sees no button "${title}" in ${where}; there is: ${there}`);
    });
    // Behind "Fler val" where a card has no room for it.
    const menu = card.locator(".overflow-menu").filter({ has: named }).last();
    if ((await menu.count()) > 0) await menu.locator("xpath=preceding-sibling::button[1]").click();
    await button.click();
    presses += 1;
    await settle();
  }

  /** Waits until what was pressed has been answered and drawn. */
  async function settle(): Promise<void> {
    await page.locator("body:not(:has([aria-busy=true]))").waitFor();
  }

  async function outcome(): Promise<Outcome> {
    open = (await dialog.isVisible()) ? (await readCards(dialog))[0] : undefined;
    if (!open) return { status: 200, kind: "nothing", words: "" };
    return { status: 200, kind: "dialog", card: open, words: readOn(open) };
  }

  function person(name: string): Client {
    return {
      async press(title, place = channel) {
        await be(name, place === "personal" ? CHAT : place);
        await click(main, title);
        return outcome();
      },
      async submit(title, values = {}) {
        if (!open || is !== name) throw new Error(`${name} has no dialog open.`);
        const missing = await fillForm(dialog, values);
        if (missing.length > 0)
          throw new Error(`${name} does not find: ${missing.join(" · ")}\n${readOn(open)}`);
        await click(dialog, title);
        return outcome();
      },
      async say(text) {
        await be(name, channel);
        await desk.say(text);
        presses += 1;
      },
      async cards(place = channel) {
        await be(name, place === "personal" ? CHAT : place);
        return (await readCards(main)).map((card) => ({ card }));
      },
      dialog() {
        if (!open || is !== name) throw new Error(`${name} has no dialog open.`);
        return { card: open };
      },
    };
  }

  const clock = page.locator("section", { has: page.getByText("Klocka", { exact: true }) });
  async function go(): Promise<void> {
    await putAway();
    await clock.getByRole("button", { name: "Gå", exact: true }).click();
    await settle();
  }

  return {
    person,
    /** Moves the clock of the page; what is due by then has come when it stands there. */
    at: async (localTime: string): Promise<void> => {
      await putAway();
      await clock.getByLabel("Gå till tid").fill(localTime.replace(" ", "T"));
      await go();
    },
    /** What is due now has come. */
    settled: go,
    see: async (name: string, ...words: readonly string[]): Promise<void> => {
      await be(name, channel);
      for (const one of words) await main.getByText(one).filter({ visible: true }).last().waitFor();
    },
    presses: () => presses,
  };
}
