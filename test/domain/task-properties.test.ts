import fc from "fast-check";
import { expect, test } from "vitest";
import { decide } from "../../src/domain/decide.ts";
import type { Context } from "../../src/domain/context.ts";
import type { Command, Dialogue, Event, State } from "../../src/domain/dialogue.ts";
import { evolve } from "../../src/domain/evolve.ts";
import { Rejection } from "../../src/domain/rejection.ts";
import { isTaskFact, type Task, taskOf, tasksOf } from "../../src/domain/task.ts";
import { after, appointed, contextOf, DIALOGUE, directory, type Step } from "../support/given.ts";
import { add } from "../support/tasks.ts";
import { diceOf } from "./dialogue-dice.ts";
import { TASK_ORDERS } from "./dialogue-task-orders.ts";

const legal: readonly Step[] = appointed.map((step) => {
  const [actor, command] = step;
  if (command.type !== "RecordItems" || command.entries[0]?.itemId !== "triage.legal") return step;
  const entries = [{ ...command.entries[0], values: { legalConsultation: "pbl_detaljplan" } }];
  return [actor, { ...command, entries }];
});
const BEGINNING = after(
  ...legal,
  ["tjp", add("t1", { due: "2027-02-26" })],
  ["a", add("t2", { owner: "communicator" })],
);
const PEOPLE = [...directory.people.keys()];
const TYPES = Object.keys(TASK_ORDERS) as readonly (keyof typeof TASK_ORDERS)[];

const move = fc.record({
  who: fc.nat({ max: PEOPLE.length - 1 }),
  what: fc.nat({ max: TYPES.length - 1 }),
  throws: fc.array(fc.nat({ max: 500 }), { minLength: 8, maxLength: 8 }),
});
type Move = typeof move extends fc.Arbitrary<infer M> ? M : never;

/** What the order gives, and given again; nothing when it is refused, which leaves everything as it was. */
function done(state: Dialogue, { who, what, throws }: Move, minute: number) {
  const now = `2027-02-10T09:${String(minute).padStart(2, "0")}:00.000Z`;
  const command = TASK_ORDERS[TYPES[what] ?? "AddTask"]({ state, now, dice: diceOf(throws) });
  const context = contextOf(PEOPLE[who] ?? "a", now);
  const events = decided(state, command, context);
  const next = events.reduce<State>(evolve, state) as Dialogue;
  return {
    events,
    next,
    again: events.length === 0 ? [] : decide(next, DIALOGUE, command, context),
  };
}

function decided(...[state, command, context]: [Dialogue, Command, Context]): readonly Event[] {
  try {
    return decide(state, DIALOGUE, command, context);
  } catch (error) {
    if (error instanceof Rejection) return [];
    throw error;
  }
}

/** Why somebody's task may be another's now: only because an event says so. */
function isTold(before: Task, now: Task, events: readonly Event[]): boolean {
  if (before === now) return true;
  return events.some(
    (event) =>
      isTaskFact(event) &&
      ("taskId" in event
        ? event.taskId === now.id
        : event.type === "TasksMoved"
          ? event.moves.some(({ taskId }) => taskId === now.id)
          : event.taskIds.includes(now.id)),
  );
}

/** What must hold of each task whatever was ordered. */
function broken(before: Task, next: Dialogue, events: readonly Event[]): readonly string[] {
  const now = taskOf(next, before.id);
  if (!now) return [`${before.id} is lost`];
  const [event] = events;
  const rules: readonly (readonly [string, boolean])[] = [
    ["goes back in time", now.revision < before.revision],
    ["changes untold", !isTold(before, now, events) && !isSame(before, now)],
    ["forgets who closed it", isClosed(before) && isClosed(now) && !isSame(before, now)],
    [
      "is closed by somebody else",
      !isClosed(before) && isClosed(now) && (now.by !== event?.by || now.at !== event.at),
    ],
  ];
  return rules.filter(([, is]) => is).map(([rule]) => `${before.id} ${rule}`);
}

type ClosedTask = Exclude<Task, { status: "open" }>;
function isClosed(task: Task): task is ClosedTask {
  return task.status !== "open";
}

function isSame(one: Task, other: Task): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

test("whoever orders whatever, no task is lost, a closed one keeps who closed it and when, and the same again does nothing", () => {
  fc.assert(
    fc.property(fc.array(move, { minLength: 1, maxLength: 40 }), (moves) => {
      let state = BEGINNING;
      for (const [minute, one] of moves.entries()) {
        const { events, next, again } = done(state, one, minute);
        expect(again).toEqual([]);
        expect(tasksOf(state).flatMap((before) => broken(before, next, events))).toEqual([]);
        state = next;
      }
    }),
  );
});
