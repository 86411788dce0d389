import type { RejectionCode } from "../../src/domain/rejection.ts";
import {
  appointed,
  confirmed,
  drafted,
  identified,
  purposed,
  registered,
  type Step,
  start,
  triaged,
  triageSteps,
} from "../support/given.ts";
import { answer, close, goOn, open, planned } from "../support/planned.ts";
import { compiled, heldAll, invited, wholePlan } from "../support/whole-plan.ts";
import { by, type Provoked, putRow, save } from "./codes-press.ts";
import { REFUSED_LATE } from "./codes-refused-late.ts";
import { LITTLE, share, shareOf } from "./codes-shares.ts";

const question = putRow("plan.questions", "questions", { value: "Var är det mörkt?" });
const register = { data: { verb: "registerDecision", decisionId: "decision-9" } };
const invitation = save("event.invite", { publishedAt: "2027-04-20" });
const boardTold = save("check.inform-board", { informedAt: "2027-04-01" });

const INITIATOR = by(
  "Det fylls i av initiativtagaren (Anna Lindqvist).",
  "It is filled in by the initiator (Anna Lindqvist).",
);

/** More than the board has given, and the group wants it all the same. */
const dear: readonly Step[] = [
  ...planned("160 000"),
  goOn,
  open,
  answer("a", "approve"),
  answer("b", "approve"),
  answer("c", "approve"),
  close,
];
const without = (steps: readonly Step[], word: string) =>
  steps.filter(([, command]) => !JSON.stringify(command).includes(word));

/** Provoked by tests of their own: without an organisation there is no dialogue, the final decision has no button yet, and a round closes by time. */
type Elsewhere = "E-NO-ORGANISATION" | "E-ALREADY-DECIDED" | "E-ROUND-CLOSED";

/** Each refusal by the first press that meets it (process.md §11, decisions.md §5.9). */
export const REFUSED: { readonly [code in Exclude<RejectionCode, Elsewhere>]: Provoked } = {
  "E-FORBIDDEN": {
    given: drafted,
    who: "b",
    press: register,
    tells: by(
      "Det görs av registratorn (Linnea Sandberg).",
      "It is done by the registrar (Linnea Sandberg).",
    ),
  },
  "E-FIELD": {
    given: triaged,
    who: "reg",
    press: save("identify.case", { dnr: "tjugo" }),
    tells: by(
      "Skriv på rätt sätt, till exempel SBN 2027-0041.",
      "Write it the right way, for example SBN 2027-0041.",
    ),
  },
  "E-REASON": {
    given: registered,
    who: "a",
    press: {
      data: { verb: "sendBackDecision", decisionId: "decision-1" },
      inputs: { "in:form:reason": " " },
    },
    tells: by("Skriv en motivering och försök igen.", "Write a reason and try again."),
  },
  "E-STALE": {
    given: identified,
    who: "reg",
    press: save("identify.case", { dnr: "SBN 2027-0042" }),
    tells: by(
      "Spara igen om din text ska ersätta den.",
      "Save again if your text is to replace it.",
    ),
  },
  "E-NOT-ACTIVE": {
    given: [...triaged, ["a", { type: "WithdrawDialogue" }]],
    who: "a",
    press: save("identify.statement", { issueStatement: "Hur?" }),
    tells: by(
      "Starta en ny dialog om frågan är aktuell igen.",
      "Start a new dialogue if the question comes up again.",
    ),
  },
  "E-LOCKED-RECORD": {
    given: confirmed,
    who: "a",
    press: save("purpose.statement", { purpose: "Något annat" }, 1),
    tells: by("Gör en rättelse i stället.", "Make a correction instead."),
  },
  "E-NOT-CITIZEN-DIALOGUE": {
    given: [["starter", start()], ...triageSteps("starter")],
    who: "starter",
    press: save("identify.statement", { issueStatement: "Hur?" }),
    tells: by(
      "Initiativtagaren (Anna Lindqvist) bekräftar i sin egen chatt",
      "It is confirmed by the initiator (Anna Lindqvist), in their own chat",
    ),
  },
  "E-TOPIC-MISSING": { given: triaged, who: "reg", press: register, tells: INITIATOR },
  "E-NOT-INFLUENCEABLE": { given: identified, who: "reg", press: register, tells: INITIATOR },
  "E-NO-BOARD-DECISION": {
    given: purposed,
    who: "a",
    press: question,
    tells: by(
      "Beslutet registreras av registratorn (Linnea Sandberg).",
      "The decision is registered by the registrar (Linnea Sandberg).",
    ),
  },
  "E-DECISION-INCOMPLETE": {
    given: purposed,
    who: "reg",
    press: register,
    tells: by(
      "De fylls i av registratorn (Linnea Sandberg).",
      "It is filled in by the registrar (Linnea Sandberg).",
    ),
  },
  "E-NO-CIVIL-SERVANT": {
    given: confirmed,
    who: "b",
    press: question,
    tells: by(
      "Tjänstepersonen utses av förvaltningschefen (Johan Wallin).",
      "The civil servant is appointed by the head of department (Johan Wallin).",
    ),
  },
  "E-PLAN-INCOMPLETE": {
    given: appointed,
    who: "tjp",
    press: boardTold,
    tells: by(
      "Planeringen görs av styrgruppen med stöd av tjänstepersonen (Tove Johansson).",
      "Planning is done by the steering group with support from the civil servant (Tove Johansson).",
    ),
  },
  "W-PLAN-PART-MISSING": {
    given: planned(),
    who: "tjp",
    press: boardTold,
    tells: by(
      "låt ordföranden (Anna Lindqvist) gå vidare utan den med en motivering.",
      "let the chair (Anna Lindqvist) go on without it and say why.",
    ),
  },
  "E-NOT-APPROVED": {
    given: wholePlan,
    who: "kom",
    press: invitation,
    tells: by(
      "Styrgruppen tar ställning i avstämningen.",
      "The steering group takes position at the checkpoint.",
    ),
  },
  "E-FEEDBACK-NOT-FIXED": {
    given: appointed,
    who: "kom",
    press: invitation,
    tells: by(
      "Det fastställs av ordföranden (Anna Lindqvist).",
      "It is fixed by the chair (Anna Lindqvist).",
    ),
  },
  "E-BUDGET-EXCEEDED": {
    given: dear,
    who: "kom",
    press: invitation,
    tells: by(
      "låt registratorn (Linnea Sandberg) registrera ett nytt beslut om budget.",
      "let the registrar (Linnea Sandberg) register a new decision on the budget.",
    ),
  },
  "E-NO-ELECTED-PRESENT": {
    given: invited,
    who: "tjp",
    press: save("compile.redact", { redactedBy: "tjp", redactedAt: "2027-06-01" }),
    tells: by(
      "Det görs av ordföranden (Anna Lindqvist) eller tjänstepersonen (Tove Johansson).",
      "This is done by the chair (Anna Lindqvist) or the civil servant (Tove Johansson).",
    ),
  },
  "E-EVENT-UNDOCUMENTED": {
    given: without(heldAll, "event.document"),
    who: "tjp",
    press: save("compile.redact", { redactedBy: "tjp", redactedAt: "2027-06-01" }),
    tells: by(
      "Länken till anteckningarna fylls i av tjänstepersonen (Tove Johansson).",
      "The link to the notes is filled in by the civil servant (Tove Johansson).",
    ),
  },
  "E-NO-REPORT": {
    given: heldAll,
    who: "tjp",
    press: save("final.owner", { implementer: "Gatuenheten" }),
    tells: by(
      "”Lämna rapporten till styrgruppen och till nämndens ärende”.\nDen görs klar av tjänstepersonen (Tove Johansson).",
      "“Hand over the report to the steering group and to the board’s case”.\nIt is finished by the civil servant (Tove Johansson).",
    ),
  },
  "E-BOARD-ONLY": {
    given: compiled,
    who: "kom",
    press: putRow("feedback.reach", "reach", { value: "true" }, { rowId: "unga" }),
    tells: by(
      "När beslutet är fattat registreras det av registratorn (Linnea Sandberg).",
      "When it has been made it is registered by the registrar (Linnea Sandberg).",
    ),
  },
  "W-SENSITIVE": {
    given: triaged,
    who: "a",
    press: save("identify.statement", { issueStatement: "Ring 19811218-9876 om torget." }),
    tells: by("Ändra texten och spara igen.", "Change the text and save again."),
  },
  "W-RESOURCE-PRIORITY": {
    given: [...wholePlan, ...LITTLE.map(share), shareOf("naring", "45")],
    who: "tjp",
    press: boardTold,
    tells: by(
      "låt ordföranden (Anna Lindqvist) gå vidare med en motivering.",
      "let the chair (Anna Lindqvist) go on and say why.",
    ),
  },
  "E-QUORUM": {
    given: [...wholePlan, open, answer("a", "approve"), answer("b", "approve")],
    who: "a",
    press: { data: { verb: "closePosition", positionId: "p1" } },
    tells: by(
      "låt ordföranden kalla in en ersättare.",
      "Wait for more answers, or let the chair call a substitute.",
    ),
  },
  "E-ALREADY-ANSWERED": {
    given: [...wholePlan, open, answer("b", "approve")],
    who: "tjp",
    press: {
      data: { verb: "logOral", positionId: "p1" },
      inputs: { "in:position:seat": "b", "in:position:answer": "abstain" },
    },
    tells: by("Du behöver inte göra något mer.", "You do not need to do anything more."),
  },
  "E-SCOPE-CHANGED": {
    given: appointed,
    who: "a",
    press: save("plan.level", { level: "inflytande" }),
    tells: by(
      "Beslutet registreras sedan av registratorn (Linnea Sandberg).",
      "The decision is then registered by the registrar (Linnea Sandberg).",
    ),
  },
  ...REFUSED_LATE,
};
