import { afterAll, beforeAll, test } from "vitest";
import { exampleWorld } from "../support/bot.ts";
import { type OpenBrowser, openBrowser } from "../support/browser.ts";
import { openEmulator } from "../support/emulator.ts";
import {
  dark,
  inEnglish,
  inSwedish,
  light,
  longest,
  lookAtAll,
  narrow,
  narrowDark,
  PATIENCE_MS,
} from "./card-gallery.ts";
import type { Look } from "./card-pictures.ts";

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

const whole = (look: Look): Look => ({ ...look, asks: "everything", keeps: "pictures" });

test.each([
  { what: "sv", look: whole(dark), cards: inSwedish },
  { what: "sv", look: whole(narrow), cards: inSwedish },
  { what: "en", look: whole(narrow), cards: inEnglish },
  { what: "longest", look: light, cards: longest },
  { what: "longest", look: whole(narrowDark), cards: longest },
])(
  "every card can be read, keeps within its width and breaks no rule of axe ($look.asks): $what, $look.name",
  (gallery) => lookAtAll(browser, emulator.url, gallery),
  PATIENCE_MS,
);
