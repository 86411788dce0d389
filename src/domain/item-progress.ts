import type { Dialogue } from "./dialogue.ts";
import { confirmedDecisions, type LaterMatter, matterOfDraft } from "./decision-matters.ts";
import { isIncomplete } from "./item-completeness.ts";
import { isMissing } from "./fields.ts";
import { occasionNotices } from "./occasion-notices.ts";
import { finalDecision, startDecision } from "./permissions.ts";
import { type PositionMatter, resultOn } from "./position.ts";
import { laterFollowUps, statusNotices } from "./repeating.ts";
import { findItem, type Item, type Step, type Template } from "./template.ts";

export type ItemProgress = "done" | "draft" | "empty";

/** Done when every required field is filled in and, for a steering group item, the chair has fixed it. */
export function itemProgress(state: Dialogue, item: Item): ItemProgress {
  const kept = state.items[item.id];
  if (item.id === "triage.result") return state.triage ? "done" : "empty";
  if (item.id === "decide.confirm") return startDecision(state) ? "done" : "empty";
  if (item.id === "final.confirm") return finalDecision(state) ? "done" : "empty";
  const checked = checkpointProgress(state, item);
  if (checked) return checked;
  if (!kept) return "empty";
  // What was filled in beforehand may be fixed as it stands.
  if (!kept.fixed && Object.values(kept.values).every((value) => value === null)) return "empty";
  if (kept.superseded !== undefined) return "draft";
  const drafted = matterOfDraft(item.id);
  if (drafted !== undefined && !isRegistered(state, drafted)) return "draft";
  // A decision's fields are drafts until it is registered (decisions.md §8.5).
  if (item.id === "decide.register" && !isDecisionPending(state) && !startDecision(state))
    return "draft";
  if (missingFields(state, item).length > 0 || isIncomplete(state, item)) return "draft";
  return item.fixedByChair && !isFixed(state, item.id) ? "draft" : "done";
}

/** What the steering group's position on the proposal and the gates say; nothing there is filled in (process.md §4.5). */
function checkpointProgress(
  { positions, gates }: Dialogue,
  { id }: Item,
): ItemProgress | undefined {
  const result = resultOn(positions, "proposal");
  const begun = positions.some(({ matter }) => matter === "proposal");
  switch (id) {
    case "check.vote":
      return result === "approve" ? "done" : begun ? "draft" : "empty";
    case "check.review":
      return result ? "done" : begun ? "draft" : "empty";
    case "check.preconditions":
      return gates.G5 === undefined ? "empty" : "done";
    default:
      return undefined;
  }
}

const MATTER_OF: { readonly [itemId: string]: PositionMatter } = {
  "plan.feedback-method": "feedback-method",
  "plan.level": "level",
};

/** The chair has fixed it, or the group has approved it as it stands: neither needs the other (decisions.md §8.7). */
export function isFixed(state: Dialogue, itemId: string): boolean {
  const kept = state.items[itemId];
  if (kept?.fixed) return true;
  const matter = MATTER_OF[itemId];
  const approved = state.positions.findLast(
    (one) => one.matter === matter && one.closed && !one.superseded,
  );
  return (
    matter !== undefined &&
    approved?.closed?.tally.result === "approve" &&
    (kept?.recordedAt ?? "") <= approved.openedAt
  );
}

/** Names of the required fields that hold nothing. */
export function missingFields(state: Dialogue, item: Item): readonly string[] {
  const values = state.items[item.id]?.values ?? {};
  return item.fields.filter((field) => isMissing(field, values)).map(({ name }) => name);
}

/** True for an item of the template that is done; an item the template lacks counts as done. */
export function isDone(state: Dialogue, template: Template, itemId: string): boolean {
  const found = findItem(template, itemId);
  return found === undefined || itemProgress(state, found.item) === "done";
}

/** A registered decision that waits for the chair. */
export function isDecisionPending(state: Dialogue): boolean {
  return state.decisions.some(({ status }) => status === "registered");
}

function isRegistered(state: Dialogue, about: LaterMatter): boolean {
  return state.decisions.some(({ matter, status }) => matter === about && status !== "sentBack");
}

/** The items of a step as they are to be done: one for each occasion that is not cancelled, one for each notice that is due (process.md §4.6). */
export function itemsIn(state: Dialogue, step: Step): readonly Item[] {
  return step.items.flatMap((item) => {
    if (item.each === undefined) return [item];
    return keysOf(state, item.each).map((key) => ({ ...item, id: `${item.id}.${key}` }));
  });
}

function keysOf(state: Dialogue, each: NonNullable<Item["each"]>): readonly string[] {
  if (each === "decision") return confirmedDecisions(state).map(({ id }) => id);
  if (each === "change") return occasionNotices(state).map(({ key }) => key);
  if (each === "D13") return statusNotices(state);
  if (each === "D18") return laterFollowUps(state);
  return Object.values(state.occasions)
    .filter(({ status }) => status === "planned")
    .toSorted((a, b) => a.number - b.number)
    .map(({ id }) => id);
}
