import { afterAll, beforeAll, expect, test } from "vitest";
import { openTown, type Town } from "../support/bot.ts";

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

const get = async (path: string) => {
  const response = await fetch(`${town.bot().url}${path}`);
  return { status: response.status, text: await response.text() };
};
const moveClock = async (body: unknown) => {
  const headers = { "content-type": "application/json" };
  const response = await fetch(`${town.bot().url}/dev/clock`, {
    method: "PUT",
    headers,
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};

test("the bot says that it is alive and ready, and counts its messages", async () => {
  expect(await get("/healthz")).toMatchObject({ status: 200 });
  expect(await get("/readyz")).toEqual({ status: 200, text: '{"status":"ready"}' });
  const now = (await moveClock({ now: "2027-01-11T08:00:00Z" })).body["now"];
  expect(now).toBe("2027-01-11T08:00:00.000Z");
  expect((await get("/metrics")).text).toContain('dialoglotsen_messages{status="sent"} 1');
});

test("the development clock goes forward, stands still and is kept", async () => {
  expect(await moveClock({ now: "2027-01-12T08:00:00Z" })).toMatchObject({ status: 200 });
  expect(await moveClock({ now: "2027-01-11T08:00:00Z" })).toMatchObject({ status: 409 });
  expect(await moveClock({ now: "the day after tomorrow" })).toMatchObject({ status: 400 });
  await town.restart("kill");
  expect(JSON.parse((await get("/dev/clock")).text)).toEqual({ now: "2027-01-12T08:00:00.000Z" });
});
