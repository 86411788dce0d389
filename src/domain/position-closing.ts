import type { Context } from "./context.ts";
import type { Dialogue } from "./dialogue.ts";
import { rolesOf } from "./permissions.ts";
import type { ClosedPosition, Position, PositionCommand, PositionFact } from "./position.ts";
import {
  questionOf,
  refuseMatter,
  requireActingChair,
  seatsNow,
  versionOf,
} from "./position-rights.ts";
import { closingTime } from "./position-time.ts";
import { Rejection } from "./rejection.ts";
import { actsAsChair } from "./seats.ts";
import { type PositionAnswer, tally } from "./tally.ts";
import { wordsOf } from "./text.ts";

type Of<T extends PositionCommand["type"]> = Extract<PositionCommand, { type: T }>;

/** Chair or civil servant close it with quorum, time closes it without asking (decisions.md §8.7). */
export function closePosition(
  state: Dialogue,
  position: Position,
  context: Context,
): PositionFact[] {
  const byTime = context.actor === "system";
  if (!byTime && !rolesOf(state, context.actor, context.directory).has("civilServant"))
    requireActingChair(state, position, context);
  if (position.closed) return [];
  if (byTime && context.now < position.closesAt) return [];
  const answers = countedAnswers(position);
  const counted = count(state, position, answers, context);
  if (!byTime && !counted.quorum)
    throw new Rejection({ code: "E-QUORUM", present: counted.present, seats: counted.seats });
  return [
    {
      type: "PositionClosed",
      positionId: position.id,
      tally: counted,
      answers,
      ...(byTime ? { meant: position.closesAt } : {}),
    },
  ];
}

/** The acting chair takes one up again that closed without a result, as long as nothing has come after it. Refuses one that has a result. */
export function reopenPosition(
  state: Dialogue,
  position: Position,
  { closesAt }: Of<"ReopenPosition">,
  context: Context,
): PositionFact[] {
  requireActingChair(state, position, context);
  if (!position.closed) return [];
  if (!mayReopen(state, position))
    throw new Rejection({ code: "E-LOCKED-RECORD", positionId: position.id });
  refuseMatter(state, position.matter, context);
  return [
    {
      type: "PositionReopened",
      positionId: position.id,
      closesAt: closingTime(state, closesAt, context),
    },
  ];
}

/** Closed without a result, and the newest on its matter (decisions.md §8.6). */
export function mayReopen(state: Dialogue, position: Position): boolean {
  const newest = state.positions.findLast(({ matter }) => matter === position.matter);
  return position.closed?.tally.result === undefined && newest?.id === position.id;
}

/** An answer logged for somebody counts when they have confirmed it. */
export function countedAnswers(position: Position): ClosedPosition["answers"] {
  return Object.entries(position.answers)
    .filter(([, { oral }]) => oral !== "logged")
    .map(([seat, { answer: value, reason }]) => ({
      seat,
      // Only our own values are ever written there.
      answer: wordsOf(value) as PositionAnswer,
      ...(reason === undefined ? {} : { reason: { text: wordsOf(reason) } }),
    }));
}

function count(
  state: Dialogue,
  position: Position,
  answers: ClosedPosition["answers"],
  context: Pick<Context, "directory">,
) {
  const ballots = answers.map(({ seat, answer: value }) => ({
    answer: value,
    isChair: actsAsChair(state, position, seat, context.directory),
  }));
  return tally(position.seats.length, ballots);
}

/** At a meeting where everybody present agreed: the chair records it, and it counts as a closed position (decisions.md §8.7). */
export function recordConsensus(
  state: Dialogue,
  command: Of<"RecordConsensus">,
  context: Context,
): PositionFact[] {
  const { positionId, matter, present } = command;
  requireActingChair(state, undefined, context);
  if (state.positions.some(({ id }) => id === positionId)) return [];
  refuseMatter(state, matter, context);
  const seats = seatsNow(state);
  const here = [...new Set(present)].filter((person) => seats.includes(person));
  const answers = here.map((seat) => ({ seat, answer: "approve" as const }));
  const counted = tally(
    seats.length,
    answers.map(({ seat, answer: value }) => ({ answer: value, isChair: seat === context.actor })),
  );
  if (!counted.quorum)
    throw new Rejection({ code: "E-QUORUM", present: counted.present, seats: counted.seats });
  return [
    {
      type: "PositionOpened",
      positionId,
      matter,
      question: questionOf(command.question),
      ...versionOf(state, matter),
      closesAt: context.now,
      seats,
    },
    { type: "PositionClosed", positionId, tally: counted, answers, consensus: true },
  ];
}
