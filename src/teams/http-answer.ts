import type { IncomingHttpHeaders } from "node:http";

/** What a route gives back: `body` is written as JSON, `text` as it is. */
export type HttpAnswer = {
  readonly status: number;
  readonly body?: unknown;
  readonly text?: string;
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

/** A request whose body has not been read: a route that must check who asks does that first. */
export type HttpRequest = {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  /** Every value of a header, also of those that Node would merge or drop. */
  readonly headerValues: (name: string) => readonly string[];
  /** Names this request in the log and in an error answer. */
  readonly reference: string;
  /** Where the connection comes from; never logged. */
  readonly neighbour: string;
  /** Reads the body once as the fields of a form, within smaller limits than JSON. */
  readonly readFields: () => Promise<Checked<URLSearchParams>>;
  /** Reads the body once as JSON, within the limits of size, time and depth, or says how to refuse. */
  readonly readJson: () => Promise<Checked<unknown>>;
};

export type Route = {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** One path, or with "/*" at its end every path that begins so. */
  readonly path: string;
  readonly handler: (request: HttpRequest) => Promise<HttpAnswer> | HttpAnswer;
};

/** Why a request is not let in. `code` is for programs and the log, `message` says what to do. */
export type Refusal = { readonly status: number; readonly code: string; readonly message: string };

export type Checked<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Refusal };

/** A refusal as the failed half of a check. */
export function refused(
  status: number,
  code: string,
  message: string,
): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal: { status, code, message } };
}

/** The one shape of every error this server answers: `{error:{code,message,reference?}}`. */
export function errorAnswer(refusal: Refusal, reference?: string): HttpAnswer {
  const { status, code, message } = refusal;
  return { status, body: { error: { code, message, ...(reference && { reference }) } } };
}
