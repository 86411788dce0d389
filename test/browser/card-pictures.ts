import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { IAdaptiveCard } from "@microsoft/teams.cards";
import { axeViolations, type OpenBrowser } from "../support/browser.ts";

/** How a card is looked at. Only what a look can change is asked of axe: in the dark the colours, when narrow what can be hit. */
export type Look = {
  readonly name: string;
  readonly theme: "light" | "dark";
  readonly width: number;
  readonly rule?: "color-contrast" | "target-size";
};

const MARGIN_PIXELS = 16;

type Drawn = {
  readonly errors: readonly string[];
  readonly overflow: readonly string[];
  readonly height: number;
};

/** Where cards are drawn one at a time, as a client draws them, and their pictures kept. */
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

  async function faultsOf(name: string, card: IAdaptiveCard): Promise<readonly string[]> {
    const drawn = await page.evaluate(
      (json) => (globalThis as unknown as { renderCard(json: unknown): Drawn }).renderCard(json),
      card,
    );
    const height = Math.ceil(drawn.height) + MARGIN_PIXELS;
    const { data } = await client.send("Page.captureScreenshot", {
      captureBeyondViewport: true,
      // Nearly half of what looking at a card costs otherwise; the pictures are only a little larger.
      optimizeForSpeed: true,
      clip: { x: 0, y: 0, width: look.width + MARGIN_PIXELS, height, scale: 1 },
    });
    writeFileSync(join(folder, `${name}.${look.name}.png`), Buffer.from(data, "base64"));
    return [
      ...drawn.errors.map((error) => `cannot be read: ${error}`),
      ...drawn.overflow.map((element) => `sticks out: ${element}`),
      ...(await axeViolations(page, look.rule)).map((violation) => `axe: ${violation}`),
    ];
  }

  return { faultsOf, errors, close: () => watched.close() };
}
