import type { IAdaptiveCard } from "@microsoft/teams.cards";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Shown } from "../cards/every-card.ts";
import { exampleWorld } from "../support/bot.ts";
import { type OpenBrowser, openBrowser } from "../support/browser.ts";
import { openEmulator } from "../support/emulator.ts";
import {
  dark,
  folder,
  inSwedish,
  light,
  longest,
  lookAtAll,
  narrow,
  narrowDark,
  PATIENCE_MS,
} from "./card-gallery.ts";
import { newColours } from "./card-colours.ts";
import { openEasel } from "./card-pictures.ts";

let browser: OpenBrowser;
let swedish: readonly Shown[];
let emulator: Awaited<ReturnType<typeof openEmulator>>;

beforeAll(async () => {
  swedish = inSwedish();
  browser = await openBrowser();
  emulator = await openEmulator({ world: exampleWorld as never });
}, 60_000);

afterAll(async () => {
  await browser.close();
  await emulator.close();
});

test.each([
  { what: "sv", look: light, cards: () => swedish },
  { what: "sv", look: dark, cards: () => swedish },
  { what: "sv", look: narrow, cards: () => swedish },
  { what: "longest", look: narrowDark, cards: longest },
])(
  "every card can be read, keeps within its width and breaks no rule of axe ($look.asks): $what, $look.name",
  (gallery) => lookAtAll(browser, emulator.url, gallery),
  PATIENCE_MS,
);

test("what cannot be read, sticks out or breaks a rule of axe is found", async () => {
  const easel = await openEasel(
    browser,
    emulator.url,
    { ...light, width: narrow.width },
    `${folder}planted`,
  );
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

test("a card is asked for its colours when a style, a link or what it stands in is new", () => {
  const isNew = newColours();
  const text = (words: string, more: object = {}) => ({ type: "TextBlock", text: words, ...more });
  const inside = (style: string) => ({ type: "Container", style, items: [text("Inne")] });
  expect(isNew(text("Ett"))).toBe(true);
  expect(isNew(text("Två"))).toBe(false);
  expect(isNew(text("Tre", { isSubtle: true }))).toBe(true);
  expect(isNew(text("[Fyra](https://granasa.se)"))).toBe(true);
  expect(isNew(inside("emphasis"))).toBe(true);
  expect(isNew(inside("accent"))).toBe(true);
  expect(isNew(inside("emphasis"))).toBe(false);
});
