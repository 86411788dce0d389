import type { Position } from "../../domain/position.ts";
import { mayReadComments } from "../../domain/position-state.ts";
import { rolesOf } from "../../domain/permissions.ts";
import { actsAsChair, isRecused, seatOf } from "../../domain/seats.ts";
import type { View } from "../view.ts";

/** What the viewer may do about a position; the domain checks it again when they do it. */
export function rightsIn(view: View, position: Position) {
  const { state, viewer, directory } = view;
  if (viewer === undefined) return { answers: false, reads: false, leads: false, logs: false };
  const seat = seatOf(state, position, viewer, directory);
  return {
    answers: seat !== undefined && !isRecused(position, viewer) && !position.closed,
    reads: mayReadComments(state, position, viewer, directory),
    leads: leadsPosition(view, position),
    logs: isCivilServant(view),
  };
}

/** The viewer is the chair, or acts as chair in this matter. */
export function leadsPosition({ state, viewer, directory }: View, position?: Position): boolean {
  return viewer !== undefined && actsAsChair(state, position, viewer, directory);
}

export function isCivilServant({ state, viewer, directory }: View): boolean {
  return viewer !== undefined && rolesOf(state, viewer, directory).has("civilServant");
}
