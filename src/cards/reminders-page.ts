import type { ActionArray, IAdaptiveCard } from "@microsoft/teams.cards";
import { deadlinesOf } from "../domain/deadlines-of.ts";
import { type Reminder, type ReminderAbout, remindersOf } from "../domain/reminders.ts";
import { taskOf } from "../domain/task.ts";
import { localDateOf } from "../domain/time.ts";
import { openButton, submitButton } from "./actions.ts";
import { deadlineName } from "./deadline-rows.ts";
import { icon, line, type RowData, row, run, strong, subtle } from "./elements.ts";
import { formatsOf } from "./formats.ts";
import { type ListRow, listCard } from "./list-card.ts";
import { personName, shortTitle, whoHas } from "./naming.ts";
import { noticeBanner } from "./notice-banner.ts";
import { occasionTime } from "./occasion-row.ts";
import { subjectName } from "./snooze-words.ts";
import { ownerName } from "./task-words.ts";
import { textsOf } from "./texts/texts.ts";
import type { Place, View } from "./view.ts";

const SPANS = [14, 30, 90] as const;
type Span = (typeof SPANS)[number];
const MOST_NAMES = 12;

type Coming = { readonly about: ReminderAbout; readonly people: readonly string[] };

/** What will be sent to whom, morning by morning, and why, as the dialogue stands now (a dry run). */
export function remindersPage(
  view: View,
  {
    days = 30,
    page = 0,
    place,
  }: {
    readonly days?: Span | undefined;
    readonly page?: number | undefined;
    readonly place: Place;
  },
): IAdaptiveCard {
  const words = textsOf(view.language).reach.planned;
  const formats = formatsOf(view.language);
  const dialogueId = view.state.id;
  return listCard({
    language: view.language,
    place,
    kicker: `${shortTitle(view)} · ${words.kicker(formats.number(days))}`,
    title: words.title,
    rows: comingRows(view, days),
    page,
    banners: [noticeBanner(view.state.status === "paused" ? words.paused : words.now)],
    none: [words.none, words.noneHelp],
    more: (number) => ({ verb: "openReminders", dialogueId, days, page: number }),
    actions: actionsOf(view, days, place),
  });
}

function comingRows(view: View, days: number): readonly ListRow[] {
  const { date } = formatsOf(view.language);
  const until = localDateOf(new Date(Date.parse(view.now) + days * 86_400_000).toISOString());
  const coming = remindersOf(view.state, view)
    .filter(({ dueAt }) => dueAt > view.now && localDateOf(dueAt) <= until)
    .toSorted((one, other) => one.dueAt.localeCompare(other.dueAt));
  return [...Map.groupBy(coming, ({ dueAt }) => localDateOf(dueAt))].flatMap(([day, all]) =>
    together(all).map((one) => ({ heading: date(day), row: rowOf(view, one) })),
  );
}

/** One line for what goes to several. */
function together(reminders: readonly Reminder[]): readonly Coming[] {
  return [...Map.groupBy(reminders, ({ about }) => JSON.stringify(about)).values()].flatMap(
    (all) => (all[0] ? [{ about: all[0].about, people: all.map(({ person }) => person) }] : []),
  );
}

function rowOf(view: View, { about, people }: Coming): RowData {
  const words = textsOf(view.language).reach.planned;
  const names = people.slice(0, MOST_NAMES).map((person) => personName(view, person));
  return row({
    icon: isLate(about)
      ? icon("Warning", "!", "Attention")
      : icon(about.type === "occasion" ? "CalendarLtr" : "Clock", "○", "Accent"),
    runs: [strong(nameOf(view, about))],
    lines: [
      line(run(words.to(whom(view, about) ?? namesOf(view, names, people.length)))),
      line(subtle(whyOf(view, about))),
    ],
  });
}

/** Who has not answered the evaluation is nobody's to see, not even beforehand (reliability.md §9). */
function whom({ language }: View, about: ReminderAbout): string | undefined {
  if (about.type !== "evaluation" || about.rung === "open") return undefined;
  return textsOf(language).internalEvaluation.planned.nudged;
}

function namesOf({ language }: View, names: readonly string[], count: number): string {
  const formats = formatsOf(language);
  if (count <= names.length) return formats.and(names);
  const { moreOf } = textsOf(language).cards;
  return `${names.join(", ")} ${moreOf(formats.number(count - names.length))}`;
}

function isLate(about: ReminderAbout): boolean {
  return "rung" in about && (about.rung === "R4" || about.rung === "R5");
}

function nameOf(view: View, about: ReminderAbout): string {
  switch (about.type) {
    case "deadline":
      return deadlineName(view, about);
    case "evaluation":
      return textsOf(view.language).internalEvaluation.planned.title;
    case "task":
      return subjectName(view, `task:${about.taskId}`);
    case "occasion": {
      const occasion = view.state.occasions[about.occasionId];
      return occasion ? occasionTime(view, occasion) : "";
    }
  }
}

function whyOf(view: View, about: ReminderAbout): string {
  const { why } = textsOf(view.language).reach.planned;
  switch (about.type) {
    case "occasion":
      return why.occasion;
    case "evaluation":
      return textsOf(view.language).internalEvaluation.planned.why[about.rung];
    case "task": {
      const task = taskOf(view.state, about.taskId);
      return why[about.rung](task ? ownerName(view, task.owner) : "");
    }
    case "deadline": {
      const all = deadlinesOf(view.state, view.template, view.calendar);
      const responsible = all.find(({ code }) => code === about.code)?.responsible;
      const who =
        responsible === undefined || responsible === "system" ? "" : whoHas(view, [responsible]);
      return why[about.rung](who);
    }
  }
}

function actionsOf(view: View, days: Span, place: Place): ActionArray {
  const { reach, cards } = textsOf(view.language);
  const dialogueId = view.state.id;
  const button = place === "dialog" ? submitButton : openButton;
  return [
    ...SPANS.filter((span) => span !== days).map((span) =>
      button(reach.planned.days(formatsOf(view.language).number(span)), {
        verb: "openReminders",
        dialogueId,
        days: span,
      }),
    ),
    button(place === "dialog" ? cards.buttons.toDialogue : cards.buttons.openDialogue, {
      verb: "openDialogue",
      dialogueId,
    }),
  ];
}
