import { describe, expect, test } from "vitest";
import type { DialogueType } from "../../src/domain/dialogue.ts";
import { warningsOf } from "../../src/domain/warnings.ts";
import {
  after,
  type Answers,
  given,
  record,
  start,
  triaged,
  triageSteps,
} from "../support/given.ts";

const asked = (answers: Answers) => after(["a", start()], ...triageSteps("a", answers));

/** scenarios.md §4.1, word for word. */
const MICRO_CASES: readonly (readonly [string, Answers, DialogueType])[] = [
  ["M1", { influence: "yes" }, "citizen_dialogue"],
  ["M2", { influence: "no" }, "information_only"],
  ["M3", { influence: "yes", pending: false }, "information_only"],
  [
    "M4",
    { ledBy: "officials", scope: "service", serviceRelation: "users", influence: "yes" },
    "user_dialogue",
  ],
  ["M5", { scope: "service", serviceRelation: "customers", influence: "yes" }, "customer_dialogue"],
  ["M6", { ledBy: "officials", scope: "standing_forum", influence: "yes" }, "user_council"],
  [
    "M7",
    { ledBy: "officials", scope: "single_issue", influence: "yes", legal: "pbl_detaljplan" },
    "statutory_consultation",
  ],
  ["M8", { ledBy: "officials", scope: "single_issue", influence: "yes" }, "stakeholder_dialogue"],
  ["M9", { scope: "single_issue" }, "stakeholder_dialogue"],
  ["M10", { legal: "pbl_oversiktsplan,sami" }, "citizen_dialogue"],
  ["M11", { ledBy: "officials", influence: "yes" }, "stakeholder_dialogue"],
];

describe("the dialogue form", () => {
  test.each(MICRO_CASES)("%s: %o is %s", (_name, answers, expected) => {
    const state = asked(answers);
    expect(state.triage).toEqual({ result: expected, overridden: false });
    expect(state.status).toBe(expected === "citizen_dialogue" ? "draft" : "triaged_out");
    expect(state.gates.G0 !== undefined).toBe(expected === "citizen_dialogue");
  });

  test("M9: the chair makes an intressedialog a medborgardialog with a reason", () => {
    given(["a", start()], ...triageSteps("a", { scope: "single_issue" }))
      .when(
        "a",
        record("triage.result", {
          overrideType: "citizen_dialogue",
          overrideReason: "Allmänintresset är stort.",
        }),
      )
      .types("ItemRecorded", "DialogueTriaged", "GatePassed");
  });
  test("M9: without a reason the override is refused", () => {
    given(["a", start()], ...triageSteps("a", { scope: "single_issue" }))
      .when("a", record("triage.result", { overrideType: "citizen_dialogue", overrideReason: " " }))
      .rejects("E-REASON");
  });
  test("information is never overridden: nothing can be influenced", () => {
    const asInformation = [["a", start()], ...triageSteps("a", { influence: "no" })] as const;
    given(...asInformation)
      .when(
        "a",
        record("triage.result", { overrideType: "citizen_dialogue", overrideReason: "Ändå" }),
      )
      .rejects("E-FIELD");
    given(...triaged)
      .when(
        "a",
        record("triage.result", { overrideType: "information_only", overrideReason: "Hellre så" }),
      )
      .rejects("E-FIELD");
  });
  test("M10: each consultation by law is a warning of its own", () => {
    expect(warningsOf(asked({ legal: "pbl_oversiktsplan,sami" }))).toEqual([
      { code: "W-LEGAL-CONSULTATION", detail: "pbl_oversiktsplan" },
      { code: "W-LEGAL-CONSULTATION", detail: "sami" },
    ]);
  });
  test("M12: partly influenceable needs to be told what is fixed", () => {
    const refused = given(["a", start()])
      .when("a", record("triage.influence", { isInfluenceable: "partly", fixedConstraints: "" }))
      .problems();
    expect(refused).toEqual([
      {
        code: "E-FIELD",
        faults: [{ itemId: "triage.influence", field: "fixedConstraints", fault: "missing" }],
      },
    ]);
  });
  test("changing an answer triages anew, and closes the gate again", () => {
    given(...triaged)
      .when("a", record("triage.led-by", { ledBy: "officials" }, 1))
      .types("ItemRecorded", "DialogueTriaged", "GateClosed");
  });
  test("what was triaged out takes no more orders but a new triage", () => {
    given(["a", start()], ...triageSteps("a", { ledBy: "officials" }))
      .when("a", record("identify.statement", { issueStatement: "Hur?" }))
      .rejects("E-NOT-ACTIVE");
  });
});
