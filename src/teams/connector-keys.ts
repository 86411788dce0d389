import { calculateJwkThumbprint, type CryptoKey, importJWK } from "jose";
import { z } from "zod";
import type { Log } from "../log.ts";

export type ConnectorKey = {
  readonly key: CryptoKey;
  /** Tells a key from another that took over its id. */
  readonly thumbprint: string;
  /** The channels it may sign for. */
  readonly endorsements: readonly string[];
};

export type ConnectorKeys = {
  /** The key of that id, fetching when it may; "unavailable" when no set has been fetched, or it is too old to trust. */
  find(keyId: string): Promise<ConnectorKey | undefined | "unavailable">;
  /** The key of that id in the set held now, without waiting; starts a refresh when the set is no longer fresh. */
  held(keyId: string): ConnectorKey | undefined;
  /** Fetches when nothing usable is held, and tells whether tokens can be verified (for /readyz). */
  ready(): Promise<boolean>;
};

export type ConnectorKeysOptions = {
  readonly url: string;
  readonly log: Log;
  /** Milliseconds since the epoch, real time: tokens do not follow the development clock. */
  readonly now?: () => number;
};

const FRESH_MS = 60 * 60_000;
/** As long as keys are kept while their address is down (reliability.md §4.1: the SDK's own cache is 5 days). */
const KEPT_MS = 5 * 24 * 60 * 60_000;
const UNKNOWN_KEY_GAP_MS = 60_000;
const REFRESH_GAP_MS = 60_000;
const FIRST_GAP_MS = 2_000;
const TIMEOUT_MS = 5_000;
const MAX_BYTES = 1_000_000;

const KeySet = z.object({
  keys: z
    .array(
      z.looseObject({
        kty: z.string(),
        kid: z.string().optional(),
        use: z.string().optional(),
        n: z.string().optional(),
        e: z.string().optional(),
        endorsements: z.array(z.string()).optional(),
      }),
    )
    .max(200),
});

type Held = { readonly keys: ReadonlyMap<string, ConnectorKey>; readonly fetchedAt: number };

/**
 * The Connector's signing keys. An unknown id causes at most one fetch a minute; keys are refreshed hourly, kept for
 * five days while their address is down, and nothing is verified when none were ever fetched (reliability.md F45, S7).
 */
export function createConnectorKeys(options: ConnectorKeysOptions): ConnectorKeys {
  const now = options.now ?? Date.now;
  let held: Held | undefined;
  let triedAt = Number.NEGATIVE_INFINITY;
  let unknownAskedAt = Number.NEGATIVE_INFINITY;
  let inFlight: Promise<void> | undefined;

  const usable = () => (held !== undefined && now() - held.fetchedAt < KEPT_MS ? held : undefined);
  const refresh = () => {
    triedAt = now();
    inFlight ??= fetchKeySet(options.url)
      .then(
        (keys) => {
          held = { keys, fetchedAt: now() };
          options.log.info("connector-keys.fetched", { count: keys.size });
        },
        // Not swallowed: without keys every request is refused, and the old ones are only kept for a bounded time.
        (error: unknown) => options.log.error("connector-keys.failed", { url: options.url, error }),
      )
      .finally(() => {
        inFlight = undefined;
      });
    return inFlight;
  };
  const refreshIfDue = (): Promise<void> | undefined => {
    if (inFlight) return inFlight;
    const gap = usable() ? REFRESH_GAP_MS : FIRST_GAP_MS;
    const stale = held === undefined || now() - held.fetchedAt >= FRESH_MS;
    return stale && now() - triedAt >= gap ? refresh() : undefined;
  };

  return {
    async find(keyId) {
      const due = refreshIfDue();
      // Keys that are still good are used while fresh ones are on their way.
      if (!usable()) await due;
      if (usable()?.keys.has(keyId) === false && now() - unknownAskedAt >= UNKNOWN_KEY_GAP_MS) {
        unknownAskedAt = now();
        await refresh();
      }
      return usable() ? usable()?.keys.get(keyId) : "unavailable";
    },
    held(keyId) {
      void refreshIfDue();
      return usable()?.keys.get(keyId);
    },
    async ready() {
      if (!usable()) await refreshIfDue();
      return usable() !== undefined;
    },
  };
}

async function fetchKeySet(url: string): Promise<ReadonlyMap<string, ConnectorKey>> {
  const response = await fetch(url, {
    signal: AbortSignal.timeout(TIMEOUT_MS),
    redirect: "error",
    headers: { accept: "application/json" },
  });
  const text = await boundedText(response);
  if (!response.ok) throw keySetError(`was answered with ${response.status}`);
  const keys = new Map<string, ConnectorKey>();
  for (const { endorsements, ...jwk } of KeySet.parse(JSON.parse(text)).keys) {
    if (jwk.kty !== "RSA" || jwk.kid === undefined || (jwk.use ?? "sig") !== "sig") continue;
    // 2,048 bits are 342 characters of base64url; jose refuses shorter keys when it verifies.
    const key = await importJWK({ kty: "RSA", n: jwk.n ?? "", e: jwk.e ?? "" }, "RS256");
    if (key instanceof Uint8Array) continue;
    const thumbprint = await calculateJwkThumbprint({ kty: "RSA", n: jwk.n ?? "", e: jwk.e ?? "" });
    keys.set(jwk.kid, { key, thumbprint, endorsements: endorsements ?? [] });
  }
  if (keys.size === 0) throw keySetError("holds no signing key");
  return keys;
}

async function boundedText(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > MAX_BYTES) throw keySetError(`is longer than ${MAX_BYTES} characters`);
  }
  return text + decoder.decode();
}

function keySetError(what: string): Error {
  return Object.assign(new Error(`The Connector's key set ${what}`), { loggable: true });
}
