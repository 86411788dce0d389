import type { Action } from "../cards/actions.ts";
import type { View } from "../cards/view.ts";
import { isExample, rolesOf } from "../domain/permissions.ts";
import { Rejection } from "../domain/rejection.ts";
import type { PersonId } from "../domain/value.ts";

/**
 * Refuses to open a page of a dialogue to somebody who may not see it (decisions.md §3.1, §3.2): an example is its
 * owner's; what the channel shows is for the team; drafts of a decision are for people with a role. Pages of items
 * show their content by the rights of the viewer. What does not exist answers like what one may not know of.
 */
export function refuseUnlessMayOpen(view: View, action: Action, presser: PersonId): void {
  const { state, directory } = view;
  if (state.home.type === "personal") {
    if (state.home.person === presser) return;
    throw new Rejection({ code: "E-FORBIDDEN" });
  }
  const teams = directory.people.get(presser)?.teams ?? [];
  if (!teams.includes(state.home.teamId)) throw new Rejection({ code: "E-FORBIDDEN" });
  const forRoles = SHOWS_DRAFTS.has(action.verb) && state.gates.G3 === undefined;
  if (forRoles && !isExample(state) && rolesOf(state, presser, directory).size === 0)
    throw new Rejection({ code: "E-FORBIDDEN" });
}

const SHOWS_DRAFTS: ReadonlySet<Action["verb"]> = new Set([
  "openRegister",
  "openDecision",
  "openSendBack",
  "openRow",
]);
