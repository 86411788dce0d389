import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Provoked } from "./codes-press.ts";
import { REFUSED } from "./codes-refused.ts";
import { WARNED } from "./codes-warned.ts";
import { type Lived, openLived } from "./lived.ts";

let lived: Lived;
beforeAll(async () => {
  lived = await openLived();
  await lived.bot.moveClock("2027-06-16T08:00:00.000Z");
});
afterAll(() => lived.close());

/** The same press by the same person, in each language. */
async function answers({ given, who, press }: Provoked) {
  // A code may be both a refusal and a warning.
  const dialogueId = randomUUID();
  await lived.live(dialogueId, given);
  const on = { ...press, data: { dialogueId, ...press.data } };
  return { sv: await lived.press(who, on, "sv"), en: await lived.press(who, on, "en") };
}

describe("every refusal says in both languages what is wrong and who can put it right", () => {
  test.each(Object.entries(REFUSED))("%s", async (code, provoked) => {
    const { sv, en } = await answers(provoked);
    expect(sv).toContain(`Kod: ${code}`);
    expect(sv).toContain(provoked.tells.sv);
    expect(en).toContain(`Code: ${code}`);
    expect(en).toContain(provoked.tells.en);
  });
});

test("E-NO-ORGANISATION says that the administrator adds it, when nobody is known to hold an office", async () => {
  const nobody = await openLived({ organisation: false });
  const start = { kind: "fetch", data: { verb: "newDialogue" } } as const;
  const [sv, en] = [await nobody.press("a", start, "sv"), await nobody.press("a", start, "en")];
  await nobody.close();
  expect(sv).toContain("Kod: E-NO-ORGANISATION");
  expect(sv).toContain("Systemförvaltaren lägger till filen med kommunens organisation.");
  expect(en).toContain("Code: E-NO-ORGANISATION");
  expect(en).toContain("The system administrator adds the file");
});

describe("every warning is given in both languages, and nothing is refused", () => {
  test.each(Object.entries(WARNED))("%s", async (code, provoked) => {
    const { sv, en } = await answers(provoked);
    expect(sv).toContain(code);
    expect(sv).toContain(provoked.tells.sv);
    expect(en).toContain(code);
    expect(en).toContain(provoked.tells.en);
  });
});
