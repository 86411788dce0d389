import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import type { HttpRouteHandler, IHttpServerAdapter } from "@microsoft/teams.apps";
import type { Log } from "../log.ts";
import {
  type Checked,
  errorAnswer,
  type HttpAnswer,
  type HttpRequest,
  type Route,
} from "./http-answer.ts";
import { type BodyLimits, readFormBody, readJsonBody } from "./http-body.ts";

/** Decides about a request for the SDK before the SDK sees it, and passes it on with the caller's identity. */
export type FrontDoor = (request: HttpRequest, next: HttpRouteHandler) => Promise<HttpAnswer>;

export type HttpAdapterOptions = {
  readonly host: string;
  readonly log: Log;
  readonly frontDoor: FrontDoor;
  /** The one path the SDK may register. */
  readonly messagesPath?: string;
  readonly limits?: Partial<HttpLimits>;
};

export type HttpLimits = BodyLimits & {
  readonly headersTimeoutMs: number;
  /** How long stop() waits for requests in flight (reliability.md F60). */
  readonly drainMs: number;
  /** How much and how long a refused body is still swallowed, so that the caller can read why. */
  readonly lingerMs: number;
  readonly lingerBytes: number;
};

const LIMITS: HttpLimits = {
  maxBodyBytes: 256 * 1024,
  bodyTimeoutMs: 10_000,
  maxJsonDepth: 64,
  headersTimeoutMs: 10_000,
  drainMs: 9_000,
  lingerMs: 2_000,
  lingerBytes: 64 * 1024 * 1024,
};

/**
 * The bot's own HTTP server, in the SDK's adapter seam: listens on one host only, reads no body before the front door
 * asks for it, answers every error as JSON, and drains when stopped (teams-sdk.md, the front door).
 */
export class HttpAdapter implements IHttpServerAdapter {
  readonly #options: HttpAdapterOptions;
  readonly #limits: HttpLimits;
  readonly #routes = new Map<string, Route>();
  readonly #server: Server;
  #stopping: Promise<void> | undefined;

  constructor(options: HttpAdapterOptions) {
    this.#options = options;
    this.#limits = { ...LIMITS, ...options.limits };
    this.#server = createServer({
      headersTimeout: this.#limits.headersTimeoutMs,
      // The body has its own clock, so that it can be answered as JSON.
      requestTimeout: 0,
      keepAliveTimeout: 65_000,
      connectionsCheckingInterval: Math.min(1_000, this.#limits.headersTimeoutMs),
    });
    this.#server.on("request", (incoming, response) => void this.#serve(incoming, response));
    this.#server.on("clientError", (error: NodeJS.ErrnoException, socket) =>
      answerBrokenRequest(error, socket as Socket),
    );
  }

  /** Adds a route beside the SDK's. Refuses a second one for the same method and path. */
  addRoute(route: Route): void {
    const key = `${route.method} ${route.path}`;
    if (this.#routes.has(key)) throw new Error(`The route ${key} is there already; remove one.`);
    this.#routes.set(key, route);
  }

  /** The SDK's door. Refuses every path but the messages': anything else would have no front door. */
  registerRoute(method: "POST", path: string, handler: HttpRouteHandler): void {
    const messagesPath = this.#options.messagesPath ?? "/api/messages";
    if (path !== messagesPath)
      throw new Error(
        `The SDK wants the route ${path}, which has no front door; only ${messagesPath} has.`,
      );
    const { frontDoor } = this.#options;
    this.addRoute({ method, path, handler: (request) => frontDoor(request, handler) });
  }

  /** Resolves when listening; rejects when the port is taken or the host is not this machine's. */
  start(port: number | string): Promise<void> {
    const { host } = this.#options;
    return new Promise((resolve, reject) => {
      const failed = (cause: NodeJS.ErrnoException) =>
        reject(
          Object.assign(
            new Error(
              `Cannot listen on ${host} port ${port} (${cause.code}); choose another PORT or HOST.`,
              { cause },
            ),
            { code: cause.code, loggable: true },
          ),
        );
      this.#server.once("error", failed);
      this.#server.listen({ port: Number(port), host, exclusive: true }, () => {
        this.#server.off("error", failed);
        resolve();
      });
    });
  }

  /** The port listened on; the way to know it when 0 was asked for. */
  get port(): number {
    const address = this.#server.address() as AddressInfo | null;
    if (address === null) throw new Error("The server is not listening; call start() first.");
    return address.port;
  }

  /** Takes nothing new, lets what is in flight finish for at most `drainMs`, then cuts. Safe to call twice. */
  stop(): Promise<void> {
    this.#stopping ??= new Promise((resolve) => {
      if (!this.#server.listening) return resolve();
      const cut = setTimeout(() => {
        this.#options.log.warn("http.drain-cut", { waitMs: this.#limits.drainMs });
        this.#server.closeAllConnections();
      }, this.#limits.drainMs);
      this.#server.close(() => {
        clearTimeout(cut);
        resolve();
      });
      this.#server.closeIdleConnections();
    });
    return this.#stopping;
  }

  async #serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = this.#requestOf(incoming);
    let answer: HttpAnswer;
    try {
      answer = await this.#answer(request);
    } catch (error) {
      // The last resort: whatever was thrown becomes a 500 whose reference finds this line (reliability.md F59).
      this.#options.log.error("http.failed", {
        reference: request.reference,
        method: request.method,
        path: request.path,
        error,
      });
      answer = errorAnswer(
        {
          status: 500,
          code: "internal",
          message: "Something went wrong. Try again, and quote the reference if it stays.",
        },
        request.reference,
      );
    }
    this.#send(incoming, response, answer);
  }

  async #answer(request: HttpRequest): Promise<HttpAnswer> {
    if (this.#stopping)
      return errorAnswer({
        status: 503,
        code: "stopping",
        message: "The bot is stopping; try again soon.",
      });
    const allowed = [...this.#routes.values()].filter(({ path }) => leadsTo(path, request.path));
    const route = allowed.find(({ method }) => method === request.method);
    if (route) return route.handler(request);
    if (allowed.length === 0)
      return errorAnswer({
        status: 404,
        code: "not-found",
        message: "There is nothing at this address.",
      });
    const allow = allowed.map(({ method }) => method).join(", ");
    return {
      ...errorAnswer({ status: 405, code: "wrong-method", message: `Use ${allow}.` }),
      headers: { allow },
    };
  }

  #requestOf(incoming: IncomingMessage): HttpRequest {
    const target = incoming.url ?? "/";
    const mark = target.indexOf("?");
    let body: Promise<Checked<unknown>> | undefined;
    return {
      method: incoming.method ?? "",
      path: mark < 0 ? target : target.slice(0, mark),
      query: new URLSearchParams(mark < 0 ? "" : target.slice(mark + 1)),
      headers: incoming.headers,
      headerValues: (name) => incoming.headersDistinct[name.toLowerCase()] ?? [],
      reference: randomBytes(6).toString("hex"),
      neighbour: incoming.socket.remoteAddress ?? "",
      readFields: () => readFormBody(incoming, { ...this.#limits, maxBodyBytes: FORM_BYTES }),
      readJson: () => (body ??= readJsonBody(incoming, this.#limits)),
    };
  }

  #send(incoming: IncomingMessage, response: ServerResponse, answer: HttpAnswer): void {
    if (incoming.destroyed && !incoming.complete) return void response.destroy();
    const payload = Buffer.from(
      answer.text ?? (answer.body === undefined ? "" : JSON.stringify(answer.body)),
    );
    const type =
      answer.contentType ??
      (answer.text === undefined ? "application/json; charset=utf-8" : "text/plain; charset=utf-8");
    const leaves = !incoming.complete || this.#stopping !== undefined;
    response.writeHead(answer.status, {
      ...(payload.length > 0 && { "content-type": type }),
      "content-length": payload.length,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      ...(leaves && { connection: "close" }),
      ...answer.headers,
    });
    if (incoming.complete) return void response.end(payload);
    // Closing while the caller still writes would reset the connection, and the answer would be lost with it.
    response.write(payload);
    swallowRest(incoming, this.#limits, () => response.end());
  }
}

function leadsTo(route: string, path: string): boolean {
  return route.endsWith("/*") ? path.startsWith(route.slice(0, -1)) : route === path;
}

/** A form of ours holds a thousand characters in the visitor's own words, and little more. */
const FORM_BYTES = 32 * 1024;

function swallowRest(incoming: IncomingMessage, limits: HttpLimits, done: () => void): void {
  let left = limits.lingerBytes;
  const finish = () => {
    clearTimeout(timer);
    done();
    if (!incoming.complete) incoming.destroy();
  };
  const timer = setTimeout(finish, limits.lingerMs);
  incoming
    .once("close", finish)
    .once("end", finish)
    .once("error", () => {});
  incoming.on("data", (chunk: Buffer) => {
    left -= chunk.length;
    if (left < 0) finish();
  });
}

/** What is no HTTP at all never becomes a request, so it is answered by hand. */
function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (!socket.writable || error.code === "ECONNRESET") return void socket.destroy();
  const slow = error.code === "ERR_HTTP_REQUEST_TIMEOUT";
  const large = error.code === "HPE_HEADER_OVERFLOW";
  const [status, reason, code] = slow
    ? [408, "Request Timeout", "request-too-slow"]
    : large
      ? [431, "Request Header Fields Too Large", "headers-too-large"]
      : [400, "Bad Request", "not-http"];
  const body = JSON.stringify({ error: { code, message: `${reason}.` } });
  socket.end(
    `HTTP/1.1 ${status} ${reason}\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`,
  );
}
