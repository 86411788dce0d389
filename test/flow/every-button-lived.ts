import { afterAll, beforeAll, expect, test } from "vitest";
import type { Way } from "./every-button-buttons.ts";
import { faultsIn } from "./every-button-checks.ts";
import { type Order, orderOf } from "./every-button-orders.ts";
import { EVERYBODY, type Who } from "./stage-people.ts";
import { ABOUT_ANYBODY, isNotOffered, mayAt, NOT_YET, ORDERS } from "./every-button-rights.ts";
import type { MomentName, Moments } from "./stage-moments.ts";
import { everyButton, type Outcome } from "./every-button-rounds.ts";
import { isAnytime, someFor } from "./every-button-sample.ts";
import { openStage, type Stage } from "./stage.ts";

/** Long enough for a machine that is busy with other tests. */
const PATIENCE_MS = 300_000;

/**
 * A test for each wanted moment of a story: every button is pressed, and the dialogue changes only, and exactly, where
 * the one who presses may. `thorough` lets everybody press everything at every moment.
 */
export function pressEveryButton(
  names: readonly MomentName[],
  story: (stage: Stage, names: readonly MomentName[]) => Promise<Moments>,
  { thorough = false } = {},
): void {
  let stage: Stage;
  let moments: Moments;
  const older = new Map<string, Way>();

  beforeAll(async () => {
    stage = await openStage();
    moments = await story(stage, names);
  }, PATIENCE_MS);
  afterAll(() => stage.close());

  test.each(names)(
    "%s: every button on every card and page is answered, and changes something only for those who may",
    async (name) => {
      const moment = moments.get(name);
      if (!moment) throw new Error(`The story has no moment ${name}.`);
      const faults: string[] = [];
      const tally = tallyOf(name);
      const ways = await everyButton({
        stage,
        moment,
        older: [...older.values()],
        ...(thorough ? {} : { pressedBy: someFor(name) }),
        look: (outcome) => {
          tally.note(outcome);
          faults.push(...faultsIn(outcome, name));
        },
      });
      expect(faults.slice(0, 20)).toEqual([]);
      expect(tally.differences()).toEqual([]);
      for (const way of ways) keep(older, way);
    },
    PATIENCE_MS,
  );
}

/** One of each order, as it could stand on a card or dialog that somebody still has open later. */
function keep(older: Map<string, Way>, way: Way): void {
  const { verb, itemId, field, decisionId } = way.data;
  if (way.filled && way.drawn === "now" && orderOf(way.data) && way.kind !== "submit")
    older.set([verb, itemId, field, decisionId].map(String).join(" "), { ...way, drawn: "before" });
}

/** Who has tried each order, item by item, and who has changed something by it. */
function tallyOf(name: MomentName) {
  const tried = new Map<string, { readonly by: Set<Who>; readonly changed: Set<Who> }>();
  const met = new Set<Order>();
  return {
    note: ({ who, way, changed }: Outcome) => {
      const order = orderOf(way.data);
      if (!order || !way.filled || way.drawn !== "now") return;
      const item = typeof way.data["itemId"] === "string" ? way.data["itemId"] : "";
      const key = `${order} ${item}`;
      const one = tried.get(key) ?? { by: new Set(), changed: new Set() };
      tried.set(key, one);
      one.by.add(who);
      if (!changed) return;
      one.changed.add(who);
      met.add(order);
    },
    /**
     * Whoever may and was not able to, whoever never tried an order that stands somewhere, and orders of which no button
     * was met although somebody may give them.
     */
    differences: () => [
      ...ORDERS.flatMap((order) => {
        const by = [...tried].flatMap(([key, one]) =>
          key.startsWith(`${order} `) ? [...one.by] : [],
        );
        const missing = EVERYBODY.filter((who) => !by.includes(who));
        return by.length === 0 || missing.length === 0 || (isAnytime(order) && name !== "started")
          ? []
          : [`${order}: never tried by ${missing.join(" ")}`];
      }),
      ...[...tried].flatMap(([key, { by, changed }]) => {
        const [order, item] = key.split(" ") as [Order, string];
        const may = mayAt(order, name, item);
        const everybody = ABOUT_ANYBODY[order] ?? EVERYBODY;
        const missing = everybody.filter(
          (who) => may.has(who) && by.has(who) && !changed.has(who) && !NOT_YET.has(item),
        );
        return missing.length > 0 ? [`${key}: ${missing.join(" ")} may, and changed nothing`] : [];
      }),
      ...ORDERS.filter(
        (order) =>
          mayAt(order, name).size > 0 &&
          !met.has(order) &&
          !isAnytime(order) &&
          !isNotOffered(order, name),
      ).map((order) => `${order}: nobody changed anything`),
    ],
  };
}
