import type { Calendar } from "./calendar.ts";
import type { Deadline } from "./deadline.ts";
import { deadlinesOf } from "./deadlines-of.ts";
import type { Command, Dialogue, State } from "./dialogue.ts";
import { roundsOf } from "./evaluation/rounds.ts";
import { roundClosings } from "./evaluation/survey-orders.ts";
import { internalRoundTimer } from "./evaluation/internal-round-time.ts";
import { purgeAt } from "./purge.ts";
import type { Template } from "./template.ts";
import { addDays, type Instant, instantOf } from "./time.ts";

/** Something that happens by time: the order `system` gives, and when (decisions.md §9.1). */
export type Timer = { readonly at: Instant; readonly command: Command };

/**
 * What will happen to the dialogue by time alone, earliest first, by its state as it is now; what has happened is no longer
 * in it. While a dialogue is paused or stopped its work waits, but neither the days its people are away nor the day what is
 * kept of people is to go; of one that is over only who was asked is still to be forgotten.
 */
export function timersOf(state: State, template: Template, calendar: Calendar): readonly Timer[] {
  if (state.status === "none") return [];
  const internal = internalRoundTimer(state, { template, calendar });
  const timers = [
    ...(internal ? [internal] : []),
    ...absences(state),
    ...purges(state, deadlinesOf(state, template, calendar)),
    ...(state.status === "active" ? work(state, template, calendar) : []),
  ];
  return timers.toSorted((a, b) => compare(a.at, b.at));
}

function work(state: Dialogue, template: Template, calendar: Calendar): readonly Timer[] {
  return [
    ...closings(state),
    ...endings(state),
    ...roundClosings(state, roundsOf(state, template, calendar)),
  ];
}

/** A position closes at the time set when it opened (decisions.md §8.7). */
function closings(state: Dialogue): readonly Timer[] {
  return state.positions
    .filter(({ closed }) => !closed)
    .map(({ id, closesAt }) => ({
      at: closesAt,
      command: { type: "ClosePosition", positionId: id },
    }));
}

/** An occasion of an approved plan ends at its planned end, held or not (decisions.md §9.2). */
function endings(state: Dialogue): readonly Timer[] {
  if (state.gates.G5 === undefined) return [];
  return Object.values(state.occasions)
    .filter(({ status, endedAt }) => status === "planned" && endedAt === undefined)
    .toSorted((a, b) => a.number - b.number)
    .map(({ id, end }) => ({ at: end, command: { type: "EndOccasion", occasionId: id } }));
}

/** The contact list goes by itself on D19's day (process.md §13.3). */
function purges(state: Dialogue, deadlines: readonly Deadline[]): readonly Timer[] {
  if (state.status === "closed") return [];
  const at = purgeAt(state, deadlines);
  return at === undefined ? [] : [{ at, command: { type: "PurgeContactList" } }];
}

/** An absence begins with its first day and is over after its last, so that the cards say who acts (decisions.md §1.6). */
function absences({ roles, status }: Dialogue): readonly Timer[] {
  if (status !== "draft" && status !== "active" && status !== "paused") return [];
  return Object.entries(roles.absences).flatMap(([person, { from, until, begun }]): Timer[] => {
    if (!begun)
      return [{ at: instantOf(from, "00:00"), command: { type: "BeginAbsence", person } }];
    if (until === undefined) return [];
    const over = instantOf(addDays(until, 1), "00:00");
    return [{ at: over, command: { type: "EndAbsence", person } }];
  });
}

function compare(a: Instant, b: Instant): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
