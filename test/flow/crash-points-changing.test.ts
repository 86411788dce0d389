import { expect, test } from "vitest";
import type { CrashStep } from "../../src/crash.ts";
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
import { type Act, confirmAct, doAct, startAct } from "./dialogue-acts.ts";
import { standingCards, untilQuiet } from "./quiet.ts";

/** No new chat is needed for a change. Edits happen here only, so they are tried more often. */
const STEPS = PRESS_STEPS.filter((step) => !step.startsWith("chat."));
const EDITS = PRESS_STEPS.filter((step) => step.startsWith("edit."));
const ROUNDS: readonly CrashStep[] = [...STEPS, ...EDITS];

const crowd = crowdOf({ registrars: 0, elected: 1, channels: ROUNDS.length });
const starter = crowd.world.people.find(({ title }) => title?.startsWith("Utredare"))?.id ?? "";
const [initiator = ""] = crowd.elected;

type Round = { readonly place: Place; readonly act: Act };

test(
  "F1, F2, F3, F4: a change during which the process is killed at any step is there exactly if it was saved; the same press again makes it one, and the living cards show it",
  { timeout: 300_000 },
  () => sideBySide(ROUNDS, (steps) => changeAndDie(steps)),
);

async function changeAndDie(steps: readonly CrashStep[]): Promise<void> {
  const lane = await openLane(crowd);
  try {
    // Each life first hears the last press again, then starts the next dialogue, then dies of the next press.
    await lane.town.restart("stop", { CRASH_AT: `${steps[0]}@2` });
    for (const [index, step] of steps.entries()) {
      const round = await roundAt(index, lane);
      const wreck = await pressUntilDead(lane, { ...round, fact: "InitiatorConfirmed" });
      checkWreck(step, wreck);
      const next = steps[index + 1];
      await lane.town.restart("kill", next ? { CRASH_AT: `${next}@3` } : {});
      await recovered(lane, round, wreck);
    }
  } finally {
    await lane.town.close();
  }
}

/** A dialogue that waits for its initiator, whose answer opens two steps: two new cards, and two to be edited. */
async function roundAt(index: number, lane: Lane): Promise<Round> {
  const { town, ledger } = lane;
  const place = await newPlace(lane, crowd.channels[index]);
  const start = startAct(starter, { ...place, initiator: ledger.personId(initiator) });
  expect((await doAct(town.emulator, start)).status).toBe(200);
  const { now } = await town.emulator.clock();
  await untilQuiet(ledger, place.dialogueId, now);
  return { place, act: confirmAct(initiator, place.dialogueId) };
}

async function recovered(lane: Lane, { place, act }: Round, wreck: Wreck): Promise<void> {
  const { town, ledger } = lane;
  expect((await doAct(town.emulator, act)).status).toBe(200);
  const types = ledger.events(place.dialogueId).map(({ type }) => type);
  expect(types.slice(9)).toEqual(["InitiatorConfirmed", "GatePassed"]);
  await checkDeliveries(lane, { place, wreck });
  const cards = await standingCards(town.emulator, ledger, place.dialogueId);
  expect(JSON.stringify(cards.get("overview"))).toContain("Du är här: 1.");
  const request = cards.get(`confirmInitiator:${ledger.personId(initiator)}`);
  expect(JSON.stringify(request)).toContain("Du har bekräftat initiativet");
}
