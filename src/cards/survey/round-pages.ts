import type {
  ActionArray,
  CardElementArray,
  IAdaptiveCard,
  IOpenUrlAction,
} from "@microsoft/teams.cards";
import { isDone } from "../../domain/item-progress.ts";
import { type Round, roundsOf, roundStatus } from "../../domain/evaluation/rounds.ts";
import { rolesOf } from "../../domain/permissions.ts";
import { submitButton } from "../actions.ts";
import {
  type BannerData,
  badge,
  banner,
  icon,
  line,
  type RowData,
  row,
  run,
  strong,
  subtle,
} from "../elements.ts";
import type { Told } from "../forms/faults.ts";
import { formCard, problemBanner } from "../forms/form-card.ts";
import { formatsOf } from "../formats.ts";
import { FORM_ITSELF, inputId } from "../input-ids.ts";
import { type ListRow, listCard } from "../list-card.ts";
import { dialogueTitle } from "../naming.ts";
import { noticeBanner } from "../notice-banner.ts";
import { roundTitle } from "../survey-names.ts";
import { textsOf } from "../texts/texts.ts";
import type { View } from "../view.ts";
import { choiceInput } from "./survey-inputs.ts";

/** What only the store and the surroundings know of the rounds. */
export type RoundsTold = {
  /** How many have answered, by round; the civil servant alone is told, and only how many (evaluation.md §5.4). */
  readonly answers: { readonly [roundId: string]: number };
  /** Where the round is reached from outside; undefined where the bot has no address of its own. */
  readonly link?: string;
};

/** Whether the viewer looks after the survey. */
export function looksAfter({ state, viewer, directory }: View): boolean {
  return viewer !== undefined && rolesOf(state, viewer, directory).has("civilServant");
}

/** Every round with how it stands; what is asked, and the way to what participants wrote. */
export function roundsPage(
  view: View,
  { answers }: RoundsTold,
  page = 0,
  told: Told = {},
): IAdaptiveCard {
  const { survey, cards } = textsOf(view.language);
  const { list } = survey;
  const dialogueId = view.state.id;
  const mine = looksAfter(view);
  const rounds = roundsOf(view.state, view.template, view.calendar);
  const second = rounds.some(({ wave }) => wave === 2);
  const maySecond = !second && isDone(view.state, view.template, "feedback.decision");
  return listCard({
    language: view.language,
    place: "dialog",
    kicker: dialogueTitle(view),
    title: list.title,
    rows: rounds.map(
      (round): ListRow => ({
        heading: round.wave === 1 ? list.first : list.second,
        row: roundRow(view, round, answers, mine),
      }),
    ),
    page,
    banners: [
      ...(told.notice === undefined ? [] : [noticeBanner(told.notice)]),
      ...(told.problems ?? []).map((problem) => problemBanner(view, problem)),
    ],
    none: [list.none, list.noneHelp],
    more: (number) => ({ verb: "openSurvey", dialogueId, page: number }),
    actions: [
      ...(mine
        ? [
            submitButton(list.themes, { verb: "openThemes", dialogueId }),
            maySecond
              ? submitButton(list.openSecond, { verb: "startSecondWave", dialogueId })
              : submitButton(list.background, { verb: "openBackground", dialogueId }),
          ]
        : []),
      submitButton(cards.buttons.toDialogue, { verb: "openDialogue", dialogueId }),
    ],
  });
}

/** When it opens or closes, as the round stands now. */
function standingOf(view: View, round: Round): string {
  const { status: words } = textsOf(view.language).survey;
  const { date, moment } = formatsOf(view.language);
  const status = roundStatus(view.state, round, view.now);
  switch (status) {
    case "planned":
      return words.planned(moment(round.opensAt));
    case "open":
      return words.open(date(round.lastDay));
    case "closed":
      return words.closed(date(round.closed?.closedOn ?? round.lastDay));
    case "cancelled":
      return words.cancelled;
  }
}

const ICONS = {
  planned: icon("Clock", "◷", "Default"),
  open: icon("Poll", "▤", "Accent"),
  closed: icon("CheckmarkCircle", "✓", "Good", "Filled"),
  cancelled: icon("Subtract", "–", "Default"),
} as const;
const STYLES = {
  planned: "Subtle",
  open: "Informative",
  closed: "Good",
  cancelled: "Subtle",
} as const;

function roundRow(
  view: View,
  round: Round,
  answers: RoundsTold["answers"],
  mine: boolean,
): RowData {
  const { survey } = textsOf(view.language);
  const status = roundStatus(view.state, round, view.now);
  const title = roundTitle(view, round.id);
  const count = answers[round.id];
  return row({
    icon: ICONS[status],
    runs: [strong(title)],
    lines: [
      line(run(standingOf(view, round))),
      ...(round.form === "short" ? [line(subtle(survey.short))] : []),
      ...(count === undefined || status === "planned" || status === "cancelled"
        ? []
        : [line(subtle(survey.answers(formatsOf(view.language).number(count))))]),
    ],
    badge: badge(survey.badge[status], STYLES[status]),
    ...(mine
      ? {
          open: submitButton(title, {
            verb: "openRound",
            dialogueId: view.state.id,
            roundId: round.id,
          }),
        }
      : {}),
  });
}

/** One round for who looks after it: its link, what to print, and the ways answers on paper come in. */
export function roundPage(
  view: View,
  round: Round,
  { answers, link }: RoundsTold,
  told: Told = {},
): IAdaptiveCard {
  const { survey } = textsOf(view.language);
  const words = survey.round;
  const status = roundStatus(view.state, round, view.now);
  const intro = words[`${status}Intro`];
  const count = answers[round.id];
  const isAsked = status === "planned" || status === "open";
  return formCard(view, {
    kicker: survey.kicker,
    title: words.title(roundTitle(view, round.id)),
    mark: survey.badge[status],
    markStyle: STYLES[status],
    told,
    banners: isAsked && link === undefined ? [noAddress(view)] : [],
    intro,
    fields: [
      lines(standingOf(view, round), ...(round.form === "short" ? [survey.short] : [])),
      ...(count === undefined || status === "planned"
        ? []
        : [lines(survey.answers(formatsOf(view.language).number(count)))]),
      ...(isAsked && link !== undefined ? linkInput(view, link) : []),
    ],
    notes: isAsked ? [words.weak] : [],
    actions: roundActions(view, round, link),
  });
}

function lines(...texts: readonly string[]): CardElementArray[number] {
  return { type: "RichTextBlock", inlines: [run(texts.join(" · "))] };
}

function linkInput(view: View, link: string): CardElementArray {
  const { survey, forms } = textsOf(view.language);
  const { round: words } = survey;
  return [
    {
      type: "Input.Text",
      id: inputId(FORM_ITSELF, "text"),
      label: words.link,
      value: link,
      errorMessage: forms.check(words.link),
    },
    { type: "RichTextBlock", spacing: "None", inlines: [subtle(words.linkHint)] },
  ];
}

function noAddress(view: View): BannerData {
  const { round: words } = textsOf(view.language).survey;
  return banner(
    "warning",
    icon("Warning", "!"),
    [strong(words.noAddress)],
    [line(run(words.noAddressFix))],
  );
}

function roundActions(view: View, round: Round, link: string | undefined): ActionArray {
  const { round: words } = textsOf(view.language).survey;
  const status = roundStatus(view.state, round, view.now);
  const at = { dialogueId: view.state.id, roundId: round.id };
  const isShort = round.form === "short";
  const links =
    link === undefined || status === "closed" || status === "cancelled"
      ? []
      : [
          ...(status === "open" ? [opens(words.view, link)] : []),
          opens(words.poster, `${link}/affisch`),
          opens(words.paper, `${link}/papper`),
        ];
  return [
    ...(status === "open"
      ? [
          submitButton(words.enterPapers, { verb: "openPapers", ...at }, { main: true }),
          submitButton(words.paste, { verb: "openPaste", ...at }),
        ]
      : []),
    ...links,
    ...(status === "planned" && round.wave === 1
      ? [
          submitButton(isShort ? words.makeFull : words.makeShort, {
            verb: "chooseForm",
            ...at,
            form: isShort ? "full" : "short",
          }),
        ]
      : []),
    submitButton(words.toRounds, { verb: "openSurvey", dialogueId: view.state.id }),
  ];
}

/** Only ever an address of our own (reliability.md S41). */
function opens(title: string, url: string): IOpenUrlAction {
  return { type: "Action.OpenUrl", title, url };
}

/** The one question about who answers, chosen before the first round opens. */
export function backgroundForm(view: View, told: Told = {}): IAdaptiveCard {
  const { survey, forms } = textsOf(view.language);
  const words = survey.background;
  const dialogueId = view.state.id;
  return formCard(view, {
    kicker: survey.kicker,
    title: words.title,
    told,
    intro: words.intro,
    fields: choiceInput(
      view,
      {
        field: "background",
        label: words.label,
        value: view.state.survey.background ?? "none",
        choices: (["none", "age", "place"] as const).map((value) => ({
          title: words[value],
          value,
        })),
      },
      told,
    ),
    actions: [
      submitButton(words.save, { verb: "chooseBackground", dialogueId }, { main: true }),
      submitButton(forms.back, { verb: "openSurvey", dialogueId }),
    ],
  });
}
