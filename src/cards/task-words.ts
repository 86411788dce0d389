import { hasAccess, holdersOf, rolesOf } from "../domain/permissions.ts";
import {
  type OpenTask,
  openTasks,
  type Task,
  type TaskOwner,
  type TaskPlace,
} from "../domain/task.ts";
import { coordinators, isWorkedOn, ownersOf } from "../domain/task-rights.ts";
import { findItem, type StepId } from "../domain/template.ts";
import { wordsOf } from "../domain/text.ts";
import { type LocalDate, localDateOf, weekdayOf, addDays } from "../domain/time.ts";
import { neutral, shortened } from "./drawable.ts";
import {
  type Badge,
  badge,
  icon,
  type Line,
  line,
  type RowData,
  row,
  run,
  strong,
  subtle,
} from "./elements.ts";
import { openButton } from "./actions.ts";
import { formatsOf } from "./formats.ts";
import { itemTitle, personName, stepTitle, whoHas } from "./naming.ts";
import { textsOf } from "./texts/texts.ts";
import type { View } from "./view.ts";

/** So many characters of a title stand in a row; the task itself has all of them. */
const MOST_TITLE = 120;
/** So many are read out where the row is pressed. */
const MOST_BUTTON = 60;
/** More names than this behind one role are left out: the role says enough. */
const MOST_NAMES = 2;

/** What is to be done: as somebody wrote it, or in our words where the law demands it. */
export function taskTitle({ language }: Pick<View, "language">, { subject }: Task): string {
  const { lawful } = textsOf(language).tasks;
  switch (subject.type) {
    case "written":
      return wordsOf(subject.title, language);
    case "consultation":
      return lawful.consultations[subject.kind] ?? lawful.consultations.other ?? subject.kind;
    case "urgentDecision":
      return lawful.urgent;
  }
}

/** Whose task it is, for the middle of a sentence: the person, or the role with those who hold it. */
export function ownerName(view: View, owner: TaskOwner): string {
  const texts = textsOf(view.language);
  const words = texts.tasks.owner;
  if (owner.type === "person") {
    const name = personName(view, owner.person);
    const here = hasAccess(view.state, owner.person, view.directory);
    return here ? name : `${name} (${words.left})`;
  }
  const holders = holdersOf(view.state, owner.role, view.directory);
  if (holders.length === 0) return `${texts.roles[owner.role]} (${words.none})`;
  if (holders.length > MOST_NAMES) return texts.roles[owner.role];
  const names = holders.map((person) => personName(view, person));
  return `${texts.roles[owner.role]} (${names.join(", ")})`;
}

/** A person who has left cannot be asked; a role nobody holds yet is still somebody's to be. */
export function isLeftBehind({ state, directory }: View, { owner }: Task): boolean {
  return owner.type === "person" && !hasAccess(state, owner.person, directory);
}

/** Where in the process it belongs; undefined for the dialogue as a whole. */
export function placeWords(view: View, { stepId, itemId }: TaskPlace): string | undefined {
  const found = itemId === undefined ? undefined : findItem(view.template, itemId);
  const step = found?.step ?? view.template.steps.find(({ id }) => id === stepId);
  if (!step) return undefined;
  return found
    ? `${stepTitle(view, step)} · ${itemTitle(view, found.item)}`
    : stepTitle(view, step);
}

/** When it is to be done or was, in words that stay true on a card that is not redrawn. */
export function whenWords(view: View, task: Task): string {
  const { when } = textsOf(view.language).tasks;
  const { date, shortDate } = formatsOf(view.language);
  switch (task.status) {
    case "done":
      return when.done(shortDate(localDateOf(task.at)), personName(view, task.by));
    case "cancelled":
      return when.cancelled(shortDate(localDateOf(task.at)), personName(view, task.by));
    case "open":
      if (task.due === undefined) return when.none;
      return isLateTask(view, task) ? when.was(date(task.due)) : when.due(date(task.due));
  }
}

export function isLateTask({ now }: Pick<View, "now">, { status, due }: Task): boolean {
  return status === "open" && due !== undefined && localDateOf(now) > due;
}

/** How it stands, in a word or two; nothing for an open task without a date. */
function taskBadge(view: View, task: Task): Badge | undefined {
  const { when, owner } = textsOf(view.language).tasks;
  if (task.status === "done") return badge(when.badgeDone, "Good", "Checkmark");
  if (task.status === "cancelled") return badge(when.badgeCancelled, "Subtle");
  if (isLeftBehind(view, task)) return badge(owner.missing, "Attention", "PersonAdd");
  if (task.due === undefined) return undefined;
  return isLateTask(view, task)
    ? badge(when.badgeLate, "Attention", "Warning")
    : badge(when.badgeDue(formatsOf(view.language).day(task.due)), "Informative", "Clock");
}

export type TaskRowParts = {
  /** False leaves out by whom, where the heading says it. */
  readonly owner?: boolean;
  /** Stands out, among other things that wait for the same person. */
  readonly stands?: boolean;
  readonly more?: readonly Line[];
};

/** One task in a list: what, by whom and when. A date that is still to come stands in the mark alone. */
export function taskRow(view: View, task: Task, parts: TaskRowParts = {}): RowData {
  const { owner = true, stands = false, more = [] } = parts;
  const title = shortened(taskTitle(view, task), MOST_TITLE);
  const mark = taskBadge(view, task);
  const open = task.status === "open";
  const marked =
    open && task.due !== undefined && !isLateTask(view, task) && !isLeftBehind(view, task);
  const said = [
    ...(owner && open ? [ownerName(view, task.owner)] : []),
    ...(marked ? [] : [whenWords(view, task)]),
  ].join(" · ");
  return row({
    icon: !open
      ? icon("CheckmarkCircle", "✓", "Good", "Filled")
      : isLateTask(view, task)
        ? icon("Warning", "!", "Attention")
        : icon("Circle", "○", "Default"),
    runs: [stands ? strong(title) : run(title)],
    lines: [
      ...(said === "" ? [] : [line(subtle(sentence(said)))]),
      ...whoFixes(view, task),
      ...more,
    ],
    ...(mark ? { badge: mark } : {}),
    open: openButton(shortened(neutral(title), MOST_BUTTON), {
      verb: "openTask",
      dialogueId: view.state.id,
      taskId: task.id,
    }),
  });
}

function whoFixes(view: View, task: Task): readonly Line[] {
  if (task.status !== "open" || !isLeftBehind(view, task)) return [];
  const who = whoHas(view, coordinators(view.state));
  return [line(subtle(textsOf(view.language).tasks.owner.whoFixes(who)))];
}

/** Open tasks the way people look for them: what is late, what this week asks, the rest. */
export type TimeSection = "late" | "thisWeek" | "later" | "undated";
export const TIME_SECTIONS: readonly TimeSection[] = ["late", "thisWeek", "later", "undated"];

export function timeSection({ now }: Pick<View, "now">, due: LocalDate | undefined): TimeSection {
  if (due === undefined) return "undated";
  const today = localDateOf(now);
  if (due < today) return "late";
  return due <= addDays(today, 7 - weekdayOf(today)) ? "thisWeek" : "later";
}

/** By date, those without one last; as they came where that is the same. */
export function byDue<T extends { readonly due?: LocalDate }>(some: readonly T[]): readonly T[] {
  const last = "9999";
  return some.toSorted((one, other) => (one.due ?? last).localeCompare(other.due ?? last));
}

/** Open tasks that belong to the step or one of its items, by date. */
export function stepTasks({ state }: View, stepId: StepId): readonly OpenTask[] {
  return isWorkedOn(state) ? byDue(openTasks(state).filter((task) => task.stepId === stepId)) : [];
}

export function isMine({ state, directory, viewer }: View, { owner }: OpenTask): boolean {
  return viewer !== undefined && ownersOf(state, owner, directory).includes(viewer);
}

/** What is written in a task is for those with a part in the dialogue, and for those it was given by and to (decisions.md §3.2). */
export function mayReadNote({ state, directory, viewer }: View, task: Task): boolean {
  if (viewer === undefined || !hasAccess(state, viewer, directory)) return false;
  const own = task.createdBy === viewer || ownersOf(state, task.owner, directory).includes(viewer);
  return own || rolesOf(state, viewer, directory).size > 0;
}

export function sentence(words: string): string {
  return words.charAt(0).toLocaleUpperCase("sv") + words.slice(1);
}

/** How many are to be done, and how many of them are late. */
export function countWords(view: View, tasks: readonly Task[]): string {
  const { list } = textsOf(view.language).tasks;
  const formats = formatsOf(view.language);
  if (tasks.length === 0) return list.noOpen;
  const open = list.open(formats.counted(tasks.length, list.task, list.tasks));
  const late = tasks.filter((task) => isLateTask(view, task)).length;
  return late === 0 ? open : `${open}, ${formats.counted(late, list.lateOne, list.lateMany)}`;
}
