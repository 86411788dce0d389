import type { IAdaptiveCard } from "@microsoft/teams.cards";
import { afterAll, beforeAll, expect, test } from "vitest";
import { everyCard, type Shown } from "../cards/every-card.ts";
import { viewsFilledWith, wordy } from "../cards/full.ts";
import { exampleWorld } from "../support/bot.ts";
import { template } from "../support/given.ts";
import { type OpenBrowser, openBrowser } from "../support/browser.ts";
import { openEmulator } from "../support/emulator.ts";
import { type Look, openEasel } from "./card-pictures.ts";

const PATIENCE_MS = 120_000;
const folder = new URL("../../test-output/cards/", import.meta.url).pathname;

let browser: OpenBrowser;
let emulator: Awaited<ReturnType<typeof openEmulator>>;

beforeAll(async () => {
  browser = await openBrowser();
  emulator = await openEmulator({ world: exampleWorld as never });
}, 60_000);

afterAll(async () => {
  await browser.close();
  await emulator.close();
});

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
const longest = () => everyCard("sv", viewsFilledWith(wordy, 140));

const light: Look = { name: "light", theme: "light", width: 480 };
const dark: Look = { name: "dark", theme: "dark", width: 480, rule: "color-contrast" };
const narrow: Look = { name: "narrow", theme: "light", width: 320 };
const narrowDark: Look = { name: "narrow-dark", theme: "dark", width: 320, rule: "color-contrast" };

test.each([
  { what: "sv", look: light, cards: () => everyCard("sv") },
  { what: "sv", look: dark, cards: () => everyCard("sv") },
  { what: "sv", look: narrow, cards: () => everyCard("sv") },
  { what: "en", look: narrow, cards: () => everyCard("en") },
  { what: "longest", look: light, cards: longest },
  { what: "longest", look: narrowDark, cards: longest },
])(
  "every card can be read, keeps within its width and breaks no rule of axe: $what, $look.name",
  async ({ what, look, cards }) => {
    const easel = await openEasel(browser, emulator.url, look, `${folder}${what}`);
    const faulty: [string, readonly string[]][] = [];
    for (const { name, card } of cards().filter(inFirstWeeks)) {
      const faults = await easel.faultsOf(name, card);
      if (faults.length > 0) faulty.push([name, faults]);
    }
    expect(faulty).toEqual([]);
    expect(easel.errors).toEqual([]);
    await easel.close();
  },
  PATIENCE_MS,
);

test("what cannot be read, sticks out or breaks a rule of axe is found", async () => {
  const easel = await openEasel(browser, emulator.url, narrow, `${folder}planted`);
  const planted = (...body: object[]) =>
    easel.faultsOf("planted", { type: "AdaptiveCard", version: "1.5", body } as IAdaptiveCard);
  expect(await planted({ type: "TextBlock", text: "Som det ska vara", wrap: true })).toEqual([]);
  expect(await planted({ type: "Kartong" })).toEqual([expect.stringMatching(/^cannot be read/)]);
  const endless = { type: "TextBlock", text: "x".repeat(99) };
  const column = { type: "Column", width: "400px", items: [endless] };
  expect(await planted({ type: "ColumnSet", columns: [column] })).toContainEqual(
    expect.stringMatching(/^sticks out/),
  );
  expect(await planted({ type: "Input.Text", id: "nameless" })).toEqual([
    expect.stringMatching(/^axe: label/),
  ]);
  await easel.close();
});
