import type { Context } from "./context.ts";
import type { Dialogue } from "./dialogue.ts";
import type { Directory } from "./organisation.ts";
import { hasAccess, holdersOf, rolesOf } from "./permissions.ts";
import { Rejection } from "./rejection.ts";
import type { Role } from "./roles.ts";
import type { OpenTask, Task, TaskOwner } from "./task.ts";
import { openTasks } from "./task.ts";
import type { PersonId } from "./value.ts";

/**
 * Who may do what with tasks (decisions.md §1.8: what is shared is for any role but observer and admin):
 *
 * | Order                              | Who                                                                |
 * |------------------------------------|--------------------------------------------------------------------|
 * | add                                | any role but observer and admin; the starter until G4a              |
 * | complete, reopen, hand over, move, | the owner (of a role's task each holder), who added it while they   |
 * | cancel one                         | have a part in it or own it, and those who coordinate               |
 * | move or hand over all of a person  | the person, and those who coordinate                                |
 * | move all of the dialogue           | those who coordinate                                                |
 *
 * Those who coordinate: the chair, and the civil servant; before one is appointed the registrar (decisions.md §13.1).
 */
const ADDERS: readonly Role[] = [
  "initiator",
  "steeringChair",
  "steeringMember",
  "substitute",
  "departmentHead",
  "civilServant",
  "deputy",
  "communicator",
  "registrar",
];

export function adders(state: Dialogue): readonly Role[] {
  return state.gates.G4a === undefined ? ["starter", ...ADDERS] : ADDERS;
}

export function coordinators(state: Dialogue): readonly Role[] {
  return state.gates.G4a === undefined
    ? ["steeringChair", "registrar"]
    : ["civilServant", "steeringChair"];
}

type Around = Pick<Context, "directory">;

export function mayAddTask(state: Dialogue, person: PersonId, { directory }: Around): boolean {
  return holdsOne(state, person, adders(state), directory);
}

/** Whether the person coordinates the work, and so may change everybody's tasks. */
export function coordinates(state: Dialogue, person: PersonId, { directory }: Around): boolean {
  return holdsOne(state, person, coordinators(state), directory);
}

export function mayChangeTask(
  state: Dialogue,
  task: Task,
  person: PersonId,
  around: Around,
): boolean {
  if (ownersOf(state, task.owner, around.directory).includes(person)) return true;
  if (coordinates(state, person, around)) return true;
  return task.createdBy === person && mayAddTask(state, person, around);
}

function holdsOne(
  state: Dialogue,
  person: PersonId,
  roles: readonly Role[],
  directory: Directory,
): boolean {
  const held = rolesOf(state, person, directory);
  return roles.some((role) => held.has(role));
}

/** The people whose task it is now: those who hold the role, or the person while they are in the team. */
export function ownersOf(
  state: Dialogue,
  owner: TaskOwner,
  directory: Directory,
): readonly PersonId[] {
  if (owner.type === "role") return holdersOf(state, owner.role, directory);
  return hasAccess(state, owner.person, directory) ? [owner.person] : [];
}

/** Open tasks of people who have left: somebody must be given them. A role nobody holds yet is no such thing. */
export function tasksLeftBehind(state: Dialogue, directory: Directory): readonly OpenTask[] {
  return openTasks(state).filter(
    ({ owner }) => owner.type === "person" && !hasAccess(state, owner.person, directory),
  );
}

/** Tasks are worked on in a draft and in a dialogue that goes on; whatever else it is, nothing is asked of anybody. */
export function isWorkedOn({ status }: Dialogue): boolean {
  return status === "draft" || status === "active";
}

export function refuseInactive(state: Dialogue): void {
  if (!isWorkedOn(state)) throw new Rejection({ code: "E-NOT-ACTIVE", status: state.status });
}
