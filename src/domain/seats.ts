import type { Dialogue } from "./dialogue.ts";
import { steeringGroup } from "./group.ts";
import type { Directory } from "./organisation.ts";
import { chairNow, hasAccess, rolesOf } from "./permissions.ts";
import type { Position } from "./position.ts";
import { wordsOf } from "./text.ts";
import type { PersonId } from "./value.ts";

/** The seat a person answers from: their own while nobody has been called into it, or the one they were called into. */
export function seatOf(
  state: Dialogue,
  position: Position,
  person: PersonId,
  directory: Directory,
): PersonId | undefined {
  if (!hasAccess(state, person, directory)) return undefined;
  const called = Object.entries(position.substitutes).find(
    ([, substitute]) => substitute === person,
  );
  if (called) return called[0];
  const own = position.seats.includes(person) && position.substitutes[person] === undefined;
  return own && rolesOf(state, person, directory).has("steeringMember") ? person : undefined;
}

/** Whether the person has declared jäv in the matter: they neither answer nor read what is said about it. */
export function isRecused(position: Position, person: PersonId): boolean {
  if (position.recused?.includes(person)) return true;
  const seat = Object.entries(position.substitutes).find(([, one]) => one === person)?.[0];
  const given = position.answers[seat ?? person];
  if (given === undefined || given.oral === "logged") return false;
  return (
    wordsOf(given.answer) === "recuse" && (seat !== undefined || !position.substitutes[person])
  );
}

/** The chair, or who stands in while the chair is recused in this matter, recorded absent or gone (decisions.md §1.6). */
export function actsAsChair(
  state: Dialogue,
  position: Position | undefined,
  person: PersonId,
  directory: Directory,
): boolean {
  const mayNot = (one: PersonId) =>
    position !== undefined && (isRecused(position, one) || position.substitutes[one] !== undefined);
  return (
    hasAccess(state, person, directory) &&
    steeringGroup(state)?.chair !== undefined &&
    chairNow(state, undefined, directory, mayNot).includes(person)
  );
}
