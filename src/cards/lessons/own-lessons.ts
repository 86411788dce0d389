import type { IAdaptiveCard } from "@microsoft/teams.cards";
import {
  type Lesson,
  type LessonStatus,
  lessonsOf,
  standing,
  WRITTEN,
} from "../../domain/lesson.ts";
import { mayWriteItem } from "../../domain/permissions.ts";
import { REASON } from "../../domain/task-fields.ts";
import { findItem } from "../../domain/template.ts";
import { wordsOf } from "../../domain/text.ts";
import { submitButton } from "../actions.ts";
import { neutral } from "../drawable.ts";
import { badge, icon, line, row, strong, subtle } from "../elements.ts";
import type { Told } from "../forms/faults.ts";
import { formCard } from "../forms/form-card.ts";
import { keptFacts } from "../forms/kept-facts.ts";
import { taskInput } from "../forms/task-inputs.ts";
import { listCard, type ListRow } from "../list-card.ts";
import { shortTitle } from "../naming.ts";
import { noticeBanner } from "../notice-banner.ts";
import { textsOf } from "../texts/texts.ts";
import type { View } from "../view.ts";
import { lessonFacts, lessonName } from "./lesson-facts.ts";

/** The lessons the group has written and what has become of each. A record, so it is for everybody who may open the dialogue. */
export function ownLessons(
  view: View,
  { notice, page = 0 }: { readonly notice?: string; readonly page?: number | undefined } = {},
): IAdaptiveCard {
  const { own } = textsOf(view.language).lessons;
  const { cards } = textsOf(view.language);
  const lessons = lessonsOf(view.state);
  const hold = standing(lessons);
  const dialogueId = view.state.id;
  const under = (heading: string, some: readonly Lesson[]): readonly ListRow[] =>
    some.map((one) => ({ heading, row: ownRow(view, one) }));
  return listCard({
    language: view.language,
    place: "dialog",
    kicker: shortTitle(view),
    title: own.title,
    rows: [
      ...under(own.heading, hold),
      ...under(
        own.rejectedHeading,
        lessons.filter((one) => !hold.includes(one)),
      ),
    ],
    page,
    banners: notice === undefined ? [] : [noticeBanner(notice)],
    none: [own.none, own.noneHelp],
    more: (number) => ({ verb: "openOwnLessons", dialogueId, page: number }),
    actions: [
      submitButton(cards.buttons.toStep, {
        verb: "openStep",
        dialogueId,
        stepId: "evaluate-and-learn",
      }),
      submitButton(cards.buttons.toDialogue, { verb: "openDialogue", dialogueId }),
    ],
  });
}

function ownRow(view: View, lesson: Lesson) {
  const { own } = textsOf(view.language).lessons;
  const name = lessonName(view, lesson);
  return row({
    icon: icon("Lightbulb", "○", lesson.status === "rejected" ? "Default" : "Accent"),
    runs: [strong(name)],
    lines: [line(subtle(lesson.number))],
    badge: badge(own.status[lesson.status], lesson.status === "done" ? "Good" : "Informative"),
    open: submitButton(neutral(name), {
      verb: "openOwnLesson",
      dialogueId: view.state.id,
      rowId: lesson.rowId,
    }),
  });
}

/** One of the dialogue's own lessons, with what the group may say has become of it. */
export function ownLessonForm(view: View, lesson: Lesson, told: Told = {}): IAdaptiveCard {
  const { lessons, cards, forms } = textsOf(view.language);
  const { own } = lessons;
  const dialogueId = view.state.id;
  const may = maySettle(view) && lesson.status !== "open";
  const settle = (status: Exclude<LessonStatus, "open">, title: string) =>
    submitButton(title, { verb: "settleLesson", dialogueId, rowId: lesson.rowId, status });
  return formCard(view, {
    kicker: `${lesson.number} · ${shortTitle(view)}`,
    title: lessonName(view, lesson),
    mark: own.status[lesson.status],
    told,
    ...(lesson.word ? { intro: wordsOf(lesson.word, view.language) } : {}),
    fields: [
      ...keptFacts(lessonFacts(view, lesson)),
      ...(may && lesson.status !== "rejected"
        ? taskInput(view, REASON, { label: own.word, hints: [own.wordHint] }, told)
        : []),
    ],
    notes: may ? [forms.privacy] : [],
    actions: [
      ...(may && lesson.status === "accepted" ? [settle("done", own.markDone)] : []),
      ...(may && lesson.status !== "accepted" ? [settle("accepted", own.accept)] : []),
      ...(may && lesson.status !== "rejected" ? [settle("rejected", own.reject)] : []),
      submitButton(own.back, { verb: "openOwnLessons", dialogueId }),
      submitButton(cards.buttons.close, { verb: "closeDialog" }),
    ],
  });
}

function maySettle({ state, template, viewer, directory }: View): boolean {
  const found = findItem(template, WRITTEN);
  return (
    found !== undefined &&
    viewer !== undefined &&
    mayWriteItem(state, found.item, found.step, viewer, directory)
  );
}
