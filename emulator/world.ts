import { readFileSync } from "node:fs";
import { z } from "zod";

const personSchema = z.strictObject({
  id: z.string().min(1),
  name: z.string().min(1),
  givenName: z.string().optional(),
  locale: z.string().min(2).default("sv-SE"),
  userRole: z.enum(["user", "guest", "anonymous"]).default("user"),
  title: z.string().default(""),
  tenantId: z.string().optional(),
});

const channelSchema = z.strictObject({
  id: z.string().regex(/^19:.+@thread\.(tacv2|skype)$/),
  name: z.string().nullable(),
});

export const teamSchema = z.strictObject({
  id: z.string().min(1),
  aadGroupId: z.string().min(1),
  name: z.string().min(1),
  channels: z.array(channelSchema).min(1),
  members: z.array(z.string()),
});

const worldSchema = z.strictObject({
  tenantId: z.string().min(1),
  botId: z.string().min(1),
  tabClientId: z.string().min(1),
  teams: z.array(teamSchema),
  people: z.array(personSchema),
  botInstalledIn: z.array(z.string()),
});

export type Person = z.infer<typeof personSchema>;
export type Channel = z.infer<typeof channelSchema>;
export type Team = z.infer<typeof teamSchema>;
export type World = z.infer<typeof worldSchema>;
/** A world as it is written by hand: what has a default may be left out. */
export type WorldInput = z.input<typeof worldSchema>;
export type PersonInput = z.input<typeof personSchema>;

/** Reads one person as given to the control API. Throws a ZodError that names every fault. */
export function parsePerson(input: unknown): Person {
  return personSchema.parse(input);
}

/** Checks a world and its references: every member is a person, every id is used once. Throws with all faults. */
export function parseWorld(input: unknown): World {
  const world = worldSchema.parse(input);
  const people = new Set(world.people.map((person) => person.id));
  const teams = new Set(world.teams.map((team) => team.id));
  const faults = [
    ...repeated(world.people.map((person) => person.id)).map((id) => `person ${id} is named twice`),
    ...repeated(world.teams.map((team) => team.id)).map((id) => `team ${id} is named twice`),
    ...repeated(world.teams.flatMap((team) => team.channels.map((channel) => channel.id))).map(
      (id) => `channel ${id} is named twice`,
    ),
    ...world.teams.flatMap((team) =>
      team.members
        .filter((id) => !people.has(id))
        .map((id) => `member ${id} of team ${team.id} is not among the people`),
    ),
    ...world.botInstalledIn
      .filter((id) => !teams.has(id))
      .map((id) => `botInstalledIn names the unknown team ${id}`),
  ];
  if (faults.length > 0) throw new Error(`The world is wrong: ${faults.join("; ")}`);
  return world;
}

/** Reads a world from a JSON file. The error names the file. */
export function readWorld(path: string): World {
  try {
    return parseWorld(JSON.parse(readFileSync(path, "utf8")));
  } catch (cause) {
    throw new Error(`Cannot read the world in ${path}`, { cause });
  }
}

function repeated(ids: string[]): string[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}
