import type { ActionOf, Verb } from "./actions.ts";
import { amongVerbs } from "./among-verbs.ts";

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

export const isRoleOpening = amongVerbs(OPENINGS);
export const isRoleOrdering = amongVerbs(ORDERS);
