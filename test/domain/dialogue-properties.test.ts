import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decide } from "../../src/domain/decide.ts";
import { type Command, type Event, nothing, type State } from "../../src/domain/dialogue.ts";
import { evolve } from "../../src/domain/evolve.ts";
import { Rejection } from "../../src/domain/rejection.ts";
import {
  appointed,
  confirmed,
  contextOf,
  DIALOGUE,
  directory,
  drafted,
  given,
  purposed,
  record,
  type Step,
  triaged,
} from "../support/given.ts";
import { compiled, heldOnce, invited, wholePlan } from "../support/whole-plan.ts";
import { finished, learnt, reasoned, toldBoth } from "../support/after-decision.ts";
import { goOn, open, planned } from "../support/planned.ts";
import { diceOf } from "./dialogue-dice.ts";
import { brokenRules } from "./dialogue-invariants.ts";
import { ORDERS } from "./dialogue-orders.ts";
import { sensibleOrder } from "./dialogue-sensible.ts";

/** Handed over, the contact list gone: the dialogue is closed. */
const closed: readonly Step[] = [
  ...finished,
  ["reg", record("follow.export", { exportId: "EXP-1", receivedBy: "Kommunarkivet" })],
  ["reg", record("follow.purge", { gallringsbeslut: "SBN 2026-0003" })],
  ["system", { type: "PurgeContactList" }, "2028-07-24T06:30:00.000Z"],
];

/** Where a run may begin: from nothing triaged to a plan put to the group. */
const BEGINNINGS: { readonly [name: string]: readonly Step[] } = {
  triaged,
  purposed,
  drafted,
  confirmed,
  appointed,
  planned: [...planned(), goOn],
  asked: [...planned(), goOn, open],
  whole: wholePlan,
  invited,
  heldOnce,
  compiled,
  reasoned,
  toldBoth,
  learnt,
  finished,
  closed,
};
const PEOPLE = [...directory.people.keys(), "system"];
const TYPES = Object.keys(ORDERS) as readonly Command["type"][];

type Lived = { readonly events: readonly Event[]; readonly state: State };
const beginnings = new Map(
  Object.entries(BEGINNINGS).map(([name, steps]) => [name, lived(steps)] as const),
);

function lived(steps: readonly Step[]): Lived {
  let state: State = nothing;
  const events = steps.flatMap(([actor, command, now]) => {
    const more = decide(state, DIALOGUE, command, contextOf(actor, now));
    state = more.reduce(evolve, state);
    return more;
  });
  return { events, state };
}

/** Somebody does something some hours later: any order, or one that is waited for. */
const move = fc.record({
  sensible: fc.nat({ max: 2 }),
  who: fc.nat({ max: PEOPLE.length - 1 }),
  what: fc.nat({ max: TYPES.length - 1 }),
  hours: fc.nat({ max: 200 }),
  throws: fc.array(fc.nat({ max: 5_000 }), { minLength: 24, maxLength: 24 }),
});
type Move = typeof move extends fc.Arbitrary<infer M> ? M : never;

function orderOf({ sensible, who, what, throws }: Move, state: State, now: string) {
  if (state.status === "none") return undefined;
  const situation = { state, now, dice: diceOf(throws) };
  if (sensible > 0) return sensibleOrder(situation);
  const type = TYPES[what] ?? "ConfirmInitiator";
  return { actor: PEOPLE[who] ?? "a", command: ORDERS[type](situation) };
}

/** What the order gives; undefined when it is refused. Anything but a refusal is a bug and fails. */
function decided(state: State, command: Command, actor: string, now: string) {
  try {
    return decide(state, DIALOGUE, command, contextOf(actor, now));
  } catch (error) {
    if (error instanceof Rejection) return undefined;
    throw error;
  }
}

/** One thing somebody does; what is after it. Fails when a rule is broken, or when the same order would do something again. */
function lives({ events: history, state }: Lived, one: Move, now: string): Lived {
  const order = orderOf(one, state, now);
  const events = order ? (decided(state, order.command, order.actor, now) ?? []) : [];
  if (!order || events.length === 0) return { events: history, state };
  const after = events.reduce(evolve, state);
  if (after.status === "none") throw new Error("What was started is gone.");
  const again = decided(after, order.command, order.actor, now) ?? [];
  const broken = brokenRules({ before: state, events, after });
  expect({ order, broken, again }).toEqual({ order, broken: [], again: [] });
  return { events: [...history, ...events], state: after };
}

test("whatever people do in whatever order, no rule is broken and nothing happens twice", () => {
  const moves = fc.array(move, { maxLength: 60, size: "max" });
  fc.assert(
    fc.property(fc.constantFrom(...beginnings.keys()), moves, (name, all) => {
      let life = beginnings.get(name) as Lived;
      let now = Date.parse(life.events.at(-1)?.at ?? "");
      for (const one of all) {
        now += one.hours * 3_600_000;
        life = lives(life, one, new Date(now).toISOString());
      }
    }),
  );
});

describe("what random people have found", () => {
  const goOnWithout = { type: "OverrideGate", gate: "G4c", reason: "Det finns skäl." } as const;
  test("a draft that was taken back is not gone on with, nor is planning before the board has decided", () => {
    given(...triaged, ["a", { type: "WithdrawDialogue" }])
      .when("a", goOnWithout)
      .rejects("E-NOT-ACTIVE");
    given(...triaged)
      .when("a", goOnWithout)
      .rejects("E-NO-BOARD-DECISION");
    given(...confirmed)
      .when("a", goOnWithout)
      .rejects("E-NO-CIVIL-SERVANT");
  });
});
