import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openEmulator } from "../support/emulator.ts";
import {
  anna,
  bertil,
  botCalls,
  cardActivity,
  channelId,
  gisela,
  outsider,
  smallWorld,
  teamId,
  tenantId,
} from "./stub.ts";

const lonelyTeam = "19:lonely@thread.tacv2";
let emulator: Awaited<ReturnType<typeof openEmulator>>;
let call: Awaited<ReturnType<typeof botCalls>>;

beforeAll(async () => {
  const world = smallWorld();
  world.teams.push({
    id: lonelyTeam,
    aadGroupId: "eeeeeeee-eeee-4eee-8eee-eeeeeeeeeeee",
    name: "Utan boten",
    channels: [{ id: lonelyTeam, name: null }],
    members: [anna],
  });
  emulator = await openEmulator({ world });
  await emulator.limits(false);
  call = await botCalls(emulator.url);
});

afterAll(() => emulator.close());

async function root(): Promise<{ thread: string; id: string }> {
  const created = await call("POST", "/v3/conversations", {
    isGroup: true,
    channelData: { channel: { id: channelId } },
    activity: cardActivity("Rot"),
  });
  return {
    thread: encodeURIComponent(String(created.body["id"])),
    id: String(created.body["activityId"]),
  };
}

function errorOf(answer: { body: Record<string, unknown> }): string {
  return (answer.body["error"] as { code: string }).code;
}

function bigCard(bytes: number) {
  const empty = cardActivity("").attachments[0]?.content;
  return cardActivity("x".repeat(bytes - JSON.stringify(empty).length));
}

describe("what Teams refuses is refused", () => {
  test("text beside a card is split in two when posted, and answered without an id", async () => {
    const { thread, id } = await root();
    const both = cardActivity("Kort", { text: "Text" });
    const posted = await call("POST", `/v3/conversations/${thread}/activities`, both);
    expect(posted).toMatchObject({ status: 201, body: {} });
    expect(posted.body).not.toHaveProperty("id");
    const replies = await emulator.messages(`${channelId};messageid=${id}`);
    expect(replies.slice(1)).toMatchObject([{ text: "Text" }, { card: { type: "AdaptiveCard" } }]);
  });

  test("text beside a card is refused on update and when a thread is created, and nothing changes", async () => {
    const { thread, id } = await root();
    const both = cardActivity("Kort", { text: "Text" });
    const updated = await call("PUT", `/v3/conversations/${thread}/activities/${id}`, both);
    const created = await call("POST", "/v3/conversations", {
      isGroup: true,
      channelData: { channel: { id: channelId } },
      activity: both,
    });
    for (const refused of [updated, created])
      expect(refused).toMatchObject({
        status: 400,
        body: {
          error: {
            code: "BadSyntax",
            message: "Activity resulted into multiple skype activities",
          },
        },
      });
    expect((await emulator.messages(`${channelId};messageid=${id}`))[0]).toMatchObject({
      edits: 0,
    });
  });

  test("a card of 28,672 bytes is taken and one byte more is refused", async () => {
    const { thread, id } = await root();
    const path = `/v3/conversations/${thread}/activities`;
    expect((await call("POST", path, bigCard(28_672))).status).toBe(201);
    const refused = [
      await call("POST", path, bigCard(28_673)),
      await call("PUT", `${path}/${id}`, bigCard(28_673)),
    ];
    for (const each of refused) {
      expect(each.status).toBe(413);
      expect(errorOf(each)).toBe("MessageSizeTooBig");
    }
  });

  test("an unknown, a deleted and somebody else's message cannot be edited", async () => {
    const { thread, id } = await root();
    const path = `/v3/conversations/${thread}/activities`;
    const unknown = await call("PUT", `${path}/1`, cardActivity("Nytt"));
    expect([unknown.status, errorOf(unknown)]).toEqual([404, "ActivityNotFoundInConversation"]);
    const reply = await call("POST", path, { type: "message", text: "hej" });
    await call("DELETE", `${path}/${String(reply.body["id"])}`);
    const gone = await call("PUT", `${path}/${String(reply.body["id"])}`, cardActivity("Nytt"));
    expect(gone.status).toBe(404);
    const written = await emulator.message(anna, `${channelId};messageid=${id}`, "mitt", {
      mention: false,
    });
    const others = await call("PUT", `${path}/${written.messageId}`, cardActivity("Nytt"));
    expect([others.status, errorOf(others)]).toEqual([403, "NotEnoughPermissions"]);
  });

  test("an unknown conversation, an unknown thread and a team without the bot are refused", async () => {
    const post = (id: string) =>
      call("POST", `/v3/conversations/${encodeURIComponent(id)}/activities`, cardActivity("Hej"));
    const unknown = await post("19:nowhere@thread.tacv2");
    expect([unknown.status, errorOf(unknown)]).toEqual([404, "ConversationNotFound"]);
    const thread = await post(`${channelId};messageid=1`);
    expect([thread.status, errorOf(thread)]).toEqual([404, "ConversationNotFound"]);
    const lonely = await post(lonelyTeam);
    expect([lonely.status, errorOf(lonely)]).toEqual([403, "BotNotInConversationRoster"]);
  });

  test("a group chat, another tenant and a foreign user id are refused", async () => {
    const create = (body: unknown) => call("POST", "/v3/conversations", body);
    const group = await create({ members: [{ id: anna }, { id: bertil }], tenantId });
    expect(group.status).toBe(403);
    expect((await create({ members: [{ id: anna }], tenantId: "other" })).status).toBe(400);
    expect((await create({ members: [{ id: "29:unknown" }], tenantId })).status).toBe(400);
    expect((await create({ tenantId })).status).toBe(400);
  });

  test("a message without text and card is refused; typing is taken and leaves no message", async () => {
    const { thread } = await root();
    const path = `/v3/conversations/${thread}/activities`;
    expect((await call("POST", path, { type: "message" })).status).toBe(400);
    const before = (await emulator.messages(channelId)).length;
    expect((await call("POST", path, { type: "typing" })).status).toBe(201);
    expect((await emulator.messages(channelId)).length).toBe(before);
  });
});

describe("what Teams tells about people and teams is told", () => {
  test("the roster has roles, tenants and directory ids, and pages of at least fifty", async () => {
    const answer = await call("GET", `/v3/conversations/${channelId}/pagedMembers?pageSize=1`);
    expect(answer.body["continuationToken"]).toBeUndefined();
    expect(answer.body["members"]).toMatchObject([
      { aadObjectId: anna, name: "Anna Öberg", surname: "Öberg", userRole: "user", tenantId },
      { aadObjectId: bertil },
      { aadObjectId: gisela, userRole: "guest", tenantId: "other-tenant" },
    ]);
  });

  test("a long roster comes in pages that together name everybody once", async () => {
    const ids = Array.from({ length: 100 }, (_, index) => `many-${index}`);
    for (const id of ids) await emulator.person({ id, name: `Person ${id}` });
    await emulator.roster({ teamId: lonelyTeam, add: ids });
    await emulator.install({ teamId: lonelyTeam, add: true });
    const seen: string[] = [];
    let token: string | undefined = "0";
    while (token !== undefined) {
      const page: { body: Record<string, unknown> } = await call(
        "GET",
        `/v3/conversations/${lonelyTeam}/pagedMembers?pageSize=50&continuationToken=${token}`,
      );
      seen.push(
        ...(page.body["members"] as { aadObjectId: string }[]).map((each) => each.aadObjectId),
      );
      const next = page.body["continuationToken"];
      token = typeof next === "string" ? next : undefined;
    }
    expect(seen).toEqual([anna, ...ids]);
    await emulator.install({ teamId: lonelyTeam, add: false });
  });

  test("one member is found by either id, and an outsider is not", async () => {
    const path = `/v3/conversations/${channelId}/members`;
    const found = await call("GET", `${path}/${anna}`);
    expect(found.body).toMatchObject({ aadObjectId: anna });
    expect((await call("GET", `${path}/${String(found.body["id"])}`)).status).toBe(200);
    expect((await call("GET", `${path}/${outsider}`)).status).toBe(404);
  });

  test("a team tells its name and channels, and the general channel has no name", async () => {
    expect((await call("GET", `/v3/teams/${teamId}`)).body).toMatchObject({
      id: teamId,
      name: "Granåsa kommun",
    });
    expect((await call("GET", `/v3/teams/${teamId}/conversations`)).body).toMatchObject({
      conversations: [
        { id: teamId, name: null },
        { id: channelId, name: "Stationstorget" },
      ],
    });
  });

  test("a 1:1 chat made twice has one id, and works after the person has left only with the app", async () => {
    const create = () => call("POST", "/v3/conversations", { members: [{ id: bertil }], tenantId });
    const first = await create();
    expect((await create()).body["id"]).toBe(first.body["id"]);
    const path = `/v3/conversations/${String(first.body["id"])}/activities`;
    await emulator.roster({ teamId, remove: [bertil] });
    const refused = await call("POST", path, cardActivity("Hej"));
    expect([refused.status, errorOf(refused)]).toEqual([403, "BotNotInConversationRoster"]);
    await emulator.install({ personId: bertil, add: true });
    expect((await call("POST", path, cardActivity("Hej"))).status).toBe(201);
  });
});
