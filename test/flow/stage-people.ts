import { exampleWorld } from "../support/bot.ts";

/** Everybody who presses, by the name the tables use, with what they are in the story. */
export const PEOPLE = {
  /** An employee who starts the dialogue (decisions.md §1.2). */
  starter: "Rasmus Eklund",
  /** Takes the initiative; chairs the steering group once the board has decided. */
  chair: "Anna Lindqvist",
  member: "Behzad Karimi",
  substitute: "Fredrik Ståhl",
  head: "Johan Wallin",
  registrar: "Linnea Sandberg",
  communicator: "Oskar Blom",
  civilServant: "Tove Johansson",
  deputy: "Ulla Bergström",
  /** Hold the same offices in a body that has no part in the dialogue. */
  otherHead: "Margareta Öberg",
  otherRegistrar: "Petra Lundgren",
  admin: "Zoran Petrović",
  /** An employee without a role, whose client speaks English. */
  english: "Emily Carter",
  guest: "Wilhelm Kjellberg",
  /** In no team. */
  outsider: "Yasmin Farouk",
} as const;

export type Who = keyof typeof PEOPLE;
export const EVERYBODY = Object.keys(PEOPLE) as readonly Who[];

/** The Entra id of somebody in the story. */
export function entraId(who: Who): string {
  const person = exampleWorld.people.find(({ name }) => name === PEOPLE[who]);
  if (!person) throw new Error(`${PEOPLE[who]} is not in the example's world.`);
  return person.id;
}

const [team] = exampleWorld.teams;
const channel = team?.channels.find(({ name }) => name === "Stationstorget");
if (!team || !channel) throw new Error("The example's world has no channel Stationstorget.");
export const TEAM = team.id;
export const CHANNEL = channel.id;
