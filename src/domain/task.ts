import { amongTypes } from "./among-types.ts";
import type { Dialogue, WarningCode } from "./dialogue.ts";
import type { Role } from "./roles.ts";
import type { StepId } from "./template.ts";
import type { Text } from "./text.ts";
import type { Instant, LocalDate } from "./time.ts";
import { legalConsultations } from "./triage.ts";
import type { DecisionId, Inputs, Link, PersonId } from "./value.ts";

/** Given when the form is drawn; of a task the bot makes it says what it is about. */
export type TaskId = string;
/** A task of a role is whoever's holds it, also before anybody does (product.md no 33). */
export type TaskOwner =
  | { readonly type: "person"; readonly person: PersonId }
  | { readonly type: "role"; readonly role: Role };

/** Written by a person, or demanded by law and made by the bot without an event (process.md §4.3, §5). */
export type TaskSubject =
  | { readonly type: "written"; readonly title: Text }
  | { readonly type: "consultation"; readonly kind: string }
  | { readonly type: "urgentDecision"; readonly decisionId: DecisionId };

/** What in the process the task belongs to; nothing is the dialogue as a whole. */
export type TaskPlace = { readonly stepId?: StepId; readonly itemId?: string };

type TaskFacts = TaskPlace & {
  readonly id: TaskId;
  readonly subject: TaskSubject;
  readonly owner: TaskOwner;
  readonly due?: LocalDate;
  readonly note?: Text;
  readonly link?: Link;
  /** Absent on what the bot made. */
  readonly createdBy?: PersonId;
  readonly createdAt?: Instant;
  /** How many times it has changed; an order that overwrites carries the one its form was drawn from. */
  readonly revision: number;
  /** How many times it has been asked of somebody: anew when it is handed over or reopened. */
  readonly round: number;
  /** The last time it went to somebody else. */
  readonly handedOver?: {
    readonly by: PersonId;
    readonly at: Instant;
    readonly from: TaskOwner;
    readonly word?: Text;
  };
  /** The last time its date was changed. */
  readonly moved?: {
    readonly by: PersonId;
    readonly at: Instant;
    readonly from?: LocalDate;
    readonly reason: Text;
  };
};
export type Task =
  | (TaskFacts & { readonly status: "open" })
  | (TaskFacts & { readonly status: "done"; readonly by: PersonId; readonly at: Instant })
  | (TaskFacts & {
      readonly status: "cancelled";
      readonly by: PersonId;
      readonly at: Instant;
      readonly reason: Text;
    });
export type OpenTask = Extract<Task, { status: "open" }>;

/** What has been written or acted on; the bot's own tasks are worked out from the rest of the dialogue until then. */
export type Tasks = {
  readonly byId: { readonly [taskId: TaskId]: Task };
  /** Orders on many tasks that have been carried out, so that the same press again does nothing. */
  readonly bulks: readonly string[];
};
export const NO_TASKS: Tasks = { byId: {}, bulks: [] };

export type TaskCommand =
  | {
      readonly type: "AddTask";
      readonly taskId: TaskId;
      /** title, owner, due, note, link, about: as the form has them. */
      readonly values: Inputs;
    }
  | { readonly type: "CompleteTask"; readonly taskId: TaskId }
  | { readonly type: "ReopenTask"; readonly taskId: TaskId }
  /** owner, and word if there is something to say. */
  | {
      readonly type: "HandOverTask";
      readonly taskId: TaskId;
      readonly revision: number;
      readonly values: Inputs;
    }
  /** due and reason. */
  | {
      readonly type: "MoveTask";
      readonly taskId: TaskId;
      readonly revision: number;
      readonly values: Inputs;
    }
  /** Added by mistake or not needed any more; it stays to be read. */
  | { readonly type: "CancelTask"; readonly taskId: TaskId; readonly reason: string }
  /** Every open task with a date, of one person or of the dialogue: days (working days on) or due, and reason. */
  | {
      readonly type: "MoveTasks";
      readonly bulkId: string;
      readonly person?: PersonId;
      readonly seen: number;
      readonly values: Inputs;
    }
  /** Every open task of a person: owner, and word. */
  | {
      readonly type: "HandOverTasks";
      readonly bulkId: string;
      readonly person: PersonId;
      readonly seen: number;
      readonly values: Inputs;
    };

export type TaskFact =
  | (TaskPlace & {
      readonly type: "TaskAdded";
      readonly taskId: TaskId;
      readonly title: Text;
      readonly owner: TaskOwner;
      readonly due?: LocalDate;
      readonly note?: Text;
      readonly link?: Link;
      readonly warnings: readonly WarningCode[];
    })
  | { readonly type: "TaskCompleted"; readonly taskId: TaskId }
  | { readonly type: "TaskReopened"; readonly taskId: TaskId }
  | {
      readonly type: "TaskHandedOver";
      readonly taskId: TaskId;
      readonly owner: TaskOwner;
      readonly word?: Text;
    }
  | {
      readonly type: "TaskMoved";
      readonly taskId: TaskId;
      /** Absent when it has no date any more. */
      readonly due?: LocalDate;
      readonly reason: Text;
      readonly warnings: readonly WarningCode[];
    }
  | { readonly type: "TaskCancelled"; readonly taskId: TaskId; readonly reason: Text }
  | {
      readonly type: "TasksMoved";
      readonly bulkId: string;
      readonly moves: readonly { readonly taskId: TaskId; readonly due: LocalDate }[];
      readonly reason: Text;
      readonly warnings: readonly WarningCode[];
    }
  | {
      readonly type: "TasksHandedOver";
      readonly bulkId: string;
      readonly taskIds: readonly TaskId[];
      readonly owner: TaskOwner;
      readonly word?: Text;
    };

const CONSULTATION = "consultation:";
const URGENT = "urgent:";

/** The tasks the law gives: one for each consultation, and a chair's urgent decision to report (process.md §4.3, §5). None has a date (decisions.md §8.4). */
function lawfulTasks(state: Dialogue): readonly OpenTask[] {
  const consultations = legalConsultations(state).map(
    (kind): OpenTask => ({
      id: `${CONSULTATION}${kind}`,
      subject: { type: "consultation", kind },
      owner: { type: "role", role: "civilServant" },
      ...NEW_TASK,
    }),
  );
  const urgent = state.decisions
    .filter(({ status, facts }) => status === "confirmed" && facts.decidedUnder === "urgent_chair")
    .map(
      ({ id, matter }): OpenTask => ({
        id: `${URGENT}${id}`,
        subject: { type: "urgentDecision", decisionId: id },
        owner: { type: "role", role: "registrar" },
        stepId: matter === "final" ? "final-decision" : "decide-dialogue",
        ...NEW_TASK,
      }),
    );
  return [...consultations, ...urgent];
}
export const NEW_TASK = { status: "open", revision: 0, round: 0 } as const;

/** Every task of the dialogue, whatever has become of it, in the order they came. */
export function tasksOf(state: Dialogue): readonly Task[] {
  const { byId } = state.tasks;
  const lawful = lawfulTasks(state).filter(({ id }) => byId[id] === undefined);
  return [...lawful, ...Object.values(byId)];
}

export function openTasks(state: Dialogue): readonly OpenTask[] {
  return tasksOf(state).filter((task): task is OpenTask => task.status === "open");
}

export function taskOf(state: Dialogue, taskId: TaskId): Task | undefined {
  return tasksOf(state).find(({ id }) => id === taskId);
}

export function isSameOwner(one: TaskOwner, other: TaskOwner): boolean {
  return one.type === "person"
    ? other.type === "person" && one.person === other.person
    : other.type === "role" && one.role === other.role;
}

export const isTaskFact = amongTypes<TaskFact>(
  "TaskAdded",
  "TaskCompleted",
  "TaskReopened",
  "TaskHandedOver",
  "TaskMoved",
  "TaskCancelled",
  "TasksMoved",
  "TasksHandedOver",
);
