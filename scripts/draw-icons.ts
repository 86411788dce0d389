import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import chromiumFiles from "@sparticuz/chromium";
import { chromium } from "playwright-core";

/** The two pictures Teams wants in the package, and their sizes. */
const ICONS = [
  { name: "color", pixels: 192 },
  { name: "outline", pixels: 32 },
] as const;

const inPackage = (name: string) =>
  fileURLToPath(new URL(`../appPackage/${name}`, import.meta.url));

const browser = await chromium.launch({
  executablePath: await chromiumFiles.executablePath(),
  // The package's list is made for a server that draws one page in its life; in one process, closing it ends all.
  args: chromiumFiles.args.filter((argument) => argument !== "--single-process"),
  headless: true,
});
for (const { name, pixels } of ICONS) {
  const page = await browser.newPage({ viewport: { width: pixels, height: pixels } });
  const drawing = readFileSync(inPackage(`icons/${name}.svg`), "utf8");
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${drawing}`);
  writeFileSync(inPackage(`${name}.png`), await page.screenshot({ omitBackground: true }));
  await page.close();
  console.log(`appPackage/${name}.png drawn, ${pixels} × ${pixels}`);
}
await browser.close();
