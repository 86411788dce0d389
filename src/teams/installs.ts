import type { PersonId } from "../domain/value.ts";
import type { Handle } from "../handle.ts";
import type { Clock } from "../outbox/clock.ts";
import type { Pace } from "../outbox/pace.ts";
import type { AddressBook, Outbox, Store } from "../store/store.ts";
import type { InboundConversationUpdate, InboundInstallationUpdate } from "./activity-shape.ts";
import type { Connector } from "./outbound.ts";
import { offerMissed } from "./offer-missed.ts";
import { readRoster } from "./people.ts";
import { notePlaces, openAgain } from "./places.ts";
import { notePresence } from "./presence.ts";

export type InstallOptions = {
  readonly store: Store;
  readonly handle: Handle;
  readonly addressBook: AddressBook;
  readonly outbox: Outbox;
  readonly connector: Connector;
  readonly pace: Pace;
  readonly clock: Clock;
  readonly saved: () => void;
};

/** Keeps the address book right when the bot is added to a team or a chat, or taken away (decisions.md §1.5, §4.1). */
export async function onInstallation(
  activity: InboundInstallationUpdate,
  options: InstallOptions,
): Promise<void> {
  const added = activity.action.startsWith("add");
  if (activity.conversation.conversationType === "personal")
    return personalInstall(activity, added, options);
  const team = teamOf(activity);
  if (!added) return leave(activity, options);
  await settleIn(activity, options);
  const people = [...(await options.addressBook.people()).values()];
  const inTeam = people.filter(({ teams }) => teams.includes(team.teamId));
  await tryAnew(
    inTeam.map(({ id }) => id),
    options,
  );
}

/** Whoever was not reached may be reached now (decisions.md §4.2). */
async function tryAnew(people: readonly PersonId[], options: InstallOptions): Promise<void> {
  for (const id of people) {
    const person = await options.addressBook.person(id);
    if (person?.unreachable === undefined) continue;
    await options.addressBook.notePerson(id, { unreachable: null });
    await offerMissed({ person: id }, [person.unreachable], options);
  }
}

/** Nothing can be shown in the team any more; its dialogues know, and tell who can move them. */
async function leave(
  activity: InboundConversationUpdate | InboundInstallationUpdate,
  options: InstallOptions,
): Promise<void> {
  const team = teamOf(activity);
  await options.addressBook.noteTeam({ ...team, installed: false });
  await notePlaces(team.teamId, options);
}

/** Members, channels and the team itself change; the roster follows (reliability.md F26, F49). */
export async function onConversationUpdate(
  activity: InboundConversationUpdate,
  options: InstallOptions,
): Promise<void> {
  const { addressBook } = options;
  const { membersAdded = [], membersRemoved = [], recipient, channelData, conversation } = activity;
  if (conversation.conversationType === "personal") return;
  const { teamId } = teamOf(activity);
  const isBot = ({ id }: { id: string }) => id === recipient.id;
  if (membersRemoved.some(isBot)) return leave(activity, options);
  if (membersAdded.length > 0) await settleIn(activity, options);
  for (const { aadObjectId } of membersAdded) {
    if (aadObjectId !== undefined)
      await tryAnew([await addressBook.personFor(aadObjectId)], options);
  }
  for (const { aadObjectId } of membersRemoved) {
    if (aadObjectId !== undefined)
      await addressBook.leaveTeam(teamId, await addressBook.personFor(aadObjectId));
  }
  // Some removals name nobody we can find; the roster tells.
  if (membersRemoved.some(({ aadObjectId }) => aadObjectId === undefined))
    await roster(activity, options);
  else if (membersRemoved.length > 0) await notePresence(teamId, options);
  const channelId = channelData.channel?.id;
  if (channelId !== undefined)
    await addressBook.noteChannel({
      channelId,
      teamId,
      ...(channelData.channel?.name === undefined ? {} : { name: channelData.channel.name }),
      deleted: channelData.eventType === "channelDeleted",
    });
  const { eventType = "" } = channelData;
  if (AWAY.has(eventType)) await leave(activity, options);
  if (eventType === "channelDeleted") await notePlaces(teamId, options);
  if (eventType === "teamRenamed") await renamed(activity, options);
  if (!BACK.has(eventType)) return;
  if (eventType !== "channelRestored")
    await addressBook.noteTeam({ ...teamOf(activity), installed: true });
  await openAgain(teamId, options);
}

/** In an archived team nobody can write; in a deleted one nobody is. */
const AWAY: ReadonlySet<string> = new Set(["teamArchived", "teamDeleted", "teamHardDeleted"]);
const BACK: ReadonlySet<string> = new Set(["teamUnarchived", "teamRestored", "channelRestored"]);

async function renamed(
  activity: InboundConversationUpdate,
  { addressBook }: InstallOptions,
): Promise<void> {
  const { teamId } = teamOf(activity);
  const installed = (await addressBook.team(teamId))?.installed ?? true;
  await addressBook.noteTeam({ ...teamOf(activity), installed });
}

/** In a new team: its address, its roster, and one welcome in the channel where the bot was added (product.md, minute 0). */
async function settleIn(
  activity: InboundConversationUpdate | InboundInstallationUpdate,
  options: InstallOptions,
): Promise<void> {
  const team = teamOf(activity);
  const wasAway = (await options.addressBook.team(team.teamId))?.installed === false;
  await options.addressBook.noteTeam({ ...team, installed: true });
  if (wasAway || activity.type === "installationUpdate") await openAgain(team.teamId, options);
  const channelId = channelOf(activity);
  await options.outbox.post(
    {
      key: `welcome:${team.teamId}`,
      about: { kind: "welcome" },
      to: { type: "channel", teamId: team.teamId, channelId, thread: "root" },
      delivery: "once",
    },
    await options.clock.now(),
  );
  options.saved();
  // Last, so that a roster that cannot be read now keeps nothing else back; the next word from the team reads it.
  await roster(activity, options);
}

async function personalInstall(
  { from, conversation, serviceUrl }: InboundInstallationUpdate,
  added: boolean,
  options: InstallOptions,
): Promise<void> {
  const { addressBook, outbox, clock, saved } = options;
  if (from.aadObjectId === undefined) return;
  const person = await addressBook.personFor(from.aadObjectId);
  if (!added) return addressBook.notePerson(person, { unreachable: "AppRemoved" });
  const missed = (await addressBook.person(person))?.unreachable;
  // Before anything is offered: the chat may be another than before (reliability.md F50).
  const personal = { conversationId: conversation.id, serviceUrl };
  await addressBook.notePerson(person, { teamsUserId: from.id, personal, unreachable: null });
  if (missed !== undefined) await offerMissed({ person }, [missed], options);
  await outbox.post(
    {
      key: `welcome:${person}`,
      about: { kind: "welcome" },
      to: { type: "person", person },
      delivery: "once",
    },
    await clock.now(),
  );
  saved();
}

async function roster(
  activity: InboundConversationUpdate | InboundInstallationUpdate,
  options: InstallOptions,
): Promise<void> {
  const { teamId } = teamOf(activity);
  await readRoster(teamId, channelOf(activity), activity.serviceUrl, options);
  await notePresence(teamId, options);
}

function channelOf({
  conversation,
  channelData,
}: InboundConversationUpdate | InboundInstallationUpdate): string {
  return channelData.channel?.id ?? (conversation.id.split(";")[0] as string);
}

function teamOf(activity: InboundConversationUpdate | InboundInstallationUpdate) {
  const { channelData, conversation, serviceUrl } = activity;
  return {
    teamId: channelData.team?.id ?? (conversation.id.split(";")[0] as string),
    serviceUrl,
    tenantId: channelData.tenant?.id ?? conversation.tenantId ?? "",
    ...(channelData.team?.name === undefined ? {} : { name: channelData.team.name }),
    ...(channelData.team?.aadGroupId === undefined
      ? {}
      : { aadGroupId: channelData.team.aadGroupId }),
  };
}
