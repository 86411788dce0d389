import { describe, expect, test } from "vitest";
import {
  DIALOGUE_LEVELS,
  FINAL_DECISION_WORDS,
  LADDER,
  levelOf,
  suitsLevel,
} from "../../src/domain/ladder.ts";

describe("the participation ladder", () => {
  test("has five steps, each with what citizens get", () => {
    expect(
      LADDER.map(({ step, code, citizensGet }) => `${step} ${code}: ${citizensGet.sv}`),
    ).toEqual([
      "1 information: Veta",
      "2 konsultation: Tycka",
      "3 dialog: Resonera",
      "4 inflytande: Planera och genomföra",
      "5 medbeslutande: Bestämma",
    ]);
  });

  test("offers a planned dialogue every level but information, which promises nothing", () => {
    expect(DIALOGUE_LEVELS.map(({ code }) => code)).toEqual([
      "konsultation",
      "dialog",
      "inflytande",
      "medbeslutande",
    ]);
    expect(LADDER.filter(({ promise }) => promise === undefined).map(({ code }) => code)).toEqual([
      "information",
    ]);
  });

  test("promises what the invitation is to say, word for word", () => {
    expect(DIALOGUE_LEVELS.map(({ promise }) => promise?.sv)).toEqual([
      "Vi samlar in dina synpunkter och redovisar dem innan beslutet fattas.",
      "Vi resonerar tillsammans, och samtalet blir en del av underlaget.",
      "Du är med och tar fram förslag under en längre tid.",
      "Ni väljer inom den ram nämnden har bestämt. Nämnden fattar det formella beslutet och har lovat att följa resultatet inom ramen.",
    ]);
    expect(FINAL_DECISION_WORDS.sv).toBe("Det slutliga beslutet fattas av de förtroendevalda.");
  });

  test("leaves joint decision making to the board and expects two occasions of influence", () => {
    expect(LADDER.filter(({ boardOnly }) => boardOnly).map(({ code }) => code)).toEqual([
      "medbeslutande",
    ]);
    expect(
      LADDER.flatMap(({ code, expectedOccasions }) =>
        expectedOccasions ? [code, expectedOccasions] : [],
      ),
    ).toEqual(["inflytande", 2]);
  });

  test("gives each method one home and every text in both languages", () => {
    const methods = LADDER.flatMap((level) => level.methods);
    expect(new Set(methods.map(({ value }) => value)).size).toBe(methods.length);
    const texts = LADDER.flatMap(({ name, character, citizensGet, promise, methods: own }) => [
      name,
      character,
      citizensGet,
      ...(promise ? [promise] : []),
      ...own.map(({ label }) => label),
    ]);
    expect(texts.every(({ sv, en }) => sv.trim() !== "" && en.trim() !== "")).toBe(true);
  });
});

describe("a method", () => {
  test.each([
    { method: "dialogue_cafe", level: "dialog", suits: true },
    { method: "survey", level: "konsultation", suits: true },
    { method: "survey", level: "inflytande", suits: false },
    { method: "participatory_budget", level: "dialog", suits: false },
    { method: "en promenad på torget", level: "inflytande", suits: true },
  ] as const)("$method suits $level: $suits", ({ method, level, suits }) => {
    expect(suitsLevel(method, level)).toBe(suits);
  });
});

describe("a level", () => {
  test("is found by its code", () => {
    expect(levelOf("dialog").step).toBe(3);
  });

  test("that the ladder lacks is refused by name", () => {
    expect(() => levelOf("consultation")).toThrow('no level "consultation"');
  });
});
