import { describe, test } from "vitest";
import { directory, given, identified, put, record, triaged } from "../support/given.ts";

describe("rights", () => {
  test("end at once for somebody who leaves the team", () => {
    const gone = new Map(directory.people).set("a", { teams: [], guest: false });
    given(...triaged)
      .when("a", record("identify.statement", { issueStatement: "Hur?" }), {
        ...directory,
        people: gone,
      })
      .rejects("E-FORBIDDEN");
  });
  test("are a guest's only when the organisation names them", () => {
    const named = {
      ...directory,
      people: new Map(directory.people).set("a", { teams: ["19:team@thread.tacv2"], guest: true }),
    };
    given(...triaged)
      .when("a", record("identify.statement", { issueStatement: "Hur?" }), named)
      .types("ItemRecorded");
    given(...triaged)
      .when("guest", record("identify.statement", { issueStatement: "Hur?" }))
      .rejects("E-FORBIDDEN");
  });
  test("of an administrator end at the organisation's data", () => {
    given(...triaged)
      .when("adm", record("identify.statement", { issueStatement: "Hur?" }))
      .rejects("E-FORBIDDEN");
  });
});

describe("overwriting", () => {
  test("with the same words changes nothing, however old the form", () => {
    given(...identified)
      .when(
        "a",
        record(
          "identify.statement",
          { issueStatement: "Hur kan Stationstorget bli tryggare kvällstid?" },
          0,
        ),
      )
      .gives();
  });
  test("from an old form is refused", () => {
    given(...identified)
      .when("a", record("identify.statement", { issueStatement: "Nytt" }, 0))
      .rejects("E-STALE");
    given(...identified)
      .when("a", put("identify.aspects", "aspectsIn", "in-1", "Bänkar", 0))
      .rejects("E-STALE");
    given(...identified)
      .when("a", put("identify.aspects", "aspectsIn", "in-1", "Bänkar", 1))
      .types("RowPut");
  });
});
