import type { Calendar } from "./calendar.ts";
import type { Dialogue } from "./dialogue.ts";
import { startDecision } from "./permissions.ts";
import { isDone } from "./progress.ts";
import type { Role } from "./roles.ts";
import type { Template } from "./template.ts";
import { type Instant, type LocalDate, localDateOf } from "./time.ts";

export type DeadlineCode = "D01" | "D02" | "D03" | "D04";

export type Deadline = {
  readonly code: DeadlineCode;
  /** Due at the end of this day. */
  readonly due: LocalDate;
  /** Where the date would have been without the quiet period or a day off. */
  readonly movedFrom?: LocalDate;
  readonly responsible: Role;
  /** When its trigger happened in the bot. */
  readonly createdAt: Instant;
  /** The day the thing was done, as recorded. */
  readonly doneOn?: LocalDate;
};

/** Every deadline that has come to be, by the facts there are (process.md §13.3). Dates follow the day things happened, not the day they were written down. */
export function deadlinesOf(
  state: Dialogue,
  template: Template,
  calendar: Calendar,
): readonly Deadline[] {
  const decision = startDecision(state);
  const appoint = state.items["plan.appoint"];
  const kickoff = state.items["plan.kickoff"];
  const { D01, D02, D03, D04 } = template.deadlines;
  const meeting = dateIn(decision?.facts.meetingDate);
  const appointed = dateIn(appoint?.values.appointedAt);
  const held = dateIn(kickoff?.values.kickoffDate);
  const due = (from: LocalDate, wd: number) => dueAfter(from, wd, calendar);
  const deadlines: Deadline[] = [];
  if (decision?.settledAt && meeting)
    deadlines.push({
      code: "D01",
      ...due(meeting, D01.wd),
      responsible: "departmentHead",
      createdAt: decision.settledAt,
      ...doneOn(appointed),
    });
  if (appoint?.recordedAt && appointed)
    deadlines.push({
      code: "D02",
      ...due(appointed, D02.wd),
      responsible: "civilServant",
      createdAt: appoint.recordedAt,
      ...doneOn(held),
    });
  if (kickoff?.recordedAt && held) {
    const createdAt = kickoff.recordedAt;
    deadlines.push(
      {
        code: "D03",
        ...due(held, D03.wd),
        responsible: "steeringChair",
        createdAt,
        ...doneOn(feedbackFixed(state, template)),
      },
      {
        code: "D04",
        ...due(held, D04.wd),
        responsible: "civilServant",
        createdAt,
        ...doneOn(proposalSubmitted(state, template)),
      },
    );
  }
  return deadlines;
}

function dueAfter(
  from: LocalDate,
  wd: number,
  calendar: Calendar,
): Pick<Deadline, "due" | "movedFrom"> {
  const nominal = calendar.addWorkingDays(from, wd);
  const due = calendar.discretionary(nominal);
  return due === nominal ? { due } : { due, movedFrom: nominal };
}

function feedbackFixed(state: Dialogue, template: Template): LocalDate | undefined {
  if (!isDone(state, template, "plan.feedback-method")) return undefined;
  return dateIn(state.items["plan.feedback-method"]?.values.decidedAt);
}

function proposalSubmitted(state: Dialogue, template: Template): LocalDate | undefined {
  if (!isDone(state, template, "plan.proposal")) return undefined;
  return dateIn(state.items["plan.proposal"]?.values.submittedAt);
}

export type StatutoryDates = {
  /** Minutes approved no later than, and on. */
  readonly st1?: LocalDate;
  readonly approved?: LocalDate;
  /** Announced no later than, and on. */
  readonly st2?: LocalDate;
  readonly announced?: LocalDate;
  /** Can be appealed through this day. */
  readonly st3?: LocalDate;
};

/** The dates the law sets for the minutes of the decision that started the dialogue (process.md §13.2). */
export function statutoryOf(state: Dialogue, calendar: Calendar): StatutoryDates {
  const minutes = state.items["decide.minutes"]?.values;
  const meeting = dateIn(startDecision(state)?.facts.meetingDate);
  const approved = dateIn(minutes?.minutesApproved);
  const announced = dateIn(minutes?.minutesAnnounced);
  return {
    ...(meeting ? { st1: calendar.st1(meeting) } : {}),
    ...(approved ? { approved, st2: calendar.st2(approved) } : {}),
    ...(announced ? { announced, st3: calendar.st3(announced) } : {}),
  };
}

/** True when the deadline is still open after its day has ended. */
export function isLate(deadline: Deadline, now: Instant): boolean {
  return deadline.doneOn === undefined && localDateOf(now) > deadline.due;
}

function doneOn(date: LocalDate | undefined): { doneOn?: LocalDate } {
  return date === undefined ? {} : { doneOn: date };
}

function dateIn(value: unknown): LocalDate | undefined {
  return typeof value === "string" ? value : undefined;
}
