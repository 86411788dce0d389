import type { Action, ActionOf, Verb } from "./actions.ts";

/** Shows a page about who holds which role. */
const OPENINGS = [
  "openRoles",
  "openRole",
  "openGiveRole",
  "openAbsence",
] as const satisfies readonly Verb[];
export type RoleOpening = ActionOf<(typeof OPENINGS)[number]>;

/** Gives or ends a role, or says that somebody is away or back. */
const ORDERS = [
  "giveRole",
  "endRole",
  "recordAbsence",
  "endAbsence",
] as const satisfies readonly Verb[];
export type RoleOrdering = ActionOf<(typeof ORDERS)[number]>;

export function isRoleOpening(action: Action): action is RoleOpening {
  return (OPENINGS as readonly Verb[]).includes(action.verb);
}

export function isRoleOrdering(action: Action): action is RoleOrdering {
  return (ORDERS as readonly Verb[]).includes(action.verb);
}
