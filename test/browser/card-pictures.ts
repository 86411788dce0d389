import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { IAdaptiveCard } from "@microsoft/teams.cards";
import { newColours } from "./card-colours.ts";
import { axeViolations, type OpenBrowser } from "../support/browser.ts";

/** How a card is looked at. */
export type Look = {
  readonly name: string;
  readonly theme: "light" | "dark";
  readonly width: number;
  /**
   * What axe is asked; colours only of cards that show something coloured as nothing before it. Only what a look can
   * change need be asked in it: in the dark the colours, when narrow what can be hit.
   */
  readonly asks: "everything" | "colours" | "targets" | "nothing";
  /** Whether a picture of each card is kept, which costs more than all else that is looked at. */
  readonly keeps?: "pictures";
};

const MARGIN_PIXELS = 16;

type Drawn = {
  readonly errors: readonly string[];
  readonly overflow: readonly string[];
  readonly height: number;
};

/** Where cards are drawn one at a time, as a client draws them. */
export type Easel = {
  /** What is wrong with how the card looks: unreadable elements, words that stick out, axe's rules. Empty when nothing is. */
  readonly faultsOf: (name: string, card: IAdaptiveCard) => Promise<readonly string[]>;
  /** What the page itself complained of since it was opened. */
  readonly errors: readonly string[];
  readonly close: () => Promise<void>;
};

/** Opens the page that draws one card alone. Pictures go to `folder`/<name>.<look>.png. */
export async function openEasel(
  browser: OpenBrowser,
  emulatorUrl: string,
  look: Look,
  folder: string,
): Promise<Easel> {
  const watched = await browser.newPage({
    // Low, so that a picture is as high as its card.
    viewport: { width: look.width + MARGIN_PIXELS, height: 100 },
    colorScheme: look.theme,
    deviceScaleFactor: 1.5,
  });
  const { page, errors } = watched;
  const client = await page.context().newCDPSession(page);
  mkdirSync(folder, { recursive: true });
  await page.goto(`${emulatorUrl}/page/card?theme=${look.theme}&width=${look.width}`);
  await page.waitForFunction("document.documentElement.dataset.ready === 'yes'");

  async function keepPicture(name: string, drawn: Drawn): Promise<void> {
    const height = Math.ceil(drawn.height) + MARGIN_PIXELS;
    const { data } = await client.send("Page.captureScreenshot", {
      captureBeyondViewport: true,
      // Nearly half of what looking at a card costs otherwise; the pictures are only a little larger.
      optimizeForSpeed: true,
      clip: { x: 0, y: 0, width: look.width + MARGIN_PIXELS, height, scale: 1 },
    });
    writeFileSync(join(folder, `${name}.${look.name}.png`), Buffer.from(data, "base64"));
  }

  const hasNewColours = newColours();
  async function axeFaults(card: IAdaptiveCard): Promise<readonly string[]> {
    switch (look.asks) {
      case "everything":
        return axeViolations(page, hasNewColours(card) ? {} : { without: "color-contrast" });
      case "colours":
        return hasNewColours(card) ? axeViolations(page, { only: "color-contrast" }) : [];
      case "targets":
        return axeViolations(page, { only: "target-size" });
      case "nothing":
        return [];
    }
  }

  async function faultsOf(name: string, card: IAdaptiveCard): Promise<readonly string[]> {
    const drawn = await page.evaluate(
      (json) => (globalThis as unknown as { renderCard(json: unknown): Drawn }).renderCard(json),
      card,
    );
    if (look.keeps === "pictures") await keepPicture(name, drawn);
    return [
      ...drawn.errors.map((error) => `cannot be read: ${error}`),
      ...drawn.overflow.map((element) => `sticks out: ${element}`),
      ...(await axeFaults(card)).map((violation) => `axe: ${violation}`),
    ];
  }

  return { faultsOf, errors, close: () => watched.close() };
}
