import type { Dialogue } from "./dialogue.ts";
import { rowsOf } from "./fields.ts";
import { targetGroups } from "./target-groups.ts";
import type { Values } from "./value.ts";

/** The seven messages no communication plan may lack (process.md §8). */
export type CompulsoryMessage =
  | "invitation"
  | "reminder"
  | "thanks"
  | "feedback1"
  | "feedback2"
  | "followUp"
  | "changed";

/** How many messages of a purpose it takes, in the order they are sent. That an occasion is moved or cancelled is told for information. */
const NEEDED: readonly (readonly [CompulsoryMessage, purpose: string, count: number])[] = [
  ["invitation", "invite", 1],
  ["reminder", "remind", 1],
  ["changed", "inform", 1],
  ["thanks", "thank", 1],
  ["feedback1", "feedback", 1],
  ["feedback2", "feedback", 2],
  ["followUp", "followup", 1],
];

/** The compulsory messages the plan does not have yet. */
export function missingMessages(state: Dialogue): readonly CompulsoryMessage[] {
  const purposes = messages(state).map(({ purpose }) => purpose);
  return NEEDED.filter(
    ([, purpose, count]) => purposes.filter((one) => one === purpose).length < count,
  ).map(([message]) => message);
}

/** Met in person, on paper or addressed to the one who reads: works for those who are not reached on the web. */
const IN_PERSON: ReadonlySet<unknown> = new Set([
  "press",
  "letter",
  "sms",
  "poster",
  "school",
  "association",
  "outreach",
  "meeting",
]);

/**
 * The A groups that no message reaches otherwise than digitally (process.md §8). A message that names no group is for
 * all of them. None while the plan has no messages: then all of it is missing.
 */
export function groupsReachedOnlyDigitally(state: Dialogue): readonly string[] {
  const personal = messages(state).filter(({ channel }) => IN_PERSON.has(channel));
  if (messages(state).length === 0) return [];
  return targetGroups(state)
    .filter(({ priority }) => priority === "A")
    .filter(({ id }) => !personal.some(({ groups }) => isFor(groups, id)))
    .map(({ id }) => id);
}

function isFor(groups: Values[string] | undefined, groupId: string): boolean {
  const named = Array.isArray(groups) ? (groups as readonly unknown[]) : [];
  return named.length === 0 || named.includes(groupId);
}

function messages(state: Dialogue): readonly Values[] {
  return rowsOf(state.items["plan.communication"]?.values.commItems).map(({ values }) => values);
}
