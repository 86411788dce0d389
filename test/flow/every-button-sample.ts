import type { Way } from "./every-button-buttons.ts";
import { type Order, orderOf, orderOn } from "./every-button-orders.ts";
import { EVERYBODY, type Who } from "./stage-people.ts";
import { mayAt } from "./every-button-rights.ts";
import { MOMENTS, type MomentName } from "./stage-moments.ts";

/** Has nothing to do with how far the dialogue has come, so that one moment is enough for everybody. */
const ANYTIME: ReadonlySet<unknown> = new Set([
  "newDialogue",
  "saveNewDialogue",
  "startExample",
  "openHelp",
  "closeDialog",
]);
/** Orders that one moment is enough for. */
export function isAnytime(order: Order): boolean {
  return order === "startDialogue" || order === "startExample";
}

/** For them what is in work stays hidden. */
const WITHOUT_ROLE: readonly Who[] = ["english", "guest", "outsider"];

function together(...groups: readonly (readonly Who[])[]): readonly Who[] {
  return EVERYBODY.filter((who) => groups.some((group) => group.includes(who)));
}

/** Whether anything can have been written in the item by then. */
function isWorkedOn(itemId: unknown, name: MomentName): boolean {
  const planning = name === "appointed" || name === "planned";
  return orderOn(itemId) !== "ahead" && (planning || !String(itemId).startsWith("plan."));
}

/**
 * Who presses what when time is short. Every order that stands somewhere now is given by everybody. What is only looked
 * at, what is sent as it was drawn, what leads on to another page and what was drawn at another moment is pressed by
 * those who may, and by others in turn, so that over all moments everybody comes to it.
 */
export function someFor(name: MomentName): (way: Way, number: number) => readonly Who[] {
  const moment = MOMENTS.indexOf(name);
  const given = new Set<string>();
  const isFirst = ({ kind, data }: Way) => {
    const { verb, itemId, field, rowId, page, decisionId, person } = data;
    const key = JSON.stringify([kind, verb, itemId, field, rowId, page, decisionId, person]);
    return given.size < given.add(key).size;
  };
  return (way, number) => {
    const { verb, itemId } = way.data;
    const order = orderOf(way.data);
    const inTurn = (every: number) =>
      EVERYBODY.filter((_, index) => (index + number + 4 * moment) % every === 0);
    const may = [...mayAt(order ?? orderOn(itemId), name, itemId)];
    if (ANYTIME.has(verb) && name !== "started") return inTurn(8);
    if (order && way.filled && way.drawn === "now" && isFirst(way)) return EVERYBODY;
    if (order) return together(inTurn(8), may);
    if (way.drawn !== "now") return inTurn(8);
    if (verb === "openItem" || verb === "openRow")
      return together(inTurn(8), may, isWorkedOn(itemId, name) ? WITHOUT_ROLE : []);
    if (verb !== "openStep") return EVERYBODY;
    // In an example only its owner gets any further.
    return together(inTurn(3), ["member"]);
  };
}
