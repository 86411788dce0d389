import type { Calendar } from "./calendar.ts";
import type { Dialogue } from "./dialogue.ts";
import { type Fault, rowsOf, type Surroundings } from "./fields.ts";
import { steeringGroup } from "./group.ts";
import type { Directory } from "./organisation.ts";
import { holdsOffice, isNamed, rolesOf } from "./permissions.ts";
import { namedIn } from "./role-records.ts";
import type { Field, Template } from "./template.ts";
import type { Instant } from "./time.ts";
import type { PersonId } from "./value.ts";

/** All that a decision may depend on beside the dialogue itself; nothing in the domain reads a clock or the world. */
export type Context = {
  readonly now: Instant;
  readonly actor: PersonId;
  readonly template: Template;
  readonly templateHash: string;
  readonly directory: Directory;
  readonly calendar: Calendar;
  /** Of the internal round that is to be closed: how many have answered, and whether what they said can be read. */
  readonly ballots?: { readonly answered: number; readonly readable: boolean };
};

/** What reading a form's fields needs: the bodies, the rows there are, and who may be chosen where. */
export function surroundings(state: Dialogue, { directory }: Context): Surroundings {
  return {
    bodies: directory.organisation?.bodies.map(({ id }) => id) ?? [],
    checkPerson: (person, field) => checkPerson(state, person, field, directory),
    rowIds: ({ item, field }) => rowsOf(state.items[item]?.values[field]).map(({ id }) => id),
  };
}

/**
 * Why the person may not be chosen in the field; undefined when they may. Everybody chosen is in the team
 * (decisions.md §1.4), and nobody is elected and employed in one dialogue (§1.7).
 */
export function checkPerson(
  state: Dialogue,
  person: PersonId,
  field: Pick<Field, "from">,
  directory: Directory,
): Fault["fault"] | undefined {
  const membership = directory.people.get(person);
  if (!membership) return "notAPerson";
  if (state.home.type === "channel" && !membership.teams.includes(state.home.teamId))
    return "notInTeam";
  if (membership.guest && !isNamed(person, directory)) return "notAPerson";
  if (field.from === "elected" && isEmployed(state, person, directory)) return "notElected";
  if (field.from === "employees" && isElected(state, person, directory)) return "notEmployed";
  if (field.from === "members" && !rolesOf(state, person, directory).has("steeringMember"))
    return "notAMember";
  return undefined;
}

/** Who may be chosen in a person field of this dialogue, in no particular order. */
export function candidates(
  state: Dialogue,
  field: Pick<Field, "from">,
  directory: Directory,
): readonly PersonId[] {
  return [...directory.people.keys()].filter(
    (person) => checkPerson(state, person, field, directory) === undefined,
  );
}

/** Elected by the organisation file, or in this dialogue by the decision that names the steering group (decisions.md §1.3). */
export function isElected(state: Dialogue, person: PersonId, { organisation }: Directory): boolean {
  const { members = [], substitutes = [] } = steeringGroup(state) ?? {};
  return (
    organisation?.elected.includes(person) === true ||
    members.includes(person) ||
    substitutes.includes(person)
  );
}

const EMPLOYED = ["departmentHead", "civilServant", "deputy", "communicator"] as const;

function isEmployed(state: Dialogue, person: PersonId, { organisation }: Directory): boolean {
  return (
    holdsOffice(person, organisation?.bodies ?? []) ||
    EMPLOYED.some((role) => namedIn(state, role).includes(person)) ||
    (state.starterEmployed && state.starter === person)
  );
}
