import type { ItemOrderName } from "./matrix-item-orders.ts";
import { item, LEADS, NO_OCCASION, type Rule } from "./matrix-rules.ts";

/** What comes of writing an item, by its "Ansvar" (process.md §4) and the gates of its step. */
export const ITEMS_EXPECTED: { readonly [order in ItemOrderName]: readonly Rule[] } = {
  triageItem: item("elected", "triage", ["triagedOut", "starter chair", "changes"]),
  triagePage: item("elected", "triage", ["triagedOut", "starter chair", "changes"]),
  // The chair alone (§8.4), never away from what is information only.
  otherResult: item("chair", "triage", ["triagedOut", "chair", "E-FIELD"]),
  electedItem: item("elected", "identify"),
  administrationItem: item("administration", "identify"),
  caseNumber: item("administration", "identify"),
  decisionItem: item("administration", "decide"),
  decisionPage: item("administration", "decide"),
  // The board's own minutes are followed after a stop too (R-STOP).
  minutes: item("administration", "minutes", ["stopped", "registrar civilServant", "changes"]),
  appoint: item("head", "appointing"),
  civilServantItem: item("civilServant", "planning"),
  groupItem: item("group", "planning"),
  communication: item("communicator", "planning"),
  informBoard: item("civilServant", "checkpoint"),
  // What is published is a record.
  invite: item("communicator", "conduct", [
    "conducting compiled decided following",
    "communicator civilServant",
    "E-LOCKED-RECORD",
  ]),
  prepare: item("civilServant", "conduct"),
  present: item("chair", "conduct", NO_OCCASION),
  // The host of the second occasion is a member who does not press; when it is held the chair is.
  openOccasion: item("civilServant", "conduct", [
    "compiled decided following closed",
    LEADS,
    "nothing",
  ]),
  // The communicator takes notes.
  document: item(
    "civilServant",
    "conduct",
    ["asked", "communicator", "E-NOT-APPROVED"],
    ["closed", "communicator", "E-NOT-ACTIVE"],
    ["conducting compiled decided following", "communicator", "changes"],
  ),
  debrief: item("group", "conduct", NO_OCCASION),
  redact: item("civilServant", "compile"),
  report: item("civilServant", "compile", [
    "compiled decided following",
    "civilServant",
    "E-LOCKED-RECORD",
  ]),
  owner: item("laterAdministration", "final"),
  feedbackHeard: item("chair", "compile", ["following", LEADS, "E-LOCKED-RECORD"]),
  feedbackDecision: item("chair", "feedback", ["following", LEADS, "E-LOCKED-RECORD"]),
  learningMeeting: item("chair", "evaluate"),
  followUp: item("chair", "followUp"),
  finish: item("chairAlone", "followUp", ["closed", "chair", "nothing"]),
  export: item("laterAdministration", "followUp"),
  // process.md §12: registrar or civil servant register what the board has decided since.
  laterDraft: item("laterAdministration", "later"),
  sharedRow: item("shared", "identify"),
  groupRow: item("group", "planning"),
  review: item("group", "checkpoint"),
  theme: item("civilServant", "compile"),
  // What the chair has fixed only the chair takes up again.
  lesson: item(
    "group",
    "evaluate",
    ["following", "chair", "changes"],
    ["following", "member civilServant", "E-LOCKED-RECORD"],
  ),
  reach: item("communicator", "feedback"),
  // There is none yet before the second step.
  removeElected: item("elected", "identify", ["triaged", "starter chair", "nothing"]),
  removeGroup: item("group", "planning"),
  fix: item("chairAlone", "planning"),
};
