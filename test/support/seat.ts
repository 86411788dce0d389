import type { ActResult } from "../../emulator/acts.ts";
import { type Button, buttonsOf, type CardNode, filledIn, wordsOn } from "./card-reading.ts";
import type { EmulatorClient } from "./emulator.ts";

/** A message with a card, as one person sees it. */
export type Shown = {
  readonly id: string;
  readonly conversationId: string;
  /** The root of its thread; absent on what stands at the top of a channel or in a chat. */
  readonly rootId?: string;
  readonly card: CardNode;
};
type Place = { readonly conversation: string; readonly activityId: string };
/** A page of a dialog with the card it was opened from. */
export type Dialog = { readonly card: CardNode; readonly place: Place };
/** What the person sees of the answer, as the client would show it. */
export type Outcome = {
  readonly status: number;
  readonly kind: ActResult["shown"]["kind"];
  /** The words of it: of the card or page that came back, or the sentence. */
  readonly words: string;
  readonly card?: CardNode;
};
type Values = Readonly<Record<string, string>>;

/**
 * One person at a Teams client: sees what the emulator shows them, presses buttons by their visible names and fills in
 * inputs by their labels. `channel` is where they look when a call does not say; `personal` is their own chat.
 */
export function seat(emulator: EmulatorClient, person: string, channel: string) {
  let dialog: Dialog | undefined;

  async function cards(where: string = channel): Promise<Shown[]> {
    const conversation = where === "personal" ? await chat() : where;
    if (conversation === undefined) return [];
    return (await emulator.messages(conversation, person)).flatMap((message) => {
      const card = (message.cardForPerson ?? message.card) as CardNode | undefined;
      if (!card || message.deleted) return [];
      const { id, rootId } = message;
      const thread = rootId === undefined ? {} : { rootId };
      return [{ id, conversationId: message.conversationId, ...thread, card }];
    });
  }

  async function chat(): Promise<string | undefined> {
    const all = await emulator.conversations();
    return all.find(({ personId }) => personId === person)?.id;
  }

  async function isChat(conversation: string): Promise<boolean> {
    const all = await emulator.conversations();
    return all.find(({ id }) => id === conversation)?.kind === "personal";
  }

  /** The newest card in the place that can be read like this; a failure when there is none. */
  async function see(words: string, where?: string): Promise<Shown> {
    const shown = (await cards(where)).findLast(({ card }) => readOn(card).includes(words));
    if (!shown) throw new Error(`${person} sees no card with "${words}" in ${where ?? channel}.`);
    return shown;
  }

  /** Presses the button on the newest card that has one of that name. */
  async function press(title: string, where?: string): Promise<Outcome> {
    const all = await cards(where);
    const shown = all.findLast(({ card }) => buttonsOf(card).some((one) => one.title === title));
    if (shown) return pressOn(shown, title);
    const titles = all.flatMap(({ card }) => buttonsOf(card).map((one) => one.title));
    throw new Error(`${person} sees no button "${title}"; there is: ${titles.join(" · ")}`);
  }

  async function pressOn({ card, id, conversationId }: Shown, title: string): Promise<Outcome> {
    const button = buttonNamed(card, title);
    const place = { conversation: conversationId, activityId: id };
    const data = dataOf(button);
    if (button.type === "Action.Execute") {
      const verb = String(button["verb"]);
      return outcomeOf(await emulator.execute(person, { ...place, data, verb }));
    }
    return remember(await emulator.fetch(person, { ...place, data }), place);
  }

  /** Fills in the page of the open dialog and presses a button on it. */
  async function submit(title: string, values: Values = {}): Promise<Outcome> {
    if (!dialog) throw new Error(`${person} has no dialog open.`);
    return submitOn(dialog, title, values);
  }

  /** The same on any page, also one that was drawn for somebody else. */
  async function submitOn(page: Dialog, title: string, values: Values = {}): Promise<Outcome> {
    const button = buttonNamed(page.card, title);
    const inputs = button["associatedInputs"] === "none" ? {} : filledIn(page.card, values);
    const { place } = page;
    if (page !== dialog && (await isChat(place.conversation)))
      throw new Error("A page that was opened in a chat can be sent by its person alone.");
    const wish = { ...place, data: dataOf(button), inputs };
    return remember(await emulator.dialogSubmit(person, wish), place);
  }

  /** Sends a page that nobody has drawn, as who knows how they look could. */
  async function send(data: object, inputs: Values, { id, conversationId }: Shown) {
    const place = { conversation: conversationId, activityId: id };
    return remember(
      await emulator.dialogSubmit(person, { ...place, data: { ...data }, inputs }),
      place,
    );
  }

  function remember(result: ActResult, place: Place): Outcome {
    const { shown } = result;
    dialog = shown.kind === "dialog" ? { card: shown.card as CardNode, place } : undefined;
    return outcomeOf(result);
  }

  return {
    person,
    cards,
    see,
    press,
    pressOn,
    submit,
    submitOn,
    send,
    /** The page that is open now. */
    dialog: (): Dialog => {
      if (!dialog) throw new Error(`${person} has no dialog open.`);
      return dialog;
    },
    say: (text: string, where: string = channel) => emulator.message(person, where, text),
  };
}
export type Seat = ReturnType<typeof seat>;

/** What somebody does at any client by visible names, so that the same acts are told by HTTP and at a page. */
export type Client = Pick<Seat, "press" | "submit"> & {
  readonly say: (text: string) => Promise<unknown>;
  /** What stands there, the newest last. */
  readonly cards: (where?: string) => Promise<readonly Pick<Shown, "card">[]>;
  readonly dialog: () => Pick<Dialog, "card">;
};

/** The words of a card as they look: that a line does not break at a space is not seen. */
export function readOn(card: CardNode): string {
  return wordsOn(card).replaceAll("\u00a0", " ").replaceAll("\u200b", "");
}

function buttonNamed(card: CardNode, title: string): Button {
  const all = buttonsOf(card);
  const button = all.find((one) => one.title === title);
  if (button) return button;
  const titles = all.map((one) => one.title).join(" · ");
  throw new Error(`No button "${title}" among: ${titles}\n${wordsOn(card)}`);
}

function dataOf(button: Button): Record<string, unknown> {
  return (button["data"] ?? {}) as Record<string, unknown>;
}

function outcomeOf({ status, shown }: ActResult): Outcome {
  const { kind } = shown;
  switch (kind) {
    case "card":
    case "dialog": {
      const card = shown.card as CardNode;
      return { status, kind, card, words: readOn(card) };
    }
    case "note":
    case "dialogMessage":
    case "error":
      return { status, kind, words: shown.text };
    case "nothing":
    case "dialogClosed":
      return { status, kind, words: "" };
  }
}
