import type { Directory, Membership, Organisation } from "../domain/organisation.ts";
import type { PersonId } from "../domain/value.ts";
import type { Queries } from "./schema.ts";

/** The directory, read once and kept until `forget`: every press asks for it. */
export function createDirectory(read: Queries): { get(): Promise<Directory>; forget(): void } {
  let kept: Promise<Directory> | undefined;
  return {
    async get() {
      const reading = kept ?? readDirectory(read);
      kept = reading;
      try {
        return await reading;
      } catch (error) {
        if (kept === reading) kept = undefined;
        throw error;
      }
    },
    forget() {
      kept = undefined;
    },
  };
}

async function readDirectory(read: Queries): Promise<Directory> {
  const organisation = await read.selectFrom("organisation").select("body").executeTakeFirst();
  const people = await read.selectFrom("person").select(["id", "guest"]).execute();
  const memberships = await read.selectFrom("membership").selectAll().orderBy("team_id").execute();
  const teams = Map.groupBy(memberships, ({ person_id: person }) => person);
  return {
    // setOrganisation is given an Organisation made from the checked file.
    organisation: organisation && (JSON.parse(organisation.body) as Organisation),
    people: new Map<PersonId, Membership>(
      people.map(({ id, guest }) => [
        id,
        { guest: guest === 1, teams: (teams.get(id) ?? []).map((one) => one.team_id) },
      ]),
    ),
  };
}
