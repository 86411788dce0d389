import type { ActionArray, IAdaptiveCard } from "@microsoft/teams.cards";
import { firstClosed, gateOut, unmet } from "../domain/gates.ts";
import { isResting } from "../domain/lifecycle.ts";
import { stepProgress } from "../domain/progress.ts";
import type { Problem } from "../domain/rejection.ts";
import { type Step, type StepId, stepOf } from "../domain/template.ts";
import { localDateOf } from "../domain/time.ts";
import { insideDialog } from "./inside-dialog.ts";
import { neutral } from "./drawable.ts";
import {
  badge,
  type BannerData,
  banner,
  header,
  icon,
  type Line,
  line,
  type RowData,
  run,
  strong,
  subtle,
} from "./elements.ts";
import type { Told } from "./forms/faults.ts";
import { problemBanner } from "./forms/form-card.ts";
import { formatsOf } from "./formats.ts";
import { problemLines } from "./lock.ts";
import { shortTitle, withShortNames } from "./naming.ts";
import { noticeBanner } from "./notice-banner.ts";
import { occasionRow } from "./occasion-row.ts";
import { planBanners } from "./plan-banners.ts";
import { type CardData, compileFitting } from "./render.ts";
import { itemRow, stepItems } from "./step-items.ts";
import { MOST_ROWS, occasionsOf, type StepPage, stepPages } from "./step-pages.ts";
import { dialogActions, messageActions } from "./step-actions.ts";
import { taskRows } from "./step-tasks.ts";
import layout from "./templates/step.json" with { type: "json" };
import { textsOf } from "./texts/texts.ts";
import type { View } from "./view.ts";

const draw = compileFitting("step", layout);

/** Tasks of the step inside its dialog; all of them are a press away. */
const MOST_TASKS = 3;

/** The card of a step in the thread: what is left and by whom, what is done, what the next step requires; a receipt when the step is done (decisions.md §6.2). */
export function stepCard(view: View, stepId: StepId): IAdaptiveCard {
  const step = stepOf(view.template, stepId);
  return draw(
    () => dataOf(view, step, messageParts(view, step, 5)),
    () => dataOf(view, step, messageParts(withShortNames(view, 40), step, 3)),
    () => dataOf(view, step, messageParts(withShortNames(view, 20), step, 1)),
  );
}

function messageParts(view: View, step: Step, mostTasks: number): StepParts {
  const { left, optional, done } = stepItems(view, step);
  const rows = (items: typeof left) =>
    items.slice(0, MOST_ROWS).map((item) => itemRow(view, step, item, "message"));
  const { views, plan } = textsOf(view.language);
  const occasions = occasionsOf(view, step).map((one) => occasionRow(view, step, one, "message"));
  const forOccasions = Math.max(0, MOST_ROWS - left.length);
  const room = Math.max(0, forOccasions - occasions.length);
  const tasks = taskRows(view, step, mostTasks);
  return {
    groups: [
      group(views.step.itemsLeft, rows(left), moreThan(view, left.length, MOST_ROWS)),
      group(tasks.heading, tasks.rows, moreThan(view, tasks.count, mostTasks)),
      group(
        plan.occasions,
        occasions.slice(0, forOccasions),
        moreThan(view, occasions.length, forOccasions),
      ),
      group(
        views.step.optionalLeft,
        rows(optional).slice(0, room),
        moreThan(view, optional.length, room),
      ),
    ],
    done: doneGroup(view, rows(done), done.length),
    told: {},
    named: false,
    actions: messageActions(view, step),
  };
}

/** The same step inside a dialog, a page at a time, each item of which opens. */
export function stepDialog(
  view: View,
  stepId: StepId,
  page: number | undefined,
  told: Told = {},
): IAdaptiveCard {
  const step = stepOf(view.template, stepId);
  const pages = stepPages(view, step);
  const number = Math.min(page ?? 0, pages.length - 1);
  const { groups } = pages[number] ?? { groups: [] };
  const { views } = textsOf(view.language);
  const rowsOn = (some: readonly StepPage[]) =>
    some
      .flatMap((one) => one.groups)
      .reduce((sum, { items, occasions }) => sum + items.length + occasions.length, 0);
  const before = rowsOn(pages.slice(0, number));
  const tasks = taskRows(view, step, MOST_TASKS);
  const taskGroup = group(tasks.heading, [...tasks.rows, ...tasks.way].map(insideDialog));
  return draw(() =>
    dataOf(view, step, {
      groups: [
        ...(number === 0 ? [taskGroup] : []),
        ...groups.map((one) =>
          group(one.heading, [
            ...one.items.map((item) =>
              itemRow(view, step, item, "dialog", { marksOptional: !one.sorted }),
            ),
            ...one.occasions.map((each) => occasionRow(view, step, each, "dialog")),
          ]),
        ),
      ],
      done: [],
      told,
      named: true,
      actions: dialogActions(view, step, { page: number, pages: pages.length }),
      ...(pages.length > 1
        ? {
            note: views.step.shown(
              before + 1,
              before + rowsOn(pages.slice(number, number + 1)),
              rowsOn(pages),
            ),
          }
        : {}),
    }),
  );
}

type Group = {
  readonly heading: string;
  readonly rows: readonly RowData[];
  readonly notes: readonly Line[];
};
function group(heading: string, rows: readonly RowData[], notes: readonly Line[] = []): Group {
  return { heading, rows, notes: rows.length === 0 ? [] : notes };
}

function moreThan(view: View, count: number, shown: number): readonly Line[] {
  if (count <= shown) return [];
  const rest = formatsOf(view.language).number(count - shown);
  return [line(subtle(textsOf(view.language).cards.moreOf(rest)))];
}

type StepParts = {
  readonly groups: readonly Group[];
  readonly done: readonly object[];
  readonly told: Told;
  /** In a dialog what is drafted may be named; in the channel it may not (decisions.md §3.1). */
  readonly named: boolean;
  readonly actions: ActionArray;
  readonly note?: string;
};

function dataOf(view: View, step: Step, parts: StepParts): CardData {
  const { cards, views } = textsOf(view.language);
  const progress = stepProgress(view.state, view.template, step.id);
  const title = neutral(step.title[view.language]);
  const isDone = progress.status === "done";
  const count = isDone ? cards.done : views.step.badge(progress.done, progress.total);
  return {
    lang: view.language,
    fallbackText: `${shortTitle(view)}: ${title}. ${count}`,
    header: header(
      views.step.kicker(shortTitle(view), step.order),
      title,
      badge(count, isDone ? "Good" : "Accent"),
      isDone ? { value: 1, max: 1 } : { value: progress.done, max: Math.max(1, progress.total) },
    ),
    banners: bannersOf(view, step, parts),
    purpose: [run(step.purpose[view.language])],
    decision: [strong(`${views.step.decision}: `), run(step.decision[view.language])],
    groups: parts.groups.filter(({ rows }) => rows.length > 0),
    done: parts.done,
    gate: gateLines(view, step),
    notes: parts.note === undefined ? [] : [line(subtle(parts.note))],
    actions: parts.actions,
  };
}

function bannersOf(view: View, step: Step, { told, named }: StepParts): readonly BannerData[] {
  const closed = closedBanner(view, step);
  return [
    ...(told.notice === undefined ? [] : [noticeBanner(told.notice)]),
    ...(told.problems ?? []).map((problem) => problemBanner(view, problem)),
    ...(closed === undefined ? [] : [closed]),
    ...(step.id === "planning" ? planBanners(view, named, blocking(view, step)?.code) : []),
  ];
}

function closedBanner(view: View, step: Step): BannerData | undefined {
  const { views } = textsOf(view.language);
  const { status } = view.state;
  if (status === "withdrawn" || isResting(view.state))
    return problemBanner(view, { code: "E-NOT-ACTIVE", status });
  const when = doneAt(view, step);
  if (when !== undefined)
    return banner(
      "good",
      icon("CheckmarkCircle", "✓", "Good", "Filled"),
      [strong(views.step.receipt(formatsOf(view.language).shortDate(localDateOf(when))))],
      isLocked(view, step) ? [line(subtle(views.step.locked))] : [],
    );
  const closed = firstClosed(view.state, step.id, view.template);
  if (!closed) return undefined;
  const lines = problemLines(view, closed.problem);
  return banner("warning", icon("LockClosed", "🔒"), [strong(views.step.ahead)], lines);
}

/** What led to the board's decision is locked with it, the plan with the group's approval. */
function isLocked({ state }: View, { id, order }: Step): boolean {
  if (id === "planning") return state.gates.G5 !== undefined;
  return order <= 3 && state.gates.G3 !== undefined;
}

function doneAt({ state, template }: View, step: Step): string | undefined {
  if (stepProgress(state, template, step.id).status !== "done") return undefined;
  const [out] = gateOut(step.id);
  return out === undefined ? undefined : state.gates[out];
}

/** What the next step requires of this one, while something is missing. */
function gateLines(view: View, step: Step): readonly Line[] {
  const problem = blocking(view, step);
  if (!problem) return [];
  const { views } = textsOf(view.language);
  return [line({ ...strong(views.step.gateTitle), size: "Small" }), ...problemLines(view, problem)];
}

/** The first thing the next step lacks, once this one has begun. */
function blocking({ state, template }: View, step: Step): Problem | undefined {
  if (state.status === "withdrawn" || isResting(state) || firstClosed(state, step.id, template))
    return undefined;
  return gateOut(step.id).flatMap((gate) => unmet(state, gate, template) ?? [])[0];
}

function doneGroup(view: View, rows: readonly RowData[], count: number): readonly object[] {
  if (rows.length === 0) return [];
  const { cards, views } = textsOf(view.language);
  const items = formatsOf(view.language).counted(count, cards.item, cards.items);
  return [
    {
      runs: [strong(`${views.step.itemsDone} `), run(items, { isSubtle: true })],
      toggle: {
        type: "Action.ToggleVisibility",
        title: `${views.step.itemsDone} ${items}`,
        targetElements: ["doneItems", "doneDown", "doneUp"],
      },
      rows,
      notes: moreThan(view, count, MOST_ROWS),
    },
  ];
}
