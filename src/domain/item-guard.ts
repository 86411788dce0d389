import type { Context } from "./context.ts";
import type { Dialogue } from "./dialogue.ts";
import { firstClosed, isAhead, unmet } from "./gates.ts";
import { isDecisionPending, itemProgress } from "./progress.ts";
import { mayWriteItem, rolesOf, writersOf } from "./permissions.ts";
import { type Problem, Rejection } from "./rejection.ts";
import { findItem, type Item, type Step, type Template } from "./template.ts";

/** The item and its step when the actor may write it now; refuses by right first, then status, gate and lock (decisions.md §1.8, §8.3). */
export function guardItem(
  state: Dialogue,
  itemId: string,
  context: Context,
): { readonly item: Item; readonly step: Step } {
  const found = findItem(context.template, itemId);
  // What does not exist and what one may not know of answer alike (decisions.md §5.9).
  if (!found) throw new Rejection({ code: "E-FORBIDDEN" });
  const { item, step } = found;
  if (!mayWriteItem(state, item, step, context.actor, context.directory))
    throw new Rejection({ code: "E-FORBIDDEN", who: writersOf(state, item, step) });
  const problem = whyClosed(state, item, step, context);
  if (problem) throw new Rejection(problem);
  return found;
}

/** Why nobody can write the item now, whoever they are except for its fixer; undefined when it is open. */
export function whyClosed(
  state: Dialogue,
  item: Item,
  step: Step,
  context: Pick<Context, "template" | "actor" | "directory">,
): Problem | undefined {
  return (
    whyInactive(state, step) ??
    whyGateClosed(state, item, step, context.template) ??
    whyLocked(state, item, step, context)
  );
}

function whyInactive(state: Dialogue, step: Step): Problem | undefined {
  if (state.status === "withdrawn") return { code: "E-NOT-ACTIVE", status: state.status };
  // A dialogue that was triaged out can still be triaged anew (process.md §4.0, decisions.md §8.4).
  if (state.status === "triaged_out" && step.id !== "triage")
    return { code: "E-NOT-ACTIVE", status: state.status };
  return undefined;
}

function whyGateClosed(
  state: Dialogue,
  item: Item,
  step: Step,
  template: Template,
): Problem | undefined {
  // The appointment is what opens the civil servant's gate, so only the board's decision guards it.
  if (item.id === "plan.appoint") return unmet(state, "G3", template);
  const closed = firstClosed(state, step.id, template)?.problem;
  if (closed) return closed;
  return isAhead(step.id)
    ? { code: "E-PLAN-INCOMPLETE", missing: unfinishedPlanning(state, template) }
    : undefined;
}

function unfinishedPlanning(state: Dialogue, template: Template): readonly string[] {
  const planning = template.steps.find(({ id }) => id === "planning");
  return (planning?.items ?? [])
    .filter((item) => item.strength === "M" && itemProgress(state, item) !== "done")
    .map(({ id }) => id);
}

/** Minutes are followed after the decision; everything else before the board's decision is a record once it is confirmed. */
function whyLocked(
  state: Dialogue,
  item: Item,
  step: Step,
  { actor, directory }: Pick<Context, "actor" | "directory">,
): Problem | undefined {
  if (item.id === "decide.minutes" && state.gates.G3) return undefined;
  if (step.order <= 3 && state.gates.G3) return { code: "E-LOCKED-RECORD", itemId: item.id };
  if (step.id === "decide-dialogue" && isDecisionPending(state))
    return { code: "E-LOCKED-RECORD", itemId: item.id };
  // What the chair has fixed only the chair may take up again.
  if (state.items[item.id]?.fixed && !rolesOf(state, actor, directory).has("steeringChair"))
    return { code: "E-LOCKED-RECORD", itemId: item.id };
  return undefined;
}
