import { expect } from "vitest";
import type { Post } from "./list-heard.ts";
import { isMorning, readMorning, readRequest } from "./list-read.ts";
import { asksIn, morningsOf, requestsOf, type Tables } from "./list-tables.ts";

/** A reminder as the database keeps it once it is sent, beside the message it was sent in. */
export type KeptReminder = {
  readonly key: string;
  readonly about: string;
  readonly activity_id: string;
};
export const KEPT_REMINDERS = `select reminder.key, reminder.about, message.activity_id
  from reminder join message on message.id = reminder.message_id where message.status = 'sent'`;

/**
 * What people got is what the tables say, to the minute and the person, nothing less and nothing more; and each thing was
 * the one planned reminder of its kind. On the days of `unanswered` the bot never heard that its messages had been
 * taken: each is there once more ten minutes later, as its class allows, and the same to the last word.
 */
export function checkLists(
  posts: readonly Post[],
  kept: readonly KeptReminder[],
  tables: Tables,
  unanswered: readonly string[] = [],
): void {
  const all = posts.filter(isMorning);
  const repeats = all.filter(({ at }) => at.endsWith(":40Z"));
  const mornings = all.filter((post) => !repeats.includes(post));
  expect(mornings.map(readMorning).toSorted()).toEqual(morningsOf(tables));
  const lost = mornings.filter(({ at }) => unanswered.some((day) => at.startsWith(day)));
  const isHeard = (post: Post) => !lost.includes(post);
  expect(repeats.map(wordsOf).toSorted()).toEqual(lost.map(wordsOf).toSorted());
  const requests = posts.filter((post) => !isMorning(post));
  const asks = asksIn(tables);
  expect(requests.map((post) => readRequest(post, asks)).toSorted()).toEqual(requestsOf(tables));
  checkKept([...mornings.filter(isHeard), ...repeats], kept);
}

/** What stood on a card as words is what the bot had planned to say in it, reminder by reminder. */
function checkKept(mornings: readonly Post[], kept: readonly KeptReminder[]): void {
  expect(new Set(kept.map(({ key }) => key)).size).toBe(kept.length);
  const planned = Map.groupBy(kept, (row) => row.activity_id);
  for (const post of mornings) {
    const rungs = (planned.get(post.id) ?? []).map(({ about }) => rungIn(about)).toSorted();
    const [, things = ""] = readMorning(post).split(": ");
    expect([post.at, post.person, ...rungs]).toEqual([
      post.at,
      post.person,
      ...things
        .split(" + ")
        // Whom the internal evaluation asked is forgotten when it closes.
        .filter((thing) => !thing.includes(" D15 "))
        .map((thing) => thing.split(" ")[0] ?? "")
        .toSorted(),
    ]);
  }
}

export function rungIn(about: string): string {
  const { type, rung } = JSON.parse(about) as { readonly type: string; readonly rung?: string };
  if (type === "occasion") return "E-påm";
  return rung === "open" ? "utskick" : (rung ?? type);
}

function wordsOf({ person, at, lines }: Post): string {
  return [person, at.slice(0, 10), ...lines].join("\n");
}
