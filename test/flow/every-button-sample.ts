import type { Way } from "./every-button-buttons.ts";
import { type Order, orderOf, orderOn } from "./every-button-orders.ts";
import { EVERYBODY, type Who } from "./stage-people.ts";
import { mayAt, ORDERS } from "./every-button-rights.ts";
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
 * As few people as together may give every order there is at this moment; the owner of the example always, as nobody else
 * gets any further in one.
 */
function coverOf(name: MomentName): readonly Who[] {
  let left = ORDERS.filter((order) => !isAnytime(order))
    .map((order) => mayAt(order, name))
    .filter(({ size }) => size > 0);
  const cover: Who[] = ["member"];
  for (;;) {
    left = left.filter((may) => !cover.some((who) => may.has(who)));
    const [next] = EVERYBODY.toSorted((a, b) => count(left, b) - count(left, a));
    if (left.length === 0 || !next) return cover;
    cover.push(next);
  }
}

function count(left: readonly ReadonlySet<Who>[], who: Who): number {
  return left.filter((may) => may.has(who)).length;
}

/**
 * Who presses what when time is short. At every moment the first button of each kind of order is pressed by everybody;
 * the same order about another item by one of those who may and a fifth of all. What only shows something is opened by
 * the few who together may give every order, so that every form is met; by those for whom what is in work stays hidden
 * when it is the first of its kind, by one of them when it is about an item in work; and by others in turn, so that over
 * all moments everybody comes to it. So is what was drawn at another moment, and what is sent as it was drawn. The long
 * run lets everybody press everything.
 */
export function someFor(name: MomentName): (way: Way, number: number) => readonly Who[] {
  const moment = MOMENTS.indexOf(name);
  const isFirst = firsts();
  const cover = coverOf(name);
  return (way, number) => {
    const { verb, itemId } = way.data;
    const order = orderOf(way.data);
    const turn = number + 4 * moment;
    const inTurn = (every: number) => EVERYBODY.filter((_, index) => (index + turn) % every === 0);
    const oneOf = (people: readonly Who[]) => people.filter((_, i) => i === turn % people.length);
    const may = oneOf([...mayAt(order ?? orderOn(itemId), name, itemId)]);
    if (ANYTIME.has(verb) && name !== "started") return inTurn(8);
    if (order && way.filled && way.drawn === "now")
      return isFirst(way.kind, verb, order) ? EVERYBODY : together(inTurn(5), may);
    if (order) return together(inTurn(15), may);
    if (way.drawn !== "now") return inTurn(15);
    if (isFirst(way.kind, verb)) return together(inTurn(3), WITHOUT_ROLE, cover);
    if (verb !== "openItem" && verb !== "openRow") return together(inTurn(8), cover);
    return together(inTurn(15), may, isWorkedOn(itemId, name) ? oneOf(WITHOUT_ROLE) : []);
  };
}

/** Says of each thing it is asked about whether it is asked the first time. */
function firsts() {
  const met = new Set<string>();
  return (...what: readonly unknown[]) => met.size < met.add(JSON.stringify(what)).size;
}
