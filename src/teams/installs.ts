import type { PersonId } from "../domain/value.ts";
import type { Clock } from "../outbox/clock.ts";
import type { AddressBook, Outbox } from "../store/store.ts";
import type { InboundConversationUpdate, InboundInstallationUpdate } from "./activity-shape.ts";
import type { Connector } from "./outbound.ts";
import { readRoster } from "./people.ts";

export type InstallOptions = {
  readonly addressBook: AddressBook;
  readonly outbox: Outbox;
  readonly connector: Connector;
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
  await options.addressBook.noteTeam({ ...team, installed: added });
  if (!added) return;
  await settleIn(activity, options);
  const people = [...(await options.addressBook.people()).values()];
  const inTeam = people.filter(({ teams }) => teams.includes(team.teamId));
  await tryAnew(
    inTeam.map(({ id }) => id),
    options,
  );
}

/** Whoever was not reached may be reached now (decisions.md §4.2). */
async function tryAnew(
  people: readonly PersonId[],
  { addressBook }: InstallOptions,
): Promise<void> {
  for (const id of people) {
    const person = await addressBook.person(id);
    if (person?.unreachable !== undefined) await addressBook.notePerson(id, { unreachable: null });
  }
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
  if (membersRemoved.some(isBot))
    return addressBook.noteTeam({ ...teamOf(activity), installed: false });
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
  const channelId = channelData.channel?.id;
  if (channelId !== undefined)
    await addressBook.noteChannel({
      channelId,
      teamId,
      ...(channelData.channel?.name === undefined ? {} : { name: channelData.channel.name }),
      deleted: channelData.eventType === "channelDeleted",
    });
  if (channelData.eventType === "teamDeleted")
    await addressBook.noteTeam({ ...teamOf(activity), installed: false });
}

/** In a new team: its address, its roster, and one welcome in the channel where the bot was added (product.md, minute 0). */
async function settleIn(
  activity: InboundConversationUpdate | InboundInstallationUpdate,
  options: InstallOptions,
): Promise<void> {
  const team = teamOf(activity);
  await options.addressBook.noteTeam({ ...team, installed: true });
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
  { addressBook, outbox, clock, saved }: InstallOptions,
): Promise<void> {
  if (from.aadObjectId === undefined) return;
  const person = await addressBook.personFor(from.aadObjectId);
  if (!added) return addressBook.notePerson(person, { unreachable: "AppRemoved" });
  const personal = { conversationId: conversation.id, serviceUrl };
  await addressBook.notePerson(person, { teamsUserId: from.id, personal, unreachable: null });
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
  await readRoster(teamOf(activity).teamId, channelOf(activity), activity.serviceUrl, options);
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
