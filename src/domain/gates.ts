import type { Dialogue, GateId } from "./dialogue.ts";
import { evaluationProblems, exportProblems, feedbackProblems } from "./gates-after.ts";
import { decisionProblems, occasionProblems, reportProblems } from "./gates-dialogue.ts";
import { approvalProblems, missingPlan, softProblems } from "./gates-plan.ts";
import { isBlank, isMissing } from "./fields.ts";
import { startDecision } from "./permissions.ts";
import type { Problem } from "./rejection.ts";
import { findItem, type StepId, type Template } from "./template.ts";

export const GATES: readonly GateId[] = [
  "G0",
  "G1",
  "G2",
  "G3",
  "G4a",
  "G4b",
  "G4c",
  "G5",
  "G6",
  "G7",
  "G8",
  "G9",
  "G10",
  "G11",
];

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
      return ["G3", "G4a"];
    case "checkpoint":
      return ["G3", "G4a", "G4b", "G4c"];
    case "conduct-dialogue":
      return ["G3", "G4a", "G5"];
    case "compile-results":
      return ["G3", "G4a", "G5", "G6"];
    case "final-decision":
      return ["G3", "G4a", "G5", "G7"];
    case "feedback-to-citizens":
      return ["G3", "G4a", "G5", "G8"];
    case "evaluate-and-learn":
      return ["G3", "G4a", "G5", "G9"];
    case "follow-up":
      return ["G3", "G4a", "G5", "G10"];
  }
}

/** Items that are done before their step is reached: what participants are told and asked does not wait for the board (process.md §4.9). */
const EARLIER: { readonly [itemId: string]: readonly GateId[] } = {
  // The appointment is what opens the civil servant's gate, so only the board's decision guards it.
  "plan.appoint": ["G3"],
  // What the board has decided is registered when it is decided.
  decision: ["G3"],
  minutes: ["G3"],
  "stop.notice": ["G3"],
  "feedback.heard": ["G3", "G4a", "G5", "G6"],
  "feedback.status": ["G3", "G4a", "G5", "G6"],
  "eval.participants": ["G3", "G4a", "G5"],
};

/** The gates an item waits for. */
export function gatesOf(itemId: string, stepId: StepId): readonly GateId[] {
  const early = Object.keys(EARLIER).find((id) => itemId === id || itemId.startsWith(`${id}.`));
  return (early === undefined ? undefined : EARLIER[early]) ?? gatesInto(stepId);
}

/** The gates that close a step when they are passed. */
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
      return ["G4b", "G4c"];
    case "checkpoint":
      return ["G5"];
    case "conduct-dialogue":
      return ["G6"];
    case "compile-results":
      return ["G7"];
    case "final-decision":
      return ["G8"];
    case "feedback-to-citizens":
      return ["G9"];
    case "evaluate-and-learn":
      return ["G10"];
    case "follow-up":
      return ["G11"];
  }
}

/** Everything that keeps the gate closed; nothing when its conditions hold (process.md §3). */
export function problemsAt(state: Dialogue, gate: GateId, template: Template): readonly Problem[] {
  const problems = conditionsOf(state, gate, template);
  return problems.length > 0 || !state.waiting.includes(gate) ? problems : waitingProblem(gate);
}

function conditionsOf(state: Dialogue, gate: GateId, template: Template): readonly Problem[] {
  switch (gate) {
    case "G0":
      return unmetTriage(state);
    case "G1":
      return listing("E-TOPIC-MISSING", incomplete(state, template, TOPIC_ITEMS));
    case "G2":
      return unmetPurpose(state, template);
    case "G3":
      return startDecision(state) ? [] : [{ code: "E-NO-BOARD-DECISION" }];
    case "G4a":
      return isBlank(state.items["plan.appoint"]?.values.civilServant)
        ? [{ code: "E-NO-CIVIL-SERVANT" }]
        : [];
    case "G4b":
      return listing("E-PLAN-INCOMPLETE", missingPlan(state, template));
    case "G4c":
      return state.overrides.G4c ? [] : softProblems(state, template);
    case "G5":
      return approvalProblems(state, template);
    case "G6":
      return occasionProblems(state, template);
    case "G7":
      return reportProblems(state, template);
    case "G8":
      return decisionProblems(state);
    case "G9":
      return feedbackProblems(state, template);
    case "G10":
      return evaluationProblems(state, template);
    case "G11":
      return exportProblems(state, template);
  }
}

/** What a gate waits for that the chair has opened again: a new fact of its own (process.md R-REOPEN). */
function waitingProblem(gate: GateId): readonly Problem[] {
  switch (gate) {
    case "G4b":
    case "G4c":
      return [{ code: "E-PLAN-INCOMPLETE", missing: ["plan.proposal"] }];
    case "G5":
      return [{ code: "E-NOT-APPROVED", missing: ["check.vote"] }];
    case "G6":
      return [{ code: "E-EVENT-UNDOCUMENTED", missing: ["event.document"] }];
    case "G7":
      return [{ code: "E-NO-REPORT", missing: ["compile.report"] }];
    case "G9":
      return [{ code: "E-NO-FEEDBACK", missing: ["feedback.decision"] }];
    case "G10":
      return [{ code: "E-NO-EVALUATION", missing: ["eval.lessons"] }];
    case "G11":
      return [{ code: "E-FOLLOWUP-OPEN", missing: ["follow.finish"] }];
    case "G0":
    case "G1":
    case "G2":
    case "G3":
    case "G4a":
    case "G8":
      return [];
  }
}

/** The first of what keeps the gate closed; undefined when its conditions hold. */
export function unmet(state: Dialogue, gate: GateId, template: Template): Problem | undefined {
  return problemsAt(state, gate, template)[0];
}

type Listing = Extract<Problem, { readonly missing: readonly string[] }>["code"];

function listing(code: Listing, missing: readonly string[]): readonly Problem[] {
  return missing.length > 0 ? [{ code, missing } as Problem] : [];
}

const TOPIC_ITEMS = ["identify.statement", "identify.aspects", "identify.boards"] as const;

function unmetTriage(state: Dialogue): readonly Problem[] {
  return listing("E-NOT-CITIZEN-DIALOGUE", [
    ...(state.triage?.result === "citizen_dialogue" ? [] : ["triage.result"]),
    ...(state.initiatorConfirmed ? [] : ["initiator"]),
  ]);
}

/** Purpose written, room for influence, decision maker and time known, willing to change (process.md §3 G2, §4.2). */
function unmetPurpose(state: Dialogue, template: Template): readonly Problem[] {
  const missing = [...incomplete(state, template, ["purpose.statement", "purpose.use"])];
  const undated = isBlank(state.items["purpose.use"]?.values.plannedDecisionDate);
  if (undated && !missing.includes("purpose.use")) missing.push("purpose.use");
  if (state.items["purpose.willing"]?.values.willingToChange !== true)
    missing.push("purpose.willing");
  if (state.items["triage.influence"]?.values.isInfluenceable === "no")
    missing.push("triage.influence");
  return listing("E-NOT-INFLUENCEABLE", missing);
}

function incomplete(
  state: Dialogue,
  template: Template,
  itemIds: readonly string[],
): readonly string[] {
  return itemIds.filter((itemId) => {
    const values = state.items[itemId]?.values ?? {};
    return findItem(template, itemId)?.item.fields.some((field) => isMissing(field, values));
  });
}

export type Closed = {
  readonly gate: GateId;
  /** The first of the problems, and all of them (decisions.md §8.3). */
  readonly problem: Problem;
  readonly problems: readonly Problem[];
};

/** The first of the gates that is closed, with all it lacks; undefined when every one is open. One that has been passed stays passed until it is reopened. */
export function firstClosedOf(
  state: Dialogue,
  gates: readonly GateId[],
  template: Template,
): Closed | undefined {
  for (const gate of gates) {
    if (state.gates.G3 !== undefined && state.gates[gate] !== undefined) continue;
    const problems = problemsAt(state, gate, template);
    const [problem] = problems;
    if (problem) return { gate, problem, problems };
  }
  return undefined;
}

/** The first gate into the step that is closed. */
export function firstClosed(
  state: Dialogue,
  stepId: StepId,
  template: Template,
): Closed | undefined {
  return firstClosedOf(state, gatesInto(stepId), template);
}
