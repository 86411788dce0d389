import type { Instant } from "../domain/time.ts";
import type { Message, Outbox, Times } from "../store/store.ts";
import type { DeliveryError } from "./delivery.ts";

/** Deliveries that fail for certain are tried this many times before somebody has to look (reliability.md §4.2). */
const MOST_TRIES = 8;
/** A request whose answer was lost is sent once more after this long (reliability.md §3). */
const REPEAT_AFTER_MS = 10 * 60_000;
const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 15 * 60_000;

/** Marks the message for later or for never, by what went wrong and by its class (reliability.md §3, §4.2). */
export async function afterFault(
  message: Message,
  error: DeliveryError,
  outbox: Outbox,
  times: Times,
): Promise<void> {
  const { fault, code } = error;
  switch (fault) {
    case "throttled":
      return later(message, outbox, code, {
        holdUntil: after(times.real, error.retryAfterMs ?? FIRST_WAIT_MS),
      });
    case "unauthorized":
      // Our own trouble, not the message's: it waits and loses no try.
      return later(message, outbox, code, { holdUntil: after(times.real, 60_000) });
    case "conflict":
      return message.attempts < MOST_TRIES
        ? later(
            message,
            outbox,
            code,
            { holdUntil: after(times.real, backoffMs(message.attempts)) },
            true,
          )
        : end(message, outbox, "failed", code);
    case "unknown":
      return unanswered(message, outbox, code, times);
    case "notFound":
      if (message.sent) return void (await outbox.forgetSent(message, false));
      return end(message, outbox, "failed", code);
    case "terminal":
    case "tooBig":
    case "badRequest":
      return end(message, outbox, "failed", code);
  }
}

/** Edits may be repeated freely. A post may have arrived: asked of one person it is sent once more, in a channel never (reliability.md §3). */
async function unanswered(
  message: Message,
  outbox: Outbox,
  code: string,
  { now, real }: Times,
): Promise<void> {
  if (message.sent)
    return later(
      message,
      outbox,
      code,
      { holdUntil: after(real, backoffMs(message.attempts)) },
      true,
    );
  if (message.delivery === "repeat" && message.attempts < 2)
    return later(message, outbox, code, { dueAt: after(now, REPEAT_AFTER_MS) }, true);
  return end(message, outbox, "unknown", code);
}

async function later(
  message: Message,
  outbox: Outbox,
  code: string,
  wait: { dueAt?: Instant; holdUntil?: Instant },
  countAttempt = false,
): Promise<void> {
  await outbox.retryLater(message, { ...wait, countAttempt }, code);
}

async function end(
  message: Message,
  outbox: Outbox,
  status: "failed" | "unknown",
  code: string,
): Promise<void> {
  await outbox.markEnded(message, status, code);
}

function backoffMs(attempts: number): number {
  return (
    Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(attempts, 10)) *
    (0.75 + Math.random() / 2)
  );
}

function after(instant: Instant, ms: number): Instant {
  return new Date(Date.parse(instant) + ms).toISOString();
}
