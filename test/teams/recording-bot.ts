import { createLog } from "../../src/log.ts";
import { createTeamsApp, type TeamsAppOptions } from "../../src/teams/sdk.ts";
import { openEmulator } from "../support/emulator.ts";

export const tenantId = "aaaaaaaa-1111-4aaa-8aaa-aaaaaaaaaaaa";
export const otherTenantId = "aaaaaaaa-2222-4aaa-8aaa-aaaaaaaaaaaa";
export const clientId = "bbbbbbbb-1111-4bbb-8bbb-bbbbbbbbbbbb";
export const tabClientId = "cccccccc-1111-4ccc-8ccc-cccccccccccc";
export const anna = "11111111-aaaa-4aaa-8aaa-111111111111";
export const bertil = "22222222-aaaa-4aaa-8aaa-222222222222";
export const olle = "33333333-aaaa-4aaa-8aaa-333333333333";
export const teamId = "19:team@thread.tacv2";
export const channelId = "19:torget@thread.tacv2";

const extras = Array.from({ length: 120 }, (_, index) => ({
  id: `44444444-aaaa-4aaa-8aaa-${String(index).padStart(12, "0")}`,
  name: `Person ${index}`,
}));

export function world() {
  return {
    tenantId,
    botId: clientId,
    tabClientId,
    teams: [
      {
        id: teamId,
        aadGroupId: "dddddddd-1111-4ddd-8ddd-dddddddddddd",
        name: "Granåsa kommun",
        channels: [
          { id: teamId, name: null },
          { id: channelId, name: "Stationstorget" },
        ],
        members: [anna, bertil, ...extras.map(({ id }) => id)],
      },
    ],
    people: [
      { id: anna, name: "Anna Öberg" },
      { id: bertil, name: "Bertil Ek" },
      { id: olle, name: "Olle Utanför" },
      ...extras,
    ],
    botInstalledIn: [teamId],
  };
}

export type Seen = {
  readonly type: string;
  readonly name?: string;
  readonly [part: string]: unknown;
};

/**
 * The real front door, SDK app and adapter with one route that writes down what reaches it, called by a real emulator.
 * Close it after the tests.
 */
export async function openRecordingBot(
  options: Pick<TeamsAppOptions, "limits" | "now"> & {
    readonly allowedTenants?: readonly string[];
    readonly answer?: (seen: Seen) => unknown;
  } = {},
) {
  const emulator = await openEmulator({ world: world() });
  await emulator.limits(false);
  const seen: Seen[] = [];
  const lines: string[] = [];
  const { answer, allowedTenants = [tenantId], ...rest } = options;
  const teams = createTeamsApp({
    ...rest,
    config: {
      host: "127.0.0.1",
      clientId,
      tenantId,
      credential: { kind: "emulated", clientSecret: "canary-secret" },
      allowedTenants,
      serviceUrlHosts: ["smba.trafficmanager.net"],
      cloudUrl: emulator.url,
    },
    log: createLog({ level: "debug", write: (line) => lines.push(line) }),
  });
  teams.app.on("activity", async ({ activity }) => {
    // The route is typed by the SDK; what arrives is what our own shape let through.
    const arrived = activity as unknown as Seen;
    seen.push(arrived);
    const given = await answer?.(arrived);
    return (given ?? {
      statusCode: 200,
      type: "application/vnd.microsoft.activity.message",
      value: "Tack",
    }) as never;
  });
  await teams.start(0);
  const url = `http://127.0.0.1:${teams.adapter.port}`;
  await emulator.setBot(url);
  return {
    emulator,
    teams,
    url,
    seen,
    /** Everything logged so far, as text. */
    logged: () => lines.join(""),
    /** A request with the headers and body given and nothing added but what HTTP needs. */
    post: (body: string, headers: Record<string, string>) =>
      answerOf(`${url}/api/messages`, { method: "POST", body: body, headers }),
    /** Outbound calls other than those for keys and tokens. */
    sentOut: async () => (await emulator.received()).filter(({ path }) => path.startsWith("/v3/")),
    keyFetches: async () =>
      (await emulator.received()).filter(({ path }) => path.endsWith("/keys")).length,
    close: async () => {
      await teams.stop();
      await emulator.close();
    },
  };
}

/** The status of an answer and its body, which must be JSON when there is one. */
export async function answerOf(url: string, init?: RequestInit) {
  const response = await fetch(url, init);
  const text = await response.text();
  return {
    status: response.status,
    type: response.headers.get("content-type") ?? "",
    body: text === "" ? undefined : (JSON.parse(text) as Record<string, unknown>),
  };
}
