import type { Directory, Membership } from "../../src/domain/organisation.ts";
import { put, record, start, type Step, TEAM } from "./given.ts";
import { fix, row } from "./planned.ts";

const BODIES = [
  ["ks", "Kommunstyrelsen", "KS", "executive"],
  ["bun", "Barn- och utbildningsnämnden", "BUN", "board"],
  ["sbn", "Samhällsbyggnadsnämnden", "SBN", "board"],
  ["kf", "Kommunfullmäktige", "KF", "council"],
] as const;
const ELECTED = ["a", "b", "c", "d", "e", "f", "g", "h"];
const EMPLOYED = ["head", "tjp", "kom", "reg"];

/** The people of scenario 2: eight in the group, from three boards. */
export const schoolDirectory: Directory = {
  organisation: {
    bodies: BODIES.map(([id, name, short, kind]) => ({
      id,
      name,
      short,
      kind,
      departmentHead: "head",
      registrars: ["reg"],
      communicators: ["kom"],
    })),
    elected: ELECTED,
    admins: [],
    linkHosts: [],
  },
  people: new Map<string, Membership>(
    [...ELECTED, ...EMPLOYED].map((person) => [person, { teams: [TEAM], guest: false }]),
  ),
};

const LINK = { title: "Underlag", url: "https://granasa.sharepoint.com/underlag" };

export const asked: readonly Step[] = [
  ["a", { ...start("a"), title: "Ny grundskola: var ska den ligga?" } as never],
  ["a", record("triage.summary", { issueSummary: "En ny skola ska byggas. Var?" })],
  ["a", record("triage.initiator", { initiatorRole: "elected" })],
  ["a", record("triage.led-by", { ledBy: "elected" })],
  ["a", record("triage.scope", { scope: "societal" })],
  [
    "a",
    record("triage.influence", {
      isInfluenceable: "partly",
      fixedConstraints: "Att skolan byggs är bestämt.",
    }),
  ],
  ["a", record("triage.decision", { decisionPending: true, decidingBody: "ks" })],
  ["a", record("triage.legal", { legalConsultation: "pbl_detaljplan" })],
];
export const identified: readonly Step[] = [
  ["reg", record("identify.case", { dnr: "KS 2027-0312" })],
  ["a", record("identify.statement", { issueStatement: "Var ska den nya skolan ligga?" })],
  ["a", put("identify.aspects", "aspectsIn", "in-1", "Tre platser")],
  ["a", record("identify.boards", { affectedBodies: "ks,bun,sbn", leadBody: "ks" })],
];
export const purposed: readonly Step[] = [
  ["a", record("purpose.statement", { purpose: "Vi vill veta vad som talar för varje plats." })],
  [
    "a",
    record("purpose.use", {
      useOfResult: "I underlaget till fullmäktige",
      finalDecisionBody: "kf",
      plannedDecisionDate: "2028-01-31",
    }),
  ],
  ["a", put("purpose.scope", "canInfluence", "can-1", "Vilken av platserna")],
  ["a", put("purpose.scope", "cannotInfluence", "cannot-1", "Att skolan byggs")],
  ["a", record("purpose.level", { proposedLevel: "dialog" })],
  ["a", record("purpose.willing", { willingToChange: true })],
];
export const registered: readonly Step[] = [
  ["reg", record("decide.budget", { budgetSek: "220 000", budgetSource: "Driftbudget" })],
  ["reg", record("decide.steering-group", { members: ELECTED.join(","), chair: "a" })],
  ["reg", record("decide.level", { level: "dialog" })],
  ["reg", record("decide.assignment", { headAssigned: true, departmentHead: "head" })],
  [
    "reg",
    record("decide.register", {
      body: "ks",
      meetingDate: "2027-09-06",
      paragraph: "§ 141",
      dnr: "KS 2027-0312",
      decisionText: "Kommunstyrelsen beslutar att hålla en medborgardialog.",
      decidedUnder: "normal",
    }),
  ],
  ["reg", { type: "RegisterDecision", decisionId: "decision-1", matter: "start" }],
];

export const GROUPS = [
  ["elever", "Elever 10–15 år i norra kommundelen", 4, 1, 30],
  ["sprak", "Vårdnadshavare som inte talar svenska", 4, 1, 30],
  ["hem", "Vårdnadshavare i övrigt", 4, 3, 15],
  ["personal", "Skolpersonal", 3, 4, 10],
  ["grannar", "Grannar till de tre platserna", 3, 4, 15],
] as const;
const STEPS = [
  "planning",
  "checkpoint",
  "conduct-dialogue",
  "compile-results",
  "final-decision",
  "feedback-to-citizens",
  "evaluate-and-learn",
  "follow-up",
];
export const planned: readonly Step[] = [
  ...GROUPS.map(
    ([id, name, affected, heard]): Step => [
      "tjp",
      row("plan.target-map", "groups", id, {
        name,
        affected: String(affected),
        heard: String(heard),
        affectedHow: "Barnens skolväg",
      }),
    ],
  ),
  ["a", fix("plan.target-map")],
  ...GROUPS.map(
    ([id, , , , share]): Step => [
      "tjp",
      put("plan.target-priority", "resourceShare", id, String(share)),
    ],
  ),
  ["a", fix("plan.target-priority")],
  ...["elever", "sprak"].map(
    (groupId): Step => [
      "tjp",
      row("plan.outreach", "outreach", `ut-${groupId}`, {
        groupId,
        channel: "I skolan",
        bridge: "Modersmålslärarna",
        responsible: "tjp",
      }),
    ],
  ),
  ["a", record("plan.level", { level: "dialog" })],
  ["a", fix("plan.responsibility")],
  ...STEPS.map((step): Step => ["tjp", put("plan.resources", "competence", step, "ok")]),
  ["tjp", record("plan.resources", { plannedCostSek: "200 000" })],
  ["tjp", row("plan.accessibility", "measures", "m-1", { need: "Arabiska", measure: "Tolk" })],
  [
    "tjp",
    row("plan.privacy", "dataItems", "d-1", {
      item: "Mejladress",
      purpose: "Återkoppling",
      legalBasis: "Allmänt intresse",
      retention: "30 dagar",
    }),
  ],
  ["tjp", record("plan.privacy", { infoText: LINK, dpiaNeeded: "false" })],
];
