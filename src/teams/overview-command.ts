import { textsOf } from "../cards/texts/texts.ts";
import type { DialogueId } from "../domain/value.ts";
import type { Reply } from "./answers.ts";
import type { BotOptions } from "./bot-options.ts";
import { dialogueHere, ownDialogues } from "./dialogue-here.ts";
import { dialogueListPage, welcomePage } from "./pages.ts";
import type { Writer } from "./pressed.ts";

const SHOWN = { place: "message", page: 0 } as const;

/**
 * `översikt`: in a thread that dialogue's Översikt is posted anew there; at the top of a channel the only one's, or a list
 * to choose from; in a 1:1 chat the person's own dialogues (decisions.md §2.1, §2.2).
 */
export async function showOverview(writer: Writer, options: BotOptions): Promise<Reply> {
  if (writer.presser.place.type === "personal") {
    const own = await ownDialogues(writer, options);
    return own.length === 0
      ? welcomePage(writer.language)
      : dialogueListPage(writer, own, SHOWN, options);
  }
  const here = await dialogueHere(writer, options);
  return typeof here === "string" ? postAnew(here, writer, options) : here;
}

async function postAnew(
  dialogueId: DialogueId,
  { language }: Writer,
  { store, clock, saved, handle }: BotOptions,
): Promise<Reply> {
  const state = await handle.load(dialogueId);
  const { told } = textsOf(language);
  // A draft whose questions are not answered has no Översikt yet.
  if (state.status === "none" || !state.triage) return { kind: "words", words: told.noOverviewYet };
  await store.outbox.repost(dialogueId, "overview", await clock.now());
  saved();
  return { kind: "words", words: told.overviewMoved };
}
