import { builtInTemplate } from "../../src/domain/process/built-in.ts";
import { createHandle, type Handle } from "../../src/handle.ts";
import { openProcesses } from "../../src/store/processes.ts";
import type { Store } from "../../src/store/store.ts";
import { CHANNEL, directory, record, type Step, TEAM, triageSteps } from "./given.ts";
import { openTestStore } from "./store.ts";

export type Handled = {
  readonly store: Store;
  readonly handle: Handle;
  /** The id the store gave to a person of test/support/given.ts. */
  readonly id: (name: string) => string;
  readonly run: (dialogueId: string, steps: readonly Step[]) => Promise<void>;
};

/** The handle on a real SQLite file, with the people of test/support/given.ts in the address book. */
export async function openHandled(
  store?: Store,
  now = async () => "2027-01-11T08:00:00.000Z",
): Promise<Handled> {
  const opened = store ?? (await openTestStore());
  const ids = await seedPeople(opened);
  const id = (name: string) => ids.get(name) ?? name;
  const handle = createHandle({
    store: opened,
    processes: await openProcesses(opened.templates, builtInTemplate),
    now,
    saved: () => {},
  });
  return {
    store: opened,
    handle,
    id,
    run: async (dialogueId, steps) => {
      for (const [actor, command] of steps)
        await handle.order({ dialogueId, commands: [translated(command, id)], actor: id(actor) });
    },
  };
}

async function seedPeople({ addressBook }: Store): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const [index, [name, { guest, teams }]] of [...directory.people].entries()) {
    const person = await addressBook.personFor(
      `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`,
    );
    await addressBook.notePerson(person, { name, guest });
    if (teams.includes(TEAM)) await addressBook.joinTeam(TEAM, person);
    ids.set(name, person);
  }
  await addressBook.noteTeam({
    teamId: TEAM,
    serviceUrl: "https://smba.trafficmanager.net/emea/",
    tenantId: "t",
    installed: true,
  });
  await addressBook.setOrganisation(
    "test",
    translated(directory.organisation, (name) => ids.get(name) ?? name),
  );
  return ids;
}

/** The same value with every name of a person, also in comma lists, replaced by the store's id. */
export function translated<T>(value: T, id: (name: string) => string): T {
  return JSON.parse(JSON.stringify(value), (_key, part: unknown) => {
    if (typeof part !== "string" || !/^[a-z-]+(,[a-z-]+)*$/u.test(part)) return part;
    return part.split(",").map(id).join(",");
  }) as T;
}

export const startedBy = (actor: string): readonly Step[] => [
  [
    actor,
    {
      type: "StartDialogue",
      home: { type: "channel", teamId: TEAM, channelId: CHANNEL },
      language: "sv",
      title: "Torget",
      initiator: actor,
    },
  ],
  ...triageSteps(actor),
  [actor, record("identify.statement", { issueStatement: "Hur kan torget bli tryggare?" })],
];
