import type { Context } from "./context.ts";
import type { Command, Dialogue, NewFact } from "./dialogue.ts";
import { CHARACTER_LIMITS } from "./fields.ts";
import { firstClosed } from "./gates.ts";
import { rolesOf } from "./permissions.ts";
import { Rejection } from "./rejection.ts";
import { written } from "./text.ts";

/**
 * The chair goes on without a plan that should be there, and says why (process.md §3 G4c). Refuses everybody else, a
 * dialogue that is not going on, and one whose planning has not begun.
 */
export function overrideGate(
  state: Dialogue,
  { gate, reason: words }: Extract<Command, { type: "OverrideGate" }>,
  { actor, directory, template }: Context,
): NewFact[] {
  if (!rolesOf(state, actor, directory).has("steeringChair"))
    throw new Rejection({ code: "E-FORBIDDEN", who: ["steeringChair"] });
  if (state.overrides[gate] || state.gates[gate]) return [];
  if (state.status !== "active" && state.status !== "draft")
    throw new Rejection({ code: "E-NOT-ACTIVE", status: state.status });
  const closed = firstClosed(state, "planning", template);
  if (closed) throw new Rejection(...closed.problems);
  const reason = written(words);
  if (reason.text.trim() === "") throw new Rejection({ code: "E-REASON", faults: [] });
  const [limit, actual] = [CHARACTER_LIMITS.longtext, reason.text.length];
  if (actual > limit) {
    const at = { itemId: "check.preconditions", field: "reason", fault: "tooLong" } as const;
    throw new Rejection({ code: "E-FIELD", faults: [{ ...at, limit, actual }] });
  }
  return [{ type: "GateOverridden", gate, reason }];
}
