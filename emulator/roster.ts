import { createHash } from "node:crypto";
import { Refusal } from "./http.ts";
import type { Conversation, State } from "./state.ts";
import type { Channel, Person, Team } from "./world.ts";

export type Place = { conversation: Conversation; rootId: string | undefined };

/** The `29:` id of a person: unique for this bot and person, and not the directory's id. */
export function userIdOf(state: State, personId: string): string {
  const digest = createHash("sha256").update(`${state.world.botId}/${personId}`).digest();
  return `29:1${digest.toString("base64url")}`;
}

export function botUserId(state: State): string {
  return `28:${state.world.botId}`;
}

/** Finds a person by directory id or `29:` id; undefined when nobody has it. */
export function findPerson(state: State, id: string): Person | undefined {
  return state.world.people.find((person) => person.id === id || userIdOf(state, person.id) === id);
}

/** Finds a person by directory id. An unknown id is a fault of the caller: 400. */
export function personNamed(state: State, id: string): Person {
  const person = findPerson(state, id);
  if (!person) throw new Refusal(400, "BadArgument", `No person has the id ${id}`);
  return person;
}

/** Finds a team by its own id or its directory group. Unknown: 404. */
export function teamNamed(state: State, id: string): Team {
  const team = state.world.teams.find((each) => each.id === id || each.aadGroupId === id);
  if (!team) throw new Refusal(404, "NotFound", `No team has the id ${id}`);
  return team;
}

/** The team and channel of a channel id; undefined when it does not exist (any longer). */
export function findChannel(
  state: State,
  channelId: string,
): { team: Team; channel: Channel } | undefined {
  for (const team of state.world.teams) {
    const channel = team.channels.find((each) => each.id === channelId);
    if (channel) return { team, channel };
  }
  return undefined;
}

export function isBotIn(state: State, teamId: string): boolean {
  return state.world.botInstalledIn.includes(teamId);
}

/** Whether the bot may write 1:1 to this person: the app is installed for them, or they are in a team that has it. */
export function canReach(state: State, personId: string): boolean {
  return (
    state.installedFor.has(personId) ||
    state.world.teams.some((team) => isBotIn(state, team.id) && team.members.includes(personId))
  );
}

/** The 1:1 conversation of a person, made when it is first asked for. */
export function personalConversation(
  state: State,
  personId: string,
): Conversation & { kind: "personal" } {
  const digest = createHash("sha256").update(`chat/${state.world.botId}/${personId}`).digest();
  const id = `a:1${digest.toString("base64url")}`;
  const known = state.personal.get(id);
  if (known) return known;
  const conversation: Conversation & { kind: "personal" } = { kind: "personal", id, personId };
  state.savePersonal(conversation);
  return conversation;
}

/** Reads a conversation id as it stands in a URL, with or without `;messageid=`. Unknown: 404 ConversationNotFound. */
export function placeOf(state: State, id: string): Place {
  const [base = "", suffix] = id.split(";messageid=");
  const personal = state.personal.get(base);
  if (personal) return { conversation: personal, rootId: undefined };
  const found = findChannel(state, base);
  if (!found) throw new Refusal(404, "ConversationNotFound", `Conversation ${base} not found.`);
  return {
    conversation: { kind: "channel", id: base, teamId: found.team.id },
    rootId: suffix,
  };
}

/** The people in a conversation, the bot left out. */
export function peopleIn(state: State, conversation: Conversation): Person[] {
  const ids =
    conversation.kind === "personal"
      ? [conversation.personId]
      : teamNamed(state, conversation.teamId).members;
  return ids.map((id) => personNamed(state, id));
}

/** A member as the roster tells it. Guests have no address there (assumed). */
export function memberOf(state: State, person: Person): Record<string, unknown> {
  const words = person.name.split(" ");
  const address = `${person.id}@${state.world.tenantId}.example`;
  return {
    id: userIdOf(state, person.id),
    name: person.name,
    givenName: person.givenName ?? words[0],
    surname: words.slice(1).join(" "),
    ...(person.userRole === "anonymous" ? {} : { aadObjectId: person.id, objectId: person.id }),
    ...(person.userRole === "user" ? { email: address, userPrincipalName: address } : {}),
    tenantId: person.tenantId ?? state.world.tenantId,
    userRole: person.userRole,
  };
}
