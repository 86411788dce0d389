import type { Dialogue } from "./dialogue.ts";
import { effortProblems } from "./target-groups.ts";
import { resultOn } from "./position.ts";
import { isDone } from "./item-progress.ts";
import { startDecision } from "./permissions.ts";
import type { Problem } from "./rejection.ts";
import type { Template } from "./template.ts";

const PLAN_ITEMS = [
  "plan.target-map",
  "plan.level",
  "plan.feedback-method",
  "plan.responsibility",
  "plan.resources",
] as const;

/** What the plan must hold before the checkpoint (process.md §3 G4b), the compulsory rules of the target-group map among it (§7 V1, V2). */
export function missingPlan(state: Dialogue, template: Template): readonly string[] {
  const missing = PLAN_ITEMS.filter((itemId) => !isDone(state, template, itemId));
  return [...missing, ...effortProblems(state)];
}

const PLAN_PARTS = ["plan.communication", "plan.documentation", "plan.evaluation"] as const;

/** The plans that should be there (G4c); the chair may go on without them with a reason. */
export function missingPlanParts(state: Dialogue, template: Template): readonly string[] {
  return PLAN_PARTS.filter((itemId) => !isDone(state, template, itemId));
}

/**
 * What keeps the invitation from going out (process.md §3 G5): the group's approval, the feedback promise, the money;
 * privacy and accessibility are named with the approval (decisions.md §8.3).
 */
export function approvalProblems(state: Dialogue, template: Template): readonly Problem[] {
  const approved = resultOn(state.positions, "proposal") === "approve";
  const missing = [
    ...(approved ? [] : ["check.vote"]),
    ...["plan.privacy", "plan.accessibility"].filter((itemId) => !isDone(state, template, itemId)),
  ];
  const problems: Problem[] = missing.length > 0 ? [{ code: "E-NOT-APPROVED", missing }] : [];
  if (!isDone(state, template, "plan.feedback-method"))
    problems.push({ code: "E-FEEDBACK-NOT-FIXED" });
  const money = budgetProblem(state);
  return money ? [...problems, money] : problems;
}

/** More than the board has given: a new decision is needed first (process.md R-BUDGET). */
export function budgetProblem(state: Dialogue): Problem | undefined {
  const plannedSek = state.items["plan.resources"]?.values.plannedCostSek;
  const decidedSek = decidedBudget(state);
  return typeof plannedSek === "number" && plannedSek > decidedSek
    ? { code: "E-BUDGET-EXCEEDED", plannedSek, decidedSek }
    : undefined;
}

/** The newest confirmed amount, in whole kronor. */
export function decidedBudget(state: Dialogue): number {
  const newest = state.decisions.findLast(
    ({ matter, status }) => status === "confirmed" && (matter === "start" || matter === "budget"),
  );
  const amount = newest?.facts.budgetSek ?? startDecision(state)?.facts.budgetSek;
  return typeof amount === "number" ? amount : 0;
}
