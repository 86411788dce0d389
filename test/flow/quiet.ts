import { createHash } from "node:crypto";
import { expect, vi } from "vitest";
import type { EmulatorClient } from "../support/emulator.ts";
import type { KeptMessage, Ledger } from "./ledger.ts";

/** Waits until everything of the dialogue that is due is out and every card shows what it should. */
export async function untilQuiet(ledger: Ledger, dialogueId: string, now = "9"): Promise<void> {
  const busy = () =>
    ledger
      .messages(dialogueId)
      .filter((message) => isBusy(message, now))
      .map(({ key, status }) => `${key} ${status}`);
  await vi.waitFor(() => expect(busy()).toEqual([]), { timeout: 25_000, interval: 100 });
}

function isBusy({ status, next_at, shown, wanted, leased }: KeptMessage, now: string): boolean {
  if (leased === 1 || status === "sending") return true;
  if (status === "pending") return next_at <= now;
  return status === "sent" && shown < wanted;
}

/** The card that stands in Teams for each message that was sent, by its key; fails when it is another than the last one drawn. */
export async function standingCards(
  emulator: EmulatorClient,
  ledger: Ledger,
  dialogueId: string,
): Promise<Map<string, object>> {
  const standing = new Map<string, object>();
  for (const message of ledger.messages(dialogueId)) {
    if (message.status !== "sent" || message.activity_id === null) continue;
    const [conversation = ""] = (message.conversation_id ?? "").split(";");
    const there = await emulator.messages(conversation);
    const card = there.find(({ id }) => id === message.activity_id)?.card;
    const hash = createHash("sha256").update(JSON.stringify(card)).digest("base64url");
    expect([message.key, hash]).toEqual([message.key, message.shown_hash]);
    standing.set(message.key, card as object);
  }
  return standing;
}

type Call = {
  readonly at: string;
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
};

/** Microsoft's numbers for one conversation: so many posts, edits and deletions in so many seconds (reliability.md §4.1). */
const WINDOWS = [
  [1, 7],
  [2, 8],
  [30, 60],
] as const;

/** Where a bot sent more to one conversation than Teams takes, in words; empty when it kept within the limits. */
export function overLimits(calls: readonly Call[]): string[] {
  const sends = calls.filter(
    ({ method, path }) => method !== "GET" && path.includes("/v3/conversations"),
  );
  return Object.entries(Object.groupBy(sends, conversationOf)).flatMap(([place, list = []]) => {
    const times = list.map(({ at }) => Date.parse(at)).toSorted((a, b) => a - b);
    return WINDOWS.flatMap(([seconds, most]) =>
      times.some((at, index) => (times[index + most] ?? Infinity) - at < seconds * 1_000)
        ? [`more than ${most} in ${seconds} s to ${place}`]
        : [],
    );
  });
}

/** A new thread names its channel in the body; everything else has the conversation in its path. */
function conversationOf({ path, body }: Call): string {
  const [, inPath] = /\/v3\/conversations\/([^/;]+)/.exec(decodeURIComponent(path)) ?? [];
  const made = body as { channelData?: { channel?: { id?: string } } } | undefined;
  return inPath ?? made?.channelData?.channel?.id ?? "new chats";
}
