import { describe, expect, test } from "vitest";
import type { Command } from "../../src/domain/dialogue.ts";
import { nextActions } from "../../src/domain/next-actions.ts";
import { itemProgress } from "../../src/domain/item-progress.ts";
import { standing, waitsFor } from "../../src/domain/position-state.ts";
import { findItem } from "../../src/domain/template.ts";
import { wantedMessages } from "../../src/domain/wanted.ts";
import { after, directory, given, record, type Step, template } from "../support/given.ts";
import { answer, close, goOn, open, planned } from "../support/planned.ts";

const asked = [...planned(), goOn, open];
const command = (step: readonly unknown[]) => step[1] as never;
const byTime = (at: string): Step => ["system", { type: "ClosePosition", positionId: "p1" }, at];
const noQuorum = [...asked, answer("a", "approve"), byTime("2027-04-09T15:00:00.000Z")];
const tied = [
  ...asked,
  answer("a", "abstain"),
  answer("b", "approve"),
  answer("c", "return", "För dyrt"),
  close,
];
const reopen = (closesAt?: object): Command =>
  ({ type: "ReopenPosition", positionId: "p1", ...(closesAt ? { closesAt } : {}) }) as Command;

describe("a position that closed without a result", () => {
  test("is taken up again by the chair alone, and the answers stand", () => {
    given(...noQuorum)
      .when("tjp", reopen())
      .rejects("E-FORBIDDEN");
    given(...noQuorum)
      .when("a", reopen())
      .types("PositionReopened");
    const [position] = after(...tied, ["a", reopen(), "2027-04-08T16:00:00.000Z"]).positions;
    expect(position?.closed).toBeUndefined();
    expect(position?.closesAt).toBe("2027-04-09T15:00:00.000Z");
    expect(Object.keys(position?.answers ?? {})).toEqual(["a", "b", "c"]);
  });
  test("is decided by the answers that come then", () => {
    const again: Step = ["a", reopen(), "2027-04-08T16:00:00.000Z"];
    const state = after(...tied, again, answer("a", "approve", "", 1), close);
    expect(state.positions[0]?.closed?.tally).toMatchObject({ result: "approve" });
    expect(state.gates.G5).toBeDefined();
  });
  test("stays closed when it has a result, or when a newer one has come", () => {
    const three = [...asked, answer("a", "approve"), answer("b", "approve")];
    given(...three, answer("c", "approve"), close)
      .when("a", reopen())
      .rejects("E-LOCKED-RECORD");
    const anew: Step = ["tjp", { ...(command(open) as object), positionId: "p2" } as Command];
    given(...tied, anew)
      .when("a", reopen())
      .rejects("E-LOCKED-RECORD");
  });
  test("waits for the chair among what is next", () => {
    const waits = nextActions(after(...tied), template, directory).map(({ what }) => what);
    expect(waits).toContain("reopenPosition");
  });
});

describe("when a position closes", () => {
  const at = (closesAt: object) => ({ ...(command(open) as object), closesAt }) as Command;
  test("is a moment that exists and has not gone by, or the rule's", () => {
    const put = given(...planned(), goOn);
    put.when("tjp", at({ date: "2027-01-32", time: "17:00" })).rejects("E-FIELD");
    put.when("tjp", at({ date: "2027-01-10", time: "17:00" })).rejects("E-FIELD");
    put.when("tjp", at({ date: "2027-04-08", time: "17:30" })).types("PositionOpened");
    const state = after(...planned(), goOn, ["tjp", at({ date: "2027-04-08", time: "17:30" })]);
    expect(state.positions[0]?.closesAt).toBe("2027-04-08T15:30:00.000Z");
    expect(after(...asked).positions[0]?.closesAt).toBe("2027-04-09T15:00:00.000Z");
  });
});

describe("what is put to the group", () => {
  const about = (matter: string): Command =>
    ({ type: "OpenPosition", positionId: "p9", matter, question: "Ska vi?" }) as Command;
  test("is the proposal only once it is handed in, and any other matter from the appointment on", () => {
    given(...planned().slice(0, -1), goOn)
      .when("tjp", about("proposal"))
      .rejects("E-PLAN-INCOMPLETE");
    given(...planned().slice(0, -1))
      .when("tjp", about("feedback-method"))
      .types("PositionOpened");
  });
  test("an approved way of giving feedback is fixed as it stood when it was asked about", () => {
    const drafted: Step = [
      "tjp",
      record(
        "plan.feedback-method",
        {
          feedbackChannels: "web,poster",
          feedbackSender: "a",
          followUpMonths: "6, 12",
          decidedAt: "2027-03-01",
        },
        0,
      ),
    ];
    const before = planned().filter(
      ([, order]) => !JSON.stringify(order).includes("plan.feedback-method"),
    );
    const put: Step = ["tjp", about("feedback-method")];
    const yes = (who: string): Step => [
      who,
      { type: "AnswerPosition", positionId: "p9", answer: "approve", reason: "", revision: 0 },
    ];
    const approved = [
      ...before,
      drafted,
      put,
      yes("a"),
      yes("b"),
      yes("c"),
      ["a", { type: "ClosePosition", positionId: "p9" }],
    ] as Step[];
    const item = findItem(template, "plan.feedback-method")?.item;
    if (!item) throw new Error("No such item.");
    expect(itemProgress(after(...before, drafted, put), item)).toBe("draft");
    expect(itemProgress(after(...approved), item)).toBe("done");
    const changed: Step = [
      "a",
      record("plan.feedback-method", { feedbackChannels: "web" }, 1),
      "2027-03-02T08:00:00.000Z",
    ];
    given(...approved)
      .when("tjp", command(changed))
      .rejects("E-LOCKED-RECORD");
  });
  test("a returned plan is open again, and its next version is a position of its own", () => {
    const returned = [
      ...asked,
      answer("a", "return", "För dyrt"),
      answer("b", "return", "För dyrt"),
      answer("c", "return", "För dyrt"),
      close,
    ];
    const cheaper: Step = ["tjp", record("plan.resources", { plannedCostSek: "120 000" }, 1)];
    given(...asked)
      .when("tjp", command(cheaper))
      .rejects("E-LOCKED-RECORD");
    const next = [
      ...returned,
      cheaper,
      ["tjp", record("plan.proposal", { version: "2" }, 1)],
      ["tjp", { ...(command(open) as object), positionId: "p2" }],
    ] as Step[];
    expect(after(...next).positions.map(({ version }) => version)).toEqual([1, 2]);
  });
});

describe("an answer given by word of mouth", () => {
  const oral = (value: "approve" | "return", reason = ""): Command => ({
    type: "LogOralAnswer",
    positionId: "p1",
    seat: "b",
    answer: value,
    reason,
  });
  const confirm = (revision: number): Command => ({
    type: "ConfirmOralAnswer",
    positionId: "p1",
    revision,
  });
  test("is confirmed as it was shown: one written down anew is shown anew", () => {
    const logged = [...asked, ["tjp", oral("approve")], ["tjp", oral("return", "Dyrt")]] as Step[];
    given(...logged)
      .when("b", confirm(1))
      .rejects("E-STALE");
    given(...logged)
      .when("b", confirm(2))
      .types("OralAnswerConfirmed");
    given(...asked)
      .when("tjp", oral("return"))
      .rejects("E-REASON");
  });
  test("does not count, and the member is still waited for, until then", () => {
    const state = after(...asked, ["tjp", oral("approve")]);
    const [position] = state.positions;
    if (!position) throw new Error("Nothing was asked.");
    expect(standing(position)).toMatchObject({ answered: 0, seats: 5, needed: 3, quorum: false });
    expect(waitsFor(state, position, "b", directory)).toBe(true);
  });
});

describe("jäv", () => {
  test("of the chair gives the lead to nobody while there is no vice chair, and the civil servant may still close", () => {
    const recused = [
      ...asked,
      answer("a", "recuse"),
      answer("b", "approve"),
      answer("c", "approve"),
      answer("d", "approve"),
    ];
    given(...recused)
      .when("a", command(close))
      .rejects("E-FORBIDDEN");
    given(...recused)
      .when("tjp", command(close))
      .types("PositionClosed", "GatePassed");
  });
});

describe("what goes out", () => {
  test("is one card in the thread and one question to each seat; agreement at a meeting asks nobody", () => {
    const keys = (...steps: readonly Step[]) =>
      wantedMessages(after(...steps), template, directory)
        .map(({ key }) => key)
        .filter((key) => key.includes("osition:"));
    expect(keys(...asked)).toEqual([
      "position:p1",
      ...["a", "b", "c", "d", "e"].map((who) => `answerPosition:p1:${who}`),
    ]);
    const agreed: Step = [
      "a",
      {
        type: "RecordConsensus",
        positionId: "p1",
        matter: "proposal",
        question: "Planen",
        present: ["a", "b", "c"],
      },
    ];
    expect(keys(...planned(), goOn, agreed)).toEqual(["position:p1"]);
    expect(after(...planned(), goOn, agreed).positions[0]?.version).toBe(1);
  });
});
