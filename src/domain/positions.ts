import type { Context } from "./context.ts";
import type { Dialogue } from "./dialogue.ts";
import { CHARACTER_LIMITS } from "./fields.ts";
import { steeringGroup } from "./group.ts";
import { rolesOf } from "./permissions.ts";
import type { Position, PositionCommand, PositionFact } from "./position.ts";
import { closePosition, recordConsensus } from "./position-closing.ts";
import {
  questionOf,
  refuseMatter,
  refuseTooLong,
  requireActingChair,
  requireRole,
  seatsNow,
} from "./position-rights.ts";
import { Rejection } from "./rejection.ts";
import { seatOf } from "./seats.ts";
import { wordsOf, written } from "./text.ts";
import { addDays, instantOf, localDateOf } from "./time.ts";
import type { PersonId } from "./value.ts";

type Of<T extends PositionCommand["type"]> = Extract<PositionCommand, { type: T }>;

/** What the order changes about the steering group's positions (process.md §1.2, decisions.md §8.6, §8.7). Throws Rejection. */
export function decidePosition(
  state: Dialogue,
  command: PositionCommand,
  context: Context,
): PositionFact[] {
  if (state.status !== "active")
    throw new Rejection({ code: "E-NOT-ACTIVE", status: state.status });
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
      return confirmOralAnswer(state, position, context);
    case "CommentPosition":
      return comment(state, position, command, context);
    case "CallSubstitute":
      return callSubstitute(state, position, command, context);
    case "ClosePosition":
      return closePosition(state, position, context);
  }
}

function openPosition(
  state: Dialogue,
  command: Of<"OpenPosition">,
  context: Context,
): PositionFact[] {
  const { positionId, matter, closesAt } = command;
  requireRole(state, context, "civilServant", "steeringChair");
  if (state.positions.some(({ id }) => id === positionId)) return [];
  refuseMatter(state, matter, context);
  const version = state.items["plan.proposal"]?.values.version;
  return [
    {
      type: "PositionOpened",
      positionId,
      matter,
      question: questionOf(command.question),
      ...(matter === "proposal" && typeof version === "number" ? { version } : {}),
      closesAt: closesAt ?? defaultClosing(state, context),
      seats: seatsNow(state),
    },
  ];
}

/** 17:00 the working day before the checkpoint is due, at the earliest the next working day (decisions.md §8.7). */
function defaultClosing(state: Dialogue, { now, calendar }: Context): string {
  const next = calendar.addWorkingDays(localDateOf(now), 1);
  const first = firstOccasionDate(state);
  if (first === undefined) return instantOf(next, "17:00");
  const checkpoint = calendar.previousWorkingDay(addDays(first, -30));
  const before = calendar.addWorkingDays(checkpoint, -1);
  return instantOf(before > next ? before : next, "17:00");
}

function firstOccasionDate(state: Dialogue): string | undefined {
  const dates = Object.values(state.occasions)
    .filter(({ status }) => status !== "cancelled")
    .map(({ start }) => localDateOf(start));
  return dates.toSorted()[0];
}

function answer(
  state: Dialogue,
  position: Position,
  { answer: value, reason: words, revision }: Of<"AnswerPosition">,
  context: Context,
): PositionFact[] {
  const seat = mySeat(state, position, context);
  const current = position.answers[seat];
  const reason = written(words);
  const asks = value === "return" || value === "refer";
  if (asks && reason.text.trim() === "") throw new Rejection({ code: "E-REASON", faults: [] });
  refuseTooLong(reason.text, CHARACTER_LIMITS.longtext, { itemId: "position", field: "reason" });
  const kept = value !== "recuse" && reason.text.trim() !== "";
  const same =
    current !== undefined &&
    wordsOf(current.answer) === value &&
    (current.reason ? wordsOf(current.reason) : "") === (kept ? reason.text : "") &&
    current.oral !== "logged";
  if (same) return [];
  if ((current?.revision ?? 0) !== revision) throw new Rejection({ code: "E-STALE" });
  return [
    {
      type: "PositionAnswered",
      positionId: position.id,
      seat,
      answer: { text: value },
      ...(kept ? { reason } : {}),
    },
  ];
}

/** The seat the actor answers from; refused when there is none, when it is closed, and to somebody who has declared jäv. */
function mySeat(state: Dialogue, position: Position, { actor, directory }: Context): PersonId {
  const seat = seatOf(state, position, actor, directory);
  if (seat === undefined) throw new Rejection({ code: "E-FORBIDDEN", who: ["steeringMember"] });
  refuseClosed(position);
  const current = position.answers[seat];
  if (current && wordsOf(current.answer) === "recuse")
    throw new Rejection({ code: "E-FORBIDDEN", who: ["steeringMember"], why: "recused" });
  return seat;
}

function refuseClosed(position: Position): void {
  if (position.closed) throw new Rejection({ code: "E-LOCKED-RECORD", positionId: position.id });
}

function logOralAnswer(
  state: Dialogue,
  position: Position,
  { seat, answer: value, reason: words }: Of<"LogOralAnswer">,
  context: Context,
): PositionFact[] {
  requireRole(state, context, "civilServant");
  refuseClosed(position);
  if (!position.seats.includes(seat)) throw new Rejection({ code: "E-FORBIDDEN" });
  const current = position.answers[seat];
  if (current && current.oral !== "logged") throw new Rejection({ code: "E-ALREADY-ANSWERED" });
  const reason = written(words);
  if ((value === "return" || value === "refer") && reason.text.trim() === "")
    throw new Rejection({ code: "E-REASON", faults: [] });
  if (current && wordsOf(current.answer) === value) return [];
  return [
    {
      type: "PositionAnswered",
      positionId: position.id,
      seat,
      answer: { text: value },
      ...(reason.text.trim() === "" ? {} : { reason }),
      oral: true,
    },
  ];
}

function confirmOralAnswer(state: Dialogue, position: Position, context: Context): PositionFact[] {
  const seat = seatOf(state, position, context.actor, context.directory);
  const current = seat === undefined ? undefined : position.answers[seat];
  if (seat === undefined || !current?.oral)
    throw new Rejection({ code: "E-FORBIDDEN", who: ["steeringMember"] });
  if (current.oral === "confirmed") return [];
  refuseClosed(position);
  return [{ type: "OralAnswerConfirmed", positionId: position.id, seat }];
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
  const answered = position.answers[seat];
  if (!position.seats.includes(seat) || !substitutes.includes(substitute) || !free || answered)
    throw new Rejection({
      code: "E-FIELD",
      faults: [{ itemId: "position", field: "substitute", fault: "notAChoice" }],
    });
  return [{ type: "SubstituteCalled", positionId: position.id, seat, substitute }];
}
