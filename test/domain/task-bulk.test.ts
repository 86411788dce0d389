import { describe, expect, test } from "vitest";
import { type TaskCommand, taskOf } from "../../src/domain/task.ts";
import { seenOf, tasksInBulk } from "../../src/domain/task-bulk.ts";
import type { Inputs } from "../../src/domain/value.ts";
import { after, appointed, confirmed, directory, given, type Step } from "../support/given.ts";
import { add, complete } from "../support/tasks.ts";

/** B has two with a date, one without and one that is done; the communicator has one, the civil servant's role one. */
const steps: readonly Step[] = [
  ...appointed,
  ["tjp", add("t1", { due: "2027-02-26" })],
  ["tjp", add("t2", { due: "2027-04-29" })],
  ["tjp", add("t3")],
  ["tjp", add("t4", { due: "2027-02-26" })],
  ["b", complete("t4")],
  ["tjp", add("t5", { owner: "kom", due: "2027-03-01" })],
  ["tjp", add("t6", { owner: "civilServant", due: "2027-03-01" })],
];
const seen = (person?: string) => seenOf(tasksInBulk(after(...steps), person));
const WHY = "Nämndens sammanträde är flyttat";

function move(values: Inputs, person?: string, at = seen(person), bulkId = "m1"): TaskCommand {
  const of = person === undefined ? {} : { person };
  return { type: "MoveTasks", bulkId, ...of, seen: at, values: { reason: WHY, ...values } };
}
function hand(owner: string, person = "b", at = seen(person), bulkId = "h1"): TaskCommand {
  return { type: "HandOverTasks", bulkId, person, seen: at, values: { owner, word: "" } };
}

describe("all dates of a person", () => {
  test("are moved by working days; what is done or has no date stays as it is", () => {
    given(...steps)
      .when("tjp", move({ days: "5" }, "b"))
      .gives({
        type: "TasksMoved",
        bulkId: "m1",
        moves: [
          { taskId: "t1", due: "2027-03-05" },
          // Over a klämdag, which is worked, and Kristi himmelsfärdsdag, which is not.
          { taskId: "t2", due: "2027-05-07" },
        ],
        reason: { text: WHY },
        warnings: ["W-KLAMDAG"],
      });
  });

  test("are moved to one day, and all of the dialogue's too", () => {
    given(...steps)
      .when("a", move({ due: "2027-04-12" }))
      .gives({
        type: "TasksMoved",
        bulkId: "m1",
        moves: ["t1", "t2", "t5", "t6"].map((taskId) => ({ taskId, due: "2027-04-12" })),
        reason: { text: WHY },
        warnings: [],
      });
  });

  test("are moved once, and only by who has seen them as they are", () => {
    const moved: readonly Step[] = [...steps, ["tjp", move({ days: "5" }, "b")]];
    given(...moved)
      .when("tjp", move({ days: "5" }, "b"))
      .gives();
    given(...moved)
      .when("tjp", move({ days: "5" }, "b", seen("b"), "m2"))
      .rejects("E-STALE");
    expect(taskOf(after(...moved), "t1")).toMatchObject({
      due: "2027-03-05",
      moved: { by: "tjp", from: "2027-02-26", reason: { text: WHY } },
    });
    expect(taskOf(after(...moved), "t3")).toMatchObject({ revision: 0 });
  });

  test("are not moved without a reason, without a day or by no days at all", () => {
    const all = given(...steps);
    all.when("tjp", move({ days: "5", reason: " " }, "b")).rejects("E-REASON");
    all.when("tjp", move({}, "b")).rejects("E-FIELD");
    all.when("tjp", move({ days: "0" }, "b")).rejects("E-FIELD");
    all.when("tjp", move({ days: "fem" }, "b")).rejects("E-FIELD");
  });
});

describe("all tasks of a person", () => {
  test("go to a person or a role at once, in one event", () => {
    given(...steps)
      .when("tjp", hand("c"))
      .gives({
        type: "TasksHandedOver",
        bulkId: "h1",
        taskIds: ["t1", "t2", "t3"],
        owner: { type: "person", person: "c" },
      });
    const now = after(...steps, ["tjp", hand("communicator")]);
    expect(taskOf(now, "t1")).toMatchObject({
      owner: { type: "role", role: "communicator" },
      round: 1,
      handedOver: { by: "tjp", from: { type: "person", person: "b" } },
    });
    expect(taskOf(now, "t4")).toMatchObject({ status: "done", owner: { person: "b" } });
  });

  test("go also after the person has left the team, and only once", () => {
    const people = new Map([...directory.people, ["b", { teams: [], guest: false }]]);
    const gone = { ...directory, people };
    given(...steps)
      .when("tjp", hand("c"), gone)
      .types("TasksHandedOver");
    given(...steps)
      .when("b", hand("c"), gone)
      .rejects("E-FORBIDDEN");
    given(...steps, ["tjp", hand("c")])
      .when("tjp", hand("c"))
      .gives();
    given(...steps, ["tjp", add("t7")])
      .when("tjp", hand("c"))
      .rejects("E-STALE");
  });

  test("do not go to somebody outside the team, or to the same person", () => {
    given(...steps)
      .when("tjp", hand("outsider"))
      .rejects("E-FIELD");
    given(...steps)
      .when("tjp", hand("b"))
      .gives();
    given(...appointed)
      .when("tjp", hand("c", "b", 0))
      .gives();
  });
});

describe("who may", () => {
  test.each(["tjp", "a", "b"])("%s, who coordinates or whose they are, all of a person", (who) => {
    given(...steps)
      .when(who, move({ days: "5" }, "b"))
      .types("TasksMoved");
    given(...steps)
      .when(who, hand("c"))
      .types("TasksHandedOver");
  });

  test.each(["c", "kom", "reg", "head", "other", "adm", "guest", "outsider"])("not %s", (who) => {
    given(...steps)
      .when(who, move({ days: "5" }, "b"))
      .rejects("E-FORBIDDEN");
    given(...steps)
      .when(who, hand("c"))
      .rejects("E-FORBIDDEN");
    given(...steps)
      .when(who, move({ days: "5" }))
      .rejects("E-FORBIDDEN");
  });

  test("all of the dialogue only those who coordinate: the registrar until a civil servant is appointed", () => {
    given(...steps)
      .when("b", move({ days: "5" }))
      .rejects("E-FORBIDDEN");
    const early: readonly Step[] = [...confirmed, ["a", add("t1", { due: "2027-02-26" })]];
    given(...early)
      .when("reg", move({ days: "5" }, undefined, 1))
      .types("TasksMoved");
    given(...steps)
      .when("reg", move({ days: "5" }))
      .rejects("E-FORBIDDEN");
  });
});
