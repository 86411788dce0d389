import { decide } from "../../src/domain/decide.ts";
import {
  type Command,
  type Dialogue,
  type Event,
  type NewFact,
  nothing,
  type State,
} from "../../src/domain/dialogue.ts";
import { evolve } from "../../src/domain/evolve.ts";
import { instantOf, type Instant } from "../../src/domain/time.ts";
import { timersOf } from "../../src/domain/timers.ts";
import { calendar, contextOf, DIALOGUE, directory, type Step, template } from "./given.ts";

/** What is done at one moment, in local time: "2027-05-12 18:00". */
export type Row = readonly [when: string, ...steps: readonly (Step | Recorded | Answered)[]];
/** How many have answered the rounds of the participants' evaluation when they close; nobody when nothing is said. */
export type Answered = { readonly answered: { readonly [roundId: string]: number } };
/** Facts as a later part of the product will record them. */
export type Recorded = { readonly by: string; readonly facts: readonly NewFact[] };

export type Played = {
  readonly state: Dialogue;
  readonly events: readonly Event[];
  readonly now: Instant;
};

/** The moment of a row as the bot knows it. */
export function momentOf(when: string): Instant {
  const [date = "", time = ""] = when.split(" ");
  return instantOf(date, time);
}

/**
 * The dialogue after the rows up to and with that moment, all of them when none is given. People do what the rows say;
 * what happens by time happens at its instant, as the ticker would see to it.
 */
export function played(rows: readonly Row[], until?: string, people = directory): Played {
  const end = until === undefined ? undefined : momentOf(until);
  const events: Event[] = [];
  let state: State = nothing;
  const keep = (happened: readonly Event[]) => {
    events.push(...happened);
    state = happened.reduce(evolve, state);
  };
  const order = (actor: string, command: Command, at: Instant) =>
    keep(decide(state, DIALOGUE, command, contextOf(actor, at, people)));
  const answers: { [roundId: string]: number } = {};
  let now = momentOf(rows[0]?.[0] ?? "2027-01-01 00:00");
  const timeUntil = (limit: Instant) => {
    for (;;) {
      const [next] = timersOf(state, template, calendar);
      if (!next || next.at > limit) return;
      // What has become due only now happens now, late.
      const { command } = next;
      const counted =
        command.type === "CloseRound"
          ? { ...command, answers: answers[command.roundId] ?? 0 }
          : command;
      order("system", counted, next.at < now ? now : next.at);
    }
  };
  for (const [when, ...steps] of rows) {
    const at = momentOf(when);
    if (end !== undefined && at > end) break;
    if (at < now) throw new Error(`The row of ${when} goes back in time.`);
    timeUntil(at);
    now = at;
    for (const step of steps) {
      if ("answered" in step) Object.assign(answers, step.answered);
      else if ("facts" in step) keep(step.facts.map((fact) => ({ ...fact, by: step.by, at })));
      else order(step[0], step[1], at);
    }
    timeUntil(at);
  }
  if (end !== undefined) timeUntil(end);
  const dialogue = state as State;
  if (dialogue.status === "none") throw new Error("Nothing was started.");
  return { state: dialogue, events, now: end ?? now };
}

/** The confirmed decision in the matter, as minutes say it. */
export function decidedFinally(
  values: Readonly<Record<string, string>>,
  by: { readonly registrar: string; readonly chair: string },
): readonly Recorded[] {
  const decisionId = "decision-final";
  return [
    {
      by: by.registrar,
      facts: [
        {
          type: "DecisionRegistered",
          decisionId,
          matter: "final",
          facts: { ...values, chair: by.chair },
        },
      ],
    },
    { by: by.chair, facts: [{ type: "DecisionConfirmed", decisionId, warnings: ["W-NOT-FINAL"] }] },
  ];
}
