import { createRemoteJWKSet, jwtVerify } from "jose";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openEmulator } from "../support/emulator.ts";
import {
  anna,
  botCalls,
  botId,
  cardActivity,
  channelId,
  type Heard,
  outsider,
  smallWorld,
  startStub,
  teamId,
  tenantId,
} from "./stub.ts";

let answer: (heard: Heard) => { status: number; body?: unknown };
let stub: Awaited<ReturnType<typeof startStub>>;
let emulator: Awaited<ReturnType<typeof openEmulator>>;
let call: Awaited<ReturnType<typeof botCalls>>;

beforeEach(async () => {
  answer = () => ({ status: 200, body: {} });
  stub = await startStub((heard) => answer(heard));
  emulator = await openEmulator({ world: smallWorld(), botUrl: stub.url });
  call = await botCalls(emulator.url);
});

afterEach(async () => {
  await emulator.close();
  await stub.close();
});

test("a message in a channel reaches the bot with a token that the published keys verify", async () => {
  const result = await emulator.message(anna, channelId, "hjälp");
  expect(result.status).toBe(200);
  const [heard] = stub.heard;
  expect(heard?.body).toMatchObject({
    type: "message",
    text: "<at>Dialoglotsen</at> hjälp",
    channelId: "msteams",
    serviceUrl: `${emulator.url}/`,
    from: { aadObjectId: anna, name: "Anna Öberg" },
    recipient: { id: `28:${botId}` },
    conversation: { id: channelId, conversationType: "channel", isGroup: true, tenantId },
    channelData: { tenant: { id: tenantId }, team: { id: teamId }, channel: { id: channelId } },
    locale: "sv-SE",
  });
  const keys = createRemoteJWKSet(new URL(`${emulator.url}/v1/.well-known/keys`));
  const token = heard?.authorization?.replace("Bearer ", "") ?? "";
  const { payload } = await jwtVerify(token, keys, {
    issuer: "https://api.botframework.com",
    audience: botId,
  });
  expect(payload["serviceurl"]).toBe(`${emulator.url}/`);
});

test("a message in a channel that names nobody is kept but not told to the bot", async () => {
  await emulator.message(anna, channelId, "vi ses", { mention: false });
  expect(stub.heard).toEqual([]);
  expect(await emulator.messages(channelId)).toMatchObject([{ text: "vi ses", from: anna }]);
});

test("the bot begins a thread, replies in it and edits its card", async () => {
  const created = await call("POST", "/v3/conversations", {
    isGroup: true,
    channelData: { channel: { id: channelId } },
    activity: cardActivity("Översikt"),
  });
  expect(created.status).toBe(201);
  const root = String(created.body["activityId"]);
  expect(created.body["id"]).toBe(`${channelId};messageid=${root}`);
  const thread = encodeURIComponent(String(created.body["id"]));
  const reply = await call("POST", `/v3/conversations/${thread}/activities`, {
    type: "message",
    text: "hej",
  });
  await call("PUT", `/v3/conversations/${thread}/activities/${root}`, cardActivity("Ny översikt"));
  expect(await emulator.messages(channelId)).toMatchObject([
    { id: root, edits: 1, card: cardActivity("Ny översikt").attachments[0]?.content },
    { id: reply.body["id"], rootId: root, text: "hej" },
  ]);
  expect((await emulator.received()).map((each) => [each.method, each.status])).toEqual([
    ["POST", 200],
    ["POST", 201],
    ["POST", 201],
    ["PUT", 200],
  ]);
});

test("the card that answers a press is seen by the presser only, until the next edit", async () => {
  const created = await call("POST", "/v3/conversations", {
    isGroup: true,
    channelData: { channel: { id: channelId } },
    activity: cardActivity("Steg"),
  });
  const root = String(created.body["activityId"]);
  const own = { type: "AdaptiveCard", version: "1.5", body: [] };
  answer = () => ({
    status: 200,
    body: { statusCode: 200, type: "application/vnd.microsoft.card.adaptive", value: own },
  });
  const result = await emulator.execute(anna, {
    conversation: channelId,
    activityId: root,
    verb: "do",
    data: { id: "x" },
    inputs: { done: true, who: ["a", "b"], note: "ja" },
  });
  expect(result.shown).toEqual({ kind: "card", card: own });
  expect(stub.heard[0]?.body).toMatchObject({
    type: "invoke",
    name: "adaptiveCard/action",
    replyToId: root,
    conversation: { id: `${channelId};messageid=${root}` },
    value: {
      action: {
        type: "Action.Execute",
        verb: "do",
        data: { id: "x", done: "true", who: "a,b", note: "ja" },
      },
      trigger: "manual",
    },
  });
  expect(await emulator.messages(channelId, anna)).toMatchObject([{ cardForPerson: own }]);
  expect((await emulator.messages(channelId, outsider))[0]).not.toHaveProperty("cardForPerson");
  const thread = encodeURIComponent(`${channelId};messageid=${root}`);
  await call("PUT", `/v3/conversations/${thread}/activities/${root}`, cardActivity("Nytt"));
  expect((await emulator.messages(channelId, anna))[0]).not.toHaveProperty("cardForPerson");
});

test("a 1:1 chat is made for a member of the team and refused for an outsider", async () => {
  const roster = await call("GET", `/v3/conversations/${channelId}/pagedMembers?pageSize=50`);
  const members = roster.body["members"] as { id: string; aadObjectId: string }[];
  const id = members.find((member) => member.aadObjectId === anna)?.id;
  const made = await call("POST", "/v3/conversations", { members: [{ id }], tenantId });
  expect(made.status).toBe(201);
  const posted = await call(
    "POST",
    `/v3/conversations/${String(made.body["id"])}/activities`,
    cardActivity("Hej"),
  );
  expect(posted.status).toBe(201);
  const refused = await call("POST", "/v3/conversations", {
    members: [{ id: outsider }],
    tenantId,
  });
  expect(refused).toMatchObject({
    status: 403,
    body: { error: { code: "ForbiddenOperationException" } },
  });
});

test("without an access token the Connector answers 401", async () => {
  const forged = await emulator.token();
  const refused = await call("GET", `/v3/teams/${teamId}`, undefined, forged);
  expect(refused.status).toBe(401);
  expect((await call("GET", `/v3/teams/${teamId}`)).status).toBe(200);
});
