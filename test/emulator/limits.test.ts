import { afterAll, beforeAll, expect, test } from "vitest";
import { Refusal } from "../../emulator/http.ts";
import { Limits } from "../../emulator/limits.ts";
import { openEmulator } from "../support/emulator.ts";
import { botCalls, cardActivity, channelId, smallWorld } from "./stub.ts";

let emulator: Awaited<ReturnType<typeof openEmulator>>;
let call: Awaited<ReturnType<typeof botCalls>>;

beforeAll(async () => {
  emulator = await openEmulator({ world: smallWorld() });
  call = await botCalls(emulator.url);
});

afterAll(() => emulator.close());

/** How many calls pass at each of the instants given, one tried after another until one is refused. */
function passed(instants: number[], tries = 100) {
  let now = 0;
  const limits = new Limits(() => now);
  return instants.map((instant) => {
    now = instant;
    for (let count = 0; count < tries; count++) {
      try {
        limits.count("send", "one");
      } catch (error) {
        return { count, retryAfter: (error as Refusal).retryAfterSeconds };
      }
    }
    return { count: tries, retryAfter: undefined };
  });
}

test("seven sends pass in a second, eight in two", () => {
  expect(passed([10_000, 11_001])).toEqual([
    { count: 7, retryAfter: 1 },
    { count: 1, retryAfter: 1 },
  ]);
});

test("sixty sends pass in thirty seconds, and the answer says how long to wait", () => {
  const instants = Array.from({ length: 9 }, (_, index) => 10_000 + index * 2_100);
  const result = passed(instants);
  expect(result.map((each) => each.count)).toEqual([7, 7, 7, 7, 7, 7, 7, 7, 4]);
  expect(result.at(-1)?.retryAfter).toBe(14);
});

test("eighteen hundred sends pass in an hour", () => {
  const instants = Array.from({ length: 600 }, (_, index) => 10_000 + index * 4_300);
  const total = passed(instants).reduce((sum, each) => sum + each.count, 0);
  expect(total).toBe(1800);
});

test("conversations are counted apart, the whole app together", () => {
  const limits = new Limits(() => 10_000);
  for (let count = 0; count < 7; count++) limits.count("send", "one");
  expect(() => limits.count("send", "two")).not.toThrow();
  for (let count = 0; count < 50; count++) limits.countApp();
  expect(() => limits.countApp()).toThrow(Refusal);
});

test("sends and edits of a channel are counted together over HTTP and answered 429 with Retry-After", async () => {
  const created = await call("POST", "/v3/conversations", {
    isGroup: true,
    channelData: { channel: { id: channelId } },
    activity: cardActivity("Rot"),
  });
  const thread = encodeURIComponent(String(created.body["id"]));
  const path = `/v3/conversations/${thread}/activities`;
  const answers = await Promise.all(
    Array.from({ length: 9 }, (_, index) =>
      index % 2 === 0
        ? call("POST", path, cardActivity(`Svar ${index}`))
        : call("PUT", `${path}/${String(created.body["activityId"])}`, cardActivity("Ny rot")),
    ),
  );
  const refused = answers.filter((answer) => answer.status === 429);
  expect(refused.length).toBe(3);
  for (const each of refused) expect(Number(each.retryAfter)).toBeGreaterThanOrEqual(1);
  await emulator.limits(false);
  expect((await call("POST", path, cardActivity("Utan gräns"))).status).toBe(201);
});
