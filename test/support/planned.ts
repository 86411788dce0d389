import type { Command } from "../../src/domain/dialogue.ts";
import type { Inputs } from "../../src/domain/value.ts";
import { appointed, put, record, type Step } from "./given.ts";

export const row = (
  itemId: string,
  field: string,
  rowId: string,
  values: Inputs,
  revision = 0,
): Command => ({ type: "PutRow", itemId, field, rowId, values, revision });
export const fix = (itemId: string, revision = 0): Command => ({
  type: "FixItem",
  itemId,
  revision,
});

const LINK = { title: "Dokument", url: "https://granasa.se/dokument", version: "1" };

/** The groups of scenario 1: affected, heard, share (scenarios.md). */
const GROUPS = [
  ["unga", "Unga 13–18 som rör sig på torget", 4, 1, 35],
  ["resenarer", "Personer med funktionsnedsättning som reser kollektivt", 4, 2, 20],
  ["kvall", "Kvällsresenärer och skiftarbetare", 3, 1, 20],
  ["boende", "Boende i kvarteren intill", 3, 3, 10],
  ["naring", "Näringsidkare vid torget", 4, 4, 15],
] as const;

const groups: readonly Step[] = GROUPS.map(([id, name, affected, heard]) => [
  "tjp",
  row("plan.target-map", "groups", id, {
    name,
    affected: String(affected),
    heard: String(heard),
    affectedHow: "Rör sig där",
  }),
]);
/** Another distribution than the scenario's may be given, in the order of the groups. */
const shares = (
  percents: readonly number[] = GROUPS.map(([, , , , share]) => share),
): readonly Step[] =>
  GROUPS.map(([id], index) => [
    "tjp",
    put("plan.target-priority", "resourceShare", id, String(percents[index])),
  ]);
const outreach: readonly Step[] = ["unga", "resenarer", "kvall"].map((groupId) => [
  "tjp",
  row("plan.outreach", "outreach", `ut-${groupId}`, {
    groupId,
    channel: "På plats",
    bridge: "Fritidsgården",
    responsible: "tjp",
  }),
]);

/** A planned occasion; times are local, "2027-05-12 18:00". */
export const occasion = (id: string, start: string, end: string, host = "a"): Step => [
  "tjp",
  row("plan.events", "events", id, {
    start: parts(start),
    end: parts(end),
    place: "Stationstorget",
    form: "physical",
    hostElected: host,
  }),
];
function parts(local: string): { date: string; time: string } {
  const [date = "", time = ""] = local.split(" ");
  return { date, time };
}

/** Everything G4b and G5 read, but the group's position. `cost` in kronor. */
export const planned = (cost = "138 000"): readonly Step[] => [
  ...appointed,
  ["tjp", record("plan.kickoff", { kickoffDate: "2027-02-16" })],
  ...groups,
  ["a", fix("plan.target-map")],
  ...shares(),
  ["a", fix("plan.target-priority")],
  ...outreach,
  ["a", record("plan.level", { level: "dialog" })],
  [
    "a",
    record("plan.feedback-method", {
      feedbackChannels: "web,poster,library",
      feedbackSender: "a",
      followUpMonths: "6, 12",
      decidedAt: "2027-03-01",
    }),
  ],
  ["a", fix("plan.responsibility")],
  ...competence(),
  ["tjp", record("plan.resources", { plannedCostSek: cost })],
  [
    "tjp",
    row("plan.accessibility", "measures", "m-1", { need: "Hörslinga", measure: "Finns på plats" }),
  ],
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
  occasion("e1", "2027-05-12 18:00", "2027-05-12 20:30"),
  occasion("e2", "2027-05-22 11:00", "2027-05-22 14:00", "c"),
  ["tjp", record("plan.proposal", { proposalDoc: LINK, version: "1", submittedAt: "2027-03-22" })],
];

function competence(): readonly Step[] {
  const steps = [
    "planning",
    "checkpoint",
    "conduct-dialogue",
    "compile-results",
    "final-decision",
    "feedback-to-citizens",
    "evaluate-and-learn",
    "follow-up",
  ];
  return steps.map((step) => ["tjp", put("plan.resources", "competence", step, "ok")]);
}

export const goOn: Step = [
  "a",
  { type: "OverrideGate", gate: "G4c", reason: "Planerna kommer i april." },
];
export const open: Step = [
  "tjp",
  { type: "OpenPosition", positionId: "p1", matter: "proposal", question: "Godkänner ni planen?" },
];
export const answer = (
  who: string,
  value: "approve" | "return" | "refer" | "abstain" | "recuse",
  reason = "",
  revision = 0,
): Step => [who, { type: "AnswerPosition", positionId: "p1", answer: value, reason, revision }];
export const close: Step = [
  "a",
  { type: "ClosePosition", positionId: "p1" },
  "2027-04-08T15:30:00.000Z",
];
