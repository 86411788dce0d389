import type { Organisation } from "../domain/organisation.ts";
import { createKnown } from "./known.ts";
import { isNews, leaveTeam, notePerson, personFor, setRoster } from "./people.ts";
import { createPlaces } from "./places.ts";
import type { Database } from "./schema.ts";
import type { AddressBook } from "./store.ts";

/** Everything people and their rights are known by is written through here, so that what is kept in memory is read again afterwards. */
export function createAddressBook(database: Database): AddressBook {
  const { read, write } = database;
  const known = createKnown(read);
  const changing: Database["write"] = async (work) => {
    const result = await write(work);
    known.forget();
    return result;
  };
  return {
    ...createPlaces(database),
    ...createOrganisation({ ...database, write: changing }),
    async personFor(entraId) {
      const person = (await known.get()).idOf.get(entraId.toLowerCase());
      if (person !== undefined) return person;
      const made = await write((queries) => personFor(queries, entraId));
      known.changed(made);
      return made;
    },
    person: async (id) => (await known.get()).people.get(id),
    people: async () => (await known.get()).people,
    async notePerson(id, told) {
      if (!(await isNews(read, id, told))) return;
      await write((queries) => notePerson(queries, id, told));
      known.changed(id);
    },
    setRoster: (teamId, members) => changing((queries) => setRoster(queries, teamId, members)),
    async joinTeam(teamId, person) {
      await changing((queries) =>
        queries
          .insertInto("membership")
          .values({ team_id: teamId, person_id: person })
          .onConflict((conflicting) => conflicting.doNothing())
          .execute(),
      );
    },
    leaveTeam: (teamId, person) => changing((queries) => leaveTeam(queries, teamId, person)),
    directory: async () => (await known.get()).directory,
  };
}

function createOrganisation({
  read,
  write,
}: Database): Pick<AddressBook, "organisation" | "setOrganisation"> {
  return {
    async organisation() {
      const row = await read.selectFrom("organisation").selectAll().executeTakeFirst();
      return row && { hash: row.hash, body: JSON.parse(row.body) as Organisation };
    },
    async setOrganisation(hash, body) {
      const row = { hash, body: JSON.stringify(body) };
      await write((queries) =>
        queries
          .insertInto("organisation")
          .values({ id: 1, ...row })
          .onConflict((conflicting) => conflicting.column("id").doUpdateSet(row))
          .execute(),
      );
    },
  };
}
