import type { RejectionCode } from "../../src/domain/rejection.ts";
import { decided, finished, learnt, reasoned, toldBoth } from "../support/after-decision.ts";
import { by, type Provoked, save } from "./codes-press.ts";

/** The step says what keeps the dialogue from being closed. */
const lastStep = { kind: "fetch", data: { verb: "openStep", stepId: "follow-up" } } as const;

/** What is refused between the board's decision in the matter and the closing. */
export const REFUSED_LATE = {
  "E-REASONS-MISSING": {
    given: decided,
    who: "tjp",
    press: save("feedback.decision", { sentAt: "2027-08-13" }),
    tells: by(
      "Motiveringen skrivs av tjänstepersonen (Tove Johansson).",
      "The reason is written by the civil servant (Tove Johansson).",
    ),
  },
  "E-NO-FEEDBACK": {
    given: reasoned,
    who: "a",
    press: save("eval.meeting", { heldAt: "2027-09-09" }),
    tells: by(
      "Det här är inte skickat: ”Återkoppling 1 – det här sa ni” och ”Återkoppling 2 – det här beslutades och varför”.\nÅterkopplingen skickas av ordföranden (Anna Lindqvist) med stöd av tjänstepersonen (Tove Johansson).",
      "“Feedback 2 – this is what was decided and why”.\nFeedback is sent by the chair (Anna Lindqvist) with support of the civil servant (Tove Johansson).",
    ),
  },
  "E-NO-EVALUATION": {
    given: toldBoth,
    who: "a",
    press: save("follow.m6", { text: "Det byggs." }),
    tells: by(
      "Den görs av styrgruppen med stöd av tjänstepersonen (Tove Johansson).",
      "It is done by the steering group with support of the civil servant (Tove Johansson).",
    ),
  },
  "E-FOLLOWUP-OPEN": {
    given: learnt,
    who: "reg",
    press: lastStep,
    tells: by(
      "Uppföljningen avslutas av ordföranden (Anna Lindqvist).",
      "The follow-up is ended by the chair (Anna Lindqvist).",
    ),
  },
  "E-NOT-EXPORTED": {
    given: finished,
    who: "a",
    press: lastStep,
    tells: by(
      "Det görs av registratorn (Linnea Sandberg).",
      "It is done by the registrar (Linnea Sandberg).",
    ),
  },
} as const satisfies { readonly [code in RejectionCode]?: Provoked };
