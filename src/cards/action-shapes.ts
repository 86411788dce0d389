import { z } from "zod";
import { LATER_MATTERS } from "../domain/decision-matters.ts";
import type { StepId } from "../domain/template.ts";
import { PUBLIC_TEXTS } from "./public-kinds.ts";
import { RECORDED_ROLES } from "../domain/role-records.ts";
import type { Role } from "../domain/roles.ts";
import { isInputId } from "./input-ids.ts";
import { surveyShapes } from "./survey/survey-shapes.ts";
import { positionShapes } from "./positions/position-shapes.ts";

const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$/u);
const name = z.string().regex(/^[A-Za-z][A-Za-z0-9]{0,63}$/u);
const count = z.int().min(0).max(1_000_000);
/** A channel, as Teams names it. */
const channel = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:@-]{0,199}$/u);
const page = count.optional();
const SHOWN_ROLES = [
  "initiator",
  "steeringChair",
  "steeringMember",
  "substitute",
  "departmentHead",
  "civilServant",
  "deputy",
  "registrar",
  "communicator",
  "observer",
] as const satisfies readonly Role[];
const STEP_IDS = [
  "triage",
  "identify-issue",
  "purpose-and-influence",
  "decide-dialogue",
  "planning",
  "checkpoint",
  "conduct-dialogue",
  "compile-results",
  "final-decision",
  "feedback-to-citizens",
  "evaluate-and-learn",
  "follow-up",
] as const satisfies readonly StepId[];

const dialogueId = id;
const aRow = { dialogueId, itemId: id, field: name, rowId: id };
const lifecycle = z.enum(["pause", "resume", "reopen"]);
const aRecord = { kind: z.enum(["item", "decision", "position"]), id };
const asked = z.array(z.string().max(220).refine(isInputId)).max(40);
/** What a page of fields was drawn from: each item's revision, and the inputs that were on it (an empty one may be left out by the client). */
const aPage = {
  dialogueId,
  page: count,
  revisions: z.record(id, count),
  asked,
  after: z.enum(["next", "close", "step"]),
};
const pressed = <Verb extends string, Ids extends z.ZodRawShape>(verb: Verb, ids: Ids) =>
  z.strictObject({
    dl: z.literal(1),
    verb: z.literal(verb),
    // The person has been asked about what looks like a private person's data, and saves it all the same.
    anyway: z.literal(true).optional(),
    ...ids,
  });

/** What a button of ours may carry, by verb: our mark, ids and counts, nothing else (house rule 8). Anything more is refused. */
export const ActionData = z.discriminatedUnion("verb", [
  // Open a dialog; inside a dialog the same verbs show that page.
  pressed("newDialogue", {}),
  pressed("openTriage", { dialogueId, page }),
  pressed("openStep", { dialogueId, stepId: z.enum(STEP_IDS), page }),
  pressed("openItem", { dialogueId, itemId: id, page, row: page }),
  pressed("openRow", { ...aRow, page, back: page }),
  pressed("openRegister", { dialogueId, page }),
  pressed("openSendBack", { dialogueId, decisionId: id }),
  pressed("openInitiator", { dialogueId }),
  pressed("openDecision", { dialogueId, decisionId: id }),
  pressed("openDialogue", { dialogueId }),
  pressed("openTimeline", { dialogueId, itemId: id.optional(), page }),
  pressed("openPlan", { dialogueId, page }),
  pressed("openMap", { dialogueId, page }),
  pressed("openText", { dialogueId, text: z.enum(PUBLIC_TEXTS).optional() }),
  pressed("openPromises", { dialogueId }),
  pressed("openReminders", { dialogueId, page, days: z.literal([14, 30, 90]).optional() }),
  pressed("openUndelivered", { dialogueId, page }),
  pressed("openSnooze", { dialogueId }),
  pressed("openEvaluation", { dialogueId }),
  pressed("openInternalTexts", { dialogueId, page }),
  pressed("openOccasion", { dialogueId, occasionId: id }),
  pressed("openMoveOccasion", { dialogueId, occasionId: id }),
  pressed("openCancelOccasion", { dialogueId, occasionId: id }),
  pressed("openDates", { dialogueId, page }),
  pressed("openDiary", { dialogueId, page }),
  pressed("openRegistration", { dialogueId, record: id, page: count }),
  pressed("openRoles", { dialogueId }),
  pressed("openRole", { dialogueId, role: z.enum(SHOWN_ROLES), page }),
  pressed("openGiveRole", { dialogueId, role: z.enum(RECORDED_ROLES) }),
  pressed("openAbsence", { dialogueId, role: z.enum(SHOWN_ROLES), person: id }),
  pressed("openDialogues", { page }),
  pressed("openTasks", { page }),
  pressed("openHelp", { topic: z.enum(["how", "ladder", "roles"]) }),
  pressed("openNewTask", { dialogueId, about: id.optional() }),
  pressed("openTask", { dialogueId, taskId: id }),
  pressed("openTaskList", {
    dialogueId,
    page,
    person: id.optional(),
    about: id.optional(),
    closed: z.literal(true).optional(),
  }),
  pressed("openWho", { dialogueId, page }),
  pressed("openHandOverTask", { dialogueId, taskId: id }),
  pressed("openMoveTask", { dialogueId, taskId: id }),
  pressed("openCancelTask", { dialogueId, taskId: id }),
  pressed("openMoveTasks", { dialogueId, person: id.optional() }),
  pressed("openHandOverTasks", { dialogueId, person: id }),
  pressed("openMatters", { dialogueId }),
  pressed("openMatter", { dialogueId, matter: z.enum(LATER_MATTERS) }),
  pressed("openDecisions", { dialogueId, page }),
  pressed("openLifecycle", { dialogueId, what: lifecycle }),
  pressed("openCorrection", { dialogueId, ...aRecord }),
  // Act at once.
  pressed("completeTask", { dialogueId, taskId: id }),
  pressed("startExample", { dialogueId }),
  pressed("deleteExample", { dialogueId }),
  pressed("playRole", { dialogueId, person: id }),
  pressed("confirmInitiator", { dialogueId }),
  pressed("confirmDecision", { dialogueId, decisionId: id }),
  pressed("withdrawDialogue", { dialogueId }),
  pressed("moveDialogue", { dialogueId, channelId: channel }),
  // Inside a dialog only.
  pressed("saveNewDialogue", { dialogueId, asked }),
  pressed("saveTriage", aPage),
  pressed("saveItem", { ...aPage, itemId: id }),
  pressed("saveRegister", aPage),
  pressed("putRow", {
    ...aRow,
    page,
    revision: count,
    asked,
    after: z.enum(["rows", "another", "next", "done"]),
    back: page,
  }),
  pressed("removeRow", { ...aRow, back: page }),
  pressed("fixItem", { dialogueId, itemId: id, revision: count }),
  pressed("registerDecision", { dialogueId, decisionId: id }),
  pressed("sendBackDecision", { dialogueId, decisionId: id }),
  pressed("registerMatter", { dialogueId, matter: z.enum(LATER_MATTERS), decisionId: id }),
  pressed("orderLifecycle", { dialogueId, what: lifecycle }),
  pressed("saveCorrection", { dialogueId, ...aRecord, correctionId: id }),
  pressed("addTask", { dialogueId, taskId: id, about: id.optional() }),
  pressed("reopenTask", { dialogueId, taskId: id }),
  pressed("handOverTask", { dialogueId, taskId: id, revision: count }),
  pressed("moveTask", { dialogueId, taskId: id, revision: count }),
  pressed("cancelTask", { dialogueId, taskId: id }),
  pressed("moveTasks", { dialogueId, bulkId: id, person: id.optional(), seen: count }),
  pressed("handOverTasks", { dialogueId, bulkId: id, person: id, seen: count }),
  pressed("snoozeReminders", { dialogueId }),
  pressed("answerEvaluation", { dialogueId }),
  pressed("sendAgain", { dialogueId, messageId: count.max(Number.MAX_SAFE_INTEGER) }),
  pressed("moveOccasion", { dialogueId, occasionId: id }),
  pressed("cancelOccasion", { dialogueId, occasionId: id }),
  pressed("registerRecord", { dialogueId, record: id, page: count }),
  pressed("openResults", { dialogueId, page }),
  pressed("openEvaluationReport", { dialogueId, page }),
  pressed("openLessons", { dialogueId, page }),
  pressed("openLessonSearch", { dialogueId }),
  pressed("searchLessons", { dialogueId }),
  pressed("openLesson", { dialogueId, lesson: id }),
  pressed("openDeclineLesson", { dialogueId, lesson: id }),
  pressed("takeLesson", { dialogueId, lesson: id, taskId: id }),
  pressed("declineLesson", { dialogueId, lesson: id }),
  pressed("openOwnLessons", { dialogueId, page }),
  pressed("openOwnLesson", { dialogueId, rowId: id }),
  pressed("settleLesson", {
    dialogueId,
    rowId: id,
    status: z.enum(["accepted", "done", "rejected"]),
  }),
  pressed("giveRole", { dialogueId, role: z.enum(RECORDED_ROLES) }),
  pressed("endRole", { dialogueId, role: z.enum(RECORDED_ROLES), person: id }),
  pressed("recordAbsence", { dialogueId, role: z.enum(SHOWN_ROLES), person: id }),
  pressed("endAbsence", { dialogueId, role: z.enum(SHOWN_ROLES), person: id }),
  pressed("closeDialog", {}),
  ...positionShapes({ id, count }),
  ...surveyShapes({ id, count }),
]);
