import type { Context } from "./context.ts";
import type { Deadline } from "./deadline.ts";
import { deadlinesOf } from "./deadlines-of.ts";
import type { Dialogue } from "./dialogue.ts";
import { isBlank } from "./fields.ts";
import { Rejection } from "./rejection.ts";
import { type Instant, reminderInstant } from "./time.ts";

/** What time removes: the list of addresses that was kept for feedback alone (GDPR 5.1 e). */
export type PurgeCommand = { readonly type: "PurgeContactList" };
export type PurgeFact = {
  readonly type: "ContactListPurged";
  /** When it was to be; the disposal decision may have come later (decisions.md §9.1). */
  readonly meant: Instant;
};

/** One row of the purge log. */
export type Purge = {
  readonly what: "contactList";
  readonly meant: Instant;
  readonly at: Instant;
};

/** The log after the list has gone. */
export function evolvePurges(
  purges: readonly Purge[],
  { meant, at }: PurgeFact & { readonly at: Instant },
): readonly Purge[] {
  return [...purges, { what: "contactList", meant, at }];
}

/** When the contact list is to go: 08:30 of D19's day, once a disposal decision is entered; undefined while nothing says so. */
export function purgeAt(state: Dialogue, deadlines: readonly Deadline[]): Instant | undefined {
  const deadline = deadlines.find(({ code }) => code === "D19");
  if (!deadline || isPurged(state)) return undefined;
  if (isBlank(state.items["follow.purge"]?.values.gallringsbeslut)) return undefined;
  return reminderInstant(deadline.due);
}

export function isPurged({ purges }: Dialogue): boolean {
  return purges.some(({ what }) => what === "contactList");
}

/** By time alone; nothing before its instant, without a disposal decision or a second time. */
export function purgeContactList(state: Dialogue, context: Context): PurgeFact[] {
  if (context.actor !== "system") throw new Rejection({ code: "E-FORBIDDEN" });
  const { template, calendar, now } = context;
  const meant = purgeAt(state, deadlinesOf(state, template, calendar));
  return meant !== undefined && meant <= now ? [{ type: "ContactListPurged", meant }] : [];
}
