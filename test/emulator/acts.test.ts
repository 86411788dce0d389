import { createServer } from "node:http";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openEmulator } from "../support/emulator.ts";
import {
  anna,
  bertil,
  botCalls,
  cardActivity,
  channelId,
  gisela,
  type Heard,
  outsider,
  smallWorld,
  startStub,
  teamId,
} from "./stub.ts";

let answer: (heard: Heard) => { status: number; body?: unknown };
let stub: Awaited<ReturnType<typeof startStub>>;
let emulator: Awaited<ReturnType<typeof openEmulator>>;
let card: { conversation: string; activityId: string };

beforeEach(async () => {
  answer = () => ({ status: 200, body: {} });
  stub = await startStub((heard) => answer(heard));
  emulator = await openEmulator({ world: smallWorld(), botUrl: stub.url });
  const call = await botCalls(emulator.url);
  const created = await call("POST", "/v3/conversations", {
    isGroup: true,
    channelData: { channel: { id: channelId } },
    activity: cardActivity("Kort"),
  });
  card = { conversation: channelId, activityId: String(created.body["activityId"]) };
});

afterEach(async () => {
  await emulator.close();
  await stub.close();
});

const dialogCard = { type: "AdaptiveCard", version: "1.5", body: [] };
const dialog = (content: unknown) => ({
  task: {
    type: "continue",
    value: {
      title: "Punkt",
      height: "medium",
      width: 500,
      card: { contentType: "application/vnd.microsoft.card.adaptive", content },
    },
  },
});

describe("dialogs", () => {
  test("task/fetch is sent with the data of the button and opens what is answered", async () => {
    answer = () => ({ status: 200, body: dialog(dialogCard) });
    const result = await emulator.fetch(anna, {
      ...card,
      data: { msteams: { type: "task/fetch" }, item: "i1" },
    });
    expect(result.shown).toMatchObject({
      kind: "dialog",
      title: "Punkt",
      width: 500,
      card: dialogCard,
    });
    expect(stub.heard[0]?.body).toMatchObject({
      type: "invoke",
      name: "task/fetch",
      replyToId: card.activityId,
      value: { data: { msteams: { type: "task/fetch" }, item: "i1" } },
    });
  });

  test("task/submit goes on, tells something, or closes on an empty answer", async () => {
    const submit = () => emulator.dialogSubmit(anna, { ...card, data: {}, inputs: { a: "1" } });
    answer = () => ({ status: 200, body: dialog(dialogCard) });
    expect((await submit()).shown.kind).toBe("dialog");
    answer = () => ({ status: 200, body: { task: { type: "message", value: "Sparat" } } });
    expect((await submit()).shown).toEqual({ kind: "dialogMessage", text: "Sparat" });
    answer = () => ({ status: 200 });
    expect((await submit()).shown).toEqual({ kind: "dialogClosed" });
    expect(stub.heard[0]?.body).toMatchObject({ name: "task/submit", value: { data: { a: "1" } } });
  });

  test("nothing but task/fetch opens a dialog, and an empty answer to it is a fault", async () => {
    answer = () => ({ status: 200, body: dialog(dialogCard) });
    const pressed = await emulator.execute(anna, { ...card, verb: "open", data: {} });
    expect(pressed.shown.kind).toBe("error");
    answer = () => ({ status: 200, body: {} });
    expect((await emulator.fetch(anna, { ...card, data: {} })).shown.kind).toBe("error");
  });

  test("a dialog's card above the limit is a fault", async () => {
    answer = () => ({
      status: 200,
      body: dialog({ ...dialogCard, body: [{ type: "TextBlock", text: "x".repeat(29_000) }] }),
    });
    expect((await emulator.fetch(anna, { ...card, data: {} })).shown.kind).toBe("error");
  });
});

describe("presses", () => {
  test("a text is a note, an error code is a fault, and a bare 500 too", async () => {
    const press = () => emulator.execute(anna, { ...card, data: {} });
    const type = "application/vnd.microsoft.activity.message";
    answer = () => ({ status: 200, body: { statusCode: 200, type, value: "Tack" } });
    expect((await press()).shown).toEqual({ kind: "note", text: "Tack" });
    const error = { code: "BadRequest", message: "Nej" };
    answer = () => ({
      status: 200,
      body: { statusCode: 400, type: "application/vnd.microsoft.error", value: error },
    });
    expect((await press()).shown).toMatchObject({ kind: "error", text: "Något gick fel. Nej" });
    for (const body of [{}, undefined, { statusCode: 200, type: "other", value: 1 }]) {
      answer = () => ({ status: 200, body });
      expect((await press()).shown.kind).toBe("error");
    }
    answer = () => ({ status: 500 });
    expect(await press()).toMatchObject({ status: 500, shown: { kind: "error" } });
  });

  test("an old client's press arrives as a message with the value", async () => {
    await emulator.submit(anna, { ...card, data: { id: "x" }, inputs: { note: "hej" } });
    expect(stub.heard[0]?.body).toMatchObject({
      type: "message",
      value: { id: "x", note: "hej" },
      replyToId: card.activityId,
      conversation: { id: `${channelId};messageid=${card.activityId}` },
    });
    expect(stub.heard[0]?.body).not.toHaveProperty("text");
  });

  test("a press can be automatic, repeated under one id, in another language, and changed in any part", async () => {
    await emulator.execute(anna, {
      ...card,
      data: {},
      trigger: "automatic",
      activityKey: "f:same",
      locale: "en-US",
      activity: { from: { aadObjectId: null, name: "X" }, extra: 1 },
    });
    const body = stub.heard[0]?.body;
    expect(body).toMatchObject({
      id: "f:same",
      locale: "en-US",
      value: { trigger: "automatic" },
      from: { name: "X" },
      extra: 1,
    });
    expect(body?.["from"]).not.toHaveProperty("aadObjectId");
  });

  test("twenty-five presses at once are all under way before the first is answered", async () => {
    let waiting = 0;
    let most = 0;
    const release: (() => void)[] = [];
    const server = createServer((request, response) => {
      request.resume();
      waiting += 1;
      most = Math.max(most, waiting);
      release.push(() => response.end("{}"));
      if (waiting === 25) for (const go of release) go();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    await emulator.setBot(`http://127.0.0.1:${port}`);
    await Promise.all(
      Array.from({ length: 25 }, () => emulator.execute(anna, { ...card, data: {} })),
    );
    expect(most).toBe(25);
    server.closeAllConnections();
    server.close();
  });

  test("a bot that is away gives status 0 and a fault, not an exception", async () => {
    await stub.close();
    const result = await emulator.execute(anna, { ...card, data: {} });
    expect(result).toMatchObject({ status: 0, shown: { kind: "error" } });
  });

  test("an activity can be built with its token and not sent", async () => {
    const { activity, token } = await emulator.activity({
      person: bertil,
      kind: "execute",
      ...card,
      action: { data: { id: "x" } },
    });
    expect(activity).toMatchObject({ locale: "en-GB", name: "adaptiveCard/action" });
    expect(token.split(".").length).toBe(3);
    expect(stub.heard).toEqual([]);
  });
});

describe("events", () => {
  test("people who come and go are told to the bot, once", async () => {
    await emulator.roster({ teamId, add: [outsider] });
    await emulator.roster({ teamId, add: [outsider] });
    await emulator.roster({ teamId, remove: [gisela, outsider], by: bertil });
    expect(stub.heard.map((each) => each.body)).toMatchObject([
      {
        type: "conversationUpdate",
        membersAdded: [{ aadObjectId: outsider }],
        channelData: { eventType: "teamMemberAdded", team: { id: teamId, name: "Granåsa kommun" } },
      },
      {
        membersRemoved: [{ aadObjectId: gisela }, { aadObjectId: outsider }],
        from: { aadObjectId: bertil },
      },
    ]);
    expect(stub.heard.length).toBe(2);
  });

  test("installing in a team and for a person sends both events, and taking away too", async () => {
    await emulator.install({ teamId, add: false });
    await emulator.install({ personId: outsider, add: true });
    expect(stub.heard.map((each) => each.body)).toMatchObject([
      { type: "conversationUpdate", membersRemoved: [{ name: "Dialoglotsen" }] },
      { type: "installationUpdate", action: "remove", channelData: { team: { id: teamId } } },
      { type: "conversationUpdate", conversation: { conversationType: "personal" } },
      { type: "installationUpdate", action: "add", from: { aadObjectId: outsider } },
    ]);
    await emulator.roster({ teamId, add: [outsider] });
    expect(stub.heard.length).toBe(4);
  });

  test("channels and teams that are made, renamed and deleted are told to the bot", async () => {
    const id = "19:new@thread.tacv2";
    await emulator.channel({ teamId, create: { id, name: "Ny" } });
    await emulator.channel({ teamId, rename: { id, name: "Nyare" } });
    await emulator.channel({ teamId, delete: id });
    await emulator.team({ teamId, rename: "Granåsa" });
    await emulator.team({ teamId, delete: true });
    expect(stub.heard.map((each) => each.body["channelData"])).toMatchObject([
      { eventType: "channelCreated", channel: { id, name: "Ny" } },
      { eventType: "channelRenamed", channel: { id, name: "Nyare" } },
      { eventType: "channelDeleted", channel: { id } },
      { eventType: "teamRenamed", team: { name: "Granåsa" } },
      { eventType: "teamDeleted" },
    ]);
    expect(await emulator.conversations()).toEqual([]);
    expect((await emulator.messages(channelId)).length).toBe(1);
  });
});
