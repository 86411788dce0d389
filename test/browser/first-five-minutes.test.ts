import type { Locator } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { type OpenBrowser, openBrowser, type WatchedPage } from "../support/browser.ts";
import { type Demo, startDemo } from "./demo.ts";
import { type Desk, sitDown } from "../../scripts/pictures/desk.ts";
import {
  ABOUT_THE_SQUARE,
  appointsACivilServant,
  asksAboutTheSquare,
  MEMBERS,
  OPEN_QUESTION,
  saysTheRestOfTheDecision,
  saysWhatFor,
  saysWhatItIsAbout,
  saysWhatWasDecided,
  TODAY,
} from "../../scripts/pictures/square.ts";

// One story: each test goes on where the one before it ended, as a newcomer does.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let demo: Demo;
let browser: OpenBrowser;
let watched: WatchedPage;
let desk: Desk;

beforeAll(async () => {
  [demo, browser] = await Promise.all([startDemo(), openBrowser()]);
  watched = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
  await watched.page.goto(demo.address);
  desk = sitDown(watched.page);
});

afterAll(async () => {
  await browser.close();
  await demo.close();
});

// What was on the page when something was not found says more than the words that were looked for.
afterEach(async ({ task }) => {
  if (task.result?.state === "fail")
    await watched.page.screenshot({ path: "test-output/first-five-minutes.png" });
});

const CHANNEL = "Allmänt";
const CHAT = "Dialoglotsen";

test("minute 0–1: one welcome in the channel says what the bot does and stores, with three buttons, and mentions nobody", async () => {
  await desk.be("Rasmus Eklund", CHANNEL);
  await desk.see("Hej! Jag är Dialoglotsen", "Det här sparar jag:");
  const card = desk.main.getByRole("article");
  expect(await card.count()).toBe(1);
  expect(await card.getByRole("button").allTextContents()).toEqual([
    "Starta medborgardialog",
    "Prova med exempel",
    "Så fungerar det",
  ]);
  expect(await card.textContent()).not.toContain("@");
  await desk.press("Så fungerar det");
  await desk.see("Planeringen är låst från början");
  await desk.answer({}, "Stäng");
});

test("minute 1–2: the example is marked EXEMPEL, only its presser gets it, and it goes away whole", async () => {
  await desk.press("Prova med exempel");
  expect(await desk.main.getByRole("article").count()).toBe(1);
  await desk.go(CHAT);
  await desk.see("Det här är ett exempel. Allt är påhittat och bara du ser det.");
  await desk.main.getByRole("heading", { name: /^EXEMPEL/u }).waitFor();
  await desk.press("Gör som ordföranden");
  await desk.see("Du spelar");
  await desk.press("Bekräfta beslutet");
  await desk.answer({}, "Stämmer");
  await desk.answer({}, "Stäng");
  await desk.see("Tjänstepersonen utses av förvaltningschefen");

  await desk.be("Anna Lindqvist", CHAT);
  await desk.see("Skriv hjälp för att börja.");
  await desk.be("Rasmus Eklund", CHAT);
  await desk.press("Ta bort exemplet");
  await desk.see("Exemplet är borttaget");
  await gone(desk.main.getByText("EXEMPEL"));
});

test("minute 2–3: a question that fits another form better is named so, with what to do instead", async () => {
  await desk.go("Ny grundskola");
  await desk.say("ny dialog");
  await desk.press("Starta medborgardialog");
  await desk.answer(
    { ...ABOUT_THE_SQUARE, "Kort rubrik": "Skolans meny", "Det handlar om": "En service" },
    "Fortsätt",
  );
  await desk.answer(OPEN_QUESTION, "Spara och fortsätt");
  await desk.answer({ "De som använder servicen är": "Brukare" }, "Spara och fortsätt");
  await desk.see("Det här passar bättre som brukardialog", "Gör så här i stället");
  await desk.answer({}, "Stäng");
});

test("minute 2–3: a few questions, and triage says medborgardialog", async () => {
  await desk.go(CHANNEL);
  await asksAboutTheSquare(desk);
  await desk.see("Det här är en medborgardialog", "Först bekräftar Anna Lindqvist");
  await desk.answer({}, "Stäng");
});

test("who has no part in it is told so kindly, and nothing changes", async () => {
  await desk.press("Bekräfta initiativet");
  await desk.see("Väntar på att Anna Lindqvist bekräftar");
  await desk.answer({}, "Stäng");

  await desk.be("Wilhelm Kjellberg", CHANNEL);
  await desk.press("Bekräfta initiativet");
  await desk.see("Du kan inte göra det här");
  await desk.answer({}, "Stäng");
  await desk.main.getByRole("button", { name: "Starta medborgardialog" }).click();
  await desk.see("gäst");
  await desk.answer({}, "Stäng");

  await desk.be("Yasmin Farouk", CHAT);
  expect(await watched.page.getByText("Du är inte med i något team.").count()).toBe(1);
  await desk.press("Lägg till Dialoglotsen");
  await desk.see("Hej! Jag är Dialoglotsen");
  await desk.press("Starta medborgardialog");
  await desk.see("En medborgardialog startas i en kanal, där styrgruppen arbetar.");
});

test("the one who is said to take the initiative says so, and the process card shows ten steps, three lanes and the lock", async () => {
  await desk.be("Anna Lindqvist", CHAT);
  await desk.press("Det stämmer");
  await desk.see("Du har bekräftat initiativet");
  await desk.go(CHANNEL);
  await desk.see("Du är här: 1. Identifiera fråga/problemområde");
  const card = overview();
  const steps = await card.getByRole("button", { name: /^\d+\. /u }).allTextContents();
  expect(steps.map((words) => words.match(/^\d+/u)?.[0])).toEqual([
    "1",
    "2",
    "3",
    "4",
    "5",
    "6",
    "7",
    "8",
    "9",
    "10",
  ]);
  for (const lane of ["Förtroendevalda", "Gemensamt", "Tjänstepersoner"])
    expect(steps.some((words) => words.endsWith(lane))).toBe(true);
  await desk.see("Planeringen är låst", "Beslutet registreras av registratorn (Linnea Sandberg).");
});

test("killed outright in the middle of it, everything saved is there after the next start, at the same address", async () => {
  await desk.press("Fyll i nästa punkt");
  await desk.answer({ "Dialogens fråga": "Hur blir torget tryggare?" }, "Spara och visa steget");
  await startAgainAfter(() => demo.kill());
  await desk.be("Anna Lindqvist", CHANNEL);
  await desk.press("Öppna steg 1");
  await desk.see("1 av 4 klara");
  await saysWhatItIsAbout(desk);
  await desk.see("Steget blev klart");
  await desk.answer({}, "Stäng");
});

test("the purpose is filled in by the initiator; planning is still locked for her too", async () => {
  await saysWhatFor(desk);
  await desk.main.getByRole("button", { name: /^4\. Planering/u }).click();
  await desk.see("Steget öppnas när stegen före är klara.", "E-NO-BOARD-DECISION");
  await desk.open("Håll startmöte med styrgruppen", desk.dialog);
  await desk.see("Du kan läsa men inte ändra här.", "Görs av tjänstepersonen");
  await desk.answer({}, "Stäng");
});

test("minute 4–5: the head may not register; the registrar may, but not an incomplete decision, and not confirm it", async () => {
  await desk.be("Johan Wallin", CHANNEL);
  await desk.press("Registrera beslutet");
  await desk.see("Du kan inte göra det här", "Det görs av registratorn (Linnea Sandberg).");
  await desk.answer({}, "Stäng");

  await desk.be("Linnea Sandberg", CHANNEL);
  await desk.press("Registrera beslutet");
  await saysWhatWasDecided(desk);
  await desk.answer({}, "Hoppa till sammanfattningen");
  await desk.answer({}, "Registrera");
  await desk.see("Beslutet är inte komplett", "”Budget i kronor”", "E-DECISION-INCOMPLETE");
  await desk.answer({}, "Ändra del 2");
  await saysTheRestOfTheDecision(desk);
  await desk.see("Alla uppgifter finns.");
  await desk.answer({}, "Registrera");
  await desk.see("Anna Lindqvist ombeds bekräfta");
  await desk.open("Bekräfta det registrerade beslutet", desk.dialog);
  await desk.see("Beslutet väntar på att bekräftas", "Anna Lindqvist ombeds bekräfta");
  expect(await desk.dialog.getByRole("button", { name: "Stämmer" }).count()).toBe(0);
  await desk.answer({}, "Stäng");
});

test("minute 4–5: the chair confirms, the lock is the head's now, and each member gets a short hello", async () => {
  await desk.be("Anna Lindqvist", CHAT);
  await desk.press("Stämmer");
  await desk.see("Du har bekräftat beslutet");
  for (const member of MEMBERS) {
    await desk.be(member, CHAT);
    await desk.see("Du är med i styrgruppen för", "Det här kommer du att få frågor om");
  }
  await desk.go(CHANNEL);
  await desk.see(
    "Tjänstepersonen utses av förvaltningschefen (Johan Wallin). Ingen annan kan göra det.",
  );
});

test("stopped with Ctrl-C and started again, it goes on where it was", async () => {
  await startAgainAfter(async () => expect(await demo.interrupt()).toBe(0));
  for (const person of ["Rasmus Eklund", "Anna Lindqvist", "Linnea Sandberg"]) {
    await desk.be(person, CHANNEL);
    await within(overview(), "Utse tjänsteperson");
    await desk.see("Du kan läsa men inte ändra här.", "Görs av förvaltningschefen (Johan Wallin)");
    await desk.answer({}, "Stäng");
  }
  await desk.be("Johan Wallin", CHAT);
  await desk.see("Samhällsbyggnadsnämnden har beslutat om en medborgardialog");
  await appointsACivilServant(desk);
  await desk.see("Du har utsett Tove Johansson. Planeringen är öppen.");
});

test("the lock stands open on the card, and the civil servant fills in the first of planning, but appoints nobody", async () => {
  await desk.be("Tove Johansson", CHANNEL);
  await desk.see("Planeringen är öppen");
  expect(await desk.main.getByText("Planeringen är låst").count()).toBe(0);
  await within(overview(), "Fyll i nästa punkt");
  await desk.answer({ "Dag för startmötet": TODAY.toString() }, "Spara och visa steget");
  await desk.see("2 av 16 klara");
  await desk.open("Kartlägg vilka grupper", desk.dialog);
  await desk.answer({}, "Lägg till");
  await desk.see("Målgrupper");
  await desk.dialog.getByRole("button", { name: "Stäng" }).click();
  await desk.open("Klart 2 punkter");
  await desk.open("Förvaltningschefen utser tjänsteperson");
  await desk.see("Du kan läsa men inte ändra här.");
  await desk.answer({}, "Stäng");

  await desk.be("Wilhelm Kjellberg", CHANNEL);
  await within(overview(), "Fyll i nästa punkt");
  await desk.see("Du kan läsa men inte ändra här.");
  await desk.answer({}, "Stäng");
  expect(watched.errors).toEqual([]);
});

/** The page has had nothing to complain of until then; while nothing runs it has. */
async function startAgainAfter(stop: () => Promise<unknown>): Promise<void> {
  expect(watched.errors).toEqual([]);
  await stop();
  await demo.start();
  await watched.page.goto(demo.address);
  watched.errors.length = 0;
}

/** Presses a button of one card. */
async function within(card: Locator, name: string): Promise<void> {
  await card.getByRole("button", { name, exact: true }).click();
  await desk.dialog.waitFor();
}

/** Waits until nothing of it is on the page. */
async function gone(what: Locator): Promise<void> {
  await expect.poll(() => what.count(), { timeout: 10_000 }).toBe(0);
}

/** The living card, which is the first of its thread. */
function overview() {
  return desk.main
    .getByRole("group", { name: "Tråd" })
    .filter({ hasText: "Trygghet på Stationstorget" })
    .getByRole("article")
    .first();
}
