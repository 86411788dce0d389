import type { Template } from "../template.ts";
import { checkpoint } from "./checkpoint.ts";
import { compileResults } from "./compile-results.ts";
import { conductDialogue } from "./conduct-dialogue.ts";
import { decideDialogue } from "./decide-dialogue.ts";
import { evaluateAndLearn } from "./evaluate-and-learn.ts";
import { feedbackToCitizens } from "./feedback-to-citizens.ts";
import { finalDecision } from "./final-decision.ts";
import { followUpAndClosing } from "./follow-up.ts";
import { identifyIssue } from "./identify-issue.ts";
import { planning } from "./planning.ts";
import { purposeAndInfluence } from "./purpose-and-influence.ts";
import { triage } from "./triage.ts";
import { words } from "./wording.ts";

/**
 * The process as process.md describes it, with its default day counts. A municipality may put a template of its own in
 * its place, within what decisions.md §12.1 allows. Give it a new version whenever anything in it changes.
 */
export const builtInTemplate: Template = {
  id: "medborgardialog",
  version: 1,
  name: words("Medborgardialog", "Citizen dialogue"),
  steps: [
    triage,
    identifyIssue,
    purposeAndInfluence,
    decideDialogue,
    planning,
    checkpoint,
    conductDialogue,
    compileResults,
    finalDecision,
    feedbackToCitizens,
    evaluateAndLearn,
    followUpAndClosing,
  ],
  lanes: {
    elected: words("Förtroendevalda", "Elected officials"),
    together: words("Gemensamt", "Together"),
    civilServants: words("Tjänstepersoner", "Civil servants"),
  },
  roles: {
    starter: words("Den som startade", "The one who started"),
    initiator: words("Initierande förtroendevald", "Initiating elected official"),
    steeringChair: words("Ordförande i styrgruppen", "Chair of the steering group"),
    steeringMember: words("Ledamot i styrgruppen", "Member of the steering group"),
    substitute: words("Ersättare i styrgruppen", "Substitute in the steering group"),
    departmentHead: words("Förvaltningschef", "Head of department"),
    civilServant: words(
      "Utsedd tjänsteperson (processledare)",
      "Appointed civil servant (process lead)",
    ),
    deputy: words("Ersättare för tjänstepersonen", "Deputy of the civil servant"),
    communicator: words("Kommunikatör", "Communications officer"),
    registrar: words("Nämndsekreterare/registrator", "Board secretary/registrar"),
    observer: words("Insyn", "Observer"),
    admin: words("Systemförvaltare", "System administrator"),
  },
  // process.md §13.3; the numbers are defaults.
  deadlines: {
    D01: { wd: 10 },
    D02: { wd: 10 },
    D03: { wd: 10 },
    D04: { wd: 30 },
    D05: { days: 30 },
    D06: { days: 21 },
    D07: { wd: 5 },
    D08: { wd: 2 },
    D09: { days: 10, nudgeDays: 5 },
    D10: { wd: 15 },
    D11: { wd: 20 },
    D13: { days: 90 },
    D14: { wd: 15 },
    D15: { wd: 10 },
    D16: { wd: 10 },
    D17: { wd: 20 },
    D18: { months: [6, 12], thenEvery: 6 },
    D19: { days: 30 },
    D20: { wd: 1 },
  },
  calendar: { klamdagPolicy: "working", quietWeeks: [28, 31] },
};
