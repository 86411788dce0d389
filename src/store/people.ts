import { randomBytes } from "node:crypto";
import type { PersonId } from "../domain/value.ts";
import type { Queries, Tables } from "./schema.ts";
import type { AddressBook, Person } from "./store.ts";

/** The person with this Entra id, made when new. Our own id says nothing about the person (decisions.md §10.3). */
export async function personFor(queries: Queries, entraId: string): Promise<PersonId> {
  // Entra writes ids in either case.
  const known = entraId.toLowerCase();
  const made = `p${randomBytes(16).toString("hex")}`;
  await queries
    .insertInto("person")
    .values({ id: made, entra_id: known, guest: 0 })
    .onConflict((conflicting) => conflicting.column("entra_id").doNothing())
    .execute();
  const row = await queries
    .selectFrom("person")
    .select("id")
    .where("entra_id", "=", known)
    .executeTakeFirst();
  return row?.id ?? made;
}

type Told = Parameters<AddressBook["notePerson"]>[1];

/** Whether anything told is new: most of what activities tell is known, and knowing it again must not cost a commit. */
export async function isNews(queries: Queries, id: PersonId, told: Told): Promise<boolean> {
  const row = await queries
    .selectFrom("person")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirst();
  if (!row) throw new Error(`There is no person ${id} to note anything about.`);
  return Object.entries(columnsOf(told)).some(
    ([column, value]) => row[column as keyof typeof row] !== value,
  );
}

/** What is not told stays as it was. */
export async function notePerson(queries: Queries, id: PersonId, told: Told): Promise<void> {
  await queries.updateTable("person").set(columnsOf(told)).where("id", "=", id).execute();
}

function columnsOf({ name, locale, guest, teamsUserId, personal, unreachable }: Told) {
  return {
    ...(name === undefined ? {} : { name }),
    ...(locale === undefined ? {} : { locale }),
    ...(guest === undefined ? {} : { guest: Number(guest) }),
    ...(teamsUserId === undefined ? {} : { teams_user_id: teamsUserId }),
    ...(personal === undefined
      ? {}
      : { conversation_id: personal.conversationId, service_url: personal.serviceUrl }),
    ...(unreachable === undefined ? {} : { unreachable }),
  };
}

/** The people with these ids that there are, or everybody. */
export async function peopleOf(queries: Queries, ids?: readonly PersonId[]): Promise<Person[]> {
  if (ids?.length === 0) return [];
  const everybody = queries.selectFrom("person").selectAll();
  const rows = await (ids ? everybody.where("id", "in", ids) : everybody).execute();
  const all = queries.selectFrom("membership").selectAll().orderBy("team_id");
  const memberships = await (ids ? all.where("person_id", "in", ids) : all).execute();
  const teams = Map.groupBy(memberships, ({ person_id: person }) => person);
  return rows.map((row) =>
    toPerson(
      row,
      (teams.get(row.id) ?? []).map((one) => one.team_id),
    ),
  );
}

function toPerson(row: Tables["person"], teams: readonly string[]): Person {
  const personal =
    row.conversation_id === null || row.service_url === null
      ? undefined
      : { conversationId: row.conversation_id, serviceUrl: row.service_url };
  return {
    id: row.id,
    entraId: row.entra_id,
    guest: row.guest === 1,
    teams,
    ...(row.name === null ? {} : { name: row.name }),
    ...(row.locale === null ? {} : { locale: row.locale }),
    ...(row.teams_user_id === null ? {} : { teamsUserId: row.teams_user_id }),
    ...(personal ? { personal } : {}),
    ...(row.unreachable === null ? {} : { unreachable: row.unreachable }),
  };
}

/** Those missing from a whole roster have left. */
export async function setRoster(
  queries: Queries,
  teamId: string,
  members: readonly PersonId[],
): Promise<void> {
  const before = await queries
    .selectFrom("membership")
    .select("person_id")
    .where("team_id", "=", teamId)
    .execute();
  const now = new Set(members);
  const was = new Set(before.map(({ person_id: person }) => person));
  for (const person of was.difference(now)) await leaveTeam(queries, teamId, person);
  for (const person of now.difference(was))
    await queries
      .insertInto("membership")
      .values({ team_id: teamId, person_id: person })
      .onConflict((conflicting) => conflicting.doNothing())
      .execute();
}

/** Who has left the last team has no access, and no address is kept (decisions.md §10.3). */
export async function leaveTeam(queries: Queries, teamId: string, person: PersonId): Promise<void> {
  const { numDeletedRows } = await queries
    .deleteFrom("membership")
    .where("team_id", "=", teamId)
    .where("person_id", "=", person)
    .executeTakeFirst();
  if (numDeletedRows !== 1n) return;
  const another = await queries
    .selectFrom("membership")
    .select("team_id")
    .where("person_id", "=", person)
    .executeTakeFirst();
  if (another) return;
  await queries
    .updateTable("person")
    .set({ teams_user_id: null, conversation_id: null, service_url: null, unreachable: null })
    .where("id", "=", person)
    .execute();
}
