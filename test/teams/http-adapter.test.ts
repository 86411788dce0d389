import { connect } from "node:net";
import { describe, expect, test } from "vitest";
import { createLog } from "../../src/log.ts";
import { HttpAdapter } from "../../src/teams/http-adapter.ts";
import type { HttpAnswer } from "../../src/teams/http-answer.ts";
import { answerOf } from "./recording-bot.ts";
import { echo, post, raw, serve } from "./served-adapter.ts";

describe("routes", () => {
  test("are found by method and path, whatever the query", async () => {
    const { adapter, url } = await serve();
    adapter.addRoute({
      method: "GET",
      path: "/metrics",
      handler: ({ query }) => ({ status: 200, text: `up ${query.get("q")}\n` }),
    });
    const response = await fetch(`${url}/metrics?q=1`);
    expect(await response.text()).toBe("up 1\n");
    expect(response.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
  });

  test("that are not there are answered 404 and 405 as JSON", async () => {
    const { url } = await serve();
    expect(await answerOf(`${url}/nowhere`)).toMatchObject({
      status: 404,
      body: { error: { code: "not-found" } },
    });
    const wrong = await fetch(`${url}/echo`);
    expect(wrong.status).toBe(405);
    expect(wrong.headers.get("allow")).toBe("POST");
    expect(await wrong.json()).toMatchObject({ error: { code: "wrong-method" } });
  });

  test("cannot be added twice", async () => {
    const { adapter } = await serve();
    expect(() => adapter.addRoute({ method: "POST", path: "/echo", handler: echo })).toThrow(
      /POST \/echo/,
    );
  });

  test("of the SDK other than the messages' are refused, for they would have no front door", async () => {
    const { adapter } = await serve();
    const handler = async () => ({ status: 200 });
    expect(() => adapter.registerRoute("POST", "/api/functions/x", handler)).toThrow(
      /no front door/,
    );
    expect(() => adapter.registerRoute("POST", "/api/messages", handler)).not.toThrow();
  });

  test("that throw are answered 500 with a reference that finds the log line", async () => {
    const { adapter, url, lines } = await serve();
    adapter.addRoute({
      method: "GET",
      path: "/bug",
      handler: () => {
        throw new TypeError("Annas svar");
      },
    });
    const { status, body } = await answerOf(`${url}/bug`);
    expect({ status, body }).toMatchObject({ status: 500, body: { error: { code: "internal" } } });
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({
      what: "http.failed",
      reference: (body as { error: { reference: string } }).error.reference,
      path: "/bug",
      error: "TypeError",
    });
    expect(lines.join("") + JSON.stringify(body)).not.toContain("Annas svar");
    expect((await post(url, "{}")).status).toBe(200);
  });
});

describe("starting and stopping", () => {
  test("a taken port is refused with what to do", async () => {
    const { adapter } = await serve();
    const second = new HttpAdapter({
      host: "127.0.0.1",
      log: createLog({ level: "error", write() {} }),
      frontDoor: async () => ({ status: 200 }),
    });
    await expect(second.start(adapter.port)).rejects.toThrow(
      `Cannot listen on 127.0.0.1 port ${adapter.port} (EADDRINUSE); choose another PORT or HOST.`,
    );
  });

  test("what is in flight is finished, and nothing new is taken", async () => {
    const { adapter, url } = await serve();
    const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>();
    const { promise: gate, resolve: openGate } = Promise.withResolvers<void>();
    adapter.addRoute({
      method: "GET",
      path: "/slow",
      handler: async () => {
        arrive();
        await gate;
        return { status: 200, body: { done: true } };
      },
    });
    const slow = fetch(`${url}/slow`);
    await arrived;
    const stopped = adapter.stop();
    await expect(fetch(`${url}/echo`)).rejects.toThrow("fetch failed");
    openGate();
    const response = await slow;
    expect(response.headers.get("connection")).toBe("close");
    expect(await response.json()).toEqual({ done: true });
    await stopped;
  });

  test("what is in flight for too long is cut", async () => {
    const { adapter, url, lines } = await serve({ drainMs: 30 });
    const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>();
    adapter.addRoute({
      method: "GET",
      path: "/never",
      handler: () => {
        arrive();
        return new Promise<HttpAnswer>(() => {});
      },
    });
    const never = fetch(`${url}/never`);
    never.catch(() => {});
    await arrived;
    await adapter.stop();
    await expect(never).rejects.toThrow("fetch failed");
    expect(lines.join("")).toContain("http.drain-cut");
  });

  test("a connection kept alive is told that the bot stops", async () => {
    const { adapter } = await serve();
    const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>();
    const { promise: gate, resolve: openGate } = Promise.withResolvers<void>();
    adapter.addRoute({
      method: "GET",
      path: "/slow",
      handler: async () => {
        arrive();
        await gate;
        return { status: 200 };
      },
    });
    const request = (path: string) => `GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`;
    const heard = raw(adapter.port, request("/slow"), request("/echo"));
    await arrived;
    const stopped = adapter.stop();
    openGate();
    expect(await heard).toMatch(/^HTTP\/1\.1 200 [^]*connection: close/i);
    await stopped;
  });

  test("only the host named is listened on", async () => {
    const { adapter } = await serve();
    const outside = new Promise((resolve, reject) => {
      connect(adapter.port, "127.0.0.2").on("connect", resolve).on("error", reject);
    });
    await expect(outside).rejects.toThrow(/connect E/);
  });
});
