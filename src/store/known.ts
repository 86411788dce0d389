import type { Directory, Organisation } from "../domain/organisation.ts";
import type { PersonId } from "../domain/value.ts";
import { peopleOf } from "./people.ts";
import { hasReplicas } from "./row-locks.ts";
import type { Queries } from "./schema.ts";
import type { Person } from "./store.ts";

/** Who everybody is, as one look at the address book gives it. */
export type Known = {
  readonly people: ReadonlyMap<PersonId, Person>;
  /** Our own ids by Entra id, which is in lower case. */
  readonly idOf: ReadonlyMap<string, PersonId>;
  readonly directory: Directory;
};

export type KnownPeople = {
  readonly get: () => Promise<Known>;
  /** What is kept of this person, who may be new, is no longer so. */
  readonly changed: (id: PersonId) => void;
  /** Nothing of what is kept is so any more. */
  readonly forget: () => void;
};

/**
 * Everybody in the address book, read once and kept until told otherwise: every press asks who somebody is and what they
 * may, and every card what people are called. A reading that fails is forgotten, and the next look reads again.
 */
export function createKnown(read: Queries): KnownPeople {
  let kept: Promise<Known> | undefined;
  /** What was kept before another replica changed something. */
  let outdated: Promise<Known> | undefined;
  let revision: string | undefined;
  const stale = new Set<PersonId>();

  async function mended(before: Promise<Known>, ids: readonly PersonId[]): Promise<Known> {
    const { people, directory } = await before;
    const told = await peopleOf(read, ids);
    const anew = new Map(people);
    for (const person of told) anew.set(person.id, person);
    const sameRights = told.every((person) => isSameMember(person, people.get(person.id)));
    const everybody = [...anew.values()];
    return knownOf(
      everybody,
      sameRights ? directory : directoryOf(everybody, directory.organisation),
    );
  }

  /** The same directory as before when nobody's rights have changed, so that nothing is worked out anew. */
  async function readAgain(): Promise<Known> {
    const before = await outdated?.catch(() => undefined);
    const now = await readAll(read);
    return before && isSameDirectory(before, now) ? { ...now, directory: before.directory } : now;
  }

  /** Another replica may have changed who people are: its changes are known by the revision of the address book. */
  async function get(): Promise<Known> {
    if (hasReplicas(read)) {
      const now = await revisionOf(read);
      if (now !== revision) {
        outdated = kept;
        forget();
      }
      revision = now;
    }
    return look();
  }

  function look(): Promise<Known> {
    if (kept && stale.size === 0) return kept;
    const ids = [...stale];
    stale.clear();
    const reading = kept ? mended(kept, ids) : readAgain();
    kept = reading;
    reading.catch(() => {
      if (kept === reading) kept = undefined;
    });
    return reading;
  }

  function forget(): void {
    kept = undefined;
    stale.clear();
  }

  return {
    get,
    changed: (id) => void stale.add(id),
    forget,
  };
}

async function revisionOf(read: Queries): Promise<string | undefined> {
  const row = await read.selectFrom("address_book").select("revision").executeTakeFirst();
  return row?.revision;
}

async function readAll(read: Queries): Promise<Known> {
  const row = await read.selectFrom("organisation").select("body").executeTakeFirst();
  // setOrganisation is given an Organisation made from the checked file.
  const organisation = row && (JSON.parse(row.body) as Organisation);
  const people = await peopleOf(read);
  return knownOf(people, directoryOf(people, organisation));
}

function knownOf(people: readonly Person[], directory: Directory): Known {
  return {
    people: new Map(people.map((person) => [person.id, person])),
    idOf: new Map(people.map(({ id, entraId }) => [entraId, id])),
    directory,
  };
}

function directoryOf(people: readonly Person[], organisation: Organisation | undefined): Directory {
  return {
    organisation,
    people: new Map(people.map(({ id, guest, teams }) => [id, { guest, teams }])),
  };
}

function isSameDirectory(before: Known, now: Known): boolean {
  const { organisation } = now.directory;
  return (
    before.people.size === now.people.size &&
    [...now.people.values()].every((person) =>
      isSameMember(person, before.people.get(person.id)),
    ) &&
    JSON.stringify(before.directory.organisation) === JSON.stringify(organisation)
  );
}

function isSameMember(now: Person, before: Person | undefined): boolean {
  return (
    before?.guest === now.guest &&
    before.teams.length === now.teams.length &&
    before.teams.every((team, index) => team === now.teams[index])
  );
}
