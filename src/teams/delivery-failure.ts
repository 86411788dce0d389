import { z } from "zod";
import { DeliveryError, type DeliveryFault } from "../outbox/delivery.ts";

const SECOND_MS = 1_000;
const HOUR_MS = 3_600_000;
const UNSTATED_MS = 5_000;

/**
 * How long a Retry-After asks us to wait: seconds or an HTTP date, bounded to one second up to one hour; five seconds
 * when it is missing or says nothing we understand (reliability.md F34).
 */
export function retryAfterMs(header: string | undefined, now: number): number {
  const value = header?.trim() ?? "";
  const asked = /^-?\d{1,12}(?:\.\d+)?$/.test(value)
    ? Number(value) * SECOND_MS
    : /^[A-Z][a-z]{2},? /.test(value)
      ? Date.parse(value) - now
      : Number.NaN;
  return Number.isNaN(asked) ? UNSTATED_MS : Math.min(HOUR_MS, Math.max(SECOND_MS, asked));
}

/** What may be a code, and no sentence with words of a message in it. */
const code = z
  .string()
  .regex(/^[A-Za-z][\w.-]{0,79}$/)
  .optional()
  .catch(undefined);
const ErrorBody = z.object({
  error: z.object({ code, subCode: code }).optional().catch(undefined),
  code,
  subCode: code,
});

/** The most exact code an error body of the Connector names, if it names one. */
export function codeOf(body: unknown): string | undefined {
  const parsed = ErrorBody.safeParse(body);
  if (!parsed.success) return undefined;
  const { error, code: plain, subCode } = parsed.data;
  return error?.subCode ?? subCode ?? error?.code ?? plain;
}

/** An answer of the Connector that is no success, as what it means for the message (reliability.md §4.2). */
export function answeredFailure(
  status: number,
  body: unknown,
  retryAfter: string | undefined,
  now: number,
): DeliveryError {
  const named = codeOf(body);
  const fault = named === "MessageSizeTooBig" ? "tooBig" : faultOf(status);
  return new DeliveryError(fault, named ?? `Http${status}`, {
    status,
    ...(fault === "throttled" && { retryAfterMs: retryAfterMs(retryAfter, now) }),
  });
}

function faultOf(status: number): DeliveryFault {
  if (status === 429) return "throttled";
  if (status === 401) return "unauthorized";
  // A 403 is terminal whatever its code says: real ones lack the documented codes (reliability.md §4.2).
  if (status === 403) return "terminal";
  if (status === 404 || status === 410) return "notFound";
  if (status === 409 || status === 412) return "conflict";
  if (status === 413) return "tooBig";
  if (status === 408 || status >= 500 || status < 400) return "unknown";
  return "badRequest";
}

/** The system calls that make a connection: whatever fails in them, no request has left. */
const CONNECTING = new Set(["connect", "getaddrinfo"]);
const NEVER_SENT =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ERR_TLS_\w+|CERT_\w+|DEPTH_ZERO_\w+|UNABLE_TO_\w+|SELF_SIGNED_\w+)$/;

/**
 * A request that got no answer. When the connection was never made nothing can have arrived; otherwise it is unknown
 * (reliability.md §3).
 */
export function unansweredFailure(cause: unknown): DeliveryError {
  const { code: given, syscall } = systemError(cause);
  const never = NEVER_SENT.test(given ?? "") || CONNECTING.has(syscall ?? "");
  return new DeliveryError(never ? "unreachable" : "unknown", given ?? "NoAnswer", { cause });
}

/** No token could be had. Entra's own code is kept for the operator; its text, which may hold more, is not. */
export function tokenFailure(cause: unknown): DeliveryError {
  if (cause instanceof DeliveryError) return cause;
  const { code: given } = systemError(cause);
  const text = cause instanceof Error ? `${cause.message} ${given ?? ""}` : "";
  const named = /AADSTS\d{1,9}/.exec(text)?.[0];
  return new DeliveryError("unauthorized", named ?? given ?? "NoToken", { cause });
}

/** The codes of an error or of what caused it, the innermost first. */
function systemError(error: unknown): { code: string | undefined; syscall: string | undefined } {
  let code: string | undefined;
  let syscall: string | undefined;
  for (let at = error; at instanceof Error; at = at.cause) {
    if ("code" in at && typeof at.code === "string") code = codeOf(at) ?? code;
    if ("syscall" in at && typeof at.syscall === "string") syscall = at.syscall;
  }
  return { code, syscall };
}
