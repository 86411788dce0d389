import { describe, expect, test } from "vitest";
import { nextActions } from "../../src/domain/next-actions.ts";
import { deadlinesOf } from "../../src/domain/deadlines-of.ts";
import { isEffortMisplaced, targetGroups } from "../../src/domain/target-groups.ts";
import {
  after,
  calendar,
  directory,
  given,
  put,
  record,
  template,
  type Step,
} from "../support/given.ts";
import { answer, close, goOn, open, planned } from "../support/planned.ts";

const asked = [...planned(), goOn, open];
const voted = [
  ...asked,
  answer("a", "approve"),
  answer("b", "approve"),
  answer("c", "approve"),
  answer("d", "approve"),
  answer("e", "return", "För dyrt"),
];
const command = (step: readonly unknown[]) => step[1] as never;
const invite = record("event.invite", {
  publishedAt: "2027-04-20",
  channels: { chosen: "web" },
  doc: { title: "Inbjudan", url: "https://granasa.se/inbjudan" },
  contents: "question,influence,decision,feedback,privacy",
});

/** The items the dialogue waits for. */
const waiting = (...steps: readonly Step[]) =>
  nextActions(after(...steps), template, directory).flatMap((one) =>
    one.what === "item" ? [one.itemId] : [],
  );

describe("the plan", () => {
  test("opens the checkpoint when all it must hold is there", () => {
    expect(after(...planned()).gates.G4b).toBeDefined();
    expect(after(...planned().slice(0, -14)).gates.G4b).toBeUndefined();
  });
  test("is not waited for once it is approved: what was left out of it is locked", () => {
    expect(waiting(...planned())).toContain("plan.questions");
    expect(waiting(...voted, close)).toEqual(
      expect.arrayContaining(["event.invite", "event.elected.e1"]),
    );
    expect(waiting(...voted, close).filter((id) => id.startsWith("plan."))).toEqual([]);
  });
  test("orders groups by how much they are affected and how seldom they are heard", () => {
    const map = targetGroups(after(...planned())).map(
      ({ priority, score }) => `${priority}${score}`,
    );
    expect(map).toEqual(["A16", "A12", "A12", "B6", "B4"]);
  });
  test("puts most of the effort where people are seldom heard; variant 1v does not", () => {
    const shared = targetGroups(after(...planned()));
    const variant = [15, 15, 15, 10, 45];
    expect(isEffortMisplaced(shared)).toBe(false);
    expect(
      isEffortMisplaced(shared.map((group, i) => ({ ...group, share: variant[i] ?? 0 }))),
    ).toBe(true);
  });
  test("goes on without its soft parts only with the chair's reason", () => {
    given(...planned())
      .when("tjp", command(open))
      .rejects("W-PLAN-PART-MISSING");
    given(...planned())
      .when("tjp", command(goOn))
      .rejects("E-FORBIDDEN");
    given(...planned())
      .when("a", { type: "OverrideGate", gate: "G4c", reason: " " })
      .rejects("E-REASON");
    given(...planned(), goOn)
      .when("tjp", command(open))
      .types("PositionOpened");
  });
  test("that is not finished is not put to the group", () => {
    const unshared = planned().filter(
      ([, order]) => JSON.stringify(order).includes('"naring"') === false,
    );
    given(...unshared, goOn)
      .when("tjp", command(open))
      .rejects("E-PLAN-INCOMPLETE");
  });
});

describe("the steering group's position", () => {
  test("is asked for by civil servant or chair, about one proposal at a time", () => {
    given(...planned(), goOn)
      .when("b", command(open))
      .rejects("E-FORBIDDEN");
    given(...asked)
      .when("a", { ...(command(open) as object), positionId: "p2" } as never)
      .rejects("E-LOCKED-RECORD");
    given(...asked)
      .when("tjp", command(open))
      .gives();
  });
  test("Q1: is answered by members alone, with a reason where one is owed", () => {
    given(...asked)
      .when("tjp", command(answer("tjp", "approve")))
      .rejects("E-FORBIDDEN");
    given(...asked)
      .when("reg", command(answer("reg", "approve")))
      .rejects("E-FORBIDDEN");
    given(...asked)
      .when("b", command(answer("b", "return")))
      .rejects("E-REASON");
    given(...asked)
      .when("b", command(answer("b", "return", "För dyrt")))
      .types("PositionAnswered");
    given(...asked)
      .when("b", command(answer("b", "abstain")))
      .types("PositionAnswered");
  });
  test("may be changed until it closes, and not from an old form", () => {
    given(...asked, answer("b", "approve"))
      .when("b", command(answer("b", "approve")))
      .gives();
    given(...asked, answer("b", "approve"))
      .when("b", command(answer("b", "abstain")))
      .rejects("E-STALE");
    given(...asked, answer("b", "approve"))
      .when("b", command(answer("b", "abstain", "", 1)))
      .types("PositionAnswered");
    given(...voted, close)
      .when("e", command(answer("e", "approve", "", 1)))
      .rejects("E-LOCKED-RECORD");
  });
  test("Q6: is closed to whoever has declared jäv", () => {
    given(...asked, answer("b", "recuse"))
      .when("b", command(answer("b", "approve", "", 1)))
      .rejects("E-FORBIDDEN");
    given(...asked, answer("b", "recuse"))
      .when("b", { type: "CommentPosition", positionId: "p1", commentId: "c1", text: "Men" })
      .rejects("E-FORBIDDEN");
  });
  test("needs more than half of the seats before anybody closes it; time closes it anyway, without a result", () => {
    const two = [...asked, answer("a", "approve"), answer("b", "approve")];
    given(...two)
      .when("a", command(close))
      .rejects("E-QUORUM");
    given(...two)
      .when("system", command(close))
      .gives();
    const closed = after(...two, ["system", command(close), "2027-04-09T15:00:07.000Z"]);
    expect(closed.positions[0]?.closed?.tally.result).toBeUndefined();
    expect(closed.positions[0]?.closed?.at).toBe("2027-04-09T15:00:00.000Z");
  });
  test("four to one approves: the plan is locked and the invitation may go out", () => {
    const state = after(...voted, close);
    expect(state.positions[0]?.closed?.tally).toMatchObject({ yes: 4, no: 1, result: "approve" });
    expect(state.gates.G5).toBeDefined();
    given(...voted)
      .when("kom", invite)
      .rejects("E-NOT-APPROVED");
    given(...voted, close)
      .when("kom", invite)
      .types("ItemRecorded");
    given(...voted, close)
      .when("tjp", put("plan.questions", "questions", "q", "Vad?"))
      .rejects("E-LOCKED-RECORD");
    given(...voted, close, ["kom", invite])
      .when("kom", record("event.invite", { publishedAt: "2027-04-21" }, 1))
      .rejects("E-LOCKED-RECORD");
  });
  test("an answer given by word of mouth counts when the member has confirmed it", () => {
    const oral = {
      type: "LogOralAnswer",
      positionId: "p1",
      seat: "b",
      answer: "approve",
      reason: "",
    } as const;
    const three = [...asked, answer("a", "approve"), answer("c", "approve")];
    given(...three)
      .when("a", oral)
      .rejects("E-FORBIDDEN");
    given(...three, ["tjp", oral])
      .when("a", command(close))
      .rejects("E-QUORUM");
    given(
      ...three,
      ["tjp", oral],
      ["b", { type: "ConfirmOralAnswer", positionId: "p1", revision: 1 }],
    )
      .when("a", command(close))
      .types("PositionClosed", "GatePassed");
    given(...asked, answer("b", "abstain"))
      .when("tjp", oral)
      .rejects("E-ALREADY-ANSWERED");
  });
  test("at a meeting is recorded by the chair with those present", () => {
    const consensus = {
      type: "RecordConsensus",
      positionId: "p2",
      matter: "proposal",
      question: "Planen",
      present: ["a", "b", "c"],
    } as const;
    given(...planned(), goOn)
      .when("tjp", consensus)
      .rejects("E-FORBIDDEN");
    given(...planned(), goOn)
      .when("a", { ...consensus, present: ["a", "b"] })
      .rejects("E-QUORUM");
    given(...planned(), goOn)
      .when("a", consensus)
      .types("PositionOpened", "PositionClosed", "GatePassed");
  });
});

describe("money and occasions", () => {
  test("a plan above the board's budget is not approved into being", () => {
    const dear = [
      ...planned("160 000"),
      goOn,
      open,
      answer("a", "approve"),
      answer("b", "approve"),
      answer("c", "approve"),
      close,
    ];
    expect(after(...dear).gates.G5).toBeUndefined();
    given(...dear)
      .when("kom", invite)
      .rejects("E-BUDGET-EXCEEDED");
  });
  test("before the approval an occasion is a row of the plan; after it, moving takes a reason", () => {
    const move = {
      type: "MoveOccasion",
      occasionId: "e1",
      start: "2027-05-13T16:00:00.000Z",
      end: "2027-05-13T18:30:00.000Z",
      reason: "Lokalen var upptagen",
    } as const;
    given(...asked.slice(0, -2))
      .when("tjp", move)
      .rejects("E-NOT-APPROVED");
    given(...voted, close)
      .when("kom", move)
      .rejects("E-FORBIDDEN");
    given(...voted, close)
      .when("tjp", { ...move, reason: "" })
      .rejects("E-REASON");
    const moved = after(...voted, close, ["tjp", move]);
    expect(moved.occasions["e1"]).toMatchObject({ number: 1, start: move.start, moves: 1 });
  });
  test("the end of an occasion comes by time alone", () => {
    const end = { type: "EndOccasion", occasionId: "e1" } as const;
    given(...voted, close)
      .when("tjp", end)
      .rejects("E-FORBIDDEN");
    given(...voted, close)
      .when("system", end)
      .gives();
    expect(
      after(...voted, close, ["system", end, "2027-05-12T18:30:00.000Z"]).occasions["e1"]?.endedAt,
    ).toBe("2027-05-12T18:30:00.000Z");
  });
  test("the plan's deadlines follow the facts", () => {
    const state = after(...voted, close);
    const due = deadlinesOf(state, template, calendar).map(({ code, due: date, doneOn }) => [
      code,
      date,
      doneOn,
    ]);
    expect(due.slice(2)).toEqual([
      ["D03", "2027-03-02", "2027-03-01"],
      ["D04", "2027-04-01", "2027-03-22"],
      ["D05", "2027-04-12", "2027-04-08"],
      ["D06", "2027-04-21", undefined],
      ["D07", "2027-05-04", undefined],
    ]);
  });
});
