import { textsOf } from "../cards/texts/texts.ts";
import type { DialogueId } from "../domain/value.ts";
import type { DialogueRow } from "../store/store.ts";
import type { Reply } from "./answers.ts";
import type { BotOptions } from "./bot-options.ts";
import { dialogueListPage, welcomePage } from "./pages.ts";
import type { Writer } from "./pressed.ts";

const SHOWN = { place: "message", page: 0 } as const;

/**
 * `översikt`: in a thread that dialogue's Översikt is posted anew there; at the top of a channel the only one's, or a list
 * to choose from; in a 1:1 chat the person's own dialogues (decisions.md §2.1, §2.2).
 */
export async function showOverview(writer: Writer, options: BotOptions): Promise<Reply> {
  const { presser, language } = writer;
  const { place, person } = presser;
  const { dialogues } = options.store;
  if (place.type === "personal") {
    const own = [
      ...(await dialogues.list({ exampleOf: person })),
      ...(await dialogues.list({ person })),
    ];
    return own.length === 0
      ? welcomePage(language)
      : dialogueListPage(writer, unique(own), SHOWN, options);
  }
  const inThread =
    place.rootId === undefined
      ? undefined
      : await dialogues.findByThread(place.channelId, place.rootId);
  if (inThread !== undefined) return postAnew(inThread, writer, options);
  const here = await dialogues.list({ channelId: place.channelId });
  const shown = here.filter(({ status }) => status !== "withdrawn");
  const [only] = shown;
  if (!only) return welcomePage(language);
  return shown.length === 1
    ? postAnew(only.dialogueId, writer, options)
    : dialogueListPage(writer, shown, SHOWN, options);
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

function unique(rows: readonly DialogueRow[]): readonly DialogueRow[] {
  return [...new Map(rows.map((row) => [row.dialogueId, row])).values()];
}
