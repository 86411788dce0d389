import type { ActionArray, IAdaptiveCard } from "@microsoft/teams.cards";
import { confirmedDecisions } from "../../domain/decision-matters.ts";
import { groupsReached } from "../../domain/evaluation/groups-reached.ts";
import { type KeptPromise, promisesKept } from "../../domain/evaluation/promises-kept.ts";
import { answeredIn, type Results } from "../../domain/evaluation/results.ts";
import { type Lesson, lessonsOf, standing } from "../../domain/lesson.ts";
import { wordsOf } from "../../domain/text.ts";
import { localDateOf } from "../../domain/time.ts";
import { submitButton } from "../actions.ts";
import { deadlineName } from "../deadline-rows.ts";
import { oneLine, shortened } from "../drawable.ts";
import {
  type Badge,
  badge,
  type FactData,
  fact,
  header,
  type Line,
  laidOut,
  line,
  type RowData,
  row,
  run,
  strong,
  subtle,
} from "../elements.ts";
import { formatsOf } from "../formats.ts";
import { lessonName } from "../lessons/lesson-facts.ts";
import { decisionMark, shortTitle } from "../naming.ts";
import { groupName } from "../plan-names.ts";
import { wordsIn } from "../public-facts.ts";
import { type CardData, compileFitting } from "../render.ts";
import { roundTitle } from "../survey-names.ts";
import layout from "../templates/plan.json" with { type: "json" };
import { textsOf } from "../texts/texts.ts";
import type { View } from "../view.ts";
import { askedOnce } from "./asked.ts";
import { rateOf, withheldLines } from "./results-card.ts";
import type { ShownResults } from "./shown-results.ts";
import { tableWords } from "./table-words.ts";

const draw = compileFitting("evaluation-report", layout);
const MOST_ROWS = 12;

type Section = {
  readonly heading: string;
  readonly rows: readonly RowData[];
  readonly facts: readonly FactData[];
  readonly notes: readonly Line[];
};

/** The report of the evaluation in its eight parts, to read and to paste to the board; two or three parts to a page (evaluation.md §6). */
export function evaluationReport(view: View, shown: ShownResults, page = 0): IAdaptiveCard {
  return draw(
    () => dataOf(view, shown, page, 300),
    () => dataOf(view, shown, page, 80),
  );
}

function dataOf(view: View, shown: ShownResults, page: number, most: number): CardData {
  const { report } = textsOf(view.language).results;
  const sheets = [
    [matterSection(view, most), reachedSection(view, most)],
    [participantsSection(view, shown)],
    [internalSection(view, shown)],
    [promisesSection(view), lessonsSection(view, most)],
    [proposalsSection(view, most), methodSection(view, shown)],
  ];
  const number = Math.min(page, sheets.length - 1);
  return {
    lang: view.language,
    fallbackText: report.title,
    header: header(shortTitle(view), report.title),
    banners: [],
    lines: [],
    sections: (sheets[number] ?? []).map(({ facts, ...rest }) => ({
      ...rest,
      facts: laidOut(facts),
    })),
    notes: [line(subtle(report.page(String(number + 1), String(sheets.length))))],
    actions: actionsOf(view, number, sheets.length),
  };
}

const section = (heading: string, parts: Partial<Omit<Section, "heading">>): Section => ({
  heading,
  rows: [],
  facts: [],
  notes: [],
  ...parts,
});

function matterSection(view: View, most: number): Section {
  const { report } = textsOf(view.language).results;
  const { state } = view;
  const { shortDate } = formatsOf(view.language);
  const decisions = confirmedDecisions(state).map((one) => decisionMark(view, one));
  const level = wordsIn(view, "plan.level", "level") || wordsIn(view, "decide.level", "level");
  const ended = state.status === "closed" ? localDateOf(state.closedAt) : localDateOf(view.now);
  return section(report.matter, {
    facts: [
      fact(report.question, shortened(wordsOf(state.title, view.language), most)),
      ...(level === "" ? [] : [fact(report.level, level)]),
      fact(report.period, report.until(shortDate(localDateOf(state.startedAt)), shortDate(ended))),
      fact(report.decisions, decisions.length === 0 ? report.noDecision : decisions.join(" · ")),
    ],
  });
}

function reachedSection(view: View, most: number): Section {
  const { report } = textsOf(view.language).results;
  const { promises } = textsOf(view.language).public;
  const marks: { readonly [reached: string]: Badge } = {
    reached: badge(promises.reached, "Good", "Checkmark"),
    partly: badge(report.partly, "Warning"),
    missed: badge(promises.notReached, "Attention"),
    unknown: badge(report.unknown, "Subtle"),
  };
  const groups = groupsReached(view.state).slice(0, MOST_ROWS);
  return section(report.reached, {
    rows: groups.map(({ id, reached }) => {
      const mark = marks[reached];
      return row({
        runs: [run(shortened(groupName(view, id), most))],
        ...(mark ? { badge: mark } : {}),
      });
    }),
    notes: groups.length === 0 ? [line(run(report.noGroups))] : [],
  });
}

function participantsSection(view: View, { releases, waiting }: ShownResults): Section {
  const { results } = textsOf(view.language);
  const all = releases.map(({ results: own }) => questionRows(view, own));
  const rows = all.flatMap((one) => one.rows);
  return section(results.report.participants, {
    rows,
    notes: [
      ...(rows.length === 0
        ? [line(run(waiting ? results.waiting : results.report.noAnswers))]
        : []),
      ...all.flatMap(({ notes }) => notes),
      line(subtle(results.limits)),
    ],
  });
}

function internalSection(view: View, { internal }: ShownResults): Section {
  const { results } = textsOf(view.language);
  const { report } = results;
  if (internal === undefined)
    return section(report.internal, { notes: [line(run(results.nothing))] });
  if ("joint" in internal) return section(report.internal, { notes: [line(run(results.joint))] });
  return section(report.internal, questionRows(view, internal.results));
}

function questionRows(view: View, shown: Results): Pick<Section, "rows" | "notes"> {
  const { language } = view;
  const { asked, reasons } = askedOnce(language, shown);
  const rows = asked.map(({ words, scale, item }) =>
    row({
      runs: [strong(words)],
      lines: [
        ...(item.total ? [line(run(tableWords(language, scale, item.total)))] : []),
        ...withheldLines(view, item.withheld),
        ...(item.rounds ?? []).map(({ id, table }) =>
          line(subtle(`${roundTitle(view, id)}: ${tableWords(language, scale, table)}`)),
        ),
      ],
    }),
  );
  return { rows, notes: withheldLines(view, reasons) };
}

function promisesSection(view: View): Section {
  const { report } = textsOf(view.language).results;
  const { shortDate } = formatsOf(view.language);
  const promises = promisesKept(view.state, view.template, view.calendar);
  return section(report.promises, {
    rows: promises.map((promise) => {
      const { planned, actual } = promise;
      const said =
        actual === undefined
          ? report.notYet(shortDate(planned))
          : report.promise(shortDate(planned), shortDate(actual));
      const mark = promiseMark(view, promise);
      return row({
        runs: [run(deadlineName(view, promise))],
        lines: [line(subtle(said))],
        ...(mark ? { badge: mark } : {}),
      });
    }),
    notes: promises.length === 0 ? [line(run(report.noPromises))] : [],
  });
}

function promiseMark(view: View, { days }: KeptPromise): Badge | undefined {
  const { report } = textsOf(view.language).results;
  if (days === undefined) return undefined;
  const counted = formatsOf(view.language).counted(Math.abs(days), report.day, report.days);
  if (days === 0) return badge(report.onTime, "Good");
  return days < 0 ? badge(report.early(counted), "Good") : badge(report.late(counted), "Warning");
}

function lessonsSection(view: View, most: number): Section {
  const { report } = textsOf(view.language).results;
  const lessons = standing(lessonsOf(view.state));
  return section(report.lessons, {
    rows: lessons.slice(0, MOST_ROWS).map((one) => lessonRow(view, one, most)),
    notes: lessons.length === 0 ? [line(run(report.noLessons))] : [],
  });
}

function lessonRow(view: View, lesson: Lesson, most: number): RowData {
  return row({
    runs: [run(shortened(oneLine(lessonName(view, lesson)), most))],
    lines: [line(subtle(lesson.number))],
  });
}

const PROPOSING: ReadonlySet<unknown> = new Set(["change", "stop", "try"]);

function proposalsSection(view: View, most: number): Section {
  const { report } = textsOf(view.language).results;
  const proposals = standing(lessonsOf(view.state)).filter(({ values }) =>
    PROPOSING.has(values.kind),
  );
  return section(report.proposals, {
    rows: proposals.slice(0, MOST_ROWS).map((one) => lessonRow(view, one, most)),
    notes: proposals.length === 0 ? [line(run(report.noProposals))] : [],
  });
}

/** How many could have answered, how many did, and what the numbers can bear. */
function methodSection(view: View, { releases, internal }: ShownResults): Section {
  const { results } = textsOf(view.language);
  const { report } = results;
  const rates = releases.flatMap(({ results: own, attendance }) =>
    own.responses.map(({ id, n }) =>
      fact(roundTitle(view, id), rateOf(view, n, attendance[id], true)),
    ),
  );
  const own =
    internal && "results" in internal
      ? [
          fact(
            results.internal,
            rateOf(view, answeredIn(internal.results), internal.invited, false),
          ),
        ]
      : [];
  return section(report.method, {
    facts: [...rates, ...own],
    notes: [
      line(run(report.methodOpen)),
      line(run(report.methodBands)),
      line(run(`${results.limits} ${results.twice}`)),
    ],
  });
}

function actionsOf(view: View, page: number, pages: number): ActionArray {
  const { cards, results } = textsOf(view.language);
  const dialogueId = view.state.id;
  const show = (other: number) =>
    ({ verb: "openEvaluationReport", dialogueId, page: other }) as const;
  return [
    ...(page + 1 < pages ? [submitButton(cards.buttons.next, show(page + 1), { main: true })] : []),
    ...(page > 0 ? [submitButton(cards.buttons.previous, show(page - 1))] : []),
    submitButton(results.report.toResults, { verb: "openResults", dialogueId }),
    submitButton(cards.buttons.toDialogue, { verb: "openDialogue", dialogueId }),
    submitButton(cards.buttons.close, { verb: "closeDialog" }),
  ];
}
