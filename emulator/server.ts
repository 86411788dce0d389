import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { ZodError, z } from "zod";
import { type Cloud, openCloud } from "./cloud.ts";
import { connectorRoutes } from "./connector.ts";
import { controlRoutes } from "./control.ts";
import type { Fault } from "./faults.ts";
import {
  type Answer,
  matchRoute,
  parseBody,
  readBody,
  Refusal,
  refusalAnswer,
  type Route,
  writeAnswer,
} from "./http.ts";
import { pageAnswer } from "./page-files.ts";
import { signInRoutes } from "./sign-in.ts";
import { parseWorld, type WorldInput } from "./world.ts";

export type Emulator = { url: string; close(): Promise<void> };

/** Starts the stand-in for Teams on 127.0.0.1; port 0 takes any free one. Rejects when the port is taken or the world is wrong. */
export async function startEmulator(options: {
  port: number;
  botUrl?: string;
  world: WorldInput;
  statePath?: string;
}): Promise<Emulator> {
  const cloud = openCloud({
    world: parseWorld(options.world),
    statePath: options.statePath,
    botUrl: options.botUrl ?? "http://127.0.0.1:3978",
  });
  const connector = [...signInRoutes(cloud), ...connectorRoutes(cloud)];
  const control = controlRoutes(cloud);
  const server = createServer((request, response) => {
    serve(cloud, { connector, control }, request, response).catch((error: unknown) => {
      // The last resort: a fault of the emulator itself is told to the caller and ends nothing else.
      writeAnswer(response, {
        status: 500,
        body: { error: { code: "ServiceError", message: String(error) } },
      });
    });
  });
  // Longer than any client keeps an idle connection, so that none is closed while it is being used again.
  server.keepAliveTimeout = 120_000;
  await listen(server, options.port);
  cloud.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: cloud.url,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      cloud.state.close();
    },
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve());
  });
}

type Routes = { connector: Route[]; control: Route[] };

async function serve(
  cloud: Cloud,
  routes: Routes,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? "/", "http://127.0.0.1");
  if (url.pathname.startsWith("/control/"))
    return writeAnswer(response, await run(routes.control, request, url, undefined));
  const page = request.method === "GET" ? pageAnswer(url.pathname) : undefined;
  if (page) return writeAnswer(response, page);
  return serveConnector(cloud, routes.connector, request, response, url);
}

async function serveConnector(
  cloud: Cloud,
  routes: Route[],
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const text = await readBody(request);
  const method = request.method ?? "GET";
  const [, conversationId, activityId] =
    /\/v3\/conversations\/([^/]+)(?:\/activities\/([^/]+))?/.exec(url.pathname) ?? [];
  const entry = cloud.received.add({
    at: new Date().toISOString(),
    method,
    path: url.pathname,
    ...(conversationId === undefined ? {} : { conversationId: decodeURIComponent(conversationId) }),
    ...(activityId === undefined ? {} : { activityId: decodeURIComponent(activityId) }),
    status: 0,
    applied: false,
    bytes: Buffer.byteLength(text),
    body: undefined,
  });
  const fault = cloud.faults.take(method, url.pathname, text);
  const isApplied = !fault || fault.answer.deliver || fault.answer.closeAfterDeliver;
  const real = isApplied ? await run(routes, request, url, text, entry) : undefined;
  entry.applied = real !== undefined && real.status < 300;
  if (!fault) {
    entry.status = real?.status ?? 0;
    return writeAnswer(response, real ?? { status: 404 });
  }
  return answerFault(fault, real, entry, response);
}

async function answerFault(
  fault: Fault,
  real: Answer | undefined,
  entry: { status: number },
  response: ServerResponse,
): Promise<void> {
  const { status, retryAfter, delayMs, bytes, silent, closeAfterDeliver } = fault.answer;
  const body = bytes === undefined ? fault.answer.body : { padding: "x".repeat(bytes) };
  // A silent fault leaves the connection open until the other side, or the end of the emulator, closes it.
  if (silent) return;
  if (closeAfterDeliver) {
    response.destroy();
    return;
  }
  if (delayMs !== undefined) await new Promise((resolve) => setTimeout(resolve, delayMs));
  const headers = {
    ...real?.headers,
    ...(retryAfter === undefined ? {} : { "retry-after": String(retryAfter) }),
  };
  entry.status = status ?? real?.status ?? 500;
  if (typeof body === "string") {
    const raw = { type: "text/html", content: body };
    return writeAnswer(response, { status: entry.status, raw, headers });
  }
  const error = { error: { code: "ServiceError", message: "A fault ordered by the test" } };
  writeAnswer(response, {
    status: entry.status,
    body: body ?? (status === undefined || status < 300 ? real?.body : error),
    headers,
  });
}

/** Runs the route of a call. What it refuses becomes its answer; a badly formed control call is 400. */
async function run(
  routes: Route[],
  request: IncomingMessage,
  url: URL,
  readText: string | undefined,
  entry?: { body: unknown },
): Promise<Answer> {
  try {
    const text = readText ?? (await readBody(request));
    // Every region is the same here; which one the bot asked stands in what was received.
    const path = url.pathname.replace(/^\/[a-z]+(?=\/v3\/)/, "");
    const found = matchRoute(routes, request.method ?? "GET", path);
    if (!found)
      throw new Refusal(404, "NotFound", `Nothing answers ${request.method} ${url.pathname}`);
    const body = parseBody(text, request.headers["content-type"]);
    if (entry) entry.body = body;
    return await found.route.handle({
      method: request.method ?? "GET",
      path: url.pathname,
      query: url.searchParams,
      parameters: found.parameters,
      headers: request.headers,
      body,
      bytes: Buffer.byteLength(text),
    });
  } catch (error) {
    if (error instanceof Refusal) return refusalAnswer(error);
    if (error instanceof ZodError)
      return refusalAnswer(new Refusal(400, "BadArgument", z.prettifyError(error)));
    throw error;
  }
}
