import type { InboundMessage } from "./activity-shape.ts";
import type { Reply } from "./answers.ts";
import type { BotOptions } from "./bot-options.ts";
import { personalChat } from "./deliver.ts";
import type { PersonId } from "../domain/value.ts";

/** Answers a message where it was written: in its thread, or in the 1:1 chat. What is lost on the way can be asked for again. */
export async function tell(
  reply: Reply,
  { conversation, serviceUrl, id, from }: InboundMessage,
  { connector, addressBook, pace }: Pick<BotOptions, "connector" | "addressBook" | "pace">,
): Promise<void> {
  if (conversation.conversationType === "personal") {
    const person = await addressBook.personFor(from.aadObjectId);
    const chat = { serviceUrl, conversationId: conversation.id };
    await pace({ type: "person", person }, () => connector.reply(chat, outbound(reply)));
    return;
  }
  const [channelId = "", root = id] = conversation.id.split(";messageid=");
  const thread = { serviceUrl, conversationId: `${channelId};messageid=${root}` };
  await pace({ type: "channel", channelId }, () => connector.reply(thread, outbound(reply)));
}

/** Answers in the person's own chat, which is made when there is none. */
export async function tellInChat(
  reply: Reply,
  person: PersonId,
  options: Pick<BotOptions, "connector" | "addressBook" | "pace">,
): Promise<void> {
  const { connector, pace } = options;
  const chat = await personalChat(person, options);
  await pace({ type: "person", person }, () => connector.reply(chat, outbound(reply)));
}

function outbound(reply: Reply) {
  if (reply.kind === "words") return { text: reply.words };
  return { card: reply.card, summary: reply.card.fallbackText ?? reply.title };
}
