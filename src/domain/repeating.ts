import type { Dialogue } from "./dialogue.ts";
import { finalDecision } from "./permissions.ts";

/** How a follow-up is recorded, by its number: the first two have items of their own (process.md §4.11). */
export function followUpItem(number: number): string {
  return ["follow.m6", "follow.m12"][number - 1] ?? `follow.n.${number}`;
}

/** The number of the follow-up that is recorded so; undefined for anything else. */
export function followUpNumber(itemId: string): number | undefined {
  if (itemId === followUpItem(1)) return 1;
  if (itemId === followUpItem(2)) return 2;
  const number = /^follow\.n\.(\d+)$/u.exec(itemId)?.[1];
  return number === undefined ? undefined : Number(number);
}

/** How the status notice with that number is recorded. */
export function statusNoticeItem(number: number): string {
  return `feedback.status.${number}`;
}

/** The numbers of the status notices that have been sent or are to be: one more each time, while there is no decision (process.md §13.3 D13). */
export function statusNotices(state: Dialogue): readonly string[] {
  const sent = countSent(state, statusNoticeItem);
  const waits = allEnded(state) && !finalDecision(state) && !isFinished(state);
  return numbers(1, sent + (waits ? 1 : 0));
}

/** The numbers of the follow-ups beyond the first two: as many as the group has chosen, then one more each time, until the issue is finished (D18). */
export function laterFollowUps(state: Dialogue): readonly string[] {
  if (!finalDecision(state)) return [];
  const chosen = state.items["plan.feedback-method"]?.values.followUpMonths;
  const least = Array.isArray(chosen) ? chosen.length : 0;
  const sent = countSent(state, followUpItem);
  return numbers(3, isFinished(state) ? sent : Math.max(least, sent + 1));
}

function isFinished(state: Dialogue): boolean {
  return typeof state.items["follow.finish"]?.values.finishedAt === "string";
}

/** Every occasion that is not cancelled has had its planned end, and there was one. */
function allEnded({ occasions }: Dialogue): boolean {
  const planned = Object.values(occasions).filter(({ status }) => status === "planned");
  return planned.length > 0 && planned.every(({ endedAt }) => endedAt !== undefined);
}

function countSent(state: Dialogue, itemOf: (number: number) => string): number {
  let number = 0;
  while (typeof state.items[itemOf(number + 1)]?.values.sentAt === "string") number += 1;
  return number;
}

function numbers(first: number, last: number): readonly string[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => String(first + index));
}
