import type { IAdaptiveCard } from "@microsoft/teams.cards";

/** What is answered to an invoke, exactly as Teams takes it; a message activity needs no answer (teams-sdk.md, options and habits). */
export type Answer =
  | { readonly statusCode: 200; readonly type: string; readonly value: unknown }
  | {
      readonly status: 200;
      readonly body: {
        readonly task: { readonly type: "continue" | "message"; readonly value: unknown };
      };
    };

const CARD = "application/vnd.microsoft.card.adaptive";

/** The card that takes the pressed one's place for the presser, until the next edit. */
export function cardAnswer(card: IAdaptiveCard): Answer {
  return { statusCode: 200, type: CARD, value: card };
}

/** A page of a dialog: opens it, or takes the place of the page it was pressed on. */
export function dialogAnswer(title: string, card: IAdaptiveCard): Answer {
  const content = { contentType: CARD, content: card };
  const value = { title, height: "large", width: "medium", card: content };
  return { status: 200, body: { task: { type: "continue", value } } };
}

/** Closes the dialog with a few words. */
export function closingAnswer(words: string): Answer {
  return { status: 200, body: { task: { type: "message", value: words } } };
}
