import { record, type Step } from "./given.ts";
import { fix, row } from "./planned.ts";
import { decidedFinally, type Row } from "./played.ts";
import { asked, GROUPS, identified, planned, purposed, registered } from "./scenario-two-plan.ts";

const LINK = { title: "Underlag", url: "https://granasa.sharepoint.com/underlag" };
const CHANNELS = { chosen: "web,school", other: "" };

const occasion = (id: string, date: string, from: string, to: string, host: string): Step => [
  "tjp",
  row("plan.events", "events", id, {
    start: { date, time: from },
    end: { date, time: to },
    place: "Norra skolan",
    form: id === "e3" ? "digital" : "physical",
    hostElected: host,
  }),
];

const held = (id: string, present: string, count: string): readonly Step[] => [
  ["a", record(`event.elected.${id}`, { electedPresent: present })],
  ["tjp", record(`event.open.${id}`, { infoGiven: "true" })],
  ["tjp", record(`event.document.${id}`, { notes: LINK, photosConsent: "none" })],
  ["tjp", record(`event.count.${id}`, { attendance: count })],
];
const debrief = (id: string, doneAt: string): Step => [
  "tjp",
  record(`event.debrief.${id}`, { keep: "Små grupper", doneAt }),
];
const vote = (who: string, answer: "approve" | "return" | "recuse", reason = ""): Step => [
  who,
  { type: "AnswerPosition", positionId: "p1", answer, reason, revision: 0 },
];
const published = (sentAt: string) => ({ sentAt, channels: CHANNELS, doc: LINK, sender: "a" });
const told = (status: string, sentAt: string) => ({ status, text: "Skolan ritas.", sentAt });
const theme = (id: string, title: string): Step => [
  "tjp",
  row("compile.themes", "themes", id, { title, summary: title, weight: "some" }),
];
const use = (id: string, outcome: string): Step => [
  "tjp",
  row("final.use", "themeResponses", `use-${id}`, {
    themeId: id,
    outcome,
    reason: "Så blev det, därför att vägen är säker.",
  }),
];

const compiled: readonly Step[] = [
  ["tjp", row("compile.collect", "sources", "s-1", { value: LINK as never })],
  ["tjp", record("compile.redact", { redactedBy: "tjp", redactedAt: "2027-12-10" })],
  theme("t1", "Säker skolväg"),
  theme("t2", "Nära till bussen"),
  theme("t3", "Plats 3 vid sjön"),
  ...GROUPS.map(
    ([id]): Step => ["tjp", row("compile.heard", "coverage", id, { value: "reached" })],
  ),
  ["tjp", record("compile.heard", { biasNote: "Få fäder kom." })],
  ["tjp", record("compile.report", { report: LINK, version: "1.0", fixedAt: "2027-12-13" })],
  ["tjp", record("compile.handover", { handedOverAt: "2027-12-13", dnr: "KS 2027-0312" })],
];

/** Scenario 2, Ny grundskola: var ska den ligga?, row by row (scenarios.md). */
export const scenarioTwo: readonly Row[] = [
  ["2027-08-16 09:00", ...asked],
  ["2027-08-19 10:00", ...identified],
  ["2027-08-26 10:00", ...purposed],
  ["2027-09-07 15:45", ...registered],
  ["2027-09-07 16:00", ["a", { type: "ConfirmDecision", decisionId: "decision-1" }]],
  ["2027-09-13 12:00", ["reg", record("decide.minutes", { minutesApproved: "2027-09-13" })]],
  [
    "2027-09-14 10:00",
    ["head", record("plan.appoint", { civilServant: "tjp", appointedAt: "2027-09-14" })],
    ["reg", record("decide.minutes", { minutesAnnounced: "2027-09-14" }, 1)],
  ],
  ["2027-09-22 10:00", ["tjp", record("plan.kickoff", { kickoffDate: "2027-09-22" })]],
  ["2027-09-29 10:00", ...planned],
  [
    "2027-10-08 10:00",
    [
      "a",
      record("plan.feedback-method", {
        feedbackChannels: "web,library",
        feedbackSender: "a",
        followUpMonths: "6, 12",
        decidedAt: "2027-10-08",
      }),
    ],
  ],
  [
    "2027-10-11 10:00",
    occasion("e1", "2027-11-16", "18:30", "21:00", "a"),
    occasion("e2", "2027-11-18", "13:00", "14:30", "h"),
    occasion("e3", "2027-11-23", "18:30", "20:00", "d"),
    [
      "tjp",
      record("plan.proposal", { proposalDoc: LINK, version: "1", submittedAt: "2027-10-11" }),
    ],
    ["a", { type: "OverrideGate", gate: "G4c", reason: "Planerna kommer i oktober." }],
    [
      "tjp",
      {
        type: "OpenPosition",
        positionId: "p1",
        matter: "proposal",
        question: "Godkänner ni planen?",
        closesAt: { date: "2027-10-14", time: "17:00" },
      },
    ],
  ],
  [
    "2027-10-13 10:00",
    vote("a", "approve"),
    vote("b", "approve"),
    vote("c", "approve"),
    vote("d", "return", "Platserna är inte lika beskrivna."),
    vote("e", "return", "För sent på hösten."),
    vote("g", "recuse"),
    vote("h", "return", "För få tillfällen."),
  ],
  [
    "2027-10-26 10:00",
    [
      "kom",
      record("event.invite", {
        publishedAt: "2027-10-26",
        channels: CHANNELS,
        doc: LINK,
        contents: "question,influence,decision,feedback,privacy",
      }),
    ],
  ],
  ["2027-11-09 10:00", ["kom", record("event.remind.e1", { sentAt: "2027-11-09" })]],
  ["2027-11-16 21:00", ...held("e1", "a,c,e", "41")],
  ["2027-11-18 10:00", debrief("e1", "2027-11-18")],
  [
    "2027-11-18 13:00",
    [
      "tjp",
      record("event.prepare.e2", {
        hostElected: "b",
        facilitator: "Processledaren",
        noteTaker: "kom",
        materialReady: "true",
      }),
    ],
  ],
  ["2027-11-18 14:30", ["b", record("event.open.e2", { infoGiven: "true" })]],
  [
    "2027-11-18 15:00",
    ["a", record("event.elected.e2", { electedPresent: "b" })],
    ["kom", record("event.document.e2", { notes: LINK, photosConsent: "none" })],
    ["tjp", record("event.count.e2", { attendance: "24" })],
  ],
  ["2027-11-22 10:00", debrief("e2", "2027-11-22")],
  ["2027-11-23 20:00", ...held("e3", "d,h", "6")],
  ["2027-11-25 10:00", debrief("e3", "2027-11-25")],
  ["2027-11-25 12:00", { answered: { e1: 22, e2: 19, e3: 4 } }],
  ["2027-12-13 10:00", ...compiled],
  ["2027-12-20 10:00", ["a", record("feedback.heard", published("2027-12-20"))]],
  [
    "2028-02-01 16:00",
    use("t1", "followed"),
    use("t2", "followed"),
    ...decidedFinally(
      { body: "kf", meetingDate: "2028-01-31", paragraph: "§ 9" },
      { registrar: "reg", chair: "a" },
    ),
  ],
  ["2028-02-02 10:00", use("t3", "not_followed")],
  ["2028-02-10 12:00", ["reg", record("final.minutes", { minutesApproved: "2028-02-10" })]],
  ["2028-02-11 12:00", ["reg", record("final.minutes", { minutesAnnounced: "2028-02-11" }, 1)]],
  [
    "2028-02-18 10:00",
    [
      "a",
      record("feedback.decision", { ...published("2028-02-18"), linksToThemeResponses: "true" }),
    ],
  ],
  [
    "2028-03-16 10:00",
    ["a", record("eval.meeting", { heldAt: "2028-03-16" })],
    [
      "tjp",
      row("eval.lessons", "lessons", "l1", {
        kind: "keep",
        observation: "Elevernas eget tillfälle gav mest.",
        evidence: "debrief",
        recommendation: "Gå till skolan.",
      }),
    ],
    ["a", fix("eval.lessons", 0)],
  ],
  ["2028-04-10 13:00", ["tjp", record("eval.report", { report: LINK, reportedAt: "2028-04-10" })]],
  ["2028-08-14 10:00", ["a", record("follow.m6", told("ongoing", "2028-08-14"))]],
  [
    "2029-01-31 10:00",
    ["a", record("follow.m12", told("done", "2029-01-31"))],
    ["a", record("follow.finish", { finishedAt: "2029-01-31", by: "a" })],
    ["reg", record("follow.export", { exportId: "EXP-2", receivedBy: "Kommunarkivet" })],
    ["reg", record("follow.purge", { gallringsbeslut: "KS 2026-0003" })],
  ],
];
