import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import {
  axeViolations,
  type OpenBrowser,
  openBrowser,
  type WatchedPage,
} from "../support/browser.ts";
import { openEmulator } from "../support/emulator.ts";
import { card, postCard } from "./shown-card.ts";
import { anna, channelId, smallWorld, startStub } from "./stub.ts";

let browser: OpenBrowser;
let watched: WatchedPage | undefined;
let stub: Awaited<ReturnType<typeof startStub>>;
let emulator: Awaited<ReturnType<typeof openEmulator>>;

beforeAll(async () => {
  browser = await openBrowser();
  stub = await startStub(() => ({ status: 404 }));
  emulator = await openEmulator({ world: smallWorld(), botUrl: stub.url });
  await emulator.limits(false);
  await postCard(emulator.url);
}, 60_000);

afterAll(async () => {
  await browser.close();
  await emulator.close();
  await stub.close();
});

afterEach(async () => {
  await watched?.close();
  watched = undefined;
});

/** In the page: what is seen and reaches beyond the window's sides. */
const sticksOut = `[...document.querySelectorAll("body *")]
  .filter((each) => !each.closest(".visually-hidden, .teams-progress, dialog:not([open])"))
  .filter((each) => {
    const { left, right, width } = each.getBoundingClientRect();
    return width > 0 && (left < -1 || right > innerWidth + 1);
  })
  .map((each) => each.outerHTML.slice(0, 120))`;

for (const theme of ["light", "dark"] as const)
  for (const width of [1600, 760, 320])
    test(`the page has no axe violation and nothing sticks out: ${theme}, ${width} pixels`, async () => {
      watched = await browser.newPage({ viewport: { width, height: 800 }, colorScheme: theme });
      const { page } = watched;
      const button = (name: string | RegExp) => page.getByRole("button", { name });
      await page.goto(`${emulator.url}/?person=${anna}&conversation=${channelId}`);
      await button("Det stämmer").waitFor();
      const check = async () => {
        expect(await axeViolations(page)).toEqual([]);
        expect(await page.evaluate(sticksOut)).toEqual([]);
      };
      await check();
      if (width < 1180) await button("Verktyg").click();
      await page.getByText("Så beter den sig").click();
      await page.getByText("dokumenterat").first().waitFor();
      await check();
      await page.keyboard.press("Escape");
      if (width <= 760) {
        await button("Personer och kanaler").click();
        await check();
      }
      await button(/Gisela Gäst/).click();
      await check();
      expect(watched.errors).toEqual([]);
    });

test("one card alone is drawn for pictures, and tells what it could not read", async () => {
  watched = await browser.newPage();
  const { page } = watched;
  await page.goto(`${emulator.url}/page/card?theme=dark&width=320&fallback=0`);
  await page.waitForFunction("document.documentElement.dataset.ready === 'yes'");
  const draw = (content: unknown) =>
    page.evaluate(
      (json) => (globalThis as unknown as { renderCard(json: unknown): unknown }).renderCard(json),
      content,
    );
  expect(await draw(card)).toMatchObject({ errors: [], width: 320, overflow: [] });
  expect(await draw({ ...card, body: [{ type: "Carousel2000" }] })).toMatchObject({
    errors: ["Carousel2000 has no fallback"],
  });
  expect(watched.errors).toEqual([]);
});

test("the page is served with a policy that lets nothing inline or foreign run", async () => {
  const response = await fetch(`${emulator.url}/`);
  const policy = response.headers.get("content-security-policy") ?? "";
  expect(policy).toContain("default-src 'none'; script-src 'self'");
  expect(policy).not.toContain("unsafe");
  expect(await response.text()).not.toMatch(/<script>|https?:\/\//);
  expect((await fetch(`${emulator.url}/page/../main.ts`)).status).toBe(404);
  expect((await fetch(`${emulator.url}/page/nothing.js`)).status).toBe(404);
});
