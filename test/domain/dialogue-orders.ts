import type { Command, DecisionMatter } from "../../src/domain/dialogue.ts";
import { isRows } from "../../src/domain/fields.ts";
import { draftItemOf } from "../../src/domain/decision-matters.ts";
import { itemsIn } from "../../src/domain/item-progress.ts";
import { lessonsOf } from "../../src/domain/lesson.ts";
import { findItem, type Item } from "../../src/domain/template.ts";
import { REOPENABLE } from "../../src/domain/reopening.ts";
import { RECORDED_ROLES } from "../../src/domain/role-records.ts";
import { POSITION_ANSWERS } from "../../src/domain/tally.ts";
import { CHANNEL, start, TEAM, template } from "../support/given.ts";
import { SURVEY_ORDERS } from "./dialogue-survey-orders.ts";
import { TASK_ORDERS } from "./dialogue-task-orders.ts";
import { inputsFor, rowIdsFor, rowInputsFor, type Situation } from "./dialogue-values.ts";

type Orders = { readonly [T in Command["type"]]: (s: Situation) => Extract<Command, { type: T }> };

const MATTERS = ["proposal", "feedback-method", "level", "lessons", "other"] as const;
const DECISIONS: readonly DecisionMatter[] = [
  "start",
  "budget",
  "level",
  "group",
  "purpose",
  "stop",
  "final",
];
const PEOPLE = ["a", "b", "c", "d", "e", "tjp", "reg"] as const;

const GIVEN = [...PEOPLE, "other", "ks-head", "guest", "outsider"] as const;

/** Any order there is, about things that are there or might be. One without a way to make it does not compile. */
export const ORDERS: Orders = {
  StartDialogue: ({ dice }) => ({
    ...(start(dice.of(PEOPLE)) as Extract<Command, { type: "StartDialogue" }>),
    home: { type: "channel", teamId: TEAM, channelId: CHANNEL },
  }),
  SnoozeReminders: ({ dice, state }) => ({
    type: "SnoozeReminders",
    subjects:
      dice.of([`task:${Object.keys(state.tasks.byId)[0] ?? "t1"}`, "deadline:D02", ""]) ?? "",
    until: dice.of(["2027-01-12", "2027-01-13", "2027-01-16", "snart"]) ?? "",
    reason: dice.once(4) ? " " : "Jag är bortrest.",
  }),
  SettleLesson: ({ dice, state }) => ({
    type: "SettleLesson",
    rowId: lessonsOf(state)[0]?.rowId ?? "row-0",
    status: dice.of(["accepted", "done", "rejected"] as const) ?? "done",
    word: dice.once(3) ? "" : "Det går inte hos oss.",
  }),
  ReviewLesson: ({ dice, state }) => ({
    type: "ReviewLesson",
    lesson: dice.of(["earlier:row-1", "earlier:row-2"]) ?? "earlier:row-1",
    ...(dice.once(2)
      ? { taskId: Object.keys(state.tasks.byId)[0] ?? "t1" }
      : { word: dice.once(4) ? "" : "Gäller inte här." }),
  }),
  ConfirmInitiator: () => ({ type: "ConfirmInitiator" }),
  WithdrawDialogue: () => ({ type: "WithdrawDialogue" }),
  RecordItems: (situation) => {
    const { state, dice } = situation;
    const item = anyItem(situation);
    const revision = dice.once(10) ? 0 : (state.items[item.id]?.revision ?? 0);
    const values = inputsFor(item, situation);
    return { type: "RecordItems", entries: [{ itemId: item.id, values, revision }] };
  },
  PutRow: (situation) => {
    const { state, dice } = situation;
    const { item, field } = anyRows(situation);
    const rowId = dice.of(rowIdsFor(item, field, situation)) ?? "row-0";
    const kept = state.items[item.id]?.values[field.name];
    const row = Array.isArray(kept) ? kept.find((one) => (one as { id: string }).id === rowId) : 0;
    const revision = (row as { revision: number } | undefined)?.revision ?? 0;
    const values = rowInputsFor(field, situation);
    return { type: "PutRow", itemId: item.id, field: field.name, rowId, values, revision };
  },
  RemoveRow: (situation) => {
    const { item, field } = anyRows(situation);
    const rowId = situation.dice.of(rowIdsFor(item, field, situation)) ?? "row-0";
    return { type: "RemoveRow", itemId: item.id, field: field.name, rowId };
  },
  FixItem: (situation) => {
    const item = anyItem(situation);
    const revision = situation.state.items[item.id]?.revision ?? 0;
    return { type: "FixItem", itemId: item.id, revision };
  },
  RegisterDecision: (situation) => {
    const { state, dice } = situation;
    const matter = dice.of(DECISIONS) ?? "start";
    const draft = matter === "start" ? "final.register" : draftItemOf(matter);
    const { item } = findItem(template, draft) as { item: Item };
    const values = inputsFor(item, situation);
    const decisionId = dice.once(5) ? "decision-1" : `decision-${state.decisions.length + 1}`;
    return { type: "RegisterDecision", decisionId, matter, values };
  },
  ConfirmDecision: (situation) => ({
    type: "ConfirmDecision",
    decisionId: anyDecision(situation),
  }),
  SendBackDecision: (situation) => ({
    type: "SendBackDecision",
    decisionId: anyDecision(situation),
    reason: reason(situation),
  }),
  OpenPosition: ({ state, dice }) => ({
    type: "OpenPosition",
    positionId: `p${state.positions.length + (dice.once(4) ? 0 : 1)}`,
    matter: dice.of(MATTERS) ?? "proposal",
    question: "Vad tycker ni?",
  }),
  AnswerPosition: (situation) => {
    const { state, dice } = situation;
    const position = anyPosition(situation);
    const seat = dice.of(PEOPLE) ?? "a";
    const known = state.positions.find(({ id }) => id === position);
    const revision = dice.once(6) ? 0 : (known?.answers[seat]?.revision ?? 0);
    const answer = dice.of(POSITION_ANSWERS) ?? "approve";
    return {
      type: "AnswerPosition",
      positionId: position,
      answer,
      reason: reason(situation),
      revision,
    };
  },
  LogOralAnswer: (situation) => ({
    type: "LogOralAnswer",
    positionId: anyPosition(situation),
    seat: situation.dice.of(PEOPLE) ?? "a",
    answer: situation.dice.of(POSITION_ANSWERS) ?? "approve",
    reason: reason(situation),
  }),
  ConfirmOralAnswer: (situation) => ({
    type: "ConfirmOralAnswer",
    positionId: anyPosition(situation),
    revision: situation.dice.upTo(3),
  }),
  CommentPosition: (situation) => ({
    type: "CommentPosition",
    positionId: anyPosition(situation),
    commentId: `c${situation.dice.upTo(3)}`,
    text: "Fler frågor",
  }),
  CallSubstitute: (situation) => ({
    type: "CallSubstitute",
    positionId: anyPosition(situation),
    seat: situation.dice.of(PEOPLE) ?? "a",
    substitute: situation.dice.of(PEOPLE) ?? "e",
  }),
  ReopenPosition: (situation) => ({
    type: "ReopenPosition",
    positionId: anyPosition(situation),
  }),
  ClosePosition: (situation) => ({ type: "ClosePosition", positionId: anyPosition(situation) }),
  RecordConsensus: ({ state, dice }) => ({
    type: "RecordConsensus",
    positionId: `p${state.positions.length + 1}`,
    matter: dice.of(MATTERS) ?? "proposal",
    question: "Är vi eniga?",
    present: PEOPLE.slice(0, 1 + dice.upTo(PEOPLE.length)),
  }),
  MoveOccasion: (situation) => ({
    type: "MoveOccasion",
    occasionId: anyOccasion(situation),
    start: `2027-0${5 + situation.dice.upTo(4)}-12T16:00:00.000Z`,
    end: `2027-0${5 + situation.dice.upTo(4)}-12T18:30:00.000Z`,
    reason: reason(situation),
  }),
  CancelOccasion: (situation) => ({
    type: "CancelOccasion",
    occasionId: anyOccasion(situation),
    reason: reason(situation),
  }),
  EndOccasion: (situation) => ({ type: "EndOccasion", occasionId: anyOccasion(situation) }),
  RegisterRecord: ({ dice }) => ({
    type: "RegisterRecord",
    record: dice.of(["event.invite", "compile.report", "feedback.heard"]) ?? "event.invite",
    registerId: "",
  }),
  PurgeContactList: () => ({ type: "PurgeContactList" }),
  OpenInternalRound: () => ({ type: "OpenInternalRound" }),
  CloseInternalRound: () => ({ type: "CloseInternalRound" }),
  ForgetBallots: () => ({ type: "ForgetBallots" }),
  OverrideGate: (situation) => ({ type: "OverrideGate", gate: "G4c", reason: reason(situation) }),
  ...TASK_ORDERS,
  ...SURVEY_ORDERS,
  PauseDialogue: (situation) => ({ type: "PauseDialogue", reason: reason(situation) }),
  ResumeDialogue: (situation) => ({ type: "ResumeDialogue", reason: reason(situation) }),
  ReopenGate: (situation) => ({
    type: "ReopenGate",
    gate: situation.dice.of(REOPENABLE) ?? "G5",
    reason: reason(situation),
  }),
  CorrectRecord: (situation) => ({
    type: "CorrectRecord",
    correctionId: `c${situation.state.corrections.length + situation.dice.upTo(2)}`,
    about: { kind: "item", itemId: anyItem(situation).id },
    was: "Så stod det",
    shouldBe: "Så ska det stå",
    why: reason(situation),
  }),
  GiveRole: (situation) => ({
    type: "GiveRole",
    role: situation.dice.of(RECORDED_ROLES) ?? "observer",
    person: situation.dice.of(GIVEN) ?? "other",
    reason: reason(situation),
  }),
  EndRole: ({ dice }) => ({
    type: "EndRole",
    role: dice.of(RECORDED_ROLES) ?? "observer",
    person: dice.of(GIVEN) ?? "other",
  }),
  RecordAbsence: ({ dice }) => ({
    type: "RecordAbsence",
    person: dice.of(PEOPLE) ?? "a",
    from: `2027-0${1 + dice.upTo(6)}-11`,
    until: dice.once(2) ? "" : `2027-0${1 + dice.upTo(6)}-21`,
  }),
  BeginAbsence: ({ dice }) => ({ type: "BeginAbsence", person: dice.of(PEOPLE) ?? "a" }),
  EndAbsence: ({ dice }) => ({ type: "EndAbsence", person: dice.of(PEOPLE) ?? "a" }),
  NotePresence: ({ dice }) => ({ type: "NotePresence", person: dice.of(GIVEN) ?? "other" }),
  MoveDialogue: ({ dice }) => ({
    type: "MoveDialogue",
    home: {
      type: "channel",
      teamId: dice.once(4) ? "19:other-team@thread.tacv2" : TEAM,
      channelId: dice.of([CHANNEL, "19:new@thread.tacv2", "19:newer@thread.tacv2"]) ?? CHANNEL,
    },
  }),
  NotePlace: ({ dice }) => ({ type: "NotePlace", gone: !dice.once(3) }),
  PlayRole: ({ dice }) => ({ type: "PlayRole", person: dice.of(PEOPLE) ?? "a" }),
};

function reason({ dice }: Situation): string {
  return dice.once(4) ? " " : "Det finns skäl.";
}

/** Of all items there are to be done; an item of each occasion for every one of them. */
function anyItem({ state, dice }: Situation): Item {
  const all = template.steps.flatMap((step) => itemsIn(state, step));
  return dice.of(all) as Item;
}

function anyRows({ state, dice }: Situation) {
  const all = template.steps
    .flatMap((step) => itemsIn(state, step))
    .flatMap((item) => item.fields.filter(isRows).map((field) => ({ item, field })));
  return dice.of(all) as (typeof all)[number];
}

function anyDecision({ state, dice }: Situation): string {
  return dice.of(state.decisions.toReversed().map(({ id }) => id)) ?? "decision-1";
}

function anyPosition({ state, dice }: Situation): string {
  return dice.of(state.positions.toReversed().map(({ id }) => id)) ?? "p1";
}

function anyOccasion({ state, dice }: Situation): string {
  return dice.of(Object.keys(state.occasions)) ?? "e1";
}
