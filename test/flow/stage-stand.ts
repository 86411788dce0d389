import { buttonsOf, type CardNode, inputsOf, wordsOn } from "../support/card-reading.ts";
import type { Shown } from "../../emulator/answers.ts";
import type { openCopy } from "./stage-copy.ts";
import type { Who } from "./stage-people.ts";
import type { Press, Presser } from "./stage-press.ts";

type Inputs = Readonly<Record<string, string>>;
type Data = Readonly<Record<string, unknown>>;
/** A page of a dialog, or the words that closed it. */
export type Page = { readonly card?: CardNode; readonly words?: string; readonly changed: boolean };

export type Stand = ReturnType<typeof openStand>;

/** People at one copy of the bot. Every card that comes back is looked at; what is wrong with one is gathered in `faults`. */
export function openStand(
  copy: Awaited<ReturnType<typeof openCopy>>,
  presser: Presser,
  look: (card: CardNode) => readonly string[] = () => [],
) {
  const faults: string[] = [];
  const cards: CardNode[] = [];

  async function press(
    who: Who,
    kind: Press["kind"],
    data: Data,
    inputs: Inputs = {},
    more: Pick<Press, "trigger"> & { readonly personal?: boolean } = {},
  ): Promise<Page> {
    const place = { personal: false, activityId: "1", ...more };
    const way = { kind, data: { dl: 1, ...data }, inputs, ...place };
    const { status, shown, posted } = await presser.press(copy.bot().url, who, way);
    const changed = copy.changed();
    const where = `${who} ${JSON.stringify(data).slice(0, 200)}`;
    faults.push(...copy.errors().map((line) => `${where}: ${line}`));
    if (status !== 200 || shown.kind === "error") faults.push(`${where}: ${status} ${shown.kind}`);
    const card = cardIn(shown) ?? posted.map(cardPosted).find((one) => one !== undefined);
    if (!card) return { changed, words: wordsIn(shown) ?? JSON.stringify(posted) };
    cards.push(card);
    faults.push(...look(card).map((fault) => `${where}: ${fault}`));
    return { card, changed };
  }

  return {
    faults,
    /** Every page that has been shown, in order. */
    cards,
    press,
    load: (dialogueId: string) => copy.bot().load(dialogueId),
    open: (who: Who, data: Data): Promise<Page> =>
      press(who, "fetch", { ...data, msteams: { type: "task/fetch" } }),
    /** Presses the first button of the page that asks for that, with these inputs. */
    submit: (who: Who, { card }: Page, verb: string, inputs: Inputs): Promise<Page> => {
      const button = card && buttonsOf(card).find(({ data }) => (data as Data)["verb"] === verb);
      if (!button) throw new Error(`${who} finds no ${verb} on ${JSON.stringify(card)}`);
      const { dl: _mark, ...data } = button["data"] as Data;
      const after = verb === "putRow" ? "rows" : "close";
      const stays = "after" in data ? { after } : {};
      return press(who, "dialogSubmit", { ...data, ...stays }, inputs);
    },
  };
}

function cardIn(shown: Shown): CardNode | undefined {
  return shown.kind === "dialog" || shown.kind === "card" ? (shown.card as CardNode) : undefined;
}

function wordsIn(shown: Shown): string | undefined {
  return shown.kind === "dialogMessage" || shown.kind === "note" ? shown.text : undefined;
}

/** The card of a message, as an old client's press is answered. */
function cardPosted(message: unknown): CardNode | undefined {
  const { attachments } = (message ?? {}) as { attachments?: readonly { content?: CardNode }[] };
  return attachments?.[0]?.content;
}

/** The card of a page; fails, with what was said, when there is none. */
export function cardOf(page: Page): CardNode {
  if (!page.card) throw new Error(`No page, but: ${told(page)}`);
  return page.card;
}

/** Everything the answer says. */
export function told(page: Page): string {
  return page.words ?? (page.card ? wordsOn(page.card) : "nothing");
}

/** The inputs as they stand on the page. */
export function standing(card: CardNode): Inputs {
  return Object.fromEntries(
    inputsOf(card).map(({ id, value }) => [String(id), typeof value === "string" ? value : ""]),
  );
}
