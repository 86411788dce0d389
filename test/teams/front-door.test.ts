import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openDoor } from "./door.ts";
import { anna, channelId, olle, tenantId } from "./recording-bot.ts";

let door: Awaited<ReturnType<typeof openDoor>>;
beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.close());
beforeEach(() => {
  door.seen.length = 0;
});

test("the same press passes with a valid token", async () => {
  await door.letsIn();
  expect(door.seen[0]).toMatchObject({
    type: "invoke",
    name: "adaptiveCard/action",
    from: { aadObjectId: anna },
    conversation: { id: channelId, tenantId },
  });
  expect(await door.sentOut()).toEqual([]);
});

describe("what Teams really sends", () => {
  test.each([
    [
      "a message in a channel",
      { person: anna, kind: "message", conversation: channelId, text: "hjälp" },
      "message",
    ],
    [
      "a message in a chat",
      { person: anna, kind: "message", conversation: "personal", text: "hjälp" },
      "message",
    ],
    [
      "a press of an old client",
      { person: anna, kind: "submit", conversation: channelId, action: { data: { verb: "x" } } },
      "message",
    ],
    [
      "an opened dialog",
      { person: anna, kind: "fetch", conversation: channelId, action: { data: {} } },
      "invoke",
    ],
    [
      "a submitted dialog",
      { person: anna, kind: "dialogSubmit", conversation: channelId, action: { data: {} } },
      "invoke",
    ],
  ] as const)("%s comes in", async (_, act, type) => {
    const { status, body } = await door.emulator.act(act);
    expect({ status, body }).toMatchObject({ status: 200 });
    expect(door.seen.map((each) => each.type)).toEqual([type]);
  });

  test("the bot being installed, people coming and going and channels changing come in", async () => {
    await door.emulator.install({ teamId: "19:team@thread.tacv2", add: false });
    await door.emulator.install({ teamId: "19:team@thread.tacv2", add: true });
    await door.emulator.roster({ teamId: "19:team@thread.tacv2", add: [olle] });
    await door.emulator.roster({ teamId: "19:team@thread.tacv2", remove: [olle] });
    await door.emulator.channel({
      teamId: "19:team@thread.tacv2",
      create: { id: "19:ny@thread.tacv2", name: "Ny" },
    });
    expect(new Set(door.seen.map(({ type }) => type))).toEqual(
      new Set(["installationUpdate", "conversationUpdate"]),
    );
    const answers = await door.emulator.received();
    expect(answers.filter(({ path }) => path.startsWith("/v3/"))).toEqual([]);
  });
});
