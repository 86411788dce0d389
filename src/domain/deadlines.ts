import { type Counting, type Deadline, discretionaryAfter, done } from "./deadline.ts";
import { decisionDeadlines } from "./decision-deadlines.ts";
import type { Milestones } from "./milestones.ts";
import { occasionDeadlines } from "./occasion-deadlines.ts";

/** Every deadline that has come to be, by the facts there are (process.md §13.3). Dates follow the day things happened, not the day they were written down. */
export function deadlinesFrom(milestones: Milestones, counting: Counting): readonly Deadline[] {
  return [
    ...planningDeadlines(milestones, counting),
    ...occasionDeadlines(milestones, counting),
    ...decisionDeadlines(milestones, counting),
  ];
}

function planningDeadlines(m: Milestones, counting: Counting): readonly Deadline[] {
  const { D01, D02, D03, D04 } = counting.counts;
  const deadlines: Deadline[] = [];
  const { startDecision, appointed, kickoff } = m;
  if (startDecision)
    deadlines.push({
      code: "D01",
      ...discretionaryAfter(startDecision.on, D01.wd, counting),
      responsible: "departmentHead",
      createdAt: startDecision.at,
      ...done(appointed?.on),
    });
  if (appointed)
    deadlines.push({
      code: "D02",
      ...discretionaryAfter(appointed.on, D02.wd, counting),
      responsible: "civilServant",
      createdAt: appointed.at,
      ...done(kickoff?.on),
    });
  if (kickoff)
    deadlines.push(
      {
        code: "D03",
        ...discretionaryAfter(kickoff.on, D03.wd, counting),
        responsible: "steeringChair",
        createdAt: kickoff.at,
        ...done(m.feedbackFixed?.on),
      },
      {
        code: "D04",
        ...discretionaryAfter(kickoff.on, D04.wd, counting),
        responsible: "civilServant",
        createdAt: kickoff.at,
        ...done(m.proposal?.on),
      },
    );
  return deadlines;
}
