import type { Context } from "./context.ts";
import type { Dialogue } from "./dialogue.ts";
import type { Position, PositionCommand, PositionFact } from "./position.ts";
import { isSameAnswer, reasonFor, refuseClosed, requireRole } from "./position-rights.ts";
import { Rejection } from "./rejection.ts";
import { seatOf } from "./seats.ts";

type Of<T extends PositionCommand["type"]> = Extract<PositionCommand, { type: T }>;

/** The civil servant writes down what a member has answered by word of mouth; it counts when the member has confirmed it. Refuses an answer the member has given already. */
export function logOralAnswer(
  state: Dialogue,
  position: Position,
  { seat, answer, reason: words }: Of<"LogOralAnswer">,
  context: Context,
): PositionFact[] {
  requireRole(state, context, "civilServant");
  refuseClosed(position);
  if (!position.seats.includes(seat))
    throw new Rejection({
      code: "E-FIELD",
      faults: [{ itemId: "position", field: "seat", fault: "notAMember" }],
    });
  const current = position.answers[seat];
  if (current && current.oral !== "logged") throw new Rejection({ code: "E-ALREADY-ANSWERED" });
  const reason = reasonFor(answer, words);
  if (isSameAnswer(current, answer, reason)) return [];
  return [
    {
      type: "PositionAnswered",
      positionId: position.id,
      seat,
      answer: { text: answer },
      ...(reason ? { reason } : {}),
      oral: true,
    },
  ];
}

/** The member says that it is so; from then on it is their own answer. Refuses one that has been written down anew since it was shown. */
export function confirmOralAnswer(
  state: Dialogue,
  position: Position,
  { revision }: Of<"ConfirmOralAnswer">,
  context: Context,
): PositionFact[] {
  const seat = seatOf(state, position, context.actor, context.directory);
  const current = seat === undefined ? undefined : position.answers[seat];
  if (seat === undefined || !current?.oral)
    throw new Rejection({ code: "E-FORBIDDEN", who: ["steeringMember"] });
  if (current.oral === "confirmed") return [];
  refuseClosed(position);
  if (current.revision !== revision) throw new Rejection({ code: "E-STALE" });
  return [{ type: "OralAnswerConfirmed", positionId: position.id, seat }];
}
