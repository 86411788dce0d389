import type { Dialogue } from "./dialogue.ts";
import type { Occasion, OccasionId } from "./occasion.ts";

/** What people must be told about an occasion: "Ändrat tillfälle" or "Inställt tillfälle" (process.md §8, §13.3). */
export type OccasionNotice = {
  /** Of the item that records it as sent, after `event.notice.`. */
  readonly key: string;
  readonly occasionId: OccasionId;
  readonly number: number;
  readonly kind: "moved" | "cancelled";
};

/**
 * Every notice that has been sent, and the newest of each occasion that must be: when it has been moved, and when it has
 * been cancelled after people were invited. A move that nobody was told of before the next one needs no notice of its own.
 */
export function occasionNotices(state: Dialogue): readonly OccasionNotice[] {
  return Object.values(state.occasions)
    .toSorted((a, b) => a.number - b.number)
    .flatMap((occasion) => noticesOf(state, occasion));
}

function noticesOf(state: Dialogue, occasion: Occasion): readonly OccasionNotice[] {
  const { id, number, moves } = occasion;
  const cancelled = wasCancelledOnInvited(state, occasion);
  const all = Array.from({ length: moves }, (_, index) => ({
    key: `${id}.${index + 1}`,
    occasionId: id,
    number,
    kind: "moved" as const,
  }));
  const sent = all.filter(({ key }) => isSent(state, key));
  if (cancelled)
    return [...sent, { key: `${id}.cancelled`, occasionId: id, number, kind: "cancelled" }];
  const newest = occasion.status === "planned" ? all.at(-1) : undefined;
  return newest && !sent.includes(newest) ? [...sent, newest] : sent;
}

function isSent(state: Dialogue, key: string): boolean {
  return typeof state.items[`event.notice.${key}`]?.values.sentAt === "string";
}

function wasCancelledOnInvited(state: Dialogue, { status, cancelledAt }: Occasion): boolean {
  const invitation = state.items["event.invite"];
  const invited = invitation?.recordedAt;
  return (
    status === "cancelled" &&
    cancelledAt !== undefined &&
    invited !== undefined &&
    typeof invitation?.values.publishedAt === "string" &&
    invited <= cancelledAt
  );
}
