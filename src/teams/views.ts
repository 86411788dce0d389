import type { Language, View } from "../cards/view.ts";
import { oversees } from "../domain/oversight.ts";
import { rolesOf } from "../domain/permissions.ts";
import type { DialogueId } from "../domain/value.ts";
import type { BotOptions } from "./bot-options.ts";
import type { Presser } from "./people.ts";
import type { Store } from "../store/store.ts";

/** The dialogue as this person sees it now; undefined when there is none with that id. */
export async function viewOf(
  dialogueId: DialogueId,
  { presser, language }: { readonly presser: Presser; readonly language: Language },
  { handle, see, store }: Pick<BotOptions, "handle" | "see" | "store">,
): Promise<View | undefined> {
  const state = await handle.load(dialogueId);
  if (state.status === "none") return undefined;
  const seen = await see(state, { language, viewer: presser.person });
  const view = { ...seen, ...(await answersShown(seen, store)) };
  if (oversees(state, presser.person, view.directory) !== "all") return view;
  return { ...view, undelivered: (await store.outbox.undelivered(dialogueId)).length };
}

/** The fewest answers whose number anybody is shown while the internal evaluation is open (decisions.md §11.3). */
const FEWEST_SHOWN = 5;

/** How many have answered it, for the civil servant alone. */
async function answersShown(
  { state, viewer = "", directory }: View,
  { evaluation }: Pick<Store, "evaluation">,
): Promise<Pick<View, "answerCount">> {
  const round = state.internalRound;
  const isTheirs = rolesOf(state, viewer, directory).has("civilServant");
  if (round?.status !== "open" || !isTheirs) return {};
  const { answered } = await evaluation.ballots({ dialogueId: state.id, roundId: round.id });
  return answered < FEWEST_SHOWN ? {} : { answerCount: answered };
}
