import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { WorldInput } from "../../emulator/world.ts";

export const anna = "11111111-1111-4111-8111-111111111111";
export const bertil = "22222222-2222-4222-8222-222222222222";
export const gisela = "33333333-3333-4333-8333-333333333333";
export const outsider = "44444444-4444-4444-8444-444444444444";
export const tenantId = "aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa";
export const botId = "bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb";
export const teamId = "19:team@thread.tacv2";
export const channelId = "19:torget@thread.tacv2";

/** A small town for the emulator's own tests. */
export function smallWorld(): WorldInput {
  return {
    tenantId,
    botId,
    tabClientId: "cccccccc-cccc-4ccc-8ccc-cccccccccccc",
    teams: [
      {
        id: teamId,
        aadGroupId: "dddddddd-dddd-4ddd-8ddd-dddddddddddd",
        name: "Granåsa kommun",
        channels: [
          { id: teamId, name: null },
          { id: channelId, name: "Stationstorget" },
        ],
        members: [anna, bertil, gisela],
      },
    ],
    people: [
      { id: anna, name: "Anna Öberg", title: "Ordförande" },
      { id: bertil, name: "Bertil Ek", title: "Tjänsteperson", locale: "en-GB" },
      { id: gisela, name: "Gisela Gäst", userRole: "guest", tenantId: "other-tenant" },
      { id: outsider, name: "Olle Utanför" },
    ],
    botInstalledIn: [teamId],
  };
}

export type Heard = {
  authorization: string | undefined;
  path: string;
  // The bot's side of a test looks into parts of an activity without knowing its whole shape.
  body: Record<string, unknown>;
};

/** A bot that remembers the activities it hears and answers what the test says. */
export async function startStub(answer: (heard: Heard) => { status: number; body?: unknown }) {
  const heard: Heard[] = [];
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const text = Buffer.concat(chunks).toString("utf8");
      const entry: Heard = {
        authorization: request.headers.authorization,
        path: request.url ?? "",
        body: text === "" ? {} : (JSON.parse(text) as Record<string, unknown>),
      };
      if (entry.path === "/api/messages") heard.push(entry);
      const { status, body } = answer(entry);
      response.writeHead(status, { "content-type": "application/json" });
      response.end(body === undefined ? "" : JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    heard,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** The bot's side of the Connector: a token from the token endpoint, then calls with it. */
export async function botCalls(url: string) {
  const response = await fetch(`${url}/${tenantId}/oauth2/v2.0/token`, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "client_credentials",
      client_id: botId,
      client_secret: "secret",
      scope: "https://api.botframework.com/.default",
    }),
  });
  const { access_token: token } = (await response.json()) as { access_token: string };
  return async (method: string, path: string, body?: unknown, bearer = token) => {
    const answer = await fetch(`${url}${path}`, {
      method,
      headers: { authorization: `Bearer ${bearer}`, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return {
      status: answer.status,
      retryAfter: answer.headers.get("retry-after"),
      // The Connector's answers are JSON objects or arrays whose parts each test names itself.
      body: (text === "" ? {} : JSON.parse(text)) as Record<string, unknown>,
    };
  };
}

/** A card with one text, as the bot would send it. */
export function cardActivity(text: string, more: Record<string, unknown> = {}) {
  const content = {
    type: "AdaptiveCard",
    version: "1.5",
    body: [{ type: "TextBlock", text, wrap: true }],
  };
  return {
    type: "message",
    attachments: [{ contentType: "application/vnd.microsoft.card.adaptive", content }],
    ...more,
  };
}
