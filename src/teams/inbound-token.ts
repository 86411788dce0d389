import { createHash } from "node:crypto";
import { decodeJwt, decodeProtectedHeader, errors, type JWTPayload, jwtVerify } from "jose";
import type { Log } from "../log.ts";
import type { ConnectorKeys } from "./connector-keys.ts";
import { type Checked, refused } from "./http-answer.ts";

/** What a verified token of the Connector says. */
export type InboundToken = {
  /** Must be the activity's own, character by character. */
  readonly serviceUrl: string;
  readonly subject: string;
};

/** Takes every Authorization header of a request. */
export type TokenCheck = (authorization: readonly string[]) => Promise<Checked<InboundToken>>;

export type TokenCheckOptions = {
  readonly clientId: string;
  readonly keys: ConnectorKeys;
  readonly log: Log;
  readonly issuers?: readonly string[];
  /** Milliseconds since the epoch, real time. */
  readonly now?: () => number;
};

const ISSUERS = ["https://api.botframework.com"];
const SKEW_SECONDS = 300;
const MAX_TOKEN_LENGTH = 8_192;
const MAX_CACHED = 2_000;

type Cached = {
  readonly token: InboundToken;
  readonly keyId: string;
  readonly thumbprint: string;
  readonly validUntil: number;
};

/**
 * Lets in only tokens of the Bot Connector for this bot: RS256 with a key of the Connector's own set endorsed for
 * msteams, exact issuer, exact single audience, exp and nbf within five minutes, a serviceurl claim (teams-sdk.md, the
 * front door 1; reliability.md S1–S7, S11, S13–S16). Keys named or held by the token itself are never looked at.
 */
export function createTokenCheck(options: TokenCheckOptions): TokenCheck {
  const now = options.now ?? Date.now;
  const cache = new Map<string, Cached>();

  return async (authorization) => {
    const bearer = bearerOf(authorization);
    if (!bearer.ok) return bearer;
    const hash = createHash("sha256").update(bearer.value).digest("base64");
    const known = cache.get(hash);
    if (known && known.validUntil > now()) {
      // A key that was withdrawn takes its tokens with it.
      const key = options.keys.held(known.keyId);
      if (key?.thumbprint === known.thumbprint) return { ok: true, value: known.token };
    }
    cache.delete(hash);
    const verified = await verify(bearer.value, options, now());
    if (!verified.ok) return verified;
    if (cache.size >= MAX_CACHED) cache.delete(cache.keys().next().value ?? "");
    cache.set(hash, verified.value);
    return { ok: true, value: verified.value.token };
  };
}

function bearerOf(authorization: readonly string[]): Checked<string> {
  const [only, ...others] = authorization;
  if (only === undefined) return unauthorized("no-token", "Send a bearer token.");
  if (others.length > 0) return unauthorized("two-tokens", "Send one Authorization header.");
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(only)?.[1];
  return token === undefined || token.length > MAX_TOKEN_LENGTH
    ? unauthorized("no-bearer-token", "Send one signed bearer token.")
    : { ok: true, value: token };
}

async function verify(
  token: string,
  options: TokenCheckOptions,
  now: number,
): Promise<Checked<Cached>> {
  // The claims are looked at before any key, so that a stranger's token cannot make us fetch keys.
  const keyId = checkUnverified(token, options);
  if (!keyId.ok) return keyId;
  const key = await options.keys.find(keyId.value);
  if (key === "unavailable")
    return refused(503, "keys-unavailable", "Tokens cannot be verified just now; try again soon.");
  if (key === undefined) return unauthorized("unknown-key", "The token's key is not known.");
  let payload: JWTPayload;
  try {
    ({ payload } = await jwtVerify(token, key.key, {
      algorithms: ["RS256"],
      issuer: [...(options.issuers ?? ISSUERS)],
      audience: options.clientId,
      clockTolerance: SKEW_SECONDS,
      requiredClaims: ["exp"],
      currentDate: new Date(now),
    }));
  } catch (error) {
    if (!(error instanceof errors.JOSEError)) throw error;
    return unauthorized(refusalCode(error), "The token is not valid.");
  }
  const { exp = 0, sub, serviceurl } = payload;
  if (typeof serviceurl !== "string" || serviceurl === "")
    return unauthorized("no-serviceurl", "The token names no serviceurl.");
  if (!key.endorsements.includes("msteams"))
    return refused(403, "key-not-endorsed", "The token's key is not endorsed for msteams.");
  const validUntil = (exp + SKEW_SECONDS) * 1_000;
  const inbound = { serviceUrl: serviceurl, subject: typeof sub === "string" ? sub : "" };
  return {
    ok: true,
    value: { token: inbound, keyId: keyId.value, thumbprint: key.thumbprint, validUntil },
  };
}

/** The id of the key to verify with, for a token that claims to be the Connector's for this bot. */
function checkUnverified(token: string, options: TokenCheckOptions): Checked<string> {
  try {
    const { alg, kid } = decodeProtectedHeader(token);
    const { iss, aud, appid, azp } = decodeJwt(token);
    if (alg !== "RS256")
      return unauthorized("wrong-algorithm", "The token must be signed with RS256.");
    if (iss === undefined || !(options.issuers ?? ISSUERS).includes(iss)) {
      options.log.warn("token.issuer-refused", { url: String(iss).slice(0, 200) });
      return unauthorized("wrong-issuer", "The token's issuer is not the Connector.");
    }
    if (aud !== options.clientId)
      return unauthorized("wrong-audience", "The token is not for this bot.");
    if ([appid, azp].some((id) => id !== undefined && id !== options.clientId))
      return unauthorized("other-app", "The token is another app's.");
    if (typeof kid !== "string" || kid === "")
      return unauthorized("no-key-id", "The token names no key.");
    return { ok: true, value: kid };
  } catch (error) {
    if (!(error instanceof errors.JOSEError || error instanceof TypeError)) throw error;
    return unauthorized("not-a-token", "The token cannot be read.");
  }
}

function refusalCode(error: errors.JOSEError): string {
  if (error instanceof errors.JWTExpired) return "expired";
  if (error instanceof errors.JWTClaimValidationFailed) return `wrong-${error.claim}`;
  return "bad-signature";
}

const unauthorized = (code: string, message: string) => refused(401, code, message);
