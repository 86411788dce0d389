import type { IAdaptiveCard } from "@microsoft/teams.cards";
import type { InboundActivity } from "./activity-shape.ts";

/** What a press is answered with, before it is known where it was made. */
export type Reply =
  /** A page of a dialog. */
  | { readonly kind: "page"; readonly title: string; readonly card: IAdaptiveCard }
  /** The card that takes the pressed one's place for the presser, until the next edit. */
  | { readonly kind: "card"; readonly title: string; readonly card: IAdaptiveCard }
  /** A few words; inside a dialog they close it. */
  | { readonly kind: "words"; readonly words: string };

/** What is answered to an invoke, exactly as Teams takes it (teams-sdk.md, options and habits). */
export type Answer =
  | { readonly statusCode: 200 | 400; readonly type: string; readonly value: unknown }
  | {
      readonly status: 200;
      readonly body: {
        readonly task: { readonly type: "continue" | "message"; readonly value: unknown };
      };
    };

type InvokeName = Extract<InboundActivity, { type: "invoke" }>["name"];

const CARD = "application/vnd.microsoft.card.adaptive";
const WORDS = "application/vnd.microsoft.activity.message";
const FAULT = "application/vnd.microsoft.error";

/** The reply in the form that the kind of press takes. */
export function answered(name: InvokeName, reply: Reply): Answer {
  switch (name) {
    case "adaptiveCard/action":
      return reply.kind === "words"
        ? { statusCode: 200, type: WORDS, value: reply.words }
        : { statusCode: 200, type: CARD, value: reply.card };
    case "task/fetch":
    case "task/submit":
      return reply.kind === "words"
        ? { status: 200, body: { task: { type: "message", value: reply.words } } }
        : { status: 200, body: { task: { type: "continue", value: dialog(reply) } } };
  }
}

function dialog({ title, card }: { readonly title: string; readonly card: IAdaptiveCard }) {
  return { title, height: "large", width: "medium", card: { contentType: CARD, content: card } };
}

/** A press we never drew: refused in words, with the status Teams reads (reliability.md F57). */
export function unreadable(name: InvokeName, words: string): Answer {
  return name === "adaptiveCard/action"
    ? { statusCode: 400, type: FAULT, value: { code: "BadRequest", message: words } }
    : answered(name, { kind: "words", words });
}
