import type { Context } from "./context.ts";
import type { Dialogue } from "./dialogue.ts";
import { CHARACTER_LIMITS } from "./fields.ts";
import { steeringGroup } from "./group.ts";
import { rolesOf } from "./permissions.ts";
import type { Position, PositionCommand, PositionFact } from "./position.ts";
import { closePosition, recordConsensus, reopenPosition } from "./position-closing.ts";
import { confirmOralAnswer, logOralAnswer } from "./position-oral.ts";
import {
  isSameAnswer,
  mySeat,
  questionOf,
  reasonFor,
  refuseClosed,
  refuseMatter,
  refuseTooLong,
  requireActingChair,
  seatsNow,
  versionOf,
} from "./position-rights.ts";
import { closingTime } from "./position-time.ts";
import { Rejection } from "./rejection.ts";
import { isRecused } from "./seats.ts";
import { written } from "./text.ts";

type Of<T extends PositionCommand["type"]> = Extract<PositionCommand, { type: T }>;

/** What the order changes about the steering group's positions (process.md §1.2, decisions.md §8.6, §8.7). Throws Rejection. */
export function decidePosition(
  state: Dialogue,
  command: PositionCommand,
  context: Context,
): PositionFact[] {
  // In a draft there is no group yet, and who may not ask one is told so as ever.
  if (state.status !== "active" && state.status !== "draft") {
    const hasPart = rolesOf(state, context.actor, context.directory).size > 0;
    throw new Rejection(
      hasPart ? { code: "E-NOT-ACTIVE", status: state.status } : { code: "E-FORBIDDEN" },
    );
  }
  if (command.type === "OpenPosition") return openPosition(state, command, context);
  if (command.type === "RecordConsensus") return recordConsensus(state, command, context);
  const position = state.positions.find(({ id }) => id === command.positionId);
  if (!position) throw new Rejection({ code: "E-FORBIDDEN", who: ["steeringMember"] });
  switch (command.type) {
    case "AnswerPosition":
      return answer(state, position, command, context);
    case "LogOralAnswer":
      return logOralAnswer(state, position, command, context);
    case "ConfirmOralAnswer":
      return confirmOralAnswer(state, position, command, context);
    case "CommentPosition":
      return comment(state, position, command, context);
    case "CallSubstitute":
      return callSubstitute(state, position, command, context);
    case "ClosePosition":
      return closePosition(state, position, context);
    case "ReopenPosition":
      return reopenPosition(state, position, command, context);
  }
}

function openPosition(
  state: Dialogue,
  command: Of<"OpenPosition">,
  context: Context,
): PositionFact[] {
  const { positionId, matter } = command;
  if (!rolesOf(state, context.actor, context.directory).has("civilServant"))
    requireActingChair(state, undefined, context);
  if (state.positions.some(({ id }) => id === positionId)) return [];
  refuseMatter(state, matter, context);
  return [
    {
      type: "PositionOpened",
      positionId,
      matter,
      question: questionOf(command.question),
      ...versionOf(state, matter),
      closesAt: closingTime(state, command.closesAt, context),
      seats: seatsNow(state),
    },
  ];
}

function answer(
  state: Dialogue,
  position: Position,
  { answer: value, reason: words, revision }: Of<"AnswerPosition">,
  context: Context,
): PositionFact[] {
  const seat = mySeat(state, position, context);
  const current = position.answers[seat];
  const reason = reasonFor(value, words);
  if (isSameAnswer(current, value, reason) && current?.oral !== "logged") return [];
  if ((current?.revision ?? 0) !== revision) throw new Rejection({ code: "E-STALE" });
  return [
    {
      type: "PositionAnswered",
      positionId: position.id,
      seat,
      answer: { text: value },
      ...(reason ? { reason } : {}),
    },
  ];
}

/** Comments are for those who take part in the matter; the recused see none of it (decisions.md §3.4). */
function comment(
  state: Dialogue,
  position: Position,
  { commentId, text: words }: Of<"CommentPosition">,
  context: Context,
): PositionFact[] {
  const roles = rolesOf(state, context.actor, context.directory);
  if (roles.has("civilServant")) refuseClosed(position);
  else mySeat(state, position, context);
  if (position.comments.some(({ id }) => id === commentId)) return [];
  const text = written(words);
  const at = { itemId: "position", field: "comment" };
  if (text.text.trim() === "")
    throw new Rejection({ code: "E-FIELD", faults: [{ ...at, fault: "missing" }] });
  refuseTooLong(text.text, CHARACTER_LIMITS.longtext, at);
  return [{ type: "PositionCommented", positionId: position.id, commentId, text }];
}

function callSubstitute(
  state: Dialogue,
  position: Position,
  { seat, substitute }: Of<"CallSubstitute">,
  context: Context,
): PositionFact[] {
  requireActingChair(state, position, context);
  refuseClosed(position);
  if (position.substitutes[seat] === substitute) return [];
  const substitutes = steeringGroup(state)?.substitutes ?? [];
  const free = !Object.values(position.substitutes).includes(substitute);
  // Who has declared jäv has left the seat empty (decisions.md §8.7).
  const answered =
    position.answers[seat] !== undefined &&
    !isRecused(position, position.substitutes[seat] ?? seat);
  const barred = isRecused(position, substitute);
  if (
    barred ||
    !position.seats.includes(seat) ||
    !substitutes.includes(substitute) ||
    !free ||
    answered
  )
    throw new Rejection({
      code: "E-FIELD",
      faults: [{ itemId: "position", field: "substitute", fault: "notAChoice" }],
    });
  return [{ type: "SubstituteCalled", positionId: position.id, seat, substitute }];
}
