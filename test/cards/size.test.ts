import { describe, expect, test } from "vitest";
import { itemPages, registerPages, triagePages } from "../../src/cards/forms/pages.ts";
import { partsOf } from "../../src/cards/forms/prefill.ts";
import { bytesOf, MOST_CARD_BYTES } from "../../src/cards/render.ts";
import { screenRefused } from "../../src/cards/screens.ts";
import { template } from "../support/given.ts";
import { nodesOf, ruleFaults, schemaFaults } from "./card-checks.ts";
import { everyCard } from "./every-card.ts";
import { everyPage, shown, viewsFilledWith, widest, wordy } from "./full.ts";
import { sceneView } from "./scenes.ts";

describe("with everything filled in to its limit", () => {
  test.each([
    ["the widest characters", widest],
    ["ordinary words", wordy],
  ])("of %s, every card is small enough to send and keeps the rules", (_what, fill) => {
    const faulty = everyCard("sv", viewsFilledWith(fill, 140)).map(
      ({ name, place, card }) =>
        [name, [...ruleFaults(card, place), ...schemaFaults(card)]] as const,
    );
    expect(faulty.filter(([, faults]) => faults.length > 0)).toEqual([]);
  });

  test.each([
    ["triaged", "a"],
    ["drafted", "reg"],
    ["appointed", "tjp"],
  ] as const)("so is every page of every form, when %s, for %s", (scene, viewer) => {
    const view = viewsFilledWith(widest, 140)(scene, viewer);
    for (const { name, opening } of everyPage(view))
      expect([name, ruleFaults(shown(view, opening), "dialog")]).toEqual([name, []]);
  });
});

test("a page asks for at most eight things, one of them long", () => {
  const view = sceneView("sv")("appointed", "tjp");
  const pages = [
    ...template.steps.flatMap(({ items }) => items.flatMap((item) => itemPages(view, item))),
    ...registerPages(view),
    ...triagePages(view),
  ];
  for (const page of pages) {
    if (page.kind === "rows") continue;
    const inputs = page.fields.flatMap(({ field }) => partsOf(field));
    const long = page.fields.filter(({ field }) => field.type === "longtext");
    expect(inputs.length).toBeLessThanOrEqual(8);
    expect(long.length).toBeLessThanOrEqual(1);
  }
  expect(pages.length).toBeGreaterThan(80);
});

describe("words too long for their field", () => {
  const view = sceneView("sv")("purposed", "a");
  const save: Parameters<typeof screenRefused>[1]["action"] = {
    verb: "saveItem",
    dialogueId: "dialogue-1",
    itemId: "purpose.statement",
    page: 0,
    revisions: { "purpose.statement": 1 },
    asked: ["in:purpose.statement:purpose"],
    after: "close",
  };
  const tooLong = (actual: number) =>
    [
      {
        code: "E-FIELD",
        faults: [
          { itemId: "purpose.statement", field: "purpose", fault: "tooLong", limit: 5_000, actual },
        ],
      },
    ] as const;
  const refused = (written: string) =>
    screenRefused(
      view,
      { action: save, inputs: { "in:purpose.statement:purpose": written } },
      tooLong(written.length),
      "new-1",
    );
  const valueIn = (card: object) =>
    nodesOf(card).find(({ node }) => node.id === "in:purpose.statement:purpose")?.node.value;

  test("come back whole in the form, with the limit and the length beside them", () => {
    const written = "x".repeat(10_000);
    const card = refused(written);
    expect(valueIn(card)).toBe(written);
    expect(JSON.stringify(card)).toContain("Högst 5\u00a0000 tecken. Det här är 10\u00a0000.");
  });

  test("that no card can hold come back as far as there is room, and that is said", () => {
    const written = "漢".repeat(20_000);
    const card = refused(written);
    expect(bytesOf(card)).toBeLessThanOrEqual(MOST_CARD_BYTES);
    expect(written.startsWith(String(valueIn(card)))).toBe(true);
    expect(JSON.stringify(card)).toContain("Hela texten får inte plats här.");
  });
});
