import { type Context, checkPerson, surroundings } from "./context.ts";
import type { Command, Dialogue, NewFact } from "./dialogue.ts";
import { CHARACTER_LIMITS } from "./fields.ts";
import { steeringGroup } from "./group.ts";
import { hasAccess, isExample, rolesOf } from "./permissions.ts";
import { readField } from "./read-field.ts";
import { type FieldFault, Rejection } from "./rejection.ts";
import { type Absence, namedIn, type RecordedRole, type RoleCommand } from "./role-records.ts";
import type { Role } from "./roles.ts";
import { written } from "./text.ts";
import { type Instant, type LocalDate, localDateOf } from "./time.ts";
import type { PersonId } from "./value.ts";

type Of<T extends RoleCommand["type"]> = Extract<RoleCommand, { type: T }>;

/** Where the faults of a form about roles are counted to. */
export const ROLES_FORM = "roles";

/** What the order changes about who holds which role (decisions.md §1.3–§1.7). Throws Rejection. */
export function decideRole(state: Dialogue, command: RoleCommand, context: Context): NewFact[] {
  if (command.type === "NotePresence") return notePresence(state, command, context);
  switch (command.type) {
    case "GiveRole":
      return giveRole(state, command, context);
    case "EndRole":
      return endRole(state, command, context);
    case "RecordAbsence":
      return recordAbsence(state, command, context);
    case "BeginAbsence":
      return beginAbsence(state, command, context);
    case "EndAbsence":
      return endAbsence(state, command, context);
  }
}

const ROLE_ORDERS: ReadonlySet<string> = new Set<RoleCommand["type"]>([
  "GiveRole",
  "EndRole",
  "RecordAbsence",
  "EndAbsence",
  "BeginAbsence",
  "NotePresence",
]);
export function isRoleOrder(command: Command): command is RoleCommand {
  return ROLE_ORDERS.has(command.type);
}

/** Who records the role (decisions.md §1.3, §1.6, §1.7). The communicator is the civil servant's to change, insight the chair's too. */
export function givers(role: RecordedRole): readonly Role[] {
  switch (role) {
    case "departmentHead":
    case "actingChair":
      return ["registrar"];
    case "communicator":
      return ["civilServant"];
    case "observer":
      return ["steeringChair", "civilServant"];
  }
}

/** Ended dialogues keep the roles they had. */
const ENDED: ReadonlySet<string> = new Set(["withdrawn", "triaged_out", "stopped", "closed"]);

function requireAny(state: Dialogue, context: Context, who: readonly Role[]): void {
  requireRole(state, context, who);
  refuseEnded(state);
}

function requireRole(state: Dialogue, { actor, directory }: Context, who: readonly Role[]): void {
  const held = rolesOf(state, actor, directory);
  if (!who.some((role) => held.has(role))) throw new Rejection({ code: "E-FORBIDDEN", who });
}

function refuseEnded(state: Dialogue): void {
  if (ENDED.has(state.status)) throw new Rejection({ code: "E-NOT-ACTIVE", status: state.status });
}

function giveRole(state: Dialogue, command: Of<"GiveRole">, context: Context): NewFact[] {
  const { role, person } = command;
  requireAny(state, context, givers(role));
  // Until the board has decided the registration itself names head and chair.
  if ((role === "departmentHead" || role === "actingChair") && !steeringGroup(state))
    throw new Rejection({ code: "E-NO-BOARD-DECISION" });
  if (namedIn(state, role).includes(person)) return [];
  const fault = person === "" ? "missing" : whyNot(state, role, person, context);
  if (fault)
    throw new Rejection({
      code: "E-FIELD",
      faults: [{ itemId: ROLES_FORM, field: "person", fault }],
    });
  const reason = written(command.reason);
  const needed = role === "departmentHead" || role === "actingChair";
  if (needed && reason.text.trim() === "") throw new Rejection({ code: "E-REASON", faults: [] });
  refuseLong(reason.text);
  const why = reason.text.trim() === "" ? {} : { reason };
  return [{ type: "RoleGiven", role, person, ...why }];
}

function refuseLong(text: string): void {
  const actual = text.length;
  const limit = CHARACTER_LIMITS.text;
  if (actual <= limit) return;
  const at = { itemId: ROLES_FORM, field: "reason", fault: "tooLong", limit, actual } as const;
  throw new Rejection({ code: "E-FIELD", faults: [at] });
}

/** Why the person may not be given the role; undefined when they may. Nobody is elected and employed in one dialogue. */
export function whyNot(
  state: Dialogue,
  role: RecordedRole,
  person: PersonId,
  { actor, directory }: Pick<Context, "actor" | "directory">,
): FieldFault["fault"] | undefined {
  switch (role) {
    case "departmentHead":
    case "communicator":
      return checkPerson(state, person, { from: "employees" }, directory);
    case "actingChair": {
      const group = steeringGroup(state);
      if (!group?.members.includes(person)) return "notAMember";
      if (group.chair === person) return "notAChoice";
      return checkPerson(state, person, { from: "members" }, directory);
    }
    case "observer": {
      const membership = directory.people.get(person);
      if (!membership) return "notAPerson";
      if (state.home.type === "channel" && !membership.teams.includes(state.home.teamId))
        return "notInTeam";
      // Only the chair lets a guest in (§1.5).
      const isChair = rolesOf(state, actor, directory).has("steeringChair");
      if (membership.guest && !isChair) return "notAPerson";
      return [...rolesOf(state, person, directory)].some((one) => one !== "admin")
        ? "notAChoice"
        : undefined;
    }
  }
}

function endRole(state: Dialogue, { role, person }: Of<"EndRole">, context: Context): NewFact[] {
  requireAny(state, context, givers(role));
  // Head and communicator are replaced, never left empty (§1.5).
  if (role === "departmentHead" || role === "communicator")
    throw new Rejection({ code: "E-FORBIDDEN", who: givers(role) });
  return namedIn(state, role).includes(person) ? [{ type: "RoleEnded", role, person }] : [];
}

/** Who says that somebody is away: the chair, the civil servant, or the person (§1.6). */
export const ABSENCE_BY: readonly Role[] = ["steeringChair", "civilServant"];

function recordAbsence(state: Dialogue, command: Of<"RecordAbsence">, context: Context): NewFact[] {
  const { person } = command;
  requireAbsenceRight(state, person, context);
  const from = dayOf(state, "from", command.from, context);
  const until = dayOf(state, "until", command.until, context);
  const faults = [...from.faults, ...until.faults];
  if (from.day === undefined && from.faults.length === 0)
    faults.push({ itemId: ROLES_FORM, field: "from", fault: "missing" });
  if (person === "" || !hasPart(state, person, context))
    faults.push({
      itemId: ROLES_FORM,
      field: "person",
      fault: person === "" ? "missing" : "notAPerson",
    });
  if (from.day !== undefined && until.day !== undefined && until.day < from.day)
    faults.push({ itemId: ROLES_FORM, field: "until", fault: "notAChoice" });
  if (faults.length > 0 || from.day === undefined) throw new Rejection({ code: "E-FIELD", faults });
  const known = state.roles.absences[person];
  if (known?.from === from.day && known.until === until.day) return [];
  const last = until.day === undefined ? {} : { until: until.day };
  return [{ type: "AbsenceRecorded", person, from: from.day, ...last }];
}

function endAbsence(state: Dialogue, { person }: Of<"EndAbsence">, context: Context): NewFact[] {
  if (context.actor !== "system") requireAbsenceRight(state, person, context);
  const absence = state.roles.absences[person];
  if (!absence || (context.actor === "system" && !isOver(absence, context.now))) return [];
  return [{ type: "AbsenceEnded", person }];
}

function isOver({ until }: Absence, now: Instant): boolean {
  return until !== undefined && until < localDateOf(now);
}

/** By the clock alone, which may have been stopped past the last day too. */
function beginAbsence(
  state: Dialogue,
  { person }: Of<"BeginAbsence">,
  { actor, now }: Context,
): NewFact[] {
  if (actor !== "system") throw new Rejection({ code: "E-FORBIDDEN" });
  const absence = state.roles.absences[person];
  if (!absence || absence.begun || localDateOf(now) < absence.from) return [];
  return [{ type: isOver(absence, now) ? "AbsenceEnded" : "AbsenceBegan", person }];
}

function requireAbsenceRight(state: Dialogue, person: PersonId, context: Context): void {
  const { actor, directory } = context;
  // Who is stood in for holds no role meanwhile, and comes back by their own word all the same.
  const own =
    actor === person && hasAccess(state, actor, directory) && hasPart(state, person, context);
  if (!own) requireRole(state, context, ABSENCE_BY);
  refuseEnded(state);
}

function hasPart(state: Dialogue, person: PersonId, { directory }: Context): boolean {
  const held = [...rolesOf(state, person, directory)];
  // Nobody waits for who only reads.
  return held.some((role) => role !== "admin" && role !== "observer") || isNamed(state, person);
}

/** Named by the dialogue's own records or decisions, also when they have left the team. */
function isNamed(state: Dialogue, person: PersonId): boolean {
  return state.roles.tenures.some(
    (one) => one.person === person && one.until === undefined && one.role !== "observer",
  );
}

function dayOf(
  state: Dialogue,
  field: "from" | "until",
  sent: string,
  context: Context,
): { readonly day?: LocalDate; readonly faults: FieldFault[] } {
  if (sent.trim() === "") return { faults: [] };
  const asked = { name: field, type: "date", label: { sv: "", en: "" } } as const;
  const read = readField(asked, sent, surroundings(state, context));
  if ("faults" in read)
    return { faults: read.faults.map((fault) => ({ itemId: ROLES_FORM, field, ...fault })) };
  return typeof read.value === "string" ? { day: read.value, faults: [] } : { faults: [] };
}

/** What the roster says of somebody with a part; told by the bot itself, and believed from the roster alone. */
function notePresence(
  state: Dialogue,
  { person }: Of<"NotePresence">,
  { actor, directory }: Context,
): NewFact[] {
  if (actor !== "system") throw new Rejection({ code: "E-FORBIDDEN" });
  if (isExample(state) || state.home.type !== "channel" || ENDED.has(state.status)) return [];
  const here = directory.people.get(person)?.teams.includes(state.home.teamId) === true;
  const gone = state.roles.left[person] !== undefined;
  if (here) return gone ? [{ type: "PersonReturned", person }] : [];
  const involved = isNamed(state, person) || [state.starter, state.initiator].includes(person);
  return gone || !involved ? [] : [{ type: "PersonLeft", person }];
}
