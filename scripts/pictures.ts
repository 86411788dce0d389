import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { runDemo } from "./demo/run.ts";
import { IN_SWEDEN, launchChromium } from "./pictures/chromium.ts";
import { type Desk, sitDown } from "./pictures/desk.ts";
import {
  appointsACivilServant,
  asksAboutTheSquare,
  saysTheRestOfTheDecision,
  saysWhatFor,
  saysWhatItIsAbout,
  saysWhatWasDecided,
} from "./pictures/square.ts";

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const FOLDER = path("../docs/pictures/");
const CHANNEL = "Allmänt";
const CHAT = "Dialoglotsen";

type Window = { readonly width: number; readonly height: number };

/** A window on the page of the demo, in light or in the dark. */
async function openWindow(
  browser: Browser,
  address: string,
  viewport: Window,
  colorScheme: "light" | "dark" = "light",
): Promise<Desk> {
  const context = await browser.newContext({
    viewport,
    colorScheme,
    deviceScaleFactor: 1.5,
    ...IN_SWEDEN,
  });
  const page = await context.newPage();
  await page.goto(address);
  return sitDown(page);
}

/** Brings the living card of the dialogue to the top, with nothing pointed at or said beside it. */
async function lookAtOverview(desk: Desk): Promise<void> {
  const said = desk.main.getByRole("button", { name: "Stäng meddelandet" });
  while ((await said.count()) > 0) await said.first().click();
  const heading = desk.main.getByRole("heading", { name: "Trygghet på Stationstorget" }).first();
  await heading.evaluate((element) => {
    element.closest("article")?.scrollIntoView({ block: "start" });
  });
  await desk.page.mouse.move(0, 0);
}

/** What the board need not know of step 2, so that nothing is left of it. */
async function saysWhatElse(desk: Desk): Promise<void> {
  await desk.press("Öppna steg 2");
  await desk.open("Vad kan medborgarna påverka", desk.dialog);
  await desk.answer({ "Ny rad": "Belysningen" }, "Lägg till");
  await desk.answer({}, "Klar");
  await desk.answer({ "Ny rad": "Tågtrafiken" }, "Lägg till");
  await desk.answer({}, "Klar");
  await desk.open("Föreslå grad av inflytande", desk.dialog);
  await desk.answer({ "Föreslagen grad av inflytande": "Dialog – resonera" }, "Spara och stäng");
}

async function takePictures(browser: Browser, address: string): Promise<void> {
  const desk = await openWindow(browser, address, { width: 1280, height: 1010 });
  await desk.be("Anna Lindqvist", CHANNEL);
  await asksAboutTheSquare(desk);
  await desk.answer({}, "Stäng");
  await desk.see("Du är här: 1. Identifiera fråga/problemområde");
  await desk.press("Fyll i nästa punkt");
  await desk.answer({ "Dialogens fråga": "Hur blir torget tryggare?" }, "Spara och visa steget");
  await saysWhatItIsAbout(desk);
  await desk.answer({}, "Stäng");
  await saysWhatFor(desk);
  await saysWhatElse(desk);
  await desk.be("Linnea Sandberg", CHANNEL);
  await desk.press("Öppna steg 1");
  await desk.open("Ange diarienummer för ärendet", desk.dialog);
  await desk.answer({ Diarienummer: "SBN 2027-0041" }, "Spara och stäng");
  await desk.main.getByRole("button", { name: /^Registrera nämndens beslut/u }).waitFor();
  await lookAtOverview(desk);
  await desk.page.screenshot({ path: join(FOLDER, "channel.png") });

  // The newest such button is that of the step's card.
  await desk.press("Registrera beslutet");
  await saysWhatWasDecided(desk);
  await saysTheRestOfTheDecision(desk);
  await desk.answer({}, "Registrera");
  await desk.answer({}, "Stäng");
  await desk.be("Anna Lindqvist", CHAT);
  await desk.see("Stämmer uppgifterna om nämndens beslut?");
  const asked = desk.main.getByRole("article").last().locator(".card");
  await asked.screenshot({ path: join(FOLDER, "confirm.png") });

  await desk.press("Stämmer");
  await appointsACivilServant(desk);
  const narrow = { width: 320, height: 1180 };
  const phone = await openWindow(browser, address, narrow, "dark");
  await phone.see("Planeringen är öppen");
  await lookAtOverview(phone);
  await phone.page.screenshot({ path: join(FOLDER, "narrow-dark.png") });
}

const data = mkdtempSync(join(tmpdir(), "pictures-"));
const unwanted = new AbortController();
process.on("SIGINT", () => unwanted.abort());
const demo = await runDemo({
  folder: data,
  firstPort: 4979,
  example: {
    world: path("example/world.json"),
    organisation: path("example/organisation.json"),
  },
  unwanted: unwanted.signal,
});
const browser = await launchChromium();
try {
  mkdirSync(FOLDER, { recursive: true });
  await takePictures(browser, demo.address);
  console.log(`The pictures are in ${FOLDER}`);
} finally {
  await browser.close();
  await demo.stop();
  rmSync(data, { recursive: true });
}
