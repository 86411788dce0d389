import type { Calendar } from "./calendar.ts";
import type { Deadline } from "./deadline.ts";
import { milestonesOf } from "./deadlines-of.ts";
import { deadlinesFrom } from "./deadlines.ts";
import type { Dialogue } from "./dialogue.ts";
import type { Milestone, Milestones } from "./milestones.ts";
import type { Template } from "./template.ts";
import { endOfDay, instantOf, type LocalDate } from "./time.ts";

/**
 * Deadlines that have not come to be, on the days they will fall if everything is done on its last day (process.md §13.3:
 * "before that the date is a forecast"). They remind nobody.
 */
export function forecastsOf(
  state: Dialogue,
  template: Template,
  calendar: Calendar,
): readonly Deadline[] {
  const counting = { counts: template.deadlines, calendar };
  const known = milestonesOf(state, template);
  const codes = new Set(deadlinesFrom(known, counting).map(({ code }) => code));
  let supposed = withPlan(state, known);
  // Each assumption lets the next deadline be seen; there are not more than this many in a row.
  for (let more = 0; more < 10; more++)
    supposed = onTime(supposed, deadlinesFrom(supposed, counting));
  return deadlinesFrom(supposed, counting)
    .filter(({ code, cancelledOn }) => !codes.has(code) && cancelledOn === undefined)
    .map(({ doneOn: _done, ...forecast }) => forecast);
}

/** As if every occasion had had its end, and the board had decided on the day it plans to. */
function withPlan(state: Dialogue, known: Milestones): Milestones {
  const day = state.items["purpose.use"]?.values.plannedDecisionDate;
  const last = known.occasions
    .map(({ ends }) => ends)
    .toSorted()
    .at(-1);
  const plausible = typeof day === "string" && last !== undefined && day > last;
  return {
    ...known,
    occasions: known.occasions.map((one) => ({
      ...one,
      endedAt: one.endedAt ?? endOfDay(one.ends),
    })),
    ...(known.finalDecision === undefined && plausible ? { finalDecision: on(day) } : {}),
  };
}

/** What each deadline leads to is supposed to be done on its last day. */
function onTime(m: Milestones, deadlines: readonly Deadline[]): Milestones {
  const due = (code: string): Milestone | undefined => {
    const found = deadlines.find((one) => one.code === code);
    return found && on(found.due);
  };
  const followUps = deadlines
    .filter(({ code }) => code.startsWith("D18."))
    .map(({ due: day }, index) => m.followUps[index] ?? on(day));
  const chosen = m.followUpMonths?.length ?? 2;
  const supposed = {
    appointed: m.appointed ?? due("D01"),
    kickoff: m.kickoff ?? due("D02"),
    proposal: m.proposal ?? due("D04"),
    checkpoint: m.checkpoint ?? due("D05"),
    decisionTold: m.decisionTold ?? due("D14"),
    internalClosed: m.internalClosed ?? due("D15"),
    learningMeeting: m.learningMeeting ?? due("D16"),
    finished: m.finished ?? followUps[chosen - 1],
  };
  const told = Object.entries(supposed).filter(([, one]) => one !== undefined);
  return {
    ...m,
    ...(Object.fromEntries(told) as Partial<Milestones>),
    followUps: m.finished ? m.followUps : followUps.slice(0, Math.max(chosen, m.followUps.length)),
  };
}

function on(day: LocalDate): Milestone {
  return { on: day, at: instantOf(day, "23:59") };
}
