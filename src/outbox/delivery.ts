import type { IAdaptiveCard } from "@microsoft/teams.cards";
import type { Target } from "../domain/messages.ts";
import type { SentMessage } from "../store/store.ts";

/**
 * What became of a delivery that did not succeed, by reliability.md §4.2. Only `unknown` may have arrived all the same.
 */
export type DeliveryFault =
  | "throttled"
  | "terminal"
  | "notFound"
  | "unauthorized"
  | "tooBig"
  | "conflict"
  /** No connection was made, so nothing has left. */
  | "unreachable"
  /** It could not be drawn, which is a bug of ours. */
  | "undrawn"
  | "unknown"
  | "badRequest";

/** A delivery that did not succeed: for later or for never. `code` is the Connector's own, for the log. */
export class DeliveryError extends Error {
  override readonly name = "DeliveryError";
  readonly fault: DeliveryFault;
  readonly code: string;
  readonly status: number | undefined;
  /** How long the Connector asked us to wait, already bounded. */
  readonly retryAfterMs: number | undefined;

  constructor(
    fault: DeliveryFault,
    code: string,
    more: { status?: number; retryAfterMs?: number; cause?: unknown } = {},
  ) {
    super(`The Connector did not take the message: ${code}.`, { cause: more.cause });
    this.fault = fault;
    this.code = code;
    this.status = more.status;
    this.retryAfterMs = more.retryAfterMs;
  }
}

export type DrawnCard = {
  readonly card: IAdaptiveCard;
  /** The words of the notification (`summary`); never beside the card as text. */
  readonly summary: string;
};

/** Takes cards to where people see them. Throws DeliveryError. */
export type Deliver = {
  /** `thread` is where the dialogue's thread root lies, for replies. */
  readonly post: (
    to: Target,
    drawn: DrawnCard,
    thread: SentMessage | undefined,
  ) => Promise<SentMessage>;
  /** May be repeated: the same edit twice is the same card. */
  readonly edit: (sent: SentMessage, drawn: DrawnCard, to: Target) => Promise<void>;
  readonly remove: (sent: SentMessage, to: Target) => Promise<void>;
};
