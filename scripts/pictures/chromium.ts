import { tmpdir } from "node:os";
import { join } from "node:path";
import chromiumFiles from "@sparticuz/chromium";
import { type Browser, chromium } from "playwright-core";

// The package's list is made for a server without a screen; these of them would hide faults of a page.
const unwanted = ["--single-process", "--disable-web-security", "--allow-running-insecure-content"];
// These of them draw by a graphics card played by the processor: nothing here needs it, and a picture takes four times as long.
const slow = [
  "--ignore-gpu-blocklist",
  "--in-process-gpu",
  "--use-gl=angle",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
];

/** Starts one headless Chromium, unpacked from the npm package. */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: await chromiumFiles.executablePath(),
    args: [
      ...chromiumFiles.args.filter((argument) => ![...unwanted, ...slow].includes(argument)),
      "--disable-gpu",
    ],
    headless: true,
    // The package brings its own fonts, so that pictures look alike on every machine.
    env: { ...process.env, FONTCONFIG_PATH: join(tmpdir(), "fonts") },
  });
}

/** Where its pages are: in Sweden. */
export const IN_SWEDEN = { locale: "sv-SE", timezoneId: "Europe/Stockholm" } as const;
