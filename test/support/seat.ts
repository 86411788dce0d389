import type { EmulatorClient } from "./emulator.ts";

/** A card as JSON; only what a client needs to find buttons and inputs. */
export type CardNode = { readonly [key: string]: unknown };
export type Button = CardNode & { readonly type: string; readonly title: string };
export type Shown = {
  readonly id: string;
  readonly conversationId: string;
  readonly card: CardNode;
  readonly at?: string;
};
export type Dialog = { readonly title: string; readonly card: CardNode };
export type Outcome = {
  readonly status: number;
  readonly body: unknown;
  /** The card or dialog page that came back, if one did. */
  readonly card?: CardNode;
  /** The words that closed a dialog or answered a press. */
  readonly words?: string;
};

/** Everything in a card, outermost first. */
export function nodesOf(node: unknown): CardNode[] {
  if (Array.isArray(node)) return node.flatMap(nodesOf);
  if (typeof node !== "object" || node === null) return [];
  return [
    node as CardNode,
    ...Object.entries(node).flatMap(([key, child]) => (key === "fallback" ? [] : nodesOf(child))),
  ];
}

export function buttonsOf(card: CardNode): Button[] {
  return nodesOf(card).filter(
    (node): node is Button =>
      typeof node["type"] === "string" &&
      /^Action\.(Execute|Submit)$/u.test(node["type"]) &&
      typeof node["title"] === "string",
  );
}

export function inputsOf(card: CardNode): CardNode[] {
  return nodesOf(card).filter(({ type }) => typeof type === "string" && type.startsWith("Input."));
}

/** All the words a card shows, one piece a line; input values left out. */
export function wordsOn(card: CardNode): string {
  return nodesOf(card)
    .flatMap(({ text, title, value, type, inlines }) => {
      if (typeof type === "string" && type.startsWith("Input.")) return [];
      if (Array.isArray(inlines)) return [];
      const facts =
        type === undefined && typeof title === "string" && typeof value === "string"
          ? [`${title}: ${value}`]
          : [];
      return [...facts, ...(typeof text === "string" ? [text] : [])];
    })
    .join("\n");
}

/** One person at a Teams client: sees what the emulator shows them and presses buttons by their visible names. */
export function seat(emulator: EmulatorClient, person: string, conversation: () => string) {
  let dialog:
    | (Dialog & { readonly place: { conversation: string; activityId: string } })
    | undefined;

  async function cards(where: string = conversation()): Promise<Shown[]> {
    const messages = await emulator.messages(where === "personal" ? "personal" : where, person);
    return messages.flatMap((message) => {
      const card = (message.cardForPerson ?? message.card) as CardNode | undefined;
      return card && !message.deleted
        ? [{ id: message.id, conversationId: message.conversationId, card }]
        : [];
    });
  }

  /** The newest card with such a button, or a failure that says which buttons there are. */
  async function find(title: string, where: string): Promise<{ shown: Shown; button: Button }> {
    const all = await cards(where);
    for (const shown of all.toReversed()) {
      const button = buttonsOf(shown.card).find((one) => one.title === title);
      if (button) return { shown, button };
    }
    const titles = all.flatMap(({ card }) => buttonsOf(card).map((one) => one.title));
    throw new Error(
      `${person} sees no button "${title}" in ${where}; there is: ${titles.join(" · ")}`,
    );
  }

  /** Presses a button on a card in the channel, or in the own chat with `personal`. */
  async function press(title: string, where: string = conversation()): Promise<Outcome> {
    const { shown, button } = await find(title, where);
    const place = { conversation: shown.conversationId, activityId: shown.id };
    return pressButton(button, place);
  }

  async function pressButton(
    button: Button,
    place: { conversation: string; activityId: string },
  ): Promise<Outcome> {
    const data = (button["data"] ?? {}) as Record<string, unknown>;
    const opens = (data["msteams"] as { type?: string } | undefined)?.type === "task/fetch";
    if (button.type === "Action.Execute") {
      const verb = typeof button["verb"] === "string" ? { verb: button["verb"] } : {};
      return outcome(await emulator.execute(person, { ...place, data, ...verb }));
    }
    if (!opens) return outcome(await emulator.submit(person, { ...place, data }));
    const answer = outcome(await emulator.fetch(person, { ...place, data }));
    remember(answer, place);
    return answer;
  }

  /** Fills in the page of the open dialog by the labels of its inputs and presses a button on it. */
  async function submit(
    title: string,
    values: Readonly<Record<string, string>> = {},
  ): Promise<Outcome> {
    if (!dialog) throw new Error(`${person} has no dialog open.`);
    const { card, place } = dialog;
    const button = buttonsOf(card).find((one) => one.title === title);
    if (!button)
      throw new Error(
        `No button "${title}" in the dialog "${dialog.title}"; there is: ${buttonsOf(card)
          .map((one) => one.title)
          .join(" · ")}`,
      );
    const inputs = button["associatedInputs"] === "none" ? {} : filledIn(card, values);
    const data = (button["data"] ?? {}) as Record<string, unknown>;
    const answer = outcome(await emulator.dialogSubmit(person, { ...place, data, inputs }));
    remember(answer, place);
    return answer;
  }

  function remember(answer: Outcome, place: { conversation: string; activityId: string }): void {
    const page = dialogIn(answer.body);
    dialog = page ? { ...page, place } : undefined;
  }

  return {
    person,
    cards,
    press,
    pressButton,
    submit,
    find,
    dialog: () => dialog,
    say: (text: string, where: string = conversation()) => emulator.message(person, where, text),
    /** The newest card in the place whose words hold this; a failure when there is none. */
    see: async (words: string, where: string = conversation()): Promise<Shown> => {
      const all = await cards(where);
      const shown = all.findLast(({ card }) => wordsOn(card).includes(words));
      if (!shown) throw new Error(`${person} sees no card with "${words}" in ${where}.`);
      return shown;
    },
  };
}
export type Seat = ReturnType<typeof seat>;

function filledIn(
  card: CardNode,
  values: Readonly<Record<string, string>>,
): Record<string, string> {
  const inputs = inputsOf(card);
  const filled: Record<string, string> = {};
  for (const input of inputs) {
    const id = input["id"] as string;
    if (typeof input["value"] === "string" && input["value"] !== "") filled[id] = input["value"];
    else if (input["type"] === "Input.Toggle")
      filled[id] = (input["valueOff"] as string | undefined) ?? "false";
  }
  for (const [label, value] of Object.entries(values)) {
    const input = inputs.find(
      (one) => one["label"] === label || one["title"] === label || one["id"] === label,
    );
    if (!input)
      throw new Error(
        `No input "${label}"; there is: ${inputs.map((one) => String(one["label"] ?? one["title"])).join(" · ")}`,
      );
    filled[input["id"] as string] = chosen(input, value);
  }
  return filled;
}

/** A choice is named by its visible words; several are joined by a semicolon. */
function chosen(input: CardNode, value: string): string {
  const choices = input["choices"] as readonly { title: string; value: string }[] | undefined;
  if (!choices) return value;
  const one = (words: string) => choices.find(({ title }) => title === words)?.value ?? words;
  return input["isMultiSelect"] === true ? value.split("; ").map(one).join(",") : one(value);
}

function dialogIn(body: unknown): Dialog | undefined {
  const task = (
    body as
      | { task?: { type?: string; value?: { title?: string; card?: { content?: CardNode } } } }
      | undefined
  )?.task;
  if (task?.type !== "continue" || !task.value?.card?.content) return undefined;
  return { title: task.value.title ?? "", card: task.value.card.content };
}

function outcome({ status, body }: { status: number; body?: unknown }): Outcome {
  const page = dialogIn(body);
  if (page) return { status, body, card: page.card };
  const { task, type, value } = (body ?? {}) as {
    task?: { value?: unknown };
    type?: string;
    value?: unknown;
  };
  if (typeof task?.value === "string") return { status, body, words: task.value };
  if (typeof type === "string" && type.includes("adaptive"))
    return { status, body, card: value as CardNode };
  return typeof value === "string" ? { status, body, words: value } : { status, body };
}
