import { describe, expect, test } from "vitest";
import { decide } from "../../src/domain/decide.ts";
import type { WarningCode } from "../../src/domain/dialogue.ts";
import type { Inputs } from "../../src/domain/value.ts";
import {
  after,
  appointed,
  contextOf,
  DIALOGUE,
  given,
  type Step,
  triageSteps,
  start,
} from "../support/given.ts";
import { add } from "../support/tasks.ts";

const added: Step = ["tjp", add("t1", { due: "2027-02-26" })];

describe("a new task", () => {
  test("holds what is to be done, by whom and by when, and what it belongs to", () => {
    given(...appointed)
      .when(
        "tjp",
        add("t1", {
          title: "Boka samlingslokal",
          owner: "b",
          due: "2027-02-26",
          note: "Minst 60 platser",
          link: { title: "Lokaler", url: "https://granasa.se/lokaler" },
          about: "plan.kickoff",
        }),
      )
      .gives({
        type: "TaskAdded",
        taskId: "t1",
        title: { text: "Boka samlingslokal" },
        owner: { type: "person", person: "b" },
        due: "2027-02-26",
        note: { text: "Minst 60 platser" },
        link: { title: { text: "Lokaler" }, url: { text: "https://granasa.se/lokaler" } },
        stepId: "planning",
        itemId: "plan.kickoff",
        warnings: [],
      });
  });

  test("needs no date, note, link or place", () => {
    given(...appointed)
      .when("tjp", add("t1", { owner: "civilServant" }))
      .gives({
        type: "TaskAdded",
        taskId: "t1",
        title: { text: "Boka lokal" },
        owner: { type: "role", role: "civilServant" },
        warnings: [],
      });
  });

  test("sent twice is one task", () => {
    given(...appointed, added)
      .when("tjp", add("t1", { due: "2027-02-26" }))
      .gives();
  });

  test.each([
    ["no title", { title: " " }, "title", "missing"],
    ["a title that is too long", { title: "x".repeat(301) }, "title", "tooLong"],
    ["nobody", { owner: "" }, "owner", "missing"],
    ["somebody who is not in the team", { owner: "outsider" }, "owner", "notInTeam"],
    ["a guest nobody has named", { owner: "guest" }, "owner", "notAPerson"],
    ["somebody unknown", { owner: "nobody" }, "owner", "notAPerson"],
    ["a role that owns no tasks", { owner: "admin" }, "owner", "notAPerson"],
    ["a day that does not exist", { due: "2027-02-30" }, "due", "notADate"],
    ["a note that is too long", { note: "x".repeat(5_001) }, "note", "tooLong"],
    [
      "a link that is not https",
      { link: { title: "x", url: "http://granasa.se" } },
      "link",
      "notALink",
    ],
    ["a place the process does not have", { about: "plan.nothing" }, "about", "notAChoice"],
  ])("with %s is refused beside its field", (_what, values, field, fault) => {
    const problems = given(...appointed)
      .when("tjp", add("t1", values as Inputs))
      .problems();
    expect(problems).toMatchObject([
      { code: "E-FIELD", faults: [{ itemId: "task", field, fault }] },
    ]);
  });

  test("is refused with every fault at once", () => {
    const [problem] = given(...appointed)
      .when("tjp", add("t1", { title: "", owner: "", due: "x" }))
      .problems();
    expect(problem).toMatchObject({
      faults: [{ field: "title" }, { field: "owner" }, { field: "due" }],
    });
  });

  test.each<[string, string, readonly WarningCode[]]>([
    ["a klämdag", "2027-05-07", ["W-KLAMDAG"]],
    ["a Sunday", "2027-02-28", ["W-NONWORKING"]],
    ["in the quiet weeks", "2027-07-14", ["W-QUIET-PERIOD"]],
    ["a Saturday in the quiet weeks", "2027-07-17", ["W-NONWORKING", "W-QUIET-PERIOD"]],
    ["in the past", "2027-01-08", ["W-LATE"]],
    ["any other day", "2027-02-26", []],
  ])("on %s is taken, and the warnings are kept with it", (_what, due, warnings) => {
    const state = after(...appointed);
    const [event] = decide(state, DIALOGUE, add("t1", { due }), contextOf("tjp"));
    expect(event).toMatchObject({ type: "TaskAdded", due, warnings });
  });
});

describe("who may add a task", () => {
  test.each(["a", "b", "reg", "head", "kom", "tjp"])(
    "in planning %s may, who holds a role",
    (person) => {
      given(...appointed)
        .when(person, add("t1"))
        .types("TaskAdded");
    },
  );

  test.each(["other", "adm", "ks-reg", "guest", "outsider"])(
    "%s may not, who holds none",
    (person) => {
      given(...appointed)
        .when(person, add("t1"))
        .rejects("E-FORBIDDEN");
    },
  );

  test("who started it may until the civil servant is appointed, and not after", () => {
    const draft: readonly Step[] = [["starter", start("a")], ...triageSteps("starter")];
    given(...draft)
      .when("starter", add("t1"))
      .types("TaskAdded");
    given(...startedByEmployee)
      .when("starter", add("t1"))
      .rejects("E-FORBIDDEN");
  });
});

/** Scenario 1 as an employee starts it, until somebody else is appointed. */
const startedByEmployee: readonly Step[] = [
  ["starter", start("a")],
  ["a", { type: "ConfirmInitiator" }],
  ...appointed.slice(1),
];
