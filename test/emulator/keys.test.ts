import { createLocalJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify } from "jose";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openEmulator } from "../support/emulator.ts";
import { anna, botId, smallWorld, tenantId } from "./stub.ts";

let emulator: Awaited<ReturnType<typeof openEmulator>>;

beforeAll(async () => {
  emulator = await openEmulator({ world: smallWorld() });
});

afterAll(() => emulator.close());

async function published(path: string) {
  const response = await fetch(`${emulator.url}${path}`);
  return (await response.json()) as Parameters<typeof createLocalJWKSet>[0];
}

/** Verifies as a bot must, with the Connector's keys as they are published now. */
async function verify(token: string): Promise<string> {
  const keys = createLocalJWKSet(await published("/v1/.well-known/keys"));
  const options = {
    algorithms: ["RS256"],
    issuer: "https://api.botframework.com",
    audience: botId,
    requiredClaims: ["exp"],
  };
  try {
    await jwtVerify(token, keys, options);
    return "ok";
  } catch (error) {
    return (error as { code: string }).code;
  }
}

test("the metadata leads to the keys", async () => {
  const response = await fetch(`${emulator.url}/v1/.well-known/openidconfiguration`);
  expect(await response.json()).toMatchObject({
    issuer: "https://api.botframework.com",
    jwks_uri: `${emulator.url}/v1/.well-known/keys`,
  });
});

test("a token without a wish is good, and each fault asked for is really there", async () => {
  expect(await verify(await emulator.token())).toBe("ok");
  const wishes: [Parameters<typeof emulator.token>[0], string][] = [
    [{ expiresInSeconds: -600 }, "ERR_JWT_EXPIRED"],
    [{ claims: { exp: null } }, "ERR_JWT_CLAIM_VALIDATION_FAILED"],
    [{ claims: { iss: "https://evil.example" } }, "ERR_JWT_CLAIM_VALIDATION_FAILED"],
    [{ claims: { aud: "somebody else" } }, "ERR_JWT_CLAIM_VALIDATION_FAILED"],
    [{ signWith: "other" }, "ERR_JWS_SIGNATURE_VERIFICATION_FAILED"],
    [{ signWith: "hs256" }, "ERR_JOSE_ALG_NOT_ALLOWED"],
    [{ signWith: "none" }, "ERR_JOSE_ALG_NOT_ALLOWED"],
    [{ signWith: "tab", claims: { aud: botId } }, "ERR_JWKS_NO_MATCHING_KEY"],
    [{ header: { kid: "unknown" } }, "ERR_JWKS_NO_MATCHING_KEY"],
  ];
  for (const [wish, code] of wishes) expect(await verify(await emulator.token(wish))).toBe(code);
});

test("claims and headers are set, replaced and taken away", async () => {
  const token = await emulator.token({
    claims: { serviceurl: null, appid: "x" },
    header: { jku: "https://evil.example/keys", typ: null },
  });
  expect(decodeJwt(token)).not.toHaveProperty("serviceurl");
  expect(decodeJwt(token)["appid"]).toBe("x");
  expect(decodeProtectedHeader(token)).toMatchObject({ jku: "https://evil.example/keys" });
  expect(decodeProtectedHeader(token)).not.toHaveProperty("typ");
});

test("a key without the endorsement for Teams signs, and is published as such", async () => {
  const token = await emulator.token({ signWith: "unendorsed" });
  expect(await verify(token)).toBe("ok");
  const { keys } = await published("/v1/.well-known/keys");
  const kid = decodeProtectedHeader(token).kid;
  expect(keys.find((key) => key.kid === kid)).toMatchObject({ endorsements: ["webchat"] });
  expect(keys.find((key) => key.kid !== kid)).toMatchObject({ endorsements: ["msteams"] });
  for (const key of keys) expect(key).not.toHaveProperty("d");
});

test("a signed-in user's token is that person's, of their tenant, and verified by Entra's keys", async () => {
  const token = await emulator.token({ signWith: "tab", person: anna });
  const keys = createLocalJWKSet(await published(`/${tenantId}/discovery/v2.0/keys`));
  const { payload } = await jwtVerify(token, keys, {
    issuer: `${emulator.url}/${tenantId}/v2.0`,
  });
  expect(payload).toMatchObject({ oid: anna, tid: tenantId, scp: "access_as_user" });
});

test("after rotation what the old key signed no longer verifies", async () => {
  const old = await emulator.token();
  await emulator.rotateKeys();
  expect(await verify(old)).toBe("ERR_JWKS_NO_MATCHING_KEY");
  expect(await verify(await emulator.token())).toBe("ok");
});
