import type { CardElementArray, IAdaptiveCard } from "@microsoft/teams.cards";
import type { Theme } from "../../domain/evaluation/survey.ts";
import { type Text, wordsOf } from "../../domain/text.ts";
import { submitButton } from "../actions.ts";
import { neutral, oneLine, shortened } from "../drawable.ts";
import { banner, icon, line, paragraphs, row, run, strong, subtle } from "../elements.ts";
import type { Told } from "../forms/faults.ts";
import { formCard, problemBanner } from "../forms/form-card.ts";
import { formatsOf } from "../formats.ts";
import { listCard } from "../list-card.ts";
import { dialogueTitle } from "../naming.ts";
import { noticeBanner } from "../notice-banner.ts";
import { textsOf } from "../texts/texts.ts";
import type { Language, View } from "../view.ts";
import { wordsInput } from "./survey-inputs.ts";

/** Fewer mentions than this have no number (evaluation.md §5.7). */
const FEWEST_MENTIONS = 3;
/** Texts on one page: five of a thousand characters have room on a card. */
const TEXTS_A_PAGE = 5;

/** How often a theme came up, as it may be shown. */
export function mentionsWords(language: Language, { mentions }: Pick<Theme, "mentions">): string {
  const words = textsOf(language).survey.themes;
  return mentions < FEWEST_MENTIONS ? words.few : words.many(formatsOf(language).number(mentions));
}

/** The themes the civil servant has made; `texts` is how many have written something, undefined while nothing may be read. */
export function themesPage(
  view: View,
  texts: number | undefined,
  page = 0,
  told: Told = {},
): IAdaptiveCard {
  const { survey } = textsOf(view.language);
  const words = survey.themes;
  const dialogueId = view.state.id;
  const mayRead = texts !== undefined;
  return listCard({
    language: view.language,
    place: "dialog",
    kicker: dialogueTitle(view),
    title: words.title,
    rows: view.state.survey.themes.map(({ id: themeId, title, mentions }) => {
      const name = shortened(oneLine(wordsOf(title, view.language)), 120);
      return {
        heading: words.list,
        row: row({
          icon: icon("Tag", "◈", "Accent"),
          runs: [strong(name)],
          lines: [line(subtle(mentionsWords(view.language, { mentions })))],
          open: submitButton(neutral(name), { verb: "openTheme", dialogueId, themeId }),
        }),
      };
    }),
    page,
    banners: [
      ...(told.notice === undefined ? [] : [noticeBanner(told.notice)]),
      ...(told.problems ?? []).map((problem) => problemBanner(view, problem)),
      ...(mayRead
        ? []
        : [
            banner(
              "emphasis",
              icon("LockClosed", "🔒"),
              [strong(words.waits)],
              [line(run(words.waitsHelp))],
            ),
          ]),
    ],
    none: [words.none, words.noneHelp],
    more: (number) => ({ verb: "openThemes", dialogueId, page: number }),
    actions: [
      ...(mayRead
        ? [
            submitButton(words.read, { verb: "openTexts", dialogueId }),
            submitButton(words.add, { verb: "openTheme", dialogueId }),
          ]
        : []),
      submitButton(survey.round.toRounds, { verb: "openSurvey", dialogueId }),
    ],
  });
}

/** What participants wrote, word for word, for the one who makes themes of it; nobody else is shown it. */
export function textsPage(view: View, texts: readonly Text[], page = 0): IAdaptiveCard {
  const { survey, cards, views } = textsOf(view.language);
  const words = survey.themes;
  const dialogueId = view.state.id;
  const pages = Math.max(1, Math.ceil(texts.length / TEXTS_A_PAGE));
  const number = Math.min(page, pages - 1);
  const first = number * TEXTS_A_PAGE;
  const some = texts.slice(first, first + TEXTS_A_PAGE);
  const show = (other: number) => ({ verb: "openTexts", dialogueId, page: other }) as const;
  return formCard(view, {
    kicker: words.title,
    title:
      texts.length === 0
        ? words.noTexts
        : words.texts(formatsOf(view.language).number(texts.length)),
    intro: texts.length === 0 ? words.noTextsHelp : words.intro,
    fields: some.map((text) => textElement(view, text)),
    notes: pages > 1 ? [views.step.shown(first + 1, first + some.length, texts.length)] : [],
    actions: [
      ...(number + 1 < pages ? [submitButton(cards.buttons.next, show(number + 1))] : []),
      ...(number > 0 ? [submitButton(cards.buttons.previous, show(number - 1))] : []),
      submitButton(words.add, { verb: "openTheme", dialogueId }),
      submitButton(words.toThemes, { verb: "openThemes", dialogueId }),
    ],
  });
}

function textElement(view: View, text: Text): CardElementArray[number] {
  const { erased } = textsOf(view.language).survey.themes;
  const lines = "erased" in text ? [line(subtle(erased))] : paragraphs(text.text);
  return {
    type: "Container",
    style: "emphasis",
    spacing: "Medium",
    items: lines.map(({ runs }) => ({
      type: "RichTextBlock",
      spacing: "Small",
      inlines: [...runs],
    })),
  };
}

/** One theme, new or as it stands. */
export function themeForm(view: View, themeId: string, told: Told = {}): IAdaptiveCard {
  const { survey, forms } = textsOf(view.language);
  const words = survey.themes;
  const theme = view.state.survey.themes.find(({ id }) => id === themeId);
  const dialogueId = view.state.id;
  return formCard(view, {
    kicker: words.title,
    title: theme ? words.edit : words.add,
    told,
    intro: words.intro,
    fields: [
      ...wordsInput(
        view,
        {
          field: "title",
          label: words.name,
          hint: words.nameHint,
          required: true,
          value: theme ? wordsOf(theme.title, view.language) : "",
        },
        told,
      ),
      ...wordsInput(
        view,
        {
          field: "mentions",
          label: words.mentions,
          hint: words.mentionsHint,
          required: true,
          value: theme ? String(theme.mentions) : "",
        },
        told,
      ),
    ],
    notes: [forms.privacy],
    actions: [
      submitButton(
        words.save,
        { verb: "putTheme", dialogueId, themeId, revision: theme?.revision ?? 0 },
        { main: true },
      ),
      ...(theme ? [submitButton(words.remove, { verb: "removeTheme", dialogueId, themeId })] : []),
      submitButton(forms.back, { verb: "openThemes", dialogueId }),
    ],
  });
}
