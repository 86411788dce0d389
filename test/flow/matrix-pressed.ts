import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Pressing } from "./lived.ts";
import { type OrderName, PRESSES } from "./matrix-orders.ts";
import { expectedOf } from "./matrix-rights.ts";
import { type StateName, STATES } from "./matrix-states.ts";
import { DIALOGUE, openWorld, type World } from "./matrix-world.ts";
import { EVERYBODY, type Who } from "./stage-people.ts";
import type { Press } from "./stage-press.ts";

const PATIENCE_MS = 300_000;
type Standing = Awaited<ReturnType<World["lived"]>>;
type Outcome = { readonly what: string; readonly faults: readonly string[] };

/**
 * A test for each state: every order there is, by everybody, with what comes of it compared with the table. What is
 * refused or says nothing new leaves every byte of every table as it was, and a refusal says its codes to the presser.
 */
export function pressAllIn(names: readonly StateName[]): void {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  }, PATIENCE_MS);
  afterAll(() => world.close());

  describe.each(STATES.filter(({ name }) => names.includes(name)))("$name", (state) => {
    test(
      "every order by everybody, by every way there is, does what the table of rights says and no more",
      async () => {
        const at = await world.lived(state.steps);
        expect(at.state.status).toBe(state.status);
        const wrong: string[] = [];
        for (const [index, [order, press]] of PRESSES.entries()) {
          const drawn = press(at.state);
          const check = async (who: Who, kind: Press["kind"]) => {
            const { what, faults } = await outcomeOf(world, at, { who, kind, drawn });
            const expected = expectedOf(order, state.name, who);
            const cell = `${order} by ${who}, ${kind}`;
            if (what !== expected) wrong.push(`${cell}: ${expected} expected, ${what} came`);
            wrong.push(...faults.map((fault) => `${cell}: ${fault}`));
          };
          const kind = drawn.kind ?? "dialogSubmit";
          for (const who of pressers(order, state.name)) await check(who, kind);
          // The same as an old client sends it, by one in turn.
          const one = EVERYBODY[(index + names.indexOf(state.name)) % EVERYBODY.length] as Who;
          if (pressers(order, state.name).includes(one)) await check(one, "submit");
        }
        await at.close();
        expect(wrong).toEqual([]);
      },
      PATIENCE_MS,
    );
  });
}

/** What begins something of its own has nothing to do with where this dialogue stands: two states are enough. */
const OWN: readonly OrderName[] = ["startDialogue", "startExample"];

function pressers(order: OrderName, state: StateName): readonly Who[] {
  return !OWN.includes(order) || state === "triaged" || state === "closed" ? EVERYBODY : [];
}

async function outcomeOf(
  { presser }: World,
  at: Standing,
  { who, kind, drawn }: { who: Who; kind: Press["kind"]; drawn: Pressing },
): Promise<Outcome> {
  const { data, inputs = {} } = drawn;
  const way: Press = {
    kind,
    data: { dl: 1, dialogueId: DIALOGUE, ...data },
    inputs,
    personal: drawn.kind === "execute",
    activityId: "1",
  };
  const { status, shown, posted } = await presser.press(at.bot().url, who, way);
  const changed = at.changed();
  const lines = at.logged().map((line) => JSON.parse(line) as Record<string, unknown>);
  if (changed) await at.restore();
  const refused = lines.find(({ what }) => what === "press.refused")?.["code"];
  const codes = typeof refused === "string" ? refused.split(",") : [];
  const words = JSON.stringify([shown, posted]);
  return {
    what: changed ? "changes" : (codes[0] ?? "nothing"),
    faults: [
      ...(status === 200 && shown.kind !== "error" ? [] : [`answered ${status} ${shown.kind}`]),
      ...lines.flatMap((line) => (line["level"] === "error" ? [JSON.stringify(line)] : [])),
      ...(changed && codes.length > 0
        ? [`refused with ${codes.join()}, and changed something`]
        : []),
      ...codes.filter((code) => !words.includes(code)).map((code) => `${code} is not told`),
    ],
  };
}
