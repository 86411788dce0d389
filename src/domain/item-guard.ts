import type { Context } from "./context.ts";
import type { Dialogue } from "./dialogue.ts";
import { INTERNAL_ITEM } from "./evaluation/internal-answer.ts";
import { firstClosedOf, gatesOf } from "./gates.ts";
import { isDecisionPending, isFixed, itemProgress, itemsIn } from "./item-progress.ts";
import { whyRests } from "./lifecycle.ts";
import { isRecordItem, whyRecordLocked } from "./record-locks.ts";
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
  if (!found || !isThere(state, found)) throw new Rejection({ code: "E-FORBIDDEN" });
  const { item, step } = found;
  if (!mayWriteItem(state, item, step, context.actor, context.directory))
    throw new Rejection({ code: "E-FORBIDDEN", who: writersOf(state, item, step) });
  const problems = whyClosed(state, item, step, context);
  if (problems.length > 0) throw new Rejection(...problems);
  return found;
}

/** What is done for each occasion or each time a date comes round is there when that is. */
function isThere(
  state: Dialogue,
  { item, step, of }: { readonly item: Item; readonly step: Step; readonly of?: string },
): boolean {
  return of === undefined || itemsIn(state, step).some(({ id }) => id === item.id);
}

/** Why nobody can write the item now, whoever they are except for its fixer; nothing when it is open. */
export function whyClosed(
  state: Dialogue,
  item: Item,
  step: Step,
  context: Pick<Context, "template" | "actor" | "directory">,
): readonly Problem[] {
  const inactive = whyRests(state, item.id) ?? whyInactive(state, step);
  if (inactive) return [inactive];
  const closed = whyGateClosed(state, item, step, context.template);
  if (closed.length > 0) return closed;
  const locked = whyLocked(state, item, step, context);
  return locked ? [locked] : [];
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
): readonly Problem[] {
  // After a stop no gate is passed any more, and the addresses of those invited go all the same.
  if (state.status === "stopped" && item.id === "follow.purge") return [];
  return firstClosedOf(state, gatesOf(item.id, step.id), template)?.problems ?? [];
}

/** Minutes are followed after the decision; everything else before the board's decision is a record once it is confirmed. */
function whyLocked(
  state: Dialogue,
  item: Item,
  step: Step,
  { actor, directory }: Pick<Context, "actor" | "directory">,
): Problem | undefined {
  if (isRecordItem(item.id)) return whyRecordLocked(state, item);
  // Rounds close by themselves, and their answers are counted and not written down (evaluation.md §3).
  if (item.id === "eval.participants") return { code: "E-LOCKED-RECORD", itemId: item.id };
  if (item.id === "decide.minutes" && state.gates.G3) return undefined;
  if (step.order <= 3 && state.gates.G3) return { code: "E-LOCKED-RECORD", itemId: item.id };
  if (step.id === "decide-dialogue" && isDecisionPending(state))
    return { code: "E-LOCKED-RECORD", itemId: item.id };
  const later = whyLockedLater(state, item, step);
  if (later) return later;
  // What the chair has fixed only the chair may take up again.
  if (isFixed(state, item.id) && !rolesOf(state, actor, directory).has("steeringChair"))
    return { code: "E-LOCKED-RECORD", itemId: item.id };
  return undefined;
}

/** From the group's approval on the plan is a record; so is everything that has been sent or fixed (process.md §4.6, §4.9). */
function whyLockedLater(state: Dialogue, item: Item, step: Step): Problem | undefined {
  // Time opens and closes it, and says how many have answered.
  if (item.id === INTERNAL_ITEM) return { code: "E-LOCKED-RECORD", itemId: item.id };
  const openProposal = state.positions.some(
    ({ matter, closed }) => matter === "proposal" && !closed,
  );
  if (step.id === "planning" && item.id !== "plan.appoint" && (state.gates.G5 || openProposal))
    return { code: "E-LOCKED-RECORD", itemId: item.id };
  const sent = SENT_ITEMS.some((id) => item.id === id || item.id.startsWith(`${id}.`));
  return sent && itemProgress(state, item) === "done"
    ? { code: "E-LOCKED-RECORD", itemId: item.id }
    : undefined;
}

/** What citizens have been told, and the report, is corrected beside the record and never in it (legal.md §2.2). */
const SENT_ITEMS: readonly string[] = [
  "event.invite",
  "event.notice",
  "compile.report",
  "feedback.heard",
  "feedback.status",
  "feedback.decision",
  "feedback.result",
  "follow.m6",
  "follow.m12",
  "follow.n",
];
