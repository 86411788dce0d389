import { describe, expect, test } from "vitest";
import type { Command } from "../../src/domain/dialogue.ts";
import { after, given, record, type Step } from "../support/given.ts";
import { answer, close, goOn, open, planned } from "../support/planned.ts";

const asked: readonly Step[] = [...planned(), goOn, open];
const command = (step: Step): Command => step[1];

describe("a vice chair", () => {
  /** The board has named B vice chair and K substitute. */
  const withVice = asked.map(([who, order, at]): Step => {
    if (!JSON.stringify(order).includes("decide.steering-group")) return [who, order, at] as Step;
    const named = { members: "a,b,c,d,e", chair: "a", viceChair: "b", substitutes: "other" };
    return [who, record("decide.steering-group", named)];
  });
  const call = (seat: string): Command => ({
    type: "CallSubstitute",
    positionId: "p1",
    seat,
    substitute: "other",
  });
  test("leads, and has the casting vote, while the chair is recused", () => {
    const recused = [
      ...withVice,
      answer("a", "recuse"),
      answer("b", "return", "För dyrt"),
      answer("c", "approve"),
      answer("d", "return", "För sent"),
      answer("e", "approve"),
    ];
    given(...recused)
      .when("a", command(close))
      .rejects("E-FORBIDDEN");
    const closed = after(...recused, ["b", command(close)]).positions[0]?.closed;
    expect(closed?.tally).toMatchObject({ yes: 2, no: 2, result: "return", castingVote: true });
  });
  test("leads once a substitute sits in the chair's seat, whose answer is an answer like any other", () => {
    const called = [...withVice, ["a", call("a")]] as Step[];
    given(...called)
      .when("a", command(answer("a", "approve")))
      .rejects("E-FORBIDDEN");
    const voted = [
      ...called,
      answer("other", "approve"),
      answer("b", "return", "För dyrt"),
      answer("c", "approve"),
      answer("d", "return", "För sent"),
    ];
    given(...voted)
      .when("a", command(close))
      .rejects("E-FORBIDDEN");
    const closed = after(...voted, ["b", command(close)]).positions[0]?.closed;
    expect(closed?.tally).toMatchObject({ result: "return", castingVote: true });
  });
  test("a substitute takes the seat of who has declared jäv, who stays out; the answer counts and the jäv is kept", () => {
    const called = [...withVice, answer("e", "recuse"), ["a", call("e")]] as Step[];
    const comment: Command = {
      type: "CommentPosition",
      positionId: "p1",
      commentId: "c1",
      text: "Får jag säga något?",
    };
    for (const order of [command(answer("e", "approve")), comment])
      given(...called)
        .when("e", order)
        .rejects("E-FORBIDDEN");
    given(...called)
      .when("a", call("e"))
      .gives();
    const voted = [
      ...called,
      answer("other", "approve"),
      answer("a", "approve"),
      answer("b", "approve"),
    ];
    const [position] = after(...voted, ["a", command(close)]).positions;
    expect(position?.closed?.tally).toMatchObject({ present: 3, yes: 3, result: "approve" });
    expect(position?.recused).toEqual(["e"]);
    given(...withVice, answer("e", "abstain"))
      .when("a", call("e"))
      .rejects("E-FIELD");
  });
  test("a substitute takes a seat whose member has not answered, and nobody else does", () => {
    given(...withVice)
      .when("tjp", call("e"))
      .rejects("E-FORBIDDEN");
    given(...withVice, answer("e", "approve"))
      .when("a", call("e"))
      .rejects("E-FIELD");
    given(...withVice)
      .when("a", call("e"))
      .types("SubstituteCalled");
    given(...withVice)
      .when("other", command(answer("other", "approve")))
      .rejects("E-FORBIDDEN");
  });
});
