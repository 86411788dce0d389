import { readPressed } from "../cards/actions.ts";
import { unknownTextCard } from "../cards/notices.ts";
import { readCommand, type TextCommand } from "../cards/texts/commands.ts";
import { textsOf } from "../cards/texts/texts.ts";
import { DeliveryError } from "../outbox/delivery.ts";
import { languageOf } from "../outbox/see.ts";
import type { InboundMessage } from "./activity-shape.ts";
import type { Reply } from "./answers.ts";
import type { BotOptions } from "./bot-options.ts";
import { dialogueHere } from "./dialogue-here.ts";
import { isMentioned, wordsTo } from "./mention.ts";
import { moveHere } from "./move-command.ts";
import { newId } from "./new-id.ts";
import { showOverview } from "./overview-command.ts";
import { helpPage, page, tasksPage, welcomePage } from "./pages.ts";
import { notePresser } from "./people.ts";
import { respond } from "./press.ts";
import type { Press, Writer } from "./pressed.ts";
import { showTasks } from "./task-commands.ts";
import { tell, tellInChat } from "./tell.ts";

/** Answers what was written to the bot, and presses of old clients, which arrive as messages (decisions.md §5.1). */
export async function onMessage(activity: InboundMessage, options: BotOptions): Promise<void> {
  const personal = activity.conversation.conversationType === "personal";
  const pressed = readPressed(activity.value);
  // In a channel the bot reads only what mentions it (decisions.md §2.1).
  if (!personal && !pressed && !isMentioned(activity)) return;
  const presser = await notePresser(activity, options);
  const writer = { presser, language: languageOf(activity.locale), inboundId: activity.id };
  if (pressed) return answerPress({ ...pressed, ...writer, inDialog: false }, options);
  const words = wordsTo(activity);
  const command = readCommand(words);
  const reply = await answerTo(command, words, writer, options);
  // What is personal is answered in the person's own chat (decisions.md §3.2).
  if (command === undefined || !IN_OWN_CHAT.has(command) || personal)
    return tell(reply, activity, options);
  await tellInChat(reply, presser.person, options);
  await tell({ kind: "words", words: textsOf(writer.language).told.sentToChat }, activity, options);
}

/** What shows something by the rights of the one who asks. */
const IN_OWN_CHAT: ReadonlySet<TextCommand> = new Set([
  "tasks",
  "timeline",
  "reminders",
  "undelivered",
]);

/** What was asked is done or refused by then, so an answer that does not arrive is no failure of the press. */
async function answerPress(press: Press, options: BotOptions): Promise<void> {
  const reply = await respond(press, options);
  try {
    await tellInChat(reply, press.presser.person, options);
  } catch (error) {
    if (!(error instanceof DeliveryError)) throw error;
    options.log.warn("press.answer-not-sent", { command: press.action.verb, code: error.code });
  }
}

async function answerTo(
  command: TextCommand | undefined,
  words: string,
  writer: Writer,
  options: BotOptions,
): Promise<Reply> {
  const { language } = writer;
  switch (command) {
    case "help":
      return helpPage(language, "how", "message", options);
    case "newDialogue":
      return welcomePage(language);
    case "overview":
      return showOverview(writer, options);
    case "tasks":
      return tasksPage(writer, { place: "message", page: 0 }, options);
    case "moveHere":
      return moveHere(writer, options);
    case "newTask":
    case "who":
      return showTasks(command, writer, options);
    case "reminders":
    case "undelivered": {
      const here = await dialogueHere(writer, options);
      if (typeof here !== "string") return here;
      const verb = command === "reminders" ? "openReminders" : "openUndelivered";
      const action = { verb, dialogueId: here } as const;
      return respond({ ...writer, action, inputs: {}, inDialog: false }, options);
    }
    case "timeline": {
      const here = await dialogueHere(writer, options);
      if (typeof here !== "string") return here;
      const action = { verb: "openTimeline", dialogueId: here } as const;
      return respond({ ...writer, action, inputs: {}, inDialog: false }, options);
    }
    case "example": {
      const action = { verb: "startExample", dialogueId: newId() } as const;
      return respond({ ...writer, action, inputs: {}, inDialog: false }, options);
    }
    case undefined:
      return page(language, unknownTextCard(language, words));
  }
}
