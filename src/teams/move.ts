import type { ActionOf } from "../cards/actions.ts";
import { movedHereCard } from "../cards/moving.ts";
import { indexOf } from "../domain/dialogue-index.ts";
import type { Home } from "../domain/dialogue.ts";
import { hasAccess } from "../domain/permissions.ts";
import { Rejection } from "../domain/rejection.ts";
import type { DialogueId } from "../domain/value.ts";
import type { Reply } from "./answers.ts";
import type { BotOptions } from "./bot-options.ts";
import { page } from "./pages.ts";
import { isGone, notePlace } from "./places.ts";
import { notePresence } from "./presence.ts";
import type { Press, Writer } from "./pressed.ts";
import { viewOf } from "./views.ts";

type Channel = Extract<Home, { readonly type: "channel" }>;

/** Pressed on the choice: moves the one that was chosen. Throws Rejection. */
export async function moveChosen(
  press: Press,
  { dialogueId, channelId }: ActionOf<"moveDialogue">,
  options: BotOptions,
): Promise<Reply> {
  const channel = await options.addressBook.channel(channelId);
  const home = { type: "channel", teamId: channel?.teamId ?? "", channelId } as const;
  if (await isGone(home, options.store)) throw new Rejection({ code: "E-STALE" });
  await notePlace(dialogueId, options);
  const reply = await moved(dialogueId, home, press, options);
  return press.inDialog ? reply : ({ ...reply, kind: "card" } as Reply);
}

/** Orders the move and says where the dialogue is now, and who with a part in it is not in that team. Throws Rejection. */
export async function moved(
  dialogueId: DialogueId,
  home: Channel,
  writer: Writer,
  options: BotOptions,
): Promise<Reply> {
  const { handle, addressBook } = options;
  const { presser, inboundId, language } = writer;
  const before = await handle.load(dialogueId);
  const commands = [{ type: "MoveDialogue", home } as const];
  await handle.order({ dialogueId, commands, actor: presser.person, inboundId });
  // The roster of the new team is the one that counts (decisions.md §1.4).
  await notePresence(home.teamId, options);
  const view = await viewOf(dialogueId, writer, options);
  if (!view || before.status === "none") throw new Rejection({ code: "E-FORBIDDEN" });
  const directory = await addressBook.directory();
  const missing = indexOf(before, directory).people.filter(
    (person) => !hasAccess(view.state, person, directory),
  );
  const names = missing.map((person) => view.nameOf(person).name);
  return page(language, movedHereCard(view, names));
}
