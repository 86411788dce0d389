import { expect, test } from "vitest";
import type { CrashStep } from "../../src/crash.ts";
import { openTestStore } from "../support/store.ts";
import {
  checkDeliveries,
  checkWreck,
  type Lane,
  newPlace,
  openLane,
  type Place,
  PRESS_STEPS,
  pressUntilDead,
  sideBySide,
  type Wreck,
} from "./crash-rounds.ts";
import { crowdOf } from "./crowd.ts";
import { type Act, doAct, startAct } from "./dialogue-acts.ts";
import { standingCards, untilQuiet } from "./quiet.ts";

/** Nothing is edited while a dialogue starts. A chat is made only then, so that step is worth one more try. */
const STEPS = PRESS_STEPS.filter((step) => !step.startsWith("edit."));
const ROUNDS: readonly CrashStep[] = [...STEPS, "chat.made", "post.taken"];

const crowd = crowdOf({ registrars: 0, elected: ROUNDS.length, channels: ROUNDS.length });
const starter = crowd.world.people.find(({ title }) => title?.startsWith("Utredare"))?.id ?? "";

type Round = { readonly step: CrashStep; readonly place: Place; readonly act: Act };

test(
  "F1, F2, F3, F4: a dialogue that is being started when the process is killed at any step is there exactly if it was saved; the same press again makes it one, and its messages come as their class allows",
  { timeout: 300_000 },
  () => sideBySide(ROUNDS, (steps) => startAndDie(steps)),
);

async function startAndDie(steps: readonly CrashStep[]): Promise<void> {
  const lane = await openLane(crowd);
  try {
    const rounds = await Promise.all(steps.map((step, index) => roundOf(step, index, lane)));
    await lane.town.restart("stop", { CRASH_AT: `${steps[0]}@1` });
    for (const [index, round] of rounds.entries()) {
      const wreck = await pressUntilDead(lane, { ...round, fact: "DialogueStarted" });
      checkWreck(round.step, wreck);
      const next = rounds[index + 1];
      const nth = lostRoot(wreck) ? 3 : 2;
      await lane.town.restart("kill", next ? { CRASH_AT: `${next.step}@${nth}` } : {});
      await recovered(lane, round, wreck);
    }
    await checkChains(lane, rounds);
  } finally {
    await lane.town.close();
  }
}

async function roundOf(step: CrashStep, index: number, lane: Lane): Promise<Round> {
  const place = await newPlace(lane, crowd.channels[index]);
  const initiator = lane.ledger.personId(crowd.elected[index] ?? "");
  return { step, place, act: startAct(starter, { ...place, initiator }) };
}

/** The thread's root is posted once for everybody: in doubt, it is not posted again by itself. */
const lostRoot = (wreck: Wreck) =>
  wreck.messages.some(({ key, status }) => key === "overview" && status === "sending");

async function recovered(lane: Lane, { place, act }: Round, wreck: Wreck): Promise<void> {
  const { town, ledger } = lane;
  expect((await doAct(town.emulator, act)).status).toBe(200);
  const types = ledger.events(place.dialogueId).map(({ type }) => type);
  expect(types.filter((type) => type === "DialogueStarted")).toHaveLength(1);
  expect(types).toHaveLength(9);
  await checkDeliveries(lane, { place, wreck });
  if (lostRoot(wreck)) await postedAnew(lane, place);
  const cards = await standingCards(town.emulator, ledger, place.dialogueId);
  const kinds = [...cards.keys()].map((key) => key.split(":")[0]);
  expect(kinds).toEqual(["overview", "confirmInitiator"]);
}

/** It is shown as unknown, and whoever misses it asks for it. */
async function postedAnew({ town, ledger }: Lane, place: Place): Promise<void> {
  const metrics = await (await fetch(`${town.bot().url}/metrics`)).text();
  expect(metrics).toContain('dialoglotsen_messages{status="unknown"} 1');
  await town.emulator.message(starter, place.conversation, "översikt");
  await untilQuiet(ledger, place.dialogueId);
}

async function checkChains({ town }: Lane, rounds: readonly Round[]): Promise<void> {
  await town.bot().stop();
  const store = await openTestStore({ path: `${town.directory}/dialog.db` });
  for (const { place } of rounds)
    expect(await store.dialogues.verify(place.dialogueId)).toMatchObject({ ok: true });
  await store.close();
}
