import type { LaterMatter } from "../../src/domain/decision-matters.ts";
import type { Command } from "../../src/domain/dialogue.ts";
import type { Inputs } from "../../src/domain/value.ts";
import type { Step } from "./given.ts";

/** What the minutes of any later decision say. */
export const minutesOf = (paragraph: string, meetingDate: string, more: Inputs = {}): Inputs => ({
  body: "sbn",
  meetingDate,
  paragraph,
  dnr: "SBN 2027-0041",
  decisionText: "Nämnden beslutar enligt förslaget.",
  decidedUnder: "normal",
  ...more,
});

/** Registers a later decision with what its draft says. */
export const register = (
  matter: LaterMatter,
  values?: Inputs,
  decisionId = `${matter}-1`,
): Command => ({
  type: "RegisterDecision",
  decisionId,
  matter,
  ...(values === undefined ? {} : { values }),
});
export const confirm = (decisionId: string): Command => ({ type: "ConfirmDecision", decisionId });

/** Registered by the registrar and confirmed by the chair. */
export const decided = (
  matter: LaterMatter,
  values: Inputs,
  now = "2027-03-24T15:00:00.000Z",
): readonly Step[] => [
  ["reg", register(matter, values), now],
  ["a", confirm(`${matter}-1`), now],
];

export const stopped: readonly Step[] = decided(
  "stop",
  minutesOf("§ 41", "2027-04-27", { stopReason: "Staten bygger om torget i stället." }),
  "2027-04-28T14:00:00.000Z",
);
