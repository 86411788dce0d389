import type { ISubmitAction } from "@microsoft/teams.cards";
import { rolesOf, startDecision } from "../domain/permissions.ts";
import { ABSENCE_BY, givers } from "../domain/role-orders.ts";
import { namedIn, type RecordedRole } from "../domain/role-records.ts";
import type { Role } from "../domain/roles.ts";
import type { PersonId } from "../domain/value.ts";
import { submitButton } from "./actions.ts";
import { neutral, shortened } from "./drawable.ts";
import { personName } from "./naming.ts";
import { namedHolders, type ShownRole } from "./role-holders.ts";
import { textsOf } from "./texts/texts.ts";
import type { View } from "./view.ts";

/** Chair, civil servant and the person themselves say that somebody is away, or back (decisions.md §1.6). */
export function absenceOpening(
  view: View,
  role: ShownRole,
  person: PersonId,
): ISubmitAction | undefined {
  const { viewer, state, directory } = view;
  // Nobody waits for who only reads.
  if (viewer === undefined || role === "initiator" || role === "observer") return undefined;
  const held = rolesOf(state, viewer, directory);
  const may = (viewer === person && held.size > 0) || ABSENCE_BY.some((one) => held.has(one));
  if (!may) return undefined;
  const { holding } = textsOf(view.language);
  const title = neutral(`${holding.absence.button}: ${personName(view, person)}`);
  return submitButton(title, { verb: "openAbsence", dialogueId: state.id, role, person });
}

/** What the viewer may change about the role. */
export function changing(view: View, role: ShownRole): readonly ISubmitAction[] {
  const { holding } = textsOf(view.language);
  const dialogueId = view.state.id;
  const held = heldBy(view);
  const may = (recorded: RecordedRole) => givers(recorded).some((one) => held.has(one));
  const give = (recorded: RecordedRole) =>
    submitButton(holding.forms[recorded].button, {
      verb: "openGiveRole",
      dialogueId,
      role: recorded,
    });
  switch (role) {
    case "civilServant":
    case "deputy":
      return held.has("departmentHead") && startDecision(view.state)
        ? [
            submitButton(holding.appoint, {
              verb: "openItem",
              dialogueId,
              itemId: "plan.appoint",
            }),
          ]
        : [];
    case "departmentHead":
      return may(role) && startDecision(view.state) ? [give(role)] : [];
    case "communicator":
      return may(role) ? [give(role)] : [];
    case "observer":
      return may(role) ? [give(role), ...ending(view, role, namedHolders(view, role))] : [];
    case "steeringChair":
      return may("actingChair") && startDecision(view.state)
        ? [give("actingChair"), ...ending(view, "actingChair", namedIn(view.state, "actingChair"))]
        : [];
    case "initiator":
    case "steeringMember":
    case "substitute":
    case "registrar":
      return [];
  }
}

/** A button for each of the first; the rest come when these are gone. */
function ending(
  view: View,
  role: RecordedRole,
  holders: readonly PersonId[],
): readonly ISubmitAction[] {
  const { holding } = textsOf(view.language);
  return holders.slice(0, 2).map((person) =>
    submitButton(neutral(shortened(holding.remove(personName(view, person)), 60)), {
      verb: "endRole",
      dialogueId: view.state.id,
      role,
      person,
    }),
  );
}

function heldBy({ state, viewer, directory }: View): ReadonlySet<Role> {
  return viewer === undefined ? new Set() : rolesOf(state, viewer, directory);
}
