import { expect } from "vitest";
import { openBrowser, type OpenBrowser, type WatchedPage } from "../support/browser.ts";
import { type CardNode, inputsOf } from "../support/card-reading.ts";

export type Renderer = {
  /** Draws the card as a client does; fails when anything in it is more than words. */
  readonly draw: (card: CardNode) => Promise<string>;
  readonly close: () => Promise<void>;
};

/** The emulator's page for one card, in a real browser. */
export async function openRenderer(emulatorUrl: string): Promise<Renderer> {
  const browser: OpenBrowser = await openBrowser();
  const watched: WatchedPage = await browser.newPage();
  const { page, errors } = watched;
  page.on("dialog", (dialog) => {
    errors.push(`A dialog was opened: ${dialog.message()}`);
    dialog.dismiss().catch((error: unknown) => errors.push(String(error)));
  });
  await page.goto(`${emulatorUrl}/page/card`);
  await page.locator("html[data-ready=yes]").waitFor({ state: "attached" });
  return {
    draw: async (card) => {
      const drawn = await page.evaluate(drawOne, card as object);
      expect(drawn.errors).toEqual([]);
      expect(drawn.alive).toEqual([]);
      expect(errors).toEqual([]);
      const wanted = inputsOf(card)
        .filter(({ type }) => type === "Input.Text")
        .map(({ value }) => (typeof value === "string" ? value : ""));
      expect(drawn.inputs).toEqual(wanted);
      return drawn.text;
    },
    close: () => browser.close(),
  };
}

/** As much of a page as is looked at. */
type Window = {
  renderCard: (this: void, json: object) => Promise<{ errors: unknown[] }>;
  document: { getElementById(id: string): Part };
};
type Part = {
  innerText: string;
  outerHTML: string;
  value: string;
  querySelectorAll(selector: string): Iterable<Part>;
};

/** Runs in the page. */
async function drawOne(card: object) {
  const { renderCard, document } = globalThis as unknown as Window;
  const { errors } = await renderCard(card);
  const main = document.getElementById("card");
  const alive =
    "a:not([href^='https://granasa.se/']), script, img, iframe, object, at, b, strong, em, code";
  const texts = "input:not([type]), input[type=text], input[type=url], textarea";
  return {
    errors,
    alive: [...main.querySelectorAll(alive)].map(({ outerHTML }) => outerHTML.slice(0, 200)),
    inputs: [...main.querySelectorAll(texts)].map(({ value }) => value),
    text: main.innerText,
  };
}
