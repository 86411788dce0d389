import type { PersonId } from "../domain/value.ts";
import { DeliveryError } from "../outbox/delivery.ts";
import type { Pace } from "../outbox/pace.ts";
import type { AddressBook } from "../store/store.ts";
import type { InboundActivity } from "./activity-shape.ts";
import type { BotOptions } from "./bot-options.ts";
import { offerMissed } from "./offer-missed.ts";
import type { Connector } from "./outbound.ts";

/** Who pressed or wrote, and where. */
export type Presser = {
  readonly person: PersonId;
  readonly locale: string | undefined;
  readonly place:
    | { readonly type: "personal" }
    | {
        readonly type: "channel";
        readonly teamId: string;
        readonly channelId: string;
        /** The root of the thread, when it happened in one. */
        readonly rootId: string | undefined;
      };
};

type Spoken = Extract<InboundActivity, { type: "message" | "invoke" }>;

export type PeopleOptions = {
  readonly addressBook: AddressBook;
  readonly connector: Connector;
  readonly pace: Pace;
};

/** Notes what the activity tells of its sender, and says who it is; reads the roster of a team it meets for the first time. */
export async function notePresser(
  activity: Spoken,
  options: PeopleOptions & Pick<BotOptions, "outbox" | "clock" | "saved">,
): Promise<Presser> {
  const { addressBook } = options;
  const { from, locale, conversation, serviceUrl } = activity;
  const person = await addressBook.personFor(from.aadObjectId);
  const personal = conversation.conversationType === "personal";
  const known = await addressBook.person(person);
  const told = {
    ...(from.name !== undefined && from.name !== known?.name ? { name: from.name } : {}),
    ...(locale !== undefined && locale !== known?.locale ? { locale } : {}),
    ...(from.id !== known?.teamsUserId ? { teamsUserId: from.id } : {}),
    ...(personal && (known?.unreachable !== undefined || isElsewhere(known?.personal, activity))
      ? { personal: { conversationId: conversation.id, serviceUrl }, unreachable: null }
      : {}),
  };
  if (Object.keys(told).length > 0) await addressBook.notePerson(person, told);
  if (personal && known?.unreachable !== undefined)
    await offerMissed({ person }, [known.unreachable], options);
  if (personal) return { person, locale, place: { type: "personal" } };
  const place = channelPlace(activity);
  await meetTeam(place.teamId, place.channelId, activity, options);
  return { person, locale, place };
}

function isElsewhere(
  known: { conversationId: string; serviceUrl: string } | undefined,
  { conversation, serviceUrl }: Spoken,
): boolean {
  return known?.conversationId !== conversation.id || known.serviceUrl !== serviceUrl;
}

function channelPlace({
  conversation,
  channelData,
}: Spoken): Extract<Presser["place"], { type: "channel" }> {
  const [channel = "", root] = conversation.id.split(";messageid=");
  return {
    type: "channel",
    channelId: channelData.channel?.id ?? channel,
    // A team's own id is that of its General channel; a channel that does not say is taken for it.
    teamId: channelData.team?.id ?? channel,
    rootId: root,
  };
}

/**
 * The first word from a team, or from one nobody is known of because its roster could not be read: its address and its
 * roster. Later changes come as events of their own. A late press from a team that the bot was taken out of is decided
 * by who was known there (reliability.md F26).
 */
async function meetTeam(
  teamId: string,
  channelId: string,
  { serviceUrl, conversation, channelData }: InboundActivity,
  options: PeopleOptions,
): Promise<void> {
  const { addressBook } = options;
  const known = await addressBook.team(teamId);
  const settled = known?.installed && (await hasMembers(teamId, addressBook));
  if (settled && known.serviceUrl === serviceUrl) return;
  try {
    if (!settled) await readRoster(teamId, channelId, serviceUrl, options);
  } catch (error) {
    if (known?.installed === false && error instanceof DeliveryError) return;
    throw error;
  }
  const tenantId = channelData.tenant?.id ?? conversation.tenantId ?? "";
  await addressBook.noteTeam({ teamId, serviceUrl, tenantId, installed: true });
}

async function hasMembers(teamId: string, addressBook: AddressBook): Promise<boolean> {
  const { people } = await addressBook.directory();
  return people.values().some(({ teams }) => teams.includes(teamId));
}

/** Reads a team's whole roster; people who are no longer in it have left. Rejects without changing anything when a page fails. */
export async function readRoster(
  teamId: string,
  conversationId: string,
  serviceUrl: string,
  { addressBook, connector, pace }: PeopleOptions,
): Promise<void> {
  const [channelId = conversationId] = conversationId.split(";");
  const members = await connector.pagedMembers({ serviceUrl, conversationId }, (ask) =>
    pace({ type: "roster", channelId }, ask),
  );
  const present: PersonId[] = [];
  for (const { userId, entraId, name, userRole } of members) {
    // Anonymous guests of meetings have no Entra id and no rights (reliability.md F48).
    if (entraId === undefined) continue;
    const person = await addressBook.personFor(entraId);
    await addressBook.notePerson(person, {
      teamsUserId: userId,
      guest: userRole !== "user",
      ...(name === "" ? {} : { name }),
    });
    present.push(person);
  }
  await addressBook.setRoster(teamId, present);
}

/** Our own ids of people chosen in Teams' picker, which hands in Entra ids; nothing is read when it was not used. */
export async function pickedPeople(
  { inputs }: { readonly inputs: { readonly [inputId: string]: string } },
  addressBook: AddressBook,
): Promise<(entraId: string) => PersonId | undefined> {
  if (!Object.keys(inputs).some((id) => id.endsWith(":picked"))) return () => undefined;
  const people = await addressBook.people();
  const ids = new Map([...people.values()].map(({ entraId, id }) => [entraId, id]));
  return (entraId) => ids.get(entraId.toLowerCase());
}
