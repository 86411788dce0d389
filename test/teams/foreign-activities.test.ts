import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { type Activity, type Attempt, merged, openDoor } from "./door.ts";
import { anna, otherTenantId, tenantId } from "./recording-bot.ts";

let door: Awaited<ReturnType<typeof openDoor>>;
beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.close());

describe("an activity that is not Teams' own from a tenant we serve", () => {
  const serviceUrl = (url: string) => ({
    token: { claims: { serviceurl: url } },
    change: (activity: Activity) => ({ ...activity, serviceUrl: url }),
  });
  const tenants = (conversation: string | null, channelData: string | null) => ({
    change: (activity: Activity) =>
      merged(merged(activity, "conversation", { tenantId: conversation }), "channelData", {
        tenant: channelData === null ? null : { id: channelData },
      }),
  });
  const without = (part: string) => (activity: Activity) =>
    Object.fromEntries(Object.entries(activity).filter(([name]) => name !== part));
  const rows: [string, Attempt, number, string][] = [
    [
      "of another channel: directline",
      { change: (a) => ({ ...a, channelId: "directline" }) },
      403,
      "wrong-channel",
    ],
    [
      "of another channel: emulator",
      { change: (a) => ({ ...a, channelId: "emulator" }) },
      403,
      "wrong-channel",
    ],
    [
      "of another channel: webchat",
      { change: (a) => ({ ...a, channelId: "webchat" }) },
      403,
      "wrong-channel",
    ],
    ["of another tenant", tenants(otherTenantId, otherTenantId), 403, "wrong-tenant"],
    ["whose two tenants differ", tenants(tenantId, otherTenantId), 403, "wrong-tenant"],
    [
      "whose two tenants differ the other way",
      tenants(otherTenantId, tenantId),
      403,
      "wrong-tenant",
    ],
    ["with its tenant in the conversation only", tenants(tenantId, null), 403, "wrong-tenant"],
    ["with its tenant in the channel data only", tenants(null, tenantId), 403, "wrong-tenant"],
    ["without a tenant", tenants(null, null), 403, "wrong-tenant"],
    [
      "from a foreign host",
      serviceUrl("https://smba.trafficmanager.net.evil.example/"),
      403,
      "wrong-service-url",
    ],
    [
      "from a neighbour under trafficmanager.net",
      serviceUrl("https://evil.trafficmanager.net/"),
      403,
      "wrong-service-url",
    ],
    [
      "from a host behind user info",
      serviceUrl("https://smba.trafficmanager.net@evil.example/"),
      403,
      "wrong-service-url",
    ],
    [
      "from our host with user info",
      serviceUrl("https://me@smba.trafficmanager.net/"),
      403,
      "wrong-service-url",
    ],
    [
      "from our host in capitals",
      serviceUrl("https://SMBA.trafficmanager.net/"),
      403,
      "wrong-service-url",
    ],
    [
      "from another port of our host",
      serviceUrl("https://smba.trafficmanager.net:8443/"),
      403,
      "wrong-service-url",
    ],
    [
      "from the port that need not be said",
      serviceUrl("https://smba.trafficmanager.net:443/"),
      403,
      "wrong-service-url",
    ],
    ["over plain http", serviceUrl("http://smba.trafficmanager.net/"), 403, "wrong-service-url"],
    [
      "from another port of this machine",
      serviceUrl("http://127.0.0.1:1/"),
      403,
      "wrong-service-url",
    ],
    ["without a serviceUrl", { change: without("serviceUrl") }, 400, "bad-activity"],
    ["that is a list", { body: "[]" }, 400, "bad-activity"],
    ["that is a text", { body: '"hej"' }, 400, "bad-activity"],
    ["that is null", { body: "null" }, 400, "bad-activity"],
    ["that is nothing", { body: "" }, 400, "not-json"],
    ["that is not JSON", { body: "{" }, 400, "not-json"],
    [
      "nested 10,000 deep",
      { body: `{"a":${"[".repeat(10_000)}${"]".repeat(10_000)}}` },
      400,
      "too-deep",
    ],
    ["of 20 MB", { body: JSON.stringify({ a: "x".repeat(20_000_000) }) }, 413, "body-too-large"],
    [
      "with a key named __proto__",
      { body: '{"value":{"__proto__":{"admin":true}}}' },
      400,
      "forbidden-key",
    ],
    ["from nobody", { change: without("from") }, 400, "bad-activity"],
    [
      "from somebody without a directory id",
      { change: (a) => merged(a, "from", { aadObjectId: null }) },
      400,
      "bad-activity",
    ],
    [
      "from a directory id that is no GUID",
      { change: (a) => merged(a, "from", { aadObjectId: "anna" }) },
      400,
      "bad-activity",
    ],
    [
      "from a directory id that is a list",
      { change: (a) => merged(a, "from", { aadObjectId: [anna] }) },
      400,
      "bad-activity",
    ],
    ["from a bot", { change: (a) => merged(a, "from", { role: "bot" }) }, 400, "bad-activity"],
    [
      "with an empty conversation id",
      { change: (a) => merged(a, "conversation", { id: "" }) },
      400,
      "bad-activity",
    ],
    [
      "with conversation id 0",
      { change: (a) => merged(a, "conversation", { id: "0" }) },
      400,
      "bad-activity",
    ],
    [
      "with an id of 600 characters",
      { change: (a) => ({ ...a, id: "a".repeat(600) }) },
      400,
      "bad-activity",
    ],
    ["with a newline in its id", { change: (a) => ({ ...a, id: "a\nb" }) }, 400, "bad-activity"],
    ["with a number for an id", { change: (a) => ({ ...a, id: 7 }) }, 400, "bad-activity"],
    [
      "with an action that is a text",
      { change: (a) => merged(a, "value", { action: "x" }) },
      400,
      "bad-activity",
    ],
    [
      "with a trigger nobody knows",
      { change: (a) => merged(a, "value", { trigger: "forced" }) },
      400,
      "bad-activity",
    ],
    [
      "with an invoke nobody knows",
      { change: (a) => ({ ...a, name: "signin/verifyState" }) },
      501,
      "not-implemented",
    ],
  ];

  test.each(rows)("%s is refused", async (_, options, status, code) => {
    await door.refuses(options, status, code);
    await door.letsIn();
  });

  test("of two tenants at once is refused though each of them is served", async () => {
    const both = await openDoor({ allowedTenants: [tenantId, otherTenantId] });
    onTestFinished(() => both.close());
    await both.refuses(tenants(tenantId, otherTenantId), 403, "wrong-tenant");
    await both.letsIn(tenants(otherTenantId, otherTenantId));
  });

  test("from a real region of Teams is let in", async () => {
    await door.letsIn(
      serviceUrl("https://smba.trafficmanager.net/emea/aaaaaaaa-1111-4aaa-8aaa-aaaaaaaaaaaa/"),
    );
    await door.letsIn(serviceUrl("https://emea.smba.trafficmanager.net/teams"));
  });

  test("with the directory id in capitals is let in, and the id comes in small letters", async () => {
    await door.letsIn({ change: (a) => merged(a, "from", { aadObjectId: anna.toUpperCase() }) });
    expect(door.seen[0]).toMatchObject({ from: { aadObjectId: anna } });
  });

  test("of a kind we do nothing with is thanked for and goes no further", async () => {
    door.seen.length = 0;
    const answer = await door.knock({ change: (a) => ({ ...a, type: "messageReaction" }) });
    expect(answer).toMatchObject({ status: 200, body: undefined });
    expect(door.seen).toEqual([]);
  });

  test("loses what nobody uses before a route sees it", async () => {
    await door.letsIn({
      change: (a) => merged({ ...a, actor: "admin", role: "chair" }, "from", { isAdmin: true }),
    });
    expect(door.seen[0]).not.toHaveProperty("actor");
    expect(door.seen[0]).not.toHaveProperty("role");
    expect(door.seen[0]).not.toHaveProperty("from.isAdmin");
  });

  test("is told in the log when its id comes from two senders", async () => {
    const twice = (from: string) => ({
      change: (a: Activity) => merged({ ...a, id: "f:stolen" }, "from", { id: from }),
    });
    await door.knock(twice("29:anna"));
    expect(door.logged()).not.toContain("front-door.activity-id-reused");
    await door.knock(twice("29:anna"));
    expect(door.logged()).not.toContain("front-door.activity-id-reused");
    await door.knock(twice("29:bertil"));
    expect(door.logged()).toContain("front-door.activity-id-reused");
  });
});
