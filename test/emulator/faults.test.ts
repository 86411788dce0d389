import { afterEach, beforeEach, expect, test } from "vitest";
import { openEmulator } from "../support/emulator.ts";
import { botCalls, cardActivity, channelId, smallWorld, tenantId } from "./stub.ts";

let emulator: Awaited<ReturnType<typeof openEmulator>>;
let call: Awaited<ReturnType<typeof botCalls>>;
const path = `/v3/conversations/${channelId}/activities`;

beforeEach(async () => {
  emulator = await openEmulator({ world: smallWorld() });
  await emulator.limits(false);
  call = await botCalls(emulator.url);
});

afterEach(() => emulator.close());

async function texts(): Promise<unknown[]> {
  return (await emulator.messages(channelId)).map((message) => message.text);
}

test("a 429 is given as often as ordered, with the header as written, and delivers nothing", async () => {
  await emulator.fault({
    match: { method: "POST", conversationId: channelId },
    times: 2,
    answer: { status: 429, retryAfter: "abc" },
  });
  const post = () => call("POST", path, { type: "message", text: "hej" });
  expect(await post()).toMatchObject({ status: 429, retryAfter: "abc" });
  expect((await post()).status).toBe(429);
  expect(await texts()).toEqual([]);
  expect((await post()).status).toBe(201);
  expect(await texts()).toEqual(["hej"]);
  const received = (await emulator.received()).filter((each) => each.path.startsWith("/v3"));
  expect(received.map((each) => [each.status, each.applied])).toEqual([
    [429, false],
    [429, false],
    [201, true],
  ]);
});

test("a 500 with delivery is answered 500 though the message is there", async () => {
  await emulator.fault({ answer: { status: 500, deliver: true } });
  const answer = await call("POST", path, { type: "message", text: "kom fram" });
  expect(answer.status).toBe(500);
  expect(await texts()).toEqual(["kom fram"]);
});

test("a connection closed after delivery gives no answer though the message is there", async () => {
  await emulator.fault({ answer: { closeAfterDeliver: true } });
  await expect(call("POST", path, { type: "message", text: "tyst" })).rejects.toThrow(
    "fetch failed",
  );
  expect(await texts()).toEqual(["tyst"]);
  expect((await emulator.received()).at(-1)).toMatchObject({ status: 0, applied: true });
});

test("silence takes the call and never answers", async () => {
  await emulator.fault({ match: { pathIncludes: "/activities" }, answer: { silent: true } });
  const patience = new AbortController();
  const asked = fetch(`${emulator.url}${path}`, {
    method: "POST",
    body: "{}",
    signal: patience.signal,
  });
  await expect
    .poll(async () => (await emulator.received()).at(-1))
    .toMatchObject({ method: "POST", status: 0, applied: false });
  patience.abort();
  await expect(asked).rejects.toThrow("aborted");
});

test("an answer can be empty, HTML, or of any code", async () => {
  await emulator.fault({ answer: { status: 200, body: {}, deliver: true } });
  expect(await call("POST", path, cardActivity("Utan id"))).toMatchObject({
    status: 200,
    body: {},
  });
  await emulator.fault({ answer: { status: 502, body: "<html>nej</html>" } });
  const html = await fetch(`${emulator.url}${path}`, { method: "POST", body: "{}" });
  expect([html.status, await html.text()]).toEqual([502, "<html>nej</html>"]);
  await emulator.fault({
    answer: { status: 403, body: { error: { code: "ConversationBlockedByUser" } } },
  });
  expect(await call("POST", path, cardActivity("Hej"))).toMatchObject({
    status: 403,
    body: { error: { code: "ConversationBlockedByUser" } },
  });
});

test("the keys and the token endpoint fail when told to, and a cleared fault is gone", async () => {
  await emulator.fault({ match: { pathIncludes: "/.well-known/keys" }, answer: { status: 503 } });
  await emulator.fault({
    match: { pathIncludes: "/oauth2/" },
    answer: { status: 400, body: { error: "invalid_client" } },
  });
  const keys = () => fetch(`${emulator.url}/v1/.well-known/keys`);
  expect((await keys()).status).toBe(503);
  expect((await keys()).status).toBe(200);
  await emulator.clearFaults();
  const token = await fetch(`${emulator.url}/${tenantId}/oauth2/v2.0/token`, { method: "POST" });
  expect(((await token.json()) as { error: unknown }).error).toMatchObject({
    code: "invalid_request",
  });
});

test("a fault with an unknown key is refused", async () => {
  const wrong = { answer: { stauts: 500 } } as unknown as Parameters<typeof emulator.fault>[0];
  await expect(emulator.fault(wrong)).rejects.toThrow(/400/);
});
