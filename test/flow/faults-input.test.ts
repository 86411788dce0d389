import { describe, expect, test } from "vitest";
import { MOST_CARD_BYTES } from "../../src/cards/render.ts";
import { exampleWorld } from "../support/bot.ts";
import { inputsOf } from "../support/card-reading.ts";
import { type Here, livedMoments } from "./faults-world.ts";
import { entraId, type Who } from "./stage-people.ts";
import { told } from "./stage-stand.ts";

const at = livedMoments(["identified", "purposed"]);

/** Sends a page of one item with these inputs; everything that is sent was asked. */
function save(
  here: Here,
  who: Who,
  itemId: string,
  inputs: Readonly<Record<string, string>>,
  revision = 0,
) {
  const { press, dialogueId } = here;
  const data = {
    verb: "saveItem",
    dialogueId,
    itemId,
    page: 0,
    revisions: { [itemId]: revision },
    asked: Object.keys(inputs),
    after: "close",
  };
  return press(who, "dialogSubmit", data, inputs);
}

async function kept(here: Here, itemId: string): Promise<Readonly<Record<string, unknown>>> {
  const state = await here.load(here.dialogueId);
  return state.status === "none" ? {} : (state.items[itemId]?.values ?? {});
}

const budget = "in:decide.budget:budgetSek";
const source = "in:decide.budget:budgetSource";

describe("a number", () => {
  test.each([
    [" 5 ", 5],
    ["150 000", 150_000],
    ["150\u00a0000", 150_000],
    ["7,0", 7],
    ["0", 0],
  ])("written %j is %d", async (typed, number) => {
    const here = await at("purposed");
    const page = await save(here, "registrar", "decide.budget", { [budget]: typed });
    expect([page.changed, told(page)]).toEqual([true, expect.not.stringContaining("E-")]);
    expect((await kept(here, "decide.budget"))["budgetSek"]).toBe(number);
  });

  test.each(["1e9", "0x10", "１２", "1,5", "1.5", "--1", "-1", "NaN", "Infinity", "12 kr"])(
    "written %j is refused, and stays in the form",
    async (typed) => {
      const here = await at("purposed");
      const inputs = { [budget]: typed, [source]: "Driftbudget" };
      const page = await save(here, "registrar", "decide.budget", inputs);
      expect([page.changed, told(page)]).toEqual([false, expect.stringContaining("E-FIELD")]);
      const input = inputsOf(page.card ?? {}).find(({ id }) => id === budget);
      expect(input?.["value"]).toBe(typed);
      expect(await kept(here, "decide.budget")).toEqual({});
    },
  );
});

describe("a choice", () => {
  test.each([
    ["purpose.willing", "in:purpose.willing:willingToChange", ["TRUE", "1", "ja", "yes"]],
    ["purpose.level", "in:purpose.level:proposedLevel", ["DIALOG", "information", "dialog,dialog"]],
    ["purpose.use", "in:purpose.use:plannedDecisionDate", ["2027-02-31", "20270-01-01", "24:00"]],
    ["identify.boards", "in:identify.boards:leadBody", ["nobody", "sbn,ks", "__proto__"]],
  ])("in %s takes nothing that was not offered", async (itemId, input, wrong) => {
    const here = await at("identified");
    const before = await kept(here, itemId);
    for (const typed of wrong) {
      const page = await save(here, "chair", itemId, { [input]: typed });
      expect([typed, page.changed, told(page)]).toEqual([
        typed,
        false,
        expect.stringContaining("E-FIELD"),
      ]);
    }
    expect(await kept(here, itemId)).toEqual(before);
  });
});

describe("people from the picker", () => {
  const members = "in:decide.steering-group:members:picked";
  const chair = "in:decide.steering-group:chair:picked";
  const [anna, behzad] = [entraId("chair"), entraId("member")];
  const nobody = "99999999-9999-4999-8999-999999999999";

  test("are taken once each, whatever the case of their ids and commas between them", async () => {
    const here = await at("purposed");
    const page = await save(here, "registrar", "decide.steering-group", {
      [members]: `${anna}, ${behzad.toUpperCase()},,${anna},`,
      [chair]: anna,
    });
    expect([page.changed, told(page)]).toEqual([true, expect.not.stringContaining("E-")]);
    const values = await kept(here, "decide.steering-group");
    const { id } = here.stage;
    expect(values["members"]).toEqual([id("chair"), id("member")]);
  });

  test.each([
    ["nobody at all", ""],
    ["an unknown id", `${anna},${nobody}`],
    ["words instead of an id", `${anna},Kalle Karlsson`],
    ["somebody in no team", `${anna},${entraId("outsider")}`],
    ["a guest nobody has named", `${anna},${entraId("guest")}`],
    ["an employee", `${anna},${entraId("head")}`],
    ["only one", anna],
    [
      "two hundred",
      Array.from({ length: 200 }, (_, n) => nobody.slice(0, -3) + String(n + 100)).join(","),
    ],
  ])("with %s are refused whole", async (_name, picked) => {
    const here = await at("purposed");
    const inputs = { [members]: picked, [chair]: anna };
    const page = await save(here, "registrar", "decide.steering-group", inputs);
    expect([page.changed, told(page)]).toEqual([false, expect.stringContaining("E-FIELD")]);
    expect(await kept(here, "decide.steering-group")).toEqual({});
  });

  test("are chosen from a list, and searched for when the team is large", async () => {
    const here = await at("purposed");
    const many = Array.from({ length: 120 }, (_, n) => ({
      id: `55555555-5555-4555-8555-${String(n).padStart(12, "0")}`,
      name: `Ledamot ${n}`,
    }));
    const form = () =>
      here.open("registrar", {
        verb: "openItem",
        dialogueId: here.dialogueId,
        itemId: "decide.steering-group",
      });
    expect(JSON.stringify((await form()).card)).not.toContain("Data.Query");
    await here.stage.emulator.setBot(here.copy.bot().url);
    for (const person of many) await here.stage.emulator.person(person);
    const [team] = exampleWorld.teams;
    const ids = many.map(({ id }) => id);
    await here.stage.emulator.roster({ teamId: team?.id ?? "", add: ids });
    const page = await form();
    expect(JSON.stringify(page.card)).toContain("graph.microsoft.com/users");
    expect(Buffer.byteLength(JSON.stringify(page.card))).toBeLessThanOrEqual(MOST_CARD_BYTES);
    await here.stage.emulator.roster({ teamId: team?.id ?? "", remove: ids });
    await here.stage.emulator.setBot(here.stage.bot.url);
  });
});

describe("words", () => {
  const statement = "in:identify.statement:issueStatement";
  const purpose = "in:purpose.statement:purpose";

  test("of 60,000 characters are refused on a card that can be sent, which shows their beginning", async () => {
    const here = await at("identified");
    const page = await save(here, "chair", "purpose.statement", { [purpose]: "ö".repeat(60_000) });
    expect([page.changed, told(page)]).toEqual([false, expect.stringContaining("E-FIELD")]);
    expect(Buffer.byteLength(JSON.stringify(page.card))).toBeLessThanOrEqual(MOST_CARD_BYTES);
    const value = String(inputsOf(page.card ?? {}).find(({ id }) => id === purpose)?.["value"]);
    expect(value.length).toBeGreaterThan(5_000);
    expect(value.replaceAll("ö", "")).toBe("");
  });

  test("of a megabyte are refused before anything is read of them", async () => {
    const { presser, copy } = await at("identified");
    const parts = { type: "message", name: undefined, text: "x".repeat(1_000_000) };
    const { status, body } = await presser.send(copy.bot().url, "chair", parts);
    expect([status, copy.changed()]).toEqual([413, false]);
    expect(body).toMatchObject({ error: { code: "body-too-large" } });
  });

  test("in decomposed letters are kept composed, and the same words again are no change", async () => {
    const here = await at("identified");
    const words = "Är Åsa på ön?";
    const nfd = words.normalize("NFD");
    expect(nfd).not.toBe(words);
    const first = await save(here, "chair", "identify.statement", { [statement]: nfd }, 1);
    expect(first.changed).toBe(true);
    expect((await kept(here, "identify.statement"))["issueStatement"]).toMatchObject({
      text: words,
    });
    for (const same of [words, nfd]) {
      const again = await save(here, "chair", "identify.statement", { [statement]: same }, 2);
      expect(again.changed).toBe(false);
    }
  });

  test.each([
    ["half a character", "a\ud800b", "a\ufffdb"],
    ["zero width and marks", "a\u200b\u0301e\u20dd", undefined],
    ["an end tag and a table", "</at> | a | b |\n|---|---|", undefined],
    [
      "every control character",
      "a\u0001\u0007\u001b\u007f\u0085b",
      "a\ufffd\ufffd\ufffd\ufffd\ufffdb",
    ],
  ])(
    "with %s are kept as they are and drawn as far as they can be",
    async (_name, words, drawn) => {
      const here = await at("identified");
      const done = await save(here, "chair", "identify.statement", { [statement]: words }, 1);
      expect(done.changed).toBe(true);
      const text = words.normalize("NFC");
      expect((await kept(here, "identify.statement"))["issueStatement"]).toMatchObject({ text });
      const place = { verb: "openItem", dialogueId: here.dialogueId, itemId: "identify.statement" };
      const page = await here.open("chair", place);
      const value = inputsOf(page.card ?? {}).find(({ id }) => id === statement)?.["value"];
      expect(value).toBe(drawn ?? text);
    },
  );
});
