import type { Dialogue, FormalDecision } from "./dialogue.ts";
import { confirmersOf, steeringGroup } from "./group.ts";
import type { Wanted } from "./messages.ts";
import { type HeldRole, namedIn, type StoodInRole } from "./role-records.ts";
import type { PersonId } from "./value.ts";

/** What is asked of one person in the 1:1 chat; repeated once when nobody knows whether it arrived. */
export function ask(key: string, about: Wanted["about"], person: PersonId): Wanted {
  return { key, about, to: { type: "person", person }, delivery: "repeat" };
}

/** Told in a card of their own when they are given it. The members' hello and the head's request tell of theirs; who acts as chair is told when it comes to that. */
const TOLD: readonly HeldRole[] = ["civilServant", "deputy", "communicator", "observer"];

/** Who is asked to appoint, greeted in the group or told of a role, and who learns that somebody has left (decisions.md §1.5, §9.3). */
export function roleRequests(state: Dialogue): readonly Wanted[] {
  const members = steeringGroup(state)?.members ?? [];
  return [
    ...headRequests(state),
    ...members.map((member) => ask(`hello:${member}`, { kind: "hello" }, member)),
    ...TOLD.flatMap((role) =>
      namedIn(state, role).map((person) =>
        ask(`role:${role}:${person}`, { kind: "role", role }, person),
      ),
    ),
    ...standInRequests(state, "steeringChair", ["viceChair", "actingChair"]),
    ...standInRequests(state, "civilServant", ["deputy"]),
    ...Object.keys(state.roles.left).flatMap((person) => leftNotice(state, person)),
  ];
}

/** The head is asked to appoint and keeps the request as a receipt; one who comes when that is done is told of the role. */
function headRequests(state: Dialogue): readonly Wanted[] {
  const { firstAppointed, tenures } = state.roles;
  return namedIn(state, "departmentHead").map((head) => {
    const since = tenures.findLast(
      ({ role, person }) => role === "departmentHead" && person === head,
    )?.from;
    return firstAppointed && since !== undefined && firstAppointed.at < since
      ? ask(`role:departmentHead:${head}`, { kind: "role", role: "departmentHead" }, head)
      : ask(`appoint:${head}`, { kind: "appoint" }, head);
  });
}

/** Who goes in for somebody is told each time anew (decisions.md §9.3). */
function standInRequests(
  state: Dialogue,
  role: StoodInRole,
  by: readonly HeldRole[],
): readonly Wanted[] {
  const [holder] = namedIn(state, role);
  const since = holder === undefined ? undefined : awaySince(state, holder);
  if (since === undefined) return [];
  const inTurn = by.flatMap((one) => namedIn(state, one));
  const person = inTurn.find((one) => one !== holder && awaySince(state, one) === undefined);
  if (person === undefined) return [];
  return [ask(`standIn:${role}:${person}:${since}`, { kind: "standIn", role }, person)];
}

/** Recorded absent now, or gone from the team. */
function awaySince({ roles }: Dialogue, person: PersonId): string | undefined {
  const absence = roles.absences[person];
  return absence?.begun ? absence.from : roles.left[person];
}

function leftNotice(state: Dialogue, person: PersonId): readonly Wanted[] {
  const told = toldOf(state, person);
  if (told === undefined) return [];
  const since = state.roles.left[person] ?? "";
  return [ask(`left:${person}:${told}:${since}`, { kind: "left", person }, told)];
}

/** The civil servant; when it is they who left, their deputy or the head who appoints. Before that who started the dialogue. */
function toldOf(state: Dialogue, person: PersonId): PersonId | undefined {
  const inTurn = [
    ...namedIn(state, "civilServant"),
    ...namedIn(state, "deputy"),
    ...namedIn(state, "departmentHead"),
    state.initiator,
    state.starter,
  ];
  return inTurn.find((one) => one !== person && state.roles.left[one] === undefined);
}

/** Who may be asked to confirm while the chair of a registration is recorded absent or has left (decisions.md §1.6). */
export function confirmingInstead(state: Dialogue, decision: FormalDecision): readonly PersonId[] {
  const { chair, viceChair } = confirmersOf(state, decision);
  if (chair === undefined || awaySince(state, chair) === undefined) return [];
  const all = [viceChair, state.roles.actingChair].filter(
    (one) => one !== undefined && one !== chair,
  );
  return [...new Set(all)] as readonly PersonId[];
}
