import type { Target } from "../domain/messages.ts";
import { type Deliver, DeliveryError, type DrawnCard } from "../outbox/delivery.ts";
import type { Pace } from "../outbox/pace.ts";
import type { AddressBook, SentMessage } from "../store/store.ts";
import type { Connector, Place } from "./outbound.ts";

export type DeliverOptions = {
  readonly connector: Connector;
  readonly addressBook: AddressBook;
  /** For what a claim of the outbox has not made room for: a second request for the same message. */
  readonly pace: Pace;
  /** Called between every two steps, for tests that end the process there. */
  readonly step?: (step: "chat.made" | "chat.noted") => void;
};

/** Takes cards to channels and 1:1 chats by way of the Connector; a 1:1 chat is made the first time and remembered (decisions.md §4.1). */
export function createDeliver(options: DeliverOptions): Deliver {
  const { connector, addressBook } = options;
  return {
    post: (to, drawn, thread) =>
      to.type === "person"
        ? postToPerson(to.person, drawn, options)
        : postToChannel(to, drawn, thread, connector, addressBook),
    edit: async (sent, drawn, to) => {
      const { activityId } = sent;
      if (activityId === undefined) return;
      if (to.type === "channel") await openTeam(to, addressBook);
      else await refuseUnreachable(to.person, addressBook);
      const place = await placeNow(sent, to, addressBook);
      await noting(to, addressBook, () => connector.update(place, activityId, outbound(drawn)));
    },
    remove: async (sent, to) => {
      if (sent.activityId !== undefined)
        await connector.remove(await placeNow(sent, to, addressBook), sent.activityId);
    },
  };
}

/** Where the message lies, by the newest address there is of the team or the chat: it can change (reliability.md F46). */
async function placeNow(
  { conversationId, serviceUrl }: SentMessage,
  to: Target,
  addressBook: AddressBook,
): Promise<Place> {
  if (to.type === "channel") {
    const team = await addressBook.team(to.teamId);
    return { conversationId, serviceUrl: team?.serviceUrl ?? serviceUrl };
  }
  const personal = (await addressBook.person(to.person))?.personal;
  const same = personal?.conversationId === conversationId;
  return { conversationId, serviceUrl: same ? personal.serviceUrl : serviceUrl };
}

/**
 * The team of a channel that something can be shown in. What Teams has refused once, or said to be gone, is not asked
 * again until the bot is told otherwise (reliability.md F40, F49).
 */
async function openTeam(
  { teamId, channelId }: Extract<Target, { type: "channel" }>,
  addressBook: AddressBook,
): Promise<{ readonly serviceUrl: string }> {
  const team = await addressBook.team(teamId);
  if (!team?.installed) throw new DeliveryError("terminal", BOT_NOT_IN_TEAM);
  const channel = await addressBook.channel(channelId);
  if (channel?.deleted) throw new DeliveryError("terminal", CHANNEL_DELETED);
  if (channel?.stopped !== undefined) throw new DeliveryError("terminal", channel.stopped);
  return team;
}
/** Codes of our own, for what is known without asking the Connector. */
export const CHANNEL_DELETED = "ChannelDeleted";
export const BOT_NOT_IN_TEAM = "BotNotInTeam";

function outbound({ card, summary }: DrawnCard) {
  return { card, summary };
}

async function postToChannel(
  to: Extract<Target, { type: "channel" }>,
  drawn: DrawnCard,
  thread: SentMessage | undefined,
  connector: Connector,
  addressBook: AddressBook,
): Promise<SentMessage> {
  const { serviceUrl } = await openTeam(to, addressBook);
  return noting(to, addressBook, () =>
    inChannel(to.channelId, serviceUrl, drawn, thread, connector),
  );
}

/** Whatever is refused there with 403 is refused for good: nothing more is asked of that place until it is open again (reliability.md F40). */
async function noting<T>(
  to: Target,
  addressBook: AddressBook,
  request: () => Promise<T>,
): Promise<T> {
  try {
    return await request();
  } catch (error) {
    if (!(error instanceof DeliveryError) || error.status !== 403) throw error;
    if (to.type === "person") await addressBook.notePerson(to.person, { unreachable: error.code });
    else {
      const { channelId, teamId } = to;
      await addressBook.noteChannel({ channelId, teamId, stopped: error.code });
    }
    throw error;
  }
}

async function inChannel(
  channelId: string,
  serviceUrl: string,
  drawn: DrawnCard,
  thread: SentMessage | undefined,
  connector: Connector,
): Promise<SentMessage> {
  if (thread) {
    const { conversationId } = thread;
    const { activityId } = await connector.reply({ serviceUrl, conversationId }, outbound(drawn));
    return { serviceUrl, conversationId, ...idOf(activityId) };
  }
  const posted = await connector.postToChannel(
    { serviceUrl, conversationId: channelId },
    outbound(drawn),
  );
  return {
    serviceUrl,
    conversationId: posted.conversationId ?? channelId,
    ...idOf(posted.activityId),
  };
}

async function postToPerson(
  personId: string,
  drawn: DrawnCard,
  options: DeliverOptions,
): Promise<SentMessage> {
  const { addressBook } = options;
  const unreachable = await refuseUnreachable(personId, addressBook);
  // The claim has made room for both requests of a first message.
  const claimed = { ...options, pace: <T>(_: unknown, request: () => Promise<T>) => request() };
  const before = await personalChat(personId, claimed);
  // There is a way again. Noted now: what Teams has taken is marked before anything else can go wrong.
  if (unreachable !== undefined) await addressBook.notePerson(personId, { unreachable: null });
  try {
    const { place, activityId } = await inChat(personId, before, drawn, options);
    return { ...place, ...idOf(activityId) };
  } catch (error) {
    if (
      error instanceof DeliveryError &&
      (error.fault === "terminal" || error.fault === "notFound")
    )
      await addressBook.notePerson(personId, { unreachable: error.code });
    throw error;
  }
}

/** A chat that is gone is made anew, once: nothing has been shown in it (reliability.md F50). */
async function inChat(
  personId: string,
  place: Place,
  drawn: DrawnCard,
  options: DeliverOptions,
): Promise<{ readonly place: Place; readonly activityId: string | undefined }> {
  const { connector, pace } = options;
  try {
    return { place, ...(await connector.reply(place, outbound(drawn))) };
  } catch (error) {
    if (!(error instanceof DeliveryError) || error.fault !== "notFound") throw error;
    const fresh = await newChat(personId, options);
    if (fresh.conversationId === place.conversationId) throw error;
    const again = () => connector.reply(fresh, outbound(drawn));
    return { place: fresh, ...(await pace({ type: "person", person: personId }, again)) };
  }
}

/** Whom the Connector has refused is not tried again until they write, are added anew or install the app (decisions.md §4.2). Gives why they were not reached before, when that may have changed. */
async function refuseUnreachable(
  personId: string,
  addressBook: AddressBook,
): Promise<string | undefined> {
  const why = (await addressBook.person(personId))?.unreachable;
  if (why !== undefined && why !== NOT_IN_TEAM) throw new DeliveryError("terminal", why);
  return why;
}
/** Found out without asking the Connector, so it is looked at each time. */
const NOT_IN_TEAM = "NotInTeam";

/** The 1:1 chat with a person, made the first time, when there is room, and remembered. Throws DeliveryError, and notes why the person is not reached. */
export async function personalChat(personId: string, options: DeliverOptions): Promise<Place> {
  const person = await options.addressBook.person(personId);
  return person?.personal ?? newChat(personId, options);
}

async function newChat(
  personId: string,
  { connector, addressBook, pace, step }: DeliverOptions,
): Promise<Place> {
  const person = await addressBook.person(personId);
  const team = await firstTeam(person?.teams ?? [], addressBook);
  if (person?.teamsUserId === undefined || team === undefined) {
    await addressBook.notePerson(personId, { unreachable: NOT_IN_TEAM });
    throw new DeliveryError("terminal", NOT_IN_TEAM);
  }
  const { serviceUrl, tenantId } = team;
  const { teamsUserId } = person;
  try {
    const { conversationId } = await pace({ type: "newChat", person: personId }, () =>
      connector.createPersonalConversation(teamsUserId, tenantId, serviceUrl),
    );
    step?.("chat.made");
    const personal = { conversationId, serviceUrl };
    await addressBook.notePerson(personId, { personal });
    step?.("chat.noted");
    return personal;
  } catch (error) {
    if (!(error instanceof DeliveryError)) throw error;
    if (error.fault === "terminal")
      await addressBook.notePerson(personId, { unreachable: error.code });
    // Whether or not the chat was made, nothing has been shown in it, so it is asked for again.
    throw error.fault === "unknown"
      ? new DeliveryError("conflict", error.code, { cause: error })
      : error;
  }
}

async function firstTeam(teamIds: readonly string[], addressBook: AddressBook) {
  for (const teamId of teamIds) {
    const team = await addressBook.team(teamId);
    if (team?.installed) return team;
  }
  return undefined;
}

function idOf(activityId: string | undefined): { activityId?: string } {
  return activityId === undefined ? {} : { activityId };
}
