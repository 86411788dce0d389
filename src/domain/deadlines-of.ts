import type { Calendar } from "./calendar.ts";
import type { Deadline } from "./deadline.ts";
import { deadlinesFrom } from "./deadlines.ts";
import type { Dialogue } from "./dialogue.ts";
import type { Milestone, Milestones } from "./milestones.ts";
import { startDecision } from "./permissions.ts";
import { isDone } from "./item-progress.ts";
import type { Template } from "./template.ts";

/** Every deadline of the dialogue that has come to be, by what is recorded in it (process.md §13.3). */
export function deadlinesOf(
  state: Dialogue,
  template: Template,
  calendar: Calendar,
): readonly Deadline[] {
  return deadlinesFrom(milestonesOf(state, template), { counts: template.deadlines, calendar });
}

/** The recorded facts that deadlines count from. Events and what follows them come with the steps that record them. */
function milestonesOf(state: Dialogue, template: Template): Milestones {
  const decision = startDecision(state);
  const meeting = decision?.facts.meetingDate;
  const when = (itemId: string, field: string) => milestone(state, template, itemId, field);
  return {
    ...(decision?.settledAt && typeof meeting === "string"
      ? { startDecision: { on: meeting, at: decision.settledAt } }
      : {}),
    ...some("appointed", when("plan.appoint", "appointedAt")),
    ...some("kickoff", when("plan.kickoff", "kickoffDate")),
    ...some("feedbackFixed", when("plan.feedback-method", "decidedAt")),
    ...some("proposal", when("plan.proposal", "submittedAt")),
    occasions: [],
    statusNotices: [],
    followUps: [],
  };
}

function some<K extends string>(
  name: K,
  milestone: Milestone | undefined,
): { [name in K]?: Milestone } {
  return (milestone ? { [name]: milestone } : {}) as { [name in K]?: Milestone };
}

/** The day an item says a thing was done, once the item is done. */
function milestone(
  state: Dialogue,
  template: Template,
  itemId: string,
  field: string,
): Milestone | undefined {
  const item = state.items[itemId];
  const on = item?.values[field];
  if (typeof on !== "string" || !item?.recordedAt || !isDone(state, template, itemId))
    return undefined;
  return { on, at: item.fixed?.at ?? item.recordedAt };
}
