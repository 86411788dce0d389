import type { Dialogue, GateId } from "./dialogue.ts";
import { isBlank, isMissing } from "./fields.ts";
import { startDecision } from "./permissions.ts";
import type { Problem } from "./rejection.ts";
import { findItem, type StepId, type Template } from "./template.ts";

export const GATES: readonly GateId[] = ["G0", "G1", "G2", "G3", "G4a"];

/** The gates into a step, in the order they are reported (decisions.md §8.3). Steps 1 and 2 go side by side. */
export function gatesInto(stepId: StepId): readonly GateId[] {
  switch (stepId) {
    case "triage":
      return [];
    case "identify-issue":
    case "purpose-and-influence":
      return ["G0"];
    case "decide-dialogue":
      return ["G0", "G1", "G2"];
    case "planning":
    case "checkpoint":
    case "conduct-dialogue":
    case "compile-results":
    case "final-decision":
    case "feedback-to-citizens":
    case "evaluate-and-learn":
    case "follow-up":
      return ["G3", "G4a"];
  }
}

/** The gates that close a step when they are passed; none for steps whose gate is not built yet. */
export function gateOut(stepId: StepId): readonly GateId[] {
  switch (stepId) {
    case "triage":
      return ["G0"];
    case "identify-issue":
      return ["G1"];
    case "purpose-and-influence":
      return ["G2"];
    case "decide-dialogue":
      return ["G3"];
    case "planning":
    case "checkpoint":
    case "conduct-dialogue":
    case "compile-results":
    case "final-decision":
    case "feedback-to-citizens":
    case "evaluate-and-learn":
    case "follow-up":
      return [];
  }
}

/** Steps after planning, which nobody can work in until the gates between are built. */
export function isAhead(stepId: StepId): boolean {
  return gateOut(stepId).length === 0 && stepId !== "planning";
}

/** What keeps the gate closed, with everything that is missing; undefined when its conditions hold (process.md §3). */
export function unmet(state: Dialogue, gate: GateId, template: Template): Problem | undefined {
  switch (gate) {
    case "G0":
      return unmetTriage(state);
    case "G1": {
      const missing = incomplete(state, template, [
        "identify.statement",
        "identify.aspects",
        "identify.boards",
      ]);
      return missing.length > 0 ? { code: "E-TOPIC-MISSING", missing } : undefined;
    }
    case "G2":
      return unmetPurpose(state, template);
    case "G3":
      return startDecision(state) ? undefined : { code: "E-NO-BOARD-DECISION" };
    case "G4a":
      return isBlank(state.items["plan.appoint"]?.values.civilServant)
        ? { code: "E-NO-CIVIL-SERVANT" }
        : undefined;
  }
}

function unmetTriage(state: Dialogue): Problem | undefined {
  const missing = [
    ...(state.triage?.result === "citizen_dialogue" ? [] : ["triage.result"]),
    ...(state.initiatorConfirmed ? [] : ["initiator"]),
  ];
  return missing.length > 0 ? { code: "E-NOT-CITIZEN-DIALOGUE", missing } : undefined;
}

/** Purpose written, room for influence, decision maker and time known, willing to change (process.md §3 G2, §4.2). */
function unmetPurpose(state: Dialogue, template: Template): Problem | undefined {
  const missing = [...incomplete(state, template, ["purpose.statement", "purpose.use"])];
  if (
    isBlank(state.items["purpose.use"]?.values.plannedDecisionDate) &&
    !missing.includes("purpose.use")
  )
    missing.push("purpose.use");
  if (state.items["purpose.willing"]?.values.willingToChange !== true)
    missing.push("purpose.willing");
  if (state.items["triage.influence"]?.values.isInfluenceable === "no")
    missing.push("triage.influence");
  return missing.length > 0 ? { code: "E-NOT-INFLUENCEABLE", missing } : undefined;
}

function incomplete(
  state: Dialogue,
  template: Template,
  itemIds: readonly string[],
): readonly string[] {
  return itemIds.filter((itemId) => {
    const found = findItem(template, itemId);
    const values = state.items[itemId]?.values ?? {};
    return found?.item.fields.some((field) => isMissing(field, values));
  });
}

/** The first gate into the step that is closed, with what it lacks; undefined when the step is open. */
export function firstClosed(
  state: Dialogue,
  stepId: StepId,
  template: Template,
): { readonly gate: GateId; readonly problem: Problem } | undefined {
  for (const gate of gatesInto(stepId)) {
    const problem = unmet(state, gate, template);
    if (problem) return { gate, problem };
  }
  return undefined;
}
