import type { IconName } from "@microsoft/teams.cards";
import { deadlinesOf } from "../domain/deadlines-of.ts";
import { currentStep, type StepProgress, stepProgress } from "../domain/progress.ts";
import type { Step } from "../domain/template.ts";
import { type Action, openButton } from "./actions.ts";
import { type Icon, icon, line, type RowData, row, run, strong, subtle } from "./elements.ts";
import { formatsOf } from "./formats.ts";
import { stepTitle } from "./naming.ts";
import { textsOf } from "./texts/texts.ts";
import type { View } from "./view.ts";

/** The map: the ten steps with their lanes, and the ones before and after when the dialogue is there. */
export function stepRows(view: View): {
  readonly before: readonly RowData[];
  readonly steps: readonly RowData[];
  readonly after: readonly RowData[];
} {
  const steps = view.template.steps.toSorted((a, b) => a.order - b.order);
  const here = currentStep(view.state, view.template);
  const rows = (chosen: readonly Step[]) =>
    chosen.map((step) => stepRow(view, step, step === here));
  return {
    before: rows(steps.filter((step) => step.order === 0 && step === here)),
    steps: rows(steps.filter(({ order }) => order >= 1 && order <= 10)),
    after: rows(steps.filter((step) => step.order > 10 && step === here)),
  };
}

/** One step of the map. The whole row opens the step; what it says is read out with it. */
export function stepRow(view: View, step: Step, isHere: boolean): RowData {
  const { cards } = textsOf(view.language);
  const progress = stepProgress(view.state, view.template, step.id);
  const title = stepTitle(view, step);
  const lane = view.template.lanes[step.lane][view.language];
  const status = cards.progress.status[progress.status];
  const action: Action = { verb: "openStep", dialogueId: view.state.id, stepId: step.id };
  const open = openButton(`${title}, ${status}, ${lane}`, action);
  const mark = statusIcon(progress.status, isHere);
  if (isHere && progress.status !== "blocked")
    return row({
      icon: mark,
      runs: [strong(title)],
      lines: [line(subtle(hereWords(view, step, progress)))],
      side: lane,
      open,
      style: "accent",
    });
  const said = progress.status === "not_started" ? [] : [subtle(` · ${status.toLowerCase()}`)];
  const place = isHere ? [line(subtle(cards.progress.hereShort))] : [];
  return row({
    icon: mark,
    runs: [run(title, progress.status === "not_started" ? { isSubtle: true } : {}), ...said],
    lines: place,
    side: lane,
    open,
    ...(isHere ? { style: "accent" as const } : {}),
  });
}

function hereWords(view: View, step: Step, { done, total }: StepProgress): string {
  const { cards, views } = textsOf(view.language);
  const next = deadlinesOf(view.state, view.template, view.calendar)
    .filter(({ doneOn }) => doneOn === undefined)
    .map(({ due }) => due)
    .toSorted()[0];
  return [
    cards.progress.hereShort,
    cards.progress.itemsDone(done, total),
    ...(step.id === "planning" && next !== undefined
      ? [views.deadlines.due(formatsOf(view.language).day(next))]
      : []),
  ].join(" · ");
}

export function statusIcon(status: StepProgress["status"], isHere = false): Icon {
  const glyphs = { not_started: "○", in_progress: "➜", ready: "➜", done: "✓", blocked: "🔒" };
  const names: { readonly [status in StepProgress["status"]]: IconName } = {
    not_started: "Circle",
    in_progress: "ArrowCircleRight",
    ready: "ArrowCircleRight",
    done: "CheckmarkCircle",
    blocked: "LockClosed",
  };
  if (isHere && status === "not_started") return icon("ArrowCircleRight", "➜", "Accent", "Filled");
  const color = status === "done" ? "Good" : status === "not_started" ? "Default" : "Accent";
  const style = status === "done" || status === "in_progress" ? "Filled" : "Regular";
  return icon(names[status], glyphs[status], status === "blocked" ? "Default" : color, style);
}
