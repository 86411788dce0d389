/**
 * What a failed delivery means for the message (reliability.md §4.2):
 * - `throttled`: not accepted; wait `retryAfterMs`, which is always set.
 * - `conflict`: not accepted because of something at the same time; try again with backoff.
 * - `unreachable`: the request never left (no connection, no such host); try again with backoff.
 * - `unauthorized`: our own credentials; stop sending, no attempt is consumed.
 * - `unknown`: it may have arrived or not; the message's class decides.
 * - `not-found`: conversation or activity is gone; forget the stored id.
 * - `terminal`: this conversation does not take our messages; no more calls.
 * - `too-big`: send the short form.
 * - `bad-request`: our fault; never again as it is.
 */
export type DeliveryErrorKind =
  | "throttled"
  | "conflict"
  | "unreachable"
  | "unauthorized"
  | "unknown"
  | "not-found"
  | "terminal"
  | "too-big"
  | "bad-request";

export type DeliveryFailure = {
  readonly kind: DeliveryErrorKind;
  readonly status?: number | undefined;
  /** The platform's own code, such as BotNotInConversationRoster; only letters, digits, dots and dashes. */
  readonly code?: string | undefined;
  readonly retryAfterMs?: number | undefined;
};

/** A message could not be delivered now, or never; `kind` says which. Holds no text of the message or the answer. */
export class DeliveryError extends Error {
  override readonly name = "DeliveryError";
  /** The message is made of kind, status and code alone, so the log may quote it. */
  readonly loggable = true;
  readonly kind: DeliveryErrorKind;
  readonly status: number | undefined;
  readonly code: string | undefined;
  /** Set when throttled: between one second and one hour. */
  readonly retryAfterMs: number | undefined;

  constructor(failure: DeliveryFailure, options?: ErrorOptions) {
    const { kind, status, code, retryAfterMs } = failure;
    super(["Not delivered:", kind, status, code].filter(Boolean).join(" "), options);
    this.kind = kind;
    this.status = status;
    this.code = code;
    this.retryAfterMs = retryAfterMs;
  }
}
