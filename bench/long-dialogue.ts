import { performance } from "node:perf_hooks";
import { dialogueDialog } from "../src/cards/dialogue-card.ts";
import { overviewCard } from "../src/cards/overview.ts";
import { timelineCard } from "../src/cards/timeline.ts";
import type { View } from "../src/cards/view.ts";
import { builtInTemplate } from "../src/domain/process/built-in.ts";
import type { DialogueId } from "../src/domain/value.ts";
import { createHandle, type Handle } from "../src/handle.ts";
import { createSee } from "../src/outbox/see.ts";
import { openProcesses } from "../src/store/processes.ts";
import { openSqliteStore } from "../src/store/sqlite.ts";
import type { Store } from "../src/store/store.ts";
import { median } from "./numbers.ts";

const SAMPLES = 15;

/** Medians in milliseconds of opening a long dialogue, from the press being read to the card that answers it. */
export type OpeningCost = {
  readonly events: number;
  /** The living Översikt, by a bot that has just started and by one that has shown it before. */
  readonly overviewColdMs: number;
  readonly overviewMs: number;
  /** The dialogue's own dialog. */
  readonly dialogMs: number;
  /** The newest and the oldest page of its history. */
  readonly newestMs: number;
  readonly oldestMs: number;
};

/** Opens the dialogue again and again in a database that has been seeded. */
export async function measureOpening(path: string, dialogueId: DialogueId): Promise<OpeningCost> {
  const store = await openSqliteStore({ path, instance: "bench" });
  const fresh = () => openHandle(store);
  const overviewColdMs = await medianOf(async () => {
    overviewCard(await viewOf(store, await fresh(), dialogueId));
  });
  const handle = await fresh();
  const view = () => viewOf(store, handle, dialogueId);
  const overviewMs = await medianOf(async () => void overviewCard(await view()));
  const dialogMs = await medianOf(async () => void dialogueDialog(await view()));
  const timeline = (page: number) => async () => {
    timelineCard(await view(), await handle.history(dialogueId), { place: "dialog", page });
  };
  const newestMs = await medianOf(timeline(0));
  const oldestMs = await medianOf(timeline(Number.MAX_SAFE_INTEGER));
  const events = (await handle.history(dialogueId)).length;
  await store.close();
  return { events, overviewColdMs, overviewMs, dialogMs, newestMs, oldestMs };
}

async function openHandle(store: Store): Promise<Handle> {
  return createHandle({
    store,
    processes: await openProcesses(store.templates, builtInTemplate),
    now: async () => new Date().toISOString(),
    saved: () => {},
  });
}

async function viewOf(
  { addressBook, evaluation }: Store,
  { load, processOf }: Handle,
  dialogueId: DialogueId,
): Promise<View> {
  const state = await load(dialogueId);
  if (state.status === "none") throw new Error(`The bench has no dialogue ${dialogueId}.`);
  const see = createSee({
    addressBook,
    evaluation,
    processOf,
    now: async () => new Date().toISOString(),
  });
  return see(state, { language: "sv", viewer: state.starter });
}

async function medianOf(measured: () => Promise<void>): Promise<number> {
  const times: number[] = [];
  for (let sample = 0; sample < SAMPLES; sample++) {
    const start = performance.now();
    await measured();
    times.push(performance.now() - start);
  }
  return median(times);
}
