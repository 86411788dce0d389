import { randomUUID } from "node:crypto";
import type { Moment, Stage } from "./stage.ts";
import type { Who } from "./stage-people.ts";

/** Every member of the team sees what the dialogue is called. */
export const TITLE = "Otrygghet på Stationstorget";
/** A word that stands in every draft of the story, and nowhere else: who may not see drafts must not see it. */
export const DRAFT_WORD = "utkastord";
/** The same for what is planned and not fixed. */
export const PLAN_WORD = "planeringsord";

type Values = Readonly<Record<string, string>>;
/** What people do in one dialogue, each by an order of their own. */
export type Acts = ReturnType<typeof actsIn>;

export function actsIn(stage: Stage, dialogueId: string) {
  const asked = (values: Values) => Object.keys(values);
  const inputs = (itemId: string, values: Values) =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [`in:${itemId}:${name}`, value]),
    );
  async function record(who: Who, itemId: string, values: Values, revision = 0): Promise<void> {
    const filled = inputs(itemId, values);
    const data = {
      verb: "saveItem",
      dialogueId,
      itemId,
      page: 0,
      revisions: { [itemId]: revision },
      asked: asked(filled),
      after: "close",
    };
    await stage.order(who, data, filled);
  }
  async function row(who: Who, itemId: string, field: string, value: string): Promise<void> {
    const data = {
      verb: "putRow",
      dialogueId,
      itemId,
      field,
      rowId: randomUUID(),
      revision: 0,
      asked: ["in:row:value"],
      after: "rows",
    };
    await stage.order(who, data, { "in:row:value": value });
  }
  return {
    stage,
    dialogueId,
    record,
    row,
    id: stage.id,
    order: (who: Who, data: object) => stage.order(who, { dialogueId, ...data }),
    execute: (who: Who, data: object) => stage.execute(who, { dialogueId, ...data }),
    moment: (): Promise<Moment> => stage.moment(dialogueId),
    clock: (to: string) => stage.bot.moveClock(to),
  };
}

/** The employee starts it in the name of the elected official, with the first answers. */
export async function start(stage: Stage): Promise<Acts> {
  const dialogueId = randomUUID();
  const answers = {
    "in:form:title": TITLE,
    "in:form:initiator": stage.id("chair"),
    "in:triage.summary:issueSummary": `Torget känns otryggt kvällstid (${DRAFT_WORD}).`,
    "in:triage.initiator:initiatorRole": "elected",
  };
  const asked = Object.keys(answers).filter((id) => !id.startsWith("in:form:"));
  await stage.bot.moveClock("2027-01-11T08:00:00.000Z");
  await stage.order("starter", { verb: "saveNewDialogue", dialogueId, asked }, answers);
  return actsIn(stage, dialogueId);
}

export async function answer({ record }: Acts): Promise<void> {
  await record("starter", "triage.led-by", { ledBy: "elected" });
  await record("starter", "triage.scope", { scope: "societal" });
  await record("starter", "triage.influence", {
    isInfluenceable: "partly",
    fixedConstraints: `Perrongen ägs av staten (${DRAFT_WORD}).`,
  });
  await record("starter", "triage.decision", { decisionPending: "true", decidingBody: "sbn" });
  await record("starter", "triage.legal", { legalConsultation: "none" });
}

/** The same questions lead to information, and back again. */
export async function answerOtherwise({ record }: Acts, influence: "no" | "partly") {
  const revision = influence === "no" ? 1 : 2;
  await record("starter", "triage.influence", { isInfluenceable: influence }, revision);
}

export async function identify({ record, row, clock }: Acts): Promise<void> {
  await clock("2027-01-14T09:00:00.000Z");
  await record("registrar", "identify.case", { dnr: "SBN 2027-0041" });
  const issueStatement = `Hur kan torget bli tryggare (${DRAFT_WORD})?`;
  await record("chair", "identify.statement", { issueStatement });
  await row("chair", "identify.aspects", "aspectsIn", `Belysning (${DRAFT_WORD})`);
  await record("chair", "identify.boards", { affectedBodies: "sbn", leadBody: "sbn" });
}

export async function purpose({ record, row, clock }: Acts): Promise<void> {
  await clock("2027-01-21T09:00:00.000Z");
  await record("chair", "purpose.statement", { purpose: `Vi vill veta (${DRAFT_WORD}).` });
  await record("chair", "purpose.use", {
    useOfResult: `I underlaget till beslutet (${DRAFT_WORD})`,
    finalDecisionBody: "sbn",
    plannedDecisionDate: "2027-06-22",
  });
  await row("chair", "purpose.scope", "canInfluence", `Belysning (${DRAFT_WORD})`);
  await row("chair", "purpose.scope", "cannotInfluence", `Tågtrafiken (${DRAFT_WORD})`);
  await record("chair", "purpose.level", { proposedLevel: "dialog" });
  await record("chair", "purpose.willing", { willingToChange: "true" });
}

export async function draft({ record, row, id, clock }: Acts): Promise<void> {
  await clock("2027-01-27T14:30:00.000Z");
  await row("registrar", "decide.proposal", "decisionPoints", `Hålla dialog (${DRAFT_WORD})`);
  await record("registrar", "decide.budget", {
    budgetSek: "150 000",
    budgetSource: `Driftbudget (${DRAFT_WORD})`,
  });
  await record("registrar", "decide.steering-group", {
    members: `${id("chair")},${id("member")}`,
    chair: id("chair"),
    substitutes: id("substitute"),
  });
  await record("registrar", "decide.level", { level: "dialog" });
  await record("registrar", "decide.assignment", {
    headAssigned: "true",
    departmentHead: id("head"),
  });
  await record("registrar", "decide.register", {
    body: "sbn",
    meetingDate: "2027-01-26",
    paragraph: "§ 7",
    dnr: "SBN 2027-0041",
    decidedUnder: "normal",
    decisionText: `Nämnden beslutar att hålla en medborgardialog (${DRAFT_WORD}).`,
  });
}

export async function register({ order }: Acts, decisionId: string): Promise<void> {
  await order("registrar", { verb: "registerDecision", decisionId });
}

/** The registrar writes down another chair than before. */
export async function nameChair({ record, id }: Acts, who: "chair" | "member"): Promise<void> {
  await record("registrar", "decide.steering-group", { chair: id(who) }, who === "member" ? 1 : 2);
}

export async function sendBack(
  { stage, dialogueId }: Acts,
  decisionId: string,
  by: Who = "chair",
): Promise<void> {
  const data = { verb: "sendBackDecision", dialogueId, decisionId };
  await stage.order(by, data, { "in:form:reason": `Fel budget (${DRAFT_WORD}).` });
}

export async function confirm({ execute, clock }: Acts, decisionId: string): Promise<void> {
  await clock("2027-01-27T15:00:00.000Z");
  await execute("chair", { verb: "confirmDecision", decisionId });
}

export async function appoint({ record, id, clock }: Acts): Promise<void> {
  await clock("2027-02-04T09:00:00.000Z");
  await record("head", "plan.appoint", {
    civilServant: id("civilServant"),
    appointedAt: "2027-02-04",
    deputy: id("deputy"),
  });
}

/** The kick-off, and the first things planned: questions drafted, the feedback method fixed. */
export async function plan({ record, row, id, clock }: Acts): Promise<void> {
  await clock("2027-02-16T09:00:00.000Z");
  await record("civilServant", "plan.kickoff", { kickoffDate: "2027-02-16" });
  await row("civilServant", "plan.questions", "questions", `Var är det mörkt (${PLAN_WORD})?`);
  await row("civilServant", "plan.questions", "questions", `När går du hit (${PLAN_WORD})?`);
  await record("civilServant", "plan.questions", { readabilityChecked: "true" });
  await clock("2027-03-01T09:00:00.000Z");
  await record("chair", "plan.feedback-method", {
    feedbackChannels: "web,poster,library",
    feedbackSender: id("chair"),
    followUpMonths: "6,12",
    decidedAt: "2027-03-01",
  });
}
