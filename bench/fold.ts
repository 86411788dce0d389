import { performance } from "node:perf_hooks";
import { type Command, nothing } from "../src/domain/dialogue.ts";
import { evolve } from "../src/domain/evolve.ts";
import { createFold } from "../src/store/fold.ts";
import { openSqliteStore } from "../src/store/sqlite.ts";
import type { Granasa } from "./granasa.ts";
import { median } from "./numbers.ts";
import { openSeeding, row, seedDialogue, type Seeding } from "./seed.ts";

const EVENTS = 2_000;
export const LONG = "long";
const SAMPLES = 15;

/** Medians in milliseconds, of one dialogue with so many events. */
export type FoldCost = {
  readonly events: number;
  /** The first look after a start: rows read, words put back, events folded. */
  readonly coldMs: number;
  /** Of that, the folding alone. */
  readonly evolveMs: number;
  /** Every later look, while nothing has changed. */
  readonly warmMs: number;
  /** One order on it, from the fold that is remembered to the commit. */
  readonly orderMs: number;
};

/** Makes a dialogue that long in a database of its own and folds it. */
export async function measureFold(path: string, granasa: Granasa): Promise<FoldCost> {
  const seeding = await openSeeding(path, "http://127.0.0.1", granasa);
  const actor = await seeding.person(granasa.official);
  await seedDialogue(seeding, LONG, granasa.home, actor);
  const events = await lengthen(seeding, actor);
  const orderMs = await medianOf(SAMPLES, async (sample) => {
    await seeding.handle.order({ dialogueId: LONG, commands: [added(`order-${sample}`)], actor });
  });
  await seeding.store.close();
  const cold = await coldTimes(path);
  return { events, orderMs, ...cold };
}

/** Adds and removes rows, a hundred orders at a time, until there are enough events. */
async function lengthen({ store, handle }: Seeding, actor: string): Promise<number> {
  for (let batch = 0; ; batch++) {
    const { version } = await store.dialogues.load(LONG);
    if (version >= EVENTS) return version;
    const pairs = Math.min(50, Math.ceil((EVENTS - version) / 2));
    const commands = Array.from({ length: pairs }, (_, pair) => `row-${batch}-${pair}`).flatMap(
      (rowId): readonly Command[] => [
        added(rowId),
        { type: "RemoveRow", itemId: "identify.aspects", field: "aspectsIn", rowId },
      ],
    );
    await handle.order({ dialogueId: LONG, commands, actor });
  }
}

function added(rowId: string): Command {
  return row("identify.aspects", "aspectsIn", rowId, "Belysningen vid busshållplatsen");
}

async function coldTimes(path: string): Promise<Pick<FoldCost, "coldMs" | "evolveMs" | "warmMs">> {
  const store = await openSqliteStore({ path, instance: "bench" });
  const { events } = await store.dialogues.load(LONG);
  const evolveMs = await medianOf(SAMPLES, async () => void events.reduce(evolve, nothing));
  const coldMs = await medianOf(SAMPLES, async () => {
    await createFold(store.dialogues).load(LONG);
  });
  const fold = createFold(store.dialogues);
  await fold.load(LONG);
  const warmMs = await medianOf(SAMPLES, async () => void (await fold.load(LONG)));
  await store.close();
  return { coldMs, evolveMs, warmMs };
}

async function medianOf(
  samples: number,
  measured: (sample: number) => Promise<void>,
): Promise<number> {
  const times: number[] = [];
  for (let sample = 0; sample < samples; sample++) {
    const start = performance.now();
    await measured(sample);
    times.push(performance.now() - start);
  }
  return median(times);
}
