import { z } from "zod";
import { cardBytes, cardLimitBytes } from "./messages.ts";

/** What a person would see in Teams after the bot's answer. */
export type Shown =
  | { kind: "nothing" }
  | { kind: "card"; card: unknown }
  | { kind: "note"; text: string }
  | { kind: "dialog"; title: string; height: Size; width: Size; card: unknown }
  | { kind: "dialogMessage"; text: string }
  | { kind: "dialogClosed" }
  | { kind: "error"; text: string; why: string };
type Size = number | string | undefined;

const actionAnswer = z.looseObject({
  statusCode: z.number(),
  type: z.string(),
  value: z.unknown(),
});

const size = z.union([z.number(), z.string()]).optional();
const dialogAnswer = z.looseObject({
  task: z.discriminatedUnion("type", [
    z.looseObject({ type: z.literal("message"), value: z.string() }),
    z.looseObject({
      type: z.literal("continue"),
      value: z.looseObject({
        title: z.string().default(""),
        height: size,
        width: size,
        card: z.looseObject({
          contentType: z.literal("application/vnd.microsoft.card.adaptive"),
          content: z.looseObject({ type: z.literal("AdaptiveCard") }),
        }),
      }),
    }),
  ]),
});

/** What is shown after an Action.Execute: a card for the presser, a note, or a fault. Never a dialog. */
export function shownAfterExecute(status: number, body: unknown): Shown {
  if (status !== 200) return failed(`the bot answered ${status}`);
  const read = actionAnswer.safeParse(body);
  if (!read.success) return failed("the answer lacks statusCode, type or value");
  const { statusCode, type, value } = read.data;
  if (statusCode !== 200) return failed(`statusCode ${statusCode}, ${type}`, wordsOf(value));
  if (type === "application/vnd.microsoft.activity.message")
    return typeof value === "string" ? { kind: "note", text: value } : failed("no text");
  if (type === "application/vnd.microsoft.card.adaptive") {
    if (cardBytes(value) > cardLimitBytes) return failed(`the card has ${cardBytes(value)} bytes`);
    return { kind: "card", card: value };
  }
  return failed(`unknown type ${type}`);
}

/** What is shown after task/fetch or task/submit: a dialog goes on or closes. An empty answer closes an open one. */
export function shownAfterDialog(status: number, body: unknown, isOpen: boolean): Shown {
  if (status !== 200) return failed(`the bot answered ${status}`);
  const isEmpty = body === undefined || body === null || Object.keys(body as object).length === 0;
  if (isEmpty) return isOpen ? { kind: "dialogClosed" } : failed("task/fetch was answered empty");
  const read = dialogAnswer.safeParse(body);
  if (!read.success) return failed("the answer holds no task of a known form");
  const { task } = read.data;
  if (task.type === "message") return { kind: "dialogMessage", text: task.value };
  const { title, height, width, card } = task.value;
  const bytes = cardBytes(card.content);
  if (bytes > cardLimitBytes) return failed(`the card of the dialog has ${bytes} bytes`);
  return { kind: "dialog", title, height, width, card: card.content };
}

/** What is shown when a message was sent: nothing, or that it did not come through. */
export function shownAfterMessage(status: number): Shown {
  return status >= 200 && status < 300 ? { kind: "nothing" } : failed(`the bot answered ${status}`);
}

function failed(why: string, words?: string): Shown {
  const text = words ?? "Något gick fel. Försök igen.";
  return { kind: "error", text, why };
}

function wordsOf(value: unknown): string | undefined {
  const read = z.looseObject({ message: z.string() }).safeParse(value);
  return read.success ? `Något gick fel. ${read.data.message}` : undefined;
}
