import type { IAdaptiveCard } from "@microsoft/teams.cards";
import type { Told } from "../cards/forms/faults.ts";
import { refusalCard } from "../cards/notices.ts";
import {
  declineLessonForm,
  earlierLessons,
  foundLessons,
  lessonForm,
  SEARCH,
  searchForm,
} from "../cards/lessons/earlier-lessons.ts";
import {
  isLessonOrdering,
  type LessonOpening,
  type LessonOrdering,
} from "../cards/lessons/lesson-verbs.ts";
import { ownLessonForm, ownLessons } from "../cards/lessons/own-lessons.ts";
import { askedFirst, sensitiveProblem } from "../cards/sensitive-guard.ts";
import { textsOf } from "../cards/texts/texts.ts";
import type { View } from "../cards/view.ts";
import { type Lesson, lessonsOf, standing } from "../domain/lesson.ts";
import type { Problem } from "../domain/rejection.ts";
import type { Reply } from "./answers.ts";
import type { BotOptions } from "./bot-options.ts";
import { carriedOut } from "./dialogue-press.ts";
import { openView } from "./open-view.ts";
import { newId } from "./new-id.ts";
import { page } from "./pages.ts";
import type { Press } from "./pressed.ts";
import { viewOf } from "./views.ts";

/** What is shown and ordered about lessons, of this dialogue and of earlier ones. Throws Rejection for whoever may not open the dialogue. */
export async function lessonPage(
  press: Press,
  action: LessonOpening | LessonOrdering,
  options: BotOptions,
): Promise<Reply> {
  const view = await openView(action, press, options);
  const lessons = readsEarlier(action) ? await allLessons(options) : [];
  if (!isLessonOrdering(action))
    return page(view.language, opened(view, lessons, action, press.inputs));
  const problem = press.inDialog ? sensitiveProblem(view, press) : undefined;
  const before = (problems: readonly Problem[], now: View = view) =>
    formOf(now, lessons, action, { problems, inputs: press.inputs }) ??
    // There is no such lesson, and so no form that could say it.
    refusalCard(problems, { view: now }, "dialog");
  if (problem) return page(view.language, askedFirst(before([problem]), action, press.language));
  const problems = await carriedOut(press, view, options);
  const now = (await viewOf(action.dialogueId, press, options)) ?? view;
  if (!problems) return page(view.language, done(now, lessons, action));
  const code = problems.map((problem) => problem.code).join(",");
  options.log.info("press.refused", { command: action.verb, code });
  return page(view.language, before(problems, now));
}

/** The dialogue's own lessons are in its view; only for those of others are other dialogues loaded. */
function readsEarlier({ verb }: LessonOpening | LessonOrdering): boolean {
  return !["openLessonSearch", "openOwnLessons", "openOwnLesson", "settleLesson"].includes(verb);
}

/** Lessons that hold, of every dialogue that has any (evaluation.md §7). */
async function allLessons({
  store,
  handle,
}: Pick<BotOptions, "store" | "handle">): Promise<readonly Lesson[]> {
  const rows = await store.dialogues.list({ with: "lessons" });
  const states = await Promise.all(rows.map(({ dialogueId }) => handle.load(dialogueId)));
  return states.flatMap((state) => (state.status === "none" ? [] : standing(lessonsOf(state))));
}

function opened(
  view: View,
  all: readonly Lesson[],
  action: LessonOpening,
  inputs: Press["inputs"],
): IAdaptiveCard {
  const lesson = "lesson" in action ? all.find(({ ref }) => ref === action.lesson) : undefined;
  switch (action.verb) {
    case "openLessons":
      return earlierLessons(view, all, { page: action.page });
    case "openLessonSearch":
      return searchForm(view);
    case "searchLessons":
      return foundLessons(view, all, inputs[SEARCH] ?? "");
    case "openLesson":
      return lesson ? lessonForm(view, lesson, newId()) : gone(view, all);
    case "openDeclineLesson":
      return lesson ? declineLessonForm(view, lesson) : gone(view, all);
    case "openOwnLessons":
      return ownLessons(view, { page: action.page });
    case "openOwnLesson": {
      const own = lessonsOf(view.state).find(({ rowId }) => rowId === action.rowId);
      return own ? ownLessonForm(view, own) : ownLessons(view);
    }
  }
}

function gone(view: View, all: readonly Lesson[]): IAdaptiveCard {
  return earlierLessons(view, all, { notice: textsOf(view.language).lessons.take.gone });
}

/** The form an order was sent from, filled in as it was; none when its lesson is gone or never was. */
function formOf(
  view: View,
  all: readonly Lesson[],
  action: LessonOrdering,
  told: Told,
): IAdaptiveCard | undefined {
  if (action.verb === "settleLesson") {
    const own = lessonsOf(view.state).find(({ rowId }) => rowId === action.rowId);
    return own && ownLessonForm(view, own, told);
  }
  const lesson = all.find(({ ref }) => ref === action.lesson);
  if (!lesson) return undefined;
  return action.verb === "takeLesson"
    ? lessonForm(view, lesson, action.taskId, told)
    : declineLessonForm(view, lesson, told);
}

function done(view: View, all: readonly Lesson[], action: LessonOrdering): IAdaptiveCard {
  const { lessons } = textsOf(view.language);
  switch (action.verb) {
    case "takeLesson":
      return earlierLessons(view, all, { notice: lessons.take.done });
    case "declineLesson":
      return earlierLessons(view, all, { notice: lessons.declining.done });
    case "settleLesson":
      return ownLessons(view, { notice: lessons.own.saved });
  }
}
