import type { ISubmitAction } from "@microsoft/teams.cards";
import type { Item } from "../domain/template.ts";
import { submitButton } from "./actions.ts";
import { icon, line, type RowData, row, strong, subtle } from "./elements.ts";
import { textsOf } from "./texts/texts.ts";
import type { View } from "./view.ts";

/** What can be looked up about a dialogue beside its steps, as rows inside its dialog. */
export function moreRows(view: View): readonly RowData[] {
  const { timeline } = textsOf(view.language);
  const dialogueId = view.state.id;
  return [
    row({
      icon: icon("History", "◷", "Accent"),
      runs: [strong(timeline.open)],
      lines: [line(subtle(timeline.openText))],
      open: submitButton(timeline.open, { verb: "openTimeline", dialogueId }),
      leadsOn: true,
    }),
  ];
}

/** Leads to the item's own history, once it has one. */
export function historyButtons(view: View, item: Item): readonly ISubmitAction[] {
  if (view.state.items[item.id] === undefined) return [];
  const { timeline } = textsOf(view.language);
  const dialogueId = view.state.id;
  return [submitButton(timeline.open, { verb: "openTimeline", dialogueId, itemId: item.id })];
}
