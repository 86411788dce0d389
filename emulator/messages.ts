import { z } from "zod";
import { type Cloud, keepMessage, newMessage } from "./cloud.ts";
import { Refusal } from "./http.ts";
import type { Place } from "./roster.ts";
import type { Message } from "./state.ts";

/** The largest card Teams takes, counted as UTF-8 JSON. */
export const cardLimitBytes = 28_672;
const cardType = "application/vnd.microsoft.card.adaptive";

const activitySchema = z.looseObject({
  type: z.string().default("message"),
  text: z.string().optional(),
  summary: z.string().optional(),
  attachments: z
    .array(z.looseObject({ contentType: z.string(), content: z.unknown().optional() }))
    .default([]),
});
type BotActivity = z.infer<typeof activitySchema>;

/** Posts what the bot sends. Text beside a card is split in two and gets no id (`splits`), or is refused. Answers the new id. */
export function postBotMessage(
  cloud: Cloud,
  place: Place,
  body: Record<string, unknown>,
  options: { splits: boolean },
): { id: string | undefined } {
  const activity = readActivity(body);
  if (activity.type !== "message") return { id: cloud.state.nextMessageId() };
  const content = contentOf(activity);
  if (place.rootId !== undefined) checkRoot(cloud, place);
  if (content.text !== undefined && content.card !== undefined) {
    if (!options.splits) throw splitRefusal();
    const { text, ...rest } = content;
    keepMessage(cloud, botMessage(cloud, place, { text }));
    keepMessage(cloud, botMessage(cloud, place, rest));
    return { id: undefined };
  }
  const message = botMessage(cloud, place, content);
  keepMessage(cloud, message);
  return { id: message.id };
}

/** Replaces a message of the bot. What was shown to one person only is gone with the edit. */
export function updateBotMessage(
  cloud: Cloud,
  place: Place,
  activityId: string,
  body: Record<string, unknown>,
): string {
  const activity = readActivity(body);
  const message = botMessageNamed(cloud, place, activityId);
  const content = contentOf(activity);
  if (content.text !== undefined && content.card !== undefined) throw splitRefusal();
  const { text: _text, card: _card, summary: _summary, ...kept } = message;
  keepMessage(cloud, { ...kept, ...content, cardFor: {}, edits: message.edits + 1 });
  return message.id;
}

/** Deletes a message of the bot; what it held is forgotten. */
export function deleteBotMessage(cloud: Cloud, place: Place, activityId: string): void {
  const message = botMessageNamed(cloud, place, activityId);
  const { text: _text, card: _card, summary: _summary, ...kept } = message;
  keepMessage(cloud, { ...kept, cardFor: {}, deleted: true });
}

/** The bytes of a card as Teams counts them here: UTF-8 of its JSON. */
export function cardBytes(card: unknown): number {
  return Buffer.byteLength(JSON.stringify(card) ?? "", "utf8");
}

function readActivity(body: Record<string, unknown>): BotActivity {
  const read = activitySchema.safeParse(body);
  if (!read.success) throw new Refusal(400, "BadSyntax", z.prettifyError(read.error));
  return read.data;
}

function cardOf(activity: BotActivity): unknown {
  const cards = activity.attachments.filter((each) => each.contentType === cardType);
  for (const { content } of cards) {
    const bytes = cardBytes(content);
    if (bytes > cardLimitBytes)
      throw new Refusal(
        413,
        "MessageSizeTooBig",
        `Message size too large: the card has ${bytes} bytes, at most ${cardLimitBytes} are taken`,
      );
  }
  return cards[0]?.content;
}

function botMessage(cloud: Cloud, place: Place, fields: Partial<Message>): Message {
  return newMessage(cloud, {
    conversationId: place.conversation.id,
    from: "bot",
    ...(place.rootId === undefined ? {} : { rootId: place.rootId }),
    ...fields,
  });
}

function contentOf(activity: BotActivity): Pick<Message, "text" | "card" | "summary"> {
  const { text, summary } = activity;
  const card = cardOf(activity);
  const content = {
    ...(text === undefined || text === "" ? {} : { text }),
    ...(card === undefined ? {} : { card }),
  };
  if (Object.keys(content).length === 0)
    throw new Refusal(400, "BadSyntax", "The activity has neither text nor a card");
  return { ...content, ...(summary === undefined ? {} : { summary }) };
}

function checkRoot(cloud: Cloud, place: Place): void {
  const root = cloud.state.messages.get(place.rootId ?? "");
  if (!root || root.conversationId !== place.conversation.id || root.rootId !== undefined)
    throw new Refusal(404, "ConversationNotFound", `No thread begins with ${place.rootId}`);
}

function botMessageNamed(cloud: Cloud, place: Place, activityId: string): Message {
  const message = cloud.state.messages.get(activityId);
  if (!message || message.deleted || message.conversationId !== place.conversation.id)
    throw new Refusal(
      404,
      "ActivityNotFoundInConversation",
      `Activity ${activityId} is not in this conversation.`,
    );
  if (message.from !== "bot")
    throw new Refusal(403, "NotEnoughPermissions", "The message was written by somebody else");
  return message;
}

function splitRefusal(): Refusal {
  return new Refusal(400, "BadSyntax", "Activity resulted into multiple skype activities");
}
