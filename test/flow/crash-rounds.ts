import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { CRASH_STEPS, type CrashStep } from "../../src/crash.ts";
import { openTown, type Town } from "../support/bot.ts";
import type { Crowd } from "./crowd.ts";
import { type Act, doAct } from "./dialogue-acts.ts";
import { type KeptMessage, type Ledger, ledgerOf } from "./ledger.ts";
import { untilQuiet } from "./quiet.ts";

/** The steps a press leads to, whatever the time. */
export const PRESS_STEPS = CRASH_STEPS.filter(
  (step) => !step.startsWith("timer.") && !step.startsWith("morning."),
);

export type Place = {
  readonly conversation: string;
  readonly dialogueId: string;
  /** What Teams had received before; nothing of the dialogue is in it. */
  readonly since: number;
};
/** What there was the moment the process was gone. */
export type Wreck = {
  readonly acknowledged: boolean;
  readonly committed: boolean;
  readonly messages: readonly KeptMessage[];
  /** How often each message had been delivered. */
  readonly delivered: ReadonlyMap<string, number>;
};

/** A town of its own, for rounds that go on beside others. */
export type Lane = { readonly town: Town; readonly ledger: Ledger };

export async function openLane({ world, organisation }: Crowd): Promise<Lane> {
  const town = await openTown({ world, organisation });
  // Far from real time, so that what goes by the wrong clock shows.
  await town.emulator.moveClock("2027-01-11T08:00:00Z");
  return { town, ledger: ledgerOf(town.directory) };
}

/** A dialogue that is still to be, in this channel. */
export async function newPlace({ town }: Lane, conversation = ""): Promise<Place> {
  const since = (await town.emulator.received()).at(-1)?.seq ?? 0;
  return { conversation, dialogueId: randomUUID(), since };
}

const LANES = 3;
/** Most of a round is waiting for a process to start, so the rounds are shared out among lanes. */
export async function sideBySide<Round>(
  rounds: readonly Round[],
  run: (rounds: readonly Round[]) => Promise<void>,
): Promise<void> {
  const lanes = Array.from({ length: LANES }, (_, lane) =>
    rounds.filter((_round, index) => index % LANES === lane),
  );
  await Promise.all(lanes.map(run));
}

/** Presses, and waits until the bot has ended itself; fails when it lives on. */
export async function pressUntilDead(
  { town, ledger }: Lane,
  { act, place, fact }: { readonly act: Act; readonly place: Place; readonly fact: string },
): Promise<Wreck> {
  const answer = await doAct(town.emulator, act);
  expect(await endOf(town)).toBe("killed");
  return {
    acknowledged: answer.status === 200,
    committed: ledger.events(place.dialogueId).some(({ type }) => type === fact),
    messages: ledger.messages(place.dialogueId),
    delivered: await deliveredOf(town, place),
  };
}

/** How the bot ended, which is to end itself. */
export async function endOf(town: Town): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const alive = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve("alive"), 60_000);
  });
  const ended = town.bot().ended.then((code) => (code === null ? "killed" : `ended with ${code}`));
  return Promise.race([ended, alive]).finally(() => clearTimeout(timer));
}

/** How often each message of a dialogue has come to Teams, by its key. */
export async function deliveredOf(town: Town, place: Place): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const { method, path, applied, body } of await town.emulator.received(place.since)) {
    const card = JSON.stringify(body ?? null);
    if (method !== "POST" || !applied || !card.includes(`"dialogueId":"${place.dialogueId}"`))
      continue;
    const key = keyOf(decodeURIComponent(path), card);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function keyOf(path: string, card: string): string {
  if (path === "/v3/conversations") return "overview";
  if (!path.includes(";messageid=")) return "confirmInitiator";
  return card.includes('"itemId":"identify.')
    ? "step:identify-issue"
    : "step:purpose-and-influence";
}
const plainKey = ({ key }: KeptMessage) =>
  key.split(":p")[0] === "confirmInitiator" ? "confirmInitiator" : key;

/** Steps before the change is on disk. */
const BEFORE_COMMIT: ReadonlySet<CrashStep> = new Set([
  "activity.in",
  "order.decided",
  "order.written",
]);

/** What the wreck must be like, by the step the process ended at. */
export function checkWreck(step: CrashStep, wreck: Wreck): void {
  const { acknowledged, committed, messages, delivered } = wreck;
  expect([step, committed]).toEqual([step, !BEFORE_COMMIT.has(step)]);
  if (acknowledged) expect([step, "acknowledged", committed]).toEqual([step, "acknowledged", true]);
  const fresh = messages.filter(({ status }) => status === "sending");
  const arrived = fresh.filter((message) => (delivered.get(plainKey(message)) ?? 0) > 0);
  if (step === "post.claimed" || step === "post.drawn") expect([step, arrived]).toEqual([step, []]);
  if (step.startsWith("post.") && step !== "post.marked")
    expect([step, fresh.length > 0]).toEqual([step, true]);
  if (step === "post.taken") expect([step, arrived.length > 0]).toEqual([step, true]);
  if (step.startsWith("edit.") && step !== "edit.marked")
    expect([step, messages.some(({ leased }) => leased === 1)]).toEqual([step, true]);
}

/**
 * After the restart and the same press again: what was in doubt is unknown or waits ten minutes by the bot's clock, and
 * everything else has come exactly once. Ten minutes on, each request has come once more if it was in doubt.
 */
export async function checkDeliveries(
  { town, ledger }: Lane,
  { place, wreck }: { readonly place: Place; readonly wreck: Wreck },
): Promise<void> {
  const { now } = await town.emulator.clock();
  await untilQuiet(ledger, place.dialogueId, now);
  const doubted = wreck.messages.filter(({ status }) => status === "sending");
  const statusOf = (one: KeptMessage) =>
    ledger.messages(place.dialogueId).find(({ key }) => key === one.key)?.status;
  for (const message of doubted)
    expect([message.key, statusOf(message)]).toEqual([
      message.key,
      message.repeats === 1 ? "pending" : "unknown",
    ]);
  const before = await deliveredOf(town, place);
  const later = new Date(Date.parse(now) + 600_000).toISOString();
  await town.emulator.moveClock(later);
  await untilQuiet(ledger, place.dialogueId, later);
  const after = await deliveredOf(town, place);
  for (const message of ledger.messages(place.dialogueId)) {
    const key = plainKey(message);
    const count = after.get(key) ?? 0;
    const inDoubt = doubted.some((one) => one.key === message.key);
    if (!inDoubt) expect([key, message.status, count]).toEqual([key, "sent", 1]);
    else if (message.repeats === 0)
      expect([key, message.status, count <= 1]).toEqual([key, "unknown", true]);
    else expect([key, message.status, count]).toEqual([key, "sent", (before.get(key) ?? 0) + 1]);
    expect([key, count <= 2]).toEqual([key, true]);
  }
}
