import type { DialogueId } from "../domain/value.ts";
import type { DialogueRow } from "../store/store.ts";
import type { Reply } from "./answers.ts";
import type { BotOptions } from "./bot-options.ts";
import { dialogueListPage, welcomePage } from "./pages.ts";
import type { Writer } from "./pressed.ts";

const SHOWN = { place: "message", page: 0 } as const;

/**
 * The dialogue a command means by where it was written: the thread's, or the only one of the channel or, in a 1:1 chat,
 * of the person. Where that says too little, a list to choose from, or how to start one (decisions.md §2.1).
 */
export async function dialogueHere(
  writer: Writer,
  options: BotOptions,
): Promise<DialogueId | Reply> {
  const { place } = writer.presser;
  const { dialogues } = options.store;
  if (place.type === "channel" && place.rootId !== undefined) {
    const inThread = await dialogues.findByThread(place.channelId, place.rootId);
    if (inThread !== undefined) return inThread;
  }
  const all =
    place.type === "channel"
      ? (await dialogues.list({ channelId: place.channelId })).filter(
          ({ status }) => status !== "withdrawn",
        )
      : await ownDialogues(writer, options);
  const [only] = all;
  if (!only) return welcomePage(writer.language);
  return all.length === 1 ? only.dialogueId : dialogueListPage(writer, all, SHOWN, options);
}

/** The dialogues the person has a part in, their example first. */
export async function ownDialogues(
  { presser }: Writer,
  { store }: BotOptions,
): Promise<readonly DialogueRow[]> {
  const own = [
    ...(await store.dialogues.list({ exampleOf: presser.person })),
    ...(await store.dialogues.list({ person: presser.person })),
  ];
  return [...new Map(own.map((row) => [row.dialogueId, row])).values()];
}
