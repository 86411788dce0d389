import type { Action } from "../cards/actions.ts";
import type { View } from "../cards/view.ts";
import { maySettle } from "../domain/decisions.ts";
import { rolesOf } from "../domain/permissions.ts";
import { Rejection } from "../domain/rejection.ts";
import type { Role } from "../domain/roles.ts";
import type { PersonId } from "../domain/value.ts";

/**
 * Refuses to open a page of a dialogue to somebody who may not see it (decisions.md §3.1, §3.2): an example is its
 * owner's; what the channel shows is for the team; what asks for a decision shows drafts, which are for people with a
 * role. Pages of items show their content by the rights of the viewer. What does not exist answers like what one may not know of.
 */
export function refuseUnlessMayOpen(view: View, action: Action, presser: PersonId): void {
  const { state, directory } = view;
  if (state.home.type === "personal") {
    if (state.home.person === presser) return;
    throw new Rejection({ code: "E-FORBIDDEN" });
  }
  const teams = directory.people.get(presser)?.teams ?? [];
  if (!teams.includes(state.home.teamId)) throw new Rejection({ code: "E-FORBIDDEN" });
  const who = SHOWS_DRAFTS[action.verb];
  if (who === undefined || state.gates.G3 !== undefined) return;
  // The chair a registration names holds no role before it is confirmed, and is the one who is asked.
  const isAsked = state.decisions.some((one) => maySettle(state, one, presser, { directory }));
  if (!isAsked && rolesOf(state, presser, directory).size === 0)
    throw new Rejection({ code: "E-FORBIDDEN", who: [who] });
}

/** What shows drafts on its page, and the orders whose refusal would show the same page; with whose it is, which the channel's card says to all. */
const SHOWS_DRAFTS: { readonly [verb in Action["verb"]]?: Role } = {
  openInitiator: "initiator",
  confirmInitiator: "initiator",
  openRegister: "registrar",
  saveRegister: "registrar",
  registerDecision: "registrar",
  openDecision: "steeringChair",
  confirmDecision: "steeringChair",
  openSendBack: "steeringChair",
  sendBackDecision: "steeringChair",
};
