import type { IAdaptiveCard } from "@microsoft/teams.cards";
import type { Action } from "../cards/actions.ts";
import { newDialogueForm } from "../cards/forms/new-dialogue-form.ts";
import type { Told } from "../cards/forms/faults.ts";
import { helpCard, type HelpTopic } from "../cards/help.ts";
import { dialogueListCard } from "../cards/lists.ts";
import { tasksCard } from "../cards/my-tasks.ts";
import { textsOf } from "../cards/texts/texts.ts";
import type { Language, Place, View } from "../cards/view.ts";
import { welcomeCard } from "../cards/welcome.ts";
import { refuseUnlessMayStart } from "../domain/start.ts";
import type { DialogueRow } from "../store/store.ts";
import type { Reply } from "./answers.ts";
import type { BotOptions } from "./bot-options.ts";
import { newId } from "./new-id.ts";
import type { Press, Writer } from "./pressed.ts";
import { viewOf } from "./views.ts";

/** A reply with the product's name as the frame's title; the card has its heading inside. */
export function page(language: Language, card: IAdaptiveCard): Reply {
  return { kind: "page", title: textsOf(language).cards.product, card };
}

/** Pages that belong to no dialogue. */
export async function openPage(
  press: Press,
  action: Extract<
    Action,
    { readonly verb: "newDialogue" | "openDialogues" | "openTasks" | "openHelp" }
  >,
  options: BotOptions,
): Promise<Reply> {
  const place = press.inDialog ? "dialog" : "message";
  switch (action.verb) {
    case "newDialogue":
      return newDialoguePage(press, newId(), options);
    case "openDialogues":
      return dialogueListPage(
        press,
        await ownDialogues(press, options),
        { place, page: action.page ?? 0 },
        options,
      );
    case "openTasks":
      return tasksPage(press, { place, page: action.page ?? 0 }, options);
    case "openHelp":
      return helpPage(press.language, action.topic, place, options);
  }
}

/** The form that starts a dialogue in the channel it was opened from; in a 1:1 chat it says where that is done. */
export async function newDialoguePage(
  { presser, language }: Pick<Press, "presser" | "language">,
  dialogueId: string,
  { addressBook, clock, handle }: BotOptions,
  told: Told = {},
): Promise<Reply> {
  const { place, person } = presser;
  if (place.type === "personal")
    return { kind: "words", words: textsOf(language).told.startInChannel };
  const home = { type: "channel", teamId: place.teamId, channelId: place.channelId } as const;
  const directory = await addressBook.directory();
  // Who may not start is told so before they have written anything.
  refuseUnlessMayStart(home, { actor: person, directory });
  const { template, calendar } = await handle.processOf({ status: "none" });
  const names = new Map(
    [...(await addressBook.people()).values()].map(({ id, name, guest }) => [
      id,
      { name: name ?? "", guest, reachable: undefined },
    ]),
  );
  const around = {
    template,
    calendar,
    directory,
    now: await clock.now(),
    language,
    nameOf: (id: string) => names.get(id) ?? { name: "", guest: false, reachable: undefined },
    viewer: person,
    home,
  };
  return page(language, newDialogueForm(around, dialogueId, told));
}

export function welcomePage(language: Language): Reply {
  return page(language, welcomeCard(language, newId()));
}

export async function helpPage(
  language: Language,
  topic: HelpTopic,
  place: Place,
  { handle }: Pick<BotOptions, "handle">,
): Promise<Reply> {
  const { template } = await handle.processOf({ status: "none" });
  return page(language, helpCard(topic, { language, template, place }));
}

type Listed = { readonly place: Place; readonly page: number };

/** What waits for the person across their dialogues. */
export async function tasksPage(
  writer: Writer,
  { place, page: number }: Listed,
  options: BotOptions,
): Promise<Reply> {
  const views = await viewsOf(await ownDialogues(writer, options), writer, options);
  return page(
    writer.language,
    tasksCard(views, { language: writer.language, place, page: number }),
  );
}

export async function dialogueListPage(
  writer: Writer,
  rows: readonly DialogueRow[],
  { place, page: number }: Listed,
  options: BotOptions,
): Promise<Reply> {
  const views = await viewsOf(rows, writer, options);
  const { language } = writer;
  return page(language, dialogueListCard(views, { language, place, page: number }));
}

async function ownDialogues(
  { presser }: Pick<Press, "presser">,
  { store }: BotOptions,
): Promise<readonly DialogueRow[]> {
  const rows = await store.dialogues.list({ person: presser.person });
  return rows.filter(({ status, example }) => status !== "withdrawn" && !example);
}

async function viewsOf(
  rows: readonly DialogueRow[],
  writer: Writer,
  options: BotOptions,
): Promise<readonly View[]> {
  const views = await Promise.all(
    rows.map(({ dialogueId }) => viewOf(dialogueId, writer, options)),
  );
  return views.filter((view) => view !== undefined);
}
