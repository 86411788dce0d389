import { expect, test } from "vitest";
import { QUESTIONNAIRES } from "../../src/domain/evaluation/questions.ts";
import { languageFor, languagesOn, OPTIONAL_LANGUAGES } from "../../src/public/languages.ts";

const all = languagesOn(OPTIONAL_LANGUAGES);

test("Swedish and English are always on, the others only when the municipality turns them on, and nobody has reviewed those", () => {
  const told = (on: readonly string[]) =>
    languagesOn(on).map(({ code, reviewed }) => `${code} ${reviewed}`);
  expect(told([])).toEqual(["sv true", "en true"]);
  expect(told(["fi"])).toEqual(["sv true", "en true", "fi false"]);
  expect(all.map(({ code, direction }) => `${code} ${direction}`)).toEqual([
    "sv ltr",
    "en ltr",
    "ar rtl",
    "fi ltr",
  ]);
});

test("every language has its own words for every question and every choice", () => {
  for (const form of ["participant", "wave2"] as const)
    for (const question of QUESTIONNAIRES[form]) {
      const asked = all.map((language) => language.question(question));
      expect([question.id, new Set(asked).size]).toEqual([question.id, all.length]);
      const [first, ...others] = all.map((language) => language.choices(question));
      for (const choices of others) {
        expect(choices.map(({ input }) => input)).toEqual(first?.map(({ input }) => input));
        expect(choices.every(({ label }, index) => label !== first?.[index]?.label)).toBe(true);
      }
    }
});

test("every hole in a text is one that is filled in Swedish too", () => {
  const holes = (text: string) => [...text.matchAll(/\{\w+\}/gu)].map(([hole]) => hole).toSorted();
  const [swedish, ...others] = all;
  for (const { code, texts } of others)
    for (const [name, text] of Object.entries(texts))
      expect([code, name, holes(text)]).toEqual([
        code,
        name,
        holes(swedish?.texts[name as keyof typeof texts] ?? ""),
      ]);
});

test("the address decides the language, then the browser, then the dialogue; what is off is never shown", () => {
  const on = languagesOn(["ar"]);
  const code = (asked: string | null, accepted: string, usual: string) =>
    languageFor(on, asked, accepted, usual).code;
  expect(code("en", "ar", "sv")).toBe("en");
  expect(code(null, "fi-FI, ar;q=0.8, en;q=0.5", "sv")).toBe("ar");
  expect(code("fi", "de", "en")).toBe("en");
  expect(code("<script>", "", "sv")).toBe("sv");
});
