import type { Command } from "../../src/domain/dialogue.ts";
import { fix, row } from "./planned.ts";
import { record, type Step } from "./given.ts";
import { compiled, reasons } from "./whole-plan.ts";

const LINK = { title: "Underlag", url: "https://granasa.se/underlag" };
const sent = (sentAt: string) => ({
  sentAt,
  channels: { chosen: "web", other: "" },
  doc: LINK,
  sender: "a",
});
const register: Command = {
  type: "RegisterDecision",
  decisionId: "final-1",
  matter: "final",
  values: {
    body: "sbn",
    meetingDate: "2027-06-22",
    paragraph: "§ 88",
    dnr: "SBN 2027-0041",
    decisionText: "Nämnden bygger om belysningen.",
    decidedUnder: "normal",
  },
};

/** Scenario 1 goes on from the report: each history ends where one gate is still closed. */
export const decided: readonly Step[] = [
  ...compiled,
  ["reg", register],
  ["a", { type: "ConfirmDecision", decisionId: "final-1" }],
];
export const reasoned: readonly Step[] = [...decided, ...reasons()];
export const toldBoth: readonly Step[] = [
  ...reasoned,
  ["a", record("feedback.heard", sent("2027-06-17"))],
  ["a", record("feedback.decision", { ...sent("2027-08-13"), linksToThemeResponses: "true" })],
];
const round = (roundId: string): Step => [
  "system",
  { type: "CloseRound", roundId, answers: 12 },
  "2027-06-01T22:00:00.000Z",
];
export const learnt: readonly Step[] = [
  ...toldBoth,
  round("e1"),
  round("e2"),
  ["system", { type: "OpenInternalRound" }, "2027-08-16T06:30:00.000Z"],
  ["system", { type: "CloseInternalRound" }, "2027-08-30T21:59:00.000Z"],
  ["a", record("eval.meeting", { heldAt: "2027-09-09" })],
  // Where nobody has answered the group has reflected together.
  [
    "a",
    row("eval.meeting", "conclusions", "c1", {
      question: "I5",
      conclusion: "Vi nådde de unga för sent.",
    }),
  ],
  [
    "a",
    row("eval.lessons", "lessons", "l1", {
      observation: "Unga nåddes först på plats.",
      evidence: "debrief",
      recommendation: "Börja där de är.",
    }),
  ],
  ["a", fix("eval.lessons")],
];
export const finished: readonly Step[] = [
  ...learnt,
  ["a", record("follow.finish", { finishedAt: "2028-06-22", by: "a" })],
];
