import { describe, expect, test } from "vitest";
import { neutral, shortened } from "../../src/cards/drawable.ts";
import { formatsOf } from "../../src/cards/formats.ts";

describe("a name in a heading", () => {
  test.each([
    ["4. Planering", /^\d+\.\s/u],
    ["- punkt", /^[-+*]\s/u],
    ["[länk](https://evil.example)", /\[[^\]]*\]\(/u],
    ["**fet** _kursiv_", /[*_]/u],
    ["# rubrik", /^#/u],
    ["<at>Anna</at>", /[<>]/u],
    ["{{DATE(2026-01-01)}}", /\{\{/u],
    ["{{{DATE(2026-01-01)}}", /\{\{/u],
    ["se https://evil.example och www.evil.example", /:\/\/|www\./u],
    ["anna@evil.example", /\w@\w/u],
    ["rad1\nrad2", /\n/u],
    ["RTL \u202eabc", /[\u202a-\u202e]/u],
  ])("%j is read by no Markdown", (name, read) => {
    expect(name).toMatch(read);
    expect(neutral(name)).not.toMatch(read);
  });

  test("that is ordinary stays as it is", () => {
    for (const name of ["Otrygghet på Stationstorget", "Bo Öst-Åkesson", "Skola 7–9 (norra)"])
      expect(neutral(name)).toBe(name);
  });
});

describe("a shortened text", () => {
  test("is cut between characters, never inside one, and says so", () => {
    expect(shortened("👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧", 12)).toBe("👩‍👩‍👧…");
    expect(shortened("abc", 3)).toBe("abc");
    expect(shortened("abcd", 3)).toBe("ab…");
  });

  test("stays small when one character is built of thousands", () => {
    expect(shortened(`a${"\u0301".repeat(9_000)}`, 80).length).toBeLessThan(300);
  });
});

describe("dates, times and numbers", () => {
  const sv = formatsOf("sv");
  const en = formatsOf("en");

  test("are written as the glossary says, unbroken", () => {
    expect(sv.date("2027-01-26")).toBe("tisdag 26\u00a0januari 2027");
    expect(sv.time("2027-01-26T17:00:00.000Z")).toBe("kl.\u00a018.00");
    expect(sv.money(150_000)).toBe("150\u00a0000\u00a0kr");
    expect(sv.day("2027-03-20")).toBe("20\u00a0mars");
    expect(en.money(150_000)).toBe("SEK\u00a0150,000");
  });

  test("follow the clock in Sweden, also where another day has begun", () => {
    expect(sv.moment("2027-06-30T22:30:00.000Z")).toBe("1\u00a0juli 2027 kl.\u00a000.30");
  });

  test("count in the singular and the plural", () => {
    expect([0, 1, 2].map((count) => sv.counted(count, "punkt", "punkter"))).toEqual([
      "0\u00a0punkter",
      "1\u00a0punkt",
      "2\u00a0punkter",
    ]);
  });

  test("are listed with a word before the last", () => {
    expect(sv.and(["a", "b", "c"])).toBe("a, b och c");
    expect(en.or(["a", "b"])).toBe("a or b");
  });
});
