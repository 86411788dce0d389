import type { Event } from "../domain/dialogue.ts";
import { isSurveyFact } from "../domain/evaluation/survey.ts";
import { isInternalRoundEvent } from "../domain/evaluation/internal-round.ts";
import { isMovingFact } from "../domain/moving.ts";
import { isRoleFact } from "../domain/role-records.ts";
import { isLifecycleEvent } from "../domain/lifecycle-history.ts";
import type { Position } from "../domain/position.ts";
import { isTaskFact } from "../domain/task.ts";
import { findItem } from "../domain/template.ts";
import { type Icon, icon, type Line, line, subtle } from "./elements.ts";
import { formatsOf } from "./formats.ts";
import { personName } from "./naming.ts";
import { textsOf } from "./texts/texts.ts";
import {
  decisionLines,
  reasonLines,
  recordedLines,
  type Room,
  rowLines,
} from "./timeline-details.ts";
import { snoozedWords } from "./snooze-words.ts";
import { surveyEntry } from "./timeline-survey.ts";
import { lessonEntry } from "./timeline-lessons.ts";
import { taskEntry } from "./timeline-tasks.ts";
import { type Entry, titleOf } from "./timeline-entry.ts";
import { evaluationEntry } from "./timeline-evaluation.ts";
import { lifecycleEntry } from "./timeline-lifecycle.ts";
import { movingEntry } from "./timeline-moving.ts";
import { roleEntry } from "./timeline-roles.ts";
import { timeEntry } from "./timeline-time.ts";
import type { View } from "./view.ts";

type Of<T extends Event["type"]> = Extract<Event, { type: T }>;

const wrote = icon("Edit", "✎", "Accent");
const removed = icon("Subtract", "–", "Default");
const settled = icon("CheckmarkCircle", "✓", "Good", "Filled");
const back = icon("ArrowUndo", "↩", "Attention");
const opened = icon("LockOpen", "🔓", "Good");
const closed = icon("LockClosed", "🔒", "Warning");
const paper = icon("Gavel", "§", "Accent");
const group = icon("PeopleTeam", "●", "Accent");
const begun = icon("Flag", "⚑", "Accent");
const warned = icon("Warning", "!", "Warning");

/** Every event has words; a new type of event does not compile without them (product.md 14). */
export function entryOf(view: View, event: Event, room: Room): Entry {
  const { timeline } = textsOf(view.language);
  const { did } = timeline;
  const who = event.by;
  const by = (mark: Icon, words: string, lines: readonly Line[] = []): Entry => {
    return { icon: mark, who, words, lines };
  };
  const itself = (mark: Icon, words: string): Entry => ({ icon: mark, words, lines: [] });
  if (isTaskFact(event)) return taskEntry(view, event, room);
  if (isInternalRoundEvent(event)) return evaluationEntry(view, event);
  if (isLifecycleEvent(event)) return lifecycleEntry(view, event, room);
  if (isSurveyFact(event)) return surveyEntry(view, event, room);
  if (isMovingFact(event)) return movingEntry(view, event);
  if (isRoleFact(event)) return roleEntry(view, event, room);
  switch (event.type) {
    case "DialogueStarted":
      return by(begun, did.started);
    case "InitiatorConfirmed":
      return by(settled, did.initiatorConfirmed);
    case "DialogueWithdrawn":
      return by(back, did.withdrew);
    case "DialogueTriaged":
      return itself(begun, triaged(view, event));
    case "ItemRecorded":
      return by(wrote, recordedWords(view, event.itemId), [
        ...recordedLines(view, event, room),
        ...warningLines(view, event.warnings),
      ]);
    case "RowPut":
      return by(wrote, did.rowPut(titleOf(view, event.itemId)), rowLines(view, event, room));
    case "RowRemoved":
      return by(removed, did.rowRemoved(titleOf(view, event.itemId)));
    case "ItemFixed":
      return by(settled, did.fixed(titleOf(view, event.itemId)));
    case "DecisionRegistered":
    case "DecisionConfirmed":
    case "DecisionSentBack":
      return decisionEntry(view, event, room);
    case "GatePassed":
      return itself(opened, timeline.gates[event.gate]);
    case "GateClosed":
      return itself(closed, timeline.is.gateClosed(timeline.gates[event.gate]));
    case "GateOverridden":
      return by(opened, did.overrode, reasonLines(view, event.reason, room));
    case "PositionOpened":
    case "PositionAnswered":
    case "OralAnswerConfirmed":
    case "PositionCommented":
    case "SubstituteCalled":
    case "PositionClosed":
    case "PositionReopened":
      return positionEntry(view, event, room);
    case "OccasionMoved":
    case "OccasionCancelled":
    case "OccasionEnded":
    case "RecordRegistered":
    case "ContactListPurged":
      return timeEntry(view, event, room);
    case "RemindersSnoozed":
      return by(wrote, snoozedWords(view, event), reasonLines(view, event.reason, room));
    case "LessonSettled":
    case "LessonReviewed":
      return lessonEntry(view, event, room);
    case "RolePlayed":
      return by(group, did.played(personName(view, event.person)));
    case "ContentErased":
      return by(removed, did.erased, [line(subtle(timeline.ground(event.ground)))]);
  }
}

function triaged({ language }: View, { result, overridden }: Of<"DialogueTriaged">): string {
  const { timeline, requests } = textsOf(language);
  const form = requests.triage.types[result].name;
  return overridden ? timeline.is.overridden(form) : timeline.is.triaged(form);
}

function recordedWords(view: View, itemId: string): string {
  const { did } = textsOf(view.language).timeline;
  const found = findItem(view.template, itemId);
  return found ? did.recorded(titleOf(view, itemId)) : did.recordedUnknown;
}

function warningLines(view: View, codes: Of<"ItemRecorded">["warnings"]): readonly Line[] {
  const { warnings } = textsOf(view.language);
  return codes.map((code) => line(subtle(`${warned.glyph} ${warnings[code].title} (${code})`)));
}

function decisionEntry(
  view: View,
  event: Of<"DecisionRegistered" | "DecisionConfirmed" | "DecisionSentBack">,
  room: Room,
): Entry {
  const { did, matters } = textsOf(view.language).timeline;
  const decision = view.state.decisions.find(({ id }) => id === event.decisionId);
  const matter = matters[decision?.matter ?? "start"];
  const lines = decisionLines(view, decision);
  const who = event.by;
  switch (event.type) {
    case "DecisionRegistered":
      return { icon: paper, who, words: did.registered(matter), lines };
    case "DecisionConfirmed":
      return {
        icon: settled,
        who,
        words: did.confirmed(matter),
        lines: [...lines, ...warningLines(view, event.warnings)],
      };
    case "DecisionSentBack":
      return {
        icon: back,
        who,
        words: did.sentBack(matter),
        lines: reasonLines(view, event.reason, room),
      };
  }
}

type PositionEvent = Of<
  | "PositionOpened"
  | "PositionAnswered"
  | "OralAnswerConfirmed"
  | "PositionCommented"
  | "SubstituteCalled"
  | "PositionClosed"
  | "PositionReopened"
>;

/** While a position is open nobody learns who has answered, only that somebody has (decisions.md §3.3). */
function positionEntry(view: View, event: PositionEvent, room: Room): Entry {
  const { timeline } = textsOf(view.language);
  const { did, is } = timeline;
  const position = view.state.positions.find(({ id }) => id === event.positionId);
  const matter = timeline.positions[position?.matter ?? "other"];
  const isOpen = position?.closed === undefined;
  const told = (named: string, open: string): Entry =>
    isOpen
      ? { icon: group, words: open, lines: [] }
      : { icon: group, who: event.by, words: named, lines: [] };
  switch (event.type) {
    case "PositionOpened": {
      const moment = formatsOf(view.language).moment(event.closesAt);
      const until = [line(subtle(timeline.closes(moment)))];
      return { icon: group, who: event.by, words: did.positionOpened(matter), lines: until };
    }
    case "PositionAnswered":
      return event.oral
        ? told(did.oralLogged(matter, personName(view, event.seat)), is.oralLogged(matter))
        : told(did.positionAnswered(matter), is.answered(matter));
    case "OralAnswerConfirmed":
      return told(did.oralConfirmed(matter), is.oralConfirmed(matter));
    case "PositionCommented":
      return told(did.commented(matter), is.commented(matter));
    case "SubstituteCalled": {
      const { substitute, seat } = event;
      const words = did.substituteCalled(personName(view, substitute), personName(view, seat));
      return { icon: group, who: event.by, words, lines: [] };
    }
    case "PositionReopened": {
      const words = textsOf(view.language).positions.reopened(matter);
      return { icon: group, who: event.by, words, lines: [] };
    }
    case "PositionClosed": {
      const words = event.consensus ? did.consensus(matter) : did.positionClosed(matter);
      return { icon: settled, who: event.by, words, lines: closedLines(view, event, room) };
    }
  }
}

/** The record of a closed position is for everybody: the result, how it was reached, who answered what. */
function closedLines(
  view: View,
  { tally, answers }: Pick<NonNullable<Position["closed"]>, "tally" | "answers">,
  room: Room,
): readonly Line[] {
  const { timeline } = textsOf(view.language);
  const { number } = formatsOf(view.language);
  const { result } = tally;
  const counts = timeline.tally(number(tally.yes), number(tally.no), number(tally.abstained));
  const said = answers
    .slice(0, room.lines)
    .map(({ seat, answer }) => timeline.answer(personName(view, seat), timeline.answers[answer]));
  return [
    line(
      subtle(`${result === undefined ? timeline.noResult : timeline.results[result]} ${counts}`),
    ),
    ...(tally.castingVote ? [line(subtle(timeline.castingVote))] : []),
    ...(said.length === 0 ? [] : [line(subtle(said.join(" · ")))]),
  ];
}
