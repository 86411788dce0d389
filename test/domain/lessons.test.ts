import { describe, expect, test } from "vitest";
import type { Command, Dialogue } from "../../src/domain/dialogue.ts";
import { indexOf } from "../../src/domain/dialogue-index.ts";
import {
  type Lesson,
  lessonsFor,
  lessonsOf,
  searchLessons,
  standing,
} from "../../src/domain/lesson.ts";
import { after, appointed, directory, given } from "../support/given.ts";
import { played } from "../support/played.ts";
import { scenarioOne } from "../support/scenario-one.ts";
import { add } from "../support/tasks.ts";

const evaluated = played(scenarioOne, "2027-09-28 13:00").state;
const EARLIER = "earlier:l1";
const taken = (taskId = "t1"): Command => ({ type: "ReviewLesson", lesson: EARLIER, taskId });
const declined = (word = "Vi har inga unga där."): Command => ({
  type: "ReviewLesson",
  lesson: EARLIER,
  word,
});

/** The dialogue's lessons after one has been settled so. */
function settled(status: "done" | "rejected", word = ""): Dialogue {
  const [first] = lessonsOf(evaluated);
  const event = {
    type: "LessonSettled",
    rowId: first?.rowId ?? "",
    status,
    ...(word === "" ? {} : { word: { text: word } }),
    by: "a",
    at: "2027-09-30T08:00:00Z",
  } as const;
  return { ...evaluated, lessons: { ...evaluated.lessons, settled: { [event.rowId]: event } } };
}

describe("the lessons of a dialogue", () => {
  test("are numbered by its number in the diary, and hold once the chair has fixed the list", () => {
    expect(lessonsOf(evaluated).map(({ number, status }) => [number, status])).toEqual([
      ["LL-SBN2027-0041-01", "accepted"],
      ["LL-SBN2027-0041-02", "accepted"],
      ["LL-SBN2027-0041-03", "accepted"],
    ]);
    const before = played(scenarioOne, "2027-07-01 10:00").state;
    expect(standing(lessonsOf(before))).toEqual([]);
  });

  test("are found by later dialogues as many as hold, also when done, and not when rejected", () => {
    expect(indexOf(evaluated, directory).lessons).toBe(3);
    expect(indexOf(settled("done"), directory).lessons).toBe(3);
    expect(indexOf(settled("rejected"), directory).lessons).toBe(2);
  });
});

describe("lessons shown when a dialogue is planned", () => {
  const state = after(...appointed);
  const lesson = (number: number, differs: Partial<Lesson> = {}): Lesson => ({
    ref: `earlier:l${number}`,
    rowId: `l${number}`,
    number: `LL-SBN2026-0001-0${number}`,
    status: "accepted",
    at: `2026-0${number}-01T10:00:00Z`,
    values: { recommendation: { text: `Gör så här ${number}.` } },
    tags: [],
    methods: [],
    ...differs,
  });
  const level = { level: "dialog" };

  test("are the five newest that share the level", () => {
    const all = [1, 2, 3, 4, 5, 6].map((number) => lesson(number, level));
    expect(lessonsFor(state, all).map(({ rowId }) => rowId)).toEqual([
      "l6",
      "l5",
      "l4",
      "l3",
      "l2",
    ]);
  });

  test("or a method, or what they are about; no others, and never the dialogue's own", () => {
    const planned: Dialogue = {
      ...state,
      items: {
        ...state.items,
        "plan.method": { revision: 1, values: { methods: ["workshop", "walk"] } },
        "plan.children": { revision: 1, values: { childrenAffected: true } },
      },
    };
    const all = [
      lesson(1, { methods: ["walk"] }),
      lesson(2, { tags: ["children"] }),
      lesson(3, { tags: ["time"], level: "information" }),
      lesson(4, { ...level, ref: `${state.id}:l4` }),
      lesson(5, { tags: ["target-groups"] }),
    ];
    expect(lessonsFor(planned, all).map(({ rowId }) => rowId)).toEqual(["l2", "l1"]);
  });

  test("share no level where neither has one yet", () => {
    const { "plan.level": _level, ...items } = state.items;
    const undecided: Dialogue = { ...state, items, decisions: [] };
    expect(lessonsFor(undecided, [lesson(1), lesson(2, level)])).toEqual([]);
  });

  test("are searched by words wherever they stand, whatever their case", () => {
    const young = lesson(1, { values: { observation: { text: "Unga nåddes först på plats." } } });
    const late = lesson(2, { values: { cause: { text: "Midsommar kom emellan." } } });
    const found = (words: string) => searchLessons([young, late], words).map(({ rowId }) => rowId);
    expect(found("UNGA plats")).toEqual(["l1"]);
    expect(found("midsommar")).toEqual(["l2"]);
    expect(found("sbn2026")).toEqual(["l2", "l1"]);
    expect(found("unga midsommar")).toEqual([]);
  });
});

describe("an earlier lesson that has been gone through", () => {
  const task = ["tjp", add("t1")] as const;

  test("becomes a task, once, and is kept with the item", () => {
    given(...appointed, task)
      .when("tjp", taken())
      .gives({ type: "LessonReviewed", lesson: EARLIER, taskId: "t1" });
    given(...appointed, task, ["tjp", taken()])
      .when("tjp", taken())
      .gives();
    given(...appointed, task, ["tjp", add("t2")], ["tjp", taken()])
      .when("tjp", taken("t2"))
      .rejects("E-STALE");
    const state = after(...appointed, task, ["tjp", taken()]);
    expect(state.items["plan.lessons"]).toMatchObject({
      revision: 1,
      recordedBy: "tjp",
      values: { lessonsReviewed: [EARLIER] },
    });
  });

  test("needs the task to be there", () => {
    given(...appointed)
      .when("tjp", taken())
      .rejects("E-STALE");
  });

  test("is declined with a word, and can become a task later, but not the other way", () => {
    given(...appointed)
      .when("tjp", declined(" "))
      .rejects("E-REASON");
    given(...appointed)
      .when("tjp", declined())
      .gives({
        type: "LessonReviewed",
        lesson: EARLIER,
        word: { text: "Vi har inga unga där." },
      });
    given(...appointed, ["tjp", declined()])
      .when("tjp", declined())
      .gives();
    given(...appointed, task, ["tjp", declined()])
      .when("tjp", taken())
      .types("LessonReviewed");
    given(...appointed, task, ["tjp", taken()])
      .when("tjp", declined())
      .rejects("E-STALE");
  });

  test.each(["b", "reg", "kom", "other"])("is not for %s to settle", (person) => {
    given(...appointed)
      .when(person, declined())
      .rejects("E-FORBIDDEN");
  });
});
