import { appointed, record, registered, type Step } from "./given.ts";
import { answer, fix, occasion, planned, row } from "./planned.ts";
import { decidedFinally, type Row } from "./played.ts";
import {
  communicated,
  compiled,
  documented,
  evaluated,
  heldAll,
  heldOnce,
  invited,
  questioned,
  reasons,
} from "./whole-plan.ts";

const LINK = { title: "Underlag", url: "https://granasa.sharepoint.com/underlag" };
const CHANNELS = { chosen: "web,poster", other: "" };

/** What a step writes. */
function itemOf([, command]: Step): string {
  if (command.type === "RecordItems") return command.entries[0]?.itemId ?? "";
  return "itemId" in command ? command.itemId : command.type;
}
const only = (steps: readonly Step[], ...items: readonly string[]) =>
  steps.filter((step) => items.some((item) => itemOf(step).startsWith(item)));
const without = (steps: readonly Step[], ...items: readonly string[]) =>
  steps.filter((step) => !items.some((item) => itemOf(step).startsWith(item)));

const plan = planned().slice(appointed.length);
const heldFirst = heldOnce.slice(invited.length);
const heldSecond = heldAll.slice(heldOnce.length);

const published = (sentAt: string) => ({ sentAt, channels: CHANNELS, doc: LINK, sender: "a" });
const told = (status: string, sentAt: string) => ({
  status,
  text: "Belysningen är på plats.",
  sentAt,
});
const debrief = (id: string, doneAt: string): Step => [
  "tjp",
  record(`event.debrief.${id}`, { keep: "Små bord", change: "Fler ljusförslag per bord", doneAt }),
];
const lesson = (id: string, observation: string): Step => [
  "tjp",
  row("eval.lessons", "lessons", id, {
    kind: "change",
    observation,
    evidence: "debrief",
    recommendation: "Börja med uppsökande tillfälle.",
  }),
];

/** Scenario 1, Otrygghet på Stationstorget, row by row (scenarios.md); the steps before the decision come at once. */
export const scenarioOne: readonly Row[] = [
  ["2027-01-27 15:45", ...registered],
  ["2027-01-27 16:00", ["a", { type: "ConfirmDecision", decisionId: "decision-1" }]],
  ["2027-02-02 12:00", ["reg", record("decide.minutes", { minutesApproved: "2027-02-02" })]],
  ["2027-02-03 12:00", ["reg", record("decide.minutes", { minutesAnnounced: "2027-02-03" }, 1)]],
  ["2027-02-04 10:00", ...appointed.slice(-1)],
  ["2027-02-16 10:00", ...only(plan, "plan.kickoff")],
  ["2027-03-01 10:00", ...only(plan, "plan.feedback-method")],
  [
    "2027-03-19 10:00",
    ...without(plan, "plan.kickoff", "plan.feedback-method", "plan.events", "plan.proposal"),
    occasion("e1", "2027-05-07 18:00", "2027-05-07 20:30"),
    ["tjp", moved("e1", "2027-05-12", "18:00", "20:30")],
    ...questioned,
    ...communicated,
    ...evaluated,
  ],
  [
    "2027-03-22 10:00",
    occasion("e2", "2027-05-22 11:00", "2027-05-22 14:00", "c"),
    ...documented,
    ...only(plan, "plan.proposal"),
    [
      "tjp",
      {
        type: "OpenPosition",
        positionId: "p1",
        matter: "proposal",
        question: "Godkänner ni planen?",
        closesAt: { date: "2027-04-08", time: "17:30" },
      },
    ],
  ],
  [
    "2027-04-08 10:00",
    answer("a", "approve"),
    answer("b", "approve"),
    answer("c", "approve"),
    answer("d", "approve"),
    answer("e", "return", "För dyrt"),
  ],
  ["2027-04-20 10:00", ...only(invited, "event.invite")],
  [
    "2027-05-04 10:00",
    ["kom", record("event.remind.e1", { sentAt: "2027-05-04" })],
    ["kom", record("event.remind.e2", { sentAt: "2027-05-04" })],
  ],
  ["2027-05-12 20:30", ...without(heldFirst, "event.debrief")],
  ["2027-05-14 10:00", debrief("e1", "2027-05-14")],
  ["2027-05-22 14:00", ...without(heldSecond, "event.debrief"), { answered: { e1: 31, e2: 12 } }],
  ["2027-05-25 10:00", debrief("e2", "2027-05-25")],
  ["2027-06-10 10:00", ...compiled.slice(heldAll.length)],
  ["2027-06-17 10:00", ["a", record("feedback.heard", published("2027-06-17"))]],
  [
    "2027-06-23 16:00",
    ...reasons(),
    ...decidedFinally(
      { body: "sbn", meetingDate: "2027-06-22", paragraph: "§ 88" },
      { registrar: "reg", chair: "a" },
    ),
  ],
  ["2027-06-29 12:00", ["reg", record("final.minutes", { minutesApproved: "2027-06-29" })]],
  ["2027-07-01 12:00", ["reg", record("final.minutes", { minutesAnnounced: "2027-07-01" }, 1)]],
  [
    "2027-08-13 10:00",
    [
      "a",
      record("feedback.decision", { ...published("2027-08-13"), linksToThemeResponses: "true" }),
    ],
  ],
  [
    "2027-09-09 10:00",
    ["a", record("eval.meeting", { heldAt: "2027-09-09" })],
    lesson("l1", "Unga nåddes först på plats."),
    lesson("l2", "Dialogkaféet fungerade."),
    lesson("l3", "Sammanställningen kom sent."),
    ["a", fix("eval.lessons", 0)],
  ],
  [
    "2027-09-28 13:00",
    ["tjp", record("eval.report", { report: LINK, reportedAt: "2027-09-28", paragraph: "§ 102" })],
  ],
  ["2027-12-21 10:00", ["a", record("follow.m6", told("ongoing", "2027-12-21"))]],
  [
    "2028-06-22 10:00",
    ["a", record("follow.m12", told("done", "2028-06-22"))],
    ["a", record("follow.finish", { finishedAt: "2028-06-22", by: "a" })],
  ],
  [
    "2028-06-27 10:00",
    ["reg", record("follow.export", { exportId: "EXP-1", receivedBy: "Kommunarkivet" })],
    ["reg", record("follow.purge", { gallringsbeslut: "SBN 2026-0003" })],
  ],
];

/** The first occasion is put on another day before the plan is sent to the group. */
function moved(id: string, date: string, start: string, end: string) {
  return row(
    "plan.events",
    "events",
    id,
    { start: { date, time: start }, end: { date, time: end } },
    1,
  );
}
