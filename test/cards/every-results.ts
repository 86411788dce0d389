import { evaluationReport } from "../../src/cards/evaluation/report.ts";
import { resultsCard } from "../../src/cards/evaluation/results-card.ts";
import type { ShownResults } from "../../src/cards/evaluation/shown-results.ts";
import type { Answers } from "../../src/domain/evaluation/answers.ts";
import { type ClosedRound, resultsOf } from "../../src/domain/evaluation/results.ts";
import type { Theme } from "../../src/domain/evaluation/survey.ts";
import type { View } from "../../src/cards/view.ts";
import { played } from "../support/played.ts";
import { scenarioOne } from "../support/scenario-one.ts";
import type { Shown, ViewAt } from "./every-card.ts";
import { viewOf } from "./scenes.ts";

type Agree = 1 | 2 | 3 | 4 | 5;

/** So many of each answer from 1 to 5. */
const counted = (...counts: readonly number[]): readonly Agree[] =>
  counts.flatMap((count, index) => Array<Agree>(count).fill((index + 1) as Agree));

/** A round in which everybody answered each of the questions, the given answers one after the other. */
function round<Q extends "participant" | "internal">(
  id: string,
  asked: { readonly [question: string]: readonly (Agree | "a" | "b" | "c")[] },
): ClosedRound {
  const n = Math.max(...Object.values(asked).map(({ length }) => length));
  const answers = Array.from(
    { length: n },
    (_, index) =>
      Object.fromEntries(
        Object.entries(asked).flatMap(([question, all]) => {
          const answer = all[index];
          return answer === undefined ? [] : [[question, answer]];
        }),
      ) as Answers<Q>,
  );
  return { id, answers };
}

/** scenarios.md, scenario 1: "Survey expectations", with the other questions filled in as people would. */
export const FIRST = round<"participant">("e1", {
  P1: counted(0, 1, 4, 15, 11),
  P2: counted(2, 6, 9, 10, 4),
  P3: counted(1, 2, 8, 14, 6),
  P4: counted(0, 1, 4, 14, 12),
  P5: counted(1, 3, 6, 13, 8),
  P6: counted(0, 2, 5, 16, 8),
  P7: counted(4, 8, 10, 7, 2),
  P8: counted(3, 9, 8, 8, 3),
  P9: counted(0, 1, 3, 12, 15),
});
export const SECOND = round<"participant">("e2", {
  P1: counted(0, 0, 2, 6, 4),
  P2: counted(1, 2, 4, 4, 1),
  P3: counted(0, 1, 3, 6, 2),
  P4: counted(0, 0, 1, 6, 5),
  P5: counted(0, 1, 2, 6, 3),
  P6: counted(0, 1, 2, 5, 4),
  P7: counted(1, 3, 5, 2, 1),
  P8: counted(1, 4, 3, 3, 1),
  P9: counted(0, 0, 1, 5, 6),
});
export const INTERNAL = round<"internal">("internal", {
  I1: [4, 4, 5, 3, 4, 2, 5],
  I2: [4, 4, 4, 5, 3, 4, 4],
  I3: [2, 3, 2, 4, 3, 4, 2],
  I4: [4, 5, 4, 3, 4, 4, 5],
  I5: [2, 3, 2, 4, 3, 2, 1],
  I6: [4, 4, 3, 4, 5, 4, 3],
  I7: [3, 4, 4, 2, 4, 3, 5],
  I8: [3, 3, 4, 4, 2, 3, 4],
  I9: [4, 5, 4, 4, 5, 4, 4],
  I10: [4, 4, 4, 3, 4, 5, 4],
  I11: [5, 5, 5, 4, 5, 4, 5],
  I12: ["b", "b", "a", "b", "b", "c", "a"],
});

const theme = (id: string, mentions: number, words: string): Theme => ({
  id,
  revision: 1,
  title: { text: words },
  mentions,
});
const THEMES: readonly Theme[] = [
  theme("t1", 9, "Bra att politikerna var där och lyssnade"),
  theme("t2", 6, "Svårt att höra i lokalen"),
  theme("t3", 3, "Mer tid för de yngres frågor"),
  theme("t4", 1, "Fika som alla kan äta"),
];

/** The results and the report as they are read, at each size there is. */
export function resultsCards(at: ViewAt): readonly Shown[] {
  const dialog = (name: string, card: Shown["card"]): Shown => ({ name, place: "dialog", card });
  const autumn = played(scenarioOne, "2027-09-28 13:00");
  const { language } = at("started", "tjp");
  const evaluated = { ...viewOf(autumn.state, { language, now: autumn.now }), viewer: "a" };
  const view: View = {
    ...evaluated,
    state: { ...evaluated.state, survey: { ...evaluated.state.survey, themes: THEMES } },
  };
  const participants = (...rounds: readonly ClosedRound[]): ShownResults => ({
    releases: [
      {
        about: "participants",
        results: resultsOf("participant", rounds),
        attendance: { e1: 46, e2: 120 },
      },
    ],
    waiting: false,
  });
  const whole: ShownResults = {
    ...participants(FIRST, SECOND),
    internal: { results: resultsOf("internal", [INTERNAL]), invited: 8 },
  };
  const small = participants(FIRST, round("e2", { P1: [4, 5, 2], P4: [4, 4, 5] }));
  const middle = participants(
    FIRST,
    round("e2", { P1: [4, 5, 2, 4, 4, 5], P4: [4, 4, 5, 4, 4, 4] }),
  );
  const few = participants(round("e1", { P1: [4, 5], P4: [4, 4] }), round("e2", { P1: [3] }));
  const classed: ClosedRound = {
    ...FIRST,
    answers: FIRST.answers.map((one, index) => ({
      ...one,
      background: ["18-29", "30-49", "65plus"][index % 3],
    })),
  };
  const results = (shown: ShownResults, page: number) => resultsCard(view, shown, page);
  const report = (page: number, shown = whole) => evaluationReport(view, shown, page);
  return [
    dialog("results-first", results(whole, 0)),
    dialog("results-second", results(whole, 1)),
    dialog("results-internal", results(whole, 2)),
    dialog("results-internal-last", results(whole, 4)),
    dialog("results-small-round", results(small, 0)),
    dialog("results-middle-round", results(middle, 0)),
    dialog("results-few", results(few, 0)),
    dialog("results-groups", results(participants(classed), 0)),
    dialog(
      "results-joint",
      resultsCard(view, { ...whole, releases: [], internal: { joint: true } }),
    ),
    dialog("results-waiting", resultsCard(view, { releases: [], waiting: true })),
    dialog("results-none", resultsCard(view, { releases: [], waiting: false })),
    ...[0, 1, 2, 3, 4, 5].map((page) => dialog(`report-evaluation-${page + 1}`, report(page))),
    dialog("report-evaluation-small", report(1, small)),
    dialog(
      "report-evaluation-none",
      evaluationReport(at("started", "tjp"), { releases: [], waiting: false }, 4),
    ),
  ];
}
