import { randomUUID } from "node:crypto";
import {
  createLocalJWKSet,
  exportJWK,
  exportSPKI,
  generateKeyPair,
  importJWK,
  type JWK,
  jwtVerify,
  type JWTHeaderParameters,
  type JWTPayload,
  SignJWT,
} from "jose";
import { Refusal } from "./http.ts";
import type { State } from "./state.ts";
import type { Person } from "./world.ts";

export type Signer = "connector" | "unendorsed" | "other" | "tab" | "hs256" | "none";
type Key = { id: string; privateKey: CryptoKey; publicKey: CryptoKey; publicJwk: JWK };
type KeyName = "connector" | "unendorsed" | "other" | "tab";

/** What a token to sign may change: a claim or header set to null is left out. */
export type TokenWish = {
  claims?: Record<string, unknown>;
  header?: Record<string, unknown>;
  signWith?: Signer;
  expiresInSeconds?: number;
  person?: Person;
};

export const botIssuer = "https://api.botframework.com";

/** The signing keys of the emulated Connector and Entra. They are kept with the state, so that what a bot has cached holds. */
export class Keys {
  readonly #state: State;
  readonly #url: () => string;
  readonly #serviceUrl: () => string;
  // A key is made when it is first needed: most runs never ask for the two that only tests of refusals use.
  readonly #ring = new Map<KeyName, Promise<Key>>();
  #cached: { token: string; until: number } | undefined;

  constructor(state: State, { url, serviceUrl }: { url: () => string; serviceUrl: () => string }) {
    this.#state = state;
    this.#url = url;
    this.#serviceUrl = serviceUrl;
  }

  #key(name: KeyName): Promise<Key> {
    const known = this.#ring.get(name) ?? keptKey(this.#state, name);
    this.#ring.set(name, known);
    return known;
  }

  /** The Connector's published keys; one that lacks the endorsement for Teams is among them once it has signed. */
  async connectorKeys(): Promise<{ keys: (JWK & { endorsements: string[] })[] }> {
    const connector = await this.#key("connector");
    const unendorsed = this.#ring.has("unendorsed") ? [await this.#key("unendorsed")] : [];
    return {
      keys: [
        { ...connector.publicJwk, endorsements: ["msteams"] },
        ...unendorsed.map((key) => ({ ...key.publicJwk, endorsements: ["webchat"] })),
      ],
    };
  }

  /** The keys of Entra, which sign the tokens of signed-in users and of the bot itself. */
  async entraKeys(): Promise<{ keys: JWK[] }> {
    return { keys: [(await this.#key("tab")).publicJwk] };
  }

  /** Replaces the Connector's key: what the old one signed no longer holds once the keys are read anew. */
  async rotate(): Promise<string> {
    this.#state.saved.delete("key.connector");
    this.#ring.delete("connector");
    this.#cached = undefined;
    return (await this.#key("connector")).id;
  }

  /** Activities come from another address now: what they were sent with until now names the old one. */
  moved(): void {
    this.#cached = undefined;
  }

  /** The token an activity is sent with: five minutes, used again until one minute is left, as Teams does. */
  async activityToken(): Promise<string> {
    const now = Date.now();
    if (this.#cached && this.#cached.until > now) return this.#cached.token;
    const token = await this.token({});
    this.#cached = { token, until: now + 240_000 };
    return token;
  }

  /** Signs a token with any fault a test asks for; without a wish it is one the bot must accept. */
  async token(wish: TokenWish): Promise<string> {
    const signWith = wish.signWith ?? "connector";
    const now = Math.floor(Date.now() / 1000);
    const standard = signWith === "tab" ? this.#tabClaims(wish.person) : this.#connectorClaims();
    const claims = without({
      iat: now,
      nbf: now,
      exp: now + (wish.expiresInSeconds ?? 300),
      ...standard,
      ...wish.claims,
    });
    if (signWith === "none") return unsigned(claims, wish.header);
    const connector = await this.#key("connector");
    if (signWith === "hs256") {
      const spki = await exportSPKI(connector.publicKey);
      const header = this.#header("HS256", connector.id, wish.header);
      return new SignJWT(claims).setProtectedHeader(header).sign(new TextEncoder().encode(spki));
    }
    const key = await this.#key(signWith);
    const shown = signWith === "other" ? connector.id : key.id;
    return new SignJWT(claims)
      .setProtectedHeader(this.#header("RS256", shown, wish.header))
      .sign(key.privateKey);
  }

  /** An access token for the bot's own calls, as the token endpoint gives it (a JWT, as Entra's is). */
  async accessToken(): Promise<string> {
    const { tenantId, botId } = this.#state.world;
    const key = await this.#key("tab");
    const now = Math.floor(Date.now() / 1000);
    return new SignJWT({
      iss: `${this.#url()}/${tenantId}/v2.0`,
      aud: botIssuer,
      appid: botId,
      tid: tenantId,
      jti: randomUUID(),
      iat: now,
      nbf: now,
      exp: now + 3600,
    })
      .setProtectedHeader({ alg: "RS256", typ: "JWT", kid: key.id })
      .sign(key.privateKey);
  }

  /** Refuses with 401 whatever is not an access token given here. */
  async checkAccess(authorization: string | undefined): Promise<void> {
    const token = /^Bearer (\S+)$/.exec(authorization ?? "")?.[1];
    const message = "Authorization has been denied for this request.";
    if (token === undefined) throw new Refusal(401, "Unauthorized", message);
    try {
      await jwtVerify(token, createLocalJWKSet(await this.entraKeys()), {
        algorithms: ["RS256"],
        audience: botIssuer,
        requiredClaims: ["exp", "appid"],
      });
    } catch (cause) {
      throw new Refusal(401, "Unauthorized", message, { cause });
    }
  }

  #connectorClaims(): JWTPayload {
    return { iss: botIssuer, aud: this.#state.world.botId, serviceurl: this.#serviceUrl() };
  }

  #tabClaims(person: Person | undefined): JWTPayload {
    const { tenantId, tabClientId } = this.#state.world;
    const tenant = person?.tenantId ?? tenantId;
    return {
      iss: `${this.#url()}/${tenant}/v2.0`,
      aud: tabClientId,
      tid: tenant,
      oid: person?.id ?? "00000000-0000-4000-8000-000000000000",
      sub: person?.id ?? "nobody",
      name: person?.name ?? "Nobody",
      scp: "access_as_user",
      azp: "1fec8e78-bce4-4aaf-ab1b-5451cc387264",
      ver: "2.0",
    };
  }

  #header(alg: string, kid: string, wish: Record<string, unknown> = {}): JWTHeaderParameters {
    return { ...without({ typ: "JWT", kid, ...wish }), alg };
  }
}

async function keptKey(state: State, name: string): Promise<Key> {
  const kept = state.saved.get(`key.${name}`);
  const jwk = kept === undefined ? await newKey() : (JSON.parse(kept) as JWK);
  if (kept === undefined) state.saveText(`key.${name}`, JSON.stringify(jwk));
  const { kty, n, e, kid } = jwk;
  const publicJwk: JWK = { kty, use: "sig", alg: "RS256", kid, n, e } as JWK;
  return {
    id: kid ?? "",
    privateKey: (await importJWK(jwk, "RS256", { extractable: true })) as CryptoKey,
    publicKey: (await importJWK(publicJwk, "RS256", { extractable: true })) as CryptoKey,
    publicJwk,
  };
}

async function newKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair("RS256", { extractable: true });
  return { ...(await exportJWK(privateKey)), kid: randomUUID() };
}

function unsigned(claims: JWTPayload, header: Record<string, unknown> = {}): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  return `${part(without({ typ: "JWT", ...header, alg: "none" }))}.${part(claims)}.`;
}

function without(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}
