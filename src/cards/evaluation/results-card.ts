import type { ActionArray, IAdaptiveCard } from "@microsoft/teams.cards";
import type { Group } from "../../domain/evaluation/breakdown.ts";
import {
  answeredIn,
  mentionsShown,
  type Results,
  type Withheld,
} from "../../domain/evaluation/results.ts";
import { percentOf, type Table, THRESHOLD, verdictOf } from "../../domain/evaluation/tables.ts";
import { wordsOf } from "../../domain/text.ts";
import { submitButton } from "../actions.ts";
import { oneLine, shortened } from "../drawable.ts";
import { badge, header, type Line, line, type Run, run, strong, subtle } from "../elements.ts";
import { formatsOf } from "../formats.ts";
import { shortTitle } from "../naming.ts";
import { type CardData, compileFitting } from "../render.ts";
import { roundTitle } from "../survey-names.ts";
import layout from "../templates/map.json" with { type: "json" };
import { textsOf } from "../texts/texts.ts";
import type { View } from "../view.ts";
import { type Asked, askedOnce } from "./asked.ts";
import type { ShownInternal, ShownRelease, ShownResults } from "./shown-results.ts";
import { distributionWords, medianWords, tableWords } from "./table-words.ts";

const draw = compileFitting("results", layout);

/** Questions on one page, so that each can be read with its bar and its numbers in words. */
const QUESTIONS_ON_PAGE = 5;
const MOST_THEMES = 12;

type Bar = {
  readonly runs: readonly Run[];
  readonly lines: readonly Line[];
  readonly progress: readonly {
    readonly value: number;
    readonly max: number;
    readonly color: string;
  }[];
  readonly share: string;
};
type Section = { readonly heading: string; readonly bars: readonly Bar[] };
type Sheet = {
  readonly title: string;
  readonly mark?: string;
  readonly lines: readonly Line[];
  readonly sections: readonly Section[];
  readonly notes: readonly Line[];
};

/**
 * What was answered, as much as may be shown, question by question with bars that the words beside them say as well;
 * for everybody who may open the dialogue. Nothing before the last round has closed (evaluation.md §4, §5).
 */
export function resultsCard(view: View, shown: ShownResults, page = 0): IAdaptiveCard {
  const sheets = sheetsOf(view, shown);
  const number = Math.min(page, sheets.length - 1);
  return draw(
    () => dataOf(view, sheets, number, 400),
    () => dataOf(view, sheets, number, 120),
  );
}

function dataOf(view: View, sheets: readonly Sheet[], number: number, most: number): CardData {
  const { results } = textsOf(view.language);
  const sheet = sheets[number] ?? nothing(view, false);
  const pages =
    sheets.length > 1
      ? [line(subtle(results.report.page(String(number + 1), String(sheets.length))))]
      : [];
  return {
    lang: view.language,
    fallbackText: sheet.title,
    header: header(
      shortTitle(view),
      sheet.title,
      sheet.mark === undefined ? undefined : badge(sheet.mark),
    ),
    banners: [],
    lines: sheet.lines,
    sections: sheet.sections.map(({ heading, bars }) => ({
      heading,
      bars: bars.map((one) => ({ ...one, runs: one.runs.map((words) => cut(words, most)) })),
    })),
    notes: [...sheet.notes, ...pages],
    actions: actionsOf(view, number, sheets.length),
  };
}

function cut(words: Run, most: number): Run {
  return { ...words, text: shortened(words.text, most) };
}

function sheetsOf(view: View, { releases, internal, waiting }: ShownResults): readonly Sheet[] {
  const sheets = [
    ...releases.flatMap((release) => releaseSheets(view, release)),
    ...(internal ? internalSheets(view, internal) : []),
  ];
  return waiting || sheets.length === 0 ? [...sheets, nothing(view, waiting)] : sheets;
}

function nothing(view: View, waiting: boolean): Sheet {
  const { results } = textsOf(view.language);
  return {
    title: results.open,
    lines: waiting
      ? [line(strong(results.waiting)), line(run(results.waitingHelp))]
      : [line(strong(results.nothing))],
    sections: [],
    notes: [],
  };
}

function releaseSheets(view: View, release: ShownRelease): readonly Sheet[] {
  const { results } = textsOf(view.language);
  const { about } = release;
  const responses = release.results.responses;
  const total = answeredIn(release.results);
  const { counted } = formatsOf(view.language);
  const rates = responses.map(({ id, n }) =>
    line(run(results.round(roundTitle(view, id), rateOf(view, n, release.attendance[id], true)))),
  );
  const themes = about === "participants" ? [themesSection(view, total)] : [];
  return paged(view, release.results, {
    title: results[about],
    mark: counted(total, results.answer, results.answerOther),
    lines: rates,
    last: themes,
    notes: [line(subtle(`${results.limits} ${results.twice}`))],
  });
}

function internalSheets(view: View, internal: ShownInternal): readonly Sheet[] {
  const { results } = textsOf(view.language);
  if ("joint" in internal)
    return [
      { title: results.internal, lines: [line(run(results.joint))], sections: [], notes: [] },
    ];
  const n = answeredIn(internal.results);
  return paged(view, internal.results, {
    title: results.internal,
    mark: results.of(String(n), String(internal.invited)),
    lines: [line(run(rateOf(view, n, internal.invited, false)))],
    last: [],
    notes: [],
  });
}

/** "31 av cirka 46 svarade (67 %)"; how many came to an open occasion is an estimate (evaluation.md §4). */
export function rateOf(
  { language }: Pick<View, "language">,
  n: number,
  of: number | undefined,
  about: boolean,
): string {
  const { results } = textsOf(language);
  const { number, percent } = formatsOf(language);
  if (of === undefined || of === 0) return results.count(number(n));
  const words = about ? results.rateAbout : results.rate;
  return words(number(n), number(of), percent(percentOf(n, of)));
}

function paged(
  view: View,
  shown: Results,
  around: {
    readonly title: string;
    readonly mark: string;
    readonly lines: readonly Line[];
    readonly last: readonly Section[];
    readonly notes: readonly Line[];
  },
): readonly Sheet[] {
  const { results } = textsOf(view.language);
  const { title, mark } = around;
  const { asked, reasons } = askedOnce(view.language, shown);
  const count = Math.max(1, Math.ceil(asked.length / QUESTIONS_ON_PAGE));
  return Array.from({ length: count }, (_, index): Sheet => {
    const own = asked.slice(index * QUESTIONS_ON_PAGE, (index + 1) * QUESTIONS_ON_PAGE);
    const questions = own.map((one) => questionBar(view, one));
    return {
      title,
      mark,
      lines: [
        ...(index === 0 ? around.lines : []),
        ...withheldLines(view, reasons),
        ...(asked.some(({ item }) => item.total?.band !== "B0")
          ? [line(subtle(results.scale))]
          : []),
      ],
      sections: [
        ...(index === 0 ? verdictSections(view, asked) : []),
        ...(questions.length > 0 ? [{ heading: results.questions, bars: questions }] : []),
        ...(index === count - 1 ? around.last : []),
      ].filter(({ bars }) => bars.length > 0),
      notes: around.notes,
    };
  });
}

/** What the board sees first: where fewer than half agree, and where at least four fifths do. */
function verdictSections(view: View, asked: readonly Asked[]): readonly Section[] {
  const { results } = textsOf(view.language);
  const of = (verdict: "to_improve" | "worked_well") =>
    asked
      .filter(({ item }) => item.total && verdictOf(item.total) === verdict)
      .map(({ words }): Bar => ({ runs: [run(words)], lines: [], progress: [], share: "" }));
  return [
    { heading: results.toImprove, bars: of("to_improve") },
    { heading: results.workedWell, bars: of("worked_well") },
  ];
}

function questionBar(view: View, { words, scale, item }: Asked): Bar {
  const { language } = view;
  const said = (table: Table) =>
    [tableWords(language, scale, table), distributionWords(language, scale, table)].filter(Boolean);
  const total = item.total ? said(item.total).map((sentence) => line(run(sentence))) : [];
  const rounds = (item.rounds ?? []).map(({ id, table }) =>
    line(subtle(`${roundTitle(view, id)}: ${said(table).join(" ")}`)),
  );
  return {
    runs: [strong(words)],
    lines: [
      ...total,
      ...withheldLines(view, item.withheld),
      ...rounds,
      ...(item.groups ?? []).map((group) => line(subtle(groupWords(view, group)))),
    ],
    ...barOf(view, item.total),
  };
}

/** "18–29 år: median 4 (19 svar)" */
function groupWords({ language }: View, { group, median, n }: Group): string {
  const { results } = textsOf(language);
  const name = results.groups[group] ?? results.groups["other"] ?? "";
  return results.group(name, medianWords(median), formatsOf(language).number(n));
}

/** Why something is missing is said where it is missing (evaluation.md §5.12). */
export function withheldLines(view: View, withheld: readonly Withheld[]): readonly Line[] {
  const { results } = textsOf(view.language);
  return withheld.map((why) =>
    line(run(`${results.withheld[why]} `), subtle("E-RESULT-SUPPRESSED")),
  );
}

function barOf({ language }: View, table: Table | undefined): Pick<Bar, "progress" | "share"> {
  if (!table || table.band === "B0" || typeof table.positive !== "number")
    return { progress: [], share: "" };
  const { positive, n, positivePercent } = table;
  const { number, percent } = formatsOf(language);
  const share =
    positivePercent === undefined
      ? textsOf(language).results.of(number(positive), number(n))
      : percent(positivePercent);
  return { progress: [{ value: positive, max: n, color: "Accent" }], share };
}

/** What they wrote, as the civil servant has put it into themes; nothing with fewer than five answers (evaluation.md §5.7). */
function themesSection(view: View, answers: number): Section {
  const { results } = textsOf(view.language);
  const { themes } = view.state.survey;
  const plain = (words: string, lines: readonly Line[] = []): Bar => ({
    runs: [run(words)],
    lines,
    progress: [],
    share: "",
  });
  if (themes.length === 0) return { heading: results.themes, bars: [] };
  if (answers < THRESHOLD)
    return { heading: results.themes, bars: [plain(results.themesWithheld)] };
  const { number } = formatsOf(view.language);
  const bars = themes
    .toSorted((a, b) => b.mentions - a.mentions)
    .slice(0, MOST_THEMES)
    .map(({ title, mentions }) => {
      const shown = mentionsShown(mentions);
      const said = shown === "a_few" ? results.aFew : results.mentions(number(shown));
      return plain(oneLine(wordsOf(title, view.language)), [line(subtle(said))]);
    });
  return { heading: results.themes, bars };
}

function actionsOf(view: View, page: number, pages: number): ActionArray {
  const { cards, results } = textsOf(view.language);
  const dialogueId = view.state.id;
  const show = (other: number) => ({ verb: "openResults", dialogueId, page: other }) as const;
  return [
    ...(page + 1 < pages ? [submitButton(cards.buttons.next, show(page + 1), { main: true })] : []),
    ...(page > 0 ? [submitButton(cards.buttons.previous, show(page - 1))] : []),
    submitButton(results.toReport, { verb: "openEvaluationReport", dialogueId }),
    submitButton(cards.buttons.toDialogue, { verb: "openDialogue", dialogueId }),
    submitButton(cards.buttons.close, { verb: "closeDialog" }),
  ];
}
