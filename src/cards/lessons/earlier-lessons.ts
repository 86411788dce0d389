import type { IAdaptiveCard } from "@microsoft/teams.cards";
import { type Lesson, lessonsFor, newestFirst, searchLessons } from "../../domain/lesson.ts";
import { REASON, TITLE } from "../../domain/task-fields.ts";
import type { Field } from "../../domain/template.ts";
import { isText, wordsOf } from "../../domain/text.ts";
import { submitButton } from "../actions.ts";
import { neutral, oneLine, shortened } from "../drawable.ts";
import { badge, icon, line, type RowData, row, run, strong, subtle } from "../elements.ts";
import type { Told } from "../forms/faults.ts";
import { fieldInputs } from "../forms/field-inputs.ts";
import { formCard } from "../forms/form-card.ts";
import { keptFacts } from "../forms/kept-facts.ts";
import { ownerInput, dueInputs, taskInput } from "../forms/task-inputs.ts";
import { formatsOf } from "../formats.ts";
import { FORM_ITSELF, inputId } from "../input-ids.ts";
import { listCard, type ListRow } from "../list-card.ts";
import { shortTitle } from "../naming.ts";
import { noticeBanner } from "../notice-banner.ts";
import { textsOf } from "../texts/texts.ts";
import type { View } from "../view.ts";
import { lessonFacts, lessonName, recommendation } from "./lesson-facts.ts";

/** As many as are found are shown on one page: the words searched for are not carried on. */
const MOST_FOUND = 10;
const MOST_FACT_WORDS = 600;

/** What is searched for, as the form has it. */
export const SEARCH = inputId(FORM_ITSELF, "search");

/** The lessons of earlier dialogues that fit this one and those that have been gone through, with what came of each (evaluation.md §7). */
export function earlierLessons(
  view: View,
  all: readonly Lesson[],
  { notice, page = 0 }: { readonly notice?: string; readonly page?: number | undefined } = {},
): IAdaptiveCard {
  const { earlier } = textsOf(view.language).lessons;
  const reviewed = view.state.lessons.reviewed;
  const fitting = lessonsFor(view.state, all).filter(({ ref }) => reviewed[ref] === undefined);
  const done = newestFirst(all).filter(({ ref }) => reviewed[ref] !== undefined);
  const dialogueId = view.state.id;
  return listCard({
    language: view.language,
    place: "dialog",
    kicker: shortTitle(view),
    title: earlier.title,
    rows: [
      ...rowsUnder(view, earlier.fitting, fitting),
      ...rowsUnder(view, `${earlier.reviewed}. ${countedWords(view)}`, done),
    ],
    page,
    banners: notice === undefined ? [] : [noticeBanner(notice)],
    none: [earlier.none, earlier.noneHelp],
    more: (number) => ({ verb: "openLessons", dialogueId, page: number }),
    actions: [searchButton(view), toDialogue(view)],
  });
}

/** How many have become tasks here, and how many do not apply. */
function countedWords(view: View): string {
  const { earlier } = textsOf(view.language).lessons;
  const { counted } = formatsOf(view.language);
  const reviewed = Object.values(view.state.lessons.reviewed);
  const tasks = reviewed.filter(({ taskId }) => taskId !== undefined).length;
  return earlier.counted(
    counted(tasks, earlier.taskOne, earlier.taskOther),
    counted(reviewed.length - tasks, earlier.declinedOne, earlier.declinedOther),
  );
}

/** Every lesson with the words in it, newest first. */
export function foundLessons(view: View, all: readonly Lesson[], search: string): IAdaptiveCard {
  const { earlier } = textsOf(view.language).lessons;
  const { counted, number } = formatsOf(view.language);
  const found = searchLessons(all, search).filter(
    ({ ref }) => !ref.startsWith(`${view.state.id}:`),
  );
  const shown = rowsUnder(
    view,
    earlier.found(counted(found.length, earlier.one, earlier.other)),
    found.slice(0, MOST_FOUND),
  );
  const dialogueId = view.state.id;
  return listCard({
    language: view.language,
    place: "dialog",
    kicker: shortTitle(view),
    title: earlier.search,
    rows: shown,
    page: 0,
    banners: found.length > MOST_FOUND ? [noticeBanner(earlier.most(number(MOST_FOUND)))] : [],
    none: [earlier.notFound, earlier.notFoundHelp],
    more: () => ({ verb: "openLessons", dialogueId }),
    actions: [searchButton(view), backToLessons(view)],
  });
}

function rowsUnder(view: View, heading: string, lessons: readonly Lesson[]): readonly ListRow[] {
  return lessons.map((lesson) => ({ heading, row: lessonRow(view, lesson) }));
}

function lessonRow(view: View, lesson: Lesson): RowData {
  const { earlier } = textsOf(view.language).lessons;
  const outcome = view.state.lessons.reviewed[lesson.ref];
  const name = lessonName(view, lesson);
  const said = lesson.values.observation;
  const observed = isText(said) ? shortened(oneLine(wordsOf(said, view.language)), 140) : "";
  const hint = lesson.values.reuseHint;
  const advice = isText(hint) ? shortened(oneLine(wordsOf(hint, view.language)), 140) : "";
  return row({
    icon: outcome
      ? icon("CheckmarkCircle", "✓", "Good", "Filled")
      : icon("Lightbulb", "○", "Accent"),
    runs: [outcome ? run(name) : strong(name)],
    lines: [observed, advice, lesson.number].filter(Boolean).map((words) => line(subtle(words))),
    ...(outcome
      ? {
          badge:
            outcome.taskId === undefined ? badge(earlier.declined) : badge(earlier.became, "Good"),
        }
      : {}),
    open: submitButton(neutral(name), {
      verb: "openLesson",
      dialogueId: view.state.id,
      lesson: lesson.ref,
    }),
  });
}

/** One lesson whole, and what is to come of it here: a task, with what it says already written, or nothing. */
export function lessonForm(
  view: View,
  lesson: Lesson,
  newId: string,
  told: Told = {},
): IAdaptiveCard {
  const { lessons, forms, cards } = textsOf(view.language);
  const { state } = view;
  const dialogueId = state.id;
  const outcome = state.lessons.reviewed[lesson.ref];
  const facts = keptFacts(lessonFacts(view, lesson, MOST_FACT_WORDS));
  const around = {
    kicker: `${lesson.number} · ${shortTitle(view)}`,
    title: lessonName(view, lesson),
    told,
  };
  if (outcome)
    return formCard(view, {
      ...around,
      mark: outcome.taskId === undefined ? lessons.earlier.declined : lessons.earlier.became,
      markStyle: outcome.taskId === undefined ? "Default" : "Good",
      ...(outcome.word ? { intro: wordsOf(outcome.word, view.language) } : {}),
      fields: facts,
      actions: [
        ...(outcome.taskId === undefined
          ? []
          : [
              submitButton(lessons.take.toTask, {
                verb: "openTask",
                dialogueId,
                taskId: outcome.taskId,
              }),
            ]),
        backToLessons(view),
        submitButton(cards.buttons.close, { verb: "closeDialog" }),
      ],
    });
  return formCard(view, {
    ...around,
    fields: [
      ...facts,
      ...taskInput(
        view,
        TITLE,
        { label: lessons.take.what, value: recommendation(view, lesson), required: true },
        told,
      ),
      ...ownerInput(view, { label: lessons.take.who, value: ownerOf(lesson) }, told),
      ...dueInputs(view, { when: lessons.take.when, other: dueOther(view) }, told),
    ],
    notes: [forms.privacy],
    actions: [
      submitButton(
        lessons.take.save,
        { verb: "takeLesson", dialogueId, lesson: lesson.ref, taskId: newId },
        { main: true },
      ),
      submitButton(lessons.take.decline, {
        verb: "openDeclineLesson",
        dialogueId,
        lesson: lesson.ref,
      }),
      backToLessons(view),
    ],
  });
}

function ownerOf({ values }: Lesson): string {
  return typeof values.owner === "string" ? values.owner : "";
}

function dueOther(view: View) {
  const { form } = textsOf(view.language).tasks;
  return { label: form.otherDate, hints: [form.otherDateHint] };
}

/** Asks for a word on why the lesson does not apply here. */
export function declineLessonForm(view: View, lesson: Lesson, told: Told = {}): IAdaptiveCard {
  const { lessons, forms } = textsOf(view.language);
  const dialogueId = view.state.id;
  return formCard(view, {
    kicker: `${lesson.number} · ${shortTitle(view)}`,
    title: lessons.declining.title,
    told,
    intro: lessons.declining.intro,
    fields: [
      ...keptFacts([{ label: lessonName(view, lesson), lines: [] }]),
      ...taskInput(view, REASON, { label: lessons.declining.word, required: true }, told),
    ],
    notes: [forms.privacy],
    actions: [
      submitButton(
        lessons.declining.save,
        { verb: "declineLesson", dialogueId, lesson: lesson.ref },
        { main: true },
      ),
      submitButton(forms.back, { verb: "openLesson", dialogueId, lesson: lesson.ref }),
    ],
  });
}

const SEARCHED: Field = { name: "search", type: "text", label: { sv: "", en: "" } };

/** Asks for the words to look for among all lessons that hold. */
export function searchForm(view: View): IAdaptiveCard {
  const { earlier } = textsOf(view.language).lessons;
  return formCard(view, {
    kicker: shortTitle(view),
    title: earlier.search,
    fields: fieldInputs(view, {
      field: SEARCHED,
      place: FORM_ITSELF,
      label: earlier.searchWords,
      required: true,
      parts: {},
      hints: [earlier.searchHint],
      faults: [],
    }),
    actions: [
      submitButton(
        earlier.searchButton,
        { verb: "searchLessons", dialogueId: view.state.id },
        { main: true },
      ),
      backToLessons(view),
    ],
  });
}

function searchButton(view: View) {
  const { earlier } = textsOf(view.language).lessons;
  return submitButton(earlier.search, { verb: "openLessonSearch", dialogueId: view.state.id });
}

function backToLessons(view: View) {
  const { earlier } = textsOf(view.language).lessons;
  return submitButton(earlier.back, { verb: "openLessons", dialogueId: view.state.id });
}

function toDialogue(view: View) {
  const { buttons } = textsOf(view.language).cards;
  return submitButton(buttons.toDialogue, { verb: "openDialogue", dialogueId: view.state.id });
}
