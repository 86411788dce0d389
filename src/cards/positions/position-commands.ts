import type { Command } from "../../domain/dialogue.ts";
import type { PositionMatter } from "../../domain/position.ts";
import { POSITION_ANSWERS, type PositionAnswer } from "../../domain/tally.ts";
import type { PersonId } from "../../domain/value.ts";
import type { Pressed } from "../actions.ts";
import type { PersonOf, Submitted } from "../forms/read-inputs.ts";
import { inputId } from "../input-ids.ts";
import { MATTERS, POSITION } from "./position-fields.ts";
import type { PositionOrdering } from "./position-verbs.ts";

/** The order a pressed button about a position gives. What was chosen or written is checked by the domain. */
export function positionCommands(
  { action, inputs }: Pressed & { readonly action: PositionOrdering },
  personOf: PersonOf = () => undefined,
): readonly Command[] {
  if (action.verb === "overrideGate")
    return [{ type: "OverrideGate", gate: "G4c", reason: said(inputs, "reason") }];
  const { positionId } = action;
  const reason = said(inputs, "reason");
  switch (action.verb) {
    case "answerPosition": {
      const { answer, revision } = action;
      return [{ type: "AnswerPosition", positionId, answer, reason: "", revision }];
    }
    case "saveAnswer": {
      const { revision } = action;
      return answerIn(inputs).map((answer) => ({
        type: "AnswerPosition",
        positionId,
        answer,
        reason,
        revision,
      }));
    }
    case "confirmOral":
      return [{ type: "ConfirmOralAnswer", positionId, revision: action.revision }];
    case "commentPosition": {
      const text = said(inputs, "comment");
      return [{ type: "CommentPosition", positionId, commentId: action.commentId, text }];
    }
    case "logOral": {
      const [seat = ""] = peopleIn(inputs, "seat", personOf);
      return answerIn(inputs).map((answer) => ({
        type: "LogOralAnswer",
        positionId,
        seat,
        answer,
        reason,
      }));
    }
    case "callSubstitute": {
      const [seat = ""] = peopleIn(inputs, "seat", personOf);
      const [substitute = ""] = peopleIn(inputs, "substitute", personOf);
      return [{ type: "CallSubstitute", positionId, seat, substitute }];
    }
    case "closePosition":
      return [{ type: "ClosePosition", positionId }];
    case "reopenPosition":
      return [{ type: "ReopenPosition", positionId, closesAt: closesIn(inputs) }];
    case "askPosition":
    case "recordConsensus":
      return putToGroup(action.verb, positionId, inputs, personOf);
  }
}

function putToGroup(
  verb: "askPosition" | "recordConsensus",
  positionId: string,
  inputs: Submitted,
  personOf: PersonOf,
): readonly Command[] {
  const question = said(inputs, "question");
  const matter = MATTERS.find((one): one is PositionMatter => one === said(inputs, "matter"));
  const about = { positionId, matter: matter ?? "other", question } as const;
  if (verb === "askPosition")
    return [{ type: "OpenPosition", ...about, closesAt: closesIn(inputs) }];
  return [{ type: "RecordConsensus", ...about, present: peopleIn(inputs, "present", personOf) }];
}

function said(inputs: Submitted, field: string): string {
  return inputs[inputId(POSITION, field)] ?? "";
}

function closesIn(inputs: Submitted) {
  const part = (name: string) => inputs[inputId(POSITION, "closesAt", name)];
  return { date: part("date"), time: part("time") };
}

/** None when nothing was chosen: the client asks for it, and a form without it changes nothing. */
function answerIn(inputs: Submitted): readonly PositionAnswer[] {
  return POSITION_ANSWERS.filter((one) => one === said(inputs, "answer"));
}

/** The people chosen, from our own list or from Teams' picker. */
function peopleIn(inputs: Submitted, field: string, personOf: PersonOf): readonly PersonId[] {
  const picked = inputs[inputId(POSITION, field, "picked")];
  const chosen = (picked ?? said(inputs, field)).split(",").map((one) => one.trim());
  return chosen
    .filter((one) => one !== "")
    .map((one) => (picked === undefined ? one : (personOf(one) ?? one)));
}
