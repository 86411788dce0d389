import {
  type Counting,
  type Deadline,
  discretionary,
  discretionaryAfter,
  done,
} from "./deadline.ts";
import type { Milestone, Milestones } from "./milestones.ts";
import { lastEnded } from "./occasion-deadlines.ts";
import { addDays, addMonths, type LocalDate, localDateOf } from "./time.ts";

/** D13–D19: from the last tillfälle to the end of the follow-up (process.md §13.3). */
export function decisionDeadlines(m: Milestones, counting: Counting): readonly Deadline[] {
  return [
    ...statusNotices(m, counting),
    ...feedbackAndEvaluation(m, counting),
    ...followUps(m, counting),
    ...contactList(m, counting),
  ];
}

/** One each period from the last tillfälle while there is no decision; the next one comes to be when one has been sent. */
function statusNotices(m: Milestones, { counts, calendar }: Counting): readonly Deadline[] {
  const last = lastEnded(m);
  if (!last) return [];
  const decided = m.finalDecision;
  const sent = m.statusNotices;
  const open = decided === undefined || sent.length === 0 ? 1 : 0;
  return Array.from({ length: sent.length + open }, (_, index): Deadline => {
    const notice = sent[index];
    const before = sent[index - 1];
    return {
      code: `D13.${index + 1}`,
      ...discretionary(addDays(last.ends, (index + 1) * counts.D13.days), calendar),
      responsible: "civilServant",
      createdAt: before?.at ?? last.endedAt,
      ...done(notice?.on),
      ...(notice === undefined && decided ? { cancelledOn: dayOf(decided) } : {}),
    };
  });
}

function feedbackAndEvaluation(m: Milestones, counting: Counting): readonly Deadline[] {
  const { counts } = counting;
  const deadlines: Deadline[] = [];
  if (m.finalDecision)
    deadlines.push({
      code: "D14",
      ...discretionaryAfter(m.finalDecision.on, counts.D14.wd, counting),
      responsible: "steeringChair",
      createdAt: m.finalDecision.at,
      ...done(m.decisionTold?.on),
    });
  const internal = internalRound(m, counting);
  if (m.decisionTold) {
    deadlines.push({
      code: "D15",
      ...roundDays(m, m.decisionTold, counting),
      responsible: "civilServant",
      createdAt: m.decisionTold.at,
      ...done(internal?.on),
      automatic: true,
    });
  }
  if (internal)
    deadlines.push({
      code: "D16",
      ...discretionaryAfter(internal.on, counts.D16.wd, counting),
      responsible: "steeringChair",
      createdAt: internal.at,
      ...done(m.learningMeeting?.on),
    });
  if (m.learningMeeting)
    deadlines.push({
      code: "D17",
      ...discretionaryAfter(m.learningMeeting.on, counts.D17.wd, counting),
      responsible: "civilServant",
      createdAt: m.learningMeeting.at,
      ...done(m.evaluationReported),
    });
  return deadlines;
}

/** When the internal round closed; without one, when it would have (decisions.md §9.7). */
function internalRound(m: Milestones, counting: Counting): Milestone | undefined {
  const { internalClosed: closed, decisionTold: told } = m;
  if (!closed?.joint || !told) return closed;
  return { on: roundDays(m, told, counting).due, at: closed.at };
}

/** The days of the round, which stand once it has opened. It opens after the day it was told of, so that nobody is asked in the past. */
function roundDays(
  { internalRound }: Milestones,
  told: Milestone,
  counting: Counting,
): Pick<Deadline, "due" | "movedFrom"> & { readonly opensOn: LocalDate } {
  if (internalRound) return { due: internalRound.closesOn, opensOn: internalRound.opensOn };
  const { counts, calendar } = counting;
  const toldOn = dayOf(told);
  const opensOn = calendar.addWorkingDays(toldOn > told.on ? toldOn : told.on, 1);
  return { ...discretionaryAfter(opensOn, counts.D15.wd, counting), opensOn };
}

/** The months the group has chosen, then one each half year when the one before is sent, until the issue is finished. */
function followUps(m: Milestones, counting: Counting): readonly Deadline[] {
  const decided = m.finalDecision;
  if (!decided) return [];
  const { counts, calendar } = counting;
  const chosen = m.followUpMonths ?? counts.D18.months;
  const sent = m.followUps;
  const newest = sent.findLastIndex((one) => one !== undefined) + 1;
  const count = Math.max(chosen.length, newest + (m.finished ? 0 : 1));
  return Array.from({ length: count }, (_, index): Deadline => {
    const told = sent[index];
    const createdAt = index < chosen.length ? decided.at : (sent[index - 1]?.at ?? decided.at);
    return {
      code: `D18.${index + 1}`,
      ...discretionary(
        addMonths(decided.on, monthsOf(index, chosen, counts.D18.thenEvery)),
        calendar,
      ),
      responsible: "steeringChair",
      createdAt,
      ...done(told?.on),
      ...(told === undefined && m.finished ? { cancelledOn: m.finished.on } : {}),
    };
  });
}

function monthsOf(index: number, chosen: readonly number[], thenEvery: number): number {
  const beyond = index - chosen.length + 1;
  return chosen[index] ?? (chosen.at(-1) ?? 0) + beyond * thenEvery;
}

/** Counted from the last message that used the list (GDPR 5.1 e). */
function contactList(m: Milestones, { counts, calendar }: Counting): readonly Deadline[] {
  if (!m.finished) return [];
  const used = [m.heard, m.decisionTold, ...m.statusNotices, ...m.followUps]
    .filter((one) => one !== undefined)
    .map(({ on }) => on);
  const last = used.toSorted().at(-1) ?? m.finished.on;
  return [
    {
      code: "D19",
      due: calendar.nextWorkingDay(addDays(last, counts.D19.days)),
      responsible: "system",
      createdAt: m.finished.at,
      ...done(m.contactListDeleted),
      automatic: true,
    },
  ];
}

/** The day the bot was told, as an instant's local date is what people saw. */
function dayOf({ at }: Milestone): LocalDate {
  return localDateOf(at);
}
