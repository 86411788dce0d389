import type { Dialogue } from "./dialogue.ts";
import { problemsAt } from "./gates.ts";
import { isDone } from "./item-progress.ts";
import type { Position, PositionId } from "./position.ts";
import { mayReopen } from "./position-closing.ts";
import { standing } from "./position-state.ts";
import type { Role } from "./roles.ts";
import type { Template } from "./template.ts";

/** What the dialogue waits for in its positions: an answer of somebody, a closing, the question itself. Never who has answered (decisions.md §3.3). */
export type PositionAction =
  | {
      readonly what: "answerPosition" | "closePosition" | "reopenPosition";
      readonly positionId: PositionId;
      readonly roles: readonly Role[];
    }
  | { readonly what: "askPosition" | "overrideGate"; readonly roles: readonly Role[] };

export function positionActions(state: Dialogue, template: Template): readonly PositionAction[] {
  if (state.status !== "active") return [];
  return [...state.positions.flatMap((one) => waiting(state, one)), ...asking(state, template)];
}

function waiting(state: Dialogue, position: Position): readonly PositionAction[] {
  const positionId = position.id;
  if (position.closed)
    return mayReopen(state, position)
      ? [{ what: "reopenPosition", positionId, roles: ["steeringChair"] }]
      : [];
  const { answered, seats, quorum } = standing(position);
  if (answered < seats) return [{ what: "answerPosition", positionId, roles: ["steeringMember"] }];
  return quorum
    ? [{ what: "closePosition", positionId, roles: ["steeringChair", "civilServant"] }]
    : [];
}

/** The plan is handed in and waits to be put to the group, or for the chair to go on without a part of it. */
function asking(state: Dialogue, template: Template): readonly PositionAction[] {
  const { positions, gates } = state;
  const latest = positions.findLast(({ matter }) => matter === "proposal");
  const { values } = state.items["plan.proposal"] ?? {};
  const isAsked = latest !== undefined && (!latest.closed || latest.version === values?.version);
  if (gates.G4a === undefined || gates.G5 !== undefined || isAsked) return [];
  if (!isDone(state, template, "plan.proposal") || problemsAt(state, "G4b", template).length > 0)
    return [];
  return problemsAt(state, "G4c", template).length > 0
    ? [{ what: "overrideGate", roles: ["steeringChair"] }]
    : [{ what: "askPosition", roles: ["civilServant", "steeringChair"] }];
}
