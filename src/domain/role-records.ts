import { amongTypes } from "./among-types.ts";
import type { Dialogue } from "./dialogue.ts";
import { peopleIn, steeringGroup } from "./group.ts";
import type { Role } from "./roles.ts";
import type { Text } from "./text.ts";
import { type Instant, type LocalDate, localDateOf } from "./time.ts";
import type { PersonId } from "./value.ts";

/** What is given by a record of its own; the other roles come from the board's decision, the appointment or the organisation (decisions.md §1.3). */
export type RecordedRole = "departmentHead" | "communicator" | "actingChair" | "observer";
export const RECORDED_ROLES: readonly RecordedRole[] = [
  "departmentHead",
  "communicator",
  "actingChair",
  "observer",
];

/** Roles whose holders are remembered with dates; `actingChair` is whom the group has chosen while the chair is away. */
export type HeldRole =
  | Exclude<Role, "starter" | "initiator" | "registrar" | "admin">
  | "viceChair"
  | "actingChair";

/** Somebody else acts while whoever holds it is away (decisions.md §1.6). */
export type StoodInRole = Extract<HeldRole, "steeringChair" | "civilServant">;

/** Somebody who holds or has held a role, since when and until when. */
export type Tenure = {
  readonly role: HeldRole;
  readonly person: PersonId;
  readonly from: Instant;
  readonly until?: Instant;
};

/** From that day, to the last day when it is known (decisions.md §1.6). */
export type Absence = {
  readonly from: LocalDate;
  readonly until?: LocalDate;
  /** Its first day has come, and somebody else acts. */
  readonly begun: boolean;
};

export type RoleRecords = {
  readonly departmentHead?: PersonId;
  readonly communicator?: PersonId;
  readonly actingChair?: PersonId;
  readonly observers: readonly PersonId[];
  readonly absences: { readonly [person: PersonId]: Absence };
  /** Have left the team that holds the channel; their roles stay until somebody is recorded in their place (§1.5). */
  readonly left: { readonly [person: PersonId]: Instant };
  readonly tenures: readonly Tenure[];
  /** The first appointment, from which deadlines count also after a replacement. */
  readonly firstAppointed?: {
    readonly person: PersonId;
    readonly on: LocalDate;
    readonly at: Instant;
  };
};

export const noRecords: RoleRecords = { observers: [], absences: {}, left: {}, tenures: [] };

export type RoleCommand =
  | {
      readonly type: "GiveRole";
      readonly role: RecordedRole;
      readonly person: PersonId;
      readonly reason: string;
    }
  | { readonly type: "EndRole"; readonly role: RecordedRole; readonly person: PersonId }
  | {
      readonly type: "RecordAbsence";
      readonly person: PersonId;
      readonly from: string;
      readonly until: string;
    }
  /** By a person, or by time when the last day is over. */
  | { readonly type: "EndAbsence"; readonly person: PersonId }
  /** By time: the first day has come. */
  | { readonly type: "BeginAbsence"; readonly person: PersonId }
  /** By the roster: the person is in the team again, or no longer. */
  | { readonly type: "NotePresence"; readonly person: PersonId };

export type RoleFact =
  | {
      readonly type: "RoleGiven";
      readonly role: RecordedRole;
      readonly person: PersonId;
      readonly reason?: Text;
    }
  | { readonly type: "RoleEnded"; readonly role: RecordedRole; readonly person: PersonId }
  | {
      readonly type: "AbsenceRecorded";
      readonly person: PersonId;
      readonly from: LocalDate;
      readonly until?: LocalDate;
    }
  | { readonly type: "AbsenceBegan"; readonly person: PersonId }
  | { readonly type: "AbsenceEnded"; readonly person: PersonId }
  | { readonly type: "PersonLeft"; readonly person: PersonId }
  | { readonly type: "PersonReturned"; readonly person: PersonId };

export const isRoleFact = amongTypes<RoleFact>(
  "RoleGiven",
  "RoleEnded",
  "AbsenceRecorded",
  "AbsenceBegan",
  "AbsenceEnded",
  "PersonLeft",
  "PersonReturned",
);

type Stamped<F> = F extends unknown ? F & { readonly by: PersonId; readonly at: Instant } : never;

/** The records after the fact. Never throws. */
export function evolveRoles(records: RoleRecords, event: Stamped<RoleFact>): RoleRecords {
  const { person } = event;
  switch (event.type) {
    case "RoleGiven":
      return event.role === "observer"
        ? { ...records, observers: [...records.observers.filter((one) => one !== person), person] }
        : { ...records, [event.role]: person };
    case "RoleEnded": {
      if (event.role === "observer")
        return { ...records, observers: records.observers.filter((one) => one !== person) };
      const { [event.role]: _ended, ...rest } = records;
      return rest;
    }
    case "AbsenceRecorded": {
      const { from, until } = event;
      const begun = from <= localDateOf(event.at);
      const absence = { from, ...(until === undefined ? {} : { until }), begun };
      return { ...records, absences: { ...records.absences, [person]: absence } };
    }
    case "AbsenceBegan": {
      const absence = records.absences[person];
      if (!absence) return records;
      return {
        ...records,
        absences: { ...records.absences, [person]: { ...absence, begun: true } },
      };
    }
    case "AbsenceEnded": {
      const { [person]: _ended, ...absences } = records.absences;
      return { ...records, absences };
    }
    case "PersonLeft":
      return { ...records, left: { ...records.left, [person]: event.at } };
    case "PersonReturned": {
      const { [person]: _back, ...left } = records.left;
      return { ...records, left };
    }
  }
}

/** Away now: time begins and ends what is recorded for other days (decisions.md §9.1). */
export function isAbsent({ roles }: Pick<Dialogue, "roles">, person: PersonId): boolean {
  return roles.absences[person]?.begun === true;
}

const HELD: readonly HeldRole[] = [
  "steeringChair",
  "viceChair",
  "actingChair",
  "steeringMember",
  "substitute",
  "departmentHead",
  "civilServant",
  "deputy",
  "communicator",
  "observer",
];

/** The dialogue with its tenures brought up to date: who is named now goes on or begins, who is not any more has ended. */
export function withTenures<D extends Dialogue>(state: D, at: Instant): D {
  const named = HELD.flatMap((role) => namedIn(state, role).map((person) => ({ role, person })));
  const goesOn = (one: Tenure) =>
    named.some(({ role, person }) => role === one.role && person === one.person);
  const kept = state.roles.tenures.map((one) =>
    one.until === undefined && !goesOn(one) ? { ...one, until: at } : one,
  );
  const running = kept.filter(({ until }) => until === undefined);
  const begun = named.filter(
    ({ role, person }) => !running.some((one) => one.role === role && one.person === person),
  );
  const tenures = [...kept, ...begun.map((one) => ({ ...one, from: at }))];
  return { ...state, roles: { ...state.roles, tenures, ...firstAppointment(state, at) } };
}

/** Whom the records and decisions of the dialogue name for the role, wherever they are now. */
export function namedIn(state: Dialogue, role: HeldRole): readonly PersonId[] {
  const group = steeringGroup(state);
  const { roles } = state;
  const appointed = state.items["plan.appoint"]?.values ?? {};
  switch (role) {
    case "steeringChair":
      return group?.chair === undefined ? [] : [group.chair];
    case "viceChair":
      return group?.viceChair === undefined ? [] : [group.viceChair];
    case "steeringMember":
      return group?.members ?? [];
    case "substitute":
      return group?.substitutes ?? [];
    case "departmentHead":
      return roles.departmentHead === undefined ? decidedHead(state) : [roles.departmentHead];
    case "civilServant":
    case "deputy":
      return peopleIn(appointed, role);
    case "actingChair":
    case "communicator": {
      const person = roles[role];
      return person === undefined ? [] : [person];
    }
    case "observer":
      return roles.observers;
  }
}

/** The head of department as the board's decision named them. */
function decidedHead({ decisions }: Dialogue): readonly PersonId[] {
  const decided = decisions.findLast(
    ({ matter, status }) => matter === "start" && status === "confirmed",
  );
  return peopleIn(decided?.facts ?? {}, "departmentHead");
}

/** A corrected date moves it, another civil servant does not. */
function firstAppointment(state: Dialogue, at: Instant): Pick<RoleRecords, "firstAppointed"> {
  const { civilServant, appointedAt } = state.items["plan.appoint"]?.values ?? {};
  if (typeof civilServant !== "string" || typeof appointedAt !== "string") return {};
  const first = state.roles.firstAppointed;
  if (first && first.person !== civilServant) return {};
  if (first?.on === appointedAt) return {};
  return { firstAppointed: { person: civilServant, on: appointedAt, at } };
}
