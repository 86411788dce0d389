import { afterAll, beforeAll, test } from "vitest";
import { exampleWorld } from "../support/bot.ts";
import { type OpenBrowser, openBrowser } from "../support/browser.ts";
import { openEmulator } from "../support/emulator.ts";
import { inEnglish, light, longest, lookAtAll, narrow, PATIENCE_MS } from "./card-gallery.ts";

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

test.each([
  { what: "en", look: narrow, cards: inEnglish },
  { what: "longest", look: light, cards: longest },
])(
  "every card can be read, keeps within its width and breaks no rule of axe: $what, $look.name",
  (gallery) => lookAtAll(browser, emulator.url, gallery),
  PATIENCE_MS,
);
