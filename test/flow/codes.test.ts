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
async function answers(code: string, { given, who, press }: Provoked) {
  const dialogueId = `d-${code}`;
  await lived.live(dialogueId, given);
  const on = { ...press, data: { dialogueId, ...press.data } };
  return { sv: await lived.press(who, on, "sv"), en: await lived.press(who, on, "en") };
}

describe("every refusal says in both languages what is wrong and who can put it right", () => {
  test.each(Object.entries(REFUSED))("%s", async (code, provoked) => {
    const { sv, en } = await answers(code, provoked);
    expect(sv).toContain(`Kod: ${code}`);
    expect(sv).toContain(provoked.tells.sv);
    expect(en).toContain(`Code: ${code}`);
    expect(en).toContain(provoked.tells.en);
  });
});

describe("every warning is given in both languages, and nothing is refused", () => {
  test.each(Object.entries(WARNED))("%s", async (code, provoked) => {
    const { sv, en } = await answers(code, provoked);
    expect(sv).toContain(code);
    expect(sv).toContain(provoked.tells.sv);
    expect(en).toContain(code);
    expect(en).toContain(provoked.tells.en);
  });
});
