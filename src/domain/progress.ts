import type { Dialogue } from "./dialogue.ts";
import { isMissing } from "./fields.ts";
import { firstClosed, gateOut, isAhead } from "./gates.ts";
import { startDecision } from "./permissions.ts";
import { findItem, type Item, type Step, type StepId, stepOf, type Template } from "./template.ts";

export type ItemProgress = "done" | "draft" | "empty";

/** Done when every required field is filled in and, for a steering group item, the chair has fixed it. */
export function itemProgress(state: Dialogue, item: Item): ItemProgress {
  const kept = state.items[item.id];
  if (item.id === "triage.result") return state.triage ? "done" : "empty";
  if (item.id === "decide.confirm") return startDecision(state) ? "done" : "empty";
  if (!kept || Object.values(kept.values).every((value) => value === null)) return "empty";
  // A decision's fields are drafts until it is registered (decisions.md §8.5).
  if (item.id === "decide.register" && !isDecisionPending(state) && !startDecision(state))
    return "draft";
  if (missingFields(state, item).length > 0) return "draft";
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

export type StepProgress = {
  /** process.md §2.1; `cancelled` comes with stopping a dialogue. */
  readonly status: "not_started" | "in_progress" | "ready" | "done" | "blocked";
  /** Of the items that must be done (M). */
  readonly done: number;
  readonly total: number;
};

export function stepProgress(state: Dialogue, template: Template, stepId: StepId): StepProgress {
  const must = stepOf(template, stepId).items.filter(({ strength }) => strength === "M");
  const done = must.filter((item) => itemProgress(state, item) === "done").length;
  return {
    status: stepStatus(state, template, stepId, done === must.length),
    done,
    total: must.length,
  };
}

function stepStatus(
  state: Dialogue,
  template: Template,
  stepId: StepId,
  ready: boolean,
): StepProgress["status"] {
  const out = gateOut(stepId);
  if (out.length > 0 && out.every((gate) => state.gates[gate] !== undefined)) return "done";
  const closed = firstClosed(state, stepId, template)?.gate;
  // Planning shows its lock until the board's decision; then it has begun, with the appointment (process.md §3 G3, G4a).
  if (stepId === "planning" && closed) return closed === "G4a" ? "in_progress" : "blocked";
  if (closed || isAhead(stepId)) return "not_started";
  if (ready) return "ready";
  const begun = stepOf(template, stepId).items.some(
    (item) => itemProgress(state, item) !== "empty",
  );
  return begun || stepId === "triage" || stepId === "planning" ? "in_progress" : "not_started";
}

/** "Du är här": the first step in order that is not done. */
export function currentStep(state: Dialogue, template: Template): Step {
  const steps = template.steps.toSorted((a, b) => a.order - b.order);
  const open = steps.find(({ id }) => stepProgress(state, template, id).status !== "done");
  return open ?? (steps.at(-1) as Step);
}
