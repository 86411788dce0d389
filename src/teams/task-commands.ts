import { newTaskNotice } from "../cards/new-task-notice.ts";
import { whoCard } from "../cards/who-does-what.ts";
import { Rejection } from "../domain/rejection.ts";
import type { Reply } from "./answers.ts";
import type { BotOptions } from "./bot-options.ts";
import { dialogueHere } from "./dialogue-here.ts";
import { openView } from "./open-view.ts";
import { page } from "./pages.ts";
import { refusedInWords } from "./press.ts";
import type { Writer } from "./pressed.ts";

/**
 * `ny uppgift` and `vem gör vad`: about the dialogue of the thread, or the only one there is; where there are several, a
 * list to choose from. Both cards are safe for everybody who can read them there.
 */
export async function showTasks(
  what: "newTask" | "who",
  writer: Writer,
  options: BotOptions,
): Promise<Reply> {
  const here = await dialogueHere(writer, options);
  if (typeof here !== "string") return here;
  const { language } = writer;
  try {
    const view = await openView({ verb: "openWho", dialogueId: here }, writer, options);
    return page(language, what === "who" ? whoCard(view, "message") : newTaskNotice(view));
  } catch (error) {
    if (error instanceof Rejection) return refusedInWords(language, error.problems);
    throw error;
  }
}
