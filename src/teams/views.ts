import type { Language, View } from "../cards/view.ts";
import { oversees } from "../domain/oversight.ts";
import type { DialogueId } from "../domain/value.ts";
import type { BotOptions } from "./bot-options.ts";
import type { Presser } from "./people.ts";

/** The dialogue as this person sees it now; undefined when there is none with that id. */
export async function viewOf(
  dialogueId: DialogueId,
  { presser, language }: { readonly presser: Presser; readonly language: Language },
  { handle, see, store }: Pick<BotOptions, "handle" | "see" | "store">,
): Promise<View | undefined> {
  const state = await handle.load(dialogueId);
  if (state.status === "none") return undefined;
  const view = await see(state, { language, viewer: presser.person });
  if (oversees(state, presser.person, view.directory) !== "all") return view;
  return { ...view, undelivered: (await store.outbox.undelivered(dialogueId)).length };
}
