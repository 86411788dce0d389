import { type Deadline, isLate, isOpen, workingDaysLate } from "../domain/deadline.ts";
import { deadlinesOf } from "../domain/deadlines-of.ts";
import { confirmedDecisions } from "../domain/decision-matters.ts";
import type { FormalDecision } from "../domain/dialogue.ts";
import { statutoryOf } from "../domain/statutory.ts";
import { localDateOf } from "../domain/time.ts";
import {
  type Badge,
  badge,
  type FactData,
  fact,
  type Line,
  line,
  type RowData,
  row,
  run,
  subtle,
} from "./elements.ts";
import { formatsOf } from "./formats.ts";
import { decisionMark, whoHas } from "./naming.ts";
import { textsOf } from "./texts/texts.ts";
import type { View } from "./view.ts";

/** The dates people keep, open ones first. Dates are absolute: a card that is not redrawn stays true. */
export function deadlineRows(view: View): readonly RowData[] {
  const all = deadlinesOf(view.state, view.template, view.calendar);
  const open = all.filter(isOpen);
  const done = all.filter((one) => !isOpen(one));
  return [...open.toSorted((a, b) => (a.due < b.due ? -1 : 1)), ...done].map((one) =>
    deadlineRow(view, one),
  );
}

export function deadlineRow(view: View, deadline: Deadline): RowData {
  const { deadlines } = textsOf(view.language).views;
  const who =
    deadline.responsible === "system" ? deadlines.system : whoHas(view, [deadline.responsible]);
  const moved =
    deadline.movedFrom === undefined ? [] : [movedLine(view, deadline.due, deadline.movedFrom)];
  return row({
    runs: [run(deadlineName(view, deadline))],
    lines: [line(subtle(`${when(view, deadline)} · ${who}`)), ...moved, ...late(view, deadline)],
    badge: stateBadge(view, deadline),
  });
}

/** "2 arbetsdagar sent" */
function daysLate({ language }: View, days: number): string {
  const { dates } = textsOf(language).time;
  return dates.late(formatsOf(language).counted(days, dates.day, dates.days));
}

function late(view: View, deadline: Deadline): readonly Line[] {
  if (!isLate(deadline, view.now)) return [];
  const { warnings } = textsOf(view.language);
  return [line(run(`${warnings["W-LATE"].text("")} `), subtle("W-LATE"))];
}

/** Why it is not on its ordinary day; W-QUIET-PERIOD where the summer has moved it (process.md §13.1). */
function movedLine(view: View, due: string, from: string): Line {
  const { views, time } = textsOf(view.language);
  const { day, shortDate } = formatsOf(view.language);
  return view.calendar.isQuiet(from)
    ? line(run(`${time.dates.quiet(day(from), day(due))} `), subtle("W-QUIET-PERIOD"))
    : line(subtle(views.deadlines.moved(shortDate(from))));
}

/** What a deadline is called, with its number where there are several. */
export function deadlineName(
  { language }: Pick<View, "language">,
  { code }: Pick<Deadline, "code">,
): string {
  const { deadlines } = textsOf(language).views;
  const [base = "", number] = code.split(".");
  const names: { readonly [code: string]: string } = deadlines.names;
  const name = names[base] ?? base;
  return number === undefined ? name : deadlines.numbered(name, number);
}

/** By when, or when it was done. */
export function when(view: View, deadline: Deadline): string {
  const { deadlines } = textsOf(view.language).views;
  const { date, shortDate } = formatsOf(view.language);
  if (deadline.doneOn !== undefined) {
    const done = deadlines.doneOn(shortDate(deadline.doneOn));
    const days = workingDaysLate(deadline, view.calendar);
    return days === 0 ? done : `${done}, ${daysLate(view, days)}`;
  }
  if (deadline.cancelledOn !== undefined)
    return deadlines.cancelledOn(shortDate(deadline.cancelledOn));
  return isLate(deadline, view.now)
    ? deadlines.was(date(deadline.due))
    : deadlines.due(date(deadline.due));
}

function stateBadge(view: View, deadline: Deadline): Badge {
  const { deadlines } = textsOf(view.language).views;
  if (deadline.doneOn !== undefined) return badge(deadlines.badgeDone, "Good", "Checkmark");
  if (deadline.cancelledOn !== undefined) return badge(deadlines.badgeCancelled, "Subtle");
  return isLate(deadline, view.now)
    ? badge(deadlines.badgeLate, "Attention", "Warning")
    : badge(deadlines.badgeDue(formatsOf(view.language).day(deadline.due)), "Informative", "Clock");
}

/** What the law says about the minutes: approved, announced, and how long they can be appealed (process.md §13.2). */
export function statutoryFacts(view: View): readonly FactData[] {
  const decisions = confirmedDecisions(view.state);
  const followed = decisions.filter((one) => isFollowed(view, one));
  const shown = followed.length > 0 ? followed : decisions.slice(-1);
  return shown.flatMap((one) => factsOf(view, one, decisions.length > 1));
}

/** Not yet in legal force. */
function isFollowed({ state, calendar, now }: View, decision: FormalDecision): boolean {
  const { st3 } = statutoryOf(state, decision, calendar);
  return st3 === undefined || localDateOf(now) <= st3;
}

/** The dates of one decision; where there are several, its paragraph says which. */
export function factsOf(view: View, decision: FormalDecision, named: boolean): readonly FactData[] {
  const facts = datesOf(view, decision);
  if (!named) return facts;
  const mark = decisionMark(view, decision);
  return facts.map((one) => ({ ...one, label: `${one.label} (${mark})` }));
}

function datesOf(view: View, decision: FormalDecision): readonly FactData[] {
  const { statutory } = textsOf(view.language).views;
  const { shortDate } = formatsOf(view.language);
  const dates = statutoryOf(view.state, decision, view.calendar);
  const latest = (date: string) => statutory.latest(shortDate(date));
  return [
    ...(dates.approved === undefined
      ? dates.st1 === undefined
        ? []
        : [fact(statutory.st1, latest(dates.st1))]
      : [fact(statutory.approved, shortDate(dates.approved))]),
    ...(dates.announced === undefined
      ? dates.st2 === undefined
        ? []
        : [fact(statutory.st2, latest(dates.st2))]
      : [fact(statutory.announced, shortDate(dates.announced))]),
    ...(dates.st3 === undefined ? [] : [fact(statutory.st3, shortDate(dates.st3))]),
  ];
}
