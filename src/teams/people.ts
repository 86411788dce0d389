import type { PersonId } from "../domain/value.ts";
import { DeliveryError } from "../outbox/delivery.ts";
import type { Pace } from "../outbox/pace.ts";
import type { AddressBook } from "../store/store.ts";
import type { InboundActivity } from "./activity-shape.ts";
import { offerMissed } from "./offer-missed.ts";
import type { Connector } from "./outbound.ts";
import { openAgain } from "./places.ts";

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
  /** Whether a team's roster may be read again for somebody who is not in it: newcomers may have come while it could not be read. */
  readonly mayReadAgain: (teamId: string) => boolean;
};

const READ_AGAIN_MS = 60_000;

/** Once a minute for each team, so that strangers do not have it read with every press. */
export function onceAMinute(real: () => string): PeopleOptions["mayReadAgain"] {
  const read = new Map<string, number>();
  return (teamId) => {
    const nowMs = Date.parse(real());
    if (nowMs - (read.get(teamId) ?? -Infinity) < READ_AGAIN_MS) return false;
    read.set(teamId, nowMs);
    return true;
  };
}

type MeetOptions = PeopleOptions & Parameters<typeof openAgain>[1];

/** Notes what the activity tells of its sender, and says who it is; reads the roster of a team it meets for the first time. */
export async function notePresser(activity: Spoken, options: MeetOptions): Promise<Presser> {
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
  await meetTeam(person, place, activity, options);
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
 * roster; the roster again for somebody who is not in it. Later changes come as events of their own. A late press from a
 * team that the bot was taken out of is decided by who was known there (reliability.md F26).
 */
async function meetTeam(
  person: PersonId,
  { teamId, channelId }: Extract<Presser["place"], { type: "channel" }>,
  { serviceUrl, conversation, channelData }: InboundActivity,
  options: MeetOptions,
): Promise<void> {
  const { addressBook } = options;
  const known = await addressBook.team(teamId);
  const settled = known?.installed === true && (await hasMembers(teamId, addressBook));
  const isStranger = settled && !(await addressBook.person(person))?.teams.includes(teamId);
  try {
    if (!settled || (isStranger && options.mayReadAgain(teamId)))
      await readRoster(teamId, channelId, serviceUrl, options);
  } catch (error) {
    if (!(error instanceof DeliveryError) || !known || (known.installed && !settled)) throw error;
    if (!known.installed) return;
  }
  if (settled && known.serviceUrl === serviceUrl) return;
  const tenantId = channelData.tenant?.id ?? conversation.tenantId ?? "";
  await addressBook.noteTeam({ teamId, serviceUrl, tenantId, installed: true });
  // That it was added again was not heard.
  if (known?.installed === false) await openAgain(teamId, options);
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
  { addressBook, connector, pace }: Pick<PeopleOptions, "addressBook" | "connector" | "pace">,
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
