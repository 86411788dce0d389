import type { Calendar } from "./calendar.ts";
import { type Counting, type Deadline, done, isOpen } from "./deadline.ts";
import { deadlinesFrom } from "./deadlines.ts";
import { hasInvited } from "./decision-matters.ts";
import type { Dialogue, FormalDecision } from "./dialogue.ts";
import { rowsOf } from "./fields.ts";
import { isDone } from "./item-progress.ts";
import type { CountedOccasion, Milestone, Milestones } from "./milestones.ts";
import { followUpItem, laterFollowUps, statusNoticeItem, statusNotices } from "./repeating.ts";
import { finalDecision, startDecision } from "./permissions.ts";
import type { Template } from "./template.ts";
import { addDays, localDateOf } from "./time.ts";

/** Every deadline of the dialogue that has come to be, by what is recorded in it (process.md §13.3). */
export function deadlinesOf(
  state: Dialogue,
  template: Template,
  calendar: Calendar,
): readonly Deadline[] {
  const counting = { counts: template.deadlines, calendar };
  const all = deadlinesFrom(milestonesOf(state, template), counting);
  return state.status === "stopped"
    ? [...stopped(state, all), ...stopNotice(state, counting), ...stopPurge(state, counting)]
    : all;
}

/** Nothing is waited for any more (decisions.md §9.6). */
function stopped(
  { stoppedAt }: Extract<Dialogue, { status: "stopped" }>,
  all: readonly Deadline[],
): readonly Deadline[] {
  const cancelledOn = localDateOf(stoppedAt);
  const waited = all.filter(({ code }) => code !== "D19");
  return waited.map((one) => (isOpen(one) ? { ...one, cancelledOn } : one));
}

/** Working days within which those invited learn that the dialogue is stopped, and why (decisions.md §9.7). */
const STOP_NOTICE_WORKING_DAYS = 10;

function stopNotice(
  state: Extract<Dialogue, { status: "stopped" }>,
  { calendar }: Counting,
): readonly Deadline[] {
  const decision = state.decisions.find(({ id }) => id === state.stoppedBy);
  const meeting = decision?.facts.meetingDate;
  if (!hasInvited(state) || typeof meeting !== "string") return [];
  const sent = state.items["stop.notice"]?.values.sentAt;
  return [
    {
      code: "STOP",
      due: calendar.addWorkingDays(meeting, STOP_NOTICE_WORKING_DAYS),
      responsible: "steeringChair",
      createdAt: state.stoppedAt,
      ...done(typeof sent === "string" ? sent : undefined),
    },
  ];
}

/** The addresses of those invited go as ever, counted from the notice: the day it was sent, or the day it was to be (process.md §13.3 D19). */
function stopPurge(
  state: Extract<Dialogue, { status: "stopped" }>,
  { counts, calendar }: Counting,
): readonly Deadline[] {
  const [notice] = stopNotice(state, { counts, calendar });
  if (!notice) return [];
  const used = notice.doneOn ?? notice.due;
  const purged = state.purges.map(({ at }) => localDateOf(at))[0];
  return [
    {
      code: "D19",
      due: calendar.nextWorkingDay(addDays(used, counts.D19.days)),
      responsible: "system",
      createdAt: state.stoppedAt,
      ...done(purged),
      automatic: true,
    },
  ];
}

/** The recorded facts that deadlines count from. */
export function milestonesOf(state: Dialogue, template: Template): Milestones {
  const when = (itemId: string, field: string) => milestone(state, template, itemId, field);
  const feedback = state.items["plan.feedback-method"]?.values;
  const all = {
    startDecision: decided(startDecision(state)),
    // The first appointment: a replacement in the middle moves nothing that has been counted from it.
    appointed: state.roles.firstAppointed ?? when("plan.appoint", "appointedAt"),
    kickoff: when("plan.kickoff", "kickoffDate"),
    feedbackFixed: when("plan.feedback-method", "decidedAt"),
    proposal: when("plan.proposal", "submittedAt"),
    checkpoint: approved(state),
    invited: when("event.invite", "publishedAt")?.on,
    reminded: reminded(state),
    reportFixed: when("compile.report", "fixedAt")?.on,
    heard: when("feedback.heard", "sentAt"),
    finalDecision: decided(finalDecision(state)),
    decisionTold: when("feedback.decision", "sentAt"),
    internalClosed: internalClosed(state, template),
    internalRound: state.internalRound,
    contactListDeleted: state.purges.map(({ at }) => localDateOf(at))[0],
    learningMeeting: when("eval.meeting", "heldAt"),
    evaluationReported: when("eval.report", "reportedAt")?.on,
    finished: when("follow.finish", "finishedAt"),
    feedback1Due: typeof feedback?.feedback1Due === "string" ? feedback.feedback1Due : undefined,
    followUpMonths: Array.isArray(feedback?.followUpMonths)
      ? (feedback.followUpMonths as readonly number[])
      : undefined,
  };
  const known = Object.entries(all).filter(([, value]) => value !== undefined);
  return {
    // Only facts that are there; each has the type its name says.
    ...(Object.fromEntries(known) as Partial<Milestones>),
    occasions: countedOccasions(state),
    statusNotices: statusNotices(state)
      .map((number) => when(statusNoticeItem(Number(number)), "sentAt"))
      .filter((one) => one !== undefined),
    followUps: ["1", "2", ...laterFollowUps(state)].map((number) =>
      when(followUpItem(Number(number)), "sentAt"),
    ),
  };
}

/** The day the internal round closed; the day it was recorded when nobody has said which. */
function internalClosed(state: Dialogue, template: Template): Milestones["internalClosed"] {
  const item = state.items["eval.internal"];
  if (!item?.recordedAt || !isDone(state, template, "eval.internal")) return undefined;
  const { closedAt, mode } = item.values;
  const on = typeof closedAt === "string" ? closedAt : localDateOf(item.recordedAt);
  return { on, at: item.recordedAt, ...(mode === "joint_reflection" ? { joint: true } : {}) };
}

function decided(decision: FormalDecision | undefined): Milestone | undefined {
  const meeting = decision?.facts.meetingDate;
  return decision?.settledAt && typeof meeting === "string"
    ? { on: meeting, at: decision.settledAt }
    : undefined;
}

/** The day the group approved the proposal, not the day the last paper came in. */
function approved(state: Dialogue): Milestone | undefined {
  const position = state.positions.findLast(
    ({ matter, closed }) => matter === "proposal" && closed?.tally.result === "approve",
  );
  return position?.closed && { on: localDateOf(position.closed.at), at: position.closed.at };
}

function reminded(state: Dialogue): string | undefined {
  const sent = Object.keys(state.occasions)
    .map((id) => state.items[`event.remind.${id}`]?.values.sentAt)
    .filter((one) => typeof one === "string");
  return sent.toSorted()[0];
}

function countedOccasions(state: Dialogue): readonly CountedOccasion[] {
  const rounds = rowsOf(state.items["eval.participants"]?.values.rounds);
  return Object.values(state.occasions)
    .filter(({ status }) => status === "planned")
    .toSorted((a, b) => a.number - b.number)
    .map(({ id, number, start, end, endedAt }) => {
      const debriefed = state.items[`event.debrief.${id}`]?.values.doneAt;
      const round = rounds.find(({ values }) => values.eventId === id)?.values.closedAt;
      return {
        id,
        number,
        starts: localDateOf(start),
        ends: localDateOf(end),
        ...(endedAt === undefined ? {} : { endedAt }),
        ...(typeof debriefed === "string" ? { debriefed } : {}),
        ...(typeof round === "string" ? { surveyClosed: round } : {}),
      };
    });
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
  // What was done stays done when its gate is opened again (decisions.md §9.7).
  const isKept = item?.superseded !== undefined || isDone(state, template, itemId);
  if (typeof on !== "string" || !item?.recordedAt || !isKept) return undefined;
  return { on, at: item.fixed?.at ?? item.recordedAt };
}
