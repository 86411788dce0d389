import { openTasks, type TaskCommand } from "../../src/domain/task.ts";
import { seenOf, tasksInBulk } from "../../src/domain/task-bulk.ts";
import type { Situation } from "./dialogue-values.ts";

type TaskOrders = {
  readonly [T in TaskCommand["type"]]: (s: Situation) => Extract<TaskCommand, { type: T }>;
};

const OWNERS = ["a", "b", "kom", "tjp", "other", "civilServant", "steeringMember"] as const;
const DAYS = ["", "2027-02-26", "2027-05-07", "2027-01-08"] as const;

/** Any order about tasks, by somebody or other; those that overwrite are now and then a little late. */
export const TASK_ORDERS: TaskOrders = {
  AddTask: ({ state, dice }) => ({
    type: "AddTask",
    taskId: `t${Object.keys(state.tasks.byId).length + (dice.once(5) ? 0 : 1)}`,
    values: { title: "Boka lokal", owner: ownerOf(dice), due: dice.of(DAYS) ?? "" },
  }),
  CompleteTask: (situation) => ({ type: "CompleteTask", taskId: anyTask(situation) }),
  ReopenTask: (situation) => ({ type: "ReopenTask", taskId: anyTask(situation) }),
  HandOverTask: (situation) => {
    const taskId = anyTask(situation);
    const owner = ownerOf(situation.dice);
    return { type: "HandOverTask", taskId, revision: seen(situation, taskId), values: { owner } };
  },
  MoveTask: (situation) => {
    const taskId = anyTask(situation);
    const values = { due: situation.dice.of(DAYS) ?? "", reason: reason(situation) };
    return { type: "MoveTask", taskId, revision: seen(situation, taskId), values };
  },
  CancelTask: (situation) => ({
    type: "CancelTask",
    taskId: anyTask(situation),
    reason: reason(situation),
  }),
  MoveTasks: (situation) => {
    const { state, dice } = situation;
    const of = dice.once(2) ? {} : { person: dice.of(["a", "b", "kom"] as const) ?? "b" };
    return {
      type: "MoveTasks",
      bulkId: `m${dice.upTo(9)}`,
      ...of,
      seen: seenOf(tasksInBulk(state, of.person)),
      values: { days: "5", reason: reason(situation) },
    };
  },
  HandOverTasks: ({ state, dice }) => {
    const person = dice.of(["a", "b", "kom", "other"] as const) ?? "b";
    return {
      type: "HandOverTasks",
      bulkId: `h${dice.upTo(9)}`,
      person,
      seen: seenOf(tasksInBulk(state, person)),
      values: { owner: ownerOf(dice) },
    };
  },
};

function ownerOf(dice: Situation["dice"]): string {
  return dice.of(OWNERS) ?? "b";
}

function anyTask({ state, dice }: Situation): string {
  const all = [...Object.keys(state.tasks.byId), ...openTasks(state).map(({ id }) => id)];
  return dice.of(all) ?? "t1";
}

function seen({ state, dice }: Situation, taskId: string): number {
  return dice.once(8) ? 0 : (state.tasks.byId[taskId]?.revision ?? 0);
}

function reason({ dice }: Situation): string {
  return dice.once(4) ? " " : "Det finns skäl.";
}
