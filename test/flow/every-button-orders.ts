/**
 * What a press asks for, in kinds that have one rule each about who may. Read from the button alone; nothing here knows
 * how the bot decides.
 */
export type Order =
  | "startDialogue"
  | "startExample"
  | "deleteExample"
  | "playRole"
  | "confirmInitiator"
  | "withdraw"
  | "answerTriage"
  | "chooseForm"
  | "electedItem"
  | "administrationItem"
  | "sharedItem"
  | "caseNumber"
  | "decisionDraft"
  | "register"
  | "confirmDecision"
  | "sendBack"
  | "minutes"
  | "appoint"
  | "civilServantItem"
  | "groupItem"
  | "communication"
  | "fix"
  | "askGroup"
  | "recordConsensus"
  | "addTask"
  | "changeTask"
  | "bulkTasks"
  | "laterDraft"
  | "laterRegister"
  | "pause"
  | "reopen"
  | "correctTriage"
  | "correctElected"
  | "correctAdministration"
  | "correctShared"
  | "correctDecision"
  | "recordHead"
  | "recordActingChair"
  | "chooseCommunicator"
  | "insight"
  | "absence"
  | "ahead";

const BY_VERB: { readonly [verb: string]: Order } = {
  saveNewDialogue: "startDialogue",
  startExample: "startExample",
  deleteExample: "deleteExample",
  playRole: "playRole",
  confirmInitiator: "confirmInitiator",
  withdrawDialogue: "withdraw",
  saveTriage: "answerTriage",
  saveRegister: "decisionDraft",
  registerDecision: "register",
  confirmDecision: "confirmDecision",
  sendBackDecision: "sendBack",
  fixItem: "fix",
  askPosition: "askGroup",
  recordConsensus: "recordConsensus",
  addTask: "addTask",
  completeTask: "changeTask",
  reopenTask: "changeTask",
  handOverTask: "changeTask",
  moveTask: "changeTask",
  cancelTask: "changeTask",
  moveTasks: "bulkTasks",
  handOverTasks: "bulkTasks",
  registerMatter: "laterRegister",
  recordAbsence: "absence",
  endAbsence: "absence",
};

/** Roles that are given and ended by a record of their own (decisions.md §1.3, §1.6). */
const BY_ROLE: { readonly [role: string]: Order } = {
  departmentHead: "recordHead",
  actingChair: "recordActingChair",
  communicator: "chooseCommunicator",
  observer: "insight",
};

/** What correcting a locked item is, by what writing it was. */
const CORRECTED: { readonly [order in Order]?: Order } = {
  answerTriage: "correctTriage",
  chooseForm: "correctTriage",
  electedItem: "correctElected",
  administrationItem: "correctAdministration",
  decisionDraft: "correctAdministration",
  caseNumber: "correctAdministration",
  sharedItem: "correctShared",
};

/** The column "Ansvar" of process.md §4.0–4.4. */
const BY_ITEM: { readonly [itemId: string]: Order } = {
  "triage.summary": "answerTriage",
  "triage.initiator": "answerTriage",
  "triage.led-by": "answerTriage",
  "triage.scope": "answerTriage",
  "triage.influence": "answerTriage",
  "triage.decision": "answerTriage",
  "triage.legal": "answerTriage",
  "triage.result": "chooseForm",
  "identify.statement": "electedItem",
  "identify.aspects": "electedItem",
  "identify.background": "administrationItem",
  "identify.boards": "electedItem",
  "identify.knowledge-gap": "electedItem",
  "identify.first-groups": "sharedItem",
  "identify.case": "caseNumber",
  "purpose.statement": "electedItem",
  "purpose.use": "electedItem",
  "purpose.scope": "electedItem",
  "purpose.level": "electedItem",
  "purpose.promise": "electedItem",
  "purpose.risks": "sharedItem",
  "purpose.willing": "electedItem",
  "decide.proposal": "decisionDraft",
  "decide.budget": "decisionDraft",
  "decide.steering-group": "decisionDraft",
  "decide.level": "decisionDraft",
  "decide.assignment": "decisionDraft",
  "decide.collaboration": "decisionDraft",
  "decide.register": "decisionDraft",
  "decide.minutes": "minutes",
  "decide.confirm": "confirmDecision",
  "plan.appoint": "appoint",
  "plan.kickoff": "civilServantItem",
  "plan.lessons": "civilServantItem",
  "plan.questions": "groupItem",
  "plan.target-map": "groupItem",
  "plan.target-priority": "groupItem",
  "plan.outreach": "civilServantItem",
  "plan.level": "groupItem",
  "plan.method": "groupItem",
  "plan.events": "civilServantItem",
  "plan.feedback-method": "groupItem",
  "plan.feedback-promise": "civilServantItem",
  "plan.communication": "communication",
  "plan.documentation": "civilServantItem",
  "plan.evaluation": "civilServantItem",
  "plan.responsibility": "groupItem",
  "plan.resources": "civilServantItem",
  "plan.accessibility": "civilServantItem",
  "plan.privacy": "civilServantItem",
  "plan.children": "civilServantItem",
  "plan.safety": "civilServantItem",
  "plan.proposal": "civilServantItem",
};

const WRITES_AN_ITEM: ReadonlySet<unknown> = new Set(["saveItem", "putRow", "removeRow"]);

/** The order a button gives; undefined for one that only shows something. */
export function orderOf(data: Readonly<Record<string, unknown>>): Order | undefined {
  const verb = String(data["verb"]);
  if (verb === "giveRole" || verb === "endRole") return BY_ROLE[String(data["role"])];
  if (verb === "saveCorrection")
    return data["kind"] === "decision" ? "correctDecision" : CORRECTED[orderOn(data["id"])];
  if (verb === "orderLifecycle") return data["what"] === "reopen" ? "reopen" : "pause";
  return WRITES_AN_ITEM.has(verb) ? orderOn(data["itemId"]) : BY_VERB[verb];
}

/** What writing the item would be. */
export function orderOn(itemId: unknown): Order {
  if (String(itemId).startsWith("decision.")) return "laterDraft";
  return BY_ITEM[String(itemId)] ?? "ahead";
}
