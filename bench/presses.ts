import { randomUUID } from "node:crypto";
import { type Action, executeButton, submitButton } from "../src/cards/actions.ts";
import { inputId, ROW } from "../src/cards/input-ids.ts";
import type { DialogueId } from "../src/domain/value.ts";

/** How many presses are under way at once. */
export const LANES = 16;

/** An activity as the emulator builds it, of which every press is a copy with an id and data of its own. */
export type Activity = Readonly<Record<string, unknown>>;

const ITEM = { itemId: "identify.aspects", field: "aspectsIn" } as const;
const INPUT = inputId(ROW, "value");

/**
 * Each lane adds a row to a list and takes it away again, over and over: every press commits one event, none overwrites
 * what another wrote, and the list stays as long as it was. The answer is the page with the list.
 */
export function rowPresses(
  activity: Activity,
  turn: number,
  perLane: number,
  dialogueOf: (lane: number) => DialogueId,
): string[][] {
  return lanes(activity, perLane, (lane, number) => {
    const at = {
      dialogueId: dialogueOf(lane),
      ...ITEM,
      rowId: `row-${turn}-${lane}-${number >> 1}`,
    };
    const put: Action = { verb: "putRow", ...at, revision: 0, asked: [INPUT], after: "rows" };
    if (number % 2 === 0)
      return { data: { ...dataOf(put), [INPUT]: `Belysningen vid hållplats ${lane}` } };
    return { data: dataOf({ verb: "removeRow", ...at }) };
  });
}

/** Each press confirms a dialogue of its own: one event, and the Översikt in the answer in place of the pressed card. */
export function confirmPresses(
  activity: Activity,
  turn: number,
  perLane: number,
  dialogueOf: (turn: number, lane: number, number: number) => DialogueId,
): string[][] {
  return lanes(activity, perLane, (lane, number) => {
    const dialogueId = dialogueOf(turn, lane, number);
    const { verb, data } = executeButton("", { verb: "confirmInitiator", dialogueId });
    return { action: { type: "Action.Execute", verb, data }, trigger: "manual" };
  });
}

function dataOf(action: Action): object {
  return submitButton("", action).data as object;
}

function lanes(
  activity: Activity,
  perLane: number,
  valueOf: (lane: number, number: number) => object,
): string[][] {
  return Array.from({ length: LANES }, (_, lane) =>
    Array.from({ length: perLane }, (__, number) =>
      JSON.stringify({
        ...activity,
        id: `f:${randomUUID()}`,
        value: valueOf(lane, number),
      }),
    ),
  );
}
