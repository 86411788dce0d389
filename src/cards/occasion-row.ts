import type { Occasion } from "../domain/occasion.ts";
import type { Step } from "../domain/template.ts";
import { type Action, openButton, submitButton } from "./actions.ts";
import { oneLine } from "./drawable.ts";
import { badge, icon, line, type RowData, row, run, subtle } from "./elements.ts";
import { formatsOf } from "./formats.ts";
import { occasionName } from "./plan-names.ts";
import { occasionProgress } from "./step-pages.ts";
import { textsOf } from "./texts/texts.ts";
import type { Place, View } from "./view.ts";

/** One occasion as a line: when it is, what comes next, how far it has come; opens its own page. */
export function occasionRow(view: View, step: Step, occasion: Occasion, place: Place): RowData {
  const { views } = textsOf(view.language);
  const { done, total, next } = occasionProgress(view, step, occasion);
  const title = occasionTime(view, occasion);
  const action: Action = {
    verb: "openOccasion",
    dialogueId: view.state.id,
    occasionId: occasion.id,
  };
  const isDone = next === undefined;
  return row({
    icon: isDone ? icon("CheckmarkCircle", "✓", "Good", "Filled") : icon("Circle", "○", "Default"),
    runs: [run(title)],
    lines: next ? [line(subtle(oneLine(next.title[view.language])))] : [],
    badge: badge(
      isDone ? textsOf(view.language).cards.done : views.step.badge(done, total),
      isDone ? "Good" : "Subtle",
    ),
    open: place === "dialog" ? submitButton(title, action) : openButton(title, action),
  });
}

/** "E1 · onsdag 12 maj 2027 kl. 18.00" */
export function occasionTime(view: View, occasion: Occasion): string {
  return `${occasionName(view, occasion.id)} ${formatsOf(view.language).time(occasion.start)}`;
}
