import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import {
  axeViolations,
  type OpenBrowser,
  openBrowser,
  type WatchedPage,
} from "../support/browser.ts";
import { openEmulator } from "../support/emulator.ts";
import { card, postCard } from "./shown-card.ts";
import {
  anna,
  bertil,
  botCalls,
  channelId,
  type Heard,
  outsider,
  smallWorld,
  startStub,
  teamId,
} from "./stub.ts";

let browser: OpenBrowser;
let watched: WatchedPage;
let page: Page;
let answer: (heard: Heard) => { status: number; body?: unknown };
let stub: Awaited<ReturnType<typeof startStub>>;
let emulator: Awaited<ReturnType<typeof openEmulator>>;

beforeAll(async () => {
  browser = await openBrowser();
}, 60_000);

afterAll(() => browser.close());

beforeEach(async () => {
  answer = () => ({ status: 200, body: {} });
  stub = await startStub((heard) =>
    heard.path === "/dev/clock" ? { status: 404 } : answer(heard),
  );
  emulator = await openEmulator({ world: smallWorld(), botUrl: stub.url });
  watched = await browser.newPage();
  page = watched.page;
});

afterEach(async () => {
  await watched.close();
  await emulator.close();
  await stub.close();
});

const form = {
  type: "AdaptiveCard",
  version: "1.5",
  body: [
    {
      type: "Input.Text",
      id: "question",
      label: "Frågan",
      isRequired: true,
      errorMessage: "Skriv frågan",
    },
    { type: "Input.Number", id: "budget", label: "Budget", min: 0, errorMessage: "Skriv ett tal" },
    {
      type: "Input.ChoiceSet",
      id: "who",
      label: "Vem?",
      choices: [],
      "choices.data": { type: "Data.Query", dataset: "graph.microsoft.com/users" },
    },
  ],
  actions: [{ type: "Action.Submit", title: "Spara", data: { item: "i1" } }],
};

function button(name: string | RegExp) {
  return page.getByRole("button", { name });
}

async function open(person = anna, place = channelId): Promise<void> {
  await page.goto(`${emulator.url}/?person=${person}&conversation=${encodeURIComponent(place)}`);
  await page.getByRole("heading", { level: 1 }).waitFor();
}

function dialogWith(content: unknown) {
  return {
    task: {
      type: "continue",
      value: {
        title: "Ny dialog",
        card: { contentType: "application/vnd.microsoft.card.adaptive", content },
      },
    },
  };
}

test("a person chooses who to be and writes; the bot is named and the words stand there", async () => {
  await open();
  await button(/Bertil Ek/).click();
  await button("Stationstorget").click();
  await page.getByRole("textbox", { name: "Skriv ett meddelande" }).fill("hjälp");
  await button("Skicka").click();
  await page.getByText("@Dialoglotsen hjälp").waitFor();
  await expect.poll(() => stub.heard.length).toBe(1);
  expect(stub.heard[0]?.body).toMatchObject({
    text: "<at>Dialoglotsen</at> hjälp",
    from: { aadObjectId: bertil },
  });
  await button("Svara i tråden").click();
  await page.getByRole("textbox", { name: "Svar i tråden" }).fill("översikt");
  await page.keyboard.press("Enter");
  await expect.poll(() => stub.heard.length).toBe(2);
  const root = (await emulator.messages(channelId))[0]?.id;
  expect(stub.heard[1]?.body).toMatchObject({
    conversation: { id: `${channelId};messageid=${root}` },
  });
  expect(watched.errors).toEqual([]);
});

test("a press shows the presser a card of their own and nobody else", async () => {
  await postCard(emulator.url);
  const own = { ...card, body: [{ type: "TextBlock", text: "Bara för dig" }], actions: [] };
  answer = () => ({
    status: 200,
    body: { statusCode: 200, type: "application/vnd.microsoft.card.adaptive", value: own },
  });
  await open();
  await button("Det stämmer").click();
  await page.getByText("Bara för dig").waitFor();
  await button(/Bertil Ek/).click();
  await button("Det stämmer").waitFor();
  expect(await page.getByText("Bara för dig").count()).toBe(0);
  expect(stub.heard[0]?.body).toMatchObject({
    value: { action: { verb: "confirm", data: { id: "d1" } }, trigger: "manual" },
  });
});

test("a dialog takes the focus, keeps what is wrong with its words, and closes when the bot says so", async () => {
  await postCard(emulator.url);
  answer = (heard) => ({
    status: 200,
    body: heard.body["name"] === "task/fetch" ? dialogWith(form) : {},
  });
  await open();
  await button("Öppna punkten").click();
  const dialog = page.getByRole("dialog", { name: "Ny dialog" });
  await dialog.waitFor();
  expect(await page.evaluate("document.activeElement.closest('dialog') !== null")).toBe(true);
  expect(await axeViolations(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Spara" }).click();
  await dialog.getByText("Skriv frågan").waitFor();
  expect(stub.heard.length).toBe(1);
  await dialog.getByLabel("Frågan").fill("Hur blir torget tryggare?");
  await dialog.getByLabel("Vem?").fill("Bertil Ek");
  await dialog.getByRole("button", { name: "Spara" }).click();
  await dialog.waitFor({ state: "hidden" });
  expect(stub.heard[1]?.body).toMatchObject({
    name: "task/submit",
    value: { data: { item: "i1", question: "Hur blir torget tryggare?", who: bertil } },
  });
  expect(stub.heard[1]?.body).not.toHaveProperty("value.data.budget");
});

test("a dialog closes on Escape and on Stäng, and a fault keeps it open with what was written", async () => {
  await postCard(emulator.url);
  answer = (heard) =>
    heard.body["name"] === "task/fetch"
      ? { status: 200, body: dialogWith(form) }
      : { status: 500, body: {} };
  await open();
  const dialog = page.getByRole("dialog", { name: "Ny dialog" });
  await button("Öppna punkten").click();
  await dialog.waitFor();
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  await button("Öppna punkten").click();
  await dialog.getByLabel("Frågan").fill("Kvar");
  await dialog.getByRole("button", { name: "Spara" }).click();
  await dialog.getByText(/Något gick fel/).waitFor();
  expect(await dialog.getByLabel("Frågan").inputValue()).toBe("Kvar");
  await dialog.getByRole("button", { name: "Stäng" }).click();
  await dialog.waitFor({ state: "hidden" });
});

test("the reserve look draws the fallbacks and sends a press as a message", async () => {
  await postCard(emulator.url);
  await open();
  expect(await page.getByText("Låst").count()).toBe(0);
  await page.getByRole("progressbar", { name: "3 av 10" }).waitFor();
  await page.getByRole("switch", { name: "Visa reservutseende" }).click();
  await page.getByText("Låst").waitFor();
  expect(await page.getByRole("progressbar").count()).toBe(0);
  await button("Det stämmer").click();
  await expect.poll(() => stub.heard.length).toBe(1);
  expect(stub.heard[0]?.body).toMatchObject({ type: "message", value: { id: "d1" } });
});

test("an outsider sees no channel and adds the app for a chat of their own", async () => {
  await open(outsider, "personal");
  await page.getByText("Du är inte med i något team.").waitFor();
  expect(await button("Stationstorget").count()).toBe(0);
  await button("Lägg till Dialoglotsen").click();
  await page.getByRole("textbox", { name: "Skriv ett meddelande" }).fill("hjälp");
  await button("Skicka").click();
  await expect
    .poll(() => stub.heard.find((each) => each.body["type"] === "message")?.body)
    .toMatchObject({ text: "hjälp" });
});

test("what is being written stays when a message comes meanwhile", async () => {
  await open(anna, "personal");
  const field = page.getByRole("textbox", { name: "Skriv ett meddelande" });
  await field.fill("halvskrivet");
  await emulator.message(anna, "personal", "från telefonen");
  await page.getByText("från telefonen").waitFor();
  expect(await field.inputValue()).toBe("halvskrivet");
});

test("a team without the bot offers to add it, and people are added and removed", async () => {
  await emulator.install({ teamId, add: false });
  await open();
  await button("Lägg till Dialoglotsen i teamet").click();
  await page.getByRole("textbox", { name: "Skriv ett meddelande" }).waitFor();
  await page.getByLabel("Lägg till person").selectOption("Olle Utanför");
  await button("Lägg till").click();
  await expect
    .poll(() => stub.heard.at(-1)?.body)
    .toMatchObject({ membersAdded: [{ aadObjectId: outsider }] });
  await page.getByText(/4 personer/).click();
  await button("Ta bort Bertil Ek ur Granåsa kommun").click();
  await expect
    .poll(() => stub.heard.at(-1)?.body)
    .toMatchObject({ membersRemoved: [{ aadObjectId: bertil }] });
});

test("without a development clock the page says so; with one it is shown and moved", async () => {
  await open();
  await page.getByText("Boten har ingen utvecklingsklocka.").waitFor();
  let now = "2027-03-27T08:00:00.000Z";
  const clockBot = await startStub((heard) => {
    if (typeof heard.body["now"] === "string") now = heard.body["now"];
    return { status: 200, body: { now, sent: 2, failed: 0 } };
  });
  await emulator.setBot(clockBot.url);
  await button("Fråga igen").click();
  await page.getByText("lördag 27 mars 2027 kl. 09:00").waitFor();
  await button("+1 dag").click();
  await page.getByText(/söndag 28 mars 2027 kl. 09:00. Skickade meddelanden: 2/).waitFor();
  expect(now).toBe("2027-03-28T07:00:00.000Z");
  await page.getByLabel("Gå till tid").fill("2027-10-31T02:30");
  await button("Gå").click();
  await expect.poll(() => now).toBe("2027-10-31T00:30:00.000Z");
  await clockBot.close();
});

test("a new message to somebody else marks them in the list until they have looked", async () => {
  await open();
  const call = await botCalls(emulator.url);
  const made = await call("POST", "/v3/conversations", {
    members: [{ id: bertil }],
    tenantId: smallWorld().tenantId,
  });
  await call("POST", `/v3/conversations/${String(made.body["id"])}/activities`, {
    type: "message",
    text: "Hej Bertil",
  });
  await button(/Bertil Ek.*nytt meddelande/).click();
  await button(/Dialoglotsen.*nytt meddelande/).click();
  await page.getByText("Hej Bertil").waitFor();
  await button(/Anna Öberg/).click();
  await page.locator("[aria-current]", { hasText: "Anna Öberg" }).waitFor();
  expect(await button(/Bertil Ek.*nytt meddelande/).count()).toBe(0);
});
