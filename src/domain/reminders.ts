import type { Calendar } from "./calendar.ts";
import { type Deadline, isOpen } from "./deadline.ts";
import { deadlinesOf } from "./deadlines-of.ts";
import type { Dialogue } from "./dialogue.ts";
import type { Occasion, OccasionId } from "./occasion.ts";
import type { Directory } from "./organisation.ts";
import { INTERNAL_ROUND } from "./evaluation/internal-round.ts";
import { inviteesOf, plannedRound, whyNoRound } from "./evaluation/internal-round-time.ts";
import { holdersOf, isExample, leadBody } from "./permissions.ts";
import { ladderOf, type Rung } from "./reminder-ladder.ts";
import type { Role } from "./roles.ts";
import { afterSnoozes } from "./snooze.ts";
import { openTasks, type TaskId } from "./task.ts";
import { ownersOf } from "./task-rights.ts";
import type { Template } from "./template.ts";
import { type Instant, localDateOf, reminderInstant } from "./time.ts";
import type { PersonId } from "./value.ts";

/** What one person is reminded of, and why. */
export type ReminderAbout =
  | { readonly type: "deadline"; readonly code: string; readonly rung: Rung }
  | { readonly type: "task"; readonly taskId: TaskId; readonly rung: Rung }
  | { readonly type: "occasion"; readonly occasionId: OccasionId }
  | { readonly type: "evaluation"; readonly rung: "open" | "R1" | "R2" };

/** One reminder of one person; the same key is never planned twice (reliability.md §3). */
export type Reminder = {
  readonly key: string;
  readonly about: ReminderAbout;
  readonly person: PersonId;
  readonly dueAt: Instant;
  /** Only for somebody who has not answered in this round; who that is the dialogue does not know. */
  readonly unlessAnswered?: string;
};

export type RemindersOptions = {
  readonly template: Template;
  readonly calendar: Calendar;
  readonly directory: Directory;
};

/**
 * Every reminder the dialogue wants as it stands, by key, past ones of what is still open among them (house rule 7,
 * process.md §13.4). What is done or cancelled wants none; an example never does (decisions.md §2.4).
 */
export function remindersOf(state: Dialogue, options: RemindersOptions): readonly Reminder[] {
  if (isExample(state)) return [];
  switch (state.status) {
    case "draft":
    case "active":
    // While it rests nothing is sent, and nothing is forgotten: what became due is caught up with (decisions.md §9.6).
    case "paused":
      return afterSnoozes(
        [
          ...deadlineReminders(state, options),
          ...taskReminders(state, options),
          ...occasionReminders(state, options),
          ...evaluationReminders(state, options),
        ],
        state.snoozes,
      );
    // What those invited were promised outlives the stop (process.md R-STOP).
    case "stopped":
      return deadlineReminders(state, options);
    case "closed":
    case "triaged_out":
    case "withdrawn":
      return [];
  }
}

function deadlineReminders(state: Dialogue, options: RemindersOptions): readonly Reminder[] {
  const { template, calendar, directory } = options;
  return deadlinesOf(state, template, calendar)
    .filter((deadline) => isOpen(deadline) && deadline.automatic === undefined)
    .flatMap((deadline) =>
      ladderOf(deadline.due, deadline.createdAt, calendar).flatMap(({ rung, at }) =>
        recipients(state, deadline, rung, directory).map((person): Reminder => {
          const { code, due } = deadline;
          const about = { type: "deadline", code, rung } as const;
          return { key: `${code}:${due}:${rung}:${person}`, about, person, dueAt: at };
        }),
      ),
    );
}

/** The responsible; from R4 on also who can help, and at R5 who it is escalated to (process.md §13.4). */
function recipients(
  state: Dialogue,
  { code, responsible }: Deadline,
  rung: Rung,
  directory: Directory,
): readonly PersonId[] {
  if (responsible === "system") return [];
  const holding = (role: Role) => holdersOf(state, role, directory);
  const own = holding(responsible);
  if (rung === "R4") return together(own, holding("civilServant"));
  if (rung !== "R5") return own;
  if (code === "D01") return together(own, boardChair(state, directory));
  return together(own, holding(responsible === "steeringChair" ? "registrar" : "steeringChair"));
}

/** What people have set a date for is reminded of like any deadline (decisions.md §9.4). */
function taskReminders(
  state: Dialogue,
  { calendar, directory }: RemindersOptions,
): readonly Reminder[] {
  return openTasks(state).flatMap(({ id: taskId, due, moved, createdAt, owner }) => {
    if (due === undefined) return [];
    const owners = ownersOf(state, owner, directory);
    const setAt = moved?.at ?? createdAt ?? state.startedAt;
    return ladderOf(due, setAt, calendar).flatMap(({ rung, at }) =>
      taskRecipients(state, owners, rung, directory).map((person): Reminder => {
        const about = { type: "task", taskId, rung } as const;
        return { key: `task:${taskId}:${due}:${rung}:${person}`, about, person, dueAt: at };
      }),
    );
  });
}

function taskRecipients(
  state: Dialogue,
  owners: readonly PersonId[],
  rung: Rung,
  directory: Directory,
): readonly PersonId[] {
  if (rung === "R4") return together(owners, holdersOf(state, "civilServant", directory));
  if (rung === "R5") return together(owners, holdersOf(state, "steeringChair", directory));
  return owners;
}

/** The chair of the board as the organisation file names them, else the steering group's (decisions.md §9.4). */
function boardChair(state: Dialogue, directory: Directory): readonly PersonId[] {
  const lead = leadBody(state);
  const chair = directory.organisation?.bodies.find(({ id }) => id === lead)?.chair;
  return chair === undefined ? holdersOf(state, "steeringChair", directory) : [chair];
}

function together(...groups: readonly (readonly PersonId[])[]): readonly PersonId[] {
  return [...new Set(groups.flat())];
}

const WORKING_DAYS_BEFORE = 2;

/** Steering members and the civil servant, two working days before each tillfälle (process.md §13.4). */
function occasionReminders(
  state: Dialogue,
  { calendar, directory }: RemindersOptions,
): readonly Reminder[] {
  if (state.gates.G5 === undefined) return [];
  const people = together(
    holdersOf(state, "steeringMember", directory),
    holdersOf(state, "civilServant", directory),
  );
  return Object.values(state.occasions)
    .filter(isAhead)
    .flatMap((occasion) => {
      const day = localDateOf(occasion.start);
      const dueAt = reminderInstant(calendar.addWorkingDays(day, -WORKING_DAYS_BEFORE));
      const about = { type: "occasion", occasionId: occasion.id } as const;
      return people.map((person): Reminder => {
        const key = `occasion:${occasion.id}:${occasion.start}:${person}`;
        return { key, about, person, dueAt };
      });
    });
}

/** The invitation the morning the round opens, and two nudges to those who have not answered (process.md §13.3 D15). */
function evaluationReminders(state: Dialogue, options: RemindersOptions): readonly Reminder[] {
  const asked = askedIn(state, options);
  if (!asked) return [];
  const opensAt = reminderInstant(asked.opensOn);
  const nudges = ladderOf(asked.closesOn, opensAt, options.calendar).flatMap(({ rung, at }) =>
    rung === "R1" || rung === "R2" ? [{ rung, at } as const] : [],
  );
  return [{ rung: "open", at: opensAt } as const, ...nudges].flatMap(({ rung, at }) =>
    asked.people.map(
      (person): Reminder => ({
        key: `D15:${asked.closesOn}:${rung}:${person}`,
        about: { type: "evaluation", rung },
        person,
        dueAt: at,
        unlessAnswered: INTERNAL_ROUND,
      }),
    ),
  );
}

/** The days of the round and whom it asks, from when feedback 2 is sent until it closes; nothing when nobody is asked. */
function askedIn(state: Dialogue, options: RemindersOptions) {
  const round = state.internalRound;
  if (round) return round.status === "open" ? { ...round, people: round.invited } : undefined;
  const planned = plannedRound(state, options);
  const people = inviteesOf(state, options.directory);
  return planned && whyNoRound(state, people) === undefined ? { ...planned, people } : undefined;
}

function isAhead({ status, endedAt }: Occasion): boolean {
  return status === "planned" && endedAt === undefined;
}
