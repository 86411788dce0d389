import type { ItemState } from "./item-state.ts";
import type { Dialogue, DialogueFacts, Event, FormalDecision, State } from "./dialogue.ts";
import { evolveInternalRound, isInternalRoundEvent } from "./evaluation/internal-round.ts";
import { rowsOf } from "./fields.ts";
import { evolveOccasions, planned, unplanned, usualEnd } from "./occasion.ts";
import {
  evolveSurvey,
  isSurveyFact,
  NO_SURVEY,
  SECOND_WAVE,
  type SurveyFact,
} from "./evaluation/survey.ts";
import { evolveMoving, isMovingFact } from "./moving.ts";
import { evolvePositions } from "./position.ts";
import { evolveRoles, isRoleFact, noRecords, withTenures } from "./role-records.ts";
import { evolveSnoozes } from "./snooze.ts";
import { isTaskFact, NO_TASKS } from "./task.ts";
import { evolveTasks } from "./task-history.ts";
import { draftItemOf, type LaterMatter } from "./decision-matters.ts";
import { evolveLessons, NO_LESSONS, READ } from "./lesson.ts";
import { evolveLifecycle, isLifecycleEvent } from "./lifecycle-history.ts";
import { afterNewFact } from "./reopening.ts";
import { evolvePurges } from "./purge.ts";
import { evolveRegistered } from "./registration.ts";
import type { Row } from "./value.ts";

type Of<T extends Event["type"]> = Extract<Event, { type: T }>;

/** The dialogue after the event. Never throws: what is in the log has happened. */
export function evolve(state: State, event: Event): State {
  const after = changed(state, event);
  if (after.status === "none") return after;
  const named = namesPeople(event) ? withTenures(after, event.at) : after;
  return afterNewFact(named, event);
}

/** Whether the event may have given or ended a role. */
function namesPeople(event: Event): boolean {
  if (event.type === "ItemRecorded") return event.itemId === "plan.appoint";
  return ["DecisionConfirmed", "RoleGiven", "RoleEnded"].includes(event.type);
}

function changed(state: State, event: Event): State {
  if (state.status === "none") return event.type === "DialogueStarted" ? started(event) : state;
  if (isTaskFact(event)) return { ...state, tasks: evolveTasks(state, event) };
  if (isRoleFact(event)) return { ...state, roles: evolveRoles(state.roles, event) };
  if (isMovingFact(event)) return evolveMoving(state, event);
  if (isLifecycleEvent(event)) return evolveLifecycle(state, event);
  if (isSurveyFact(event)) return surveyed(state, event);
  if (isInternalRoundEvent(event)) return withInternalRound(state, event);
  switch (event.type) {
    case "DialogueStarted":
      return state;
    case "InitiatorConfirmed":
      return { ...state, initiatorConfirmed: true };
    case "DialogueWithdrawn":
      return { ...state, status: "withdrawn", withdrawnAt: event.at };
    case "DialogueTriaged":
      return triaged(state, event);
    case "ItemRecorded":
      return recorded(state, event);
    case "RowPut":
      return withOccasion(
        withRows(state, event, (rows) => putRow(rows, event)),
        event,
      );
    case "RowRemoved":
      return withOccasion(
        withRows(state, event, (rows) => rows.filter(({ id }) => id !== event.rowId)),
        event,
      );
    case "ItemFixed":
      return fixed(state, event);
    case "DecisionRegistered":
      return { ...state, decisions: [...state.decisions, registered(event)] };
    case "DecisionConfirmed":
      return withoutDraft(settled(state, event, { status: "confirmed" }), event.decisionId);
    case "DecisionSentBack":
      return settled(state, event, { status: "sentBack", reason: event.reason });
    case "PositionOpened":
    case "PositionAnswered":
    case "OralAnswerConfirmed":
    case "PositionCommented":
    case "SubstituteCalled":
    case "PositionClosed":
    case "PositionReopened":
      return { ...state, positions: evolvePositions(state.positions, event) };
    case "OccasionMoved":
    case "OccasionCancelled":
    case "OccasionEnded":
      return { ...state, occasions: evolveOccasions(state.occasions, event) };
    case "RemindersSnoozed":
      return { ...state, snoozes: evolveSnoozes(state.snoozes, event) };
    case "ContactListPurged":
      return { ...state, purges: evolvePurges(state.purges, event) };
    case "RecordRegistered":
      return { ...state, registered: evolveRegistered(state.registered, event) };
    case "LessonSettled":
    case "LessonReviewed":
      return withLessons(state, event);
    case "GateOverridden":
      return gateOverridden(state, event);
    case "GatePassed":
      return gatePassed(state, event);
    case "GateClosed":
      return gateClosed(state, event);
    case "RolePlayed":
      return { ...state, playing: event.person };
    case "ContentErased":
      // The words are gone from the content the events refer to; the fold has read that already.
      return state;
  }
}

/** A round that has closed stands in the item of the evaluation too, where gates and dates look. */
function surveyed(state: Dialogue, event: Extract<Event, SurveyFact>): Dialogue {
  const after = { ...state, survey: evolveSurvey(state.survey, event) };
  if (event.type !== "RoundClosed" || event.roundId === SECOND_WAVE) return after;
  const { roundId: rowId, closedOn: closedAt, answers: n, by, at } = event;
  const put = { itemId: "eval.participants", field: "rounds", rowId, by, at } as const;
  const values = { eventId: rowId, closedAt, n };
  return withRows(after, { type: "RowPut", ...put, values }, (rows) =>
    putRow(rows, { type: "RowPut", ...put, values }),
  );
}

/** Those that have been read are the item's own value. */
function withLessons(state: Dialogue, event: Of<"LessonSettled"> | Of<"LessonReviewed">): Dialogue {
  const after = { ...state, lessons: evolveLessons(state.lessons, event) };
  if (event.type === "LessonSettled") return after;
  const lessonsReviewed = Object.keys(after.lessons.reviewed);
  return withItem(after, READ, (item) => ({
    ...item,
    revision: item.revision + 1,
    values: { ...item.values, lessonsReviewed },
    recordedBy: event.by,
    recordedAt: event.at,
  }));
}

function withInternalRound(
  state: Dialogue,
  event: Parameters<typeof evolveInternalRound>[1],
): Dialogue {
  const internalRound = evolveInternalRound(state.internalRound, event);
  return internalRound === undefined ? state : { ...state, internalRound };
}

function recorded(state: Dialogue, { itemId, values, by, at }: Of<"ItemRecorded">): Dialogue {
  return withItem(state, itemId, (item) => ({
    ...item,
    revision: item.revision + 1,
    values: { ...item.values, ...values },
    recordedBy: by,
    recordedAt: at,
  }));
}

function started(event: Of<"DialogueStarted">): Dialogue {
  const { dialogueId, template, language, home, title, starterEmployed, initiator } = event;
  return {
    status: "draft",
    id: dialogueId,
    template,
    language,
    home,
    lostPlaces: [],
    title,
    starter: event.by,
    starterEmployed,
    initiator,
    initiatorConfirmed: event.initiatorConfirmed,
    startedAt: event.at,
    items: {},
    decisions: [],
    gates: {},
    positions: [],
    occasions: {},
    tasks: NO_TASKS,
    waiting: [],
    replaced: [],
    corrections: [],
    overrides: {},
    purges: [],
    snoozes: [],
    registered: {},
    lessons: NO_LESSONS,
    survey: NO_SURVEY,
    roles: noRecords,
  };
}

function triaged(state: Dialogue, { result, overridden }: Of<"DialogueTriaged">): Dialogue {
  const facts: DialogueFacts = { ...state, triage: { result, overridden } };
  if (state.status === "withdrawn") return { ...state, triage: { result, overridden } };
  return { ...facts, status: result === "citizen_dialogue" ? "draft" : "triaged_out" };
}

const untouched: ItemState = { revision: 0, values: {} };

function withItem(
  state: Dialogue,
  itemId: string,
  change: (item: ItemState) => ItemState,
): Dialogue {
  // Whatever is written anew has to be fixed anew.
  const { fixed: _fixed, superseded: _superseded, ...item } = state.items[itemId] ?? untouched;
  return { ...state, items: { ...state.items, [itemId]: change(item) } };
}

function withRows(
  state: Dialogue,
  event: Of<"RowPut"> | Of<"RowRemoved">,
  change: (rows: readonly Row[]) => readonly Row[],
): Dialogue {
  return withItem(state, event.itemId, (item) => ({
    ...item,
    values: { ...item.values, [event.field]: change(rowsOf(item.values[event.field])) },
    recordedBy: event.by,
    recordedAt: event.at,
  }));
}

/** An occasion is a row of the plan first; it keeps the row's id (decisions.md §13.1). */
function withOccasion(state: Dialogue, event: Of<"RowPut"> | Of<"RowRemoved">): Dialogue {
  if (event.itemId !== "plan.events" || event.field !== "events") return state;
  if (event.type === "RowRemoved")
    return { ...state, occasions: unplanned(state.occasions, event.rowId) };
  const { start, end, hostElected } = event.values;
  if (typeof start !== "string") return state;
  const times = { start, end: typeof end === "string" ? end : usualEnd(start) };
  const host = typeof hostElected === "string" ? { host: hostElected } : {};
  return { ...state, occasions: planned(state.occasions, event.rowId, { ...times, ...host }) };
}

function putRow(rows: readonly Row[], { rowId, values }: Of<"RowPut">): readonly Row[] {
  const current = rows.find(({ id }) => id === rowId);
  const row: Row = { id: rowId, revision: (current?.revision ?? 0) + 1, values };
  return current ? rows.map((one) => (one.id === rowId ? row : one)) : [...rows, row];
}

function fixed(state: Dialogue, { itemId, by, at }: Of<"ItemFixed">): Dialogue {
  const { superseded: _superseded, ...item } = state.items[itemId] ?? untouched;
  return { ...state, items: { ...state.items, [itemId]: { ...item, fixed: { by, at } } } };
}

function registered(event: Of<"DecisionRegistered">): FormalDecision {
  const { decisionId, matter, facts } = event;
  return {
    id: decisionId,
    matter,
    facts,
    registeredBy: event.by,
    registeredAt: event.at,
    status: "registered",
  };
}

function settled(
  state: Dialogue,
  event: Of<"DecisionConfirmed"> | Of<"DecisionSentBack">,
  change: Pick<FormalDecision, "status" | "reason">,
): Dialogue {
  const decisions = state.decisions.map((decision) =>
    decision.id === event.decisionId
      ? { ...decision, ...change, settledBy: event.by, settledAt: event.at }
      : decision,
  );
  return { ...state, decisions };
}

/** The next decision on the same matter begins with an empty form; what was registered stands in the decision. */
function withoutDraft(state: Dialogue, decisionId: string): Dialogue {
  const matter = state.decisions.find(({ id }) => id === decisionId)?.matter;
  if (matter === undefined || matter === "start" || matter === "final") return state;
  const itemId = draftItemOf(matter satisfies LaterMatter);
  const revision = (state.items[itemId]?.revision ?? 0) + 1;
  return { ...state, items: { ...state.items, [itemId]: { revision, values: {} } } };
}

function gatePassed(state: Dialogue, { gate, at }: Of<"GatePassed">): Dialogue {
  const gates = { ...state.gates, [gate]: at };
  // With the board's decision the draft has become a dialogue (decisions.md §2.1).
  if (gate === "G3" && state.status === "draft") return { ...state, gates, status: "active" };
  return { ...state, gates };
}

function gateOverridden(state: Dialogue, { gate, by, at, reason }: Of<"GateOverridden">): Dialogue {
  return { ...state, overrides: { ...state.overrides, [gate]: { by, at, reason } } };
}

function gateClosed(state: Dialogue, { gate }: Of<"GateClosed">): Dialogue {
  const { [gate]: _closed, ...gates } = state.gates;
  return { ...state, gates };
}
