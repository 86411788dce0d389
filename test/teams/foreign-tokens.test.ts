import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TokenInput } from "../../emulator/control.ts";
import { openDoor } from "./door.ts";
import { anna, clientId, olle, otherTenantId, tabClientId } from "./recording-bot.ts";

let door: Awaited<ReturnType<typeof openDoor>>;
beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.close());

describe("a token that is not the Connector's for this bot", () => {
  const hour = 3_600;
  const now = () => Math.floor(Date.now() / 1_000);
  const rows: [string, TokenInput | (() => TokenInput | Promise<TokenInput>), number, string][] = [
    ["expired ten minutes ago", { expiresInSeconds: -600 }, 401, "expired"],
    ["expired six minutes ago", { expiresInSeconds: -360 }, 401, "expired"],
    [
      "not valid for another ten minutes",
      () => ({ claims: { nbf: now() + 600 } }),
      401,
      "wrong-nbf",
    ],
    ["without an expiry", { claims: { exp: null } }, 401, "wrong-exp"],
    ["signed with a wrong key under a known id", { signWith: "other" }, 401, "bad-signature"],
    ["of an unknown key", { header: { kid: "unheard-of" } }, 401, "unknown-key"],
    ["without a key id", { header: { kid: null } }, 401, "no-key-id"],
    [
      "of a key that is not endorsed for msteams",
      { signWith: "unendorsed" },
      403,
      "key-not-endorsed",
    ],
    ["with alg none", { signWith: "none" }, 401, "no-bearer-token"],
    ["signed by HS256 with the public key", { signWith: "hs256" }, 401, "wrong-algorithm"],
    ["of another issuer", { claims: { iss: "https://api.botframework.us" } }, 401, "wrong-issuer"],
    [
      "of the issuer with a slash",
      { claims: { iss: "https://api.botframework.com/" } },
      401,
      "wrong-issuer",
    ],
    [
      "of the issuer in capitals",
      { claims: { iss: "https://API.botframework.com" } },
      401,
      "wrong-issuer",
    ],
    ["for another app", { claims: { aud: tabClientId } }, 401, "wrong-audience"],
    ["for api:// and this app", { claims: { aud: `api://${clientId}` } }, 401, "wrong-audience"],
    [
      "for several audiences, one of them this app",
      { claims: { aud: [clientId, tabClientId] } },
      401,
      "wrong-audience",
    ],
    ["without an audience", { claims: { aud: null } }, 401, "wrong-audience"],
    ["of a skill with another appid", { claims: { appid: tabClientId } }, 401, "other-app"],
    ["without serviceurl", { claims: { serviceurl: null } }, 401, "no-serviceurl"],
    ["with an empty serviceurl", { claims: { serviceurl: "" } }, 401, "no-serviceurl"],
    [
      "of another serviceurl",
      { claims: { serviceurl: "https://smba.trafficmanager.net/emea/" } },
      401,
      "serviceurl-differs",
    ],
    [
      "with the serviceurl in capitals",
      () => ({ claims: { serviceurl: `${door.emulator.url}/`.toUpperCase() } }),
      401,
      "serviceurl-differs",
    ],
    [
      "with the serviceurl without its slash",
      () => ({ claims: { serviceurl: door.emulator.url } }),
      401,
      "serviceurl-differs",
    ],
    [
      "of a signed-in user of this tenant, for the tab",
      { signWith: "tab", person: anna },
      401,
      "wrong-issuer",
    ],
    [
      "of a signed-in user of this tenant, for the bot",
      { signWith: "tab", person: anna, claims: { aud: clientId } },
      401,
      "wrong-issuer",
    ],
    [
      "of a signed-in user of another tenant",
      () => ({
        signWith: "tab",
        person: olle,
        claims: {
          aud: clientId,
          tid: otherTenantId,
          iss: `${door.emulator.url}/${otherTenantId}/v2.0`,
        },
      }),
      401,
      "wrong-issuer",
    ],
    [
      "of a signed-in user that names the Connector as its issuer",
      () => ({
        signWith: "tab",
        person: anna,
        claims: {
          aud: clientId,
          iss: "https://api.botframework.com",
          azp: null,
          serviceurl: `${door.emulator.url}/`,
        },
      }),
      401,
      "unknown-key",
    ],
    [
      "of an app in this tenant, without a user",
      () => ({
        signWith: "tab",
        claims: { aud: clientId, appid: tabClientId, oid: null, scp: null, exp: now() + hour },
      }),
      401,
      "wrong-issuer",
    ],
  ];

  test.each(rows)("%s is refused", async (_, wish, status, code) => {
    const token = typeof wish === "function" ? await wish() : wish;
    await door.refuses({ token }, status, code);
    await door.letsIn();
  });

  test("a key the token brings along in jwk, jku or x5u is not looked at", async () => {
    const jwk = { kty: "RSA", n: "x", e: "AQAB" };
    const jku = `${door.emulator.url}/evil`;
    await door.refuses(
      { token: { signWith: "other", header: { jwk, jku, x5u: jku } } },
      401,
      "bad-signature",
    );
    expect((await door.emulator.received()).filter(({ path }) => path === "/evil")).toEqual([]);
  });

  test("expired four minutes ago is let in, for clocks differ", async () => {
    await door.letsIn({ token: { expiresInSeconds: -240 } });
  });

  test.each([
    ["no Authorization at all", "", "no-token"],
    ["Basic", "Basic YTpi", "no-bearer-token"],
    ["an empty bearer", "Bearer ", "no-bearer-token"],
    ["no token but a word", "Bearer token", "no-bearer-token"],
    ["three parts that are no token", "Bearer a.b.c", "not-a-token"],
    ["a token of 9,000 characters", `Bearer ${"a".repeat(9_000)}.b.c`, "no-bearer-token"],
  ])("%s is refused", async (_, authorization, code) => {
    await door.refuses({ authorization }, 401, code);
    await door.letsIn();
  });

  test("two Authorization headers are refused, even when one of them is right", async () => {
    door.seen.length = 0;
    const token = await door.emulator.token();
    const status = await new Promise((resolve, reject) => {
      const outgoing = request(`${door.url}/api/messages`, {
        method: "POST",
        headers: [
          "host",
          "x",
          "content-type",
          "application/json",
          "content-length",
          "2",
          "authorization",
          `Bearer ${token}`,
          "authorization",
          "Bearer a.b.c",
        ],
      });
      outgoing
        .on("response", (response) => resolve(response.resume().statusCode))
        .on("error", reject);
      outgoing.end("{}");
    });
    expect(status).toBe(401);
    expect(door.seen).toEqual([]);
  });

  test("a flood of unknown key ids causes at most one key fetch", async () => {
    const before = await door.keyFetches();
    for (let count = 0; count < 20; count++)
      expect((await door.knock({ token: { header: { kid: `flood-${count}` } } })).status).toBe(401);
    expect((await door.keyFetches()) - before).toBeLessThanOrEqual(1);
  });
});
