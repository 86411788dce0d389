import { describe, expect, test } from "vitest";
import { indexOf } from "../../src/domain/dialogue-index.ts";
import { nextActions } from "../../src/domain/next-actions.ts";
import { openTasks, taskOf, tasksOf } from "../../src/domain/task.ts";
import { ownersOf } from "../../src/domain/task-rights.ts";
import { wantedMessages } from "../../src/domain/wanted.ts";
import {
  after,
  appointed,
  confirmed,
  directory,
  given,
  purposed,
  record,
  type Step,
  template,
  triaged,
  triageSteps,
  start,
} from "../support/given.ts";
import { add, cancel, complete, handOver, moveTo, reopen } from "../support/tasks.ts";

const added: Step = ["tjp", add("t1", { due: "2027-02-26" })];

describe("a role's task", () => {
  const early: readonly Step[] = [...confirmed, ["a", add("t1", { owner: "civilServant" })]];

  test("is nobody's until somebody holds the role, and theirs from then on", () => {
    const before = after(...early);
    const owner = { type: "role", role: "civilServant" } as const;
    expect(ownersOf(before, owner, directory)).toEqual([]);
    expect(taskCards(before)).toEqual([]);
    const now = after(...early, [
      "head",
      record("plan.appoint", { civilServant: "tjp", appointedAt: "2027-02-04" }),
    ]);
    expect(ownersOf(now, owner, directory)).toEqual(["tjp"]);
    expect(taskCards(now)).toEqual(["task:t1:0:tjp"]);
    given(...early, [
      "head",
      record("plan.appoint", { civilServant: "tjp", appointedAt: "2027-02-04" }),
    ])
      .when("tjp", complete("t1"))
      .types("TaskCompleted");
  });

  test("is asked of everybody who holds it, and one of them doing it is enough", () => {
    const steps: readonly Step[] = [...appointed, ["tjp", add("t1", { owner: "steeringMember" })]];
    expect(taskCards(after(...steps))).toEqual(
      ["a", "b", "c", "d", "e"].map((who) => `task:t1:0:${who}`),
    );
    expect(taskCards(after(...steps, ["c", complete("t1")]))).toEqual([]);
  });
});

describe("nobody is asked about a task", () => {
  test("that has gone to somebody else or is settled: the new one is asked, the old card is drawn once more", () => {
    const steps: readonly Step[] = [...appointed, added];
    expect(taskCards(after(...steps))).toEqual(["task:t1:0:b"]);
    const over = after(...steps, ["b", handOver("t1", "c")]);
    expect(taskCards(over)).toEqual(["task:t1:1:c"]);
    const back = after(...steps, ["b", handOver("t1", "c")], ["c", handOver("t1", "b", 1)]);
    expect(taskCards(back)).toEqual(["task:t1:2:b"]);
  });

  test("of somebody who has left the team; whoever coordinates is to hand it over", () => {
    const state = after(...appointed, added);
    const people = new Map([...directory.people, ["b", { teams: [], guest: false }]]);
    const gone = { ...directory, people };
    expect(
      wantedMessages(state, template, gone).filter(({ key }) => key.startsWith("task:")),
    ).toEqual([]);
    expect(nextActions(state, template, gone)[0]).toEqual({
      what: "handOverTasks",
      person: "b",
      roles: ["civilServant", "steeringChair"],
    });
    expect(nextActions(state, template, directory).map(({ what }) => what)).not.toContain(
      "handOverTasks",
    );
  });
});

test("whoever has a task has a part in the dialogue while it is open", () => {
  const steps: readonly Step[] = [...appointed, ["tjp", add("t1", { owner: "other" })]];
  expect(indexOf(after(...steps), directory).people).toContain("other");
  expect(indexOf(after(...steps, ["other", complete("t1")]), directory).people).not.toContain(
    "other",
  );
});

describe("the law gives a task", () => {
  const legal: readonly Step[] = [
    ["a", start()],
    ...triageSteps("a", { legal: "pbl_detaljplan,sami" }),
  ];

  test("for each consultation, without a date and without an event, for who is going to be the civil servant", () => {
    expect(openTasks(after(...legal))).toEqual(
      ["pbl_detaljplan", "sami"].map((kind) => ({
        id: `consultation:${kind}`,
        subject: { type: "consultation", kind },
        owner: { type: "role", role: "civilServant" },
        status: "open",
        revision: 0,
        round: 0,
      })),
    );
    expect(tasksOf(after(...triaged))).toEqual([]);
  });

  test("that is handed over and done like any other, and stays done", () => {
    const id = "consultation:pbl_detaljplan";
    const state = after(...legal, ["a", handOver(id, "kom")], ["kom", complete(id)]);
    expect(taskOf(state, id)).toMatchObject({ status: "done", by: "kom", revision: 2 });
    expect(openTasks(state).map((task) => task.id)).toEqual(["consultation:sami"]);
    expect(tasksOf(state)).toHaveLength(2);
  });

  test("to report a decision the chair took because it was urgent", () => {
    const urgent = confirmed.map((step): Step => {
      const [actor, command] = step;
      if (command.type !== "RecordItems" || command.entries[0]?.itemId !== "decide.register")
        return step;
      const { values } = command.entries[0];
      return [actor, record("decide.register", { ...values, decidedUnder: "urgent_chair" })];
    });
    expect(openTasks(after(...urgent))).toMatchObject([
      {
        id: "urgent:decision-1",
        subject: { type: "urgentDecision", decisionId: "decision-1" },
        owner: { type: "role", role: "registrar" },
        stepId: "decide-dialogue",
      },
    ]);
    expect(openTasks(after(...confirmed))).toEqual([]);
  });
});

describe("where nothing goes on", () => {
  test.each([
    ["taken back", [...triaged, added0(), ["a", { type: "WithdrawDialogue" }]] as readonly Step[]],
    [
      "better held in another form",
      [
        ...triaged,
        added0(),
        ["a", record("triage.led-by", { ledBy: "officials" }, 1)],
      ] as readonly Step[],
    ],
  ])(
    "a dialogue that is %s takes no order about tasks and asks nobody: E-NOT-ACTIVE",
    (_what, steps) => {
      const ended = given(...steps);
      for (const order of [
        add("t2"),
        complete("t1"),
        reopen("t1"),
        handOver("t1", "kom"),
        moveTo("t1", "2027-03-01"),
        cancel("t1"),
        { type: "MoveTasks", bulkId: "m1", seen: 1, values: { days: "5", reason: "x" } } as const,
        {
          type: "HandOverTasks",
          bulkId: "m1",
          person: "b",
          seen: 1,
          values: { owner: "c" },
        } as const,
      ])
        ended.when("a", order).rejects("E-NOT-ACTIVE");
      expect(taskCards(after(...steps))).toEqual([]);
    },
  );

  test("a draft and an active dialogue take them", () => {
    given(...purposed)
      .when("a", add("t1"))
      .types("TaskAdded");
    given(...appointed)
      .when("a", add("t1"))
      .types("TaskAdded");
  });
});

function added0(): Step {
  return ["a", add("t1", { owner: "b", due: "2027-02-26" })];
}

function taskCards(state: ReturnType<typeof after>): readonly string[] {
  return wantedMessages(state, template, directory)
    .map(({ key }) => key)
    .filter((key) => key.startsWith("task:"));
}

test("an example asks nobody about its tasks", () => {
  const state = after(...appointed, added);
  const home = { type: "personal", person: "a" } as const;
  expect(taskCards({ ...state, home })).toEqual([]);
});
