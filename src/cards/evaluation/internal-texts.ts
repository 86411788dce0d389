import type { CardElementArray, IAdaptiveCard } from "@microsoft/teams.cards";
import { FEWEST_ANSWERS } from "../../domain/evaluation/internal-round-time.ts";
import { submitButton } from "../actions.ts";
import { closing } from "../confirm-initiator.ts";
import { paragraphs } from "../elements.ts";
import { formCard } from "../forms/form-card.ts";
import { formatsOf } from "../formats.ts";
import { shortTitle } from "../naming.ts";
import { textsOf } from "../texts/texts.ts";
import type { View } from "../view.ts";

/** Texts of a thousand characters each keep well under what a card may weigh. */
const TEXTS_A_PAGE = 5;

/**
 * What was written in the internal evaluation, in random order and apart from everything that was chosen, for the civil
 * servant who takes out what identifies. Fewer than five texts are not released at all (evaluation.md §5.7).
 */
export function internalTextsPage(view: View, texts: readonly string[], page = 0): IAdaptiveCard {
  const { internalEvaluation, cards, views } = textsOf(view.language);
  const words = internalEvaluation.texts;
  const dialogueId = view.state.id;
  const frame = { kicker: `${internalEvaluation.kicker} · ${shortTitle(view)}` };
  const back = submitButton(internalEvaluation.buttons.show, {
    verb: "openEvaluation",
    dialogueId,
  });
  if (texts.length < FEWEST_ANSWERS)
    return formCard(view, {
      ...frame,
      title: words.none,
      intro: words.few,
      fields: [],
      actions: [back, ...closing(view)],
    });
  const pages = Math.ceil(texts.length / TEXTS_A_PAGE);
  const number = Math.min(page, pages - 1);
  const first = number * TEXTS_A_PAGE;
  const some = texts.slice(first, first + TEXTS_A_PAGE);
  const show = (other: number) => ({ verb: "openInternalTexts", dialogueId, page: other }) as const;
  return formCard(view, {
    ...frame,
    title: words.title(formatsOf(view.language).number(texts.length)),
    intro: words.intro,
    fields: some.map(textElement),
    notes: pages > 1 ? [views.step.shown(first + 1, first + some.length, texts.length)] : [],
    actions: [
      ...(number + 1 < pages ? [submitButton(cards.buttons.next, show(number + 1))] : []),
      ...(number > 0 ? [submitButton(cards.buttons.previous, show(number - 1))] : []),
      back,
      ...closing(view),
    ],
  });
}

function textElement(text: string): CardElementArray[number] {
  return {
    type: "Container",
    style: "emphasis",
    spacing: "Medium",
    items: paragraphs(text).map(({ runs }) => ({
      type: "RichTextBlock",
      spacing: "Small",
      inlines: [...runs],
    })),
  };
}
