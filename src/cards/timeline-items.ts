import type { DecisionMatter, Event } from "../domain/dialogue.ts";
import type { PositionMatter } from "../domain/position.ts";
import type { View } from "./view.ts";

/** Items whose story a position is part of. */
const OF_POSITION: { readonly [matter in PositionMatter]: readonly string[] } = {
  proposal: ["plan.proposal", "check.vote"],
  "feedback-method": ["plan.feedback-method"],
  level: ["plan.level"],
  lessons: ["eval.lessons"],
  other: [],
};

/** Whether the event belongs to the item's own history: it was written, fixed, or what it is part of was settled. */
export function aboutItem({ state }: View, event: Event, itemId: string): boolean {
  if (event.type === "RecordCorrected")
    return event.about.kind === "item" && event.about.itemId === itemId;
  if ("itemId" in event) return event.itemId === itemId;
  if ("positionId" in event) {
    const position = state.positions.find(({ id }) => id === event.positionId);
    return position !== undefined && OF_POSITION[position.matter].includes(itemId);
  }
  if ("decisionId" in event) {
    const matter = state.decisions.find(({ id }) => id === event.decisionId)?.matter;
    return matter !== undefined && itemId.startsWith(prefixOf(matter));
  }
  if ("occasionId" in event)
    return itemId === "plan.events" || itemId.endsWith(`.${event.occasionId}`);
  if (event.type === "GateOverridden")
    return ["plan.communication", "plan.documentation", "plan.evaluation"].includes(itemId);
  return event.type === "DialogueTriaged" && itemId === "triage.result";
}

/** The items a decision was registered from. */
function prefixOf(matter: DecisionMatter): string {
  return matter === "final" ? "final." : "decide.";
}
