import { randomUUID } from "node:crypto";
import type { PersonId } from "../src/domain/value.ts";
import type { Granasa } from "./granasa.ts";
import type { Seeding } from "./seed.ts";

/** The example with more people in its team. */
export type Crowd = Granasa & { readonly people: readonly string[] };

export function crowdIn(granasa: Granasa, count: number): Crowd {
  const people = Array.from({ length: count }, () => randomUUID());
  const [team, ...others] = granasa.world.teams;
  const { people: known } = granasa.world as { readonly people?: readonly object[] };
  const world = {
    ...granasa.world,
    people: [...(known ?? []), ...people.map((id, index) => ({ id, name: `Person ${index + 1}` }))],
    teams: [{ ...team, members: [...team.members, ...people] }, ...others] as [typeof team],
  };
  return { ...granasa, world, members: [...granasa.members, ...people], people };
}

/** Notes how each of them is reached, as their roster would tell it; gives our own ids, in order. */
export async function seedCrowd(
  { store, person }: Pick<Seeding, "store" | "person">,
  { people }: Crowd,
): Promise<readonly PersonId[]> {
  const ids = await Promise.all(people.map(person));
  await Promise.all(
    ids.map((id, index) =>
      store.addressBook.notePerson(id, {
        teamsUserId: people[index] ?? "",
        name: `Person ${index + 1}`,
      }),
    ),
  );
  return ids;
}
