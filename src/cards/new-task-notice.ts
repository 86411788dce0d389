import type { IAdaptiveCard } from "@microsoft/teams.cards";
import { openButton } from "./actions.ts";
import { dialogueTitle, shortTitle } from "./naming.ts";
import { requestCard } from "./request-card.ts";
import { textsOf } from "./texts/texts.ts";
import type { View } from "./view.ts";

/** The way to the form for a new task, where somebody has asked for it in words: a form opens only from a button. */
export function newTaskNotice(view: View): IAdaptiveCard {
  const { tasks, cards } = textsOf(view.language);
  const dialogueId = view.state.id;
  return requestCard(view, {
    kicker: dialogueTitle(view),
    title: tasks.command.addTitle(shortTitle(view)),
    lines: [tasks.command.addText],
    actions: [
      openButton(tasks.buttons.add, { verb: "openNewTask", dialogueId }, { main: true }),
      openButton(tasks.buttons.list, { verb: "openTaskList", dialogueId }),
      openButton(cards.buttons.openDialogue, { verb: "openDialogue", dialogueId }),
    ],
  });
}
