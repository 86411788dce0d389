import { chooseMoveCard } from "../cards/moving.ts";
import { textsOf } from "../cards/texts/texts.ts";
import type { Dialogue } from "../domain/dialogue.ts";
import { hasEnded } from "../domain/lifecycle.ts";
import { isPlaceLost, moverOf } from "../domain/moving.ts";
import { rolesOf } from "../domain/permissions.ts";
import type { PersonId } from "../domain/value.ts";
import type { Reply } from "./answers.ts";
import type { BotOptions } from "./bot-options.ts";
import { moved } from "./move.ts";
import { page } from "./pages.ts";
import { notePlace } from "./places.ts";
import { refusedInWords } from "./press.ts";
import type { Writer } from "./pressed.ts";
import { tellInChat } from "./tell.ts";
import { viewOf } from "./views.ts";

/**
 * `flytta hit`: the dialogue whose channel is gone goes on in the channel where it was written. Whoever has several such
 * chooses in their own chat, where nobody else reads what they are called (decisions.md §2.2).
 */
export async function moveHere(writer: Writer, options: BotOptions): Promise<Reply> {
  const { presser, language } = writer;
  const { moving, told } = textsOf(language);
  const { place, person } = presser;
  if (place.type === "personal") return { kind: "words", words: moving.inChannel };
  const { teamId, channelId } = place;
  // Somebody has just written there.
  await options.addressBook.noteChannel({ channelId, teamId, deleted: false, stopped: null });
  const own = await movable(person, options);
  const lost = own.filter(isPlaceLost);
  const [only] = lost;
  if (!only) return refusal(own, channelId, writer);
  if (lost.length === 1)
    return moved(only.id, { type: "channel", teamId, channelId }, writer, options);
  await tellInChat(await choice(lost, channelId, writer, options), person, options);
  return { kind: "words", words: told.sentToChat };
}

/** The dialogues the person may move, as they stand when the bot knows what has become of their channels. */
async function movable(person: PersonId, options: BotOptions): Promise<readonly Dialogue[]> {
  const { store, handle, addressBook } = options;
  const directory = await addressBook.directory();
  const all: Dialogue[] = [];
  for (const { dialogueId, ...index } of await store.dialogues.list({ person })) {
    if (hasEnded(index)) continue;
    await notePlace(dialogueId, options);
    const state = await handle.load(dialogueId);
    if (state.status === "none") continue;
    if (rolesOf(state, person, directory).has(moverOf(state))) all.push(state);
  }
  return all;
}

/** Who may move nothing is answered as if there were nothing (decisions.md §5.9). */
function refusal(own: readonly Dialogue[], channelId: string, { language }: Writer): Reply {
  const { moving } = textsOf(language);
  if (own.length === 0) return refusedInWords(language, [{ code: "E-FORBIDDEN" }]);
  const isHere = own.some(({ home }) => home.type === "channel" && home.channelId === channelId);
  return { kind: "words", words: isHere ? moving.alreadyHere : moving.stillThere };
}

async function choice(
  lost: readonly Dialogue[],
  channelId: string,
  writer: Writer,
  options: BotOptions,
): Promise<Reply> {
  const views = await Promise.all(lost.map(({ id }) => viewOf(id, writer, options)));
  const name = (await options.addressBook.channel(channelId))?.name;
  const { language } = writer;
  const shown = views.filter((view) => view !== undefined);
  const target = { channelId, ...(name === undefined ? {} : { channel: name }) };
  return page(language, chooseMoveCard(shown, { language, ...target }));
}
