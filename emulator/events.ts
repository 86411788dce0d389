import { type Activity, frame, partsOf } from "./activities.ts";
import type { Cloud } from "./cloud.ts";
import { type BotAnswer, deliver } from "./deliver.ts";
import { Refusal } from "./http.ts";
import {
  botUserId,
  findChannel,
  isBotIn,
  personalConversation,
  personNamed,
  type Place,
  teamNamed,
  userIdOf,
} from "./roster.ts";
import type { Channel, Team } from "./world.ts";

type Happening = { team: Team; eventType: string; channel?: Channel; extra?: Activity };

/** Adds and removes people of a team and tells the bot where it is installed. Repeating changes nothing and sends nothing. */
export async function changeRoster(
  cloud: Cloud,
  change: {
    teamId: string;
    add?: string[] | undefined;
    remove?: string[] | undefined;
    by?: string | undefined;
  },
): Promise<BotAnswer[]> {
  const team = teamNamed(cloud.state, change.teamId);
  const people = (ids: string[] = []) => ids.map((id) => personNamed(cloud.state, id).id);
  const added = people(change.add).filter((id) => !team.members.includes(id));
  const removed = people(change.remove).filter((id) => team.members.includes(id));
  const staying = team.members.find((id) => !removed.includes(id));
  const actor = change.by ?? staying ?? added[0] ?? removed[0];
  team.members = [...team.members.filter((id) => !removed.includes(id)), ...added];
  saveWorld(cloud);
  const accounts = (ids: string[]) =>
    ids.map((id) => ({ id: userIdOf(cloud.state, id), aadObjectId: id }));
  const answers: BotAnswer[] = [];
  if (!isBotIn(cloud.state, team.id)) return answers;
  if (added.length > 0)
    answers.push(
      await tell(
        cloud,
        { team, eventType: "teamMemberAdded", extra: { membersAdded: accounts(added) } },
        actor,
      ),
    );
  if (removed.length > 0)
    answers.push(
      await tell(
        cloud,
        { team, eventType: "teamMemberRemoved", extra: { membersRemoved: accounts(removed) } },
        actor,
      ),
    );
  return answers;
}

/** Installs the app in a team or for a person, or takes it away, and sends the events Teams sends. */
export async function changeInstallation(
  cloud: Cloud,
  change: {
    teamId?: string | undefined;
    personId?: string | undefined;
    add: boolean;
    by?: string | undefined;
  },
): Promise<BotAnswer[]> {
  const bot = { id: botUserId(cloud.state), name: cloud.botName };
  const members = change.add ? { membersAdded: [bot] } : { membersRemoved: [bot] };
  const installation = { type: "installationUpdate", action: change.add ? "add" : "remove" };
  if (change.teamId !== undefined) {
    const team = teamNamed(cloud.state, change.teamId);
    const others = cloud.state.world.botInstalledIn.filter((id) => id !== team.id);
    cloud.state.world.botInstalledIn = change.add ? [...others, team.id] : others;
    saveWorld(cloud);
    const eventType = change.add ? "teamMemberAdded" : "teamMemberRemoved";
    return [
      await tell(cloud, { team, eventType, extra: members }, change.by),
      await tell(cloud, { team, eventType: "", extra: installation }, change.by),
    ];
  }
  if (change.personId === undefined)
    throw new Refusal(400, "BadArgument", "Give a teamId or a personId");
  const person = personNamed(cloud.state, change.personId);
  if (change.add) cloud.state.installedFor.add(person.id);
  else cloud.state.installedFor.delete(person.id);
  saveWorld(cloud);
  const place: Place = {
    conversation: personalConversation(cloud.state, person.id),
    rootId: undefined,
  };
  const base = frame(cloud, person, partsOf(cloud, place), person.locale);
  const event = { ...base, type: "conversationUpdate", ...members };
  return [await deliver(cloud, event), await deliver(cloud, { ...base, ...installation })];
}

/** Makes, renames or deletes a channel and tells the bot. Messages of a deleted channel stay kept but cannot be reached. */
export async function changeChannel(
  cloud: Cloud,
  change: {
    teamId: string;
    create?: Channel | undefined;
    rename?: Channel | undefined;
    delete?: string | undefined;
    restore?: Channel | undefined;
  },
): Promise<BotAnswer[]> {
  const team = teamNamed(cloud.state, change.teamId);
  const happenings: Happening[] = [];
  if (change.restore) {
    team.channels.push(change.restore);
    happenings.push({ team, eventType: "channelRestored", channel: change.restore });
  }
  if (change.create) {
    if (findChannel(cloud.state, change.create.id))
      throw new Refusal(400, "BadArgument", `The channel ${change.create.id} exists already`);
    team.channels.push(change.create);
    happenings.push({ team, eventType: "channelCreated", channel: change.create });
  }
  if (change.rename) {
    const channel = channelOf(team, change.rename.id);
    channel.name = change.rename.name;
    happenings.push({ team, eventType: "channelRenamed", channel });
  }
  if (change.delete !== undefined) {
    const channel = channelOf(team, change.delete);
    team.channels = team.channels.filter((each) => each !== channel);
    happenings.push({ team, eventType: "channelDeleted", channel });
  }
  saveWorld(cloud);
  return tellAll(cloud, team, happenings);
}

/** Renames, archives, deletes or restores a team and tells the bot. A deleted team takes its channels with it, and brings them back. */
export async function changeTeam(
  cloud: Cloud,
  change: {
    teamId: string;
    rename?: string | undefined;
    delete?: boolean | undefined;
    archive?: boolean | undefined;
    restore?: Team | undefined;
  },
): Promise<BotAnswer[]> {
  if (change.restore) {
    cloud.state.world.teams.push(change.restore);
    cloud.state.world.botInstalledIn.push(change.restore.id);
  }
  const team = teamNamed(cloud.state, change.teamId);
  const isTold = isBotIn(cloud.state, team.id);
  const happenings: Happening[] = [];
  if (change.rename !== undefined) {
    team.name = change.rename;
    happenings.push({ team, eventType: "teamRenamed" });
  }
  if (change.archive !== undefined)
    happenings.push({ team, eventType: change.archive ? "teamArchived" : "teamUnarchived" });
  if (change.restore) happenings.push({ team, eventType: "teamRestored" });
  if (change.delete === true) happenings.push({ team, eventType: "teamDeleted" });
  if (change.delete === true) {
    const { world } = cloud.state;
    world.teams = world.teams.filter((each) => each !== team);
    world.botInstalledIn = world.botInstalledIn.filter((id) => id !== team.id);
  }
  saveWorld(cloud);
  return isTold ? tellAll(cloud, team, happenings, true) : [];
}

async function tellAll(
  cloud: Cloud,
  team: Team,
  happenings: Happening[],
  always = false,
): Promise<BotAnswer[]> {
  const answers: BotAnswer[] = [];
  if (!always && !isBotIn(cloud.state, team.id)) return answers;
  for (const happening of happenings) answers.push(await tell(cloud, happening));
  return answers;
}

/** One event in the team's own conversation, sent in the name of one of its members. */
async function tell(cloud: Cloud, happening: Happening, actorId?: string): Promise<BotAnswer> {
  const { team, channel, eventType, extra } = happening;
  const person = personNamed(cloud.state, actorId ?? team.members[0] ?? "");
  const tenantId = cloud.state.world.tenantId;
  const where = {
    conversation: { isGroup: true, conversationType: "channel", tenantId, id: team.id },
    channelData: {
      tenant: { id: tenantId },
      team: { id: team.id, aadGroupId: team.aadGroupId, name: team.name },
      ...(eventType === "" ? {} : { eventType }),
      ...(channel ? { channel: { id: channel.id, name: channel.name } } : {}),
    },
  };
  const base = frame(cloud, person, where, person.locale);
  return deliver(cloud, { ...base, type: "conversationUpdate", ...extra });
}

function channelOf(team: Team, id: string): Channel {
  const channel = team.channels.find((each) => each.id === id);
  if (!channel) throw new Refusal(404, "NotFound", `Team ${team.id} has no channel ${id}`);
  return channel;
}

function saveWorld(cloud: Cloud): void {
  cloud.state.saveWorld();
  cloud.changed();
}
