import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import type { Readable } from "node:stream";
import type { Middleware } from "@microsoft/teams.common";
import { DeliveryError } from "../outbox/delivery.ts";
import { answeredFailure, tokenFailure, unansweredFailure } from "./delivery-failure.ts";
import type { ServiceUrlCheck } from "./service-url.ts";

export type ConnectorMiddlewareOptions = {
  readonly mayServe: ServiceUrlCheck;
  /** From the first byte sent to the last one read; the SDK itself has no such limit. */
  readonly timeoutMs: number;
  /** A proxy named in the environment is never asked for what is on this machine. */
  readonly emulated: boolean;
  /** Called when a token was refused; says whether another one can be had at once. */
  readonly renewToken: () => boolean;
};

const MAX_BYTES = 64 * 1024;
/** Idle connections are closed before the other side does: one it closes under a post leaves that post unknown. */
const IDLE_MS = 4_000;
/** A page of a roster is 500 members at most. */
const MAX_GET_BYTES = 2 * 1024 * 1024;

/** As much of axios as is used here; the SDK does not export its types. */
type Config = { method?: string; url?: string; headers?: object; data?: unknown } & Record<
  string,
  unknown
>;
type Response = { status: number; data: unknown; headers: Record<string, unknown> };

/**
 * What the SDK's own HTTP client lacks: refuses hosts off the list before the bot's token is added, gives up after
 * `timeoutMs`, follows no redirect, cuts answers, and turns every failure into a DeliveryError (teams-sdk.md, options
 * and habits; reliability.md §4.2, F37–F39). A refused token is renewed and tried once more.
 */
export function createConnectorMiddleware(options: ConnectorMiddlewareOptions): Middleware {
  const transport = {
    httpAgent: new HttpAgent({ keepAlive: true, timeout: IDLE_MS }),
    httpsAgent: new HttpsAgent({ keepAlive: true, timeout: IDLE_MS }),
    maxRedirects: 0,
    responseType: "stream",
    validateStatus: () => true,
    ...(options.emulated && { proxy: false }),
  };
  return {
    async invoke<Result>(
      context: { config: unknown },
      next: () => Promise<Result>,
    ): Promise<Result> {
      // The SDK hands over axios' own mutable configuration, typed by a package we do not depend on.
      const config = context.config as Config;
      if (!isAllowed(config.url, options.mayServe))
        throw new DeliveryError("terminal", "ServiceUrlNotAllowed");
      const send = async () => {
        Object.assign(config, transport, { signal: AbortSignal.timeout(options.timeoutMs) });
        return (await exchange(config, next)) as Result & Response;
      };
      let response = await send();
      if (response.status === 401 && options.renewToken()) {
        withoutToken(config);
        response = await send();
      }
      if (response.status >= 200 && response.status < 300) return response;
      const retryAfter = response.headers["retry-after"];
      throw answeredFailure(
        response.status,
        response.data,
        typeof retryAfter === "string" ? retryAfter : undefined,
        Date.now(),
      );
    },
  };
}

async function exchange(config: Config, next: () => Promise<unknown>): Promise<Response> {
  let response: Response;
  try {
    response = (await next()) as Response;
  } catch (cause) {
    // Whatever fails before axios is asked is the token: the client fetches it first.
    throw isAxiosError(cause) ? unansweredFailure(cause) : tokenFailure(cause);
  }
  const limit = config.method === "get" ? MAX_GET_BYTES : MAX_BYTES;
  response.data = await readJson(response.data as Readable, limit);
  return response;
}

/** The body as JSON, or undefined: an answer that is cut, broken or no JSON is one without ids (reliability.md F39). */
async function readJson(stream: Readable, limit: number): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > limit) return undefined;
      chunks.push(chunk);
    }
    return JSON.parse(Buffer.concat(chunks, size).toString("utf8")) as unknown;
  } catch {
    // The status has arrived and says what happened; what follows it could only have added ids or a code.
    return undefined;
  }
}

function isAllowed(url: string | undefined, mayServe: ServiceUrlCheck): boolean {
  const parsed = url === undefined ? null : URL.parse(url);
  return parsed !== null && parsed.username === "" && mayServe(`${parsed.origin}/`);
}

function isAxiosError(error: unknown): boolean {
  return error instanceof Error && "isAxiosError" in error && error.isAxiosError === true;
}

function withoutToken(config: Config): void {
  const headers = Object.entries(config.headers ?? {});
  config.headers = Object.fromEntries(
    headers.filter(([name]) => name.toLowerCase() !== "authorization"),
  );
}
