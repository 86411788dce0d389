import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { expect, onTestFinished, test } from "vitest";
import { silentLog } from "../../src/log.ts";
import { createConnectorKeys } from "../../src/teams/connector-keys.ts";
import { createTokenCheck } from "../../src/teams/inbound-token.ts";

const CLIENT = "11111111-1111-4111-8111-111111111111";
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A key address whose answer the test chooses, a clock the test moves, and the token check that uses both. */
async function open() {
  let answer: () => { status: number; body: string } = () => ({ status: 500, body: "" });
  let fetches = 0;
  const server = createServer((_, response) => {
    fetches++;
    const { status, body } = answer();
    response.writeHead(status, { "content-type": "application/json" }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/.well-known/keys`;
  let now = Date.parse("2027-01-11T08:00:00Z");
  const clock = () => now;
  const keys = createConnectorKeys({ url, log: silentLog, now: clock });
  const check = createTokenCheck({ clientId: CLIENT, keys, log: silentLog, now: clock });

  async function newKey(kid: string) {
    const { privateKey, publicKey } = await generateKeyPair("RS256", { extractable: true });
    const jwk = { ...(await exportJWK(publicKey)), kid, use: "sig", endorsements: ["msteams"] };
    const token = (claims: Record<string, unknown> = {}) => {
      const seconds = Math.floor(now / SECOND);
      return new SignJWT({
        iss: "https://api.botframework.com",
        aud: CLIENT,
        serviceurl: "https://smba.trafficmanager.net/emea/",
        nbf: seconds,
        exp: seconds + 3_600,
        ...claims,
      })
        .setProtectedHeader({ alg: "RS256", kid })
        .sign(privateKey);
    };
    return { jwk, token };
  }

  return {
    keys,
    newKey,
    publish: (...published: object[]) => {
      answer = () => ({ status: 200, body: JSON.stringify({ keys: published }) });
    },
    answers: (status: number, body = "") => {
      answer = () => ({ status, body });
    },
    pass: (ms: number) => {
      now += ms;
    },
    fetches: () => fetches,
    check: async (token: string) => {
      const result = await check([`Bearer ${token}`]);
      return result.ok ? "let in" : `${result.refusal.status} ${result.refusal.code}`;
    },
  };
}

/** A refresh in the background has no promise to wait for; it is over when the held set has changed. */
const until = (condition: () => boolean) =>
  expect.poll(condition, { timeout: 2_000, interval: 5 }).toBe(true);

test("keys are fetched once and used for an hour", async () => {
  const { newKey, publish, check, fetches, pass } = await open();
  const key = await newKey("a");
  publish(key.jwk);
  expect(await check(await key.token())).toBe("let in");
  pass(59 * MINUTE);
  expect(await check(await key.token())).toBe("let in");
  expect(fetches()).toBe(1);
});

test("25 first requests at once fetch the keys once", async () => {
  const { newKey, publish, check, fetches } = await open();
  const key = await newKey("a");
  publish(key.jwk);
  const tokens = await Promise.all(Array.from({ length: 25 }, (_, jti) => key.token({ jti })));
  expect(new Set(await Promise.all(tokens.map(check)))).toEqual(new Set(["let in"]));
  expect(fetches()).toBe(1);
});

test("F45: while keys were never fetched nothing is let in, and they are asked for every two seconds at most", async () => {
  const { newKey, publish, check, answers, fetches, pass } = await open();
  const key = await newKey("a");
  answers(503);
  for (let count = 0; count < 5; count++)
    expect(await check(await key.token())).toBe("503 keys-unavailable");
  expect(fetches()).toBe(1);
  publish(key.jwk);
  pass(2 * SECOND);
  expect(await check(await key.token())).toBe("let in");
});

test.each([
  ["an empty set", JSON.stringify({ keys: [] })],
  ["a page", "<html></html>"],
  ["another shape", JSON.stringify({ keys: "none" })],
  [
    "only keys to encrypt with",
    JSON.stringify({ keys: [{ kty: "RSA", kid: "a", use: "enc", n: "AQAB", e: "AQAB" }] }),
  ],
  ["ten megabytes", JSON.stringify({ keys: [], padding: "x".repeat(10_000_000) })],
])("F45: %s instead of keys leaves the old ones in use", async (_, body) => {
  const { newKey, publish, answers, check, fetches, pass } = await open();
  const key = await newKey("a");
  publish(key.jwk);
  expect(await check(await key.token())).toBe("let in");
  answers(200, body);
  pass(2 * HOUR);
  expect(await check(await key.token())).toBe("let in");
  await until(() => fetches() === 2);
  expect(await check(await key.token())).toBe("let in");
});

test("F45: old keys are used while their address is down, but not for more than five days", async () => {
  const { newKey, publish, answers, check, pass } = await open();
  const key = await newKey("a");
  publish(key.jwk);
  expect(await check(await key.token())).toBe("let in");
  answers(500);
  pass(5 * DAY - MINUTE);
  expect(await check(await key.token())).toBe("let in");
  pass(2 * MINUTE);
  expect(await check(await key.token())).toBe("503 keys-unavailable");
});

test("F45: a new key is found at once, and the next unknown one not before a minute has passed", async () => {
  const { newKey, publish, check, fetches, pass } = await open();
  const [first, second, third] = [await newKey("a"), await newKey("b"), await newKey("c")];
  publish(first.jwk);
  expect(await check(await first.token())).toBe("let in");
  publish(first.jwk, second.jwk);
  expect(await check(await second.token())).toBe("let in");
  publish(first.jwk, second.jwk, third.jwk);
  expect(await check(await third.token())).toBe("401 unknown-key");
  expect(fetches()).toBe(2);
  pass(MINUTE);
  expect(await check(await third.token())).toBe("let in");
});

test("a token of a key that was withdrawn is refused, even one that had been let in", async () => {
  const { newKey, publish, check } = await open();
  const [old, young] = [await newKey("a"), await newKey("b")];
  publish(old.jwk);
  const token = await old.token();
  expect(await check(token)).toBe("let in");
  publish(young.jwk);
  expect(await check(await young.token())).toBe("let in");
  expect(await check(token)).toBe("401 unknown-key");
});

test("a token of a key whose id was taken over by another is refused", async () => {
  const { newKey, publish, check, pass, fetches, keys } = await open();
  const [old, young] = [await newKey("a"), await newKey("a")];
  publish(old.jwk);
  const token = await old.token({ exp: Date.parse("2027-01-12T08:00:00Z") / SECOND });
  expect(await check(token)).toBe("let in");
  publish(young.jwk);
  pass(2 * HOUR);
  keys.held("a");
  await until(() => fetches() === 2);
  await expect.poll(() => check(token)).toBe("401 bad-signature");
});

test("a token that was let in is refused once it has expired and five minutes have passed", async () => {
  const { newKey, publish, check, pass } = await open();
  const key = await newKey("a");
  publish(key.jwk);
  const token = await key.token({ exp: Date.parse("2027-01-11T08:10:00Z") / SECOND });
  pass(14 * MINUTE);
  expect(await check(token)).toBe("let in");
  pass(2 * MINUTE);
  expect(await check(token)).toBe("401 expired");
});

test("a stranger's token does not make us fetch keys", async () => {
  const { newKey, publish, check, fetches } = await open();
  const key = await newKey("a");
  publish(key.jwk);
  expect(await check(await key.token({ iss: "https://evil.example" }))).toBe("401 wrong-issuer");
  expect(await check(await key.token({ aud: "other" }))).toBe("401 wrong-audience");
  expect(fetches()).toBe(0);
});

test("readiness says whether tokens can be verified", async () => {
  const { keys, newKey, publish, answers, pass } = await open();
  answers(500);
  expect(await keys.ready()).toBe(false);
  publish((await newKey("a")).jwk);
  pass(3 * SECOND);
  expect(await keys.ready()).toBe(true);
});
