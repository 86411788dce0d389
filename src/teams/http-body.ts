import type { IncomingMessage } from "node:http";
import { type Checked, refused } from "./http-answer.ts";

export type BodyLimits = {
  readonly maxBodyBytes: number;
  readonly bodyTimeoutMs: number;
  readonly maxJsonDepth: number;
};

const JSON_TYPE = "application/json";
const FORM_TYPE = "application/x-www-form-urlencoded";

/** Refuses what can be refused by the headers alone: 415 for another content type or any encoding, 413 for the size. */
export function checkBodyHeaders(
  request: IncomingMessage,
  limits: BodyLimits,
  wanted = JSON_TYPE,
): Checked<undefined> {
  const [type = "", charset = "", ...more] = (request.headers["content-type"] ?? "").split(";");
  const isWanted = type.trim().toLowerCase() === wanted && more.length === 0;
  if (!isWanted || !/^\s*(?:charset="?utf-8"?\s*)?$/i.test(charset))
    return refused(415, "wrong-content-type", `Send ${wanted} in UTF-8.`);
  // Nothing is ever unpacked, so a small body cannot become a large one.
  if ((request.headers["content-encoding"] ?? "identity").toLowerCase() !== "identity")
    return refused(415, "encoded-body", "Send the body without content encoding.");
  return Number(request.headers["content-length"] ?? 0) > limits.maxBodyBytes
    ? tooLarge(limits)
    : { ok: true, value: undefined };
}

/**
 * The body as JSON. Refuses 413 above the size limit, 408 when it has not all come in time, 400 when it is no UTF-8 or
 * no JSON, is nested too deep or has a `__proto__` key (reliability.md F57, F58, S49). Never holds more than the limit.
 */
export async function readJsonBody(
  request: IncomingMessage,
  limits: BodyLimits,
): Promise<Checked<unknown>> {
  const headers = checkBodyHeaders(request, limits);
  if (!headers.ok) return headers;
  const bytes = await readBytes(request, limits);
  return bytes.ok ? parseJson(bytes.value, limits.maxJsonDepth) : bytes;
}

/** The fields of a form. Refuses as readJsonBody does. */
export async function readFormBody(
  request: IncomingMessage,
  limits: BodyLimits,
): Promise<Checked<URLSearchParams>> {
  const headers = checkBodyHeaders(request, limits, FORM_TYPE);
  if (!headers.ok) return headers;
  const bytes = await readBytes(request, limits);
  if (!bytes.ok) return bytes;
  return { ok: true, value: new URLSearchParams(bytes.value.toString("utf8")) };
}

function readBytes(request: IncomingMessage, limits: BodyLimits): Promise<Checked<Buffer>> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const finish = (result: Checked<Buffer>) => {
      clearTimeout(timer);
      request.off("data", onData);
      resolve(result);
    };
    const onData = (chunk: Buffer) => {
      size += chunk.length;
      if (size > limits.maxBodyBytes) finish(tooLarge(limits));
      else chunks.push(chunk);
    };
    const timer = setTimeout(
      () =>
        finish(refused(408, "body-too-slow", "The body did not arrive in time; send it again.")),
      limits.bodyTimeoutMs,
    );
    request.on("data", onData);
    request.once("end", () => finish({ ok: true, value: Buffer.concat(chunks, size) }));
    request.once("error", () => finish(refused(400, "broken-off", "The body never ended.")));
  });
}

function tooLarge(limits: BodyLimits) {
  return refused(413, "body-too-large", `Send at most ${limits.maxBodyBytes} bytes.`);
}

const strictUtf8 = new TextDecoder("utf-8", { fatal: true });

function parseJson(bytes: Buffer, maxDepth: number): Checked<unknown> {
  let value: unknown;
  try {
    value = JSON.parse(strictUtf8.decode(bytes));
  } catch (cause) {
    if (!(cause instanceof SyntaxError || cause instanceof TypeError)) throw cause;
    return refused(400, "not-json", "The body is not JSON in UTF-8.");
  }
  return checkNesting(value, maxDepth);
}

/** Walks without recursion: what walks after it may recurse. */
function checkNesting(root: unknown, maxDepth: number): Checked<unknown> {
  let level: object[] = isNested(root) ? [root] : [];
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > maxDepth)
      return refused(400, "too-deep", `The body is nested deeper than ${maxDepth} levels.`);
    const next: object[] = [];
    for (const value of level) {
      if (Object.hasOwn(value, "__proto__"))
        return refused(400, "forbidden-key", "The body holds a key named __proto__.");
      for (const child of Object.values(value)) if (isNested(child)) next.push(child);
    }
    level = next;
  }
  return { ok: true, value: root };
}

function isNested(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
