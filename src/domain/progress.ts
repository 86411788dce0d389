import type { Dialogue } from "./dialogue.ts";
import { firstClosed, gateOut } from "./gates.ts";
import { itemProgress, itemsIn } from "./item-progress.ts";
import { type Step, type StepId, stepOf, type Template } from "./template.ts";

export type StepProgress = {
  /** process.md §2.1; `cancelled` comes with stopping a dialogue. */
  readonly status: "not_started" | "in_progress" | "ready" | "done" | "blocked";
  /** Of the items that must be done (M). */
  readonly done: number;
  readonly total: number;
};

export function stepProgress(state: Dialogue, template: Template, stepId: StepId): StepProgress {
  const must = itemsIn(state, stepOf(template, stepId)).filter(({ strength }) => strength === "M");
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
  if (closed) return "not_started";
  if (ready) return "ready";
  const begun = itemsIn(state, stepOf(template, stepId)).some(
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
