import type { ISubmitAction } from "@microsoft/teams.cards";
import { hasEnded } from "../domain/lifecycle.ts";
import { oversees } from "../domain/oversight.ts";
import { diaryOf } from "../domain/registration.ts";
import type { Item } from "../domain/template.ts";
import { positionsWay } from "./positions/position-list.ts";
import { formatsOf } from "./formats.ts";
import { type Action, submitButton } from "./actions.ts";
import { lifecycleOffers } from "./forms/lifecycle-forms.ts";
import { type Icon, icon, line, type RowData, row, strong, subtle } from "./elements.ts";
import { textsOf } from "./texts/texts.ts";
import type { View } from "./view.ts";

/** What can be looked up about a dialogue beside its steps, as rows inside its dialog. */
export function moreRows(view: View): readonly RowData[] {
  const { timeline } = textsOf(view.language);
  const dialogueId = view.state.id;
  return [
    ...decisionRows(view),
    ...planRows(view),
    ...positionsWay(view),
    ...overseeRows(view),
    ...datesRows(view),
    ...resultsRows(view),
    ...diaryRows(view),
    row({
      icon: icon("History", "◷", "Accent"),
      runs: [strong(timeline.open)],
      lines: [line(subtle(timeline.openText))],
      open: submitButton(timeline.open, { verb: "openTimeline", dialogueId }),
      leadsOn: true,
    }),
  ];
}

/** What the bot will send, for those who look after it. */
function overseeRows({ state, language, viewer = "", directory }: View): readonly RowData[] {
  const over = hasEnded(state);
  if (over || oversees(state, viewer, directory) === undefined) return [];
  const { planned } = textsOf(language).reach;
  return [
    row({
      icon: icon("Clock", "◷", "Accent"),
      runs: [strong(planned.open)],
      lines: [line(subtle(planned.openText))],
      open: submitButton(planned.open, { verb: "openReminders", dialogueId: state.id }),
      leadsOn: true,
    }),
  ];
}

/** From the board's decision on there are dates. */
function datesRows({ state, language }: View): readonly RowData[] {
  if (state.gates.G3 === undefined) return [];
  const { dates } = textsOf(language).time;
  return [
    row({
      icon: icon("CalendarLtr", "▣", "Accent"),
      runs: [strong(dates.open)],
      lines: [line(subtle(dates.openText))],
      open: submitButton(dates.open, { verb: "openDates", dialogueId: state.id }),
      leadsOn: true,
    }),
  ];
}

/** From the first answers that may be shown. */
function resultsRows({ state, language }: View): readonly RowData[] {
  const { internalRound, survey } = state;
  const closed = internalRound !== undefined && internalRound.status !== "open";
  if (survey.released.length === 0 && !closed) return [];
  const { results } = textsOf(language);
  const dialogueId = state.id;
  return [
    wayTo(icon("Poll", "▤", "Accent"), results.open, results.openText, {
      verb: "openResults",
      dialogueId,
    }),
  ];
}

/** From the first record on there is something for the diary. */
function diaryRows({ state, language }: View): readonly RowData[] {
  const all = diaryOf(state);
  if (all.length === 0) return [];
  const { diary } = textsOf(language).time;
  const waiting = all.filter(({ registered }) => !registered).length;
  const count = formatsOf(language).counted(waiting, diary.record, diary.records);
  return [
    row({
      icon: icon("DocumentText", "▤", "Accent"),
      runs: [strong(diary.open)],
      lines: [line(subtle(waiting === 0 ? diary.openDone : diary.openText(count)))],
      open: submitButton(diary.open, { verb: "openDiary", dialogueId: state.id }),
      leadsOn: true,
    }),
  ];
}

/** What has been decided, where those who may register more, rest or open again; the way on from a rest. */
function decisionRows(view: View): readonly RowData[] {
  const { state, language } = view;
  if (state.gates.G3 === undefined) return [];
  const { decisions, lifecycle } = textsOf(language);
  const dialogueId = state.id;
  const resumes = lifecycleOffers(view).includes("resume");
  return [
    wayTo(icon("Gavel", "§", "Accent"), decisions.more.list, decisions.more.listText, {
      verb: "openDecisions",
      dialogueId,
    }),
    ...(resumes
      ? [
          wayTo(icon("Play", "▶", "Accent"), lifecycle.more.resume, lifecycle.more.resumeText, {
            verb: "openLifecycle",
            dialogueId,
            what: "resume",
          }),
        ]
      : []),
  ];
}

function wayTo(mark: Icon, title: string, text: string, action: Action): RowData {
  return row({
    icon: mark,
    runs: [strong(title)],
    lines: [line(subtle(text))],
    open: submitButton(title, action),
    leadsOn: true,
  });
}

/** The plan to read, from the appointment on: before that there is none. */
function planRows({ state, language }: View): readonly RowData[] {
  if (state.gates.G4a === undefined) return [];
  const { planPages, public: words } = textsOf(language);
  const dialogueId = state.id;
  return [
    row({
      icon: icon("DocumentText", "▤", "Accent"),
      runs: [strong(planPages.read)],
      lines: [line(subtle(planPages.readText))],
      open: submitButton(planPages.read, { verb: "openPlan", dialogueId }),
      leadsOn: true,
    }),
    row({
      icon: icon("PeopleTeam", "◔", "Accent"),
      runs: [strong(planPages.map.open)],
      lines: [line(subtle(planPages.map.openText))],
      open: submitButton(planPages.map.open, { verb: "openMap", dialogueId }),
      leadsOn: true,
    }),
    row({
      icon: icon("Handshake", "✓", "Accent"),
      runs: [strong(words.promises.open)],
      lines: [line(subtle(words.promises.openText))],
      open: submitButton(words.promises.open, { verb: "openPromises", dialogueId }),
      leadsOn: true,
    }),
    row({
      icon: icon("Document", "▤", "Accent"),
      runs: [strong(words.open)],
      lines: [line(subtle(words.openText))],
      open: submitButton(words.open, { verb: "openText", dialogueId }),
      leadsOn: true,
    }),
  ];
}

/** Leads to the item's own history, once it has one. */
export function historyButtons(view: View, item: Item): readonly ISubmitAction[] {
  if (view.state.items[item.id] === undefined) return [];
  const { timeline } = textsOf(view.language);
  const dialogueId = view.state.id;
  return [submitButton(timeline.open, { verb: "openTimeline", dialogueId, itemId: item.id })];
}
