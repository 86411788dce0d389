import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import type { FaultInput } from "../../emulator/faults.ts";
import { silentLog } from "../../src/log.ts";
import { createTeamsApp } from "../../src/teams/sdk.ts";
import { card, useOutboundBot } from "./outbound-bot.ts";
import { channelId, clientId, openRecordingBot, tenantId } from "./recording-bot.ts";

const bot = useOutboundBot();

describe("a Connector that fails", () => {
  test.each([
    [
      { status: 429, retryAfter: 7 },
      { fault: "throttled", status: 429, retryAfterMs: 7_000 },
    ],
    [{ status: 429 }, { fault: "throttled", retryAfterMs: 5_000 }],
    ...[
      [1, 1_000],
      [3_600, 3_600_000],
      ["Fri, 11 Jan 2999 07:00:00 GMT", 3_600_000],
      [-5, 1_000],
      ["abc", 5_000],
    ].map(([retryAfter, retryAfterMs]) => [
      { status: 429, retryAfter },
      { fault: "throttled", retryAfterMs },
    ]),
    [
      { status: 500, deliver: true },
      { fault: "unknown", status: 500 },
    ],
    [{ status: 412 }, { fault: "conflict", status: 412 }],
    [{ status: 413 }, { fault: "tooBig", status: 413 }],
    [
      { status: 403, body: { error: { code: "Forbidden", subCode: "MessageWritesBlocked" } } },
      { fault: "terminal", code: "MessageWritesBlocked" },
    ],
    [{ status: 302 }, { fault: "unknown", status: 302 }],
    [{ silent: true }, { fault: "unknown", status: undefined }],
    [
      { closeAfterDeliver: true, deliver: true },
      { fault: "unknown", status: undefined },
    ],
  ] as [FaultInput["answer"], object][])(
    "by %j is told as %j, after one request",
    async (answer, failure) => {
      const place = await bot.personal();
      await bot.emulator().fault({ match: { pathIncludes: "/activities" }, answer });
      const received = await bot.receivedWhile(() =>
        expect(bot.connector().reply(place, card("x"))).rejects.toMatchObject({
          name: "DeliveryError",
          ...failure,
        }),
      );
      expect(received).toHaveLength(1);
    },
  );

  test.each([
    ["an empty body", { body: "" }],
    ["a body without an id", { body: {} }],
    ["an id that is no text", { body: { id: 7 } }],
    ["a page", { body: "<html>" }],
    ["a body of 10 MB", { bytes: 10_000_000 }],
  ])(
    "F39: to say the id, answering 200 with %s, has still taken the message",
    async (_, answer) => {
      const place = await bot.personal();
      await bot.emulator().fault({
        match: { pathIncludes: "/activities" },
        answer: { status: 200, ...answer },
      });
      expect(await bot.connector().reply(place, card("x"))).toEqual({ activityId: undefined });
    },
  );

  test("to say where the new thread is leaves it without an address", async () => {
    await bot.emulator().fault({ match: { method: "POST" }, answer: { status: 201, body: {} } });
    expect(await bot.connector().postToChannel(bot.channel(), card("x"))).toEqual({
      conversationId: undefined,
      activityId: undefined,
    });
  });

  test("to be there at all is told apart from one that may have heard", async () => {
    const gone = await openRecordingBot();
    const place = { serviceUrl: `${gone.emulator.url}/`, conversationId: channelId };
    await gone.teams.connector.postToChannel(place, card("x"));
    await gone.emulator.close();
    const fault = () =>
      gone.teams.connector.reply(place, card("x")).catch(({ fault, code }) => `${fault} ${code}`);
    // The first one may still find the old connection, which is closed under it.
    await expect.poll(fault).toBe("unreachable ECONNREFUSED");
    await gone.teams.stop();
  });
});

/** A connector that asks a server of the test's own, which gives a token and answers everything else like this. */
async function connectorOf(answer: (path: string, response: ServerResponse) => void) {
  const server = createServer((request, response) => {
    if (request.url?.includes("/oauth2/"))
      response.end(JSON.stringify({ access_token: "e30.e30.e30", expires_in: 3_600 }));
    else answer(request.url ?? "", response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const cloudUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { connector } = createTeamsApp({
    config: {
      host: "127.0.0.1",
      clientId,
      tenantId,
      credential: { kind: "emulated", clientSecret: "x" },
      allowedTenants: [tenantId],
      serviceUrlHosts: [],
      cloudUrl,
    },
    log: silentLog,
  });
  return { connector, place: { serviceUrl: cloudUrl, conversationId: channelId } };
}

test("a Connector that sends us elsewhere is not followed", async () => {
  const paths: string[] = [];
  const { connector, place } = await connectorOf((path, response) => {
    paths.push(path);
    response.writeHead(307, { location: "/elsewhere" }).end();
  });
  const asked = connector.reply(place, card("x"));
  await expect(asked).rejects.toMatchObject({ fault: "unknown", status: 307 });
  expect(paths).toEqual([expect.stringContaining("/v3/")]);
});

test("F39: an answer that never ends is cut, and the message taken all the same", async () => {
  let sentBytes = 0;
  const closed = Promise.withResolvers<void>();
  const { connector, place } = await connectorOf((_, response) => {
    response.on("close", closed.resolve);
    const chunk = Buffer.alloc(64 * 1024, " ");
    const more = (): void => {
      for (let room = true; room && !response.destroyed; sentBytes += chunk.length)
        room = response.write(chunk);
    };
    response.writeHead(200, { "content-type": "application/json" }).on("drain", more);
    more();
  });
  expect(await connector.reply(place, card("x"))).toEqual({ activityId: undefined });
  await closed.promise;
  // What lies in the buffers of two sockets, and no more.
  expect(sentBytes).toBeLessThan(20_000_000);
});

describe("the bot's own token", () => {
  const tokenCalls = async () =>
    (await bot.emulator().received()).filter(({ path }) => path.endsWith("/oauth2/v2.0/token"));

  test("is fetched once for many messages", async () => {
    const place = await bot.personal();
    const before = (await tokenCalls()).length;
    for (let count = 0; count < 5; count++) await bot.connector().reply(place, card("x"));
    expect((await tokenCalls()).length).toBe(before);
    expect(before).toBeGreaterThan(0);
  });

  test("is renewed once when it is refused, and the message goes out", async () => {
    const place = await bot.personal();
    await bot.emulator().fault({ match: { pathIncludes: "/activities" }, answer: { status: 401 } });
    const before = (await tokenCalls()).length;
    expect((await bot.connector().reply(place, card("x"))).activityId).toBeDefined();
    expect((await tokenCalls()).length).toBe(before + 1);
  });

  test("refused twice is our own trouble", async () => {
    const place = await bot.personal();
    await bot.emulator().fault({
      match: { pathIncludes: "/activities" },
      times: 2,
      answer: { status: 401, body: { error: { code: "BotNotRegistered" } } },
    });
    await expect(bot.connector().reply(place, card("x"))).rejects.toMatchObject({
      fault: "unauthorized",
      status: 401,
      code: "BotNotRegistered",
    });
    await bot.connector().reply(place, card("x"));
  });

  test.each([
    [
      {
        status: 400,
        body: {
          error: "invalid_client",
          error_description: "AADSTS7000222: expired, canary-secret",
        },
      },
      "AADSTS7000222",
    ],
    [{ status: 503 }, expect.any(String)],
    [{ status: 200, body: { token: "none" } }, expect.any(String)],
  ])(
    "F44: that cannot be had for %j is our own trouble, and no message is sent",
    async (answer, code) => {
      const place = await bot.personal();
      await bot
        .emulator()
        .fault({ match: { pathIncludes: "/activities" }, answer: { status: 401 } });
      await bot.emulator().fault({ match: { pathIncludes: "/oauth2/" }, answer });
      const received = await bot.receivedWhile(() =>
        expect(bot.connector().reply(place, card("x"))).rejects.toMatchObject({
          fault: "unauthorized",
          code,
        }),
      );
      expect(received.filter(({ applied, path }) => applied && path.startsWith("/v3/"))).toEqual(
        [],
      );
    },
  );

  test("F44: and the secret behind it are in no log line", () => {
    expect(bot.logged()).not.toMatch(/canary-secret|eyJ/);
  });
});
