import { chairNow, holdersOf } from "../domain/permissions.ts";
import { type HeldRole, isAbsent, namedIn, type Tenure } from "../domain/role-records.ts";
import type { Role } from "../domain/roles.ts";
import type { PersonId } from "../domain/value.ts";
import { type Run, run, strong, subtle } from "./elements.ts";
import { formatsOf } from "./formats.ts";
import { personName, whoHas } from "./naming.ts";
import { textsOf } from "./texts/texts.ts";
import type { View } from "./view.ts";

/** Roles that are shown, each with all who hold it. */
export type ShownRole = Exclude<Role, "starter" | "admin">;

/** Whom the dialogue names for the role, also those who are away or have left the team; an office's holders where it names nobody. */
export function namedHolders(view: View, role: ShownRole): readonly PersonId[] {
  const { state, directory } = view;
  if (role === "initiator" || role === "registrar") return holdersOf(state, role, directory);
  const named = namedIn(state, role);
  if (named.length > 0) return named;
  return role === "communicator" || role === "departmentHead"
    ? holdersOf(state, role, directory)
    : [];
}

/** Whether somebody the dialogue names is no longer in the team that holds its channel. */
export function hasLeft({ state, directory }: View, person: PersonId): boolean {
  if (state.home.type === "personal") return false;
  return directory.people.get(person)?.teams.includes(state.home.teamId) !== true;
}

/** The name with what one needs to know of it: reached or not, away until when, no longer in the team. */
export function holderRuns(view: View, person: PersonId): readonly Run[] {
  const { holding: roles } = textsOf(view.language);
  const name = run(personName(view, person));
  if (hasLeft(view, person)) return [name, run(" · "), { ...strong(roles.left), size: "Small" }];
  return [name, ...reachRuns(view, person), ...absenceRuns(view, person)];
}

function reachRuns(view: View, person: PersonId): readonly Run[] {
  const { overview } = textsOf(view.language).views;
  const { reachable } = view.nameOf(person);
  if (reachable === undefined) return [];
  return reachable
    ? [subtle(` · ${overview.reached}`)]
    : [run(" · "), { ...strong(overview.notReached), size: "Small" }];
}

function absenceRuns(view: View, person: PersonId): readonly Run[] {
  const words = absenceWords(view, person);
  return words === undefined ? [] : [run(" · "), { ...strong(words), size: "Small" }];
}

/** When somebody is away, now or later; undefined when nothing is recorded or it is over. */
export function absenceWords(view: View, person: PersonId): string | undefined {
  const absence = view.state.roles.absences[person];
  if (!absence) return undefined;
  const { holding: roles } = textsOf(view.language);
  const { shortDate } = formatsOf(view.language);
  const { from, until } = absence;
  if (isAbsent(view.state, person))
    return until === undefined ? roles.absent : roles.absentUntil(shortDate(until));
  return until === undefined
    ? roles.absentFrom(shortDate(from))
    : roles.willBeAbsent(shortDate(from), shortDate(until));
}

/** Who stands in for the role's holder now, when somebody does. */
export function standIn(view: View, role: ShownRole): PersonId | undefined {
  const { state, directory } = view;
  if (role === "steeringChair") {
    const [acting] = chairNow(state, undefined, directory);
    return acting === undefined || namedIn(state, role).includes(acting) ? undefined : acting;
  }
  if (role !== "civilServant") return undefined;
  const [acting] = holdersOf(state, role, directory);
  return acting === undefined || namedIn(state, role).includes(acting) ? undefined : acting;
}

/** Who can put somebody else in the role. */
export function fixersOf(role: HeldRole): readonly Role[] {
  switch (role) {
    case "civilServant":
    case "deputy":
      return ["departmentHead"];
    case "communicator":
      return ["civilServant"];
    case "observer":
      return ["steeringChair", "civilServant"];
    case "steeringChair":
    case "viceChair":
    case "actingChair":
    case "steeringMember":
    case "substitute":
    case "departmentHead":
      return ["registrar"];
  }
}

/** What the role needs when its holder has left, and by whom. */
export function fixWords(view: View, role: HeldRole): string {
  return textsOf(view.language).holding.fixedBy[role](whoHas(view, fixersOf(role)));
}

/** The role's name in the user interface. */
export function roleName(view: View, role: HeldRole | ShownRole): string {
  const { holding } = textsOf(view.language);
  if (role === "viceChair" || role === "actingChair") return holding.names[role];
  return view.template.roles[role][view.language];
}

/** The roles somebody is still named for. */
export function rolesStillNamed({ state }: View, person: PersonId): readonly HeldRole[] {
  const running = state.roles.tenures.filter(
    (one): one is Tenure => one.person === person && one.until === undefined,
  );
  const all = running.map(({ role }) => role);
  // A chair is a member too; the chair says enough.
  return all.filter((role) => !(role === "steeringMember" && all.includes("steeringChair")));
}

export function isAwayNow(view: View, person: PersonId): boolean {
  return isAbsent(view.state, person) || hasLeft(view, person);
}
