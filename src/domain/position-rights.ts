import type { Context } from "./context.ts";
import type { Dialogue } from "./dialogue.ts";
import { CHARACTER_LIMITS } from "./fields.ts";
import { steeringGroup } from "./group.ts";
import { firstClosed, problemsAt } from "./gates.ts";
import { isDone } from "./item-progress.ts";
import { rolesOf } from "./permissions.ts";
import type { Position, PositionMatter, SeatAnswer } from "./position.ts";
import { type Problem, Rejection } from "./rejection.ts";
import { actsAsChair, seatOf } from "./seats.ts";
import type { PositionAnswer } from "./tally.ts";
import type { Template } from "./template.ts";
import { type WrittenText, wordsOf, written } from "./text.ts";
import type { PersonId } from "./value.ts";

/** What may not be put to the group now: the board's own matter, a matter that is open already, a plan that is not ready. */
export function refuseMatter(
  state: Dialogue,
  matter: PositionMatter,
  { template }: Pick<Context, "template">,
): void {
  const planning = firstClosed(state, "planning", template);
  if (planning) throw new Rejection(...planning.problems);
  // The final decision is the board's: nothing in that step is the steering group's (process.md §4.8).
  if (state.gates.G7 !== undefined && state.gates.G8 === undefined)
    throw new Rejection({ code: "E-BOARD-ONLY" });
  const open = state.positions.find((position) => position.matter === matter && !position.closed);
  if (open) throw new Rejection({ code: "E-LOCKED-RECORD", positionId: open.id });
  if (matter !== "proposal") return;
  if (state.gates.G5 !== undefined)
    throw new Rejection({ code: "E-LOCKED-RECORD", itemId: "check.vote" });
  const problems = whyNotPut(state, template);
  if (problems.length > 0) throw new Rejection(...problems);
}

/** What keeps the proposal from being put to the group: the first gate of the plan that is closed, with all it lacks; then the proposal itself. */
export function whyNotPut(state: Dialogue, template: Template): readonly Problem[] {
  for (const gate of ["G4b", "G4c"] as const) {
    const problems = problemsAt(state, gate, template);
    if (problems.length > 0) return problems;
  }
  return isDone(state, template, "plan.proposal")
    ? []
    : [{ code: "E-PLAN-INCOMPLETE", missing: ["plan.proposal"] }];
}

/** The version of the proposal a matter is about. */
export function versionOf(state: Dialogue, matter: PositionMatter): { readonly version?: number } {
  const version = state.items["plan.proposal"]?.values.version;
  return matter === "proposal" && typeof version === "number" ? { version } : {};
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
  position: Position | undefined,
  { actor, directory }: Context,
): void {
  if (!actsAsChair(state, position, actor, directory))
    throw new Rejection({ code: "E-FORBIDDEN", who: ["steeringChair"] });
}

/** The seat the actor answers from; refused when there is none, when it is closed, and to somebody who has declared jäv. */
export function mySeat(
  state: Dialogue,
  position: Position,
  { actor, directory }: Context,
): PersonId {
  const seat = seatOf(state, position, actor, directory);
  if (seat === undefined) throw new Rejection({ code: "E-FORBIDDEN", who: ["steeringMember"] });
  refuseClosed(position);
  const current = position.answers[seat];
  if (current && wordsOf(current.answer) === "recuse" && current.oral !== "logged")
    throw new Rejection({ code: "E-FORBIDDEN", who: ["steeringMember"], why: "recused" });
  return seat;
}

export function refuseClosed(position: Position): void {
  if (position.closed) throw new Rejection({ code: "E-LOCKED-RECORD", positionId: position.id });
}

/** The reason as it is kept: owed for a no, welcome with any answer but jäv, of which nothing more is asked (decisions.md §8.6). */
export function reasonFor(answer: PositionAnswer, words: string): WrittenText | undefined {
  if (answer === "recuse") return undefined;
  const reason = written(words);
  const at = { itemId: "position", field: "reason" };
  if (reason.text.trim() === "") {
    if (answer === "return" || answer === "refer")
      throw new Rejection({ code: "E-REASON", faults: [{ ...at, fault: "missing" }] });
    return undefined;
  }
  refuseTooLong(reason.text, CHARACTER_LIMITS.longtext, at);
  return reason;
}

export function isSameAnswer(
  current: SeatAnswer | undefined,
  answer: PositionAnswer,
  reason: WrittenText | undefined,
): boolean {
  const words = current?.reason ? wordsOf(current.reason) : "";
  return (
    current !== undefined && wordsOf(current.answer) === answer && words === (reason?.text ?? "")
  );
}
