import type { ActionOf } from "../cards/actions.ts";
import { remindersPage } from "../cards/reminders-page.ts";
import { textsOf } from "../cards/texts/texts.ts";
import { type Reach, undeliveredPage } from "../cards/undelivered-page.ts";
import type { View } from "../cards/view.ts";
import type { Target } from "../domain/messages.ts";
import { refuseUnlessOversees } from "../domain/oversight.ts";
import { holdersOf, ROLES } from "../domain/permissions.ts";
import { Rejection } from "../domain/rejection.ts";
import type { Reply } from "./answers.ts";
import type { BotOptions } from "./bot-options.ts";
import { openView } from "./open-view.ts";
import { page } from "./pages.ts";
import { notePlace } from "./places.ts";
import type { Press } from "./pressed.ts";

type ReachAction = ActionOf<"openReminders" | "openUndelivered" | "sendAgain">;

/** What the bot will send and what has not arrived, for those who look after it. Throws Rejection for everybody else. */
export async function reachPage(
  press: Press,
  action: ReachAction,
  options: BotOptions,
): Promise<Reply> {
  const { person } = press.presser;
  const view = await openView(action, press, options);
  const may = refuseUnlessOversees(view.state, person, view.directory);
  const place = press.inDialog ? "dialog" : "message";
  const { language } = view;
  switch (action.verb) {
    case "openReminders":
      return page(language, remindersPage(view, { ...action, place }));
    case "openUndelivered": {
      const shown = { may, place, page: action.page } as const;
      return page(language, undeliveredPage(view, await reachOf(view, options), shown));
    }
    case "sendAgain": {
      refuseCounts(may);
      const notice = await sendAgain(view, action.messageId, options);
      const shown = { may, place, notice } as const;
      return page(language, undeliveredPage(view, await reachOf(view, options), shown));
    }
  }
}

function refuseCounts(may: "all" | "counts"): void {
  if (may === "counts") throw new Rejection({ code: "E-FORBIDDEN" });
}

/** Puts the message back in the outbox; whoever was not reached is tried anew. Pressed twice it goes once. */
async function sendAgain(view: View, messageId: number, options: BotOptions): Promise<string> {
  const { store, clock, addressBook, saved, log } = options;
  const words = textsOf(view.language).reach.undelivered;
  const dialogueId = view.state.id;
  const lost = (await store.outbox.undelivered(dialogueId)).find(({ id }) => id === messageId);
  if (!lost) return words.already;
  if (lost.to.type === "person")
    await addressBook.notePerson(lost.to.person, { unreachable: null });
  else {
    await addressBook.noteChannel({ ...placeOf(lost.to), stopped: null });
    await notePlace(dialogueId, options);
  }
  const again = await store.outbox.sendAgain(dialogueId, messageId, await clock.now());
  log.info("outbox.again", { messageId, kind: lost.about.kind });
  saved();
  return again ? words.sent : words.already;
}

function placeOf({ teamId, channelId }: Extract<Target, { type: "channel" }>) {
  return { teamId, channelId };
}

async function reachOf(view: View, { store, addressBook }: BotOptions): Promise<Reach> {
  const { state, directory } = view;
  const messages = await store.outbox.undelivered(state.id);
  const known = await addressBook.people();
  const roles = ROLES.filter((role) => role !== "admin");
  const holders = new Set(roles.flatMap((role) => holdersOf(state, role, directory)));
  const people = [...holders].flatMap((person) => {
    const code = known.get(person)?.unreachable;
    return code === undefined ? [] : [{ person, code }];
  });
  return { messages, people };
}
