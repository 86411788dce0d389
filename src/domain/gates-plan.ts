import { groupsReachedOnlyDigitally } from "./communication-plan.ts";
import type { Dialogue } from "./dialogue.ts";
import { effortWarnings } from "./plan-warnings.ts";
import { effortProblems } from "./target-groups.ts";
import { resultOn } from "./position.ts";
import { isDone } from "./item-progress.ts";
import { changesScope } from "./decision-matters.ts";
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

/**
 * What should be there before the checkpoint, and what the effort should look like (G4c, process.md §7 V3, V4, §8); the
 * chair may go on without it with a reason.
 */
export function softProblems(state: Dialogue, template: Template): readonly Problem[] {
  const digitalOnly = groupsReachedOnlyDigitally(state).length > 0;
  const missing = PLAN_PARTS.filter(
    (itemId) =>
      !isDone(state, template, itemId) || (itemId === "plan.communication" && digitalOnly),
  );
  const [misplaced] = effortWarnings(state);
  return [
    ...(missing.length > 0 ? [{ code: "W-PLAN-PART-MISSING", missing } as const] : []),
    ...(misplaced ? [misplacedEffort(misplaced)] : []),
  ];
}

function misplacedEffort(warning: ReturnType<typeof effortWarnings>[number]): Problem {
  if (warning.why === "largest") return { code: warning.code };
  const { code, first, others } = warning;
  return { code, shares: { first, others } };
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
  if (changesScope(state, state.items["plan.level"]?.values.level))
    problems.push({ code: "E-SCOPE-CHANGED" });
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
