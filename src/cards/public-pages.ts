import type {
  CardElementArray,
  IAdaptiveCard,
  IRichTextBlock,
  ISubmitAction,
  ITextInput,
} from "@microsoft/teams.cards";
import { rolesOf } from "../domain/permissions.ts";
import type { Item } from "../domain/template.ts";
import { type Action, submitButton } from "./actions.ts";
import { shortened } from "./drawable.ts";
import { header, icon, line, row, run, strong, subtle } from "./elements.ts";
import { formCard } from "./forms/form-card.ts";
import { FORM_ITSELF, inputId } from "./input-ids.ts";
import { shortTitle } from "./naming.ts";
import { PUBLIC_TEXTS, type PublicText } from "./public-kinds.ts";
import { publicText } from "./public-texts.ts";
import { bytesOf, compileCard } from "./render.ts";
import layout from "./templates/list.json" with { type: "json" };
import { textsOf } from "./texts/texts.ts";
import type { View } from "./view.ts";

const draw = compileCard("public", layout);
/** What a text may take of a card; a longer one is cut, which its end says. */
const MOST_TEXT_BYTES = 22_000;

/** The texts for the citizens to choose from, or one of them in a box to copy from. For those with a role (decisions.md §3.2). */
export function publicPages(view: View, kind: PublicText | undefined): IAdaptiveCard {
  if (view.viewer === undefined || rolesOf(view.state, view.viewer, view.directory).size === 0)
    return hidden(view);
  return kind === undefined ? listPage(view) : textPage(view, kind);
}

function listPage(view: View): IAdaptiveCard {
  const { public: words } = textsOf(view.language);
  const dialogueId = view.state.id;
  return draw({
    lang: view.language,
    fallbackText: words.title,
    header: header(shortTitle(view), words.title),
    banners: [],
    lines: [line(run(words.intro))],
    sections: [
      {
        heading: words.open,
        rows: PUBLIC_TEXTS.map((kind) =>
          row({
            icon: icon("DocumentText", "▤", "Accent"),
            runs: [strong(words.kinds[kind].title)],
            lines: [line(subtle(words.kinds[kind].when))],
            open: submitButton(words.kinds[kind].title, {
              verb: "openText",
              dialogueId,
              text: kind,
            }),
            leadsOn: true,
          }),
        ),
      },
    ],
    notes: [],
    actions: closing(view),
  });
}

function textPage(view: View, kind: PublicText): IAdaptiveCard {
  const { public: words, forms } = textsOf(view.language);
  const text = fitting(publicText(view, kind));
  const box: ITextInput = {
    type: "Input.Text",
    id: inputId(FORM_ITSELF, "text"),
    label: words.field,
    isMultiline: true,
    value: text,
    errorMessage: forms.check(words.field),
  };
  return formCard(view, {
    kicker: shortTitle(view),
    title: words.kinds[kind].title,
    intro: words.intro,
    fields: [box, ...readable(view, text)],
    notes: [words.help],
    actions: [
      submitButton(words.all, { verb: "openText", dialogueId: view.state.id }),
      ...closing(view),
    ],
  });
}

/** The same words to read through before they are copied: a client's box shows a few lines at a time. */
function readable(view: View, text: string): CardElementArray {
  const blocks = text.split("\n\n").flatMap((part) =>
    part.split("\n").map(
      (words, index): IRichTextBlock => ({
        type: "RichTextBlock",
        spacing: index === 0 ? "Medium" : "None",
        inlines: [run(words)],
      }),
    ),
  );
  const all: CardElementArray = [
    {
      type: "RichTextBlock",
      spacing: "Large",
      separator: true,
      inlines: [strong(textsOf(view.language).public.reads)],
    },
    ...blocks,
  ];
  return bytesOf({ text }) + bytesOf(all) <= MOST_TEXT_BYTES ? all : [];
}

function fitting(text: string): string {
  let most = text.length;
  while (bytesOf({ text: shortened(text, most) }) > MOST_TEXT_BYTES) most = Math.floor(most * 0.8);
  return shortened(text, most);
}

function hidden(view: View): IAdaptiveCard {
  const { public: words } = textsOf(view.language);
  return formCard(view, {
    kicker: shortTitle(view),
    title: words.title,
    intro: words.hidden,
    fields: [],
    actions: closing(view),
  });
}

function closing(view: View): ISubmitAction[] {
  const { cards } = textsOf(view.language);
  return [
    submitButton(cards.buttons.toDialogue, { verb: "openDialogue", dialogueId: view.state.id }),
    submitButton(cards.buttons.close, { verb: "closeDialog" }),
  ];
}

/** The text that belongs to an item. */
const OF_ITEM: { readonly [itemId: string]: PublicText } = {
  "purpose.promise": "influence",
  "event.invite": "invitation",
  "event.remind": "remind",
  "event.open": "influence",
  "event.survey": "survey",
  "feedback.heard": "heard",
  "feedback.status": "status",
  "feedback.decision": "decision",
  "feedback.result": "followUp",
  "follow.m6": "followUp",
  "follow.m12": "followUp",
  "follow.n": "followUp",
};

/** Leads from an item that is sent to the citizens to the text made for it. */
export function textButtons(view: View, item: Item): readonly ISubmitAction[] {
  const base = Object.keys(OF_ITEM).find((id) => item.id === id || item.id.startsWith(`${id}.`));
  const text = base === undefined ? undefined : OF_ITEM[base];
  if (text === undefined) return [];
  const action: Action = { verb: "openText", dialogueId: view.state.id, text };
  return [submitButton(textsOf(view.language).public.use, action)];
}
