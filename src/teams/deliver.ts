import type { Target } from "../domain/messages.ts";
import { type Deliver, DeliveryError, type DrawnCard } from "../outbox/delivery.ts";
import type { AddressBook, SentMessage } from "../store/store.ts";
import type { Connector } from "./outbound.ts";

export type DeliverOptions = {
  readonly connector: Connector;
  readonly addressBook: AddressBook;
  /** Called between every two steps, for tests that end the process there. */
  readonly step?: (step: "chat.made") => void;
};

/** Takes cards to channels and 1:1 chats by way of the Connector; a 1:1 chat is made the first time and remembered (decisions.md §4.1). */
export function createDeliver(options: DeliverOptions): Deliver {
  const { connector, addressBook } = options;
  return {
    post: (to, drawn, thread) =>
      to.type === "person"
        ? postToPerson(to.person, drawn, options)
        : postToChannel(to, drawn, thread, connector, addressBook),
    edit: async ({ serviceUrl, conversationId, activityId }, drawn) => {
      if (activityId === undefined) return;
      await connector.update({ serviceUrl, conversationId }, activityId, outbound(drawn));
    },
    remove: async ({ serviceUrl, conversationId, activityId }) => {
      if (activityId !== undefined)
        await connector.remove({ serviceUrl, conversationId }, activityId);
    },
  };
}

function outbound({ card, summary }: DrawnCard) {
  return { card, summary };
}

async function postToChannel(
  { teamId, channelId }: Extract<Target, { type: "channel" }>,
  drawn: DrawnCard,
  thread: SentMessage | undefined,
  connector: Connector,
  addressBook: AddressBook,
): Promise<SentMessage> {
  const team = await addressBook.team(teamId);
  if (!team?.installed) throw new DeliveryError("terminal", "BotNotInTeam");
  const { serviceUrl } = team;
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
  const { connector, addressBook } = options;
  await refuseUnreachable(personId, addressBook);
  const place = await personalChat(personId, options);
  try {
    const { activityId } = await connector.reply(place, outbound(drawn));
    await addressBook.notePerson(personId, { unreachable: null });
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

/** Whom the Connector has refused is not tried again until they write, are added anew or install the app (decisions.md §4.2). */
async function refuseUnreachable(personId: string, addressBook: AddressBook): Promise<void> {
  const why = (await addressBook.person(personId))?.unreachable;
  if (why !== undefined && why !== NOT_IN_TEAM) throw new DeliveryError("terminal", why);
}
/** Found out without asking the Connector, so it is looked at each time. */
const NOT_IN_TEAM = "NotInTeam";

/** The 1:1 chat with a person, made the first time and remembered. Throws DeliveryError, and notes why the person is not reached. */
export async function personalChat(
  personId: string,
  { connector, addressBook, step }: DeliverOptions,
): Promise<{ conversationId: string; serviceUrl: string }> {
  const person = await addressBook.person(personId);
  if (person?.personal) return person.personal;
  const team = await firstTeam(person?.teams ?? [], addressBook);
  if (person?.teamsUserId === undefined || team === undefined) {
    await addressBook.notePerson(personId, { unreachable: NOT_IN_TEAM });
    throw new DeliveryError("terminal", NOT_IN_TEAM);
  }
  const { serviceUrl, tenantId } = team;
  try {
    const { conversationId } = await connector.createPersonalConversation(
      person.teamsUserId,
      tenantId,
      serviceUrl,
    );
    step?.("chat.made");
    const personal = { conversationId, serviceUrl };
    await addressBook.notePerson(personId, { personal });
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
