import { connect } from "node:net";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { json, jsonError, post, raw, serve } from "./served-adapter.ts";

const head = (length: number) =>
  `POST /echo HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n`;

describe("a body", () => {
  test("is read as JSON", async () => {
    const { url } = await serve();
    expect(await post(url, '{"å":[1]}')).toMatchObject({ status: 200, body: { read: { å: [1] } } });
    expect(
      (await post(url, "7", { "content-type": 'Application/JSON; charset="UTF-8"' })).status,
    ).toBe(200);
  });

  test.each<[string, string | Uint8Array<ArrayBuffer>, Record<string, string>, number, string]>([
    ["as plain text", "{}", { "content-type": "text/plain" }, 415, "wrong-content-type"],
    [
      "as a form",
      "a=1",
      { "content-type": "application/x-www-form-urlencoded" },
      415,
      "wrong-content-type",
    ],
    [
      "in latin1",
      "{}",
      { "content-type": "application/json; charset=latin1" },
      415,
      "wrong-content-type",
    ],
    ["packed by gzip", "{}", { ...json, "content-encoding": "gzip" }, 415, "encoded-body"],
    ["that is no JSON", "{a:1}", json, 400, "not-json"],
    ["that is no UTF-8", new Uint8Array([0x22, 0xff, 0x22]), json, 400, "not-json"],
    ["one byte too long", JSON.stringify("x".repeat(999)), json, 413, "body-too-large"],
    ["65 lists deep", "[".repeat(65) + "]".repeat(65), json, 400, "too-deep"],
    ["with __proto__ by an escape", '{"\\u005f_proto__":{}}', json, 400, "forbidden-key"],
    ["with __proto__ far down", '[[{"a":[{"__proto__":1}]}]]', json, 400, "forbidden-key"],
  ])("%s is refused", async (_, body, headers, status, code) => {
    const { url } = await serve();
    expect(await post(url, body, headers)).toMatchObject({ status, body: { error: { code } } });
  });

  test("at the limits is read", async () => {
    const { url } = await serve();
    expect((await post(url, JSON.stringify("x".repeat(998)))).status).toBe(200);
    expect((await post(url, "[".repeat(64) + "]".repeat(64))).status).toBe(200);
    expect(await post(url, '{"constructor":1,"a":null}')).toMatchObject({ status: 200 });
  });

  test("without a length is cut where the limit is", async () => {
    const { adapter } = await serve();
    const chunk = `${(800).toString(16)}\r\n${"x".repeat(800)}\r\n`;
    const head =
      "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";
    expect(await raw(adapter.port, head, chunk, chunk)).toMatch(jsonError(413, "body-too-large"));
  });

  test("too large is answered at once, and what still comes of it is held nowhere", async () => {
    const { adapter } = await serve({ lingerMs: 10_000 });
    setFlagsFromString("--expose-gc");
    const collectGarbage: () => void = runInNewContext("gc");
    collectGarbage();
    const before = process.memoryUsage().arrayBuffers;
    const socket = connect(adapter.port, "127.0.0.1");
    const answered = new Promise((resolve) => socket.setEncoding("utf8").once("data", resolve));
    socket.write(`${head(50_000_000)}{`);
    expect(await answered).toMatch(jsonError(413, "body-too-large"));
    const chunk = "x".repeat(1_000_000);
    for (let sent = 0; sent < 30; sent++)
      await new Promise<void>((resolve) => socket.write(chunk, () => resolve()));
    const growth = () => {
      collectGarbage();
      return process.memoryUsage().arrayBuffers - before;
    };
    await expect.poll(growth, { timeout: 5_000 }).toBeLessThan(5_000_000);
    socket.destroy();
  });

  test("that never ends is answered 408", async () => {
    const { adapter } = await serve({ bodyTimeoutMs: 50 });
    expect(await raw(adapter.port, head(10), '{"a"')).toMatch(jsonError(408, "body-too-slow"));
  });

  test("that is broken off harms nobody", async () => {
    const { adapter, url, lines } = await serve();
    const socket = connect(adapter.port, "127.0.0.1");
    socket.write(`${head(10)}{`);
    await new Promise<void>((resolve) => socket.end(() => resolve()));
    expect((await post(url, "{}")).status).toBe(200);
    expect(lines).toEqual([]);
  });
});

describe("what is no request", () => {
  test("is answered as JSON", async () => {
    const { adapter } = await serve();
    expect(await raw(adapter.port, "HELLO\r\n\r\n")).toMatch(jsonError(400, "not-http"));
  });

  test("with headers of 100 kB is answered as JSON", async () => {
    const { adapter } = await serve();
    const head = `GET / HTTP/1.1\r\nHost: x\r\nA: ${"a".repeat(100_000)}\r\n\r\n`;
    expect(await raw(adapter.port, head)).toMatch(jsonError(431, "headers-too-large"));
  });

  test("with headers that never end is answered 408", async () => {
    const { adapter } = await serve({ headersTimeoutMs: 50 });
    expect(await raw(adapter.port, "GET / HTTP/1.1\r\nHost:")).toMatch(
      jsonError(408, "request-too-slow"),
    );
  });
});
