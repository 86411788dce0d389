import { expect, test } from "vitest";
import { addressOf, createLimiter } from "../../src/public/limits.ts";
import { openSurvey } from "../support/survey.ts";

test("each address has its number of forms in a minute, all together theirs, and then the next minute begins", () => {
  let ms = 0;
  const take = createLimiter(() => ms, { eachAddress: 2, all: 5 });
  expect([take("a"), take("a"), take("a"), take("b")]).toEqual([true, true, false, true]);
  expect([take("c"), take("d"), take("e")]).toEqual([true, true, false]);
  ms = 60_000;
  expect(take("a")).toBe(true);
});

test("whom a proxy names counts only when the proxy is a neighbour of ours", () => {
  expect(addressOf("127.0.0.1", "203.0.113.1, 198.51.100.7")).toBe("198.51.100.7");
  expect(addressOf("::ffff:10.1.2.3", "198.51.100.7")).toBe("198.51.100.7");
  expect(addressOf("::1", undefined)).toBe("::1");
  expect(addressOf("203.0.113.9", "198.51.100.7")).toBe("203.0.113.9");
  expect(addressOf("172.32.0.1", "198.51.100.7")).toBe("172.32.0.1");
});

test("who sends too much is asked to wait, and others are not", async () => {
  const survey = await openSurvey({ limits: { eachAddress: 1, all: 100 } });
  try {
    const link = await survey.linkOf();
    const from = (address: string) =>
      survey.send(link, { token: "" }, { "x-forwarded-for": address });
    expect((await from("198.51.100.1")).status).toBe(422);
    const busy = await from("198.51.100.1");
    expect([busy.status, busy.headers.get("retry-after")]).toEqual([429, "60"]);
    expect(await busy.text()).toContain("Vänta en minut");
    expect((await from("198.51.100.2")).status).toBe(422);
  } finally {
    await survey.close();
  }
});
