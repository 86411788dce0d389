import type { InboundMessage } from "./activity-shape.ts";
import type { Reply } from "./answers.ts";
import type { BotOptions } from "./bot-options.ts";
import { personalChat } from "./deliver.ts";
import type { PersonId } from "../domain/value.ts";

/** Answers a message where it was written: in its thread, or in the 1:1 chat. What is lost on the way can be asked for again. */
export async function tell(
  reply: Reply,
  { conversation, serviceUrl, id }: InboundMessage,
  { connector }: Pick<BotOptions, "connector">,
): Promise<void> {
  const threaded =
    conversation.conversationType === "personal" || conversation.id.includes(";messageid=");
  const conversationId = threaded ? conversation.id : `${conversation.id};messageid=${id}`;
  await connector.reply({ serviceUrl, conversationId }, outbound(reply));
}

/** Answers in the person's own chat, which is made when there is none. */
export async function tellInChat(
  reply: Reply,
  person: PersonId,
  { connector, addressBook }: Pick<BotOptions, "connector" | "addressBook">,
): Promise<void> {
  await connector.reply(await personalChat(person, { connector, addressBook }), outbound(reply));
}

function outbound(reply: Reply) {
  if (reply.kind === "words") return { text: reply.words };
  return { card: reply.card, summary: reply.card.fallbackText ?? reply.title };
}
