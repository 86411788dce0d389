import type { IAdaptiveCard } from "@microsoft/teams.cards";
import { isOpen } from "../domain/deadline.ts";
import { itemOfDeadline } from "../domain/deadline-items.ts";
import { deadlinesOf } from "../domain/deadlines-of.ts";
import { MOST_SNOOZES as TIMES, subjectIdOf, subjectsOf, timesSnoozed } from "../domain/snooze.ts";
import type { Reminder } from "../domain/reminders.ts";
import { rowsOf } from "../domain/fields.ts";
import { taskOf, type TaskId } from "../domain/task.ts";
import { isText, wordsOf } from "../domain/text.ts";
import { type LocalDate, localDateOf } from "../domain/time.ts";
import { type Action, openButton } from "./actions.ts";
import { deadlineName, deadlineRow } from "./deadline-rows.ts";
import { badge, header, icon, line, type RowData, row, run, strong, subtle } from "./elements.ts";
import { shortened } from "./drawable.ts";
import { formatsOf } from "./formats.ts";
import { dialogueTitle } from "./naming.ts";
import { noticeBanner } from "./notice-banner.ts";
import { occasionTime } from "./occasion-row.ts";
import { compileFitting } from "./render.ts";
import layout from "./templates/list.json" with { type: "json" };
import { taskRow } from "./task-words.ts";
import { textsOf } from "./texts/texts.ts";
import type { Language, View } from "./view.ts";

const draw = compileFitting("morning", layout);

/** What one person is reminded of in one dialogue that day. */
export type MorningPart = { readonly view: View; readonly reminders: readonly Reminder[] };

type Told = { readonly row: RowData; readonly isOpen: boolean };

/**
 * Everything one person is reminded of that morning, dialogue by dialogue (process.md §13.4). What has been done since is
 * ticked off in the same card, which becomes a receipt when nothing is left.
 */
export function morningCard(
  language: Language,
  date: LocalDate,
  parts: readonly MorningPart[],
): IAdaptiveCard {
  return draw(
    () => dataOf(language, date, parts, 30),
    () => dataOf(language, date, parts, 10),
    () => dataOf(language, date, parts, 4),
    // Who answers for many dialogues may have more than a card holds: the rest is counted, and behind the buttons.
    () => dataOf(language, date, parts, 2, 10),
    () => dataOf(language, date, parts, 1, 6),
  );
}

function dataOf(
  language: Language,
  date: LocalDate,
  parts: readonly MorningPart[],
  most: number,
  mostParts = parts.length,
) {
  const { reminders: words, cards } = textsOf(language);
  const formats = formatsOf(language);
  const sections = parts.map(({ view, reminders }) => ({
    heading: dialogueTitle(view),
    told: reminders.map((reminder) => toldOf(view, reminder)),
  }));
  const all = sections.flatMap(({ told }) => told);
  const waiting = all.filter((one) => one.isOpen).length;
  const shown = sections.slice(0, mostParts);
  const unseen = sections.slice(mostParts).flatMap(({ told }) => told).length;
  return {
    lang: language,
    fallbackText: words.summary(formats.counted(waiting, words.one, words.other)),
    header: header(
      cards.product,
      words.title(formats.date(date)),
      waiting === 0 ? undefined : badge(formats.number(waiting)),
    ),
    banners: waiting === 0 ? [noticeBanner(words.allDone)] : [],
    lines: [],
    sections: shown.map(({ heading, told }) => ({
      heading,
      rows: told.slice(0, most).map((one) => one.row),
    })),
    notes: [
      ...shown
        .filter(({ told }) => told.length > most)
        .map(({ told }) => line(subtle(cards.moreOf(formats.number(told.length - most))))),
      ...(unseen === 0 ? [] : [line(subtle(cards.moreOf(formats.number(unseen))))]),
      line(subtle(words.lead)),
    ],
    actions: [
      ...snoozeButtons(language, parts),
      openButton(cards.buttons.tasks, { verb: "openTasks" }),
      openButton(cards.buttons.dialogues, { verb: "openDialogues" }),
    ],
  };
}

/** Beside the two that are always there. */
const MOST_SNOOZES = 4;

/** One for each dialogue in which the person can still put something off. */
function snoozeButtons(language: Language, parts: readonly MorningPart[]) {
  const { snooze } = textsOf(language).reach;
  const some = parts.filter(({ view, reminders }) => {
    const ids = reminders.map(({ about }) => subjectIdOf(about));
    return subjectsOf(view.state, view.viewer ?? "", localDateOf(view.now), view).some(
      ({ id }) => ids.includes(id) && timesSnoozed(view.state, view.viewer ?? "", id) < TIMES,
    );
  });
  return some
    .slice(0, MOST_SNOOZES)
    .map(({ view }) =>
      openButton(
        parts.length === 1 ? snooze.button : snooze.buttonOf(shortened(dialogueTitle(view), 30)),
        { verb: "openSnooze", dialogueId: view.state.id },
      ),
    );
}

function toldOf(view: View, { about }: Reminder): Told {
  if (about.type === "task") return taskTold(view, about);
  if (about.type === "evaluation") return evaluationTold(view);
  return about.type === "deadline"
    ? deadlineTold(view, about)
    : occasionTold(view, about.occasionId);
}

function deadlineTold(
  view: View,
  { code, rung }: Extract<Reminder["about"], { type: "deadline" }>,
): Told {
  const { reminders: words } = textsOf(view.language);
  const deadline = deadlinesOf(view.state, view.template, view.calendar).find(
    (one) => one.code === code,
  );
  if (!deadline) return gone(deadlineName(view, { code }), words.gone);
  const drawn = deadlineRow(view, deadline);
  const open = isOpen(deadline);
  return {
    isOpen: open,
    row: {
      ...drawn,
      ...row({
        icon: open ? icon("Clock", "○", "Accent") : icon("CheckmarkCircle", "✓", "Good", "Filled"),
        runs: open ? [strong(deadlineName(view, deadline))] : drawn.runs,
        lines: [...drawn.lines, ...(open && rung === "R5" ? [line(subtle(words.late))] : [])],
        open: openButton(deadlineName(view, deadline), opens(view, code)),
      }),
      badges: drawn.badges,
      under: drawn.under,
    },
  };
}

function opens(view: View, code: string): Action {
  const dialogueId = view.state.id;
  const itemId = itemOfDeadline(code, view.state);
  return itemId === undefined
    ? { verb: "openDialogue", dialogueId }
    : { verb: "openItem", dialogueId, itemId };
}

function taskTold(view: View, { taskId }: { readonly taskId: TaskId }): Told {
  const { reminders: words } = textsOf(view.language);
  const task = taskOf(view.state, taskId);
  if (!task) return gone(words.task, words.gone);
  return { isOpen: task.status === "open", row: taskRow(view, task) };
}

/** The viewer's own answer is waited for; nobody else sees this card. */
function evaluationTold(view: View): Told {
  const { morning: words } = textsOf(view.language).internalEvaluation;
  const { date } = formatsOf(view.language);
  const round = view.state.internalRound;
  if (!round) return gone(words.title, textsOf(view.language).reminders.gone);
  const open = round.status === "open" && view.hasAnswered !== true;
  const till = view.hasAnswered === true ? words.done : words.open(date(round.closesOn));
  return {
    isOpen: open,
    row: row({
      icon: open ? icon("Clock", "○", "Accent") : icon("CheckmarkCircle", "✓", "Good", "Filled"),
      runs: open ? [strong(words.title)] : [run(words.title)],
      lines: [line(subtle(round.status === "open" ? till : words.closed))],
      badge: badge(words.badge),
      open: openButton(words.title, { verb: "openEvaluation", dialogueId: view.state.id }),
    }),
  };
}

function occasionTold(view: View, occasionId: string): Told {
  const { reminders: words } = textsOf(view.language);
  const occasion = view.state.occasions[occasionId];
  if (!occasion || occasion.status === "cancelled") return gone(words.occasionBadge, words.gone);
  const place = rowsOf(view.state.items["plan.events"]?.values.events).find(
    ({ id }) => id === occasionId,
  )?.values.place;
  const title = occasionTime(view, occasion);
  const where = isText(place) ? wordsOf(place, view.language) : "";
  return {
    isOpen: occasion.endedAt === undefined,
    row: row({
      icon: icon("CalendarLtr", "•", "Accent"),
      runs: [strong(title)],
      lines: where === "" ? [] : [line(subtle(words.occasionLine(where)))],
      badge: badge(words.occasionBadge),
      open: openButton(title, {
        verb: "openStep",
        dialogueId: view.state.id,
        stepId: "conduct-dialogue",
      }),
    }),
  };
}

function gone(title: string, why: string): Told {
  return {
    isOpen: false,
    row: row({ icon: icon("Info", "i"), runs: [run(title)], lines: [line(subtle(why))] }),
  };
}
