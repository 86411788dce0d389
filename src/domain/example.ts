import type { Command, State } from "./dialogue.ts";
import type { Body, Directory } from "./organisation.ts";
import { isExample } from "./permissions.ts";
import { Rejection } from "./rejection.ts";
import type { Role } from "./roles.ts";
import type { PersonId } from "./value.ts";

/** Somebody made up, whose part the owner of an example can play (decisions.md §2.4). */
export type FictionalPerson = { readonly id: PersonId; readonly name: string; readonly role: Role };

/** The cast of every example, in the order they are offered. None of them exists. */
export const EXAMPLE_CAST: readonly FictionalPerson[] = [
  { id: "example-chair", name: "Karin Exempelsson", role: "steeringChair" },
  { id: "example-registrar", name: "Leif Provström", role: "registrar" },
  { id: "example-head", name: "Mona Testberg", role: "departmentHead" },
  { id: "example-civil-servant", name: "Nadia Fiktiv", role: "civilServant" },
  { id: "example-member", name: "Olof Låtsas", role: "steeringMember" },
  { id: "example-communicator", name: "Pia Övningsson", role: "communicator" },
];

const BODY: Body = {
  id: "example-board",
  name: "Exempelnämnden",
  short: "EXN",
  kind: "board",
  chair: "example-chair",
  departmentHead: "example-head",
  registrars: ["example-registrar"],
  communicators: ["example-communicator"],
};

const EXAMPLE_DIRECTORY: Directory = {
  organisation: {
    bodies: [BODY],
    elected: ["example-chair", "example-member"],
    admins: [],
    linkHosts: [],
  },
  people: new Map(EXAMPLE_CAST.map(({ id }) => [id, { teams: [], guest: false }])),
};

/** The people rights are decided from: the example's cast in an example, the organisation's everywhere else. */
export function directoryFor(
  state: State,
  command: Command | undefined,
  directory: Directory,
): Directory {
  return inExample(state, command) ? EXAMPLE_DIRECTORY : directory;
}

/** Whom the presser acts as: themselves, or in their own example the person whose part they play. Anybody else is refused there. */
export function actorIn(state: State, command: Command, presser: PersonId): PersonId {
  if (state.status === "none") {
    const starts = command.type === "StartDialogue" && command.home.type === "personal";
    return starts && command.home.person === presser ? "example-chair" : presser;
  }
  if (!isExample(state) || presser === "system") return presser;
  if (state.home.type === "personal" && state.home.person === presser)
    return state.playing ?? "example-chair";
  throw new Rejection({ code: "E-FORBIDDEN" });
}

function inExample(state: State, command: Command | undefined): boolean {
  if (state.status !== "none") return isExample(state);
  return command?.type === "StartDialogue" && command.home.type === "personal";
}
