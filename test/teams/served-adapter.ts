import { connect } from "node:net";
import { onTestFinished } from "vitest";
import { createLog } from "../../src/log.ts";
import { HttpAdapter, type HttpLimits } from "../../src/teams/http-adapter.ts";
import type { HttpAnswer, HttpRequest } from "../../src/teams/http-answer.ts";
import { answerOf } from "./recording-bot.ts";

/** An adapter whose POST /echo gives back the JSON it read, or how it was refused. */
export async function serve(limits: Partial<HttpLimits> = {}) {
  const lines: string[] = [];
  const adapter = new HttpAdapter({
    host: "127.0.0.1",
    log: createLog({ level: "debug", write: (line) => lines.push(line) }),
    frontDoor: async (_, next) => next({ body: undefined, headers: {} }),
    limits: { maxBodyBytes: 1_000, lingerMs: 300, ...limits },
  });
  onTestFinished(() => adapter.stop());
  adapter.addRoute({ method: "POST", path: "/echo", handler: echo });
  await adapter.start(0);
  return { adapter, lines, url: `http://127.0.0.1:${adapter.port}` };
}

export async function echo(request: HttpRequest): Promise<HttpAnswer> {
  const body = await request.readJson();
  return body.ok
    ? { status: 200, body: { read: body.value } }
    : { status: body.refusal.status, body: { error: body.refusal } };
}

export const json = { "content-type": "application/json" };
export const post = (
  url: string,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = json,
) => answerOf(`${url}/echo`, { method: "POST", body, headers });

/** Everything the server sends for what is written, until it closes. */
export function raw(port: number, ...writes: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    let heard = "";
    const socket = connect(port, "127.0.0.1", () => {
      for (const text of writes) socket.write(text);
    });
    socket.setEncoding("utf8").on("data", (text: string) => (heard += text));
    socket.on("close", () => resolve(heard)).on("error", reject);
  });
}

/** Matches a whole answer as it comes over the wire. */
export const jsonError = (status: number, code: string) =>
  new RegExp(`^HTTP/1\\.1 ${status} [^]*content-type: application/json[^]*"code":"${code}"`, "i");
