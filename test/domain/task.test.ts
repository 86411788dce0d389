import { describe, expect, test } from "vitest";
import type { Command } from "../../src/domain/dialogue.ts";
import { taskOf } from "../../src/domain/task.ts";
import { after, appointed, directory, given, type Step } from "../support/given.ts";
import { add, cancel, complete, handOver, moveTo, reopen } from "../support/tasks.ts";

const added: Step = ["tjp", add("t1", { due: "2027-02-26" })];

describe("a task is done, reopened, handed over, moved and cancelled by", () => {
  const task = given(...appointed, ["kom", add("t1", { owner: "b", due: "2027-02-26" })]);
  const orders: readonly (readonly [string, Command])[] = [
    ["CompleteTask", complete("t1")],
    ["HandOverTask", handOver("t1", "c")],
    ["MoveTask", moveTo("t1", "2027-03-01")],
    ["CancelTask", cancel("t1")],
  ];
  test.each(
    ["b", "kom", "tjp", "a"].flatMap((who) =>
      orders.map(([name, order]) => ({ who, name, order })),
    ),
  )("$who: $name", ({ who, order }) => {
    expect(task.when(who, order).problems).toThrow("not refused");
  });

  test.each(
    ["c", "reg", "head", "other", "adm", "guest", "outsider"].flatMap((who) =>
      orders.map(([name, order]) => ({ who, name, order })),
    ),
  )("and not by $who: $name", ({ who, order }) => {
    task.when(who, order).rejects("E-FORBIDDEN");
  });

  test("nor by who added it and has no part in the dialogue any more", () => {
    const people = new Map([...directory.people, ["kom", { teams: [], guest: false }]]);
    task.when("kom", complete("t1"), { ...directory, people }).rejects("E-FORBIDDEN");
  });

  test("what does not exist is refused like what one may not change", () => {
    task.when("tjp", complete("t9")).rejects("E-FORBIDDEN");
  });
});

describe("a task", () => {
  test("that is done keeps who did it and when, and is done once", () => {
    const state = after(...appointed, added, ["tjp", complete("t1"), "2027-02-10T09:00:00.000Z"]);
    expect(taskOf(state, "t1")).toMatchObject({
      status: "done",
      by: "tjp",
      at: "2027-02-10T09:00:00.000Z",
    });
    given(...appointed, added, ["tjp", complete("t1")])
      .when("a", complete("t1"))
      .gives();
  });

  test("that is reopened is to do again, and asked anew", () => {
    const state = after(...appointed, added, ["tjp", complete("t1")], ["a", reopen("t1")]);
    expect(taskOf(state, "t1")).toMatchObject({ status: "open", round: 1, due: "2027-02-26" });
    expect(taskOf(state, "t1")).not.toHaveProperty("by");
    given(...appointed, added)
      .when("tjp", reopen("t1"))
      .gives();
  });

  test("that is cancelled needs a reason, stays to be read and can come back", () => {
    given(...appointed, added)
      .when("tjp", cancel("t1", " "))
      .rejects("E-REASON");
    const gone = after(...appointed, added, ["tjp", cancel("t1", "Lokalen är redan bokad")]);
    expect(taskOf(gone, "t1")).toMatchObject({
      status: "cancelled",
      reason: { text: "Lokalen är redan bokad" },
    });
    given(...appointed, added, ["tjp", cancel("t1")])
      .when("tjp", cancel("t1"))
      .gives();
    given(...appointed, added, ["tjp", cancel("t1")])
      .when("tjp", complete("t1"))
      .rejects("E-STALE");
    given(...appointed, added, ["tjp", complete("t1")])
      .when("tjp", cancel("t1"))
      .rejects("E-STALE");
    given(...appointed, added, ["tjp", cancel("t1")])
      .when("a", reopen("t1"))
      .types("TaskReopened");
  });

  test("that is handed over goes to a person or a role, with a word", () => {
    given(...appointed, added)
      .when("tjp", handOver("t1", "kom", 0, "Du kan lokalerna bäst"))
      .gives({
        type: "TaskHandedOver",
        taskId: "t1",
        owner: { type: "person", person: "kom" },
        word: { text: "Du kan lokalerna bäst" },
      });
    given(...appointed, added)
      .when("tjp", handOver("t1", "communicator"))
      .gives({
        type: "TaskHandedOver",
        taskId: "t1",
        owner: { type: "role", role: "communicator" },
      });
    given(...appointed, added)
      .when("tjp", handOver("t1", "b"))
      .gives();
    given(...appointed, added)
      .when("tjp", handOver("t1", "outsider"))
      .rejects("E-FIELD");
  });

  test("is moved with a reason, which is kept", () => {
    given(...appointed, added)
      .when("tjp", moveTo("t1", "2027-05-07", 0, "Lokalen är upptagen"))
      .gives({
        type: "TaskMoved",
        taskId: "t1",
        due: "2027-05-07",
        reason: { text: "Lokalen är upptagen" },
        warnings: ["W-KLAMDAG"],
      });
    given(...appointed, added)
      .when("tjp", moveTo("t1", "2027-03-01", 0, ""))
      .rejects("E-REASON");
    given(...appointed, added)
      .when("tjp", moveTo("t1", "2027-02-26"))
      .gives();
    const undated = after(...appointed, added, ["tjp", moveTo("t1", "")]);
    expect(taskOf(undated, "t1")).not.toHaveProperty("due");
    expect(taskOf(undated, "t1")).toMatchObject({ moved: { from: "2027-02-26" } });
  });

  test("is overwritten only by who has seen it as it is", () => {
    const moved: readonly Step[] = [...appointed, added, ["a", moveTo("t1", "2027-03-01")]];
    given(...moved)
      .when("tjp", moveTo("t1", "2027-03-02", 0))
      .rejects("E-STALE");
    given(...moved)
      .when("tjp", handOver("t1", "c", 0))
      .rejects("E-STALE");
    given(...moved)
      .when("tjp", moveTo("t1", "2027-03-02", 1))
      .types("TaskMoved");
    // Somebody else said the same first: there is nothing left to say.
    given(...moved)
      .when("tjp", moveTo("t1", "2027-03-01", 0))
      .gives();
    const done: readonly Step[] = [...appointed, added, ["a", complete("t1")]];
    given(...done)
      .when("tjp", moveTo("t1", "2027-03-02", 1))
      .rejects("E-STALE");
  });
});
