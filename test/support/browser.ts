import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { BrowserContextOptions, Page } from "playwright-core";
import { IN_SWEDEN, launchChromium } from "../../scripts/pictures/chromium.ts";

/** A page that remembers what it logged as an error, so that a story can demand silence. */
export type WatchedPage = { page: Page; errors: string[]; close: () => Promise<void> };
export type OpenBrowser = {
  newPage(options?: BrowserContextOptions): Promise<WatchedPage>;
  close(): Promise<void>;
};

/** Starts one headless Chromium, unpacked from the npm package. Each page has a context (storage, size, theme) of its own. */
export async function openBrowser(): Promise<OpenBrowser> {
  const browser = await launchChromium();
  return {
    close: () => browser.close(),
    newPage: async (options = {}) => {
      const context = await browser.newContext({
        viewport: { width: 1280, height: 900 },
        ...IN_SWEDEN,
        ...options,
      });
      const page = await context.newPage();
      page.setDefaultTimeout(10_000);
      const errors: string[] = [];
      page.on("pageerror", (error) => errors.push(String(error)));
      page.on("console", (message) => {
        if (message.type() === "error") errors.push(message.text());
      });
      return { page, errors, close: () => context.close() };
    },
  };
}

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
  "utf8",
);

/** Which of axe's rules are asked: one alone, all but one, or all. */
export type AxeRules = { readonly only?: string; readonly without?: string };

/** Runs axe on the page as it is shown now. One line for each rule broken, with the first places; empty when none is. */
export async function axeViolations(page: Page, rules: AxeRules = {}): Promise<string[]> {
  // Read once a page: half a megabyte of it takes longer than most of what it checks.
  if (!(await page.evaluate("'axe' in globalThis"))) await page.evaluate(axeSource);
  const violations = await page.evaluate(async ({ only, without }) => {
    const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<AxeResult> } };
    const options = {
      elementRef: false,
      // Where a rule holds need not be told.
      resultTypes: ["violations"],
      ...(only === undefined ? {} : { runOnly: { type: "rule", values: [only] } }),
      ...(without === undefined ? {} : { rules: { [without]: { enabled: false } } }),
    };
    return (await axe.run(options)).violations;
  }, rules);
  return violations.map(({ id, nodes }) => {
    const places = nodes.slice(0, 3).map((node) => `${node.html} – ${node.failureSummary ?? ""}`);
    return `${id} (${nodes.length}): ${places.join(" | ")}`;
  });
}

type AxeResult = {
  violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[];
};
