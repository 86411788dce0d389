import { buttonsOf, type CardNode, inputsOf } from "../support/card-reading.ts";
import { inertFaults } from "./hostile-text-inert.ts";
import type { openCopy } from "./stage-copy.ts";
import type { Who } from "./stage-people.ts";
import type { Press, Presser } from "./stage-press.ts";

type Inputs = Readonly<Record<string, string>>;
type Data = Readonly<Record<string, unknown>>;
/** A page of a dialog, or the words that closed it. */
export type Page = { readonly card?: CardNode; readonly words?: string; readonly changed: boolean };

export type Stand = ReturnType<typeof openStand>;

/** People at one copy of the bot. Every card that comes back is looked at: nothing a person wrote may be alive on it. */
export function openStand(copy: Awaited<ReturnType<typeof openCopy>>, presser: Presser) {
  const faults: string[] = [];
  const cards: CardNode[] = [];

  async function press(who: Who, kind: Press["kind"], data: Data, inputs: Inputs = {}) {
    const way = { kind, data: { dl: 1, ...data }, inputs, personal: false, activityId: "1" };
    const { status, shown } = await presser.press(copy.bot().url, who, way);
    const changed = copy.changed();
    const where = `${who} ${JSON.stringify(data).slice(0, 200)}`;
    faults.push(...copy.errors().map((line) => `${where}: ${line}`));
    if (status !== 200 || shown.kind === "error") faults.push(`${where}: ${status} ${shown.kind}`);
    if (shown.kind !== "dialog" && shown.kind !== "card")
      return { changed, ...(shown.kind === "dialogMessage" ? { words: shown.text } : {}) };
    const card = shown.card as CardNode;
    cards.push(card);
    faults.push(...inertFaults(card).map((fault) => `${where}: ${fault}`));
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

/** The inputs as they stand on the page. */
export function standing(card: CardNode): Inputs {
  return Object.fromEntries(
    inputsOf(card).map(({ id, value }) => [String(id), typeof value === "string" ? value : ""]),
  );
}
