import { type Command, type Home } from "../src/domain/dialogue.ts";
import { builtInTemplate } from "../src/domain/process/built-in.ts";
import type { DialogueId, Inputs, PersonId } from "../src/domain/value.ts";
import { createHandle, type Handle } from "../src/handle.ts";
import { openProcesses } from "../src/store/processes.ts";
import { openSqliteStore } from "../src/store/sqlite.ts";
import type { Store } from "../src/store/store.ts";
import { applyOrganisation, readOrganisation } from "../src/teams/organisation.ts";
import { type Granasa, ORGANISATION } from "./granasa.ts";

/** A store opened without a bot, with orders given straight to the handle. */
export type Seeding = {
  readonly store: Store;
  readonly handle: Handle;
  /** Our own id of a person of the world. */
  readonly person: (entraId: string) => Promise<PersonId>;
};

/** Opens the database as the bot will, with the same organisation, team and people. */
export async function openSeeding(
  path: string,
  emulatorUrl: string,
  { members, tenantId, home: { teamId } }: Granasa,
): Promise<Seeding> {
  const store = await openSqliteStore({ path, instance: "bench" });
  const { addressBook } = store;
  await applyOrganisation(await readOrganisation(ORGANISATION), addressBook);
  const person = (entraId: string) => addressBook.personFor(entraId);
  await addressBook.setRoster(teamId, await Promise.all(members.map(person)));
  await addressBook.noteTeam({
    teamId,
    tenantId,
    serviceUrl: `${emulatorUrl}/`,
    installed: true,
  });
  const handle = createHandle({
    store,
    processes: await openProcesses(store.templates, builtInTemplate),
    now: async () => new Date().toISOString(),
    saved: () => {},
  });
  return { store, handle, person };
}

export const record = (itemId: string, values: Inputs): Command => ({
  type: "RecordItems",
  entries: [{ itemId, values, revision: 0 }],
});

export const row = (itemId: string, field: string, rowId: string, value: string): Command => ({
  type: "PutRow",
  itemId,
  field,
  rowId,
  values: { value },
  revision: 0,
});

/** A dialogue in the middle of its preparation, as an elected official has written it: questions answered, issue and purpose stated. */
export async function seedDialogue(
  { handle }: Pick<Seeding, "handle">,
  dialogueId: DialogueId,
  home: Home,
  actor: PersonId,
): Promise<void> {
  const commands: readonly Command[] = [
    { type: "StartDialogue", home, language: "sv", title: "Otrygghet på torget", initiator: actor },
    record("triage.summary", { issueSummary: "Torget känns otryggt kvällstid." }),
    record("triage.initiator", { initiatorRole: "elected" }),
    record("triage.led-by", { ledBy: "elected" }),
    record("triage.scope", { scope: "societal" }),
    record("triage.influence", { isInfluenceable: "partly", fixedConstraints: "Statens perrong" }),
    record("triage.decision", { decisionPending: true, decidingBody: "sbn" }),
    record("triage.legal", { legalConsultation: "none" }),
    record("identify.statement", { issueStatement: "Hur kan torget bli tryggare kvällstid?" }),
    row("identify.aspects", "aspectsIn", "in-1", "Belysning"),
    record("identify.boards", { affectedBodies: "sbn", leadBody: "sbn" }),
    record("purpose.statement", { purpose: "Vi vill veta vad som gör torget tryggt." }),
    record("purpose.use", {
      useOfResult: "I underlaget till beslutet",
      finalDecisionBody: "sbn",
      plannedDecisionDate: "2027-06-22",
    }),
    row("purpose.scope", "canInfluence", "can-1", "Belysning"),
    row("purpose.scope", "cannotInfluence", "cannot-1", "Tågtrafiken"),
    record("purpose.level", { proposedLevel: "dialog" }),
    record("purpose.willing", { willingToChange: true }),
  ];
  await handle.order({ dialogueId, commands, actor });
}

/** A dialogue that an employee has just started and whose initiator has not confirmed it. */
export async function seedUnconfirmed(
  { handle }: Pick<Seeding, "handle">,
  dialogueId: DialogueId,
  home: Home,
  { starter, initiator }: { readonly starter: PersonId; readonly initiator: PersonId },
): Promise<void> {
  const start: Command = {
    type: "StartDialogue",
    home,
    language: "sv",
    title: "Lekplatsen",
    initiator,
  };
  await handle.order({ dialogueId, commands: [start], actor: starter });
}
