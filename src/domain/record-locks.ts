import { hasInvited, matterOfDraft, minutesItemOf } from "./decision-matters.ts";
import type { Dialogue } from "./dialogue.ts";
import { itemProgress } from "./item-progress.ts";
import type { Problem } from "./rejection.ts";
import type { Item } from "./template.ts";

/** The drafts of registrations after the first, and what is recorded about a decision or a stop; their locks are their own. */
export function isRecordItem(itemId: string): boolean {
  return matterOfDraft(itemId) !== undefined || BESIDE.some((one) => itemId.startsWith(one));
}
const BESIDE = ["minutes.", "stop.notice", "final.minutes"];

/** A registration waits for the chair or is a record; minutes are followed once the decision is confirmed; a notice is sent once. */
export function whyRecordLocked(state: Dialogue, item: Item): Problem | undefined {
  const locked = { code: "E-LOCKED-RECORD", itemId: item.id } as const;
  const matter = matterOfDraft(item.id);
  if (matter !== undefined) {
    const standing = state.decisions.some(
      (one) =>
        one.matter === matter &&
        (one.status === "registered" || (matter === "final" && one.status === "confirmed")),
    );
    return standing ? locked : undefined;
  }
  if (item.id === "stop.notice") {
    if (state.status !== "stopped" || !hasInvited(state)) return { code: "E-FORBIDDEN" };
    return itemProgress(state, item) === "done" ? locked : undefined;
  }
  const followed = state.decisions.some(
    (one) => one.status === "confirmed" && minutesItemOf(one) === item.id,
  );
  return followed ? undefined : { code: "E-NO-BOARD-DECISION" };
}
