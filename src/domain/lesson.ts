import type { Context } from "./context.ts";
import { decidedLevel } from "./decision-matters.ts";
import type { Dialogue, Event } from "./dialogue.ts";
import { rowsOf } from "./fields.ts";
import { isFixed } from "./item-progress.ts";
import { mayWriteItem, startDecision, writersOf } from "./permissions.ts";
import { Rejection } from "./rejection.ts";
import { REASON, taskReader } from "./task-fields.ts";
import { taskOf, type TaskId } from "./task.ts";
import { findItem } from "./template.ts";
import { isText, type Text, wordsOf } from "./text.ts";
import type { Instant } from "./time.ts";
import type { Row, Value } from "./value.ts";

export type LessonStatus = "open" | "accepted" | "done" | "rejected";

/** Which lesson of which dialogue: `<dialogue id>:<row id>`. */
export type LessonRef = string;

export type LessonCommand =
  /** The group that wrote it says what has become of it; why, when it is rejected. */
  | {
      readonly type: "SettleLesson";
      readonly rowId: string;
      readonly status: "accepted" | "done" | "rejected";
      readonly word: string;
    }
  /** A later dialogue has read it: it becomes a task there, or is declined with a word. */
  | {
      readonly type: "ReviewLesson";
      readonly lesson: LessonRef;
      readonly taskId?: TaskId;
      readonly word?: string;
    };

export type LessonFact =
  | {
      readonly type: "LessonSettled";
      readonly rowId: string;
      readonly status: "accepted" | "done" | "rejected";
      readonly word?: Text;
    }
  | {
      readonly type: "LessonReviewed";
      readonly lesson: LessonRef;
      readonly taskId?: TaskId;
      readonly word?: Text;
    };

/** What has been said of the dialogue's own lessons, by row, and of earlier dialogues', by reference. */
export type Lessons = {
  readonly settled: {
    readonly [rowId: string]: { readonly status: LessonStatus; readonly word?: Text };
  };
  readonly reviewed: {
    readonly [lesson: LessonRef]: {
      readonly at: Instant;
      readonly taskId?: TaskId;
      readonly word?: Text;
    };
  };
};
export const NO_LESSONS: Lessons = { settled: {}, reviewed: {} };

/** A lesson as others read it (evaluation.md §7). */
export type Lesson = {
  readonly ref: LessonRef;
  readonly rowId: string;
  /** `LL-<dnr>-<nn>`. */
  readonly number: string;
  readonly status: LessonStatus;
  readonly word?: Text;
  readonly at: Instant;
  /** By name of the lesson's fields. */
  readonly values: Row["values"];
  readonly tags: readonly string[];
  readonly level?: string;
  readonly methods: readonly string[];
};

/** Where lessons are written, and where those of earlier dialogues are read. */
export const WRITTEN = "eval.lessons";
export const READ = "plan.lessons";

/** The lessons of the dialogue, numbered as they stand in its list; accepted once the chair has fixed the list. */
export function lessonsOf(state: Dialogue): readonly Lesson[] {
  const item = state.items[WRITTEN];
  const fixed = isFixed(state, WRITTEN);
  return rowsOf(item?.values.lessons).map((row, index) => {
    const settled = state.lessons.settled[row.id];
    const level = decidedOrPlanned(state);
    return {
      ref: `${state.id}:${row.id}`,
      rowId: row.id,
      number: `LL-${registerOf(state)}-${String(index + 1).padStart(2, "0")}`,
      status: settled?.status ?? (fixed ? "accepted" : "open"),
      ...(settled?.word === undefined ? {} : { word: settled.word }),
      at: item?.fixed?.at ?? item?.recordedAt ?? state.startedAt,
      values: row.values,
      tags: listed(row.values.tags),
      ...(level === undefined ? {} : { level }),
      methods: methodsOf(state),
    };
  });
}

/** The dialogue's number in the diary without its space; the start of its own id until it has one. */
function registerOf(state: Dialogue): string {
  const dnr = startDecision(state)?.facts.dnr ?? state.items["identify.case"]?.values.dnr;
  const words = isText(dnr) ? wordsOf(dnr).replaceAll(/\s/gu, "") : "";
  return words === "" ? state.id.slice(0, 8) : words;
}

/** The level that was worked by; the one the board decided until the plan has its own. */
function decidedOrPlanned(state: Dialogue): string | undefined {
  const planned = state.items["plan.level"]?.values.level;
  return typeof planned === "string" ? planned : decidedLevel(state);
}

function methodsOf(state: Dialogue): readonly string[] {
  return chosenIn(state.items["plan.method"]?.values.methods);
}

function chosenIn(value: Value | undefined): readonly string[] {
  const orOther = typeof value === "object" && value !== null && "chosen" in value;
  return orOther ? value.chosen : listed(value);
}

function listed(value: Value | undefined): readonly string[] {
  if (!Array.isArray(value)) return [];
  return value.filter((one): one is string => typeof one === "string");
}

/** Lessons that hold: what a later dialogue is shown. */
export function standing(lessons: readonly Lesson[]): readonly Lesson[] {
  return lessons.filter(({ status }) => status === "accepted" || status === "done");
}

const MOST_SHOWN = 5;

/**
 * The five newest lessons of other dialogues that share level, method or what they are about with this one
 * (evaluation.md §7): a lesson about target groups concerns every dialogue that has mapped its own, one about children
 * those that affect children.
 */
export function lessonsFor(state: Dialogue, all: readonly Lesson[]): readonly Lesson[] {
  const level = decidedOrPlanned(state);
  const methods = methodsOf(state);
  const tags = tagsOf(state);
  return newestFirst(all)
    .filter(
      (one) =>
        !one.ref.startsWith(`${state.id}:`) &&
        ((one.level !== undefined && one.level === level) ||
          one.methods.some((method) => methods.includes(method)) ||
          one.tags.some((tag) => tags.includes(tag))),
    )
    .slice(0, MOST_SHOWN);
}

function tagsOf(state: Dialogue): readonly string[] {
  const mapped = rowsOf(state.items["plan.target-map"]?.values.groups).length > 0;
  const children = state.items["plan.children"]?.values.childrenAffected === true;
  return [...(mapped ? ["target-groups"] : []), ...(children ? ["children"] : [])];
}

export function newestFirst(lessons: readonly Lesson[]): readonly Lesson[] {
  return lessons.toSorted((a, b) => b.at.localeCompare(a.at) || a.number.localeCompare(b.number));
}

/** Lessons in whose words every searched word stands, whatever its case, newest first. */
export function searchLessons(all: readonly Lesson[], search: string): readonly Lesson[] {
  const words = folded(search).split(/\s+/u).filter(Boolean);
  return newestFirst(all).filter((one) => {
    const text = folded(
      [
        one.number,
        ...Object.values(one.values).map((value) => (isText(value) ? wordsOf(value) : "")),
      ]
        .concat(one.tags)
        .join(" "),
    );
    return words.every((word) => text.includes(word));
  });
}

function folded(words: string): string {
  return words.normalize("NFC").toLocaleLowerCase("sv");
}

/**
 * What the order changes: `SettleLesson` by those who write the lessons, `ReviewLesson` by those who go through earlier
 * ones. Refuses E-FORBIDDEN, E-REASON without a word where one is needed, E-STALE for a lesson that is gone or has become
 * a task already. The same again changes nothing.
 */
export function decideLesson(
  state: Dialogue,
  command: LessonCommand,
  context: Context,
): LessonFact[] {
  return command.type === "SettleLesson"
    ? settle(state, command, context)
    : review(state, command, context);
}

function settle(
  state: Dialogue,
  { rowId, status, word }: Extract<LessonCommand, { type: "SettleLesson" }>,
  context: Context,
): LessonFact[] {
  refuseUnlessWrites(state, WRITTEN, context);
  const lesson = lessonsOf(state).find((one) => one.rowId === rowId);
  if (!lesson || !isFixed(state, WRITTEN)) throw new Rejection({ code: "E-STALE" });
  if (lesson.status === status) return [];
  const why = wordIn(state, word, status === "rejected", context);
  return [{ type: "LessonSettled", rowId, status, ...(why === null ? {} : { word: why }) }];
}

function review(
  state: Dialogue,
  { lesson, taskId, word = "" }: Extract<LessonCommand, { type: "ReviewLesson" }>,
  context: Context,
): LessonFact[] {
  refuseUnlessWrites(state, READ, context);
  const known = state.lessons.reviewed[lesson];
  if (taskId !== undefined) {
    if (known?.taskId === taskId) return [];
    if (known?.taskId !== undefined || !taskOf(state, taskId))
      throw new Rejection({ code: "E-STALE" });
    return [{ type: "LessonReviewed", lesson, taskId }];
  }
  if (known?.taskId !== undefined) throw new Rejection({ code: "E-STALE" });
  const why = wordIn(state, word, true, context);
  if (known?.word && why && wordsOf(known.word) === wordsOf(why)) return [];
  return [{ type: "LessonReviewed", lesson, ...(why === null ? {} : { word: why }) }];
}

function wordIn(state: Dialogue, word: string, required: boolean, context: Context): Text | null {
  const read = taskReader(state, { reason: word }, context);
  const words = read.text(REASON, required);
  read.end();
  return words;
}

function refuseUnlessWrites(
  state: Dialogue,
  itemId: string,
  { template, actor, directory }: Context,
): void {
  const found = findItem(template, itemId);
  if (found && mayWriteItem(state, found.item, found.step, actor, directory)) return;
  throw new Rejection({
    code: "E-FORBIDDEN",
    ...(found ? { who: writersOf(state, found.item, found.step) } : {}),
  });
}

/** What has been said of lessons after one more fact. */
export function evolveLessons(
  lessons: Lessons,
  event: Extract<Event, { type: LessonFact["type"] }>,
): Lessons {
  if (event.type === "LessonSettled") {
    const { rowId, status, word } = event;
    const settled = { status, ...(word === undefined ? {} : { word }) };
    return { ...lessons, settled: { ...lessons.settled, [rowId]: settled } };
  }
  const { lesson, taskId, word, at } = event;
  const reviewed = {
    at,
    ...(taskId === undefined ? {} : { taskId }),
    ...(word === undefined ? {} : { word }),
  };
  return { ...lessons, reviewed: { ...lessons.reviewed, [lesson]: reviewed } };
}
