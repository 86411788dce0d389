import type { ActionArray, IAdaptiveCard } from "@microsoft/teams.cards";
import { nextActions } from "../domain/next-actions.ts";
import { isExample } from "../domain/permissions.ts";
import { isWorkedOn, mayAddTask } from "../domain/task-rights.ts";
import { submitButton } from "./actions.ts";
import { closing } from "./confirm-initiator.ts";
import { type BannerData, header, type Line, line, type RowData, run } from "./elements.ts";
import { endBanner } from "./end-banner.ts";
import type { Told } from "./forms/faults.ts";
import { problemBanner } from "./forms/form-card.ts";
import { insideDialog } from "./inside-dialog.ts";
import { moreRows } from "./more-rows.ts";
import { lostBanner } from "./moving.ts";
import { dialogueTitle, withShortNames } from "./naming.ts";
import { undeliveredRows } from "./undelivered-row.ts";
import { nextRow } from "./next-rows.ts";
import { noticeBanner } from "./notice-banner.ts";
import { stepRow } from "./step-rows.ts";
import { currentStep } from "../domain/progress.ts";
import { compileFitting } from "./render.ts";
import layout from "./templates/list.json" with { type: "json" };
import { taskWays } from "./task-lists.ts";
import { textsOf } from "./texts/texts.ts";
import type { View } from "./view.ts";

const draw = compileFitting("dialogue", layout);

/** A dialogue inside a dialog: what waits now, then every step to open, from the questions to the follow-up. */
export function dialogueDialog(view: View, told: Told = {}): IAdaptiveCard {
  return draw(
    () => dataOf(view, told),
    () => dataOf(withShortNames(view, 40), told),
    () => dataOf(withShortNames(view, 20), told),
    () => dataOf(withShortNames(view, 20), told, withoutLines),
    () => dataOf(withShortNames(view, 20), told, withoutLines, withoutLines),
  );
}

/** The words of a row say enough where what explains them does not fit. */
function withoutLines(rows: readonly RowData[]): readonly RowData[] {
  return rows.map((one) => ({ ...one, lines: [] }));
}

type Shorter = (rows: readonly RowData[]) => readonly RowData[];

function dataOf(
  view: View,
  told: Told,
  shorter: Shorter = (rows) => rows,
  shorterSteps: Shorter = (rows) => rows,
) {
  const { cards, views, tasks } = textsOf(view.language);
  const banners = endBanner(view);
  // A dialogue that goes no further is nowhere.
  const here = banners.length > 0 ? undefined : currentStep(view.state, view.template);
  const steps = view.template.steps.toSorted((a, b) => a.order - b.order);
  return {
    lang: view.language,
    fallbackText: dialogueTitle(view),
    header: header(cards.citizenDialogue, dialogueTitle(view)),
    banners: [...bannersOf(view, told), ...banners, ...lostBanner(view)],
    lines: banners.length > 0 ? [] : nothingLeft(view),
    sections: [
      { heading: views.overview.nextTitle, rows: nextOf(view) },
      { heading: tasks.list.title, rows: taskWays(view).map(insideDialog) },
      {
        heading: cards.progress.steps,
        rows: shorterSteps(steps.map((step) => insideDialog(stepRow(view, step, step === here)))),
      },
      { heading: cards.more, rows: shorter(moreRows(view)) },
    ].filter(({ rows }) => rows.length > 0),
    notes: [],
    actions: actionsOf(view),
  };
}

function bannersOf(view: View, told: Told): readonly BannerData[] {
  return [
    ...(told.notice === undefined ? [] : [noticeBanner(told.notice)]),
    ...(told.problems ?? []).map((problem) => problemBanner(view, problem)),
  ];
}

function nothingLeft(view: View): readonly Line[] {
  const { overview } = textsOf(view.language).views;
  const waits = nextActions(view.state, view.template, view.directory).length > 0;
  return waits ? [] : [line(run(overview.nobodyNext, { isSubtle: true }))];
}

function nextOf(view: View): readonly RowData[] {
  const lost = undeliveredRows(view).map(insideDialog);
  const next = nextActions(view.state, view.template, view.directory)
    .slice(0, 3)
    .map((action, index) => insideDialog(nextRow(view, action, index === 0)));
  return [...lost, ...next];
}

function actionsOf(view: View): ActionArray {
  const { buttons } = textsOf(view.language).cards;
  const { state, viewer } = view;
  const dialogueId = state.id;
  const mine = viewer !== undefined && [state.starter, state.initiator].includes(viewer);
  const withdraw =
    mine && state.gates.G3 === undefined && state.status !== "withdrawn" && !isExample(state)
      ? [submitButton(buttons.withdraw, { verb: "withdrawDialogue", dialogueId })]
      : [];
  const adds =
    isWorkedOn(state) && viewer !== undefined && mayAddTask(state, viewer, view)
      ? [
          submitButton(textsOf(view.language).tasks.buttons.add, {
            verb: "openNewTask",
            dialogueId,
          }),
        ]
      : [];
  return [
    ...closing(view),
    ...adds,
    submitButton(textsOf(view.language).holding.open, { verb: "openRoles", dialogueId }),
    submitButton(buttons.tasks, { verb: "openTasks" }),
    submitButton(buttons.how, { verb: "openHelp", topic: "how" }),
    ...withdraw,
  ];
}
