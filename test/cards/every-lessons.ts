import {
  declineLessonForm,
  earlierLessons,
  foundLessons,
  lessonForm,
  searchForm,
} from "../../src/cards/lessons/earlier-lessons.ts";
import { ownLessonForm, ownLessons } from "../../src/cards/lessons/own-lessons.ts";
import { type Lesson, lessonsOf } from "../../src/domain/lesson.ts";
import * as history from "../support/given.ts";
import { played } from "../support/played.ts";
import { scenarioOne } from "../support/scenario-one.ts";
import { add } from "../support/tasks.ts";
import type { Shown, ViewAt } from "./every-card.ts";
import { viewOf } from "./scenes.ts";

const text = (words: string) => ({ text: words });

/** Three lessons of a dialogue before this one, as a steering group writes them. */
export const EARLIER: readonly Lesson[] = [
  lesson(1, {
    step: "conduct-dialogue",
    kind: "change",
    observation: text("Unga nåddes först på plats, inte via annonser eller skolans brev."),
    evidence: ["P2", "debrief"],
    cause: text("Inbjudan gick ut för sent och bara på svenska."),
    recommendation: text("Börja med uppsökande tillfälle."),
    owner: "civilServant",
    tags: ["target-groups", "children"],
    reuseHint: text("Fråga fritidsgården först. Den öppnar klockan 15."),
  }),
  lesson(2, {
    step: "planning",
    kind: "keep",
    observation: text("Dialogkaféet gav plats för olika åsikter."),
    evidence: ["P6"],
    recommendation: text("Håll grupperna små, högst sju personer vid varje bord."),
    owner: "steeringChair",
    tags: ["method"],
  }),
  lesson(3, {
    step: "compile-results",
    kind: "change",
    observation: text("Rapporten kom veckan före midsommar och hann inte läsas."),
    evidence: ["deadline"],
    recommendation: text("Sammanställ före midsommar."),
    owner: "civilServant",
    tags: ["time"],
  }),
];

function lesson(number: number, values: Lesson["values"]): Lesson {
  return {
    ref: `earlier:l${number}`,
    rowId: `l${number}`,
    number: `LL-SBN2026-0112-0${number}`,
    status: number === 2 ? "done" : "accepted",
    at: `2026-10-0${number}T08:00:00Z`,
    values,
    tags: Array.isArray(values.tags) ? (values.tags as string[]) : [],
    level: "dialog",
    methods: [],
  };
}

/** Lessons written, found again, made into tasks and declined. */
export function lessonCards(at: ViewAt): readonly Shown[] {
  const dialog = (name: string, card: Shown["card"]): Shown => ({ name, place: "dialog", card });
  const planning = at("appointed", "tjp");
  const { language } = planning;
  const steps: readonly history.Step[] = [
    ...history.appointed,
    ["tjp", add("t1", { title: "Börja med uppsökande tillfälle." })],
    ["tjp", { type: "ReviewLesson", lesson: "earlier:l1", taskId: "t1" }],
    ["tjp", { type: "ReviewLesson", lesson: "earlier:l2", word: "Vi har ingen lokal för det." }],
  ];
  const some = { ...planning, state: history.after(...steps) };
  const autumn = played(scenarioOne, "2027-09-28 13:00");
  const evaluated = { ...viewOf(autumn.state, { language, now: autumn.now }), viewer: "a" };
  const [own] = lessonsOf(evaluated.state);
  const [first, second] = EARLIER;
  if (!(own && first && second)) throw new Error("Three lessons are there.");
  const many = Array.from({ length: 30 }, (_, index) => ({
    ...first,
    ref: `earlier:m${index}`,
    number: `LL-SBN2026-0113-${index + 1}`,
    values: {
      ...first.values,
      observation: text("Ett långt ord. ".repeat(300)),
      recommendation: text(`Råd nummer ${index + 1}. ${"Gör så här. ".repeat(100)}`),
    },
  }));
  const [long] = many;
  if (!long) throw new Error("Many lessons are there.");
  return [
    dialog("lessons-earlier", earlierLessons(planning, EARLIER)),
    dialog("lessons-earlier-some", earlierLessons(some, EARLIER)),
    dialog("lessons-earlier-none", earlierLessons(planning, [])),
    dialog("lessons-found", foundLessons(planning, EARLIER, "midsommar")),
    dialog("lessons-found-many", foundLessons(planning, many, "råd")),
    dialog("lessons-found-none", foundLessons(planning, EARLIER, "kajak")),
    dialog("lessons-search", searchForm(planning)),
    dialog("lesson", lessonForm(planning, first, "new")),
    dialog("lesson-long", lessonForm(planning, long, "new")),
    dialog("lesson-taken", lessonForm(some, first, "new")),
    dialog("lesson-declined", lessonForm(some, second, "new")),
    dialog(
      "lesson-refused",
      lessonForm(planning, first, "new", {
        inputs: { "in:task:title": "" },
        problems: [
          { code: "E-FIELD", faults: [{ itemId: "task", field: "title", fault: "missing" }] },
        ],
      }),
    ),
    dialog("lesson-decline", declineLessonForm(planning, second)),
    dialog("lessons-own", ownLessons(evaluated)),
    dialog("lessons-own-none", ownLessons(planning)),
    dialog("lesson-own", ownLessonForm(evaluated, own)),
    dialog("lesson-own-reading", ownLessonForm({ ...evaluated, viewer: "reg" }, own)),
  ];
}
