import type { Cloud } from "./cloud.ts";
import { findChannel, isBotIn, placeOf } from "./roster.ts";
import type { Conversation, Message } from "./state.ts";

/** A message as the page and the tests see it; `cardForPerson` is the answer shown to that person only. */
export type MessageView = Omit<Message, "cardFor"> & { cardForPerson?: unknown };

/** People, teams and where the bot is, for the page. */
export function worldView(cloud: Cloud): unknown {
  const { world, installedFor } = cloud.state;
  return { ...world, botName: cloud.botName, installedFor: [...installedFor] };
}

/** Every channel and every 1:1 chat begun, with the number of messages and the id of the newest. */
export function conversationList(cloud: Cloud): unknown[] {
  const { world, personal } = cloud.state;
  const newest = new Map<string, { messages: number; lastId: string }>();
  for (const message of cloud.state.messages.values()) {
    const before = newest.get(message.conversationId)?.messages ?? 0;
    newest.set(message.conversationId, { messages: before + 1, lastId: message.id });
  }
  const counted = (id: string) => newest.get(id) ?? { messages: 0, lastId: "" };
  const channels = world.teams.flatMap((team) =>
    team.channels.map((channel) => ({
      kind: "channel",
      id: channel.id,
      name: channel.name ?? "Allmänt",
      teamId: team.id,
      teamName: team.name,
      members: team.members,
      botIsIn: isBotIn(cloud.state, team.id),
      ...counted(channel.id),
    })),
  );
  const chats = [...personal.values()].map(({ id, personId }) => ({
    kind: "personal",
    id,
    personId,
    name: cloud.botName,
    ...counted(id),
  }));
  return [...channels, ...chats];
}

/** The messages of a conversation or one thread in order of sending. Private answers are told only to the person named. */
export function messageList(
  cloud: Cloud,
  conversationId: string,
  personId: string | undefined,
): MessageView[] {
  const { conversation, rootId } = reachable(cloud, conversationId);
  return [...cloud.state.messages.values()]
    .filter((message) => message.conversationId === conversation.id)
    .filter((message) => rootId === undefined || message.id === rootId || message.rootId === rootId)
    .map(({ cardFor, ...message }) => {
      const own = personId === undefined ? undefined : cardFor[personId];
      return { ...message, ...(own === undefined ? {} : { cardForPerson: own }) };
    });
}

/** A deleted channel can still be looked at, though not written in. */
function reachable(
  cloud: Cloud,
  id: string,
): { conversation: Pick<Conversation, "id">; rootId: string | undefined } {
  const [base = "", rootId] = id.split(";messageid=");
  const hasMessages = [...cloud.state.messages.values()].some(
    (message) => message.conversationId === base,
  );
  if (hasMessages && !findChannel(cloud.state, base)) return { conversation: { id: base }, rootId };
  return placeOf(cloud.state, id);
}
