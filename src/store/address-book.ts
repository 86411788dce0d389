import type { Organisation } from "../domain/organisation.ts";
import { createDirectory } from "./directory.ts";
import {
  isNews,
  knownAs,
  leaveTeam,
  notePerson,
  peopleOf,
  personFor,
  setRoster,
} from "./people.ts";
import { createPlaces } from "./places.ts";
import type { Database } from "./schema.ts";
import type { AddressBook } from "./store.ts";

/** Everything the directory is made from is written through here, so that it is read again afterwards. */
export function createAddressBook(database: Database): AddressBook {
  const { read, write } = database;
  const directory = createDirectory(read);
  const changing: Database["write"] = async (work) => {
    const result = await write(work);
    directory.forget();
    return result;
  };
  return {
    ...createPlaces(database),
    ...createOrganisation({ ...database, write: changing }),
    async personFor(entraId) {
      const known = await knownAs(read, entraId);
      return known ?? changing((queries) => personFor(queries, entraId));
    },
    person: async (id) => (await peopleOf(read, [id]))[0],
    people: (ids) => peopleOf(read, ids),
    async notePerson(id, told) {
      if (!(await isNews(read, id, told))) return;
      await (told.guest === undefined ? write : changing)((queries) =>
        notePerson(queries, id, told),
      );
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
    directory: () => directory.get(),
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
