import type { Home } from "../domain/dialogue.ts";
import { isPlaceLost } from "../domain/moving.ts";
import type { DialogueId } from "../domain/value.ts";
import { MOVED_AWAY } from "../store/move.ts";
import type { BotOptions } from "./bot-options.ts";
import { BOT_NOT_IN_TEAM, CHANNEL_DELETED } from "./deliver.ts";
import { offerMissed } from "./offer-missed.ts";

type Options = Pick<BotOptions, "store" | "handle">;

/** Whether nothing can be shown in the channel, as far as Teams has told: it or its team is gone, or the bot is out of it (reliability.md F49). */
export async function isGone(
  { teamId, channelId }: Extract<Home, { readonly type: "channel" }>,
  { addressBook }: BotOptions["store"],
): Promise<boolean> {
  const team = await addressBook.team(teamId);
  const channel = await addressBook.channel(channelId);
  return team?.installed === false || channel?.deleted === true || channel?.stopped !== undefined;
}

/** Tells the dialogues of a team whether anything can be shown where they live. */
export async function notePlaces(teamId: string, options: Options): Promise<void> {
  for (const { dialogueId, home } of await options.store.dialogues.list("all"))
    if (home.type === "channel" && home.teamId === teamId) await notePlace(dialogueId, options);
}

/** Tells the dialogue whether anything can be shown where it lives; who can move it is told by that. */
export async function notePlace(dialogueId: DialogueId, { store, handle }: Options): Promise<void> {
  const state = await handle.load(dialogueId);
  if (state.status === "none" || state.home.type !== "channel") return;
  const gone = await isGone(state.home, store);
  if (gone === isPlaceLost(state)) return;
  const commands = [{ type: "NotePlace", gone } as const];
  await handle.order({ dialogueId, commands, actor: "system" });
}

/** The team's channels are there again: what could not be shown in them is shown, once (reliability.md F49, F50). */
export async function openAgain(
  teamId: string,
  options: Options & Pick<BotOptions, "addressBook" | "outbox" | "clock" | "saved">,
): Promise<void> {
  const reasons = await options.addressBook.openChannels(teamId);
  const codes = [...reasons, BOT_NOT_IN_TEAM, CHANNEL_DELETED, MOVED_AWAY];
  await offerMissed({ teamId }, codes, options);
  await notePlaces(teamId, options);
}
