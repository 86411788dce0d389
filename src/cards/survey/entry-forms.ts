import type { CardElementArray, IAdaptiveCard } from "@microsoft/teams.cards";
import { backgroundOf, questionsOf, type Round } from "../../domain/evaluation/rounds.ts";
import { type AskedIn, crossed } from "../../domain/evaluation/marks.ts";
import { columnsOf, type RowFault, type RowReport } from "../../domain/evaluation/pasted-rows.ts";
import { submitButton } from "../actions.ts";
import { type BannerData, banner, icon, line, run, strong, subtle } from "../elements.ts";
import type { Told } from "../forms/faults.ts";
import { formCard } from "../forms/form-card.ts";
import { formatsOf } from "../formats.ts";
import { roundTitle } from "../survey-names.ts";
import { textsOf } from "../texts/texts.ts";
import type { View } from "../view.ts";
import { canShow, said, wordsInput } from "./survey-inputs.ts";

/** What is asked in the round, on the page and on paper alike. */
export function askedIn({ state }: Pick<View, "state">, { form }: Round): AskedIn {
  return { questions: questionsOf(state, form), background: backgroundOf(state, form) };
}

/** How many papers there are. */
export function papersForm(view: View, round: Round, told: Told = {}): IAdaptiveCard {
  const { survey, forms } = textsOf(view.language);
  const words = survey.papers;
  const at = { dialogueId: view.state.id, roundId: round.id };
  return formCard(view, {
    kicker: roundTitle(view, round.id),
    title: words.title,
    told,
    intro: words.intro,
    fields: wordsInput(view, { field: "count", label: words.count, required: true }, told),
    actions: [
      submitButton(words.begin, { verb: "beginPapers", ...at }, { main: true }),
      submitButton(forms.back, { verb: "openRound", ...at }),
    ],
  });
}

/** One paper: the crosses as a row of digits, which is quicker than nine lists, what is written, and who one is. */
export function paperForm(
  view: View,
  round: Round,
  at: { readonly paperId: string; readonly number: number; readonly of: number },
  told: Told = {},
): IAdaptiveCard {
  const { survey } = textsOf(view.language);
  const words = survey.papers;
  const { number: written } = formatsOf(view.language);
  const asked = askedIn(view, round);
  const action = {
    verb: "savePaper",
    dialogueId: view.state.id,
    roundId: round.id,
    ...at,
  } as const;
  const hasText = asked.questions.some(({ scale }) => scale === "free");
  const isLast = at.number === at.of;
  return formCard(view, {
    kicker: roundTitle(view, round.id),
    title: words.of(written(at.number), written(at.of)),
    told,
    fields: [
      ...questionLines(view, asked),
      ...wordsInput(
        view,
        {
          field: "marks",
          label: words.marks(written(crossed(asked).length)),
          hint: words.marksHint,
        },
        told,
      ),
      ...(hasText
        ? wordsInput(
            view,
            { field: "words", label: words.words, hint: words.wordsHint, isLong: true },
            told,
          )
        : []),
      ...(asked.background
        ? wordsInput(
            view,
            { field: "background", label: words.background, hint: words.backgroundHint },
            told,
          )
        : []),
    ],
    actions: [
      submitButton(isLast ? words.last : words.next, action, { main: true }),
      ...(isLast ? [] : [submitButton(words.stop, { ...action, last: true })]),
      submitButton(textsOf(view.language).forms.back, {
        verb: "openRound",
        dialogueId: view.state.id,
        roundId: round.id,
      }),
    ],
  });
}

/** The questions in their order, so that a digit is never taken for another row's. */
function questionLines(view: View, asked: AskedIn): CardElementArray {
  return [
    {
      type: "RichTextBlock",
      inlines: crossed(asked).flatMap(({ words }, index) => [
        ...(index === 0 ? [] : [run("\n", { size: "Small" })]),
        subtle(`${index + 1}. ${words[view.language]}`),
      ]),
    },
  ];
}

/** Rows with faults that are named; more are counted. */
const MOST_NAMED = 10;

/** A table to paste, and what was wrong with it row by row. */
export function pasteForm(
  view: View,
  round: Round,
  pasteId: string,
  told: Told & { readonly reports?: readonly RowReport[] } = {},
): IAdaptiveCard {
  const { survey, forms } = textsOf(view.language);
  const words = survey.paste;
  const at = { dialogueId: view.state.id, roundId: round.id };
  const isTooLong = told.inputs !== undefined && !canShow(said(told.inputs, "table"));
  const { inputs: _dropped, ...withoutInputs } = told;
  return formCard(view, {
    kicker: roundTitle(view, round.id),
    title: words.title,
    told: withoutInputs,
    banners: told.reports ? [refusedBanner(view, told.reports, isTooLong)] : [],
    intro: words.intro,
    fields: wordsInput(
      view,
      {
        field: "table",
        label: words.label,
        hint: `${words.columns(columnsOf(askedIn(view, round)).join(" "))} ${words.values}`,
        isLong: true,
        required: true,
      },
      told,
    ),
    notes: [forms.privacy],
    actions: [
      submitButton(words.save, { verb: "pasteAnswers", ...at, pasteId }, { main: true }),
      submitButton(forms.back, { verb: "openRound", ...at }),
    ],
  });
}

function refusedBanner(view: View, reports: readonly RowReport[], isTooLong: boolean): BannerData {
  const words = textsOf(view.language).survey.paste;
  const { number } = formatsOf(view.language);
  const wrong = reports.flatMap((one) => ("refused" in one ? [one] : []));
  const named = wrong.slice(0, MOST_NAMED);
  const more = wrong.length - named.length;
  return banner(
    "attention",
    icon("Warning", "!", "Attention"),
    [strong(words.refused)],
    [
      line(
        run(
          reports.length === 0
            ? words.none
            : words.refusedText(number(reports.length - wrong.length), number(wrong.length)),
        ),
      ),
      ...named.map(({ row, refused }) =>
        line(strong(`${words.row(number(row))}: `), run(whyOf(view, refused))),
      ),
      ...(more > 0 ? [line(subtle(words.more(number(more))))] : []),
      ...(isTooLong ? [line(subtle(words.again))] : []),
    ],
  );
}

function whyOf(view: View, fault: RowFault): string {
  const { why } = textsOf(view.language).survey.paste;
  switch (fault.fault) {
    case "noChoice":
    case "tooLong":
      return why[fault.fault](fault.column);
    case "header":
      return why.header(fault.wanted.join(" "));
    case "empty":
    case "columns":
    case "quote":
    case "tooManyRows":
      return why[fault.fault];
  }
}
