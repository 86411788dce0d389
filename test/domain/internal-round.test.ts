import { describe, expect, test } from "vitest";
import { isDone } from "../../src/domain/item-progress.ts";
import type { Command, Dialogue, Event, State } from "../../src/domain/dialogue.ts";
import { decide } from "../../src/domain/decide.ts";
import { evolve } from "../../src/domain/evolve.ts";
import { readInternalAnswer } from "../../src/domain/evaluation/internal-answer.ts";
import { remindersOf } from "../../src/domain/reminders.ts";
import { Rejection } from "../../src/domain/rejection.ts";
import { timersOf } from "../../src/domain/timers.ts";
import { toldBoth } from "../support/after-decision.ts";
import {
  after,
  calendar,
  contextOf,
  DIALOGUE,
  directory,
  record,
  type Step,
  template,
} from "../support/given.ts";
import { row } from "../support/planned.ts";

const OPENS = "2027-08-16T06:30:00.000Z";
const CLOSES = "2027-08-30T21:59:00.000Z";
const open: Step = ["system", { type: "OpenInternalRound" }, OPENS];

/** What time does at that moment, when so many have answered. */
function byTime(
  state: Dialogue,
  type: "OpenInternalRound" | "CloseInternalRound" | "ForgetBallots",
  now: string,
  ballots = { answered: 7, readable: true },
): { readonly events: readonly Event[]; readonly after: Dialogue } {
  const context = { ...contextOf("system", now), ballots };
  const events = decide(state, DIALOGUE, { type }, context);
  return { events, after: events.reduce<State>(evolve, state) as Dialogue };
}

/** The history, but with others invited or another form planned. */
const planned = (values: Readonly<Record<string, string>>): readonly Step[] =>
  toldBoth.map(([actor, command, now]) => {
    const changed = withPlan(command, values);
    return now === undefined ? [actor, changed] : [actor, changed, now];
  });
function withPlan(command: Command, values: Readonly<Record<string, string>>): Command {
  if (command.type !== "RecordItems") return command;
  const entries = command.entries.map((entry) =>
    entry.itemId === "plan.evaluation"
      ? { ...entry, values: { ...entry.values, ...values } }
      : entry,
  );
  return { ...command, entries };
}
const codesOf = (act: () => unknown): readonly string[] => {
  try {
    act();
  } catch (error) {
    if (error instanceof Rejection) return error.problems.map(({ code }) => code);
    throw error;
  }
  return [];
};
const timers = (state: Dialogue) =>
  timersOf(state, template, calendar).filter(({ command }) => /Round|Ballots/u.test(command.type));

describe("the internal evaluation", () => {
  test("opens at 08:30 the first working day after feedback 2, for those the plan names, and closes the last minute of its tenth working day", () => {
    const before = after(...toldBoth);
    expect(timers(before)).toEqual([{ at: OPENS, command: { type: "OpenInternalRound" } }]);
    expect(byTime(before, "OpenInternalRound", "2027-08-16T06:29:59.000Z").events).toEqual([]);
    const { events, after: opened } = byTime(before, "OpenInternalRound", OPENS);
    expect(events).toMatchObject([
      {
        type: "InternalRoundOpened",
        invited: ["a", "b", "c", "d", "e", "kom", "reg", "tjp"],
        opensOn: "2027-08-16",
        closesOn: "2027-08-30",
      },
    ]);
    expect(timers(opened)).toEqual([{ at: CLOSES, command: { type: "CloseInternalRound" } }]);
    expect(byTime(opened, "OpenInternalRound", OPENS).events).toEqual([]);
  });

  test("with five answers or more is written into the case file with its numbers, and its ballots are forgotten in thirty days", () => {
    const { events, after: closed } = byTime(
      after(...toldBoth, open),
      "CloseInternalRound",
      CLOSES,
    );
    expect(events.map(({ type }) => type)).toEqual(["InternalRoundClosed", "ItemRecorded"]);
    expect(closed.items["eval.internal"]?.values).toMatchObject({
      mode: "anonymous",
      invited: 8,
      n: 7,
      closedAt: "2027-08-30",
    });
    const [forget] = timers(closed);
    expect(forget).toEqual({
      at: "2027-09-29T06:30:00.000Z",
      command: { type: "ForgetBallots" },
    });
    expect(timers(byTime(closed, "ForgetBallots", forget?.at ?? "").after)).toEqual([]);
  });

  test.each([
    ["fewAnswers", { answered: 4, readable: true }],
    ["keyLost", { answered: 7, readable: false }],
  ])("becomes a talk when its answers may not or cannot be read: %s", (why, ballots) => {
    const opened = after(...toldBoth, open);
    const { events, after: closed } = byTime(opened, "CloseInternalRound", CLOSES, ballots);
    expect(events[0]).toMatchObject({ joint: why, answered: ballots.answered });
    expect(closed.items["eval.internal"]?.values.mode).toBe("joint_reflection");
  });

  test.each([
    ["fewInvited", { internalInvitees: "a,b,c,d,e,tjp" }],
    ["planned", { internalMode: "joint_reflection" }],
  ])("N11: is a talk from the start, and asks nobody: %s", (why, plan) => {
    const before = after(...planned(plan));
    const { events, after: chosen } = byTime(before, "OpenInternalRound", OPENS);
    expect(events[0]).toMatchObject({ type: "JointReflectionChosen", why });
    expect(timers(chosen)).toEqual([]);
    for (const state of [before, chosen])
      expect(
        remindersOf(state, { template, calendar, directory }).filter(
          ({ about }) => about.type === "evaluation",
        ),
      ).toEqual([]);
  });

  test("a talk is done when the group has written down what it agreed on, and not before", () => {
    const talked: readonly Step[] = [
      ...planned({ internalMode: "joint_reflection" }),
      open,
      ["a", record("eval.meeting", { heldAt: "2027-09-09" })],
    ];
    expect(isDone(after(...talked), template, "eval.meeting")).toBe(false);
    const agreed = row("eval.meeting", "conclusions", "c1", {
      question: "I5",
      conclusion: "Vi nådde de unga för sent.",
    });
    expect(isDone(after(...talked, ["a", agreed]), template, "eval.meeting")).toBe(true);
  });

  test("its numbers are time's to write, and its acts are nobody's to order", () => {
    const opened = after(...toldBoth, open);
    const order = (actor: string, command: Command) =>
      codesOf(() => decide(opened, DIALOGUE, command, contextOf(actor, CLOSES)));
    expect(order("tjp", record("eval.internal", { n: "8" }))).toEqual(["E-LOCKED-RECORD"]);
    expect(order("tjp", { type: "CloseInternalRound" })).toEqual(["E-FORBIDDEN"]);
  });

  test("is answered by those who are invited and still there, while it is open", () => {
    const opened = after(...toldBoth, open);
    const answer = (actor: string, now: string, state: State = opened) =>
      codesOf(() => readInternalAnswer(state, { I1: "4" }, contextOf(actor, now)));
    expect(answer("a", "2027-08-30T21:58:59.000Z")).toEqual([]);
    expect(answer("a", CLOSES)).toEqual(["E-ROUND-CLOSED"]);
    expect(answer("head", OPENS)).toEqual(["E-FORBIDDEN"]);
    expect(answer("a", OPENS, after(...toldBoth))).toEqual(["E-FORBIDDEN"]);
    const left = { ...contextOf("a", OPENS), directory: { ...directory, people: new Map() } };
    expect(codesOf(() => readInternalAnswer(opened, { I1: "4" }, left))).toEqual(["E-FORBIDDEN"]);
  });

  test("a dialogue that is stopped lets no answer lie there: the round closes at once, unread", () => {
    const opened = after(...toldBoth, open);
    const stopped: Dialogue = {
      ...opened,
      status: "stopped",
      stoppedAt: "2027-08-20T08:00:00.000Z",
      stoppedBy: "decision-9",
    };
    expect(timers(stopped).map(({ at }) => at)).toEqual(["2027-08-20T08:00:00.000Z"]);
    const { events } = byTime(stopped, "CloseInternalRound", "2027-08-20T08:00:00.000Z");
    expect(events.map(({ type }) => type)).toEqual(["InternalRoundClosed"]);
    expect(events[0]).toMatchObject({ joint: "stopped" });
  });
});
