import type { Dialogue } from "./dialogue.ts";
import { confirmedDecisions, type LaterMatter, matterOfDraft } from "./decision-matters.ts";
import { isIncomplete } from "./item-completeness.ts";
import { isMissing } from "./fields.ts";
import { occasionNotices } from "./occasion-notices.ts";
import { finalDecision, startDecision } from "./permissions.ts";
import { resultOn } from "./position.ts";
import { laterFollowUps, statusNotices } from "./repeating.ts";
import { findItem, type Item, type Step, type Template } from "./template.ts";

export type ItemProgress = "done" | "draft" | "empty";

/** Done when every required field is filled in and, for a steering group item, the chair has fixed it. */
export function itemProgress(state: Dialogue, item: Item): ItemProgress {
  const kept = state.items[item.id];
  if (item.id === "triage.result") return state.triage ? "done" : "empty";
  if (item.id === "decide.confirm") return startDecision(state) ? "done" : "empty";
  if (item.id === "final.confirm") return finalDecision(state) ? "done" : "empty";
  if (item.id === "check.vote") return resultOn(state.positions, "proposal") ? "done" : "empty";
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
  return item.fixedByChair && !kept.fixed ? "draft" : "done";
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
