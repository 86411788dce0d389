import type { Dialogue, FormalDecision } from "./dialogue.ts";
import { hostOf, noteTakerOf } from "./occasion-people.ts";
import { steeringGroup } from "./group.ts";
import type { Body, Directory } from "./organisation.ts";
import type { Role } from "./roles.ts";
import type { Item, Responsible, Step } from "./template.ts";
import { isAbsent, namedIn } from "./role-records.ts";
import type { BodyId, PersonId } from "./value.ts";

/** The confirmed decision that started the dialogue: what gives the steering group its roles (decisions.md §1.3). */
export function startDecision(state: Dialogue): FormalDecision | undefined {
  return state.decisions.findLast(
    ({ matter, status }) => matter === "start" && status === "confirmed",
  );
}

/** The confirmed decision in the matter itself (process.md §4.8). */
export function finalDecision(state: Dialogue): FormalDecision | undefined {
  return state.decisions.findLast(
    ({ matter, status }) => matter === "final" && status === "confirmed",
  );
}

/** The body that leads the dialogue, as far as it is known; offices come from it (decisions.md §1.3). */
export function leadBody(state: Dialogue): BodyId | undefined {
  const decided = state.items["identify.boards"]?.values.leadBody;
  if (typeof decided === "string") return decided;
  const deciding = state.items["triage.decision"]?.values.decidingBody;
  return typeof deciding === "string" ? deciding : undefined;
}

/** An example lives in the 1:1 chat of the one who tries it (decisions.md §2.4). */
export function isExample(state: Dialogue): boolean {
  return state.home.type === "personal";
}

/**
 * Who may act at all: members of the team that holds the channel, and of guests only those the organisation file names
 * (decisions.md §1.4, §1.5). Leaving the team ends access at once.
 */
export function hasAccess(state: Dialogue, person: PersonId, directory: Directory): boolean {
  const membership = directory.people.get(person);
  if (!membership) return false;
  if (membership.guest && !isNamed(person, directory)) return false;
  return isInTeam(state, person, directory);
}

function isInTeam({ home }: Dialogue, person: PersonId, { people }: Directory): boolean {
  return home.type === "personal" || people.get(person)?.teams.includes(home.teamId) === true;
}

/** Named by the organisation file as elected, in an office or as administrator. */
export function isNamed(person: PersonId, { organisation }: Directory): boolean {
  if (!organisation) return false;
  return (
    organisation.elected.includes(person) ||
    organisation.admins.includes(person) ||
    holdsOffice(person, organisation.bodies)
  );
}

/** Holds an employee's office in any body; such a person is never elected too (decisions.md §1.7). */
export function holdsOffice(person: PersonId, bodies: readonly Body[]): boolean {
  return bodies.some(
    ({ departmentHead, registrars, communicators }) =>
      departmentHead === person || registrars.includes(person) || communicators.includes(person),
  );
}

/** Every role the person holds now; none for somebody without access (process.md §1, decisions.md §1). */
export function rolesOf(
  state: Dialogue,
  person: PersonId,
  directory: Directory,
): ReadonlySet<Role> {
  return new Set(ROLES.filter((role) => holdersOf(state, role, directory).includes(person)));
}

/** The people who hold the role now and still have access. A guest may be let in to read, and is nothing more (decisions.md §1.5). */
export function holdersOf(state: Dialogue, role: Role, directory: Directory): readonly PersonId[] {
  const may = role === "observer" ? isInTeam : hasAccess;
  return appointed(state, role, directory).filter((person) => may(state, person, directory));
}

/** Every role there is, in the order they are named to people. */
export const ROLES: readonly Role[] = [
  "starter",
  "initiator",
  "steeringChair",
  "steeringMember",
  "substitute",
  "departmentHead",
  "civilServant",
  "deputy",
  "communicator",
  "registrar",
  "observer",
  "admin",
];

function appointed(state: Dialogue, role: Role, directory: Directory): readonly PersonId[] {
  const { organisation } = directory;
  const decided = startDecision(state)?.facts;
  const group = steeringGroup(state);
  switch (role) {
    case "starter":
      return [state.starter];
    case "initiator":
      return [state.initiator];
    case "steeringChair":
      // Before the steering group exists its chair is played by the initiating elected official (process.md §12).
      if (group) return chairNow(state, undefined, directory);
      return state.initiatorConfirmed ? [state.initiator] : [];
    case "steeringMember":
      return group?.members ?? [];
    case "substitute":
      return group?.substitutes ?? [];
    case "departmentHead":
      return decided
        ? namedIn(state, role)
        : offices(state, organisation?.bodies, (body) => [body.departmentHead]);
    case "civilServant":
      return civilServantNow(state, directory);
    case "deputy":
      return namedIn(state, role);
    case "communicator":
      if (state.roles.communicator !== undefined) return [state.roles.communicator];
      return offices(state, organisation?.bodies, (body) => body.communicators);
    case "registrar":
      return offices(state, organisation?.bodies, (body) => body.registrars);
    case "observer":
      return namedIn(state, role);
    case "admin":
      return organisation?.admins ?? [];
  }
}

/** Recorded absent, or no longer in the team: somebody else acts meanwhile (decisions.md §1.6). */
export function isAway(state: Dialogue, person: PersonId, directory: Directory): boolean {
  return isAbsent(state, person) || !hasAccess(state, person, directory);
}

/**
 * Who acts as chair: the chair, while they are away or may not take part the vice chair, then whom the group has chosen.
 * With nobody to stand in the chair stays. `named` is a registration's own chair and vice chair, before it is confirmed.
 */
export function chairNow(
  state: Dialogue,
  named: { readonly chair?: PersonId; readonly viceChair?: PersonId } | undefined,
  directory: Directory,
  mayNot: (person: PersonId) => boolean = () => false,
): readonly PersonId[] {
  const { chair, viceChair } = named ?? steeringGroup(state) ?? {};
  const inTurn = [chair, viceChair, state.roles.actingChair].filter((one) => one !== undefined);
  const able = inTurn.find((one) => !isAway(state, one, directory) && !mayNot(one));
  const last = able ?? (chair !== undefined && !mayNot(chair) ? chair : undefined);
  return last === undefined ? [] : [last];
}

/** The deputy acts while the civil servant is away. */
function civilServantNow(state: Dialogue, directory: Directory): readonly PersonId[] {
  const [appointedOne] = namedIn(state, "civilServant");
  const [deputy] = namedIn(state, "deputy");
  if (appointedOne === undefined) return [];
  const standsIn =
    deputy !== undefined &&
    isAway(state, appointedOne, directory) &&
    !isAway(state, deputy, directory);
  return [standsIn ? deputy : appointedOne];
}

/** Of the lead body; of every body until one leads, so that somebody can always enter the dnr. */
function offices(
  state: Dialogue,
  bodies: readonly Body[] = [],
  office: (body: Body) => readonly PersonId[],
): readonly PersonId[] {
  const lead = leadBody(state);
  const chosen = bodies.filter(({ id }) => lead === undefined || id === lead);
  return [...new Set(chosen.flatMap(office))];
}

/** Whether the item is of an occasion that the person is host or note-taker of, and is theirs as that. */
function holdsOccasion(state: Dialogue, item: Item, person: PersonId): boolean {
  const of = item.id.split(".").at(-1) ?? "";
  if (item.each !== "occasion" || !state.occasions[of]) return false;
  return item.responsible.some(
    (responsible) =>
      (responsible === "host" && hostOf(state, of) === person) ||
      (responsible === "noteTaker" && noteTakerOf(state, of) === person),
  );
}

/** Items no draft may touch but their own holder's (decisions.md §1.8). */
const ONLY_BY_HOLDER: ReadonlySet<string> = new Set([
  "plan.appoint",
  "decide.confirm",
  "final.confirm",
  "check.vote",
  "follow.finish",
]);

/** Whether the person may write the item now: its "Ansvar" and the phase decide (decisions.md §1.8). Gates and locks are checked elsewhere. */
export function mayWriteItem(
  state: Dialogue,
  item: Item,
  step: Step,
  person: PersonId,
  directory: Directory,
): boolean {
  const held = rolesOf(state, person, directory);
  if (writersOf(state, item, step).some((role) => held.has(role))) return true;
  return hasAccess(state, person, directory) && holdsOccasion(state, item, person);
}

/** The roles that may write the item in this phase; used for the check and for saying who can put something right. */
export function writersOf(state: Dialogue, item: Item, step: Step): readonly Role[] {
  const roles = new Set(item.responsible.flatMap((responsible) => writing(state, responsible)));
  const appointedYet = state.gates.G4a !== undefined;
  const byPeople = item.responsible.some((responsible) => responsible !== "bot");
  if (appointedYet && !ONLY_BY_HOLDER.has(item.id) && byPeople) roles.add("civilServant");
  if (!appointedYet && !ONLY_BY_HOLDER.has(item.id) && item.id !== "triage.result") {
    if (step.order === 0 || (step.order <= 3 && state.starterEmployed)) roles.add("starter");
  }
  return [...roles];
}

function writing(state: Dialogue, responsible: Responsible): readonly Role[] {
  const grouped = startDecision(state) !== undefined;
  switch (responsible) {
    case "initiator":
    case "elected":
      return grouped ? ["steeringChair", "steeringMember"] : ["initiator"];
    case "administration":
    case "board":
      return state.gates.G4a === undefined ? ["registrar"] : ["registrar", "civilServant"];
    case "chair":
      return ["steeringChair"];
    case "steeringGroup":
      return ["steeringChair", "steeringMember", "civilServant"];
    case "steeringMembers":
      return ["steeringChair", "steeringMember"];
    case "shared":
      return ROLES.filter(
        (role) => role !== "observer" && role !== "admin" && role !== "substitute",
      );
    case "civilServant":
    case "communicator":
    case "registrar":
    case "departmentHead":
      return [responsible];
    case "host":
    case "noteTaker":
    case "bot":
      // Hosts and note-takers are no roles of the dialogue: each holds a right for one occasion (decisions.md §1.3).
      return [];
  }
}
