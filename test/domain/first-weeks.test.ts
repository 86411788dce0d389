import { describe, expect, test } from "vitest";
import type { Command, FormalDecision } from "../../src/domain/dialogue.ts";
import { deadlinesOf } from "../../src/domain/deadlines-of.ts";
import { statutoryOf } from "../../src/domain/statutory.ts";
import { rolesOf } from "../../src/domain/permissions.ts";
import { warningsOf } from "../../src/domain/warnings.ts";
import {
  after,
  appointed,
  calendar,
  confirmed,
  directory,
  drafted,
  given,
  identified,
  purposed,
  put,
  record,
  registered,
  start,
  template,
  triaged,
  triageSteps,
} from "../support/given.ts";

const confirm: Command = { type: "ConfirmDecision", decisionId: "decision-1" };
const sendBack = (reason: string): Command => ({
  type: "SendBackDecision",
  decisionId: "decision-1",
  reason,
});
const register: Command = { type: "RegisterDecision", decisionId: "decision-1", matter: "start" };

describe("starting", () => {
  test("is for members of the team; guests and outsiders are refused", () => {
    given().when("guest", start()).rejects("E-FORBIDDEN");
    given().when("outsider", start()).rejects("E-FORBIDDEN");
    given().when("starter", start()).types("DialogueStarted");
  });
  test("names an elected official", () => {
    given().when("starter", start("reg")).rejects("E-FIELD");
    given().when("starter", start("")).rejects("E-FIELD");
  });
  test("without an organisation says so", () => {
    given()
      .when("a", start(), { ...directory, organisation: undefined })
      .rejects("E-NO-ORGANISATION");
  });
  test("twice from the same form is one dialogue", () => {
    given(["a", start()]).when("a", start()).gives();
    given(["a", start()]).when("b", start()).rejects("E-FORBIDDEN");
  });
  test("by somebody else waits for the initiator's word", () => {
    const steps = [["starter", start("a")], ...triageSteps("starter")] as const;
    expect(after(...steps).gates.G0).toBeUndefined();
    given(...steps)
      .when("b", { type: "ConfirmInitiator" })
      .rejects("E-FORBIDDEN");
    given(...steps)
      .when("a", { type: "ConfirmInitiator" })
      .types("InitiatorConfirmed", "GatePassed");
    given(...steps)
      .when("a", record("identify.statement", { issueStatement: "Hur?" }))
      .rejects("E-NOT-CITIZEN-DIALOGUE");
  });
  test("can be taken back by starter and initiator until the board has decided", () => {
    given(...triaged)
      .when("b", { type: "WithdrawDialogue" })
      .rejects("E-FORBIDDEN");
    given(...triaged)
      .when("a", { type: "WithdrawDialogue" })
      .gives({ type: "DialogueWithdrawn" });
    given(...confirmed)
      .when("a", { type: "WithdrawDialogue" })
      .rejects("E-LOCKED-RECORD");
    given(...triaged, ["a", { type: "WithdrawDialogue" }])
      .when("a", record("identify.statement", { issueStatement: "Hur?" }))
      .rejects("E-NOT-ACTIVE");
  });
});

describe("the gates", () => {
  test("G1 opens with question, delimitation and boards", () => {
    expect(after(...identified).gates.G1).toBeDefined();
    expect(after(...identified.slice(0, -1)).gates.G1).toBeUndefined();
  });
  test("G2 needs the will to change", () => {
    expect(after(...purposed).gates.G2).toBeDefined();
    given(...purposed.slice(0, -1))
      .when("a", record("purpose.willing", { willingToChange: false }))
      .types("ItemRecorded");
  });
  test("planning is closed before the board's decision, and after it until somebody is appointed", () => {
    const write = put("plan.questions", "questions", "q-1", "Vad gör torget tryggt?");
    given(...identified)
      .when("a", write)
      .rejects("E-NO-BOARD-DECISION");
    given(...registered)
      .when("a", write)
      .rejects("E-NO-BOARD-DECISION");
    given(...confirmed)
      .when("b", write)
      .rejects("E-NO-CIVIL-SERVANT");
    given(...appointed)
      .when("b", write)
      .types("RowPut");
  });
  test("a decision cannot be drafted before question and purpose are clear", () => {
    given(...triaged)
      .when("reg", record("decide.budget", { budgetSek: "1" }))
      .rejects("E-TOPIC-MISSING");
    given(...identified)
      .when("reg", record("decide.budget", { budgetSek: "1" }))
      .rejects("E-NOT-INFLUENCEABLE");
  });
  test("later steps wait for the plan and its approval", () => {
    given(...appointed)
      .when("b", put("check.review", "comments", "c-1", "Vad kostar det?"))
      .rejects("E-PLAN-INCOMPLETE");
    given(...appointed)
      .when("kom", record("event.invite", { publishedAt: "2027-04-20" }))
      .rejects("E-NOT-APPROVED", "E-FEEDBACK-NOT-FIXED");
  });
});

describe("the board's decision", () => {
  test("without a budget is incomplete and says what is missing", () => {
    const steps = drafted.filter(
      ([, command]) => JSON.stringify(command).includes("decide.budget") === false,
    );
    expect(
      given(...steps)
        .when("reg", register)
        .problems(),
    ).toEqual([{ code: "E-DECISION-INCOMPLETE", missing: ["budgetSek", "budgetSource"] }]);
  });
  test("is registered by the registrar alone", () => {
    given(...drafted)
      .when("a", register)
      .rejects("E-FORBIDDEN");
    given(...drafted)
      .when("ks-reg", register)
      .rejects("E-FORBIDDEN");
    given(...drafted)
      .when("reg", register)
      .types("DecisionRegistered");
  });
  test("is confirmed by the chair it names and by nobody who registered it", () => {
    expect(
      given(...registered)
        .when("reg", confirm)
        .problems(),
    ).toEqual([{ code: "E-FORBIDDEN", who: ["steeringChair"], why: "two-persons" }]);
    given(...registered)
      .when("b", confirm)
      .rejects("E-FORBIDDEN");
    given(...registered)
      .when("a", confirm)
      .types("DecisionConfirmed", "GatePassed");
    given(...confirmed)
      .when("a", confirm)
      .gives();
  });
  test("waits unchanged for the chair, and is a draft again when sent back", () => {
    const budget = record("decide.budget", { budgetSek: "1" }, 1);
    given(...registered)
      .when("reg", budget)
      .rejects("E-LOCKED-RECORD");
    given(...registered)
      .when("a", sendBack(""))
      .rejects("E-REASON");
    given(...registered)
      .when("a", sendBack("Fel belopp"))
      .types("DecisionSentBack");
    given(...registered, ["a", sendBack("Fel belopp")])
      .when("reg", budget)
      .types("ItemRecorded");
    given(...registered, ["a", sendBack("Fel belopp")])
      .when("a", confirm)
      .rejects("E-STALE");
    given(...confirmed)
      .when("a", sendBack("Ändrat mig"))
      .rejects("E-LOCKED-RECORD");
  });
  test("gives the steering group its roles, and the initiator's end", () => {
    const state = after(
      ...registered.slice(0, -6),
      ["reg", record("decide.budget", { budgetSek: "1", budgetSource: "x" })],
      ["reg", record("decide.steering-group", { members: "b,c", chair: "b" })],
      ...registered.slice(-4),
      ["b", confirm],
    );
    expect([...rolesOf(state, "a", directory)]).toEqual(["starter", "initiator"]);
    expect([...rolesOf(state, "b", directory)]).toEqual(["steeringChair", "steeringMember"]);
  });
  test("is not final until the minutes are approved", () => {
    expect(warningsOf(after(...confirmed))).toEqual([
      { code: "W-NOT-FINAL", decisionId: "decision-1" },
    ]);
    const approved = after(...confirmed, [
      "reg",
      record("decide.minutes", { minutesApproved: "2027-02-02" }),
    ]);
    expect(warningsOf(approved)).toEqual([]);
  });
  test("has the dates of the law", () => {
    const announced = after(
      ...confirmed,
      ["reg", record("decide.minutes", { minutesApproved: "2027-02-02" })],
      ["reg", record("decide.minutes", { minutesAnnounced: "2027-02-03" }, 1)],
    );
    expect(statutoryOf(announced, announced.decisions[0] as FormalDecision, calendar)).toEqual({
      st1: "2027-02-09",
      approved: "2027-02-02",
      st2: "2027-02-04",
      announced: "2027-02-03",
      st3: "2027-02-24",
    });
  });
  test("locks what was written before it", () => {
    given(...confirmed)
      .when("a", record("purpose.statement", { purpose: "Nytt" }, 1))
      .rejects("E-LOCKED-RECORD");
  });
  test("needs a group whose chair is a member, and nobody employed in it", () => {
    given(...purposed)
      .when("reg", record("decide.steering-group", { members: "a,b", chair: "c" }))
      .rejects("E-FIELD");
    given(...purposed)
      .when("reg", record("decide.steering-group", { members: "a,reg", chair: "a" }))
      .rejects("E-FIELD");
    given(...purposed)
      .when("reg", record("decide.steering-group", { members: "a", chair: "a" }))
      .rejects("E-FIELD");
  });
});

describe("appointing", () => {
  const appoint = record("plan.appoint", { civilServant: "tjp", appointedAt: "2027-02-04" });
  test("is the head's alone", () => {
    given(...confirmed)
      .when("a", appoint)
      .rejects("E-FORBIDDEN");
    given(...confirmed)
      .when("ks-head", appoint)
      .rejects("E-FORBIDDEN");
    given(...confirmed)
      .when("head", appoint)
      .types("ItemRecorded", "GatePassed");
  });
  test("takes nobody elected", () => {
    given(...confirmed)
      .when("head", record("plan.appoint", { civilServant: "b", appointedAt: "2027-02-04" }))
      .rejects("E-FIELD");
  });
  test("makes the deadlines of the plan", () => {
    const state = after(...appointed, [
      "tjp",
      record("plan.kickoff", { kickoffDate: "2027-02-16" }),
    ]);
    const dates = deadlinesOf(state, template, calendar).map(({ code, due, doneOn }) => [
      code,
      due,
      doneOn,
    ]);
    expect(dates).toEqual([
      ["D01", "2027-02-09", "2027-02-04"],
      ["D02", "2027-02-18", "2027-02-16"],
      ["D03", "2027-03-02", undefined],
      ["D04", "2027-04-01", undefined],
    ]);
  });
});
