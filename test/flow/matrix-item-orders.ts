import type { Command } from "../../src/domain/dialogue.ts";
import { putRow } from "./codes-press.ts";
import { at, form, newRow, page, type Press } from "./matrix-drawn.ts";

const link = (name: string) => ({
  [`${name}:title`]: "Anteckningar",
  [`${name}:url`]: "https://granasa.se/anteckningar",
});
const sent = { sentAt: "2027-06-18", sender: "a" };

/** Writing items: one for each "Ansvar" there is (process.md §4), and one for each gate that guards it. */
export const ITEM_ORDERS = {
  RecordItems: {
    triageItem: form("triage.summary", { issueSummary: "Torget är mörkt." }),
    triagePage: page("saveTriage", "triage.initiator", "initiatorRole", "administration"),
    otherResult: form("triage.result", {
      overrideType: "stakeholder_dialogue",
      overrideReason: "Bara handlarna berörs.",
    }),
    electedItem: form("identify.knowledge-gap", { knowledgeGap: "Var är det mörkt?" }),
    administrationItem: form("identify.background", { priorActions: "Två lampor är bytta." }),
    caseNumber: form("identify.case", { dnr: "SBN 2027-0099" }),
    decisionItem: form("decide.budget", { budgetSek: "151 000", budgetSource: "Driftbudget" }),
    decisionPage: page("saveRegister", "decide.level", "level", "konsultation"),
    minutes: form("decide.minutes", { minutesApproved: "2027-02-05" }),
    appoint: form("plan.appoint", { civilServant: "tjp", appointedAt: "2027-02-05" }),
    civilServantItem: form("plan.safety", { safetyPlan: "Tre värdar är med." }),
    groupItem: form("plan.method", { methodReason: "Den passar gruppen." }),
    communication: form("plan.communication", link("planDoc")),
    informBoard: form("check.inform-board", { informedAt: "2027-04-09" }),
    invite: form("event.invite", { publishedAt: "2027-04-21", channels: "web" }),
    prepare: form("event.prepare.e2", { facilitator: "En annan ledare" }),
    present: form("event.elected.e2", { electedPresent: "b" }),
    openOccasion: form("event.open.e2", { infoGiven: "true" }),
    document: form("event.document.e2", { ...link("notes"), photosConsent: "none" }),
    debrief: form("event.debrief.e2", { keep: "Små bord", doneAt: "2027-05-25" }),
    redact: form("compile.redact", { redactedBy: "tjp", redactedAt: "2027-06-09" }),
    report: form("compile.report", { ...link("report"), version: "1.1", fixedAt: "2027-06-11" }),
    owner: form("final.owner", { implementer: "Parkenheten" }),
    feedbackHeard: form("feedback.heard", sent),
    feedbackDecision: form("feedback.decision", sent),
    learningMeeting: form("eval.meeting", { heldAt: "2027-09-10" }),
    followUp: form("follow.m6", { status: "ongoing", text: "Belysningen är beställd." }),
    finish: form("follow.finish", { finishedAt: "2028-06-22", by: "a" }),
    export: form("follow.export", { exportId: "EXP-2", receivedBy: "Kommunarkivet" }),
    laterDraft: form("decision.level", { level: "konsultation" }),
  },
  PutRow: {
    sharedRow: newRow("identify.first-groups", "prelimGroups", { value: "Unga" }),
    groupRow: newRow("plan.questions", "questions", { value: "När går du hit?" }),
    review: newRow("check.review", "comments", { value: "Bra förslag." }),
    theme: newRow("compile.themes", "themes", {
      title: "Cyklar",
      summary: "Fler ställ.",
      weight: "few",
    }),
    lesson: newRow("eval.lessons", "lessons", {
      kind: "change",
      observation: "Unga kom sent.",
      evidence: "debrief",
      recommendation: "Börja senare.",
    }),
    reach: () => putRow("feedback.reach", "reach", { value: "true" }, { rowId: "unga" }),
  },
  RemoveRow: {
    removeElected: at({
      verb: "removeRow",
      itemId: "identify.aspects",
      field: "aspectsIn",
      rowId: "in-1",
    }),
    removeGroup: at({
      verb: "removeRow",
      itemId: "plan.questions",
      field: "questions",
      rowId: "q-1",
    }),
  },
  FixItem: {
    fix: (state) => ({
      data: {
        verb: "fixItem",
        itemId: "plan.questions",
        revision: state.items["plan.questions"]?.revision ?? 0,
      },
    }),
  },
} as const satisfies {
  readonly [type in Command["type"]]?: { readonly [name: string]: Press };
};

type NamesOf<T> = T extends unknown ? keyof T & string : never;
export type ItemOrderName = NamesOf<(typeof ITEM_ORDERS)[keyof typeof ITEM_ORDERS]>;
