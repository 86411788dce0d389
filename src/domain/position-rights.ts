import type { Context } from "./context.ts";
import type { Dialogue } from "./dialogue.ts";
import { CHARACTER_LIMITS } from "./fields.ts";
import { steeringGroup } from "./group.ts";
import { unmet } from "./gates.ts";
import { rolesOf } from "./permissions.ts";
import type { Position, PositionMatter } from "./position.ts";
import { type Problem, Rejection } from "./rejection.ts";
import { actsAsChair } from "./seats.ts";
import { type WrittenText, written } from "./text.ts";
import type { PersonId } from "./value.ts";

/** What may not be put to the group now: the board's own matter, a matter that is open already, a plan that is not ready. */
export function refuseMatter(state: Dialogue, matter: PositionMatter, { template }: Context): void {
  // The final decision is the board's: nothing in that step is the steering group's (process.md §4.8).
  if (state.gates.G7 !== undefined && state.gates.G8 === undefined)
    throw new Rejection({ code: "E-BOARD-ONLY" });
  const open = state.positions.find((position) => position.matter === matter && !position.closed);
  if (open) throw new Rejection({ code: "E-LOCKED-RECORD", positionId: open.id });
  if (matter !== "proposal") return;
  const problems: Problem[] = (["G4b", "G4c"] as const)
    .map((gate) => unmet(state, gate, template))
    .filter((problem) => problem !== undefined)
    .slice(0, 1);
  if (problems.length > 0) throw new Rejection(...problems);
  if (state.gates.G5 !== undefined)
    throw new Rejection({ code: "E-LOCKED-RECORD", itemId: "check.vote" });
}

/** The question as it is kept; refuses an empty one and one that is too long. */
export function questionOf(text: string): WrittenText {
  const question = written(text);
  const at = { itemId: "position", field: "question" };
  if (question.text.trim() === "")
    throw new Rejection({ code: "E-FIELD", faults: [{ ...at, fault: "missing" }] });
  refuseTooLong(question.text, CHARACTER_LIMITS.text, at);
  return question;
}

export function refuseTooLong(
  text: string,
  limit: number,
  at: { itemId: string; field: string },
): void {
  if (text.length > limit)
    throw new Rejection({
      code: "E-FIELD",
      faults: [{ ...at, fault: "tooLong", limit, actual: text.length }],
    });
}

/** Those who have a seat in the group now. */
export function seatsNow(state: Dialogue): readonly PersonId[] {
  return steeringGroup(state)?.members ?? [];
}

/** Refuses everybody who holds none of the roles. */
export function requireRole(
  state: Dialogue,
  context: Context,
  ...roles: readonly ("civilServant" | "steeringChair")[]
): void {
  const held = rolesOf(state, context.actor, context.directory);
  if (!roles.some((role) => held.has(role)))
    throw new Rejection({ code: "E-FORBIDDEN", who: roles });
}

/** Refuses everybody but the chair, or who acts as chair in the matter. */
export function requireActingChair(
  state: Dialogue,
  position: Position,
  { actor, directory }: Context,
): void {
  if (!actsAsChair(state, position, actor, directory))
    throw new Rejection({ code: "E-FORBIDDEN", who: ["steeringChair"] });
}
