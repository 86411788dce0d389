import type { IncomingMessage, ServerResponse } from "node:http";

export type Call = {
  method: string;
  path: string;
  query: URLSearchParams;
  parameters: Record<string, string>;
  headers: IncomingMessage["headers"];
  body: unknown;
  bytes: number;
};

/** What a route answers. `raw` is sent as it is; `stream` takes the response over. */
export type Answer = {
  status: number;
  body?: unknown;
  raw?: { type: string; content: string | Buffer };
  headers?: Record<string, string>;
  stream?: (response: ServerResponse) => void;
};

export type Route = {
  method: string;
  path: string;
  handle: (call: Call) => Answer | Promise<Answer>;
};

/** A refusal as the Bot Connector words it: a status and an error code. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly retryAfterSeconds: number | undefined;
  constructor(
    status: number,
    code: string,
    message: string,
    options: { retryAfterSeconds?: number; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = "Refusal";
    this.status = status;
    this.code = code;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}

/** The JSON answer of a refusal, in the form `{error:{code,message}}`. */
export function refusalAnswer(refusal: Refusal): Answer {
  return {
    status: refusal.status,
    body: { error: { code: refusal.code, message: refusal.message } },
    ...(refusal.retryAfterSeconds === undefined
      ? {}
      : { headers: { "retry-after": String(refusal.retryAfterSeconds) } }),
  };
}

const bodyLimitBytes = 4_000_000;

/** Reads a whole body. Refuses more than 4 MB with 413. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > bodyLimitBytes) throw new Refusal(413, "RequestTooLarge", "The body is too large");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** Reads a body by its content type: JSON or a form. An empty body is undefined. */
export function parseBody(text: string, contentType: string | undefined): unknown {
  if (text === "") return undefined;
  if (contentType?.startsWith("application/x-www-form-urlencoded"))
    return Object.fromEntries(new URLSearchParams(text));
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Refusal(400, "BadSyntax", "The body is not JSON", { cause });
  }
}

/** Finds the route and the values of its `:parts`; literal parts are compared without regard to case. */
export function matchRoute(
  routes: Route[],
  method: string,
  path: string,
): { route: Route; parameters: Record<string, string> } | undefined {
  const parts = path.split("/");
  for (const route of routes) {
    if (route.method !== method) continue;
    const parameters = matchPath(route.path.split("/"), parts);
    if (parameters) return { route, parameters };
  }
  return undefined;
}

function matchPath(pattern: string[], parts: string[]): Record<string, string> | undefined {
  if (pattern.length !== parts.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    const given = parts[index] ?? "";
    if (part.startsWith(":")) {
      if (given === "") return undefined;
      parameters[part.slice(1)] = decodePart(given);
    } else if (part.toLowerCase() !== given.toLowerCase()) return undefined;
  }
  return parameters;
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch (cause) {
    throw new Refusal(400, "BadSyntax", "The path is badly encoded", { cause });
  }
}

/** Writes an answer. Does nothing when the other side has already gone. */
export function writeAnswer(response: ServerResponse, answer: Answer): void {
  if (response.destroyed || response.writableEnded) return;
  if (answer.stream) {
    answer.stream(response);
    return;
  }
  if (answer.raw) {
    response.writeHead(answer.status, { "content-type": answer.raw.type, ...answer.headers });
    response.end(answer.raw.content);
    return;
  }
  response.writeHead(answer.status, {
    "content-type": "application/json; charset=utf-8",
    ...answer.headers,
  });
  response.end(answer.body === undefined ? "" : JSON.stringify(answer.body));
}
