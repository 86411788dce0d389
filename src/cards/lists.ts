import type { IAdaptiveCard } from "@microsoft/teams.cards";
import { currentStep } from "../domain/progress.ts";
import { openButton, submitButton } from "./actions.ts";
import { icon, line, type RowData, row, strong, subtle } from "./elements.ts";
import { listCard } from "./list-card.ts";
import { dialogueTitle, shortTitle, stepTitle } from "./naming.ts";
import { textsOf } from "./texts/texts.ts";
import type { Language, Place, View } from "./view.ts";

/** Choose a dialogue: those of a channel, or those the viewer has a part in. Never an example (decisions.md §2.4). */
export function dialogueListCard(
  views: readonly View[],
  {
    language,
    place,
    page = 0,
  }: { readonly language: Language; readonly place: Place; readonly page?: number },
): IAdaptiveCard {
  const texts = textsOf(language);
  const { buttons } = texts.cards;
  return listCard({
    language,
    place,
    title: texts.views.dialogues.title,
    rows: views.map((view) => ({
      heading: texts.views.dialogues.intro,
      row: dialogueRow({ ...view, language }),
    })),
    page,
    none: [texts.views.dialogues.none, texts.views.dialogues.noneHelp],
    more: (number) => ({ verb: "openDialogues", page: number }),
    actions:
      place === "dialog"
        ? [submitButton(buttons.close, { verb: "closeDialog" })]
        : [
            openButton(buttons.start, { verb: "newDialogue" }),
            openButton(buttons.how, { verb: "openHelp", topic: "how" }),
          ],
  });
}

function dialogueRow(view: View): RowData {
  const step = currentStep(view.state, view.template);
  return row({
    icon: icon("PeopleTeam", "•", "Accent"),
    runs: [strong(dialogueTitle(view))],
    lines: [line(subtle(stepTitle(view, step)))],
    open: openButton(shortTitle(view), { verb: "openDialogue", dialogueId: view.state.id }),
    leadsOn: true,
  });
}
