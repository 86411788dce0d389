import type { InboundMessage } from "./activity-shape.ts";

/** What was written to the bot, without the mention that called it. Other people's mentions stay as words. */
export function wordsTo(activity: InboundMessage): string {
  const own = activity.entities.filter(
    ({ type, mentioned }) => type === "mention" && mentioned?.id === activity.recipient.id,
  );
  const text = own.reduce(
    (left, { text: mention }) => (mention ? left.replaceAll(mention, " ") : left),
    activity.text,
  );
  return text.trim();
}

/** Whether the bot itself is mentioned: in a channel it reads nothing else (decisions.md §2.1). */
export function isMentioned(activity: InboundMessage): boolean {
  return activity.entities.some(
    ({ type, mentioned }) => type === "mention" && mentioned?.id === activity.recipient.id,
  );
}
