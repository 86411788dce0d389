import { test } from "vitest";
import { appointed, given, type Step } from "../support/given.ts";

const matrix = (accountable: string) => ({
  type: "PutRow" as const,
  itemId: "plan.responsibility",
  field: "matrix",
  rowId: "checkpoint",
  values: { accountable, responsible: "steeringMember,tjp" },
  revision: 0,
});
const outreach = (groupId: string) => ({
  type: "PutRow" as const,
  itemId: "plan.outreach",
  field: "outreach",
  rowId: "row-1",
  values: { groupId },
  revision: 0,
});
const groups: readonly Step[] = [
  ...appointed,
  [
    "tjp",
    {
      type: "PutRow",
      itemId: "plan.target-map",
      field: "groups",
      rowId: "young",
      values: { name: "Unga 13–18", affected: "4", affectedHow: "Rör sig på torget", heard: "1" },
      revision: 0,
    },
  ],
];

test("who is responsible for a step is a role or a person of the team", () => {
  given(...appointed)
    .when("a", matrix("steeringChair"))
    .types("RowPut");
  given(...appointed)
    .when("a", matrix("kom"))
    .types("RowPut");
  given(...appointed)
    .when("a", matrix("outsider"))
    .rejects("E-FIELD");
  given(...appointed)
    .when("a", matrix("whoever"))
    .rejects("E-FIELD");
});

test("a choice among the rows of another list is one of them and no words of one's own", () => {
  given(...groups)
    .when("tjp", outreach("young"))
    .types("RowPut");
  given(...groups)
    .when("tjp", outreach("Kalle Karlsson, Storgatan 4"))
    .rejects("E-FIELD");
});

test("a lesson is chosen among those there are", () => {
  const lessons = (chosen: string) => ({
    type: "RecordItems" as const,
    entries: [{ itemId: "plan.lessons", values: { lessonsReviewed: chosen }, revision: 0 }],
  });
  given(...appointed)
    .when("tjp", lessons("Kalle Karlsson, Storgatan 4"))
    .rejects("E-FIELD");
});

test("a language is a short code", () => {
  const languages = (code: string) => ({
    type: "RecordItems" as const,
    entries: [{ itemId: "plan.evaluation", values: { languages: code }, revision: 0 }],
  });
  given(...appointed)
    .when("tjp", languages("sv,so,zh-Hant-TW"))
    .types("ItemRecorded");
  given(...appointed)
    .when("tjp", languages(`sv${"-kalle".repeat(9)}`))
    .rejects("E-FIELD");
});
