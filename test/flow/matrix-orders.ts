import type { Command, Dialogue } from "../../src/domain/dialogue.ts";
import { at, button, type Press } from "./matrix-drawn.ts";
import { ITEM_ORDERS } from "./matrix-item-orders.ts";

const reason = { "in:form:reason": "Läget är ett annat." };
const task = { "in:task:reason": "Lokalen är upptagen." };
const position = { positionId: "p1" };
const answered = (state: Dialogue, seat: string) =>
  state.positions.find(({ id }) => id === "p1")?.answers[seat]?.revision ?? 0;
/** The decision that waits for the chair, or the one that started the dialogue. */
const decisionId = ({ decisions }: Dialogue) =>
  decisions.find(({ status }) => status === "registered")?.id ?? "decision-1";
/**
 * Every kind of order there is, under the command it becomes; several when the rule about who may is another for another
 * item. A command without one does not compile, and a verb of a button without one fails. What only time orders has no
 * button.
 */
export const ORDERS = {
  StartDialogue: {
    startDialogue: at(
      { verb: "saveNewDialogue", dialogueId: "ny-dialog", asked: [] },
      { "in:form:title": "Parken", "in:form:initiator": "a" },
    ),
    startExample: button({ verb: "startExample", dialogueId: "nytt-exempel" }),
  },
  ConfirmInitiator: { confirmInitiator: button({ verb: "confirmInitiator" }) },
  WithdrawDialogue: { withdraw: button({ verb: "withdrawDialogue" }) },
  ...ITEM_ORDERS,
  RegisterDecision: {
    register: at({ verb: "registerDecision", decisionId: "decision-2" }),
    laterRegister: at({ verb: "registerMatter", matter: "stop", decisionId: "stop-2" }),
  },
  ConfirmDecision: {
    confirmDecision: (state) => ({
      kind: "execute",
      data: { verb: "confirmDecision", decisionId: decisionId(state) },
    }),
  },
  SendBackDecision: {
    sendBack: (state) => ({
      data: { verb: "sendBackDecision", decisionId: decisionId(state) },
      inputs: reason,
    }),
  },
  OpenPosition: {
    askGroup: at(
      { verb: "askPosition", positionId: "p2" },
      {
        "in:position:matter": "other",
        "in:position:question": "Ska vi ha fika?",
        "in:position:closesAt:date": "2028-09-01",
        "in:position:closesAt:time": "17:00",
      },
    ),
  },
  AnswerPosition: {
    answer: (state) => ({
      kind: "execute",
      data: {
        verb: "answerPosition",
        ...position,
        answer: "abstain",
        revision: Math.max(answered(state, "a"), answered(state, "b")),
      },
    }),
    answerForm: (state) => ({
      data: { verb: "saveAnswer", ...position, revision: answered(state, "b") },
      inputs: { "in:position:answer": "return", "in:position:reason": "För dyrt." },
    }),
  },
  LogOralAnswer: {
    logOral: at(
      { verb: "logOral", ...position },
      { "in:position:seat": "d", "in:position:answer": "approve" },
    ),
  },
  ConfirmOralAnswer: {
    confirmOral: (state) => ({
      kind: "execute",
      data: { verb: "confirmOral", ...position, revision: answered(state, "b") },
    }),
  },
  CommentPosition: {
    comment: at(
      { verb: "commentPosition", ...position, commentId: "ny-kommentar" },
      { "in:position:comment": "Vad kostar det?" },
    ),
  },
  CallSubstitute: {
    callSubstitute: at(
      { verb: "callSubstitute", ...position },
      { "in:position:seat": "e", "in:position:substitute": "sub" },
    ),
  },
  ClosePosition: { closePosition: at({ verb: "closePosition", ...position }) },
  ReopenPosition: {
    reopenPosition: at(
      { verb: "reopenPosition", ...position },
      { "in:position:closesAt:date": "2028-09-01", "in:position:closesAt:time": "17:00" },
    ),
  },
  RecordConsensus: {
    consensus: at(
      { verb: "recordConsensus", positionId: "p3" },
      {
        "in:position:matter": "other",
        "in:position:question": "Vi möts på torsdagar.",
        "in:position:present": "a,b,c",
      },
    ),
  },
  MoveOccasion: {
    moveOccasion: at(
      { verb: "moveOccasion", occasionId: "e2" },
      {
        "in:form:start:date": "2028-05-23",
        "in:form:start:time": "11:00",
        "in:form:end:date": "2028-05-23",
        "in:form:end:time": "14:00",
        ...reason,
      },
    ),
  },
  CancelOccasion: {
    cancelOccasion: at({ verb: "cancelOccasion", occasionId: "e2" }, reason),
  },
  AddTask: {
    addTask: at(
      { verb: "addTask", taskId: "ny-uppgift" },
      { "in:task:title": "Boka lokal", "in:task:owner": "b" },
    ),
  },
  CompleteTask: { completeTask: button({ verb: "completeTask", taskId: "t-open" }) },
  ReopenTask: { reopenTask: at({ verb: "reopenTask", taskId: "t-done" }) },
  HandOverTask: {
    handOverTask: at(
      { verb: "handOverTask", taskId: "t-open", revision: 0 },
      { "in:task:owner": "head" },
    ),
  },
  MoveTask: {
    moveTask: at(
      { verb: "moveTask", taskId: "t-open", revision: 0 },
      { "in:task:due": "2028-05-12", ...task },
    ),
  },
  CancelTask: { cancelTask: at({ verb: "cancelTask", taskId: "t-open" }, task) },
  MoveTasks: {
    moveTasks: at(
      { verb: "moveTasks", bulkId: "bulk-1", person: "b", seen: 1 },
      { "in:task:days": "5", ...task },
    ),
  },
  HandOverTasks: {
    handOverTasks: at(
      { verb: "handOverTasks", bulkId: "bulk-2", person: "b", seen: 1 },
      { "in:task:owner": "head" },
    ),
  },
  PauseDialogue: { pause: at({ verb: "orderLifecycle", what: "pause" }, reason) },
  ResumeDialogue: { resume: at({ verb: "orderLifecycle", what: "resume" }, reason) },
  ReopenGate: {
    reopenGate: at({ verb: "orderLifecycle", what: "reopen" }, { "in:form:gate": "G5", ...reason }),
  },
  CorrectRecord: {
    correctElected: at(
      { verb: "saveCorrection", kind: "item", id: "purpose.statement", correctionId: "r-1" },
      { "in:form:was": "Tryggt.", "in:form:shouldBe": "Tryggare.", "in:form:why": "Skrivfel." },
    ),
    correctDecision: at(
      { verb: "saveCorrection", kind: "decision", id: "decision-1", correctionId: "r-2" },
      { "in:form:was": "§ 7", "in:form:shouldBe": "§ 8", "in:form:why": "Skrivfel." },
    ),
  },
  GiveRole: {
    giveHead: at(
      { verb: "giveRole", role: "departmentHead" },
      { "in:form:person": "other", ...reason },
    ),
    giveActingChair: at(
      { verb: "giveRole", role: "actingChair" },
      { "in:form:person": "c", ...reason },
    ),
    giveCommunicator: at(
      { verb: "giveRole", role: "communicator" },
      { "in:form:person": "starter" },
    ),
    giveInsight: at({ verb: "giveRole", role: "observer" }, { "in:form:person": "adm" }),
  },
  EndRole: { endInsight: at({ verb: "endRole", role: "observer", person: "ks-head" }) },
  RecordAbsence: {
    recordAbsence: at(
      { verb: "recordAbsence", role: "steeringMember", person: "b" },
      { "in:form:from": "2027-05-10", "in:form:until": "2027-05-12" },
    ),
  },
  EndAbsence: { endAbsence: at({ verb: "endAbsence", role: "steeringMember", person: "b" }) },
  SnoozeReminders: {
    snooze: at(
      { verb: "snoozeReminders" },
      { "in:task:subjects": "task:t-open", "in:task:until": "2027-05-04", ...task },
    ),
  },
  RegisterRecord: {
    diary: at(
      { verb: "registerRecord", record: "event.invite", page: 0 },
      { "in:form:registerId": "2027-0041:7" },
    ),
  },
  SettleLesson: {
    settleLesson: at({ verb: "settleLesson", rowId: "l1", status: "accepted" }),
  },
  ReviewLesson: {
    declineLesson: at(
      { verb: "declineLesson", lesson: "tidigare" },
      { "in:task:reason": "Gäller inte här." },
    ),
    takeLesson: at(
      { verb: "takeLesson", lesson: "tidigare", taskId: "lard-1" },
      { "in:task:title": "Gör så", "in:task:owner": "tjp" },
    ),
  },
  ChooseRoundForm: {
    surveyForm: at({ verb: "chooseForm", roundId: "e2", form: "short" }),
  },
  ChooseBackground: {
    surveyBackground: at({ verb: "chooseBackground" }, { "in:form:background": "age" }),
  },
  OpenSecondWave: { secondWave: at({ verb: "startSecondWave" }) },
  PutTheme: {
    surveyTheme: at(
      { verb: "putTheme", themeId: "tema-1", revision: 0 },
      { "in:form:title": "Mörkt", "in:form:mentions": "3" },
    ),
  },
  RemoveTheme: { removeSurveyTheme: at({ verb: "removeTheme", themeId: "tema-1" }) },
  OverrideGate: {
    override: at({ verb: "overrideGate" }, { "in:position:reason": "Planerna kommer." }),
  },
  MoveDialogue: {
    moveHere: button({ verb: "moveDialogue", channelId: "19:annan-kanal@thread.tacv2" }),
  },
  PlayRole: { playRole: button({ verb: "playRole", person: "example-chair" }) },
} as const satisfies {
  readonly [type in Exclude<Command["type"], ByTime>]: { readonly [name: string]: Press };
};

/** Ordered by time, or by what Teams tells of the team; no button leads to it. */
type ByTime =
  | "EndOccasion"
  | "BeginAbsence"
  | "NotePresence"
  | "NotePlace"
  | "PurgeContactList"
  | "OpenInternalRound"
  | "CloseInternalRound"
  | "ForgetBallots"
  | "CloseRound";
/** What a button does that is no order on the dialogue: answers that leave no trace in it, a message sent again, an example taken away. */
export const BESIDE = {
  answerEvaluation: at({ verb: "answerEvaluation" }, {}),
  sendAgain: at({ verb: "sendAgain", messageId: 1 }),
  beginPapers: at({ verb: "beginPapers", roundId: "e2" }, { "in:form:count": "3" }),
  savePaper: at(
    { verb: "savePaper", roundId: "e2", paperId: "papper-1", number: 1, of: 1 },
    { "in:form:marks": "5" },
  ),
  pasteAnswers: at(
    { verb: "pasteAnswers", roundId: "e2", pasteId: "rader-1" },
    { "in:form:table": "5" },
  ),
  deleteExample: button({ verb: "deleteExample" }),
} as const satisfies { readonly [name: string]: Press };

type NamesOf<T> = T extends unknown ? keyof T & string : never;
export type OrderName = NamesOf<(typeof ORDERS)[keyof typeof ORDERS]> | keyof typeof BESIDE;

/** Every order by its name. */
export const PRESSES: readonly (readonly [OrderName, Press])[] = [
  ...Object.values(ORDERS).flatMap((orders) => Object.entries(orders)),
  ...Object.entries(BESIDE),
] as (readonly [OrderName, Press])[];
