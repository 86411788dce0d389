import type { IAdaptiveCard } from "@microsoft/teams.cards";
import type { RecordedRole } from "../domain/role-records.ts";
import type { Told } from "./forms/faults.ts";
import { absenceForm, giveRoleForm } from "./forms/role-forms.ts";
import type { ShownRole } from "./role-holders.ts";
import type { RoleOpening, RoleOrdering } from "./role-verbs.ts";
import { rolePage, rolesPage } from "./roles.ts";
import { textsOf } from "./texts/texts.ts";
import type { View } from "./view.ts";

/** The pages about who holds which role. */
export function roleScreen(view: View, action: RoleOpening, told: Told): IAdaptiveCard {
  switch (action.verb) {
    case "openRoles":
      return rolesPage(view, told);
    case "openRole":
      return rolePage(view, action.role, action.page, told);
    case "openGiveRole":
      return giveRoleForm(view, action.role, told);
    case "openAbsence":
      return absenceForm(view, action, told);
  }
}

/** The role as it is after the order. */
export function roleScreenAfter(view: View, action: RoleOrdering): IAdaptiveCard {
  const { holding } = textsOf(view.language);
  switch (action.verb) {
    case "giveRole":
    case "endRole":
      return rolePage(view, shownFor(action.role), 0, { notice: holding.saved });
    case "recordAbsence":
      return rolePage(view, action.role, 0, { notice: holding.absence.saved });
    case "endAbsence":
      return rolePage(view, action.role, 0, { notice: holding.absence.ended });
  }
}

export function roleScreenRefused(view: View, action: RoleOrdering, told: Told): IAdaptiveCard {
  switch (action.verb) {
    case "giveRole":
      return giveRoleForm(view, action.role, told);
    case "recordAbsence":
      return absenceForm(view, action, told);
    case "endRole":
      return rolePage(view, shownFor(action.role), 0, told);
    case "endAbsence":
      return rolePage(view, action.role, 0, told);
  }
}

/** Where a recorded role is shown: who is chair for now stands with the chair. */
export function shownFor(role: RecordedRole): ShownRole {
  return role === "actingChair" ? "steeringChair" : role;
}
