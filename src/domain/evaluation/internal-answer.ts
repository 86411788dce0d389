import type { Context } from "../context.ts";
import type { Dialogue, State } from "../dialogue.ts";
import { hasAccess, rolesOf } from "../permissions.ts";
import { type FieldFault, Rejection } from "../rejection.ts";
import { type AnswerFault, type Answers, isEmpty, readAnswers } from "./answers.ts";
import { closesAt } from "./internal-round-time.ts";

/** The item whose form the answers are; faults of its fields are told by this name. */
export const INTERNAL_ITEM = "eval.internal";

/**
 * One person's answers, once everything but the ballot has been looked at: the round is open, the person is invited and
 * still has access, every answer is one of its scale. Says nothing of who has answered, and keeps nothing: the answers
 * are nobody's event (decisions.md §11). Throws Rejection.
 */
export function readInternalAnswer(
  state: State,
  inputs: { readonly [question: string]: string | undefined },
  context: Pick<Context, "actor" | "now" | "directory">,
): { readonly roundId: string; readonly answers: Answers<"internal"> } {
  if (state.status === "none" || !isInvited(state, context.actor, context.directory))
    throw new Rejection({ code: "E-FORBIDDEN" });
  if (state.status !== "active")
    throw new Rejection({ code: "E-NOT-ACTIVE", status: state.status });
  const round = state.internalRound;
  if (round?.status !== "open" || context.now >= closesAt(round.closesOn))
    throw new Rejection({ code: "E-ROUND-CLOSED" });
  const read = readAnswers("internal", inputs);
  if ("faults" in read)
    throw new Rejection({ code: "E-FIELD", faults: read.faults.map(asFieldFault) });
  if (isEmpty(read.answers))
    throw new Rejection({
      code: "E-FIELD",
      faults: [{ itemId: INTERNAL_ITEM, field: "I1", fault: "nothingAnswered" }],
    });
  return { roundId: round.id, answers: read.answers };
}

/** Asked when the round opened, and still in the team (decisions.md §1.5). */
export function isInvited(
  state: Dialogue,
  person: string,
  directory: Context["directory"],
): boolean {
  const round = state.internalRound;
  if (round?.status !== "open" && round?.status !== "closed") return false;
  return round.invited.includes(person) && hasAccess(state, person, directory);
}

/** What was written is read by the civil servant alone, once the round has closed and its answers are used (evaluation.md §5.7). */
export function mayReadInternalTexts(
  state: Dialogue,
  person: string,
  directory: Context["directory"],
): boolean {
  const round = state.internalRound;
  if (round?.status !== "closed" || round.joint !== undefined) return false;
  return rolesOf(state, person, directory).has("civilServant");
}

function asFieldFault(fault: AnswerFault): FieldFault {
  const at = { itemId: INTERNAL_ITEM, field: fault.question };
  switch (fault.fault) {
    case "unknown":
      return { ...at, fault: "unknownField" };
    case "noChoice":
      return { ...at, fault: "notAChoice" };
    case "tooLong":
      return { ...at, fault: "tooLong", limit: fault.max, actual: fault.actual };
  }
}
