import { expect } from "vitest";
import { everyCard, type Shown } from "../cards/every-card.ts";
import { viewsFilledWith, wordy } from "../cards/full.ts";
import { template } from "../support/given.ts";
import type { OpenBrowser } from "../support/browser.ts";
import { type Look, openEasel } from "./card-pictures.ts";

export const PATIENCE_MS = 180_000;
export const folder = new URL("../../test-output/cards/", import.meta.url).pathname;

/** The steps of the first weeks; the forms of later ones are made by the same few lines and their sizes are checked elsewhere. */
const FIRST_STEPS: readonly string[] = [
  "triage",
  "identify-issue",
  "purpose-and-influence",
  "decide-dialogue",
  "planning",
];
const laterItems = new Set(
  template.steps
    .filter(({ id }) => !FIRST_STEPS.includes(id))
    .flatMap(({ items }) => items.map(({ id }) => `item-${id}`)),
);
const inFirstWeeks = ({ name }: Shown) => !laterItems.has(name);

/** The cards with every word and list as long as they may be. */
export const longest = () => everyCard("sv", viewsFilledWith(wordy, 140));

export const light: Look = {
  name: "light",
  theme: "light",
  width: 480,
  asks: "everything",
  keeps: "pictures",
};
export const dark: Look = { name: "dark", theme: "dark", width: 480, asks: "colours" };
export const narrow: Look = { name: "narrow", theme: "light", width: 320, asks: "targets" };
/** For words and lists as long as they may be: nothing in a look of their own but whether they keep within the card. */
export const narrowDark: Look = { name: "narrow-dark", theme: "dark", width: 320, asks: "nothing" };

export type Gallery = {
  readonly what: string;
  readonly look: Look;
  readonly cards: () => readonly Shown[];
};
export const inSwedish = () => everyCard("sv");
export const inEnglish = () => everyCard("en");

/** Draws every card of the first weeks and looks at each: readable, within its width, no rule of axe broken that the look asks. */
export async function lookAtAll(
  browser: OpenBrowser,
  emulatorUrl: string,
  { what, look, cards }: Gallery,
): Promise<void> {
  const easel = await openEasel(browser, emulatorUrl, look, `${folder}${what}`);
  const faulty: [string, readonly string[]][] = [];
  for (const { name, card } of cards().filter(inFirstWeeks)) {
    const faults = await easel.faultsOf(name, card);
    if (faults.length > 0) faulty.push([name, faults]);
  }
  expect(faulty).toEqual([]);
  expect(easel.errors).toEqual([]);
  await easel.close();
}
