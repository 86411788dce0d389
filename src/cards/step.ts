import type { ActionArray, IAdaptiveCard } from "@microsoft/teams.cards";
import { firstClosed, gateOut, unmet } from "../domain/gates.ts";
import { startDecision } from "../domain/permissions.ts";
import { stepProgress } from "../domain/progress.ts";
import { type Step, type StepId, stepOf } from "../domain/template.ts";
import { localDateOf } from "../domain/time.ts";
import { type Action, openButton, submitButton } from "./actions.ts";
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
import { shortTitle } from "./naming.ts";
import { noticeBanner } from "./notice-banner.ts";
import { compileCard } from "./render.ts";
import { itemRow, stepItems } from "./step-items.ts";
import layout from "./templates/step.json" with { type: "json" };
import { textsOf } from "./texts/texts.ts";
import type { View } from "./view.ts";

const draw = compileCard("step", layout);

/** Lines of a list on one card; more are on the next page of the dialog. */
const MOST_ROWS = 10;

/** The card of a step in the thread: what is left and by whom, what is done, what the next step requires; a receipt when the step is done (decisions.md §6.2). */
export function stepCard(view: View, stepId: StepId): IAdaptiveCard {
  const step = stepOf(view.template, stepId);
  const { left, optional, done } = stepItems(view, step);
  const rows = (items: typeof left) =>
    items.slice(0, MOST_ROWS).map((item) => itemRow(view, step, item, "message"));
  const { views } = textsOf(view.language);
  const room = Math.max(0, MOST_ROWS - Math.min(left.length, MOST_ROWS));
  return drawStep(view, step, {
    groups: [
      group(views.step.itemsLeft, rows(left), moreThan(view, left.length, MOST_ROWS)),
      group(
        views.step.optionalLeft,
        rows(optional).slice(0, room),
        moreThan(view, optional.length, room),
      ),
    ],
    done: doneGroup(view, rows(done), done.length),
    told: {},
    actions: messageActions(view, step),
  });
}

/** The same step inside a dialog, ten items at a time, each of which opens. */
export function stepDialog(
  view: View,
  stepId: StepId,
  page: number | undefined,
  told: Told = {},
): IAdaptiveCard {
  const step = stepOf(view.template, stepId);
  const { left, optional, done } = stepItems(view, step);
  const { views } = textsOf(view.language);
  const all = [
    ...left.map((item) => ({ item, heading: views.step.itemsLeft })),
    ...optional.map((item) => ({ item, heading: views.step.optionalLeft })),
    ...done.map((item) => ({ item, heading: views.step.itemsDone })),
  ];
  const first = Math.min(page ?? 0, Math.max(0, Math.ceil(all.length / MOST_ROWS) - 1)) * MOST_ROWS;
  const slice = all.slice(first, first + MOST_ROWS);
  const headings = [...new Set(slice.map(({ heading }) => heading))];
  return drawStep(view, step, {
    groups: headings.map((heading) =>
      group(
        heading,
        slice
          .filter((one) => one.heading === heading)
          .map(({ item }) => itemRow(view, step, item, "dialog")),
      ),
    ),
    done: [],
    told,
    actions: dialogActions(view, step, { first, total: all.length }),
    ...(all.length > MOST_ROWS
      ? { note: views.step.shown(first + 1, first + slice.length, all.length) }
      : {}),
  });
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
  readonly actions: ActionArray;
  readonly note?: string;
};

function drawStep(view: View, step: Step, parts: StepParts): IAdaptiveCard {
  const { cards, views } = textsOf(view.language);
  const progress = stepProgress(view.state, view.template, step.id);
  const title = neutral(step.title[view.language]);
  const isDone = progress.status === "done";
  const count = isDone ? cards.done : views.step.badge(progress.done, progress.total);
  return draw({
    lang: view.language,
    fallbackText: `${shortTitle(view)}: ${title}. ${count}`,
    header: header(
      views.step.kicker(shortTitle(view), step.order),
      title,
      badge(count, isDone ? "Good" : "Accent"),
      isDone ? { value: 1, max: 1 } : { value: progress.done, max: Math.max(1, progress.total) },
    ),
    banners: bannersOf(view, step, parts.told),
    purpose: [run(step.purpose[view.language])],
    decision: [strong(`${views.step.decision}: `), run(step.decision[view.language])],
    groups: parts.groups.filter(({ rows }) => rows.length > 0),
    done: parts.done,
    gate: gateLines(view, step),
    notes: parts.note === undefined ? [] : [line(subtle(parts.note))],
    actions: parts.actions,
  });
}

function bannersOf(view: View, step: Step, told: Told): readonly BannerData[] {
  const closed = closedBanner(view, step);
  return [
    ...(told.notice === undefined ? [] : [noticeBanner(told.notice)]),
    ...(told.problems ?? []).map((problem) => problemBanner(view, problem)),
    ...(closed === undefined ? [] : [closed]),
  ];
}

function closedBanner(view: View, step: Step): BannerData | undefined {
  const { views } = textsOf(view.language);
  const { status } = view.state;
  if (status === "withdrawn") return problemBanner(view, { code: "E-NOT-ACTIVE", status });
  const when = doneAt(view, step);
  if (when !== undefined)
    return banner(
      "good",
      icon("CheckmarkCircle", "✓", "Good", "Filled"),
      [strong(views.step.receipt(formatsOf(view.language).shortDate(localDateOf(when))))],
      view.state.gates.G3 === undefined || step.order > 3 ? [] : [line(subtle(views.step.locked))],
    );
  const closed = firstClosed(view.state, step.id, view.template);
  if (!closed) return undefined;
  const lines = problemLines(view, closed.problem);
  return banner("warning", icon("LockClosed", "🔒"), [strong(views.step.ahead)], lines);
}

function doneAt({ state, template }: View, step: Step): string | undefined {
  if (stepProgress(state, template, step.id).status !== "done") return undefined;
  const [out] = gateOut(step.id);
  return out === undefined ? undefined : state.gates[out];
}

/** What the next step requires of this one, while something is missing. */
function gateLines(view: View, step: Step): readonly Line[] {
  const { state, template } = view;
  if (state.status === "withdrawn" || firstClosed(state, step.id, template)) return [];
  const missing = gateOut(step.id).flatMap((gate) => unmet(state, gate, template) ?? []);
  const [problem] = missing;
  if (!problem) return [];
  const { views } = textsOf(view.language);
  return [line({ ...strong(views.step.gateTitle), size: "Small" }), ...problemLines(view, problem)];
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

function messageActions(view: View, step: Step): ActionArray {
  const { buttons } = textsOf(view.language).cards;
  const dialogueId = view.state.id;
  const register = mayRegister(view, step)
    ? [openButton(buttons.register, { verb: "openRegister", dialogueId }, { main: true })]
    : [];
  const open = openButton(
    buttons.openStep(step.order),
    { verb: "openStep", dialogueId, stepId: step.id },
    { main: register.length === 0 },
  );
  const topic = step.id === "purpose-and-influence" ? "ladder" : "how";
  const help = openButton(topic === "ladder" ? buttons.ladder : buttons.how, {
    verb: "openHelp",
    topic,
  });
  return [...register, open, help];
}

function mayRegister({ state, template }: View, step: Step): boolean {
  return (
    step.id === "decide-dialogue" &&
    startDecision(state) === undefined &&
    !state.decisions.some(({ status }) => status === "registered") &&
    firstClosed(state, step.id, template) === undefined
  );
}

function dialogActions(
  view: View,
  step: Step,
  { first, total }: { readonly first: number; readonly total: number },
): ActionArray {
  const { buttons } = textsOf(view.language).cards;
  const dialogueId = view.state.id;
  const show = (page: number): Action => ({
    verb: "openStep",
    dialogueId,
    stepId: step.id,
    page,
  });
  const page = first / MOST_ROWS;
  return [
    ...(mayRegister(view, step)
      ? [submitButton(buttons.register, { verb: "openRegister", dialogueId }, { main: true })]
      : []),
    ...(first + MOST_ROWS < total ? [submitButton(buttons.next, show(page + 1))] : []),
    ...(page > 0 ? [submitButton(buttons.previous, show(page - 1))] : []),
    submitButton(buttons.toDialogue, { verb: "openDialogue", dialogueId }),
    submitButton(buttons.close, { verb: "closeDialog" }),
  ];
}
