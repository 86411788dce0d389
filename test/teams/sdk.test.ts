import { afterEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { createLog, silentLog } from "../../src/log.ts";
import { createSdkLog } from "../../src/teams/sdk-log.ts";
import { createTeamsApp } from "../../src/teams/sdk.ts";
import { anna, channelId, clientId, openRecordingBot, tenantId } from "./recording-bot.ts";

afterEach(() => void vi.unstubAllEnvs());

async function open(options: Parameters<typeof openRecordingBot>[0] = {}) {
  const bot = await openRecordingBot(options);
  onTestFinished(() => bot.close());
  const press = (data: Record<string, unknown> = {}) =>
    bot.emulator.act({ person: anna, kind: "execute", conversation: channelId, action: { data } });
  return { ...bot, press };
}

describe("a route that throws", () => {
  test("is answered 500 as JSON, with the reference of its log line and nothing of what was said", async () => {
    const bot = await open({
      answer: () => {
        throw Object.assign(new TypeError("Annas svar"), { request: { path: "/x" } });
      },
    });
    const { status, body } = await bot.press();
    const line =
      bot
        .logged()
        .split("\n")
        .find((each) => each.includes("teams.failed")) ?? "{}";
    const { reference } = JSON.parse(line);
    expect(reference).toMatch(/^[0-9a-f]{12}$/);
    expect({ status, body }).toMatchObject({
      status: 500,
      body: { error: { code: "internal", reference } },
    });
    expect(bot.logged() + JSON.stringify(body)).not.toContain("Annas svar");
  });

  test("does not disturb the next one", async () => {
    let broken = true;
    const bot = await open({
      answer: async () => {
        if (broken) throw new Error("once");
      },
    });
    expect((await bot.press()).status).toBe(500);
    broken = false;
    expect((await bot.press()).status).toBe(200);
  });

  test("can know its reference, and each of many at once has its own", async () => {
    const references: (string | undefined)[] = [];
    const bot = await open({
      answer: async () => {
        await Promise.resolve();
        references.push(bot.teams.reference());
      },
    });
    await Promise.all(Array.from({ length: 10 }, () => bot.press()));
    expect(new Set(references).size).toBe(10);
    expect(bot.teams.reference()).toBeUndefined();
  });
});

describe("what the log holds", () => {
  test("is no body, no name, no token and no secret, at any level", async () => {
    const bot = await open();
    await bot.press({ answer: "Annas svar" });
    await bot.post(JSON.stringify({ secret: "Annas svar" }), {
      "content-type": "application/json",
      authorization: `Bearer ${await bot.emulator.token({ claims: { iss: "https://x.example" } })}`,
    });
    await bot.teams.connector.postToChannel(
      { serviceUrl: `${bot.emulator.url}/`, conversationId: channelId },
      { text: "Annas svar" },
    );
    expect(bot.logged()).toContain("wrong-issuer");
    expect(bot.logged()).not.toMatch(/Annas|Öberg|eyJ|canary-secret/);
  });
});

test("the SDK's logger passes on that something happened, and no word of it", () => {
  const lines: string[] = [];
  const sdkLog = createSdkLog(createLog({ level: "debug", write: (line) => lines.push(line) }));
  const told = ["Annas svar", { body: "Annas svar" }, new TypeError("Annas svar")] as const;
  for (const level of ["error", "warn", "info", "debug", "trace"] as const) {
    sdkLog[level](...told);
    sdkLog.child("http").log(level, ...told);
  }
  sdkLog.error("Annas svar");
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { what: "sdk.error", kind: "app", error: "TypeError" },
    { what: "sdk.error", kind: "http", error: "TypeError" },
    { what: "sdk.warning", kind: "app" },
    { what: "sdk.warning", kind: "http" },
  ]);
  expect(lines.join("")).not.toContain("Annas");
});

describe("the environment", () => {
  test("cannot switch the token check off or send the bot elsewhere", async () => {
    vi.stubEnv("DANGEROUSLY_ALLOW_UNAUTHENTICATED_REQUESTS", "true");
    vi.stubEnv("CLIENT_SECRET", "from-the-environment");
    vi.stubEnv("MANAGED_IDENTITY_CLIENT_ID", "from-the-environment");
    vi.stubEnv("SERVICE_URL", "http://127.0.0.1:1");
    vi.stubEnv("OAUTH_URL", "http://127.0.0.1:1");
    vi.stubEnv("CLOUD", "USGov");
    vi.stubEnv("HTTP_PROXY", "http://127.0.0.1:1");
    const bot = await open();
    const unsigned = await bot.post("{}", { "content-type": "application/json" });
    expect(unsigned.status).toBe(401);
    expect((await bot.press()).status).toBe(200);
    const place = { serviceUrl: `${bot.emulator.url}/`, conversationId: channelId };
    expect(
      (await bot.teams.connector.postToChannel(place, { text: "x" })).activityId,
    ).toBeDefined();
    expect(bot.teams.app.api.serviceUrl).toBe(bot.emulator.url);
    expect(bot.teams.app.options.dangerouslyAllowUnauthenticatedRequests).toBe(false);
  });
});

describe("keys", () => {
  test("that were changed are found, and what the old ones signed is refused", async () => {
    const bot = await open();
    const old = await bot.emulator.token();
    expect((await bot.press()).status).toBe(200);
    await bot.emulator.rotateKeys();
    expect((await bot.press()).status).toBe(200);
    const headers = { "content-type": "application/json", authorization: `Bearer ${old}` };
    expect(await bot.post("{}", headers)).toMatchObject({
      status: 401,
      body: { error: { code: "unknown-key" } },
    });
  });

  test("that cannot be had keep everybody out, and the bot says that it is not ready", async () => {
    const bot = await open();
    await bot.emulator.fault({
      match: { pathIncludes: "/keys" },
      times: 100,
      answer: { status: 503 },
    });
    expect(await bot.press()).toMatchObject({
      status: 503,
      body: { error: { code: "keys-unavailable" } },
    });
    expect(await bot.teams.keys.ready()).toBe(false);
    expect(bot.seen).toEqual([]);
  });
});

describe("starting", () => {
  const config = {
    host: "127.0.0.1",
    clientId,
    tenantId,
    allowedTenants: [tenantId],
    serviceUrlHosts: ["smba.trafficmanager.net"],
    cloudUrl: undefined,
  };

  test("on a taken port is refused", async () => {
    const bot = await open();
    const second = createTeamsApp({
      config: { ...config, credential: { kind: "secret", clientSecret: "s" } },
      log: silentLog,
    });
    await expect(second.start(bot.teams.adapter.port)).rejects.toThrow(/EADDRINUSE/);
  });

  test("uses the SDK's own credentials in the real cloud", () => {
    vi.stubEnv("SERVICE_URL", "http://127.0.0.1:1");
    const secret = createTeamsApp({
      config: { ...config, credential: { kind: "secret", clientSecret: "s" } },
      log: silentLog,
    });
    expect(secret.app.credentials).toEqual({ clientId, tenantId, clientSecret: "s" });
    expect(secret.app.cloud.openIdMetadataUrl).toBe(
      "https://login.botframework.com/v1/.well-known/openidconfiguration",
    );
    expect(secret.app.api.serviceUrl).toBe("https://smba.trafficmanager.net/teams");
    const managed = createTeamsApp({
      config: {
        ...config,
        credential: { kind: "managedIdentity", managedIdentityClientId: tenantId },
      },
      log: silentLog,
    });
    expect(managed.app.credentials).toEqual({
      clientId,
      tenantId,
      managedIdentityClientId: tenantId,
      managedIdentityType: "user",
    });
  });

  test("with emulated credentials but no emulated cloud is refused", () => {
    const credential = { kind: "emulated", clientSecret: "s" } as const;
    expect(() => createTeamsApp({ config: { ...config, credential }, log: silentLog })).toThrow(
      /TEAMS_CLOUD_URL/,
    );
  });
});
