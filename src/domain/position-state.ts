import type { Dialogue } from "./dialogue.ts";
import type { Directory } from "./organisation.ts";
import { rolesOf } from "./permissions.ts";
import type { Position, PositionId, SeatAnswer } from "./position.ts";
import { countedAnswers } from "./position-closing.ts";
import { isRecused, seatOf } from "./seats.ts";
import type { PersonId } from "./value.ts";

export function positionOf({ positions }: Dialogue, positionId: PositionId): Position | undefined {
  return positions.find(({ id }) => id === positionId);
}

/** How far an open position has come, without who or what (decisions.md §3.3). One logged by word of mouth counts when it is confirmed. */
export function standing(position: Position): {
  readonly answered: number;
  readonly seats: number;
  readonly present: number;
  readonly quorum: boolean;
  /** So many must be present at the least. */
  readonly needed: number;
} {
  const answers = countedAnswers(position);
  const seats = position.seats.length;
  const present = answers.filter(({ answer }) => answer !== "recuse").length;
  const needed = Math.floor(seats / 2) + 1;
  return { answered: answers.length, seats, present, needed, quorum: present >= needed };
}

/** What the person has answered from the seat they answer from now. */
export function ownAnswer(
  state: Dialogue,
  position: Position,
  person: PersonId,
  directory: Directory,
): SeatAnswer | undefined {
  const seat = seatOf(state, position, person, directory);
  return seat === undefined ? undefined : position.answers[seat];
}

/** The person is asked for an answer, or to confirm one that was logged for them. */
export function waitsFor(
  state: Dialogue,
  position: Position,
  person: PersonId,
  directory: Directory,
): boolean {
  if (position.closed || seatOf(state, position, person, directory) === undefined) return false;
  const own = ownAnswer(state, position, person, directory);
  return own === undefined || own.oral === "logged";
}

/** Who takes part in the matter reads and writes what is said about it; the recused do not (decisions.md §3.4). */
export function mayReadComments(
  state: Dialogue,
  position: Position,
  person: PersonId,
  directory: Directory,
): boolean {
  if (isRecused(position, person)) return false;
  return (
    seatOf(state, position, person, directory) !== undefined ||
    rolesOf(state, person, directory).has("civilServant")
  );
}

/** The chair has opened its requirement again, or a later position on the same matter has come after it. */
export function isSuperseded({ positions }: Dialogue, position: Position): boolean {
  const newest = positions.findLast(({ matter }) => matter === position.matter);
  if (position.superseded !== undefined) return true;
  return newest !== undefined && newest.id !== position.id;
}
