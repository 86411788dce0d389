import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { ruleFaults, schemaFaults } from "./card-checks.ts";
import { everyCard } from "./every-card.ts";
import { LANGUAGES } from "./scenes.ts";
import { makeSchema } from "./schema/make-schema.ts";

describe.each(LANGUAGES)("every card in %s", (language) => {
  const cards = everyCard(language);

  test("is what the SDK's types say, to the last property", () => {
    const faulty = cards.map(({ name, card }) => [name, schemaFaults(card)] as const);
    expect(faulty.filter(([, faults]) => faults.length > 0)).toEqual([]);
  });

  test("keeps the rules: fallbacks, labels, unique ids, size, buttons that can be read", () => {
    const faulty = cards.map(({ name, place, card }) => [name, ruleFaults(card, place)] as const);
    expect(faulty.filter(([, faults]) => faults.length > 0)).toEqual([]);
  });

  test("shows no trace of a template or of a value that was not there", () => {
    const traces = cards.filter(({ card }) =>
      /\$\{|missing-[0-9a-f-]{36}|nothing-[0-9a-f-]{36}|\bundefined\b|\bNaN\b|\[object/u.test(
        JSON.stringify(card),
      ),
    );
    expect(traces.map(({ name }) => name)).toEqual([]);
  });

  test("has icons the emulator can draw", () => {
    const drawn = readFileSync(new URL("../../emulator/page/icons.js", import.meta.url), "utf8");
    const names = cards.flatMap(({ card }) =>
      [...JSON.stringify(card).matchAll(/"type":"Icon","name":"(\w+)"/gu)].map(([, name]) => name),
    );
    expect(names.length).toBeGreaterThan(100);
    expect([...new Set(names)].filter((name) => !drawn.includes(`\n  ${name}: {`))).toEqual([]);
  });

  test("has a name of its own", () => {
    const names = cards.map(({ name }) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  test.each(cards.filter(({ name }) => !name.startsWith("item-")))(
    "$name looks as it did when it was last read",
    async ({ name, card }) => {
      await expect(`${JSON.stringify(card, null, 1)}\n`).toMatchFileSnapshot(
        `golden/${language}/${name}.json`,
      );
    },
  );
});

describe("the schema", () => {
  test("is made from the SDK's types as they are now", () => {
    const kept = readFileSync(new URL("golden/adaptive-card.schema.json", import.meta.url), "utf8");
    expect(kept).toBe(makeSchema());
  });

  test("refuses a misspelt property, an unknown element and a wrong value, deep inside a card", () => {
    const card = (element: object) => ({
      type: "AdaptiveCard",
      body: [{ type: "Container", items: [element] }],
    });
    expect(schemaFaults(card({ type: "TextBlock", text: "a", wrap: true }))).toEqual([]);
    expect(schemaFaults(card({ type: "TextBlock", text: "a", warp: true }))).not.toEqual([]);
    expect(schemaFaults(card({ type: "TextBlok", text: "a" }))).not.toEqual([]);
    expect(schemaFaults(card({ type: "TextBlock", text: "a", size: "Huge" }))).not.toEqual([]);
  });
});
