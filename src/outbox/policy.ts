import type { Instant } from "../domain/time.ts";
import type { Message, Outbox, Times } from "../store/store.ts";
import type { DeliveryError } from "./delivery.ts";

/** Deliveries that fail for certain are tried this many times before somebody has to look (reliability.md §4.2, F36). */
const MOST_TRIES = 12;
const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 15 * 60_000;
/** Until the way to the Connector is looked at again. */
const UNREACHABLE_WAIT_MS = 5_000;
/** As long as nothing is sent at all then (way.ts). */
const UNAUTHORIZED_WAIT_MS = 60_000;

type Wait = { readonly dueAt?: Instant; readonly holdUntil?: Instant };
type Failed = {
  readonly message: Message;
  readonly error: DeliveryError;
  readonly outbox: Outbox;
  readonly times: Times;
};

/** Marks the message for later or for never, by what went wrong and by its class (reliability.md §3, §4.2). */
export async function afterFault(
  message: Message,
  error: DeliveryError,
  outbox: Outbox,
  times: Times,
): Promise<void> {
  const failed: Failed = { message, error, outbox, times };
  switch (error.fault) {
    case "throttled":
      return waitFor(failed, error.retryAfterMs ?? FIRST_WAIT_MS);
    case "unreachable":
      return waitFor(failed, jittered(UNREACHABLE_WAIT_MS));
    case "unauthorized":
      return waitFor(failed, UNAUTHORIZED_WAIT_MS);
    case "conflict":
    case "undrawn":
      return message.attempts < MOST_TRIES ? tryAgain(failed) : giveUp(failed);
    case "unknown":
      // Edits may be repeated freely; a post may have arrived, so its class decides (reliability.md §3).
      if (message.sent) return tryAgain(failed);
      return void (await outbox.markUnanswered(message, error.code, times));
    case "notFound":
      if (message.sent) return void (await outbox.forgetSent(message, false, times.real));
      return giveUp(failed);
    case "terminal":
    case "tooBig":
    case "badRequest":
      return giveUp(failed);
  }
}

/** Not the message's trouble but its way's: it waits in real time and loses no try. */
async function waitFor({ message, error, outbox, times }: Failed, waitMs: number): Promise<void> {
  const holdUntil = after(times.real, waitMs);
  await outbox.retryLater(message, { holdUntil, countAttempt: false }, error.code, times.real);
}

/** Backs off by the clock the rules go by (decisions.md §9.5); edits know real time only. */
async function tryAgain({ message, error, outbox, times }: Failed): Promise<void> {
  const waitMs = backoffMs(message.attempts);
  const wait: Wait = message.sent
    ? { holdUntil: after(times.real, waitMs) }
    : { dueAt: after(times.now, waitMs) };
  await outbox.retryLater(message, { ...wait, countAttempt: true }, error.code, times.real);
}

async function giveUp({ message, error, outbox, times }: Failed): Promise<void> {
  await outbox.markEnded(message, "failed", error.code, times.real);
}

function backoffMs(attempts: number): number {
  return jittered(Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(attempts, 10)));
}

/** A quarter more or less, so that what failed together does not come back together. */
function jittered(waitMs: number): number {
  return waitMs * (0.75 + Math.random() / 2);
}

function after(instant: Instant, ms: number): Instant {
  return new Date(Date.parse(instant) + ms).toISOString();
}
